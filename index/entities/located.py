"""Which of the places found in the parts of an article are places there, and where they lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.article import Mention, Place
from index.entities.gazetteer import gazetteer
from index.entities.marks import Marks
from index.entities.place_context import (
    appositions,
    coordinated_names,
    cued_names,
    inside_a_name,
    is_free,
    joins,
)
from index.entities.places import Site
from index.entities.tokens import tokenize
from index.entities.whereabouts import lies_in, parent_among

_LEAST_AGAIN = 4


@dataclass(slots=True)
class _Met:
    """A site of a part, and whether it is a place there (None: still in doubt)."""

    marks: Marks
    site: Site
    place: bool | None = None


def settle_places(
    marked: Sequence[Marks], guessed: Sequence[Sequence[Site]], dateline: str | None
) -> tuple[Place, ...]:
    """The places of an article, the dateline's first, each with all its mentions.

    ``guessed`` are for each part the runs that are likely to be places by what stands around them.
    People, offices and agencies must be marked: a place inside their names is none. A name in
    doubt is a place if a list of places holds it, or if the article names the place elsewhere.
    """
    met = [
        entry
        for marks, likely in zip(marked, guessed, strict=True)
        for entry in _of_part(marks, likely)
    ]
    _leave_out_longer_names(met)
    sure = {entry.site.name for entry in met if entry.place}
    met += _again(marked, met)
    mentions: dict[str, list[Mention]] = {}
    if dateline is not None and dateline.strip():
        mentions[_filed(dateline)] = []
    for entry in met:
        if entry.place or (entry.place is None and entry.site.name in sure):
            mentions.setdefault(entry.site.name, []).append(_mention(entry))
    rank = {marks.tokens.part: number for number, marks in enumerate(marked)}
    beside = _beside(met)
    return tuple(
        Place(
            name,
            tuple(sorted(found, key=lambda mention: (rank[mention.part], mention.start))),
            parent_among(name, mentions, beside.get(name, ())),
        )
        for name, found in mentions.items()
    )


def _of_part(marks: Marks, likely: Sequence[Site]) -> list[_Met]:
    met = [_Met(marks, site) for site in marks.sites if is_free(marks, site)]
    covered = {at for entry in met for at in _range(entry.site)}
    for site in likely:
        if is_free(marks, site) and covered.isdisjoint(_range(site)):
            met.append(_Met(marks, site, True))
            covered.update(_range(site))
    met += [_Met(marks, site, True) for site in cued_names(marks, covered)]
    met.sort(key=_start)
    _judge(marks, met)
    covered = {at for entry in met if entry.place is not False for at in _range(entry.site)}
    further: list[_Met] = []
    for entry in met:
        if not entry.place or entry.site.kind != "local":
            continue
        taken = covered | {at for other in further for at in _range(other.site)}
        if entry.site.head == "dropped":
            sites = list(coordinated_names(marks, entry.site, taken))
            further += [_Met(marks, site, True) for site in sites]
        further += [_Met(marks, site, True) for site in appositions(marks, entry.site, taken)]
    if further:
        met = sorted(met + further, key=_start)
        _judge(marks, met)
    return met


def _start(entry: _Met) -> int:
    return entry.site.start


def _judge(marks: Marks, met: Sequence[_Met]) -> None:
    """Decides on those of ``met`` that are in doubt, by themselves and by their neighbours."""
    for number, entry in enumerate(met):
        if entry.place is not None:
            continue
        before = met[number - 1] if number else None
        after = met[number + 1].site if number + 1 < len(met) else None
        if before is not None and before.place is False and before.site.end == entry.site.start:
            # The city that closes the name of a body that a house has (dari Museum A Bandung).
            entry.place = False
        else:
            listed = before.site if before is not None and before.place else None
            entry.place = _is_place(marks, entry.site, listed, after)


def _leave_out_longer_names(met: Sequence[_Met]) -> None:
    """Takes from headlines what the text has inside a longer name only (*Bali United*)."""
    longer = {_with_next(entry) for entry in met if entry.place is False}
    for entry in met:
        if entry.marks.tokens.headline[entry.site.start] and _with_next(entry) in longer:
            entry.place = False


def _with_next(entry: _Met) -> tuple[str, str]:
    return entry.site.name, entry.marks.tokens.key(entry.site.end)


def _range(site: Site) -> range:
    return range(site.start, site.end)


def _is_place(marks: Marks, site: Site, before: Site | None, after: Site | None) -> bool | None:
    """Whether a site is a place there; None where only the rest of the article can tell."""
    if inside_a_name(marks, site):
        return False
    if site.sure or site.cued:
        return True
    if before is not None and joins(marks, before, site):
        return True
    if after is not None and marks.tokens.key(site.end) == "," and after.start == site.end + 1:
        return True if lies_in(site.name, after.name) else None
    return None


def _again(marked: Sequence[Marks], met: Sequence[_Met]) -> Iterator[_Met]:
    """The later mentions of villages and the like without their head."""
    local = {
        entry.site.name: entry.site
        for entry in met
        if entry.place
        and entry.site.kind == "local"
        and entry.site.head in ("dropped", None)
        and len(entry.site.name) >= _LEAST_AGAIN
    }
    if not local:
        return
    keys = {name: tuple(tokenize("", name).keys) for name in local}
    firsts = {words[0] for words in keys.values() if words}
    taken = {(entry.marks.tokens.part, at) for entry in met for at in _range(entry.site)}
    for marks in marked:
        tokens = marks.tokens
        for at, key in enumerate(tokens.keys):
            if key not in firsts or not tokens.capital[at] or (tokens.part, at) in taken:
                continue
            for name, words in keys.items():
                end = at + len(words)
                if tuple(tokens.keys[at:end]) != words or tokens.is_capital(end):
                    continue
                site = Site(at, end, name, "local")
                if is_free(marks, site) and not inside_a_name(marks, site):
                    yield _Met(marks, site, True)
                break


def _mention(entry: _Met) -> Mention:
    tokens, site = entry.marks.tokens, entry.site
    start, end = tokens.starts[site.start], tokens.ends[site.end - 1]
    return Mention(tokens.part, start, end, tokens.form(site.start, site.end))


def _beside(met: Sequence[_Met]) -> dict[str, list[str]]:
    """For each place the places that are printed right after it: ``Batam, Kepulauan Riau``."""
    beside: dict[str, list[str]] = {}
    for entry, following in pairwise(met):
        tokens = entry.marks.tokens
        if entry.marks is not following.marks or not (entry.place and following.place):
            continue
        between = tokens.keys[entry.site.end : following.site.start]
        if between in ([], [","], ["("], ["di"], [",", "di"]):
            beside.setdefault(entry.site.name, []).append(following.site.name)
    return beside


def _filed(place: str) -> str:
    """The name under which the dateline's place is filed."""
    tokens = tokenize("", place)
    found = gazetteer().spots.longest(tokens, 0)
    if found is not None and found[0] == len(tokens):
        return found[1].name
    return " ".join(place.split())
