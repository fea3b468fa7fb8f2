"""Archives: what they hold is read, and what they hide, break or blow up is a problem."""

from __future__ import annotations

import gzip
import io
import random
import stat
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Problem, SourceRecord
from index.sources import count_files, read_sources
from index.sources.compressed import BOMB, DAMAGED, ENCRYPTED, LINK, NESTED, NO_FILES, read_zip
from index.sources.globs import Globs

RECORDS = b'{"text": "satu"}\n{"text": "dua"}\n'
TABLE = b"judul;isi\nJ;tiga\n"


def zipped(path: Path, members: dict[str, bytes], **more: int) -> Path:
    with zipfile.ZipFile(path, "w", more.get("compression", zipfile.ZIP_DEFLATED)) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def read(*paths: Path, **more: list[str]) -> list[SourceRecord | Problem]:
    return list(read_sources(paths, **more))  # type: ignore[arg-type]


def texts(found: list[SourceRecord | Problem], below: Path) -> list[tuple[str, str]]:
    return [
        (item.path.removeprefix(f"{below}/"), item.text)
        for item in found
        if isinstance(item, SourceRecord)
    ]


def problems(found: list[SourceRecord | Problem], below: Path) -> list[tuple[str, str]]:
    return [
        (item.path.removeprefix(f"{below}/"), item.reason)
        for item in found
        if isinstance(item, Problem)
    ]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt.gz", b"isi", [("a.txt.gz", "isi")]),
        ("a.gz", b"isi", [("a.gz", "isi")]),
        ("a.jsonl.gz", RECORDS, [("a.jsonl.gz#1", "satu"), ("a.jsonl.gz#2", "dua")]),
        ("A.CSV.GZ", TABLE, [("A.CSV.GZ#1", "tiga")]),
        ("a.tsv.gz", b"isi\nsatu, dua\n", [("a.tsv.gz#1", "satu, dua")]),
        ("a.md.gz", b"**isi**", [("a.md.gz", "isi")]),
    ],
)
def test_gzip(tmp_path: Path, name: str, data: bytes, expected: list[tuple[str, str]]) -> None:
    (tmp_path / name).write_bytes(gzip.compress(data))
    assert texts(read(tmp_path), tmp_path) == expected


def test_zip_in_the_order_of_names(tmp_path: Path) -> None:
    members = {
        "b.txt": b"isi b",
        "a/x.jsonl": RECORDS,
        "a/y.csv": TABLE,
        "c.txt.gz": gzip.compress(b"isi c"),
        "empty/": b"",
    }
    path = zipped(tmp_path / "a.zip", members)
    for found in (read(path), read(tmp_path)):
        assert texts(found, path) == [
            ("a/x.jsonl#1", "satu"),
            ("a/x.jsonl#2", "dua"),
            ("a/y.csv#1", "tiga"),
            ("b.txt", "isi b"),
            ("c.txt.gz", "isi c"),
        ]
    assert count_files([tmp_path]) == 1


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_way_of_packing(tmp_path: Path, compression: int) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": b"isi"}, compression=compression)
    assert texts(read(path), path) == [("a.txt", "isi")]


def test_hidden_names_and_those_of_macos_are_passed_over(tmp_path: Path) -> None:
    members = {
        "__MACOSX/._a.txt": b"x",
        "._a.txt": b"x",
        ".git/b": b"x",
        "c/.d": b"x",
        "a.txt": b"i",
    }
    path = zipped(tmp_path / "a.zip", members)
    assert texts(read(path), path) == [("a.txt", "i")]
    hidden = zipped(tmp_path / "b.zip", {".a": b"x"})
    assert read(hidden) == [Problem(str(hidden), NO_FILES)]


def test_names_that_lead_out_are_shown_without_the_way(tmp_path: Path) -> None:
    members = {
        "/etc/a.txt": b"1",
        "../../b.txt": b"2",
        "C:\\x\\c.txt": b"3",
        "d\x1b[2J\n.txt": b"4",
    }
    path = zipped(tmp_path / "a.zip", members)
    found = read(path)
    assert {name for name, _ in texts(found, path)} >= {"etc/a.txt", "b.txt", "x/c.txt"}
    assert len(found) == 4
    assert not any("\x1b" in item.path or "\n" in item.path for item in found)
    assert list(tmp_path.iterdir()) == [path]


def test_globs_reach_into_archives(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    members = {"a.txt": b"1", "b/c.md": b"2", "b/d.csv.gz": gzip.compress(TABLE)}
    path = zipped(tmp_path / "2024/a.zip", members)
    for globs, expected in (
        ({"include": ["*.md"]}, ["b/c.md"]),
        ({"include": ["b/**"]}, ["b/c.md", "b/d.csv.gz#1"]),
        ({"include": ["*.csv"]}, ["b/d.csv.gz#1"]),
        ({"include": ["2024/**"], "exclude": ["b"]}, ["a.txt"]),
        ({"include": ["*.zip"]}, ["a.txt", "b/c.md", "b/d.csv.gz#1"]),
        ({"exclude": ["*.zip"]}, []),
        ({"include": ["*.html"]}, []),
    ):
        assert [name for name, _ in texts(read(tmp_path, **globs), path)] == expected
    assert len(read(path, include=["*.md"])) == 1


def encrypted(path: Path) -> Path:
    zipped(path, {"a.txt": b"rahasia", "b.txt": b"isi"}, compression=zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(data)
    return path


def test_an_encrypted_member_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    path = encrypted(tmp_path / "a.zip")
    found = read(path)
    assert problems(found, path) == [("a.txt", ENCRYPTED)]
    assert texts(found, path) == [("b.txt", "isi")]


def test_archives_in_archives_and_links_are_problems(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("c.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = zipped(tmp_path / "a.zip", {"b.zip": b"PK\x03\x04", "d.zip.gz": gzip.compress(b"PK")})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert problems(read(path), path) == [("b.zip", NESTED), ("c.txt", LINK), ("d.zip.gz", NESTED)]
    (tmp_path / "b.zip.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert problems(read(tmp_path / "b.zip.gz"), tmp_path) == [("b.zip.gz", NESTED)]


def test_what_blows_up_is_left_where_it_does(tmp_path: Path) -> None:
    line = b'{"text": "' + b"a" * 900_000 + b'"}\n'
    zipped(tmp_path / "a.zip", {"a.jsonl": line * 40, "b.txt": b"isi"})
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(line * 40))
    zipped(tmp_path / "d.zip", {"e.jsonl.gz": gzip.compress(line * 40)})
    tracemalloc.start()
    found = read_sources([tmp_path])
    kept = [(type(item).__name__, item.path, getattr(item, "reason", "")) for item in found]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 60_000_000
    assert {path.removeprefix(f"{tmp_path}/"): reason for _, path, reason in kept if reason} == {
        "a.zip/a.jsonl": BOMB,
        "c.jsonl.gz": BOMB,
        "d.zip/e.jsonl.gz": BOMB,
    }
    assert ("SourceRecord", f"{tmp_path}/a.zip/b.txt", "") in kept


def test_damage_is_a_problem_behind_what_could_be_read(tmp_path: Path) -> None:
    rough = random.Random(1)
    lines = b"".join(b'{"text": "%d"}\n' % rough.getrandbits(400) for _ in range(3000))
    whole = gzip.compress(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.txt.gz").write_bytes(b"no gzip")
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04 no zip")
    path = zipped(tmp_path / "d.zip", {"d.txt": rough.randbytes(3000), "e.txt": b"isi"})
    data = bytearray(path.read_bytes())
    data[200:300] = bytes(100)
    path.write_bytes(data)
    found = read(tmp_path)
    assert problems(found, tmp_path) == [
        ("a.jsonl.gz", DAMAGED),
        ("b.txt.gz", DAMAGED),
        ("c.zip", DAMAGED),
        ("d.zip/d.txt", DAMAGED),
    ]
    assert len(texts(found, tmp_path)) > 1000
    assert texts(found, tmp_path)[-1] == ("d.zip/e.txt", "isi")


def small_archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "isi " * 20)
        archive.writestr("b/c.jsonl", RECORDS)
    return stream.getvalue()


@settings(max_examples=150)
@given(
    st.lists(st.tuples(st.integers(0, 330), st.integers(0, 255)), max_size=6), st.integers(0, 330)
)
def test_any_damage_is_survived(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(small_archive())
    for at, value in changes:
        if at < len(data):
            data[at] = value
    for part in (data, data[:cut]):
        for item in read_zip(io.BytesIO(bytes(part)), "a.zip", "", Globs()):
            assert item.path.startswith("a.zip")
