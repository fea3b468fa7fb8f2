"""Tables: any delimiter, cells of many lines, rows that are broken."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Problem, SourceRecord
from index.sources import parse_mapping, read_sources
from index.sources.delimited import UNCLOSED, read_delimited
from index.sources.lines import MAXIMUM_BYTES, TOO_LARGE


class Bytes:
    """A stream that has nothing but ``read``."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, size: int = -1, /) -> bytes:
        data = self._data[:size] if size >= 0 else self._data
        self._data = self._data[len(data) :]
        return data


def read(
    data: bytes | str, name: str = "a.csv", mapping: str | None = None
) -> list[SourceRecord | Problem]:
    raw = data.encode() if isinstance(data, str) else data
    mapped = parse_mapping(mapping) if mapping else None
    return list(read_delimited(Bytes(raw), name, mapped))


def texts(found: list[SourceRecord | Problem]) -> list[str]:
    return [item.text for item in found if isinstance(item, SourceRecord)]


def problems(found: list[SourceRecord | Problem]) -> list[tuple[str, str]]:
    return [(item.path, item.reason) for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end(delimiter: str, end: str) -> None:
    rows = (("Judul", "Isi", "Tanggal"), ("J", f'"satu{delimiter} ""dua""{end}tiga"', "1/2/2025"))
    found = read(end.join(delimiter.join(row) for row in rows))
    assert found == [
        SourceRecord("a.csv#1", f'satu{delimiter} "dua"{end}tiga', title="J", published="1/2/2025")
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfjudul,isi\nJ,\xe2\x80\x9cKaf\xc3\xa9\xe2\x80\x9d\n",
        "judul,isi\nJ,“Kafé”\n".encode("utf-16"),
    ],
)
def test_certain_encodings(data: bytes) -> None:
    assert read(data) == [SourceRecord("a.csv#1", "“Kafé”", title="J")]


def test_utf_16_without_a_mark() -> None:
    found = read(
        "judul,isi\nJ,“Petugas menunda keberangkatan – lagi” katanya\n".encode("utf-16-le")
    )
    assert texts(found) == ["“Petugas menunda keberangkatan – lagi” katanya"]
    assert not problems(found)


def test_a_guessed_encoding_is_said_once() -> None:
    found = read("judul,isi\nJ,Kafé\nK,“é”\n".encode("cp1252"))
    assert texts(found) == ["Kafé", "“é”"]
    assert problems(found) == [("a.csv", "is not UTF-8; read as Windows-1252")]


def test_a_tab_decides_for_tsv_and_a_line_of_excel_for_all() -> None:
    assert texts(read("isi\nsatu, dua; tiga\n", "a.tsv")) == ["satu, dua; tiga"]
    assert texts(read("sep=;\nisi;judul\nsatu, dua;J\n")) == ["satu, dua"]
    assert texts(read("a,b,c,d;isi;judul\nx;satu, dua;J\n")) == ["satu, dua"]


def test_cells_in_single_quotes() -> None:
    found = read("'judul','isi'\n'J','satu, dua'\n")
    assert found == [SourceRecord("a.csv#1", "satu, dua", title="J")]
    assert texts(read("isi\n'Saya' kata dia\n")) == ["'Saya' kata dia"]


def test_rows_that_are_uneven_are_read_as_far_as_they_go() -> None:
    found = read("id,isi,judul\n1,satu\n2,dua,J,K\n3\n4,empat,J,\n\n,,\n5,lima,J\n")
    assert [item.path for item in found] == [
        "a.csv:2", "a.csv#1", "a.csv:3", "a.csv#2", "a.csv:4", "a.csv#4", "a.csv#5",
    ]  # fmt: skip
    assert texts(found) == ["satu", "dua", "empat", "lima"]
    assert problems(found)[:2] == [
        ("a.csv:2", "has 2 cells where the header has 3"),
        ("a.csv:3", "has 4 cells where the header has 3"),
    ]


def test_an_open_quotation_mark_costs_one_row() -> None:
    for following in ("c,tiga\nd,empat\n", 'c,tiga\n"d","empat"\n'):
        found = read(f'judul,isi\na,satu\nb,"dua tetap buka\n{following}')
        assert texts(found) == ["satu", '"dua tetap buka', "tiga", "empat"]
        assert problems(found) == [("a.csv:3", UNCLOSED)]


def test_a_cell_that_is_too_large_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as stream:
        stream.write(b"judul,isi\na,satu\nb,")
        for _ in range(30):
            stream.write(b"x" * 1_000_000)
        stream.write(b"\nc,tiga\n")
    tracemalloc.start()
    found = list(read_sources([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * MAXIMUM_BYTES
    assert texts(found) == ["satu", "tiga"]
    assert problems(found) == [(f"{path}:3", TOO_LARGE)]


def test_a_mark_that_opens_a_large_file_is_given_up_at_the_limit() -> None:
    rows = "".join(f"{number},{'kata ' * 400}\n" for number in range(6000))
    found = read(f'judul,isi\na,"satu\n{rows}')
    assert len(texts(found)) == 6001
    assert problems(found) == [("a.csv:2", UNCLOSED)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"judul,isi\n", "holds a header row and no records"),
        (b"PK\x03\x04\x00", "is binary, not text"),
        (b"nama,umur\nA,3\n", "names no column of a text (body, content, text or isi); it has nama,"
         " umur"),
    ],
)  # fmt: skip
def test_a_table_without_articles_is_one_problem(data: bytes, reason: str) -> None:
    assert problems(read(data)) == [("a.csv", reason)]


def test_a_mapping_of_columns() -> None:
    data = "Kepala;Naskah Lengkap;isi\nJ;satu, dua;no\n"
    assert read(data, mapping="title=kepala,body=naskah_lengkap") == [
        SourceRecord("a.csv#1", "satu, dua", title="J")
    ]
    assert problems(read(data, mapping="body=badan")) == [
        ("a.csv", "has no column 'badan' for the text; it has Kepala, Naskah Lengkap, isi")
    ]


def test_of_two_columns_with_one_name_the_first_counts() -> None:
    assert texts(read("isi,isi\nsatu,dua\n")) == ["satu"]


def test_reading_is_lazy() -> None:
    class Endless:
        def read(self, size: int = -1, /) -> bytes:
            return b"isi\n" * 1000

    found = read_delimited(Endless(), "a.csv")
    assert [next(found).path for _ in range(3)] == ["a.csv#1", "a.csv#2", "a.csv#3"]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_to_their_end(data: bytes) -> None:
    for item in read(b"isi,judul\n" + data):
        assert item.path.startswith("a.csv")
    read(data)


@given(st.text(alphabet='a",;\n\r ', max_size=80))
def test_any_marks_are_read_to_their_end(text: str) -> None:
    for item in read("isi,judul\n" + text):
        assert item.path.startswith("a.csv")
