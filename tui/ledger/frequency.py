"""How often each value of a column stands in a sheet: rows, articles, the least and the most."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from index.reported import Reported
from tui.i18n import text
from tui.ledger.amounts import RANGE, number, unit_words, value
from tui.ledger.series import UnitOf
from tui.ledger.sheet import Column, Sheet

_BAR = 20
"""Cells of the longest bar."""


@dataclass(slots=True)
class Group:
    """The rows that share a value: how it is shown, their articles, and the values they have."""

    key: Hashable
    shown: str
    share: float = 0.0
    rows: int = 0
    articles: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    least: float | None = None
    most: float | None = None

    def take(self, row: Reported, unit: str) -> None:
        """Counts one row, whose value is of a kind of ``unit``."""
        self.rows += 1
        self.articles.add(row.article)
        self.units.add(unit)
        found = value(row.figure)
        if found is not None:
            self.least = found if self.least is None else min(self.least, found)
            self.most = found if self.most is None else max(self.most, found)

    @property
    def between(self) -> str:
        """The least and the most value, where all are of one unit; else how many units there are.

        People are not compared with rupiah.
        """
        if len(self.units) > 1:
            return text("frequency.units", count=len(self.units))
        if self.least is None:
            return ""
        same = self.least == self.most
        values = number(self.least) if same else f"{number(self.least)}{RANGE}{number(self.most)}"
        return f"{values} {unit_words(next(iter(self.units)))}".strip()


def groups(rows: Iterable[Reported], column: Column[Reported], unit_of: UnitOf) -> list[Group]:
    """The groups of ``rows`` by the value of ``column``, the most frequent first."""
    found: dict[Any, Group] = {}
    for row in rows:
        key = column.key(row)
        group = found.get(key)
        if group is None:
            group = found[key] = Group(key, column.text(row))
        group.take(row, unit_of(row))
    ordered = sorted(found.values(), key=lambda group: -group.rows)
    for group in ordered:
        group.share = group.rows / ordered[0].rows
    return ordered


def frequency(rows: Iterable[Reported], column: Column[Reported], unit_of: UnitOf) -> Sheet[Group]:
    """A sheet with a row for each value of ``column``; its first column has that column's id."""
    columns: Sequence[Column[Group]] = (
        Column(
            column.id, lambda group: group.shown or text("frequency.none"),
            lambda group: group.key, 0, 12, 48, right=column.right, style=column.style,
        ),
        Column("rows", lambda group: number(group.rows), lambda group: group.rows, 1, 7, 9, True),
        Column(
            "articles", lambda group: number(len(group.articles)),
            lambda group: len(group.articles), 2, 8, 9, True,
        ),
        Column("between", lambda group: group.between, lambda group: group.most, 3, 9, 40),
        Column(
            "bar", lambda group: "█" * max(1, round(group.share * _BAR)),
            lambda group: group.rows, 4, 4, _BAR, style="$figure",
        ),
    )  # fmt: skip
    found = groups(rows, column, unit_of)
    return Sheet(columns, found, [group.shown.casefold() for group in found])
