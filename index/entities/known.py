"""One article's memory of its agencies: acronyms it defines, short forms, names to file under."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from index.article import Agency, Mention
from index.entities.bodies import lexicon
from index.entities.defined import (
    Listed,
    by_short_name,
    by_unlisted_place,
    short_names,
    with_headlines,
)
from index.entities.found import Found
from index.entities.held import in_office, named_besides
from index.entities.marks import Marks
from index.entities.vocabulary import vocabulary
from index.entities.weak import meant_by_weak


def settle(marked: Sequence[Marks]) -> tuple[Agency, ...]:
    """The agencies of an article from what its parts hold.

    An acronym in brackets after a name stands for it from then on; a bare head (*Polres*) is the
    unit of that kind that the article names; a weak form (*Imigrasi*) counts beside a full one
    only; a shorter name of the same unit (*Kantor Imigrasi Batulicin*) joins the longer. A form
    inside an office is a mention only of a body that the article names elsewhere, too.
    """
    listed = [
        (number, marks, found)
        for number, marks in enumerate(marked)
        for found in marks.agencies
        if not found.hidden
    ]
    listed = by_unlisted_place(marked, with_headlines(marked, listed))
    acronyms = short_names(listed)
    listed += by_short_name(marked, acronyms)
    listed.sort(key=lambda entry: (entry[0], entry[2].start))
    weak = meant_by_weak(listed)
    longer = _longer_names(listed, {found.name for found in weak.values()})
    units = _Units(listed)
    abroad = _foreign_namesakes(listed)
    mentions: dict[str, list[Mention]] = {}
    facts: dict[str, Found] = {}
    implied: list[tuple[str, Mention]] = []
    for place, (_, marks, found) in enumerate(listed):
        if found.bare:
            resolved = units.meant(found, place)
            if resolved is None:
                continue
            found = replace(resolved, start=found.start, end=found.end)
        if found.weak:
            if found.name not in weak:
                continue
            found = replace(weak[found.name], start=found.start, end=found.end, weak=False)
        if not found.known and found.name in acronyms:
            found = replace(acronyms[found.name], start=found.start, end=found.end)
        name = longer.get(found.name, found.name)
        if found.end - found.start > 1:
            name = abroad.get(name, name)
        tokens = marks.tokens
        form = tokens.form(found.start, found.end)
        span = tokens.starts[found.start], tokens.ends[found.end - 1]
        if any(marks.name[at] for at in range(found.start, found.end)):
            continue
        if in_office(marks, found):
            if not named_besides(marks, found):
                implied.append((name, Mention(tokens.part, *span, form)))
                continue
        elif vocabulary().offices.starts(tokens.keys[found.start]) and not (
            found.holder or found.unit
        ):
            implied.append((name, Mention(tokens.part, *span, form)))
            continue
        mentions.setdefault(name, []).append(Mention(tokens.part, *span, form))
        facts.setdefault(name, found)
    rank = {marks.tokens.part: number for number, marks in enumerate(marked)}
    for name in {name for name, _ in implied if name in mentions}:
        mentions[name] += [mention for implied_name, mention in implied if implied_name == name]
        mentions[name].sort(key=lambda mention: (rank[mention.part], mention.start))
    return tuple(
        Agency(name, tuple(found), facts[name].known, facts[name].parent)
        for name, found in mentions.items()
    )


def _foreign_namesakes(listed: Sequence[Listed]) -> dict[str, str]:
    """For a state body of which only a foreign namesake is named: that one's name.

    Where an article has *Kementerian Luar Negeri China* and no form that only the Indonesian
    body has (Kemlu, Kementerian Luar Negeri RI), *Kementerian Luar Negeri* alone means it.
    """
    own: set[str] = set()
    plain: set[str] = set()
    foreign: set[str] = set()
    for _, marks, found in listed:
        if not found.known or found.bare or found.weak:
            continue
        if found.name in lexicon().abroad or (found.place is not None and found.unit is None):
            foreign.add(found.name)
        elif marks.tokens.form(found.start, found.end).lower() == found.name.lower():
            plain.add(found.name)
        else:
            own.add(found.name)
    meant: dict[str, str] = {}
    for name in plain - own:
        fitting = [other for other in foreign if other.startswith(f"{name} ")]
        if len(fitting) == 1:
            meant[name] = fitting[0]
    return meant


def _longer_names(listed: Sequence[Listed], shortened: set[str]) -> dict[str, str]:
    """For units named with and without their region: the fuller name.

    An office that the article also prints without its class (``shortened``: as *Imigrasi* alone),
    or with two of them, is filed without.
    """
    longer: dict[str, str] = {}
    by_place: dict[tuple[str, str], set[str]] = {}
    classless: dict[tuple[str, str], str] = {}
    for _, _, agency in listed:
        if agency.unit and agency.place:
            unit = agency.unit, agency.place
            by_place.setdefault(unit, set()).add(agency.name)
            if agency.plain is not None:
                classless[unit] = agency.plain
    for unit, names in by_place.items():
        plain = classless.get(unit)
        dropped = plain is not None and (len(names) > 1 or not names.isdisjoint(shortened))
        best = plain if plain is not None and dropped else max(names, key=len)
        longer.update({name: best for name in names if name != best})
    return longer


class _Units:
    """The units of an article by their heads, in order, for the bare heads beside them."""

    def __init__(self, listed: Sequence[Listed]) -> None:
        self._full: dict[str, list[tuple[int, Found]]] = {}
        placed: dict[str, list[tuple[int, Found]]] = {}
        for number, (_, _, found) in enumerate(listed):
            if found.unit is None or found.bare or found.unit in _GENERIC:
                continue
            self._full.setdefault(found.unit, []).append((number, found))
            if found.place is not None:
                placed.setdefault(found.unit, []).append((number, found))
        self._full.update(placed)
        self._only = {
            unit: len({found.name for _, found in full}) == 1 for unit, full in self._full.items()
        }

    def meant(self, bare: Found, number: int) -> Found | None:
        """The unit that a bare head means: the only one of its kind, else the last before it."""
        full = self._full.get(bare.unit or "", [])
        if not full:
            return bare if bare.name in lexicon().alone else None
        if self._only[bare.unit or ""]:
            return full[0][1]
        before = bisect_left(full, number, key=lambda entry: entry[0])
        return full[max(before - 1, 0)][1]


# Heads that are common words when they stand alone at the start of a sentence.
_GENERIC = frozenset(("Pemerintah", "Kepolisian", "Pengadilan", "Kedutaan Besar", "Kanwil"))
