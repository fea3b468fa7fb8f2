"""What cleaning took out of an article, and by which rule; on a key, its source as it was."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from tui.cleaning import Cleaning
from tui.cleaning_page import findings, raw
from tui.commands import Place, bindings
from tui.i18n import text
from tui.screens.page import PageScreen


class CleaningScreen(PageScreen, inherit_bindings=False):
    """The cleaning of the article ``identifier``."""

    BINDINGS = bindings(Place.CLEANING)
    PLACE = Place.CLEANING
    NAME = "cleaning"

    def __init__(self, identifier: str, looks: Mapping[str, str]) -> None:
        self.identifier = identifier
        self._cleaning: Cleaning | None = None
        self._is_raw = False
        super().__init__(looks)

    def heading(self) -> str:
        """What the page shows now."""
        return text("cleaning.raw_title" if self._is_raw else "cleaning.title")

    def draw(self, width: int) -> Content:
        """What was taken out, or the source as it was."""
        if self._cleaning is None:
            return Content("")
        if self._is_raw:
            return raw(self._cleaning, self.looks)
        return findings(self._cleaning, width, self.looks)

    def show(self, cleaning: Cleaning) -> None:
        """Fills the page."""
        self._cleaning = cleaning
        self.filled()

    def action_raw_text(self) -> None:
        """Shows the source as it was, or again what was taken out of it."""
        if not self.waiting:
            self._is_raw = not self._is_raw
            self.filled(from_the_top=True)
