"""Textual's Linux driver, drawing on and reading from one given terminal.

The stock driver draws on stderr, reads stdin and asks stdout for its size: in a pipe it is
80x24 for ever, deaf when stdin is a file, and invisible with ``2>/dev/null``.
"""

from __future__ import annotations

import asyncio
import os
import select
import threading
from typing import TYPE_CHECKING, Any, cast

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.app import App

HANGUP_POLL = 500  # milliseconds between looks at whether the terminal is still there
HANGUP_CODE = 129  # 128 + SIGHUP


class _TerminalFile:
    """What the writer thread writes to; a terminal that is gone swallows everything."""

    encoding = "utf-8"

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._gone = False

    def write(self, characters: str) -> int:
        data = memoryview(characters.encode("utf-8", "replace"))
        try:
            while data and not self._gone:
                data = data[os.write(self._descriptor, data) :]
        except OSError:
            self._gone = True
        return len(characters)

    def flush(self) -> None:
        """Nothing is held back."""

    def fileno(self) -> int:
        return self._descriptor

    def isatty(self) -> bool:
        return True


class TerminalDriver(LinuxDriver):
    """A driver for the terminal with the descriptor ``terminal``; see ``driver_on``."""

    terminal: int

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.fileno = self.terminal
        self.input_tty = True
        self._file = cast(Any, _TerminalFile(self.terminal))
        if self._size is None:
            self._size = self._get_terminal_size()  # so that the first frame has the right size

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            width, height = os.get_terminal_size(self.fileno)
        except OSError:
            width = height = 0
        return width or 80, height or 24

    def start_application_mode(self) -> None:
        """Takes the terminal over, and leaves with 129 when it vanishes without a signal."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        loop = asyncio.get_running_loop()

        def leave() -> None:
            self._app.exit(return_code=HANGUP_CODE)

        def watch() -> None:
            poll = select.poll()
            poll.register(self.fileno, 0)  # POLLHUP and POLLERR are always reported
            while not self.exit_event.is_set():
                if poll.poll(HANGUP_POLL):
                    loop.call_soon_threadsafe(leave)
                    return

        threading.Thread(target=watch, name="terminal-watch", daemon=True).start()


def driver_on(terminal: int) -> type[TerminalDriver]:
    """A driver class tied to the open terminal ``terminal`` (a file descriptor)."""

    class Driver(TerminalDriver):
        pass

    Driver.terminal = terminal
    return Driver
