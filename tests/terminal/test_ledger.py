"""The ledger in a real terminal, and what the pipe prints of the same figures."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal
from tests.terminal.test_streams import ENTER, READY, shell


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
def test_from_the_ledger_to_the_sentence_and_marks_to_stdout(
    program: list[str], tmp_path: Path, size: tuple[int, int]
) -> None:
    out = tmp_path / "out"
    command = shell([*program, "--emit", "ids"], f"> {out}")
    with Terminal(command, columns=size[0], lines=size[1]) as terminal:
        terminal.wait_for(READY)
        terminal.type("angka:tersangka>100")
        terminal.wait_for("1 article")
        terminal.type("\x1b")
        terminal.settle()
        terminal.type("F")
        terminal.wait_for("Figures of all hits")
        terminal.wait_for("284 tersangka")
        terminal.type("s")
        terminal.wait_for("value ▼")
        terminal.type(" ")
        terminal.wait_for("●")
        terminal.type(ENTER)
        terminal.wait_for(lambda screen: "Figures of all hits" not in screen)
        terminal.wait_for(lambda screen: re.search(r"figure \d+/\d+", screen) is not None)
        terminal.type(ENTER)
        assert terminal.wait() == 0
    assert len(out.read_text().split()) == 1


def test_only_the_figures_that_are_asked_for(program: list[str]) -> None:
    def emitted(*options: str) -> list[dict[str, object]]:
        done = subprocess.run(
            [*program, "search", "angka:tersangka>100", "--emit", "figures", *options],
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0
        return [json.loads(line) for line in done.stdout.splitlines()]

    asked = emitted("--matching")
    assert [record["measure"] for record in asked] == ["suspects"]
    assert asked[0] in emitted()
    assert len(emitted()) > len(asked)


def test_matching_goes_with_figures(program: list[str]) -> None:
    done = subprocess.run(
        [*program, "search", "x", "--matching"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 2
    assert "--matching goes with --emit figures" in done.stderr
