"""Corrections of a whole archive: the file, all articles at once, the index, and back again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.archive import Archive, ArchiveError
from index.article import Article
from index.correction import Correction

NEWS = [
    {"id": "a", "title": "Paspor ditunda", "date": "2024-01-01",
     "body": "Imigrasi Batam menunda 12 paspor, kata Budi Santoso, kepala kantor itu."},
    {"id": "b", "title": "Tersangka ditangkap", "date": "2024-02-01",
     "body": "Polda Bali menangkap tujuh tersangka perdagangan orang di Denpasar. "
             "Satgas Melati ikut membantu."},
    {"id": "c", "title": "Korban dipulangkan", "date": "2024-03-01",
     "body": "Polda Bali dan KEMLUX memulangkan 150 korban dari Kamboja."},
]  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    source = tmp_path / "news.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in NEWS), encoding="utf-8")
    with Archive.create(tmp_path / "archive") as made:
        made.add([source])
        yield made


def file_of(archive: Archive) -> Path:
    return archive.path / "corrections.yaml"


def everything(archive: Archive) -> list[Article]:
    return list(archive.articles(archive.newest()))


def agencies(archive: Archive) -> set[str]:
    return {each.name for article in everything(archive) for each in article.annotations.agencies}


RENAME = Correction("rename", "agency", "Polda Bali", to="Kepolisian Bali")


def test_a_correction_holds_in_articles_and_in_the_search(archive: Archive) -> None:
    report = archive.correct(RENAME)
    assert (report.changed, report.number) == (2, 1)
    assert "Kepolisian Bali" in agencies(archive)
    assert "Polda Bali" not in agencies(archive)
    assert archive.search('lembaga:"kepolisian bali"').total == 2
    assert archive.check() == ()


def test_what_was_found_stays_in_the_database(archive: Archive) -> None:
    def found() -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(archive.path / "archive.sqlite")) as connection:
            return connection.execute("SELECT kind, name, role FROM entities").fetchall()

    before = found()
    archive.correct(RENAME)
    assert found() == before


def test_undo_gives_back_the_very_articles_and_the_very_search(archive: Archive) -> None:
    before = everything(archive)
    archive.correct(RENAME)
    archive.correct(Correction("alias", "agency", "Kemlu", form="KEMLUX"))
    assert archive.search("lembaga:kemlux").total == 1
    assert archive.undo(1).changed == 2
    assert archive.undo().changed == 1
    assert everything(archive) == before
    assert archive.search("lembaga:kemlu").total == 0
    assert archive.search('lembaga:"kepolisian bali"').total == 0
    assert archive.corrections().rules == ()


def test_only_articles_that_come_out_otherwise_are_marked(archive: Archive) -> None:
    def changes() -> dict[str, int]:
        with closing(sqlite3.connect(archive.path / "archive.sqlite")) as connection:
            return dict(connection.execute("SELECT source_id, change FROM articles"))

    before = changes()
    archive.correct(RENAME)
    after = changes()
    assert {name for name in before if before[name] != after[name]} == {"b", "c"}


def test_a_dry_run_only_counts(archive: Archive) -> None:
    before = everything(archive)
    report = archive.correct(RENAME, dry_run=True)
    assert (report.changed, report.number) == (2, 0)
    assert not file_of(archive).exists()
    assert everything(archive) == before
    archive.correct(RENAME)
    assert archive.undo(dry_run=True).changed == 2
    assert archive.corrections().rules == (RENAME,)


def test_what_would_change_nothing_is_not_written(archive: Archive) -> None:
    report = archive.correct(Correction("reject", "agency", "Polda Jambi"))
    assert (report.changed, report.number) == (0, 0)
    assert not file_of(archive).exists()


def test_articles_are_named_by_the_beginning_of_their_ids(archive: Archive) -> None:
    one = archive.search("kamboja").hits[0].id
    rule = Correction("reject", "agency", "Polda Bali", articles=(one[:6],))
    assert archive.correct(rule).changed == 1
    assert archive.corrections().rules[0].articles == (one,)
    with pytest.raises(ArchiveError, match="no article has the id"):
        archive.correct(Correction("reject", "agency", "Polda Bali", articles=("zzzzz",)))


def test_an_edit_by_hand_is_taken_in_at_the_next_call(archive: Archive) -> None:
    archive.correct(RENAME)
    text = file_of(archive).read_text(encoding="utf-8")
    file_of(archive).write_text(text.replace("Kepolisian Bali", "Polisi Bali"), encoding="utf-8")
    assert archive.search('lembaga:"polisi bali"').total == 2
    assert archive.corrections().changed == 2
    file_of(archive).unlink()
    assert archive.search('lembaga:"polda bali"').total == 2


def test_another_process_takes_over_what_this_one_did(archive: Archive) -> None:
    with Archive.open(archive.path) as other:
        assert other.search('lembaga:"kepolisian bali"').total == 0
        archive.correct(RENAME)
        assert other.search('lembaga:"kepolisian bali"').total == 2
        assert "Kepolisian Bali" in agencies(other)
        assert other.corrections().changed == 0  # it changed nothing itself


def test_a_wrong_file_changes_nothing_and_loses_nothing(archive: Archive) -> None:
    archive.correct(RENAME)
    good = file_of(archive).read_text(encoding="utf-8")
    wrong = good + "  - rename: Polda Bali\n    kind: agency\n"
    file_of(archive).write_text(wrong, encoding="utf-8")
    problem = "corrections.yaml:7: to: is missing from this rename"
    assert archive.search('lembaga:"kepolisian bali"').total == 2
    assert archive.corrections().problem == problem
    assert archive.check() == (problem,)
    assert [each.reason for each in archive.status().problems] == [problem]
    for attempt in (lambda: archive.correct(RENAME), archive.undo):
        with pytest.raises(ArchiveError, match="is missing from this rename"):
            attempt()
    assert file_of(archive).read_text(encoding="utf-8") == wrong
    file_of(archive).write_text(good, encoding="utf-8")
    assert archive.check() == ()


def test_a_file_that_is_no_text_is_told(archive: Archive) -> None:
    file_of(archive).write_bytes(b"corrections:\n  - reject: \xff\n")
    assert archive.corrections().problem == "corrections.yaml:2: is not UTF-8"


def test_corrections_hold_for_articles_that_come_later(archive: Archive, tmp_path: Path) -> None:
    archive.correct(RENAME)
    later = tmp_path / "later.jsonl"
    record = {**NEWS[1], "id": "d", "body": "Polda Bali menahan seorang perekrut di Gianyar."}
    later.write_text(json.dumps(record) + "\n", encoding="utf-8")
    archive.add([later])
    assert archive.search('lembaga:"kepolisian bali"').total == 3


def test_reading_anew_leaves_them_alone(archive: Archive) -> None:
    archive.correct(RENAME)
    before = everything(archive)
    assert archive.reread() == 0
    assert everything(archive) == before


def test_a_chain_is_undone_link_by_link(archive: Archive) -> None:
    archive.correct(RENAME)
    archive.correct(Correction("rename", "agency", "Kepolisian Bali", to="Polisi Bali"))
    assert archive.search('lembaga:"polisi bali"').total == 2
    with pytest.raises(ArchiveError, match="goes in a circle with correction 1"):
        archive.correct(Correction("rename", "agency", "Polisi Bali", to="Polda Bali"))
    archive.undo(1)
    assert archive.search('lembaga:"polda bali"').total == 2
    assert archive.search('lembaga:"polisi bali"').total == 0


def test_rejected_figures_are_not_found_by_their_value(archive: Archive) -> None:
    assert archive.search("angka:>100").total == 1
    figure = next(
        each for article in everything(archive) for each in article.annotations.figures
        if each.low == 150
    )  # fmt: skip
    archive.correct(Correction("reject", "figure", figure.text))
    assert archive.search("angka:>100").total == 0
    archive.undo()
    assert archive.search("angka:>100").total == 1


def test_a_link_to_a_shared_file_stays_a_link(archive: Archive, tmp_path: Path) -> None:
    shared = tmp_path / "shared.yaml"
    shared.write_text("# ours\ncorrections:\n", encoding="utf-8")
    file_of(archive).symlink_to(shared)
    archive.correct(RENAME)
    assert file_of(archive).is_symlink()
    assert shared.read_text(encoding="utf-8").startswith("# ours\ncorrections:\n  - rename:")


def test_a_shared_file_may_be_there_before_the_archive(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    text = "corrections:\n  - rename: Polda Bali\n    kind: agency\n    to: Polisi Bali\n"
    (folder / "corrections.yaml").write_text(text, encoding="utf-8")
    source = tmp_path / "news.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in NEWS), encoding="utf-8")
    with Archive.create(folder) as made:
        made.add([source])
        assert made.search('lembaga:"polisi bali"').total == 2


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = everything(archive)
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ArchiveError, match=r"corrections.yaml cannot be written: No space left"):
        archive.correct(RENAME)
    monkeypatch.undo()
    assert not file_of(archive).exists()
    assert everything(archive) == before
    assert archive.correct(RENAME).changed == 2


def test_names_are_offered_by_their_beginnings(archive: Archive) -> None:
    assert archive.names("agency", "pol")[0] == ("Polda Bali", 2)
    assert archive.names("agency", "bal")[0] == ("Polda Bali", 2)
    assert archive.names("agency", "%") == ()
    assert archive.names_with_form("agency", "Polda Bali") == ("Polda Bali",)
