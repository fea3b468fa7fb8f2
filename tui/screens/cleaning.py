"""What cleaning took out of an article, and by which rule; on a key, its source as it was."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from tui.cleaning import Cleaning
from tui.cleaning_page import findings, raw
from tui.commands import Place, bindings
from tui.i18n import text
from tui.widgets.key_line import KeyLine

BUSY_AFTER = 0.2  # seconds; what comes sooner shows no sign that it is on its way
NARROWEST = 20
STYLES = Path(__file__).parent.parent / "styles" / "cleaning.tcss"


class CleaningPage(Static):
    """The page, laid out for the width it has."""

    def __init__(self, looks: Mapping[str, str]) -> None:
        super().__init__("", id="cleaning-page", markup=False)
        self._looks = looks
        self._laid_out_at = 0
        self.cleaning: Cleaning | None = None
        self.is_raw = False

    def lay_out(self) -> None:
        """Draws what there is to show; nothing without an answer of the archive, or a width."""
        self._laid_out_at = self.content_size.width
        if self.cleaning is None or not self._laid_out_at:
            return
        if self.is_raw:
            self.update(raw(self.cleaning, self._looks))
        else:
            width = max(self._laid_out_at, NARROWEST)
            self.update(findings(self.cleaning, width, self._looks))

    def wait(self) -> None:
        """Says that the article is being read."""
        self.update(Content.styled(text("cleaning.busy"), self._looks["faint"]))

    def on_resize(self) -> None:
        """Lays the page out anew when its width has changed."""
        if self._laid_out_at != self.content_size.width:
            # Within the event, the height of what is drawn anew would not be asked for.
            self.call_after_refresh(self.lay_out)


class CleaningScreen(ModalScreen[None], inherit_bindings=False):
    """A page that scrolls; it opens at once and is filled when the archive has answered."""

    BINDINGS = bindings(Place.CLEANING)
    CSS_PATH = STYLES
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012

    def __init__(self, identifier: str, looks: Mapping[str, str]) -> None:
        super().__init__()
        self.identifier = identifier
        self._busy: Timer | None = None
        self._page = CleaningPage(looks)
        self._scroll = VerticalScroll(self._page, id="cleaning-scroll", can_focus=False)
        self._box = Vertical(self._scroll, KeyLine(Place.CLEANING), id="cleaning")
        self._box.border_title = text("cleaning.title")

    def compose(self) -> ComposeResult:
        """The page, and the keys that hold here."""
        yield self._box

    def on_mount(self) -> None:
        """Says that the article is being read, where that takes long."""
        self._busy = self.set_timer(BUSY_AFTER, self._wait)

    @property
    def waiting(self) -> bool:
        """Whether the archive has not answered yet."""
        return self._page.cleaning is None

    def _wait(self) -> None:
        if self.waiting:
            self._page.wait()

    def show(self, cleaning: Cleaning) -> None:
        """Fills the page."""
        if self._busy is not None:
            self._busy.stop()
        self._page.cleaning = cleaning
        self._page.lay_out()

    def action_raw_text(self) -> None:
        """Shows the source as it was, or again what was taken out of it."""
        if self.waiting:
            return
        is_raw = self._page.is_raw = not self._page.is_raw
        self._box.border_title = text("cleaning.raw_title" if is_raw else "cleaning.title")
        self._page.lay_out()
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
