"""Four panes: which has the focus, and what is shown of the others in the room there is."""

from __future__ import annotations

from collections.abc import Mapping

from textual.events import DescendantFocus
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from tui.commands import Command, Place
from tui.i18n import text

PANES = (Place.SEARCH, Place.RESULTS, Place.READER, Place.ENTITIES)


class PanedScreen(Screen[None], inherit_bindings=False):
    """Carries the classes that the stylesheet arranges the panes by.

    ``-slim -narrow -medium -wide`` and ``-short -tall`` tell the size of the terminal,
    ``-at-search`` ... ``-at-entities`` the pane with the focus. ``panes`` is set by the heir.
    """

    panes: Mapping[Place, Widget]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (70, "-narrow"), (100, "-medium"), (140, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.add_class(f"-at-{Place.SEARCH.value}", update=False)

    def expect(self, size: Size) -> None:
        """Takes the classes of a terminal of this size at once, so that styles apply only once."""
        for cells, steps in (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        ):
            reached = [name for least, name in steps if cells >= least]
            self.add_class(reached[-1], update=False)

    def action_next_pane(self, step: int) -> None:
        """Puts the focus on the next pane (1) or the one before (-1), round the ends."""
        self.action_focus_pane(PANES[(PANES.index(self.place) + step) % len(PANES)])

    def action_focus_pane(self, place: str) -> None:
        """Puts the focus on a pane, and shows it where the room is too small for all."""
        self._arrange(Place(place))
        self.panes[Place(place)].focus()

    @property
    def place(self) -> Place:
        """The pane with the focus."""
        return next((place for place in PANES if self.panes[place] is self.focused), Place.SEARCH)

    def _arrange(self, place: Place) -> None:
        self.update_classes({f"-at-{each.value}": each is place for each in PANES})

    def _on_descendant_focus(self, _event: DescendantFocus) -> None:
        """Arranges the panes for the one that has the focus now."""
        self._arrange(self.place)

    def action_help(self) -> None:
        """Opens the list of commands."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.place), self._run)

    def _run(self, command: Command | None) -> None:
        if command is not None:
            self.call_later(self.app.run_action, command.action, self)

    def tell(self, key: str, **values: object) -> None:
        """Shows a notice of the catalogue for a few seconds."""
        self.app.notify(text(key, **values), timeout=4, markup=False)
