"""The rows of the ledger as a picture: value over period, one line a source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from index.reported import Reported
from tui.commands import Command, Place, bindings
from tui.i18n import text
from tui.ledger.plot import heading, legend, plot, told
from tui.ledger.series import SOURCES, Picture, UnitOf, kinds, picture
from tui.widgets.key_line import KeyLine

STYLES = Path(__file__).parent.parent / "styles" / "ledger.tcss"
_LEAST_LINES = 6


class Drawing(Static):
    """The picture, drawn by its screen for the room that there is."""

    def __init__(self, draw: Callable[[], None]) -> None:
        super().__init__("", id="plot-drawing", markup=False)
        self._draw = draw

    def on_resize(self) -> None:
        """Draws anew."""
        self._draw()


class PlotScreen(Screen[Reported | None], inherit_bindings=False):
    """Draws figures of one measure and kind of unit; dismissed with the row to jump to, or None.

    ``unit_of`` gives the kind of a row's unit, ``unit_words`` the words for a kind.
    """

    BINDINGS = bindings(Place.PLOT)
    CSS_PATH = STYLES

    def __init__(
        self,
        rows: Sequence[Reported],
        looks: Mapping[str, str],
        unit_of: UnitOf,
        unit_words: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._rows = rows
        self._looks = looks
        self._unit_of = unit_of
        self._unit_words = unit_words
        self._kinds = kinds(rows, unit_of)
        self._kind = 0
        self._source = 0
        self._at = 0
        self._logarithmic = False
        self._drawing = Drawing(self._draw)
        self._box = Vertical(self._drawing, id="plot")

    def compose(self) -> ComposeResult:
        """The picture, and the keys."""
        yield self._box
        yield KeyLine(Place.PLOT)

    @property
    def source(self) -> str:
        """The id of the column that is taken for the source."""
        return list(SOURCES)[self._source]

    @property
    def picture(self) -> Picture | None:
        """What is drawn; None where none of the rows has a value and a period."""
        if not self._kinds:
            return None
        return picture(self._rows, self._kinds[self._kind], self.source, self._unit_of)

    def _draw(self) -> None:
        size = self._drawing.content_size
        shown = self.picture
        if not size.width:
            return
        if shown is None:
            self._drawing.update(Content.styled(text("plot.none"), self._looks["faint"]))
            return
        points = shown.points
        self._at = max(0, min(self._at, len(points) - 1))
        unit = self._unit_words(shown.kind[1])
        self._box.border_title = Content(heading(shown, self.source, unit))
        of_kinds = text("plot.kind", position=self._kind + 1, total=len(self._kinds))
        at = text("results.position", position=self._at + 1, total=len(points))
        self._box.border_subtitle = f"{of_kinds}  {at}"
        below = list(legend(shown, size.width, self._looks))
        below += told(points[self._at][1]).wrap(size.width)[:2]
        counts = {"plot.other_kinds": shown.other_kinds, "plot.undated": shown.undated}
        left_out = ", ".join(text(key, count=count) for key, count in counts.items() if count)
        if left_out:
            words = text("plot.left_out", what=left_out)
            below.append(Content.styled(words, self._looks["faint"]).truncate(size.width))
        height = max(size.height - len(below), _LEAST_LINES)
        drawn = plot(
            shown, size.width, height, self._looks, at=self._at, logarithmic=self._logarithmic
        )
        self._drawing.update(Content("\n").join([drawn, *below]))

    def action_step(self, direction: int) -> None:
        """Goes to the next point in time (1), or the one before."""
        self._at += direction
        self._draw()

    def action_kind(self, direction: int) -> None:
        """Draws the next measure and unit (1), or the one before, round the ends."""
        if self._kinds:
            self._kind = (self._kind + direction) % len(self._kinds)
            self._at = 0
            self._draw()

    def action_source(self) -> None:
        """Takes the next column for the source."""
        self._source = (self._source + 1) % len(SOURCES)
        self._draw()

    def action_logarithmic(self) -> None:
        """Draws each tenfold as high as the one before it, or all values to scale."""
        self._logarithmic = not self._logarithmic
        self._draw()

    def action_jump(self) -> None:
        """Goes to the sentence of the point."""
        shown = self.picture
        if shown is not None:
            self.dismiss(shown.points[self._at][1].row)

    def action_close(self) -> None:
        """Goes back to the table."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Opens the list of commands."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(Place.PLOT), self._run)

    def _run(self, command: Command | None) -> None:
        if command is not None:
            self.call_later(self.app.run_action, command.action, self)
