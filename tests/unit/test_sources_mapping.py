"""Columns by a mapping, and files by globs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from index.article import Problem, SourceRecord
from index.sources import check_globs, count_files, parse_mapping, read_sources
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
    return next(read_sources([path], mapping=parse_mapping(mapping)))


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


RECORDS = ({"headline": "H", "text": "satu"}, {"kanal": "K", "text": "dua"})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", "\n".join(map(json.dumps, RECORDS))),
        ("a.json", json.dumps(RECORDS)),
        ("a.csv", "headline,kanal,text\nH,,satu\n,K,dua\n"),
    ],
)
def test_mapped_columns_that_no_record_has_are_one_problem_of_the_file(
    tmp_path: Path, name: str, data: str
) -> None:
    path = tmp_path / name
    path.write_text(data)

    def problems(mapping: str) -> list[str]:
        found = list(read_sources([path], mapping=parse_mapping(mapping)))
        assert [item.text for item in found if isinstance(item, SourceRecord)] == ["satu", "dua"]
        told = [item for item in found if isinstance(item, Problem)]
        assert {item.path for item in told} <= {str(path)}
        return [
            item.reason.replace("headline, text, kanal", "headline, kanal, text") for item in told
        ]

    has = "it has headline, kanal, text"
    assert problems("title=SALAH,section=kanal,body=text") == [f"has no column 'SALAH'; {has}"]
    assert problems("title=SALAH,url=LAIN") == [
        f"has no column 'SALAH' and no column 'LAIN'; {has}"
    ]
    assert problems("title=Head-line,section=kanal,body=text") == []


def test_nothing_is_said_of_columns_where_there_are_no_records(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{oops\n")
    found = list(read_sources([path], mapping={"title": "judul"}))
    assert found == [Problem(f"{path}:1", "is no JSON")]


@pytest.mark.parametrize("forms", [("NFD", "NFC"), ("NFC", "NFD")])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_names_of_columns_are_the_same_in_every_form_of_unicode(
    tmp_path: Path, name: str, forms: tuple[Literal["NFC", "NFD"], Literal["NFC", "NFD"]]
) -> None:
    column, text = normalize(forms[0], "Résumé"), normalize(forms[0], "Exposé")
    path = tmp_path / name
    rows = (
        json.dumps({column: "J", text: "isi"}) if name == "a.jsonl" else f"{column};{text}\nJ;isi"
    )
    path.write_text(rows, encoding="utf-8")
    (found,) = read_sources(
        [path], mapping=parse_mapping(normalize(forms[1], "title=résumé,body=exposé"))
    )
    assert isinstance(found, SourceRecord)
    assert (found.title, found.text) == ("J", "isi")


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


@pytest.mark.parametrize("glob", ["[z-a]*", "a/[!]", "[9-0][a-z]", "[a--b]"])
def test_a_glob_that_means_nothing_is_refused_and_never_raises(tmp_path: Path, glob: str) -> None:
    with pytest.raises(ValueError, match=r"is no glob: '\[.*\]' is empty or holds a range"):
        check_globs(["*.html", glob])
    (tmp_path / "a.txt").write_text("isi")
    assert list(read_sources([tmp_path], include=[glob])) == []
    assert count_files([tmp_path], exclude=[glob]) == 1


def test_what_a_bracket_holds_means_itself() -> None:
    check_globs(["[]]", "[!]]", "[a&&b]", "[^a]", "[", "[]", "[a-c]", "**/[!a].html", "[\\]"])
    for glob, name in (("[]]", "]"), ("[^a]", "^"), ("[a&&b]", "&"), ("[!]]", "x"), ("[\\]", "\\")):
        assert Globs.of([glob]).takes(name)
    assert not Globs.of(["[!]]"]).takes("]")
