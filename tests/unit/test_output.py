"""What goes to stdout: records, formats, and nothing that acts on a spreadsheet or a shell."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import (
    BODY,
    Agency,
    Annotations,
    Article,
    Figure,
    Law,
    Mention,
    Person,
    Quote,
    Reason,
    Statement,
)
from tui.output.delimited import Delimited
from tui.output.readable import Readable, first_words
from tui.output.records import KINDS, article_record, records
from tui.output.writer import OutputError, Shape, Writer

ARTICLE_KEYS = [
    "schema", "id", "source_id", "path", "url", "title", "outlet", "published", "place", "author",
    "body", "captions", "copies", "tags", "agencies", "people", "places", "offences", "laws",
    "figures", "quotes",
]  # fmt: skip

ARTICLE = Article(
    id="0123456789abcdef",
    path="/berita/a.jsonl#3",
    source_id="7",
    url=None,
    title='=HYPERLINK("x")',
    outlet="detikcom",
    published="2025-01-31",
    place=None,
    author=None,
    body="Polri menangkap 7 tersangka. Siti berkata.",
    captions=("Foto",),
    annotations=Annotations(
        agencies=(Agency("Polri", (Mention(BODY, 0, 5, "Polri"),), True),),
        people=(Person("Siti", (Mention(BODY, 29, 33, "Siti"),), "korban"),),
        laws=(Law("UU 21/2007", (), ("2", "10")),),
        figures=(
            Figure("7 tersangka", 7.0, 7.0, "tersangka", None, "suspects", None, None, None,
                   BODY, 16, 27, reasons=(Reason("measure", 6, 15),)),
            Figure("5", 5.0, None, None, None, "other", None, None, None, "title", 0, 1),
        ),
        quotes=(Quote(None, "Siti berkata", 29, 41),),
        statements=(Statement("Polri", "menangkap", "Polri menangkap 7 tersangka.", 0, 28),),
    ),
)  # fmt: skip


def whole(text: str, offset: int) -> str:
    return text


def test_an_article_has_all_keys_in_their_order() -> None:
    record = article_record(ARTICLE)
    assert list(record) == ARTICLE_KEYS
    assert record["agencies"] == [
        {"name": "Polri", "forms": ["Polri"], "count": 1, "spans": [[0, 5]]}
    ]
    assert record["laws"] == [{"law": "UU 21/2007", "articles": ["2", "10"]}]


def test_numbers_are_whole_where_they_are_whole() -> None:
    figures = article_record(ARTICLE)["figures"]
    assert json.dumps(figures[0]["low"]) == "7"
    assert figures[1]["high"] is None
    assert (figures[1]["start"], figures[1]["end"]) == (None, None)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_records_that_json_can_carry(kind: str) -> None:
    for record in records(kind, ARTICLE, whole):
        assert json.loads(json.dumps(record)) == record


def test_a_figure_says_from_which_words_it_was_read() -> None:
    first, second = records("figures", ARTICLE, whole)
    assert first["because"] == {"measure": ["menangkap"]}
    assert second["because"] == {}


@pytest.mark.parametrize("kind", ["entities", "figures", "quotes"])
def test_parts_of_an_article_say_where_they_come_from(kind: str) -> None:
    found = list(records(kind, ARTICLE, whole))
    assert found
    for record in found:
        assert record["article"] == ARTICLE.id
        assert {"title", "outlet", "published", "url", "sentence"} <= record.keys()


def rows(separator: str, *given_records: dict[str, object]) -> list[list[str]]:
    delimited = Delimited(separator)
    text = "".join(delimited.format(record) for record in given_records)
    if separator == "\t":
        return [line.split("\t") for line in text.splitlines()]
    return list(csv.reader(io.StringIO(text)))


def test_csv_has_a_header_and_joins_lists() -> None:
    header, row = rows(",", article_record(ARTICLE))
    assert header == ARTICLE_KEYS[1:]
    cells = dict(zip(header, row, strict=True))
    assert cells["agencies"] == "Polri"
    assert cells["laws"] == "UU 21/2007"
    assert cells["figures"] == "7 tersangka; 5"
    assert cells["url"] == ""


@pytest.mark.parametrize("text", ["=1+1", "+62", "-2", "@x", '=HYPERLINK("x")'])
def test_no_cell_is_a_formula(text: str) -> None:
    assert rows(",", {"title": text})[1] == ["'" + text]


def test_a_negative_number_stays_a_number() -> None:
    assert rows(",", {"low": -3})[1] == ["-3"]


@given(st.lists(st.text(), min_size=2, max_size=4))
def test_any_text_fills_one_cell(cells: list[str]) -> None:
    record: dict[str, object] = {str(number): cell for number, cell in enumerate(cells)}
    delimited = Delimited("\t")
    lines = delimited.format(record).split("\n")
    assert len(lines) == 3
    assert lines[1].count("\t") == len(cells) - 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_read_by_people(kind: str) -> None:
    readable = Readable(kind, width=60, colour=False, whole=True)
    for record in records(kind, ARTICLE, whole):
        text = readable.format(record)
        assert text.endswith("\n")
        assert "\x1b" not in text


def test_first_words_are_whole_words() -> None:
    assert first_words("satu dua tiga", 9) == "satu …"
    assert first_words("satu dua", 80) == "satu dua"
    assert first_words("") == ""


def test_a_file_takes_the_place_of_stdout(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with Writer(Shape(file=str(target))) as writer:
        writer.write({"a": "é"})
    assert target.read_bytes() == '{"a": "é"}\n'.encode()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="nowhere"):
        Writer(Shape(file=str(tmp_path / "nowhere" / "x")))


def test_names_can_be_ended_by_nul(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with Writer(Shape(kind="paths", print0=True, file=str(target))) as writer:
        writer.write({"path": "/a b\n#1"})
    assert target.read_bytes() == b"/a b\n#1\0"


def test_quotations_and_statements_in_the_order_of_the_text() -> None:
    told, said = records("speech", ARTICLE, lambda text, offset: text)
    assert (told["indirect"], told["cue"], told["speaker"]) == (True, "menangkap", "Polri")
    assert (said["indirect"], said["cue"], said["text"]) == (False, None, "Siti berkata")
    assert next(records("quotes", ARTICLE, lambda text, offset: text)).keys() < said.keys()
