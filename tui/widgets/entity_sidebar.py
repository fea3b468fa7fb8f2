"""The names and numbers of the article, by kind, with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.commands import Place, bindings
from tui.entries import Entry, Group
from tui.i18n import text
from tui.widgets.snippets import limit_lines

LABEL_LINES = 2
DETAIL_LINES = 2
WARNING_LINES = 4


class EntitySidebar(OptionList):
    """A list whose headings cannot be entered; moving in it visits the mentions."""

    BINDINGS = bindings(Place.ENTITIES)

    class Visited(Message):
        """The cursor came to an entry, or went on to its mention ``number`` (from 0)."""

        def __init__(self, entry: Entry, number: int) -> None:
            super().__init__()
            self.entry = entry
            self.number = number

    class Chosen(Message):
        """An entry was clicked twice."""

    def __init__(self, looks: Mapping[str, str]) -> None:
        super().__init__(id="entities", markup=False)
        self._looks = looks
        self._groups: Sequence[Group] = ()
        self._entries: list[Entry | None] = []
        self._number = 0
        self._laid_out_at = 0
        self.border_title = text("entities.title")

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        if self.highlighted is None or self.highlighted >= len(self._entries):
            return None
        return self._entries[self.highlighted]

    def show(self, groups: Sequence[Group], *, stay: bool = False) -> None:
        """Replaces the entries; no entry is under the cursor until the user goes there.

        With ``stay`` the cursor keeps to the place it had: the article is the same.
        """
        at, top = self.highlighted, self.scroll_offset.y
        self._groups = groups
        self._number = 0
        self.border_subtitle = ""
        self._fill()
        known = [index for index, entry in enumerate(self._entries) if entry is not None]
        if stay and at is not None and known:
            self.highlighted = min(known, key=lambda index: abs(index - at))
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def clear(self) -> None:
        """Lists nothing, because no article is shown."""
        self._groups = ()
        self._entries = []
        self.border_subtitle = ""
        self.clear_options()

    def count(self, position: int, total: int) -> None:
        """Shows which of its mentions the reader stands at."""
        counter = text("entities.counter", position=position, total=total)
        self.border_subtitle = counter if total else ""

    def step(self, direction: int) -> None:
        """Goes to the next mention (1) of the entry, or the one before (-1)."""
        if self.current is None:
            self.move("first")
            return
        self._number += direction
        self.post_message(self.Visited(self.current, self._number))

    def move(self, direction: str) -> None:
        """Moves the cursor: ``down up page_down page_up first last``; it stops at the ends."""
        known = [index for index, entry in enumerate(self._entries) if entry is not None]
        if not known:
            return
        if self.highlighted is None or direction == "first":
            self.highlighted = known[0]
            self.scroll_home(animate=False)
        elif direction == "down":
            self.highlighted = min((i for i in known if i > self.highlighted), default=known[-1])
        elif direction == "up":
            self.highlighted = max((i for i in known if i < self.highlighted), default=known[0])
            if self.highlighted == known[0]:
                self.scroll_home(animate=False)
        elif direction == "page_down":
            self.action_page_down()  # type: ignore[no-untyped-call]
        elif direction == "page_up":
            self.action_page_up()  # type: ignore[no-untyped-call]
        else:
            self.highlighted = known[-1]

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Visits the first mention of the entry that the cursor came to."""
        super().watch_highlighted(highlighted)
        self._number = 0
        if self.current is not None and self.has_focus:
            self.post_message(self.Visited(self.current, 0))

    def enter(self) -> None:
        """Puts the cursor on the first entry when it stands nowhere."""
        if self.current is None:
            self.move("first")

    def render_line(self, y: int) -> Strip:
        """A line of the list; what was laid out for another width is laid out anew.

        No event tells surely that the region has changed: entries may come while the pane is
        hidden, and it may come back as wide as it was.
        """
        if self._entries and self._laid_out_at != self.scrollable_content_region.width:
            self.call_later(self._fit)
        return super().render_line(y)

    def _fit(self) -> None:
        if self._entries and self._laid_out_at != self.scrollable_content_region.width:
            with self.prevent(self.Visited):
                highlighted, number = self.highlighted, self._number
                self._fill()
                self.highlighted, self._number = highlighted, number

    def _fill(self) -> None:
        self._laid_out_at = self.scrollable_content_region.width
        width = max(self._laid_out_at - 1, 12)
        options: list[Option] = []
        self._entries = []
        for group in self._groups:
            if options:
                options.append(Option(Content(""), disabled=True))
                self._entries.append(None)
            options.append(Option(self._heading(group, width), disabled=True))
            self._entries.append(None)
            for entry in group.entries:
                options.append(Option(self._prompt(entry, width)))
                self._entries.append(entry)
        if not options:
            words = Content.styled(text("entities.none"), self._looks["faint"])
            options.append(Option(words, disabled=True))
            self._entries.append(None)
        self.set_options(options)

    def _heading(self, group: Group, width: int) -> Content:
        colour = f"bold ${group.kind.value}"
        return _spread(
            Content.styled(group.kind.words, colour),
            Content.styled(str(len(group.entries)), colour),
            width,
        )

    def _prompt(self, entry: Entry, width: int) -> Content:
        number = Content.styled(str(len(entry.mentions)), self._looks["faint"])
        label = Content.styled(entry.label, f"${entry.kind.value}")
        first, *others = limit_lines(label, width - number.cell_length - 3, LABEL_LINES) or [label]
        lines = [_spread(first.rstrip(), number, width)]
        lines += [Content.assemble("  ", line) for line in others]
        detail = Content.styled(entry.detail, self._looks["faint"])
        lines += [
            Content.assemble("  ", line) for line in limit_lines(detail, width - 2, DETAIL_LINES)
        ]
        if entry.warning:
            warning = Content.styled(f"! {entry.warning}", self._looks["problem"])
            lines += [
                Content.assemble("  ", line)
                for line in limit_lines(warning, width - 2, WARNING_LINES)
            ]
        return Content("\n").join(lines)

    async def _on_click(self, event: events.Click) -> None:
        """One click visits the next mention of an entry, two narrow the search to it."""
        index = event.style.meta.get("option")
        if not isinstance(index, int) or self._entries[index] is None:
            return
        if event.chain == 2:
            self.post_message(self.Chosen())
        elif index == self.highlighted:
            self.step(1)
        else:
            self.highlighted = index


def _spread(left: Content, right: Content, width: int) -> Content:
    """``left`` and ``right`` at the two ends of a line."""
    gap = max(1, width - left.cell_length - right.cell_length)
    return Content.assemble(left, " " * gap, right)
