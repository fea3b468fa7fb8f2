"""A page over the main screen that scrolls; it opens at once, and an answer fills it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from tui.commands import Place
from tui.i18n import text
from tui.widgets.key_line import KeyLine

BUSY_AFTER = 0.2  # seconds; what comes sooner shows no sign that it is on its way
NARROWEST = 20
STYLES = Path(__file__).parent.parent / "styles" / "page.tcss"


class Page(Static):
    """The page, laid out for the width it has by its screen's ``draw``."""

    def __init__(self, screen: PageScreen, identifier: str) -> None:
        super().__init__("", id=identifier, classes="page", markup=False)
        self._drawn_by = screen
        self._laid_out_at = 0

    def lay_out(self) -> None:
        """Draws what there is to show; nothing without an answer, or a width."""
        self._laid_out_at = self.content_size.width
        if not self._drawn_by.waiting and self._laid_out_at:
            self.update(self._drawn_by.draw(max(self._laid_out_at, NARROWEST)))

    def on_resize(self) -> None:
        """Lays the page out anew when its width has changed."""
        if self._laid_out_at != self.content_size.width:
            # Within the event, the height of what is drawn anew would not be asked for.
            self.call_after_refresh(self.lay_out)


class PageScreen(ModalScreen[str | None], inherit_bindings=False):
    """What such pages share: a frame with a title, scrolling, the keys that hold, closing.

    ``PLACE`` names their keys, ``NAME`` their widgets: ``#NAME``, ``#NAME-scroll``, ``#NAME-page``.
    """

    CSS_PATH = STYLES
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012
    PLACE: ClassVar[Place]
    NAME: ClassVar[str]

    def __init__(self, looks: Mapping[str, str]) -> None:
        super().__init__()
        self.looks = looks
        self.waiting = True
        self._late = False
        self._busy: Timer | None = None
        self._page = Page(self, f"{self.NAME}-page")
        self._scroll = VerticalScroll(
            self._page, id=f"{self.NAME}-scroll", classes="page-scroll", can_focus=False
        )
        self._box = Vertical(self._scroll, KeyLine(self.PLACE), id=self.NAME, classes="page-box")
        self._box.border_title = self.heading()

    def compose(self) -> ComposeResult:
        """The page, and the keys that hold here."""
        yield self._box

    def on_mount(self) -> None:
        """Says that the answer is on its way, where that takes long."""
        # The answer may have come already.
        if self.waiting:
            self.wait()

    def heading(self) -> str:
        """The title in the frame."""
        return text(f"{self.NAME}.title")

    def draw(self, width: int) -> Content:
        """The page in ``width`` cells; asked for only once the archive has answered."""
        return Content("")

    def busy_words(self) -> str:
        """What stands on the page until there is an answer."""
        return text(f"{self.NAME}.busy")

    def wait(self) -> None:
        """Waits for an answer of the archive; what was shown stays until it is late."""
        self.waiting, self._late = True, False
        self._box.border_title = self.heading()
        self._busy = self.set_timer(BUSY_AFTER, self._say_busy)

    def _say_busy(self) -> None:
        self._late = True
        self.still_busy()

    def still_busy(self) -> None:
        """Says anew that the answer is on its way, where it is late."""
        if self.waiting and self._late:
            self._page.update(Content.styled(self.busy_words(), self.looks["faint"]))

    def filled(self, *, from_the_top: bool = False) -> None:
        """Draws the page: the answer is there, or what is shown of it has changed."""
        self.waiting = False
        if self._busy is not None:
            self._busy.stop()
        self._box.border_title = self.heading()
        self._page.lay_out()
        if from_the_top:
            self._scroll.scroll_home(animate=False)

    def action_move(self, direction: str) -> None:
        """Scrolls: ``down up page_down page_up first last``."""
        scroll = {
            "down": self._scroll.scroll_down,
            "up": self._scroll.scroll_up,
            "page_down": self._scroll.scroll_page_down,
            "page_up": self._scroll.scroll_page_up,
            "first": self._scroll.scroll_home,
            "last": self._scroll.scroll_end,
        }[direction]
        scroll(animate=False)

    def action_close(self) -> None:
        """Closes the view."""
        self.dismiss(None)
