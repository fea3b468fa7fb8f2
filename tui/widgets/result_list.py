"""The list of hits: one option a row, marks in the margin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from index.article import Hit
from tui.commands import Place, bindings
from tui.listing import Listing, Row
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
        self._listing = Listing()
        self._first_words: dict[str, str] = {}
        self._laid_out_for = (0, False)
        self.compact_rows = False

    @property
    def hits(self) -> Sequence[Hit]:
        """The hits that are loaded, without the copies they are opened to."""
        return self._listing.hits

    @property
    def rows(self) -> Sequence[Row]:
        """All rows from top to bottom, those of copies too."""
        return self._listing.rows

    @property
    def folded(self) -> bool:
        """Whether there is one hit for each text."""
        return self._listing.folded

    @property
    def copies_open(self) -> int:
        """How many copies are open at the cursor."""
        if self.highlighted is None:
            return 0
        return self._listing.copies_below(self._listing.leader(self.highlighted))

    @property
    def current_row(self) -> Row | None:
        """The row under the cursor."""
        if self.highlighted is None or self.highlighted >= len(self.rows):
            return None
        return self.rows[self.highlighted]

    @property
    def current(self) -> Hit | None:
        """The hit under the cursor, which may be a copy of another."""
        row = self.current_row
        return None if row is None else row.hit

    def show(
        self,
        hits: Sequence[Hit],
        first_words: Mapping[str, str],
        *,
        folded: bool = False,
        stay: bool = False,
    ) -> None:
        """Replaces the rows and puts the cursor on the first.

        ``first_words`` are the beginnings of the articles without a title, by id; ``folded``
        tells that there is one hit for each text. With ``stay`` the cursor keeps to its article,
        or where that is gone to its place.
        """
        current, at = self.current, self.highlighted or 0
        self._first_words = dict(first_words)
        self._listing.replace(hits, folded=folded)
        if not stay or not hits:
            self._fill(0 if hits else None)
            return
        ids = [hit.id for hit in hits]
        place = ids.index(current.id) if current is not None and current.id in ids else at
        self._fill_in_place(min(place, len(hits) - 1))

    def extend(self, hits: Sequence[Hit], first_words: Mapping[str, str]) -> None:
        """Adds rows at the end; the cursor stays."""
        self._first_words.update(first_words)
        self.add_options(map(self._option, self._listing.extend(hits)))

    def open_copies(
        self, identifier: str, copies: Sequence[Hit], first_words: Mapping[str, str]
    ) -> None:
        """Shows the copies of the hit ``identifier`` below it and brings them into view."""
        self._first_words.update(first_words)
        if self._listing.open(identifier, copies):
            self._fill_in_place(self.highlighted)
            self._bring_into_view(identifier)

    def close_copies(self) -> bool:
        """Takes the copies at the cursor away, which comes to the hit they are of.

        Tells whether there were any.
        """
        if self.highlighted is None or not self.rows:
            return False
        at = self._listing.leader(self.highlighted)
        identifier = self.rows[at].hit.id
        if not self._listing.is_open(identifier):
            return False
        self._listing.close(identifier)
        self._fill_in_place(at)
        return True

    def go_to(self, identifier: str) -> bool:
        """Puts the cursor on an article, where it has a row; tells whether it has."""
        at = next((i for i, row in enumerate(self.rows) if row.hit.id == identifier), None)
        if at is None:
            return False
        self.highlighted = at
        return True

    def add_apart(self, hit: Hit) -> None:
        """Shows an article above the hits that has no row of its own, the cursor on it."""
        self._listing.add_apart(hit)
        with self.prevent(OptionList.OptionHighlighted):
            self._fill(None)
        self.highlighted = 0

    def move(self, direction: str) -> None:
        """Moves the cursor: ``down up page_down page_up first last``; it stops at the ends."""
        if not self.rows:
            return
        at = self.highlighted or 0
        if direction in ("down", "up"):
            step = 1 if direction == "down" else -1
            self.highlighted = min(max(at + step, 0), len(self.rows) - 1)
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
        if highlighted is not None and highlighted >= len(self.rows) - LOAD_AHEAD:
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

    def _option(self, each: Row) -> Option:
        prompt = row(
            each,
            self._laid_out_for[0],
            self._looks,
            compact=self._laid_out_for[1],
            first_words=self._first_words.get(each.hit.id, ""),
        )
        # What stands apart may have a row of its own further down: an id stands only once.
        return Option(prompt, each.hit.id if each.number else None)

    def _fill(self, highlighted: int | None) -> None:
        self._laid_out_for = (self._room, self.compact_rows)
        self.set_options(map(self._option, self.rows))
        self.highlighted = highlighted

    def _fill_in_place(self, highlighted: int | None) -> None:
        """Lays the rows out anew, without moving what is in sight."""
        top = self.scroll_offset.y
        self._fill(highlighted)
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.scroll_to_highlight()

    def _bring_into_view(self, identifier: str) -> None:
        """Scrolls to a hit and all of its copies; to the hit, where they have no room."""
        first = self.get_option_index(identifier)
        last = first + self._listing.copies_below(first)
        top = self._index_to_line[first]
        height = self._index_to_line[last] + self._heights[last] - top
        size = self.scrollable_content_region
        region = Region(0, top, size.width, min(height, size.height))
        self.scroll_to_region(region, force=True, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Lays the rows out anew when their width or their height has changed."""
        self._fit()

    def on_show(self) -> None:
        """Lays the rows out that came while the list was hidden."""
        self._fit()

    def _fit(self) -> None:
        if self.rows and self._laid_out_for != (self._room, self.compact_rows):
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
        marked = line == 0 and index < len(self.rows) and self.rows[index].hit.id in self._marks
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
        if not 0 <= number < len(self._lines) or self._lines[number][0] >= len(self.rows):
            return
        index = self._lines[number][0]
        self.highlighted = index
        if event.x < MARGIN:
            self.post_message(self.MarkClicked(self.rows[index].hit.id))
        elif event.chain == 2:
            self.post_message(self.Chosen())
