"""Names in a counted list: *dua prajurit TNI, Serka X dan Serda Y*; *empat warga: A, B, dan C*."""

from __future__ import annotations

from index.entities.beside import age_after
from index.entities.marks import Marks
from index.entities.naming import name_end, no_person, skip_titles
from index.entities.offices import office_at
from index.entities.sighting import Sighting
from index.language.calendar import NUMBER_WORDS

_LONGEST_LIST = 12
_NEAR = 5
_OPENING = frozenset([",", ":", "yakni", "yaitu", "bernama", "adalah", "masing-masing", "ialah"])


def find_enumerated(marks: Marks) -> list[Sighting]:
    """The names of lists that a number and what the people are open, each with that role.

    Two names at least must stand in the list. Marks the names.
    """
    tokens = marks.tokens
    found: list[Sighting] = []
    for at, key in enumerate(tokens.keys):
        if key not in NUMBER_WORDS or tokens.headline[at]:
            continue
        head = at + 2 if tokens.key(at + 1) == "orang" else at + 1
        office = office_at(marks, head) if head < len(tokens) else None
        if office is None or office.role is None or tokens.capital[head]:
            continue
        start = _list_start(marks, office.end)
        names = _names(marks, start) if start is not None else []
        if len(names) < 2:
            continue
        for first, end in names:
            marks.mark_name(first, end)
            found.append(Sighting(first, end, office.role, office.part, cue="list"))
    return found


def _list_start(marks: Marks, at: int) -> int | None:
    """The token after the mark or word that opens the list, near ``at``; None where none does."""
    tokens = marks.tokens
    for end in range(at, min(at + _NEAR, len(tokens))):
        if tokens.keys[end] in _OPENING:
            while tokens.key(end) in _OPENING:
                end += 1
            return end
        if tokens.words[end] in ".\n":
            return None
    return None


def _names(marks: Marks, at: int) -> list[tuple[int, int]]:
    """The names of a list from token ``at`` on, as far as it goes on with commas and *dan*."""
    names: list[tuple[int, int]] = []
    while len(names) < _LONGEST_LIST:
        start = skip_titles(marks, at)
        end = name_end(marks, start)
        single = end - start == 1 and start == at and not age_after(marks, end)
        if end == start or single or no_person(marks, start, end):
            return names
        if marks.site(start) is not None or any(marks.name[start:end]):
            return names
        names.append((start, end))
        at = _next(marks, end)
        if at == end:
            return names
    return names


def _next(marks: Marks, end: int) -> int:
    """Where the next name of the list would stand; an age in brackets is passed over."""
    tokens = marks.tokens
    at = end
    if tokens.key(at) == "(":
        close = next((i for i in range(at, min(at + 5, len(tokens))) if tokens.words[i] == ")"), -1)
        if close < 0:
            return end
        at = close + 1
    moved = at
    while tokens.key(moved) in (",", "dan", "serta"):
        moved += 1
    return moved if moved > at else end
