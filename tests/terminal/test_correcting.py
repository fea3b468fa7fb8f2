"""The verb correct as a whole process: what it prints where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import PROGRAM

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "archive"


@pytest.fixture
def run(tmp_path: Path, folder: Path, seed_files: list[Path]) -> Run:
    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, "--archive", str(folder), *arguments],
            capture_output=True, text=True, cwd=tmp_path, timeout=300,
        )  # fmt: skip

    assert call("add", *map(str, seed_files)).returncode == 0
    return call


def entities(done: subprocess.CompletedProcess[str]) -> dict[tuple[str, str], str]:
    records = [json.loads(line) for line in done.stdout.splitlines()]
    return {(record["kind"], record["name"]): record["layer"] for record in records}


def test_a_correction_its_list_and_its_undo(run: Run, folder: Path) -> None:
    before = run("search", "", "--emit", "entities").stdout
    counted = run("correct", "rename", "place", "Malaysia", "Negeri Jiran", "--dry-run")
    assert (counted.returncode, counted.stdout) == (0, "1\n")
    assert not (folder / "corrections.yaml").exists()

    done = run("correct", "rename", "place", "Malaysia", "Negeri Jiran")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == ("tppo-tui: 1 article changed; tppo-tui correct undo 1 takes it back\n")
    found = entities(run("search", "tempat:jiran", "--emit", "entities"))
    assert found["place", "Negeri Jiran"] == "corrected"
    assert ("place", "Malaysia") not in found
    assert found["place", "Indonesia"] != "corrected"

    listed = run("correct", "list")
    assert json.loads(listed.stdout) == {
        "schema": "correction/1", "number": 1, "operation": "rename", "kind": "place",
        "name": "Malaysia", "form": None, "to": "Negeri Jiran", "in": [], "note": None,
    }  # fmt: skip
    assert json.loads(run("correct", "list", "--format", "json").stdout)[0]["number"] == 1
    assert run("correct", "list", "--format", "text").stdout == (
        "   1  rename place Malaysia 'Negeri Jiran'\n"
    )

    undone = run("correct", "undo", "1")
    assert (undone.returncode, undone.stdout) == (0, "")
    assert undone.stderr.endswith("1 article changed\n")
    assert run("search", "", "--emit", "entities").stdout == before
    assert run("correct", "list").returncode == 1


def test_what_is_rejected_is_listed_on_request(run: Run) -> None:
    assert run("correct", "reject", "place", "Malaysia").returncode == 0
    assert ("place", "Malaysia") not in entities(run("search", "", "--emit", "entities"))
    found = entities(run("search", "", "--emit", "entities", "--rejected"))
    assert found["place", "Malaysia"] == "rejected"


def test_one_article_only(run: Run) -> None:
    one = run("search", "tempat:malaysia", "--emit", "ids", "--limit", "1").stdout.strip()
    done = run("correct", "retype", "Malaysia", "place", "agency", "--in", one[:8])
    assert "1 article changed" in done.stderr
    assert run("count", "lembaga:malaysia tempat:malaysia").returncode == 0


def test_what_would_change_nothing_is_not_written(run: Run, folder: Path) -> None:
    done = run("correct", "reject", "place", "Malaysi")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing was written" in done.stderr
    assert "no place is called Malaysi" in done.stderr
    assert not (folder / "corrections.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "ACTION"),
        (("reject", "place"), "NAME"),
        (("reject", "lembaga", "X"), "invalid choice"),
        (("rename", "place", "Malaysia", "Malaysia"), "is the same as before"),
        (("split", "place", "Malaysia"), "form: is missing"),
        (("undo",), "there is no correction to undo"),
        (("reject", "place", "Malaysia", "--in", "zzzz"), "no article has the id"),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run("correct", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_wrong_file_is_told_with_line_and_field(run: Run, folder: Path) -> None:
    wrong = "corrections:\n  - rename: Malaysia\n    kind: place\n    tu: Negeri Jiran\n"
    (folder / "corrections.yaml").write_text(wrong, encoding="utf-8")
    problem = "corrections.yaml:4: tu: unknown field"
    for arguments in (("list",), ("undo",), ("reject", "place", "Malaysia")):
        done = run("correct", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert problem in done.stderr
    assert run("check").returncode == 2
    searched = run("search", "tempat:malaysia", "--emit", "ids")
    assert searched.returncode == 0
    assert problem in searched.stderr
    assert (folder / "corrections.yaml").read_text(encoding="utf-8") == wrong
    mended = wrong.replace("tu:", "to:")
    (folder / "corrections.yaml").write_text(mended, encoding="utf-8")
    counted = run("count", 'tempat:"negeri jiran"')
    assert counted.stdout == "1\n"
    assert "articles that come out otherwise: 1" in counted.stderr


def test_the_sample_is_not_corrected(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "correct", "reject", "place", "Malaysia"],
        capture_output=True, text=True, cwd=tmp_path, timeout=300,
    )  # fmt: skip
    assert done.returncode == 2
    assert "the sample archive cannot be changed" in done.stderr
