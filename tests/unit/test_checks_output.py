"""Checks in the pipe and in words."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from index.archive import Archive
from index.check import KINDS, VERDICTS, Check
from tui.arguments import parse
from tui.check_wording import check_words, number, record_words
from tui.entries import Kind, groups
from tui.figures import figures
from tui.i18n import CATALOGUES, catalogue
from tui.output.readable import Readable

BODY = (
    "Polisi menolong 100 orang di pelabuhan, terdiri dari 60 pria dan 38 wanita.\n"
    "Petugas juga menyita 7 paspor."
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive.create(tmp_path / "archive")
    record = {
        "id": "1",
        "title": "Polisi Menolong Banyak Orang",
        "date": "2024-07-16",
        "body": BODY,
    }
    made.add([Path("-")], stdin=io.BytesIO((json.dumps(record) + "\n").encode()))
    return made


def test_figures_carry_their_checks(archive: Archive) -> None:
    records = list(figures(archive, archive.newest()))
    assert len(records) == 4
    assert all(isinstance(record["checks"], list) for record in records)
    (warned,) = [record for record in records if record["checks"]]
    (check,) = warned["checks"]
    others = check.pop("with")
    assert check == {
        "kind": "parts", "verdict": "incomplete", "severity": "mild",
        "expected": 98, "printed": 100, "difference": 2,
    }  # fmt: skip
    assert [other["text"] for other in others] == ["60 pria", "38 wanita"]
    for other in others:
        assert other["article"] == warned["article"]
        assert other["sentence"] == BODY.partition("\n")[0]
        assert BODY[other["start"] : other["end"]] == other["text"]
    json.dumps(warned)


def test_a_figure_of_the_sidebar_is_marked(archive: Archive) -> None:
    article = archive.article(archive.newest()[0])
    (marked,) = [
        entry
        for group in groups(article, archive.checks(article))
        for entry in group.entries
        if entry.warning
    ]
    assert (marked.kind, marked.label) == (Kind.FIGURE, "100 orang")
    assert "98" in marked.warning
    assert not any(entry.warning for group in groups(article) for entry in group.entries)


def test_only_what_a_check_warns_of(archive: Archive) -> None:
    (record,) = figures(archive, archive.newest(), checked=True)
    assert record["text"] == "100 orang"


def test_a_warning_stands_under_its_figure(archive: Archive) -> None:
    (record,) = figures(archive, archive.newest(), checked=True)
    printed = Readable("figures", width=80, colour=False, whole=False).format(record)
    assert "    ! " in printed
    assert "98" in printed
    # Both figures stand in one sentence: it is printed once.
    assert printed.count("Polisi menolong") == 1


def test_checked_goes_with_figures() -> None:
    assert parse(["search", "x", "--emit", "figures", "--checked"]).checked
    with pytest.raises(SystemExit):
        parse(["search", "x", "--checked"])


def test_a_check_is_a_sentence_in_both_languages(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    (check,) = archive.checks(archive.article(archive.newest()[0]))
    (record,) = figures(archive, archive.newest(), checked=True)
    assert isinstance(check, Check)
    assert check_words(check) == record_words(record["checks"][0])


def test_every_check_has_its_words() -> None:
    known = {key for key in catalogue("en") if key.startswith("check.")}
    for code in CATALOGUES:
        assert {key for key in catalogue(code) if key.startswith("check.")} == known
    told = {tuple(key.split(".")[1:3]) for key in known}
    assert {kind for kind, _ in told} >= set(KINDS)
    assert {verdict for kind, verdict in told if kind in KINDS} == set(VERDICTS)


def test_numbers_as_the_language_prints_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TPPO_LANG", "en")
    assert [number(195221.0), number(73.641), number(0.5), number(None)] == [
        "195,221", "73.64", "0.5", "?",
    ]  # fmt: skip
    monkeypatch.setenv("TPPO_LANG", "id")
    assert [number(195221.0), number(73.641)] == ["195.221", "73,64"]
