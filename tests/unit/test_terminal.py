"""Finding the terminal without loading the interface."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui.terminal import NoTerminal, open_terminal


@pytest.mark.parametrize("name", ["", "dumb", "unknown"])
def test_a_terminal_that_cannot_draw_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", name)
    with pytest.raises(NoTerminal, match="no terminal to draw on"):
        open_terminal()


def test_no_terminal_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    program = (
        "import os; os.environ['TERM'] = 'xterm'\n"
        "from tui.terminal import NoTerminal, open_terminal\n"
        "try: open_terminal()\n"
        "except NoTerminal as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
    )
    assert done.stdout.startswith("no terminal to draw on (/dev/tty: ")


def test_finding_the_terminal_loads_no_interface() -> None:
    program = "import sys, tui.terminal; print([m for m in sys.modules if 'textual' in m])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_closed_streams_are_tied_to_nothing() -> None:
    program = (
        "import os\n"
        "from tui.terminal import reopen_missing_streams\n"
        "reopen_missing_streams()\n"
        "os.fstat(0); os.fstat(2)\n"
        "os.write(1, b'fine')\n"
    )
    done = subprocess.run(
        ["sh", "-c", '"$0" -c "$1" <&- 2>&-', sys.executable, program],
        stdout=subprocess.PIPE,
        check=True,
    )
    assert done.stdout == b"fine"
