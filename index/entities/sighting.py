"""A name where it was sighted, before the article decides who it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.entities.marks import Marks


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in tokens ``start:end`` of a part, and the role beside it.

    ``other`` is the span of another name of the same person (*alias X*); ``initials`` tells
    that only initials are printed; ``cue`` what gave the name away.
    """

    start: int
    end: int
    role: str | None = None
    part: bool = False
    other: tuple[int, int] | None = None
    initials: bool = False
    cue: str = ""


def undoubled(marks: Marks, sighting: Sighting) -> Sighting:
    """The sighting without what is printed twice (*Benny Benny R*, *Zohran M Zohran M*)."""
    keys = marks.tokens.keys
    start, end = sighting.start, sighting.end
    for size in range(1, (end - start) // 2 + 1):
        if keys[start : start + size] == keys[start + size : start + 2 * size]:
            return replace(sighting, start=start + size)
    return sighting
