"""The README tells the truth: its commands print what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (.+?)\n(.*?)```", README, re.DOTALL)
# What depends on the machine, and on the versions that are installed there.
VARIABLE = re.compile(r"^(archive|size|versions) .*$", re.MULTILINE)


@pytest.mark.parametrize(("command", "printed"), BLOCKS, ids=[block[0] for block in BLOCKS])
def test_a_command_prints_what_the_readme_says(command: str, printed: str) -> None:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines(keepends=True) if "sample of" not in line]
    shown = "".join(said) + done.stdout
    assert VARIABLE.sub("", shown) == VARIABLE.sub("", printed)


def test_the_two_commands_are_there() -> None:
    assert "python3 .ci/setup.py && .venv/bin/tppo-tui\n" in README
    assert "python3 .ci/setup.py test && .venv/bin/python -m pytest -n 4\n" in README


def test_every_file_that_is_linked_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or (ROOT / target).is_file(), target
