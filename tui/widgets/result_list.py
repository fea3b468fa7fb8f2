"""The list of hits: one option a hit, marks in the margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from index.article import Hit
from tui.commands import Place, bindings
from tui.marks import Marks
from tui.widgets.rows import row

MARGIN = 2
MARK = "●"
LOAD_AHEAD = 5


class ResultList(OptionList):
    """Shows the hits loaded so far and asks for more when the cursor nears the end."""

    BINDINGS = bindings(Place.RESULTS)

    class EndNeared(Message):
        """The cursor is near the last row that is loaded."""

    class MarkClicked(Message):
        """The margin of a row was clicked."""

        def __init__(self, identifier: str) -> None:
            super().__init__()
            self.identifier = identifier

    class Chosen(Message):
        """A row was clicked twice."""

    def __init__(self, marks: Marks, looks: dict[str, str]) -> None:
        self._margins: dict[tuple[bool, bool, bool], Strip] = {}
        super().__init__(id="results", markup=False)
        self._marks = marks
        self._looks = looks
        self._hits: list[Hit] = []
        self._first_words: dict[str, str] = {}
        self._laid_out_for = (0, False)
        self.compact_rows = False

    @property
    def hits(self) -> Sequence[Hit]:
        """The hits that are loaded."""
        return self._hits

    @property
    def current(self) -> Hit | None:
        """The hit under the cursor."""
        if self.highlighted is None or self.highlighted >= len(self._hits):
            return None
        return self._hits[self.highlighted]

    def show(self, hits: Sequence[Hit], first_words: Mapping[str, str]) -> None:
        """Replaces the rows and puts the cursor on the first.

        ``first_words`` are the beginnings of the articles without a title, by id.
        """
        self._first_words = dict(first_words)
        self._hits = list(hits)
        self._fill(0 if hits else None)

    def extend(self, hits: Sequence[Hit], first_words: Mapping[str, str]) -> None:
        """Adds rows at the end; the cursor stays."""
        self._first_words.update(first_words)
        known = {hit.id for hit in self._hits}
        new = [hit for hit in hits if hit.id not in known]
        self._hits += new
        self.add_options(map(self._option, new))

    def move(self, direction: str) -> None:
        """Moves the cursor: ``down up page_down page_up first last``; it stops at the ends."""
        if not self._hits:
            return
        at = self.highlighted or 0
        if direction in ("down", "up"):
            step = 1 if direction == "down" else -1
            self.highlighted = min(max(at + step, 0), len(self._hits) - 1)
        elif direction == "page_down":
            self.action_page_down()  # type: ignore[no-untyped-call]
        elif direction == "page_up":
            self.action_page_up()  # type: ignore[no-untyped-call]
        elif direction == "first":
            self.action_first()
        else:
            self.action_last()

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Asks for more rows in time."""
        super().watch_highlighted(highlighted)
        if highlighted is not None and highlighted >= len(self._hits) - LOAD_AHEAD:
            self.post_message(self.EndNeared())

    @property
    def rows_in_sight(self) -> int:
        """How many rows can be seen at once, and a few more.

        A key press asks for no more than that, so that its answer is on the screen at once.
        """
        lines = max(self.size.height, 20)
        return lines // (2 if self.compact_rows else 5) + 2

    @property
    def _room(self) -> int:
        """Cells for the text of a row: what the margin and one free cell at the right leave."""
        return self.scrollable_content_region.width - MARGIN - 1

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Asks for more rows when the wheel or the scrollbar comes to the end."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value >= self.max_scroll_y - 1:
            self.post_message(self.EndNeared())

    def _option(self, hit: Hit) -> Option:
        prompt = row(
            hit,
            self._laid_out_for[0],
            self._looks,
            compact=self._laid_out_for[1],
            first_words=self._first_words.get(hit.id, ""),
        )
        return Option(prompt, hit.id)

    def _fill(self, highlighted: int | None) -> None:
        self._laid_out_for = (self._room, self.compact_rows)
        self.set_options(map(self._option, self._hits))
        self.highlighted = highlighted

    def on_resize(self) -> None:
        """Lays the rows out anew when their width or their height has changed."""
        self._fit()

    def on_show(self) -> None:
        """Lays the rows out that came while the list was hidden."""
        self._fit()

    def _fit(self) -> None:
        if self._hits and self._laid_out_for != (self._room, self.compact_rows):
            with self.prevent(OptionList.OptionHighlighted):
                self._fill(self.highlighted)

    # The margin, drawn as SelectionList draws its boxes

    def _get_left_gutter_width(self) -> int:
        return MARGIN

    def render_line(self, y: int) -> Strip:
        """One line of the list: margin and row."""
        strip = super().render_line(y)
        number = self.scroll_offset.y + y
        laid_out = self._line_cache  # up to date now; the properties would check it each time
        if number >= len(laid_out.lines):
            return strip
        index, line = laid_out.lines[number]
        if not self.compact_rows and line == laid_out.heights[index] - 1:  # free, under a row
            margin = self._margin(marked=False, current=False)
            ground = self.get_visual_style("option-list--option").rich_style
            return margin.adjust_cell_length(strip.cell_length + MARGIN, ground)
        marked = line == 0 and index < len(self._hits) and self._hits[index].id in self._marks
        return Strip.join([self._margin(marked=marked, current=index == self.highlighted), strip])

    def _margin(self, *, marked: bool, current: bool) -> Strip:
        """The margin of a line; there are only four, twice for the focus."""
        key = (marked, current, self.has_focus)
        margin = self._margins.get(key)
        if margin is None:
            names = ("option-list--option", "option-list--option-highlighted")
            style = self.get_visual_style(*names[: 2 if current else 1])
            sign = Content.styled(f"{MARK} " if marked else "  ", self._looks["marked"])
            pieces = sign.render(style, end="", parse_style=self.app.stylesheet.parse_style)
            segments = [Segment(words, look.rich_style) for words, look in pieces]
            margin = self._margins[key] = Strip(segments, MARGIN)
        return margin

    def notify_style_update(self) -> None:
        """Colours have changed: draws the margins anew."""
        self._margins.clear()
        super().notify_style_update()

    async def _on_click(self, event: events.Click) -> None:
        """One click moves the cursor, in the margin it marks; two accept."""
        number = self.scroll_offset.y + event.y
        if not 0 <= number < len(self._lines) or self._lines[number][0] >= len(self._hits):
            return
        index = self._lines[number][0]
        self.highlighted = index
        if event.x < MARGIN:
            self.post_message(self.MarkClicked(self._hits[index].id))
        elif event.chain == 2:
            self.post_message(self.Chosen())
