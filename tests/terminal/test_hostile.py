"""Hostile text in a title, a body, a file name and a query reaches no terminal alive."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.terminal.terminal import PROGRAM, Terminal

# What a crawled page may hold that acts on a terminal, a screen or a reader's eye.
PAYLOADS = {
    "csi": "\x1b[5mKEDIP",
    "title": "\x1b]0;JUDUL-PALSU\x07",
    "title2": "\x1b]2;JUDUL-PALSU\x1b\\",
    "clipboard": "\x1b]52;c;UENPUFk=\x07",
    "link": "\x1b]8;;http://jahat.example\x1b\\klik\x1b]8;;\x1b\\",
    "dcs": "\x1bP$q q\x1b\\",
    "c1": "\x9b31mMERAH\x9c",
    "nul": "a\x00b",
    "bell": "\x07\x08\x0e\x0f\x0b\x0c\x7f",
    "bidi": "\u202etxet\u202c \u2066x\u2069",
    "zero width": "ko\u200brban\u2060\ufeff",
    "tags": "x\U000e0041\U000e0042",
    "combining": "z" + "\u0301" * 500,
}
FORBIDDEN = [
    b"\x1b[5m", b"JUDUL-PALSU\x07", b"\x1b]0;JUDUL", b"\x1b]2;JUDUL", b"\x1b]52;",
    b"\x1b]8;;http", b"\x1bP",
    "\x9b".encode(), "\x9c".encode(), b"\x0e", b"\x0f", b"\x0b", b"\x7f",
    "\u202e".encode(), "\u202c".encode(), "\u2066".encode(), "\u2069".encode(),
    "\u200b".encode(), "\u2060".encode(), "\ufeff".encode(), "\U000e0041".encode(),
    ("\u0301" * 5).encode(),
]  # fmt: skip
MARKUP = "[bold]tebal[/bold] [@click=app.quit]x[/] [/foo] harga [naik] 5% [1] $var [link='u']"


@pytest.fixture(scope="module")
def hostile_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which every article attacks."""
    folder = tmp_path_factory.mktemp("hostile")
    source = folder / "in"
    source.mkdir()
    everything = " ".join(PAYLOADS.values())
    records = [
        {
            "id": f"{name} {payload}",
            "title": f"Judul {payload} {MARKUP}",
            "outlet": f"Media {payload}",
            "author": payload,
            "url": f"https://example.org/{payload}",
            "body": f"Jakarta - Menteri {payload} berkata. Polda Bali {payload} menangkap 7 "
            f"tersangka {payload}.\n{MARKUP}\nPenutup {everything} kata Siti {payload} Aminah.",
        }
        for name, payload in PAYLOADS.items()
    ]
    (source / "records.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    for name in ("csi", "title", "bidi", "c1"):
        payload = PAYLOADS[name].replace("/", "_")
        (source / f"{payload} [bold].txt").write_text("Jakarta - Satu berita tentang korban.\n")
    archive = folder / "archive"
    subprocess.run(
        [*PROGRAM, "--archive", str(archive), "add", str(source)], check=True, capture_output=True
    )
    return archive


def alive(data: bytes) -> list[bytes]:
    """The payloads that stand in ``data`` as they were."""
    return [payload for payload in FORBIDDEN if payload in data]


def test_the_interface_draws_no_payload(hostile_archive: Path) -> None:
    command = [*PROGRAM, "--archive", str(hostile_archive)]
    with Terminal(command, columns=160, lines=45) as terminal:
        terminal.wait_for("newest")
        terminal.settle()
        terminal.type("\x1b")
        terminal.settle()
        for _ in range(len(PAYLOADS) + 4):
            terminal.type("j")
            terminal.settle(0.12)
        for key in ("\t", "j", "n", "\t", "j", "j", "j", "\r", "?"):
            terminal.type(key)
            terminal.settle(0.12)
        assert terminal.status is None
        assert alive(bytes(terminal.output)) == []


def test_markup_is_shown_as_it_was_printed(hostile_archive: Path) -> None:
    command = [*PROGRAM, "--archive", str(hostile_archive), "tebal"]
    with Terminal(command, columns=160, lines=45) as terminal:
        terminal.wait_for("[naik] 5% [1]")


def test_a_query_is_echoed_without_its_payload(hostile_archive: Path) -> None:
    query = "korban " + " ".join(PAYLOADS.values()).replace("\x00", "")
    command = [*PROGRAM, "--archive", str(hostile_archive), query + MARKUP]
    with Terminal(command, columns=160, lines=45) as terminal:
        terminal.wait_for("korban")
        terminal.settle()
        # A paste brings the same, whatever marks the terminal puts round it.
        terminal.type("\x15")
        terminal.type("\x1b[200~" + PAYLOADS["title"] + "\u202ekorban\x1b[201~")
        terminal.settle()
        assert terminal.status is None
        assert alive(bytes(terminal.output)) == []


@pytest.mark.parametrize("kind", ["articles", "text", "entities", "figures", "quotes", "paths"])
def test_a_terminal_is_safe_from_what_is_printed(hostile_archive: Path, kind: str) -> None:
    command = [*PROGRAM, "--archive", str(hostile_archive), "search", "", "--emit", kind]
    with Terminal(command) as terminal:
        assert terminal.wait() in (0, 1)
        assert alive(bytes(terminal.output)) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", PAYLOADS["csi"] + PAYLOADS["bidi"]],
        ["search", "foo:" + PAYLOADS["title"]],
        ["count", "--", PAYLOADS["c1"]],
        ["show", PAYLOADS["clipboard"]],
        ["add", "/nowhere/" + PAYLOADS["csi"] + PAYLOADS["bidi"]],
        ["status"],
    ],
)
def test_messages_carry_no_payload(hostile_archive: Path, arguments: list[str]) -> None:
    with Terminal([*PROGRAM, "--archive", str(hostile_archive), *arguments]) as terminal:
        terminal.wait()
        assert alive(bytes(terminal.output)) == []


@pytest.mark.parametrize("shape", [["--format", "csv"], ["--format", "text"], ["--emit", "ids"]])
def test_records_stay_on_their_line(hostile_archive: Path, shape: list[str]) -> None:
    done = subprocess.run(
        [*PROGRAM, "--archive", str(hostile_archive), "search", "", *shape], capture_output=True
    )
    assert done.returncode == 0
    assert alive(done.stdout) == []


def test_ids_are_safe_in_a_command_line(hostile_archive: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "--archive", str(hostile_archive), "search", "", "--emit", "ids"],
        capture_output=True,
        text=True,
    )
    ids = done.stdout.splitlines()
    assert len(ids) > len(PAYLOADS)
    assert all(len(line) == 16 and line.isalnum() for line in ids)
