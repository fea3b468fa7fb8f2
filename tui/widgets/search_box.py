"""The box for the query."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Input

from index.text import clean
from tui.commands import Place, bindings
from tui.i18n import text

LONGEST = 2_000


class SearchBox(Input):
    """An input of one line that takes no character which could act on a terminal."""

    BINDINGS = bindings(Place.SEARCH)

    # Input lays the whole screen out anew at each key; this box has a fixed size.
    value = reactive("", init=False)
    virtual_size = reactive(Size(0, 0))

    def __init__(self) -> None:
        super().__init__(
            placeholder=text("search.placeholder"),
            select_on_focus=False,
            max_length=LONGEST,
            id="search",
        )
        self.cursor_blink = False
        self.border_title = text("search.title")

    def validate_value(self, value: str) -> str:
        """Every way into the box (keys, paste, program) ends here."""
        return inert(value)

    def fill(self, query: str) -> None:
        """Puts a query into the box, as if it had been typed."""
        self.value = query
        self.cursor_position = len(self.value)

    def set_busy(self, busy: bool) -> None:
        """Shows or hides the word that a search is still running."""
        self.border_subtitle = text("search.busy") if busy else ""


def inert(query: str) -> str:
    """``query`` on one line, every control character made harmless; spaces stay as typed."""
    return clean(query).replace("\n", " ")[:LONGEST]
