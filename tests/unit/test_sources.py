"""What is read from files, folders and streams, and what is a problem instead."""

from __future__ import annotations

import io
import json
import os
import socket
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Problem, SourceRecord
from index.sources import count_files, read_sources, total_bytes
from index.sources.decoding import decode
from index.sources.folders import explain
from index.sources.text import MAXIMUM_BYTES

Found = list[SourceRecord | Problem]


def read(*paths: Path, stdin: bytes = b"") -> Found:
    return list(read_sources(paths, stdin=io.BytesIO(stdin)))


def records(found: Found) -> list[SourceRecord]:
    return [item for item in found if isinstance(item, SourceRecord)]


def problems(found: Found) -> list[Problem]:
    return [item for item in found if isinstance(item, Problem)]


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_text_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Imigrasi Batam menunda dua orang.")
    assert read(path) == [SourceRecord(path=str(path), text="Imigrasi Batam menunda dua orang.")]


def test_folder_is_read_through_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "__pycache__/e.txt"):
        write(tmp_path / name, name)
    write(tmp_path / "__init__.py", "")
    assert [item.path for item in read(tmp_path)] == [
        str(tmp_path / name) for name in ("a.txt", "b.txt", "sub/c.txt")
    ]
    assert count_files([tmp_path]) == 3


def test_what_belongs_to_a_saved_page_is_no_article(tmp_path: Path) -> None:
    write(tmp_path / "berita.html", "<html></html>")
    write(tmp_path / "berita_files/gaya.css", "p { color: red }")
    write(tmp_path / "lain_files/a.txt", "isi")
    write(tmp_path / "__MACOSX/b.txt", "isi")
    assert [Path(item.path).name for item in read(tmp_path)] == ["berita.html", "a.txt"]


def test_only_what_is_wanted_is_opened(tmp_path: Path) -> None:
    first = write(tmp_path / "a.txt", "isi")
    write(tmp_path / "b.txt", "isi")
    asked: list[Path] = []

    def wanted(path: Path) -> bool:
        asked.append(path)
        return path == first

    found = list(read_sources([tmp_path], wanted=wanted))
    assert [item.path for item in found] == [str(first)]
    assert asked == [first, tmp_path / "b.txt"]
    assert total_bytes([tmp_path]) == 6


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / ".a.txt", "isi")
    assert len(records(read(path))) == 1


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("“Kafé”".encode(), "“Kafé”"),
        ("“Kafé”".encode("utf-8-sig"), "“Kafé”"),
        ("“Kafé”".encode("utf-16"), "“Kafé”"),
        (b"\xfe\xff" + "“Kafé”".encode("utf-16-be"), "“Kafé”"),
        (
            "Petugas menunda dua orang di Batam".encode("utf-16-le"),
            "Petugas menunda dua orang di Batam",
        ),
        (
            "Petugas menunda dua orang di Batam".encode("utf-16-be"),
            "Petugas menunda dua orang di Batam",
        ),
    ],
)
def test_certain_encodings_are_no_problem(tmp_path: Path, data: bytes, text: str) -> None:
    found = read(write(tmp_path / "a.txt", data))
    assert [record.text for record in records(found)] == [text]
    assert not problems(found)


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        ("Kafé “baru” di Batam".encode("cp1252"), "Kafé “baru” di Batam", "Windows-1252"),
        ("Kafé di Batam".encode("latin-1"), "Kafé di Batam", "Windows-1252"),
        (
            "Jakarta - “Ini besar,” kata Budi di “Café” lagi – ya.".encode("cp1252"),
            "Jakarta - “Ini besar,” kata Budi di “Café” lagi – ya.",
            "Windows-1252",
        ),
        (
            b"Kafe \xf0\x9f\x98 di kota Batam \xe2\x80",
            "Kafe \ufffd\ufffd\ufffd di kota Batam \ufffd\ufffd",
            "replacement",
        ),
        (
            "“Kafé” di Batam ".encode() + b"\xe2\x80 \x93",
            "“Kafé” di Batam \ufffd\ufffd \ufffd",
            "replacement",
        ),
        ("“Kafé” ".encode() + b"\xe9 Batam", "“Kafé” \ufffd Batam", "replacement"),
        (b"Imigrasi \xff\xfe Batam", "Imigrasi \ufffd\ufffd Batam", "replacement"),
        ("Imigrasi Batam “".encode()[:-1], "Imigrasi Batam \ufffd\ufffd", "replacement"),
    ],
)
def test_guessed_encodings_are_read_and_are_one_problem(
    tmp_path: Path, data: bytes, text: str, reason: str
) -> None:
    found = read(write(tmp_path / "a.txt", data))
    assert [record.text for record in records(found)] == [text]
    assert [reason in problem.reason for problem in problems(found)] == [True]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf\n", "is empty"),
        ("a.jsonl", b"\n \n", "is empty"),
        ("a.json", b"", "is empty"),
        ("a.bin", b"GIF89a\x00\x01", "is binary, not text"),
        ("a.txt", bytes(range(1, 32)) * 9, "is binary, not text"),
        ("a.jsonl", b"\x00\x01\n{}", "is binary, not text"),
        ("a.pdf", b"%PDF-1.7 teks", "is binary, not text"),
        ("a.html", b"<p>Teks</p>", "is a web page that holds no text of an article"),
        ("a.html", b" ", "is empty"),
        ("a.html", b"%PDF-1.7", "is binary, not text"),
        (
            "a.xml",
            b"<rss><item/></rss>",
            "is XML and no web page; save its articles as text, pages or records",
        ),
    ],
)
def test_what_is_no_article_is_one_problem(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = write(tmp_path / name, data)
    assert read(path) == [Problem(str(path), reason)]


def test_a_huge_line_is_one_problem_and_never_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as stream:
        stream.write(line(text="satu"))
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b"\n" + line(text="tiga"))
    tracemalloc.start()
    found = read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2.5 * MAXIMUM_BYTES
    assert [record.path for record in records(found)] == [f"{path}#1", f"{path}#3"]
    assert [problem.path for problem in problems(found)] == [f"{path}:2"]
    text = tmp_path / "a.txt"
    os.truncate(os.open(text, os.O_CREAT | os.O_RDWR), 50_000_000)
    assert [problem.path for problem in problems(read(text))] == [str(text)]


def test_records_know_the_common_names_of_fields(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        line(id=7, title="Judul", date="2025-01-31", outlet="detik", url="u", author="A", body="B")
        + line(_id={"$oid": "x"}, judul="J", tanggal=1738281600, sumber="s", link="l", isi="I")
        + line(guid="g", headline="H", datePublished="d", publisher={"name": "P"},
               articleBody=["satu", "dua"], penulis=["A", "B"]),
    )  # fmt: skip
    name = str(path)
    assert read(path) == [
        SourceRecord(name + "#1", "B", "7", "Judul", "2025-01-31", "detik", "u", "A"),
        SourceRecord(name + "#2", "I", "x", "J", "1738281600", "s", "l", None),
        SourceRecord(name + "#3", "satu\ndua", "g", "H", "d", "P", None, "A, B"),
    ]


def test_records_know_editors_and_sections(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        line(isi="I", penyunting="E", kanal="Hukum")
        + line(isi="I", Redaktur="E", category=["a", "b"]),
    )
    assert [(item.editor, item.section) for item in records(read(path))] == [
        ("E", "Hukum"),
        ("E", "a, b"),
    ]


def test_text_with_tags_loses_them(tmp_path: Path) -> None:
    text = "<p>Dua &amp; tiga <b>orang</b></p><script>x()</script><p>di<br/>Batam, 1 < 2</p>"
    path = write(tmp_path / "a.jsonl", line(content={"rendered": text}))
    assert [item.text for item in records(read(path))] == ["Dua & tiga orang\ndi\nBatam, 1 < 2"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{oops\n", "is no JSON"),
        (b"[1, 2]\n", "is no record: a JSON object with a text is expected"),
        (b'{"title": "Judul"}\n', "holds no text of an article (no body, content, text or isi)"),
        (b'{"body": "  "}\n', "holds no text of an article (no body, content, text or isi)"),
        (b'{"body": 5}\n', "holds no text of an article (no body, content, text or isi)"),
        (b"[" * 100_000 + b"\n", "is nested too deeply"),
    ],
)
def test_a_bad_line_is_one_problem_and_the_rest_goes_in(
    tmp_path: Path, bad: bytes, reason: str
) -> None:
    path = write(tmp_path / "a.jsonl", line(text="satu") + bad + line(text="tiga"))
    found = read(path)
    assert [record.path for record in records(found)] == [f"{path}#1", f"{path}#3"]
    assert problems(found) == [Problem(f"{path}:2", reason)]


def test_a_guessed_encoding_of_records_is_reported_once(tmp_path: Path) -> None:
    bad = '{"text": "Kafé"}\n'.encode("latin-1")
    found = read(write(tmp_path / "a.jsonl", bad * 3))
    assert [record.text for record in records(found)] == ["Kafé"] * 3
    assert len(problems(found)) == 1


def test_records_in_utf_16(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", '{"text": "Kafé"}\n{"text": "“b”"}\n'.encode("utf-16"))
    assert [item.text for item in records(read(path))] == ["Kafé", "“b”"]


@pytest.mark.parametrize(
    "data",
    [
        '[{"text": "a"}, {"text": "b"}]',
        '[\n {"text": "a"},\n {"text": "b"}\n]\n',
        '{"text": "a"}\n{"text": "b"}\n',
    ],
)
def test_json_files(tmp_path: Path, data: str) -> None:
    path = write(tmp_path / "a.json", data)
    assert [(item.path, item.text) for item in records(read(path))] == [
        (f"{path}#1", "a"),
        (f"{path}#2", "b"),
    ]


def test_a_json_object_over_lines_and_a_broken_array(tmp_path: Path) -> None:
    assert len(records(read(write(tmp_path / "a.json", '{\n "text":\n "a"\n}')))) == 1
    path = write(tmp_path / "b.json", '[\n {"text":\n')
    assert read(path) == [Problem(str(path), "is no JSON")]
    deep = write(tmp_path / "c.json", "[" * 100_000)
    assert read(deep) == [Problem(str(deep), "is nested too deeply")]


def test_standard_input() -> None:
    found = read(Path("-"), stdin=line(text="a") + b"no\n" + line(text="c"))
    assert [item.path for item in found] == ["<stdin>#1", "<stdin>:2", "<stdin>#3"]


def test_reading_is_lazy() -> None:
    def endless() -> io.BufferedReader:
        class Endless(io.RawIOBase):
            def readable(self) -> bool:
                return True

            def readinto(self, buffer: object) -> int:
                view = memoryview(buffer)  # type: ignore[arg-type]
                data = line(text="a") * (len(view) // 14)
                view[: len(data)] = data
                return len(data)

        return io.BufferedReader(Endless())

    found = read_sources([Path("-")], stdin=endless())
    assert [next(found).path for _ in range(3)] == ["<stdin>#1", "<stdin>#2", "<stdin>#3"]


def test_links_that_loop_and_folders_met_twice(tmp_path: Path) -> None:
    write(tmp_path / "a/text.txt", "isi")
    (tmp_path / "a/up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "void").symlink_to(tmp_path / "nowhere")
    found = read(tmp_path)
    assert len(records(found)) == 1
    assert [(Path(item.path).name, item.reason) for item in problems(found)] == [
        ("up", "is a symbolic link to a folder that holds it"),
        ("b", "is a folder that was read already"),
        ("self", "is a symbolic link that leads back to itself"),
        ("void", "is a symbolic link to nothing"),
    ]


def test_pipes_sockets_and_devices_are_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)
        server.bind("socket")
        found = read(tmp_path, Path("/dev/zero"))
    assert {item.reason for item in problems(found)} == {
        "is a pipe, a socket or a device, not a file"
    }
    assert len(found) == 3


def test_a_path_that_is_missing(tmp_path: Path) -> None:
    assert read(tmp_path / "no") == [Problem(str(tmp_path / "no"), "does not exist")]
    assert len(problems(read(Path("a\0b")))) == 1


@pytest.mark.parametrize("call", ["scandir", "open", "stat"])
def test_a_refusal_of_the_system_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    locked = write(tmp_path / "locked/a.txt", "isi")
    write(tmp_path / "open.txt", "isi")
    allowed: Callable[..., object] = getattr(os, call)

    def refuse(path: object, *rest: object, **more: object) -> object:
        if "locked" in os.fspath(path):  # type: ignore[call-overload]
            raise PermissionError(13, "Permission denied", path)
        return allowed(path, *rest, **more)

    monkeypatch.setattr(os, call, refuse)
    found = read(tmp_path)
    assert [item.reason for item in problems(found)] == ["cannot be read: no permission"]
    assert str(locked.parent) in problems(found)[0].path
    assert len(records(found)) == 1


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    first = write(tmp_path / "a.txt", "isi")
    second = write(tmp_path / "b.txt", "isi")
    found = read_sources([tmp_path])
    assert next(found).path == str(first)
    second.unlink()
    assert list(found) == [Problem(str(second), "does not exist")]


def test_an_error_while_reading_is_a_problem() -> None:
    class Broken(io.BytesIO):
        def read1(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    assert list(read_sources([Path("-")], stdin=Broken())) == [
        Problem("<stdin>", "cannot be read: input/output error")
    ]


def test_names_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    write(tmp_path / "a\x1b[2J\n.txt", "isi")
    os.close(os.open(os.fsencode(tmp_path) + b"/b\xff.txt", os.O_CREAT))
    for item in read(tmp_path):
        assert "\x1b" not in item.path
        assert "\n" not in item.path
        item.path.encode()


def test_reasons_are_words_of_one_line() -> None:
    assert explain(OSError(28, "No space left on device")) == (
        "cannot be read: no space left on device"
    )


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    text, reason = decode(data)
    assert text is not None or reason is not None


@given(st.binary(max_size=300))
def test_any_stream_is_read_to_its_end(data: bytes) -> None:
    for item in read(Path("-"), stdin=data):
        assert item.path.startswith("<stdin>")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_utf8_is_never_guessed(text: str) -> None:
    decoded, reason = decode(text.encode())
    assert reason == "is binary, not text" or decoded == text.removeprefix("\ufeff")
