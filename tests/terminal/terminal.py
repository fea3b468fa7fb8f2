"""A real terminal for tests: a pty that is the program's controlling terminal, and its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

from tests.watch import PATIENCE

PROGRAM = [sys.executable, "-m", "tui.cli"]


class Terminal:
    """Runs a command in a pty of ``columns`` x ``lines``.

    ``stdin``, ``stdout`` and ``stderr`` are file descriptors, or None for the terminal itself.
    All bytes that reach the terminal are kept in ``output``, what they draw in ``screen``.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 160,
        lines: int = 45,
        stdin: int | None = None,
        stdout: int | None = None,
        stderr: int | None = None,
        environment: Mapping[str, str] | None = None,
        close: Sequence[int] = (),
        cwd: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.output = bytearray()
        self.status: int | None = None
        self.master, slave = pty.openpty()
        self.resize(columns, lines)
        self.pid = os.fork()
        if self.pid == 0:
            try:
                self._become(slave, command, (stdin, stdout, stderr), environment, close, cwd)
            finally:
                os._exit(127)
        os.close(slave)

    def _become(
        self,
        slave: int,
        command: Sequence[str],
        streams: Sequence[int | None],
        environment: Mapping[str, str] | None,
        close: Sequence[int],
        cwd: Path | None,
    ) -> None:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for number, stream in enumerate(streams):
            os.dup2(slave if stream is None else stream, number)
        for number in close:
            os.close(number)
        os.closerange(3, 256)
        if cwd is not None:
            os.chdir(cwd)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **os.environ}
        settings.pop("COLUMNS", None)
        settings.pop("LINES", None)
        settings.update({"TERM": "xterm-256color"} | dict(environment or {}))
        os.execvpe(command[0], list(command), settings)

    def resize(self, columns: int, lines: int) -> None:
        """Gives the terminal another size; the program hears of it by SIGWINCH."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._screen.resize(lines, columns)

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def type(self, keys: str) -> None:
        """Presses keys: characters, and escape sequences for others."""
        os.write(self.master, keys.encode())

    def read(self, seconds: float = 0.05) -> bool:
        """Takes in what the program draws within ``seconds``; False at the end of the terminal."""
        if not select.select([self.master], [], [], seconds)[0]:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.draw(data)
        return bool(data)

    def record(self, quiet: float) -> list[tuple[float, bytes]]:
        """What arrives until nothing has for ``quiet`` seconds, with the times of arrival.

        It is not drawn on the screen yet: ``draw`` does that, so that measuring costs no time.
        """
        arrived = []
        while select.select([self.master], [], [], quiet)[0]:
            data = os.read(self.master, 65536)
            arrived.append((time.perf_counter(), data))
        return arrived

    def draw(self, data: bytes) -> None:
        """Takes in what ``record`` has read."""
        self.output += data
        self._stream.feed(data)

    def wait_for(self, what: str | Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """Waits until the screen holds a text, or makes a condition true; gives the screen."""
        deadline = time.monotonic() + seconds
        while True:
            found = what in self.text if isinstance(what, str) else what(self.text)
            if found:
                return self.text
            if time.monotonic() > deadline or not self.read():
                raise AssertionError(f"waited for {what!r}; the screen is\n{self.text}")

    def settle(self, quiet: float = 0.25, seconds: float = 5.0) -> str:
        """Waits until nothing has been drawn for ``quiet`` seconds; gives the screen."""
        deadline = last = time.monotonic()
        deadline += seconds
        while time.monotonic() < deadline and time.monotonic() - last < quiet:
            before = len(self.output)
            if not self.read():
                break
            if len(self.output) > before:
                last = time.monotonic()
        return self.text

    def wait(self, seconds: float = PATIENCE) -> int:
        """Waits for the end of the program; gives its exit code, 128 + n for a signal n."""
        deadline = time.monotonic() + seconds
        while self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                code = os.waitstatus_to_exitcode(status)
                self.status = code if code >= 0 else 128 - code
            elif time.monotonic() > deadline:
                raise AssertionError(f"still running; the screen is\n{self.text}")
            else:
                self.read(0.02)
        while select.select([self.master], [], [], 0.05)[0] and self.read(0):
            pass
        return self.status

    def send(self, number: int) -> None:
        """Sends a signal to the program."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Takes the terminal away, as a closed window does."""
        os.close(self.master)
        self.master = -1

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self.master >= 0:
            os.close(self.master)
