"""Columns by a mapping, and files by globs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.article import Problem, SourceRecord
from index.sources import count_files, parse_mapping, read_sources
from index.sources.globs import Globs


def test_a_mapping_is_read_with_its_other_names() -> None:
    assert parse_mapping("title=judul, body = isi berita,date=tgl=1") == {
        "title": "judul",
        "body": "isi berita",
        "published": "tgl=1",
    }
    assert parse_mapping("content=a") == parse_mapping("TEXT=a") == {"body": "a"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is no pair FIELD=COLUMN, such as title=judul"),
        ("title", "'title' is no pair FIELD=COLUMN, such as title=judul"),
        ("title=judul,", "'' is no pair"),
        ("title=", "'title=' is no pair"),
        ("judul=title", "'judul' is no field of an article; fields are id, title, body"),
        ("body=a,text=b", "the field 'body' stands twice"),
    ],
)
def test_a_wrong_mapping_says_what_is_wrong(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        parse_mapping(text)


def read(tmp_path: Path, values: dict[str, object], mapping: str) -> SourceRecord | Problem:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(values) + "\n")
    (found,) = read_sources([path], mapping=parse_mapping(mapping))
    return found


def test_mapped_columns_win_over_the_usual_names(tmp_path: Path) -> None:
    values = {"title": "no", "Kepala_Berita": "yes", "text": "no", "naskah": "yes", "source": "s"}
    found = read(tmp_path, values, "title=kepala berita,body=naskah,section=source")
    assert isinstance(found, SourceRecord)
    assert (found.title, found.text, found.section, found.outlet) == ("yes", "yes", "s", None)


def test_the_same_name_wins_over_one_that_is_like_it(tmp_path: Path) -> None:
    found = read(tmp_path, {"NASKAH": "no", "naskah": "yes"}, "body=naskah")
    assert isinstance(found, SourceRecord)
    assert found.text == "yes"


def test_a_mapped_column_that_is_missing_leaves_its_field_to_the_usual_names(
    tmp_path: Path,
) -> None:
    found = read(tmp_path, {"headline": "H", "text": "isi"}, "title=judul")
    assert isinstance(found, SourceRecord)
    assert found.title == "H"


def test_a_record_without_the_mapped_text_says_what_it_has(tmp_path: Path) -> None:
    found = read(tmp_path, {"judul": "J", "text": "isi", "x\x1b[2J": 1}, "body=naskah")
    assert isinstance(found, Problem)
    assert found.reason.startswith("has no column 'naskah' for the text; it has judul, text, x")
    assert "\x1b" not in found.reason
    many = read(tmp_path, {f"k{number}": 1 for number in range(50)}, "body=naskah")
    assert isinstance(many, Problem)
    assert many.reason.endswith("k19 and 30 more")


TREE = ("a.html", "b.txt", "2024/c.html", "2024/05/d.txt", "2024/05/e.html.gz", "drafts/f.html")


@pytest.mark.parametrize(
    ("include", "exclude", "taken"),
    [
        ((), (), TREE),
        (("*.html",), (), ("a.html", "2024/c.html", "2024/05/e.html.gz", "drafts/f.html")),
        (("2024/**",), (), ("2024/c.html", "2024/05/d.txt", "2024/05/e.html.gz")),
        (("2024/*.html",), (), ("2024/c.html",)),
        (("2024",), ("05/",), ("2024/c.html",)),
        (("**/d.txt", "?.txt"), (), ("b.txt", "2024/05/d.txt")),
        (("[a-c].*",), (), ("a.html", "b.txt", "2024/c.html")),
        ((), ("drafts", "*.txt"), ("a.html", "2024/c.html", "2024/05/e.html.gz")),
        (("./a.html",), (), ("a.html",)),
        (("[!a].html",), ("2024",), ("drafts/f.html",)),
        (("*.csv",), (), ()),
    ],
)
def test_globs(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], taken: tuple[str, ...]
) -> None:
    for name in TREE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    found = read_sources([tmp_path], include=include, exclude=exclude)
    assert {Path(item.path).relative_to(tmp_path).as_posix() for item in found} == set(taken)
    assert count_files([tmp_path], include=include, exclude=exclude) == len(taken)


def test_a_file_that_is_named_is_taken_whatever_the_globs_say(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("isi")
    assert len(list(read_sources([path], include=["*.html"], exclude=["*.txt"]))) == 1


def test_globs_silence_the_problems_of_what_they_leave_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert not list(read_sources([tmp_path], include=["*.html"]))
    assert len(list(read_sources([tmp_path], include=["*.txt"]))) == 1


def test_signs_of_regular_expressions_mean_themselves() -> None:
    assert Globs.of(["a+(b).txt"]).takes("a+(b).txt")
    assert not Globs.of(["a.txt"]).takes("aXtxt")
    assert Globs.of(["[[]x]"]).takes("[x]")
