"""A table in memory: rows of any kind, columns that say what they show, an order, narrowings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    ``id`` names its heading in the catalogue (``column.ID``); ``text`` is what a cell shows, of
    any text of an article only what is inert; ``key`` what it is sorted and grouped by, None where
    nothing is known. ``rank`` tells which columns go first where there is no room for all (0 stays
    longest); ``least`` and ``most`` are cells; ``style`` is a style of Content.
    """

    id: str
    text: Callable[[Row], str]
    key: Callable[[Row], Any]
    rank: int
    least: int
    most: int
    right: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Narrowing(Generic[Row]):
    """A condition that rows are kept by, and how it is told."""

    words: str
    keeps: Callable[[int, Row], bool]


class Sheet(Generic[Row]):
    """Rows under columns; sorted by one of them, narrowed by conditions that can be taken back.

    ``haystacks`` are the case-folded words of each row, for ``search``.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row],
        haystacks: Sequence[str] = (),
    ) -> None:
        self.columns = tuple(columns)
        self.rows = rows
        self.sorted_by: str | None = None
        self.descending = False
        self._haystacks = haystacks
        self._narrowings: list[Narrowing[Row]] = []
        self._search: Narrowing[Row] | None = None
        self._all = list(range(len(rows)))  # every row, in the present order
        self.order = self._all  # those that are shown, by their number

    def __len__(self) -> int:
        return len(self.order)

    @property
    def shown(self) -> list[Row]:
        """The rows that are shown, in their order."""
        return [self.rows[number] for number in self.order]

    @property
    def narrowings(self) -> tuple[str, ...]:
        """What the rows are narrowed to, in words, the first first; a search comes last."""
        search = [self._search] if self._search else []
        return tuple(each.words for each in (*self._narrowings, *search))

    def column(self, name: str) -> Column[Row]:
        """The column with the id ``name``."""
        return next(column for column in self.columns if column.id == name)

    def sort(self, name: str, *, descending: bool | None = None) -> None:
        """Sorts by a column, or the other way round where it is sorted by it.

        Rows of one value keep the order they had; those of which nothing is known come last.
        """
        if descending is None:
            descending = self.sorted_by == name and not self.descending
        self.sorted_by, self.descending = name, descending
        key = self.column(name).key
        keys = {number: key(self.rows[number]) for number in self._all}
        known = [number for number in self._all if keys[number] is not None]
        unknown = [number for number in self._all if keys[number] is None]
        known.sort(key=keys.__getitem__, reverse=descending)
        self._all = known + unknown
        self._narrow()

    def keep(self, narrowing: Narrowing[Row]) -> None:
        """Narrows the rows further."""
        self._narrowings.append(narrowing)
        self._narrow()

    def search(self, typed: str) -> None:
        """Keeps to the rows that hold every word of ``typed``; without a word, to none of them."""
        words = typed.casefold().split()
        haystacks = self._haystacks
        self._search = (
            Narrowing(
                f"/{typed.strip()}", lambda number, _: all(w in haystacks[number] for w in words)
            )
            if words
            else None
        )
        self._narrow()

    def take_back(self) -> bool:
        """Takes the last narrowing back; tells whether there was one."""
        if self._search is not None:
            self._search = None
        elif self._narrowings:
            self._narrowings.pop()
        else:
            return False
        self._narrow()
        return True

    def _narrow(self) -> None:
        order = self._all
        for each in (*self._narrowings, *((self._search,) if self._search else ())):
            order = [number for number in order if each.keeps(number, self.rows[number])]
        self.order = order
