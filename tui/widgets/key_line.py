"""The footer: the keys that matter where the focus is, never cut."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.commands import (
    ALWAYS,
    ESSENTIAL,
    FOOTER_ENTRIES,
    ROOMY_ENTRIES,
    Command,
    Place,
    footer,
    key_name,
)

GAP = "   "


class KeyLine(Static):
    """One line of at most nine keys; a narrow terminal drops what is not essential, then words."""

    def __init__(self, place: Place = Place.SEARCH) -> None:
        super().__init__("", id="keys", markup=False)
        self._place = place

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
        width = self.content_size.width
        for line in _lines(self._place):
            if line.cell_length <= width:
                break
        self.update(line, layout=False)


def _lines(place: Place) -> Iterator[Content]:
    """The footers of ``place``, the fullest first."""
    for most in range(ROOMY_ENTRIES, FOOTER_ENTRIES - 1, -1):
        yield _line(footer(place, most=most), GAP)
    entries = footer(place, narrow=True)
    others = [entry for entry in entries if entry[1].id not in ALWAYS + ESSENTIAL]
    yield _line(entries, GAP)
    while others:
        entries.remove(others.pop())
        yield _line(entries, GAP)
    yield _line(entries, " ")
    yield _line(entries, " ", short=True)
    essential = [entry for entry in entries if entry[1].id in ESSENTIAL]
    while essential:
        entries.remove(essential.pop())
        yield _line(entries, " ", short=True)


def _line(entries: list[tuple[str, Command]], gap: str, *, short: bool = False) -> Content:
    parts = [
        Content.assemble(
            (short_key(key) if short else key, "bold $primary"),
            " ",
            (command.short_word if short else command.word, "$faint"),
        ).stylize(Style.from_meta({"action": command.action}))
        for key, command in entries
    ]
    return Content(gap).join(parts)


def short_key(name: str) -> str:
    """The name of a key as narrow screens have it: ``Ctrl-Q`` -> ``^Q``, ``Enter`` -> ``↵``."""
    if name == key_name("enter"):
        return "↵"
    return name.replace("Ctrl-", "^")
