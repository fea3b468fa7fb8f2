"""The footer: the keys that matter where the focus is, never cut."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.commands import ALWAYS, Command, Place, footer

GAP = "   "


class KeyLine(Static):
    """One line of at most six keys; in a narrow terminal the middle ones go first."""

    def __init__(self) -> None:
        super().__init__("", id="keys", markup=False)
        self._place = Place.SEARCH

    def show(self, place: Place) -> None:
        """Shows the keys that hold at ``place``."""
        self._place = place
        self._fit()

    def on_resize(self, _event: events.Resize) -> None:
        """Drops or brings back what fits."""
        self._fit()

    async def on_click(self, event: events.Click) -> None:
        """Does what the key under the mouse does."""
        action = event.style.meta.get("action")
        if isinstance(action, str):
            await self.app.run_action(action, self.screen)

    def _fit(self) -> None:
        entries = footer(self._place)
        width = self.content_size.width
        while (line := _line(entries, GAP)).cell_length > width:
            dropped = [entry for entry in entries if entry[1].id not in ALWAYS]
            if not dropped:
                line = _line(entries, " ")
                break
            entries.remove(dropped[-1])
        self.update(line, layout=False)


def _line(entries: list[tuple[str, Command]], gap: str) -> Content:
    parts = [
        Content.assemble((key, "bold $primary"), " ", (command.word, "$faint")).stylize(
            Style.from_meta({"action": command.action})
        )
        for key, command in entries
    ]
    return Content(gap).join(parts)
