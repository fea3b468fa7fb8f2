"""The rows of the result list: a row for each hit and, below it where it is open, its copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.article import Hit


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list.

    ``number`` counts the hits of the list from 1; a copy has that of the hit it stands below.
    ``copy`` is 0 for the hit itself and counts its copies from 1. ``hidden`` tells of a hit that
    it has copies which the list does not show. The number 0 has an article that stands apart
    above the hits, because it was come to by another way than the list.
    """

    hit: Hit
    number: int
    copy: int = 0
    hidden: bool = False


class Listing:
    """Hits in the order of a page, some of them open.

    ``folded`` tells that the page has one hit for each text, so that its copies are not on it.
    """

    def __init__(self) -> None:
        self._hits: list[Hit] = []
        self._copies: dict[str, tuple[Hit, ...]] = {}
        self._rows: list[Row] = []
        self._apart: Hit | None = None
        self.folded = True

    @property
    def hits(self) -> Sequence[Hit]:
        """The hits, without the copies they are opened to."""
        return self._hits

    @property
    def rows(self) -> Sequence[Row]:
        """All rows from top to bottom."""
        return self._rows

    def replace(self, hits: Iterable[Hit], *, folded: bool) -> None:
        """Other hits, all closed."""
        self.folded = folded
        self._hits = list(hits)
        self._copies = {}
        self._apart = None
        self._lay_out()

    def extend(self, hits: Iterable[Hit]) -> Sequence[Row]:
        """More hits at the end; gives their rows. One that has a row already is left out."""
        known = {row.hit.id for row in self._rows if row.number}
        new = [hit for hit in hits if hit.id not in known]
        rows = [self._row(hit, number) for number, hit in enumerate(new, len(self._hits) + 1)]
        self._hits += new
        self._rows += rows
        return rows

    def add_apart(self, hit: Hit) -> None:
        """Puts an article above the hits that is not among those loaded; another one goes."""
        self._apart = hit
        self._lay_out()

    def open(self, identifier: str, copies: Iterable[Hit]) -> bool:
        """Opens the hit ``identifier`` to its copies; tells whether that adds any row."""
        known = {row.hit.id for row in self._rows}
        new = tuple(copy for copy in copies if copy.id not in known)
        if not new or identifier not in {hit.id for hit in self._hits}:
            return False
        self._copies[identifier] = new
        self._lay_out()
        return True

    def close(self, identifier: str) -> None:
        """Takes the copies below the hit ``identifier`` away."""
        self._copies.pop(identifier, None)
        self._lay_out()

    def is_open(self, identifier: str) -> bool:
        """Whether the hit ``identifier`` shows its copies."""
        return identifier in self._copies

    def leader(self, index: int) -> int:
        """The index of the hit that row ``index`` is a copy of; its own if it is none."""
        return index - self._rows[index].copy

    def copies_below(self, index: int) -> int:
        """How many copies the hit in row ``index`` shows."""
        return len(self._copies.get(self._rows[index].hit.id, ()))

    def _lay_out(self) -> None:
        self._rows = [] if self._apart is None else [Row(self._apart, 0)]
        for number, hit in enumerate(self._hits, 1):
            copies = self._copies.get(hit.id, ())
            self._rows.append(self._row(hit, number))
            self._rows += [Row(copy, number, place) for place, copy in enumerate(copies, 1)]

    def _row(self, hit: Hit, number: int) -> Row:
        hidden = self.folded and hit.copies > 0 and hit.id not in self._copies
        return Row(hit, number, hidden=hidden)
