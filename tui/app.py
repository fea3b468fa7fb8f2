"""The application: colours, signals, what leaves it, and the door for the command line."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import App
from textual.command import CommandPalette, Provider
from textual.driver import Driver
from textual.screen import Screen

from index.text import clean, clean_line
from tui.commands import Place, bindings
from tui.i18n import text
from tui.librarian import Librarian
from tui.screens.main import LEFT, MainScreen
from tui.theme import DARK, LIGHT, looks

if TYPE_CHECKING:
    from index.archive import Archive

TRACE_FRAMES = 6
STYLES = Path(__file__).parent / "styles" / "main.tcss"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a session ended.

    ``ids`` are the articles in the order in which they were marked, or the one under the cursor
    when none was; None when the session was left without a selection. ``query`` is what stood
    in the search box, ``searched`` the query that was run for it last. ``return_code`` is 0 with
    a selection, 130 without, 128 + n after signal n, 1 after a failure of the program.
    """

    ids: tuple[str, ...] | None
    query: str
    searched: str
    return_code: int


def _command_provider() -> type[Provider]:
    from tui.palette import CommandProvider

    return CommandProvider


class TppoApp(App[tuple[str, ...]], inherit_bindings=False):
    """The interface to one archive."""

    BINDINGS = bindings(Place.EVERYWHERE)
    COMMANDS = {_command_provider}  # noqa: RUF012 - Textual's own declaration is a set
    CSS_PATH = STYLES
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        archive: Archive,
        *,
        query: str = "",
        among: Sequence[str] | None = None,
        sort: str = "relevance",
        voices: bool = True,
        driver_class: type[Driver] | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        self.title = "tppo-tui"
        self.animation_level = "none"
        self.librarian = Librarian(archive)
        self._looks = looks(no_color=self.no_color)
        self.main = MainScreen(
            self.librarian, self._looks, query=query, among=among, sort=sort, voices=voices
        )
        self.crash = ""
        # Keys that were pressed before there was anything to take them; None from then on.
        self._early: list[events.Key] | None = []
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours also under Textual's themes."""
        return (DARK if self.current_theme.dark else LIGHT).variables

    def get_default_screen(self) -> Screen[None]:
        """The main screen is the first one, so that one frame fewer is drawn."""
        self.main.expect(self.size)
        return self.main

    def on_mount(self) -> None:
        """Turns signals into an orderly end: the terminal as it was, 128 + n as the code."""
        self.app_resume_signal.subscribe(self, self._repaint)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            try:
                loop.add_signal_handler(number, self._stop_on, number)
            except (RuntimeError, ValueError):  # not in the main thread, as under some tests
                return

    def _repaint(self, _app: object) -> None:
        """Draws everything after ``fg``: the alternate screen comes back empty."""
        self.refresh(layout=True)

    def _stop_on(self, number: int) -> None:
        self.exit(return_code=128 + number)

    async def on_event(self, event: events.Event) -> None:
        """Makes pasted text harmless before any input sees it; keeps keys that come too early."""
        if isinstance(event, events.Paste):
            event.text = clean_line(event.text)
        if isinstance(event, events.Key) and self._early is not None:
            self._early.append(event)
            return
        await super().on_event(event)

    def on_ready(self) -> None:
        """Hands on the keys that were pressed while the screen was being built."""
        early, self._early = self._early, None
        for event in early or ():
            self.post_message(event)

    def action_leave(self) -> None:
        """Ends the session without a selection."""
        self.exit(return_code=LEFT)

    def action_interrupt(self) -> None:
        """Copies the selected text; with none selected, leaves."""
        selected = self.screen.get_selected_text()
        if not selected:
            self.action_leave()
            return
        self.copy_to_clipboard(clean(selected))
        self.screen.clear_selection()
        self.notify(text("notice.copied", count=len(selected)), timeout=3, markup=False)

    def action_suspend(self) -> None:
        """Suspends the program, unless a shell waits for the output: it would hang."""
        if os.isatty(1):
            self.action_suspend_process()
        else:
            self.notify(text("notice.no_suspend"), timeout=4, markup=False)

    def action_light(self) -> None:
        """Changes between light and dark."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def action_command_palette(self) -> None:
        """Opens the palette."""
        if not CommandPalette.is_open(cast("App[object]", self)):
            self.push_screen(CommandPalette(placeholder=text("command.palette")))

    def _fatal_error(self) -> None:
        """Keeps a short trace for after the terminal is restored; no locals, no article text."""
        lines = traceback.format_exc(limit=-TRACE_FRAMES)
        self.crash = self.crash or clean(lines)
        self._close_messages_no_wait()


def run(
    archive: Archive,
    *,
    query: str = "",
    among: Sequence[str] | None = None,
    sort: str = "relevance",
    voices: bool = True,
    tty: int,
) -> Outcome:
    """Runs a session on the open terminal ``tty`` (a file descriptor).

    ``query`` fills the search box, ``among`` restricts the session to these articles, ``sort``
    is the order to begin with (one of ``index.archive.SORTS``), ``voices`` whether a text that
    was printed several times has one row to begin with, or each of its copies.
    """
    from tui.driver import driver_on

    app = TppoApp(
        archive, query=query, among=among, sort=sort, voices=voices, driver_class=driver_on(tty)
    )
    try:
        ids = app.run()
    finally:
        app.librarian.close()
    if app.crash:
        sys.stderr.write(app.crash)
    code = 0 if ids is not None else app.return_code or LEFT
    return Outcome(ids, app.main.query_text, app.main.searched, code)
