"""``add`` as a process: what is chosen, what is told, how it stays and how it is ended."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.terminal import PROGRAM, Terminal
from tests.watch import PATIENCE

Run = Callable[..., "subprocess.CompletedProcess[str]"]
BEFORE = time.time() - 3600


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*PROGRAM, "--archive", str(tmp_path / "archive"), *arguments],
            input=given, capture_output=True, text=True, cwd=tmp_path, timeout=300,
        )  # fmt: skip

    return call


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (BEFORE, BEFORE))
    return path


def story(place: str) -> str:
    return (
        f"Polisi di {place} memeriksa tiga saksi dalam perkara perekrutan pekerja migran.\n"
        f"Berkas perkara itu diserahkan kepada jaksa di {place} pekan ini.\n"
    )


def test_columns_are_mapped(run: Run, tmp_path: Path) -> None:
    rows = f'kepala,teks\nRazia di Batam,"{story("Batam")}"\n'
    write(tmp_path / "a.csv", rows)
    done = run("add", "--map", "title=kepala,body=teks", "a.csv")
    assert "1 added" in done.stderr
    record = json.loads(run("search", "batam").stdout)
    assert record["title"] == "Razia di Batam"
    assert record["path"].endswith("a.csv#1")


@pytest.mark.parametrize("mapping", ["warna=title", "title", "title="])
def test_a_wrong_mapping_is_wrong_use(run: Run, tmp_path: Path, mapping: str) -> None:
    write(tmp_path / "a.txt", story("Batam"))
    done = run("add", "--map", mapping, "a.txt")
    assert done.returncode == 2
    assert mapping.split("=")[0] in done.stderr
    assert not (tmp_path / "archive").exists()


def test_globs_choose_files_of_folders(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "drafts/c.txt"):
        write(tmp_path / "in" / name, story(name[0].upper() + "umai"))
    done = run("add", "in", "--include", "*.txt", "--exclude", "drafts/*")
    assert "1 added" in done.stderr
    (path,) = run("search", "", "--emit", "paths").stdout.split()
    assert path.endswith("in/a.txt")


def test_pruning_is_told(run: Run, tmp_path: Path) -> None:
    for place in ("Batam", "Dumai"):
        write(tmp_path / "in" / f"{place}.txt", story(place))
    run("add", "in")
    (tmp_path / "in" / "Dumai.txt").unlink()
    done = run("add", "--prune", "in")
    assert "0 added, 0 updated, 1 unchanged, 1 forgotten" in done.stderr
    assert run("count", "dumai").stdout == "0\n"


def test_the_source_is_printed_as_it_was(run: Run, tmp_path: Path) -> None:
    text = story("Batam") + "\nBaca juga: Judul Lain\n\x1b]0;x\x07"
    write(tmp_path / "a.txt", text)
    run("add", "a.txt")
    identifier = run("search", "", "--emit", "ids").stdout.strip()
    raw = run("show", identifier, "--emit", "text", "--raw").stdout
    assert "Baca juga: Judul Lain" in raw
    assert "\x1b" not in raw
    assert "Baca juga" not in run("show", identifier, "--emit", "text").stdout
    assert run("show", identifier, "--raw").returncode == 2


def test_problems_are_listed_later(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", story("Batam"))
    for number in range(7):
        write(tmp_path / "in" / f"{number}.json", "{")
    assert "7 problems" in run("add", "in").stderr
    assert "and 2 more: tppo-tui status --problems" in run("status").stdout
    listed = run("status", "--problems").stdout.splitlines()
    assert len(listed) == 7
    assert all("json: is no JSON" in line for line in listed)


def test_voices_are_counted(run: Run, tmp_path: Path) -> None:
    text = "".join(story(place) for place in ("Batam", "Dumai", "Nunukan", "Entikong", "Kupang"))
    records = [{"id": str(number), "outlet": f"Koran {number}", "body": text} for number in (1, 2)]
    given = "".join(json.dumps(record) + "\n" for record in records)
    assert "2 added (2 with the text of another)" in run("add", "-", given=given).stderr
    assert run("count", "saksi").stdout == "2\n"
    assert run("count", "--voices", "saksi").stdout == "1\n"
    (line,) = run("search", "--voices", "saksi").stdout.splitlines()
    assert json.loads(line)["copies"] == 1


def test_watching_stays_until_it_is_interrupted(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", story("Batam"))
    command = [*PROGRAM, "--archive", str(tmp_path / "archive"), "add", "--watch", "in"]
    with Terminal(command, cwd=tmp_path) as terminal:
        terminal.wait_for("watching; Ctrl-C ends it")
        write(tmp_path / "in" / "b.txt", story("Dumai"))
        terminal.wait_for("1 added, 0 updated, 1 unchanged")
        terminal.type("\x03")
        assert terminal.wait() == 130


def test_an_interrupted_add_keeps_what_it_had_and_goes_on(run: Run, tmp_path: Path) -> None:
    records = (json.dumps({"id": str(n), "body": story(f"Desa {n}")}) for n in range(3000))
    write(tmp_path / "a.jsonl", "\n".join(records))
    command = [*PROGRAM, "--archive", str(tmp_path / "archive"), "add", "a.jsonl"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as adding:
        deadline = time.monotonic() + PATIENCE
        database = tmp_path / "archive" / "archive.sqlite-wal"
        while not (database.exists() and database.stat().st_size > 1_000_000):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        adding.send_signal(signal.SIGINT)
        _, words = adding.communicate(timeout=PATIENCE)
    assert adding.returncode == 130
    assert "what was added before stays" in words
    there = int(run("count").stdout)
    assert 0 < there < 3000
    done = run("add", "a.jsonl").stderr
    assert f"{3000 - there} added" in done
    assert f"{there} unchanged" in done
