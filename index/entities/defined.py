"""Short names that an article itself defines: *Long Name (ABC)*, *PT Long Name atau Name*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.entities.found import Found
from index.entities.marks import Marks
from index.entities.places import site_at
from index.entities.tokens import key_of
from index.entities.vocabulary import vocabulary

_FEWEST_WORDS = 2
_SHORTEST_ACRONYM = 2
_LONGEST_ACRONYM = 14
Listed = tuple[int, Marks, Found]


def short_names(listed: Sequence[Listed]) -> dict[str, Found]:
    """The short names that the article itself defines, each with the body it stands for.

    ``Long Name (ABC)``, ``Badan Pemenangan Pemilu (Bappilu)``: the letters of the short name stand
    in the long one, in order; ``PT Long Name atau Name``.
    """
    short: dict[str, Found] = {}
    for _, marks, found in listed:
        if found.bare or found.weak or found.end - found.start < _FEWEST_WORDS:
            continue
        printed = _bracketed(marks, found) or _after_or(marks, found)
        if printed is not None:
            short.setdefault(printed, found)
    return short


def _bracketed(marks: Marks, found: Found) -> str | None:
    tokens = marks.tokens
    if tokens.key(found.end) != "(":
        return None
    close = found.end + 1
    while close < len(tokens) and close < found.end + 5 and tokens.words[close] != ")":
        close += 1
    if close >= len(tokens) or tokens.words[close] != ")" or close == found.end + 1:
        return None
    printed = tokens.form(found.end + 1, close)
    name = "".join(tokens.words[found.start : found.end]).lower()
    if (
        not _SHORTEST_ACRONYM <= len(printed) <= _LONGEST_ACRONYM
        or " " in printed
        or not printed[0].isupper()
        or printed in vocabulary().shouts
        or site_at(tokens, found.end + 1) is not None
    ):
        return None
    capitals = sum(character.isupper() for character in printed)
    first = {word[0].lower() for word in tokens.words[found.start : found.end]}
    if capitals >= _SHORTEST_ACRONYM:
        return printed if printed[0].lower() in first else None
    drawn = printed[0].lower() == name[0] and _in_order(printed.lower(), name)
    return printed if drawn else None


def _after_or(marks: Marks, found: Found) -> str | None:
    """The short name of a company after *atau* (*PT Sumber Bahari Raya Tbk atau Sumber*)."""
    tokens = marks.tokens
    at = found.end + 1
    if (
        tokens.key(found.end) != "atau"
        or tokens.keys[found.start] not in ("pt", "cv")
        or not tokens.is_capital(at)
        or tokens.is_capital(at + 1)
        or len(tokens.words[at]) <= _SHORTEST_ACRONYM
        or marks.name[at]
        or marks.agency(at) is not None
    ):
        return None
    return tokens.words[at]


def _in_order(letters: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


def with_headlines(marked: Sequence[Marks], listed: Sequence[Listed]) -> list[Listed]:
    """``listed`` with the unlisted names of the article in its headlines, where no head tells them.

    A listed body that is only a part of such a name there is left out (*SD Muhammadiyah X*).
    """
    names: dict[str, list[tuple[list[str], Found]]] = {}
    for _, marks, found in listed:
        if not found.known and found.end - found.start >= _FEWEST_WORDS:
            keys = marks.tokens.keys[found.start : found.end]
            names.setdefault(keys[0], []).append((keys, found))
    again: list[Listed] = []
    for number, marks in enumerate(marked) if names else ():
        tokens = marks.tokens
        for at, key in enumerate(tokens.keys):
            if not tokens.headline[at] or key not in names:
                continue
            for keys, found in names[key]:
                end = at + len(keys)
                if tokens.keys[at:end] == keys and not any(marks.name[at:end]):
                    again.append((number, marks, replace(found, start=at, end=end)))
                    break
    if not again:
        return list(listed)
    covered = {(number, at) for number, _, each in again for at in range(each.start, each.end)}
    rest = [each for each in listed if (each[0], each[2].start) not in covered]
    return sorted((*rest, *again), key=lambda entry: (entry[0], entry[2].start))


def by_unlisted_place(marked: Sequence[Marks], listed: list[Listed]) -> list[Listed]:
    """``listed`` with the short forms of offices whose place no list has: *Imigrasi X*.

    The article itself tells the place, by the office's class (*Kantor Imigrasi Kelas II TPI X*).
    """
    forms: dict[tuple[str, ...], Found] = {}
    for _, _, found in listed:
        if found.plain is not None and not found.known and found.unit and found.place:
            words = (found.unit.split()[-1], *found.place.split())
            plain = replace(found, name=found.plain)
            forms.setdefault(tuple(key_of(word) for word in words), plain)
    further: list[Listed] = []
    for number, marks in enumerate(marked) if forms else ():
        tokens = marks.tokens
        for form, found in forms.items():
            for at, key in enumerate(tokens.keys):
                end = at + len(form)
                if (
                    key == form[0]
                    and tuple(tokens.keys[at:end]) == form
                    and all(marks.agency(each) is None for each in range(at, end))
                ):
                    further.append((number, marks, replace(found, start=at, end=end)))
    return sorted((*listed, *further), key=lambda entry: (entry[0], entry[2].start))


def by_short_name(marked: Sequence[Marks], acronyms: dict[str, Found]) -> list[Listed]:
    """The mentions of bodies by the short names that the article defines, where nothing else is."""
    found: list[Listed] = []
    if not acronyms:
        return found
    for number, marks in enumerate(marked):
        for at, word in enumerate(marks.tokens.words):
            named = acronyms.get(word)
            if named is None or marks.name[at]:
                continue
            covered = marks.agency(at)
            if covered is not None and not covered.hidden:
                continue
            found.append((number, marks, replace(named, start=at, end=at + 1)))
    return found
