"""A sheet drawn line by line: only what is in sight is laid out, however long it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tui.commands import Place, bindings
from tui.i18n import text
from tui.ledger.layout import GAP, fit, naturals
from tui.ledger.sheet import Column, Sheet

HEADER = 1
MARGIN = 4
"""Cells before the first column: the mark, the warning, and one free beside each."""
MARK = "●"
_ARROWS = ("▲", "▼")


class SheetTable(ScrollView):
    """Shows one sheet with a cursor on a cell; its heading stays while the rows scroll.

    ``signs(row)`` gives the mark and the warning of a row, each of one cell, or empty.
    """

    BINDINGS = bindings(Place.LEDGER)
    COMPONENT_CLASSES = {"sheet--row-current", "sheet--heading"}  # noqa: RUF012
    can_focus = True

    class Moved(Message):
        """The cursor came to another row or column."""

    class Chosen(Message):
        """A row was clicked twice."""

    class HeadingClicked(Message):
        """The heading of the column under the cursor was clicked."""

    def __init__(
        self,
        sheet: Sheet[Any],
        looks: Mapping[str, str],
        signs: Callable[[Any], tuple[str, str]],
        identifier: str,
    ) -> None:
        super().__init__(id=identifier)
        self._looks = looks
        self._signs = signs
        self._sheet = sheet
        self._wanted: list[int] = []
        self._widths: dict[int, int] = {}
        self._styles: dict[str, Style] = {}
        self.row = 0
        self.at = 0

    @property
    def sheet(self) -> Sheet[Any]:
        """The sheet that is shown."""
        return self._sheet

    @property
    def current(self) -> Any | None:
        """The row under the cursor; None where there is none."""
        order = self._sheet.order
        return self._sheet.rows[order[self.row]] if self.row < len(order) else None

    @property
    def column(self) -> Column[Any]:
        """The column under the cursor."""
        return self._sheet.columns[self.at]

    @property
    def hidden(self) -> int:
        """How many columns have no room."""
        return len(self._sheet.columns) - len(self._widths)

    def show(self, sheet: Sheet[Any], *, row: int = 0, at: int = 0) -> None:
        """Shows a sheet, the cursor on row ``row`` of column ``at``."""
        self._sheet, self.at, self.row = sheet, at, row
        self.lay_out()

    def lay_out(self, *, keep: int | None = None) -> None:
        """Shows what has become of the sheet; ``keep`` is the number of the row to stay on."""
        order = self._sheet.order
        if keep is not None and keep in order:
            self.row = order.index(keep)
        self.row = max(0, min(self.row, len(order) - 1))
        self._wanted = naturals(self._sheet)
        self._arrange()
        self._go()

    @property
    def number(self) -> int | None:
        """The number of the row under the cursor, which it keeps in every order."""
        order = self._sheet.order
        return order[self.row] if self.row < len(order) else None

    def move(self, direction: str) -> None:
        """Moves the cursor: ``down up page_down page_up first last left right``."""
        page = max(1, self._page)
        if direction in ("left", "right"):
            step = 1 if direction == "right" else -1
            self.at = max(0, min(self.at + step, len(self._sheet.columns) - 1))
            self._arrange()
        else:
            target = {
                "down": self.row + 1,
                "up": self.row - 1,
                "page_down": self.row + page,
                "page_up": self.row - page,
                "first": 0,
                "last": len(self._sheet) - 1,
            }[direction]
            self.row = max(0, min(target, len(self._sheet) - 1))
        self._go()

    @property
    def _page(self) -> int:
        return self.scrollable_content_region.height - HEADER

    def _go(self) -> None:
        """Brings the row under the cursor into view and draws anew."""
        top = round(self.scroll_offset.y)
        page = max(1, self._page)
        if self.row < top:
            top = self.row
        elif self.row >= top + page:
            top = self.row - page + 1
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.refresh()
        self.post_message(self.Moved())

    def _arrange(self) -> None:
        size = self.scrollable_content_region
        room = max(size.width - MARGIN, 1)
        self._widths = fit(self._sheet.columns, self._wanted, room, self.at)
        self.virtual_size = Size(size.width, len(self._sheet) + HEADER)

    def on_resize(self) -> None:
        """Lays the columns out anew."""
        self.lay_out()

    def notify_style_update(self) -> None:
        """Colours have changed."""
        self._styles.clear()
        super().notify_style_update()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line: the heading, or a row."""
        width = self.scrollable_content_region.width
        if y < HEADER:
            return self._heading(width)
        at = round(self.scroll_offset.y) + y - HEADER
        if at >= len(self._sheet):
            return Strip.blank(width, self.rich_style)
        row = self._sheet.rows[self._sheet.order[at]]
        current = at == self.row
        names = ("sheet--row-current",) if current else ()
        ground = self.get_visual_style(*names)
        mark, warning = self._signs(row)
        segments = [
            self._segment(f"{mark or ' '} ", self._looks["marked"], ground),
            self._segment(f"{warning or ' '} ", self._looks["problem"], ground),
        ]
        for place, cells in self._widths.items():
            column = self._sheet.columns[place]
            words = _cell(column.text(row), cells, right=column.right)
            chosen = current and place == self.at
            style = self._looks["current"] if chosen else column.style
            segments.append(self._segment(words, style, ground))
            segments.append(self._segment(" " * GAP, "", ground))
        return Strip(segments).adjust_cell_length(width, ground.rich_style)

    def _heading(self, width: int) -> Strip:
        ground = self.get_visual_style("sheet--heading")
        segments = [self._segment(" " * MARGIN, "", ground)]
        for place, cells in self._widths.items():
            column = self._sheet.columns[place]
            name = text(f"column.{column.id}")
            if column.id == self._sheet.sorted_by:
                arrow = _ARROWS[self._sheet.descending]
                name = f"{_cut(name, max(cells - 2, 1))} {arrow}" if cells > 2 else arrow
            style = "bold $primary" if place != self.at else "bold reverse $primary"
            words = _cell(name, cells, right=column.right)
            segments.append(self._segment(words, style, ground))
            segments.append(self._segment(" " * GAP, "", ground))
        line = Strip(segments).adjust_cell_length(width, ground.rich_style)
        if not self.hidden:
            return line
        more = f" +{self.hidden}"
        sign = Strip([self._segment(more, self._looks["faint"], ground)])
        return Strip.join([line.crop(0, width - len(more)), sign])

    def _segment(self, words: str, style: str, ground: Style) -> Segment:
        if not style:
            return Segment(words, ground.rich_style)
        known = self._styles.get(style)
        if known is None:
            known = self._styles[style] = self.app.stylesheet.parse_style(style)
        return Segment(words, (ground + known).rich_style)

    # The mouse

    async def _on_click(self, event: events.Click) -> None:
        """One click moves the cursor, on a heading it sorts; two choose the row."""
        left = MARGIN
        for place, cells in self._widths.items():
            if left <= event.x < left + cells + GAP:
                self.at = place
            left += cells + GAP
        if event.y < HEADER:
            self.post_message(self.HeadingClicked())
            return
        at = round(self.scroll_offset.y) + event.y - HEADER
        if at < len(self._sheet):
            self.row = at
            self._go()
            if event.chain == 2:
                self.post_message(self.Chosen())


def _cut(words: str, cells: int) -> str:
    if cell_len(words) <= cells:
        return words
    return set_cell_size(words, max(cells - 1, 0)).rstrip() + "…"


def _cell(words: str, cells: int, *, right: bool) -> str:
    """``words`` in just so many cells."""
    words = _cut(words, cells)
    free = " " * (cells - cell_len(words))
    return free + words if right else words + free
