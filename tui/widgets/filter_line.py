"""The line at the foot of a table in which words are typed that its rows must hold."""

from __future__ import annotations

from textual.widgets import Input

from tui.commands import Place, bindings
from tui.i18n import text
from tui.widgets.search_box import inert


class FilterLine(Input):
    """An input of one line without a frame; hidden until it is opened."""

    BINDINGS = bindings(Place.FILTER)

    def __init__(self) -> None:
        super().__init__(placeholder=text("ledger.filter"), id="ledger-filter", compact=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Every way into the line (keys, paste, program) ends here."""
        return inert(value)

    def open(self) -> None:
        """Shows the line and puts the focus into it."""
        self.display = True
        self.focus()
