"""A screen with a table of figures: moving, sorting, narrowing, counting values."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.screen import Screen
from textual.widgets import Input

from index.reported import Reported
from tui.i18n import text
from tui.ledger.columns import COLUMNS
from tui.ledger.frequency import Group, frequency
from tui.ledger.sheet import Narrowing, Sheet
from tui.widgets.filter_line import FilterLine
from tui.widgets.sheet_table import SheetTable


class SheetScreen(Screen[Reported | None], inherit_bindings=False):
    """Holds the rows, the groups where values are counted, and the table that shows either.

    Its heir says what else is on the screen (``compose``), and tells of every change (``tell``).
    """

    def __init__(self, looks: Mapping[str, str]) -> None:
        super().__init__()
        self._looks = looks
        self._sheet: Sheet[Reported] = Sheet(COLUMNS, ())
        self._groups: Sheet[Group] | None = None
        self._grouped_by = 0
        self._units: Mapping[str | None, str] = {}
        self._table = SheetTable(self._sheet, looks, self.signs, "ledger")
        self._filter = FilterLine()

    def tell(self) -> None:
        """Something has changed of what is shown."""

    def unit_of(self, row: Reported) -> str:
        """The kind of a row's unit: only values of one kind stand beside each other."""
        unit, per = row.figure.unit, row.figure.per
        kind = self._units.get(unit, unit or "")
        return f"{kind}/{per}" if per else kind

    def signs(self, _row: object) -> tuple[str, str]:
        """The mark and the warning of a row."""
        return "", ""

    def action_move(self, direction: str) -> None:
        """Moves the cursor: ``down up page_down page_up first last left right``."""
        self._table.move(direction)

    @on(SheetTable.HeadingClicked)
    def action_sort(self) -> None:
        """Sorts by the column under the cursor; once more, the other way round."""
        sheet = self._table.sheet
        number = self._table.number
        first = sheet.sorted_by != self._table.column.id
        # The largest, the latest and the most frequent are what one looks for first.
        descending = self._table.column.right if first else None
        sheet.sort(self._table.column.id, descending=descending)
        self._table.lay_out(keep=None if first else number)
        if first:
            self._table.move("first")
        self.tell()

    def action_filter(self) -> None:
        """Opens the line in which words are typed that rows must hold."""
        self._filter.open()

    @on(Input.Changed, "#ledger-filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self._table.sheet.search(event.value)
        self._table.lay_out()
        self.tell()

    def action_end_filter(self, keep: bool) -> None:
        """Closes the line; without ``keep`` the words are taken back."""
        if not keep:
            self._filter.value = ""
        self._filter.display = False
        self._table.focus()

    def action_same(self, keep: bool) -> None:
        """Keeps to the rows that have the value under the cursor, or to the others."""
        row = self._table.current
        if isinstance(row, Reported):
            self._narrow(self._table.at, self._table.column.key(row), keep=keep)
        elif isinstance(row, Group):
            self._narrow(self._grouped_by, row.key, keep=keep)

    def _narrow(self, at: int, value: object, *, keep: bool) -> None:
        column = COLUMNS[at]
        shown = next(
            (column.text(row) for row in self._sheet.shown if column.key(row) == value), ""
        )
        name = text(f"column.{column.id}")
        words = f"{name} {'=' if keep else '≠'} {shown or text('frequency.none')}"
        number = self._table.number if self._groups is None else None
        self._groups = None
        self._sheet.keep(Narrowing(words, lambda _, row: (column.key(row) == value) == keep))
        self._table.show(self._sheet, at=at)
        self._table.lay_out(keep=number)
        self.tell()

    def action_group(self) -> None:
        """Counts the values of the column under the cursor; once more, goes back to the rows."""
        if self._groups is not None:
            self._ungroup()
            return
        if not len(self._sheet):
            return
        self._grouped_by = self._table.at
        self._groups = frequency(self._sheet.shown, self._table.column, self.unit_of)
        self._table.show(self._groups)
        self.tell()

    def _ungroup(self) -> None:
        self._groups = None
        self._table.show(self._sheet, at=self._grouped_by)
        self.tell()

    def action_back(self) -> None:
        """Takes back one thing: a search among groups, the groups, a narrowing; then closes."""
        number = self._table.number
        if self._groups is not None:
            if self._groups.take_back():
                self._table.lay_out(keep=number)
                self.tell()
            else:
                self._ungroup()
        elif self._sheet.take_back():
            with self.prevent(Input.Changed):
                self._filter.value = ""
            self._table.lay_out(keep=number)
            self.tell()
        else:
            self.dismiss(None)
