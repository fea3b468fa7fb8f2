"""The interface beside pipes, files, closed streams, signals and lost terminals.

One test for each row of what terminal programs get wrong: drawing on stdout, reading keys from a
pipe, losing the size, leaving the terminal raw.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import holding, writing
from tests.terminal.terminal import PROGRAM, Terminal
from tests.watch import PATIENCE

READY = "Imigrasi"  # stands in the titles that the seeds list at the start
RESTORED = b"\x1b[?1049l"
ENTER = "\r"


def records(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def shell(command: list[str], rest: str) -> list[str]:
    """``command`` with redirections, run by a shell."""
    return ["bash", "-c", f"{shlex.join(command)} {rest}"]


def restored(terminal: Terminal) -> bool:
    """Whether the terminal is as it was: main screen, no mouse, cursor to be seen."""
    data = bytes(terminal.output)
    return (
        data.rfind(RESTORED) > data.rfind(b"\x1b[?1049h")
        and data.rfind(b"\x1b[?25h") > data.rfind(b"\x1b[?25l")
        and data.rfind(b"\x1b[?1000l") >= data.rfind(b"\x1b[?1000h")
    )


def drawn_columns(terminal: Terminal) -> int:
    """The widest line on the screen."""
    return max(len(line) for line in terminal.text.splitlines())


def test_a_selection_goes_through_a_pipe_and_the_screen_is_full_size(
    program: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = shell([*program, "--emit", "ids"], f"| cat > {out}")
    with Terminal(command, columns=160, lines=45) as terminal:
        terminal.wait_for(READY)
        terminal.settle()
        assert drawn_columns(terminal) > 120
        terminal.type(ENTER)
        assert terminal.wait() == 0
        assert restored(terminal)
    assert re.fullmatch(r"[0-9a-f]{16}\n", out.read_text())


def test_hits_of_a_word_that_was_not_typed_to_its_end(program: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Terminal(
        shell([*program, "--emit", "hits"], f"> {out}"), columns=120, lines=40
    ) as terminal:
        terminal.wait_for(READY)
        terminal.type("kambo")
        terminal.wait_for("hit 1/")
        terminal.settle()
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert {str(record["match"])[:7].lower() for record in records(out)} == {"kamboja"}


def test_a_piped_screen_follows_a_resize(program: list[str], tmp_path: Path) -> None:
    with Terminal(shell(program, "| cat > /dev/null"), columns=100, lines=30) as terminal:
        terminal.wait_for(READY)
        for columns, lines in ((40, 12), (10, 3), (80, 24)):
            terminal.resize(columns, lines)
            terminal.settle()
        assert drawn_columns(terminal) > 70
        terminal.wait_for(READY)
        terminal.type("\x03")
        terminal.wait()


def test_a_selection_goes_to_a_file(program: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with writing(out) as descriptor, Terminal(program, stdout=descriptor) as terminal:
        terminal.wait_for(READY)
        terminal.type(ENTER)
        assert terminal.wait() == 0
    (record,) = records(out)
    assert record["schema"] == "article/1"


def test_a_selection_goes_into_a_command_substitution(program: list[str]) -> None:
    command = ["bash", "-c", f'X=$({shlex.join([*program, "--emit", "ids"])}); echo "got <$X>"']
    with Terminal(command) as terminal:
        terminal.wait_for(READY)
        terminal.type(ENTER)
        terminal.wait()
        assert re.search(r"got <[0-9a-f]{16}>", terminal.text)


def test_o_writes_a_file(program: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    with Terminal([*program, "-o", str(out), "--format", "csv"]) as terminal:
        terminal.wait_for(READY)
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert out.read_text(encoding="utf-8").startswith("id,source_id,path")


def test_ids_on_stdin_are_read_and_keys_come_from_the_terminal(
    program: list[str], tmp_path: Path
) -> None:
    listed = subprocess.run(
        [*program, "search", "", "--emit", "ids"], capture_output=True, check=True, text=True
    ).stdout.split()
    out = tmp_path / "out"
    wanted = [listed[3], listed[1]]
    with (
        holding("\n".join(wanted).encode()) as stdin,
        writing(out) as stdout,
        Terminal([*program, "-", "--emit", "ids"], stdin=stdin, stdout=stdout) as terminal,
    ):
        terminal.wait_for(READY)
        terminal.settle()
        terminal.type("\x1b[B")
        terminal.settle()
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert out.read_text().split() == [wanted[1]]


def test_stdin_that_is_not_asked_for_is_left_alone(program: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    with (
        holding(b"qqqq\r\r") as stdin,
        writing(out) as stdout,
        Terminal([*program, "--emit", "ids"], stdin=stdin, stdout=stdout) as terminal,
    ):
        terminal.wait_for(READY)
        terminal.settle()
        assert terminal.status is None
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert out.read_text().strip()


@pytest.mark.parametrize("closed", [0, 2])
def test_a_closed_stream_does_no_harm(program: list[str], tmp_path: Path, closed: int) -> None:
    out = tmp_path / "out"
    with writing(out) as stdout, Terminal(program, stdout=stdout, close=[closed]) as terminal:
        terminal.wait_for(READY)
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert len(records(out)) == 1


def test_a_closed_stdout_does_no_harm(program: list[str]) -> None:
    with Terminal(program, close=[1]) as terminal:
        terminal.wait_for(READY)
        terminal.type(ENTER)
        terminal.wait()
        assert restored(terminal)


def test_a_silenced_stderr_still_shows_the_interface(program: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    with (
        writing(Path(os.devnull)) as null,
        writing(out) as stdout,
        Terminal(program, stdout=stdout, stderr=null) as terminal,
    ):
        terminal.wait_for(READY)
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert len(records(out)) == 1


CRASH = """
import sys
from index.archive import Archive
def broken(self, *_, **__):
    raise RuntimeError("the reader is broken")
Archive.article = broken
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("to_file", [True, False])
def test_a_crash_restores_the_terminal_and_says_why(
    sample_folder: Path, tmp_path: Path, to_file: bool
) -> None:
    err = tmp_path / "err"
    command = [sys.executable, "-c", CRASH, "--archive", str(sample_folder)]
    with writing(err) as descriptor:
        stderr = descriptor if to_file else None
        with Terminal(command, stderr=stderr) as terminal:
            assert terminal.wait() == 1
            assert restored(terminal)
            said = err.read_text() if to_file else terminal.text
    assert "the reader is broken" in said


def test_a_closed_pipe_ends_quietly(program: list[str], tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    body = "Kalimat panjang tentang imigrasi. " * 40
    many.write_text(
        "".join(json.dumps({"id": n, "title": f"Judul {n}", "body": f"{body} {n}"}) + "\n"
                for n in range(300))
    )  # fmt: skip
    archive = ["--archive", str(tmp_path / "archive")]
    subprocess.run([*PROGRAM, *archive, "add", str(many)], check=True, capture_output=True)
    done = subprocess.run(
        shell([*PROGRAM, *archive, "search", ""], "| head -n 1; echo ${PIPESTATUS[0]}"),
        capture_output=True,
        text=True,
    )
    assert done.stdout.splitlines()[-1] == "141"
    assert done.stderr == ""


def test_no_terminal_is_said_at_once(program: list[str]) -> None:
    begun = time.monotonic()
    done = subprocess.run(
        program, stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True
    )
    assert done.returncode == 2
    assert "terminal" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_draw_is_refused(program: list[str], term: str) -> None:
    with Terminal(program, environment={"TERM": term}) as terminal:
        assert terminal.wait() == 2
        assert b"\x1b" not in bytes(terminal.output)
        assert "TERM" in terminal.text


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_restores_the_terminal(
    program: list[str], tmp_path: Path, number: int, status: int
) -> None:
    out = tmp_path / "out"
    with writing(out) as stdout, Terminal(program, stdout=stdout) as terminal:
        terminal.wait_for(READY)
        terminal.send(number)
        assert terminal.wait() == status
        assert restored(terminal)
    assert out.read_bytes() == b""


def test_keys_pressed_before_the_first_frame_are_not_lost(program: list[str]) -> None:
    with Terminal(program) as terminal:
        terminal.type("kamboja")
        terminal.wait_for(lambda screen: "│ kamboja" in screen)
        terminal.type("\x03")
        terminal.wait()


def test_a_terminal_that_vanishes_ends_the_program(program: list[str]) -> None:
    command = ["bash", "-c", f"trap '' HUP; exec {shlex.join(program)}"]
    with Terminal(command) as terminal:
        terminal.wait_for(READY)
        terminal.hang_up()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            pid, status = os.waitpid(terminal.pid, os.WNOHANG)
            if pid:
                terminal.status = os.waitstatus_to_exitcode(status)
                break
            time.sleep(0.05)
        assert terminal.status == 129


@pytest.mark.parametrize("keys", ["\x03", "\x11", "\x1bq"])
def test_leaving_prints_nothing_and_gives_130(
    program: list[str], tmp_path: Path, keys: str
) -> None:
    out = tmp_path / "out"
    with writing(out) as stdout, Terminal(program, stdout=stdout) as terminal:
        terminal.wait_for(READY)
        for key in keys:
            terminal.type(key)
            terminal.settle()
        assert terminal.wait() == 130
        assert restored(terminal)
    assert out.read_bytes() == b""


def test_marks_are_printed_in_their_order_and_survive_queries(
    program: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with (
        writing(out) as stdout,
        Terminal([*program, "--emit", "ids"], stdout=stdout) as terminal,
    ):
        terminal.wait_for(READY)
        terminal.settle()
        terminal.type("\x1b")
        terminal.settle()
        terminal.type("jj ")
        terminal.settle()
        terminal.type("g ")
        terminal.settle()
        terminal.type("/")
        terminal.type("lubok")
        terminal.settle(0.6)
        terminal.type(ENTER)
        assert terminal.wait() == 0
    listed = subprocess.run(
        [*program, "search", "", "--emit", "ids"], capture_output=True, check=True, text=True
    ).stdout.split()
    assert out.read_text().split() == [listed[2], listed[0]]


def test_stopping_is_refused_where_it_would_hang_the_shell(program: list[str]) -> None:
    with Terminal(shell(program, "| cat > /dev/null")) as terminal:
        terminal.wait_for(READY)
        terminal.type("\x1a")
        terminal.settle(0.5)
        terminal.type("\x03")
        terminal.wait()
        assert restored(terminal)


def test_stopping_and_going_on(program: list[str]) -> None:
    with Terminal(["bash", "--norc", "--noprofile", "-i"]) as terminal:
        terminal.settle()
        terminal.type(shlex.join(program) + "\n")
        terminal.wait_for(READY)
        terminal.settle()
        terminal.type("\x1a")
        terminal.wait_for("Stopped")
        terminal.type("fg\n")
        terminal.wait_for(READY)
        terminal.settle()
        terminal.type("\x03")
        terminal.settle()
        terminal.type("echo status $?\n")
        terminal.wait_for("status 130")


def colours(terminal: Terminal) -> set[bytes]:
    return set(re.findall(rb"\x1b\[[0-9;]*?(?:38|48);[25];[0-9;]+m", bytes(terminal.output)))


def test_colours_are_kept_when_stdout_is_piped(program: list[str]) -> None:
    with Terminal(shell(program, "| cat > /dev/null")) as terminal:
        terminal.wait_for(READY)
        terminal.settle()
        assert len(colours(terminal)) > 5


def test_no_color_is_honoured(program: list[str]) -> None:
    with Terminal(program, environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for(READY)
        terminal.settle()
        for colour in colours(terminal):
            numbers = [int(number) for number in re.findall(rb"\d+", colour)]
            if b";2;" in colour:
                red, green, blue = numbers[-3:]
                assert max(red, green, blue) - min(red, green, blue) <= 8


def test_select_1_prints_a_single_hit_without_the_interface(program: list[str]) -> None:
    done = subprocess.run(
        [*program, "-1", "lubok", "--emit", "ids"],
        capture_output=True, text=True, start_new_session=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0
    assert re.fullmatch(r"[0-9a-f]{16}\n", done.stdout)


def test_exit_0_leaves_when_nothing_is_hit(program: list[str]) -> None:
    done = subprocess.run(
        [*program, "--exit-0", "zzzzzz"],
        capture_output=True, text=True, start_new_session=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")


def test_print_query_puts_the_query_first(program: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [*program, "--print-query", "--emit", "ids", "tppo"]
    with writing(out) as stdout, Terminal(command, stdout=stdout) as terminal:
        terminal.wait_for(READY)
        terminal.settle()
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert out.read_text().splitlines()[0] == "tppo"
