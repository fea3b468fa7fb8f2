"""The database of record gives back what it was given, whole or not at all."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from index.article import (
    BODY,
    Agency,
    Annotations,
    Figure,
    Law,
    Mention,
    Offence,
    Person,
    Place,
    Problem,
    Quote,
    ReadArticle,
    Reason,
    Removed,
    SourceRecord,
)
from index.store.database import Database, DatabaseError
from index.store.figures import articles_with, with_period, with_value
from index.store.problems import change_tags, forget_problem, note_problem, problems
from index.store.reading import ArticleReader
from index.store.writing import ArticleWriter, NewArticle

ANNOTATIONS = Annotations(
    agencies=(
        Agency("Polri", (Mention(BODY, 0, 5, "Polri"), Mention("title", 3, 8, "Polri")), True),
        Agency("Polda Bali", (), False, "Polri"),
    ),
    people=(
        Person("Siti", (Mention("caption:0", 1, 5, "Siti"),), "korban", case_role="korban"),
    ),
    places=(Place("Bali", ()),),
    offences=(Offence("TPPO", (Mention(BODY, 9, 13, "TPPO"),)),),
    laws=(Law("UU 21/2007", (), ("2", "10")),),
    figures=(
        Figure("lebih dari 100 orang", 100, None, "orang", "korban", "victims",
               "2023-06", None, "Siti", BODY, 0, 5, True, "Polri", False, "bulan", "sex", (9, 13),
               (Reason("measure", 1, 4),)),
        Figure("7 tersangka", 7, 7, "tersangka", None, "suspects", None, None, None, "title", 0, 1),
    ),
    quotes=(Quote("Siti", "Saya ditipu", 2, 13),),
)  # fmt: skip


def new(name: str, *, text: str = "isi", published: str | None = "2024-01-02") -> NewArticle:
    record = SourceRecord(path=f"/a/{name}", text=f"mentah {text} \ud800", source_id=name)
    read = ReadArticle(
        "Judul",
        text,
        ("keterangan foto",),
        "detikcom",
        published,
        removed=(Removed("baca-juga", "Baca juga: x"),),
    )
    fingerprint = f"{abs(hash(name)):016x}".ljust(64, "0")
    return NewArticle(fingerprint, record.path, record.path, record, read, ANNOTATIONS)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.create(tmp_path / "archive.sqlite")


def write(database: Database, *articles: NewArticle) -> list[str]:
    with database.transaction():
        writer = ArticleWriter(database)
        numbers = [writer.write(article) for article in articles]
    return ArticleReader(database).ids(numbers)


def test_an_article_comes_back_as_it_went_in(database: Database) -> None:
    (identifier,) = write(database, new("satu"))
    reader = ArticleReader(database)
    (article,) = reader.articles([identifier])
    assert article.annotations == ANNOTATIONS
    assert (article.title, article.body, article.captions) == (
        "Judul",
        "isi",
        ("keterangan foto",),
    )
    assert (article.path, article.source_id, article.outlet) == ("/a/satu", "satu", "detikcom")
    assert reader.original(identifier) == "mentah isi \ud800"
    assert reader.removed(identifier) == (Removed("baca-juga", "Baca juga: x"),)


def test_articles_come_in_the_order_that_was_asked_for(database: Database) -> None:
    first, second, third = write(database, new("satu"), new("dua"), new("tiga"))
    found = ArticleReader(database).articles([third, "unknown", first, second])
    assert [article.id for article in found] == [third, first, second]


def test_newest_first_and_the_undated_last(database: Database) -> None:
    old, undated, young = write(
        database,
        new("lama", published="2020"),
        new("tanpa", published=None),
        new("baru", published="2025-03-01T10:00:00+07:00"),
    )
    reader = ArticleReader(database)
    assert reader.newest() == [young, old, undated]
    assert reader.newest(1, 1) == [old]


def test_an_article_that_is_replaced_keeps_its_id_and_its_tags(database: Database) -> None:
    (identifier,) = write(database, new("satu"))
    change_tags(database, [identifier], add=["penting"])
    change = database.change
    with database.transaction():
        writer = ArticleWriter(database)
        number = writer.number(identifier)
        again = new("satu lagi", text="isi baru")
        assert writer.write(again, number=number) == number
    (article,) = ArticleReader(database).articles([identifier])
    assert (article.body, article.tags) == ("isi baru", ("penting",))
    assert len(article.annotations.quotes) == 1
    assert ArticleReader(database).changed(change) == [identifier]


def test_an_id_that_is_taken_is_given_to_no_other(database: Database) -> None:
    first = new("satu")
    second = NewArticle(
        first.fingerprint[:16] + "f" * 48, "k", "k", first.record, first.read, Annotations()
    )
    ids = write(database, first, second)
    assert len(set(ids)) == 2


def test_a_removed_article_leaves_nothing_but_its_id(database: Database) -> None:
    (identifier,) = write(database, new("satu"))
    change = database.change
    with database.transaction():
        writer = ArticleWriter(database)
        writer.remove(writer.number(identifier) or 0)
    assert ArticleReader(database).forgotten(change) == [identifier]
    for table in ("articles", "entities", "mentions", "figures", "quotes", "originals", "sources"):
        assert database.number(f"SELECT count(*) FROM {table}") == 0


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def broken() -> None:
        with database.transaction():
            ArticleWriter(database).write(new("satu"))
            raise RuntimeError("disk on fire")

    with pytest.raises(RuntimeError):
        broken()
    assert ArticleReader(database).count() == 0
    assert database.change == 0


def test_ids_resolve_by_their_first_characters(database: Database) -> None:
    (identifier,) = write(database, new("satu"))
    reader = ArticleReader(database)
    assert reader.resolve(identifier) == reader.resolve(identifier[:6]) == [identifier]
    assert reader.resolve(identifier[:3]) == []
    assert reader.resolve("%") == reader.resolve("") == reader.resolve("zzzz") == []


@pytest.mark.parametrize(
    ("condition", "hit"),
    [
        ({"measure": "victims", "low": 100.0, "low_open": True}, True),
        ({"measure": "victims", "low": 101.0}, False),
        ({"measure": "victims", "high": 100.0}, True),
        ({"measure": "victims", "high": 100.0, "high_open": True}, False),
        ({"measure": "suspects", "low": 7.0, "high": 7.0}, True),
        ({"measure": "suspects", "low": 7.0, "low_open": True}, False),
        ({"measure": "deaths"}, False),
        ({}, True),
    ],
)
def test_figures_are_found_by_value(
    database: Database, condition: dict[str, object], hit: bool
) -> None:
    ids = set(write(database, new("satu")))
    found = articles_with(database, [with_value(**condition)])  # type: ignore[arg-type]
    assert found == (ids if hit else set())


@pytest.mark.parametrize(
    ("low", "high", "hit"),
    [
        ("2023-06-30", None, True),
        ("2023-07-01", None, False),
        (None, "2023-06-01", True),
        (None, "2023-05-31", False),
        ("2023-01-01", "2023-12-31", True),
    ],
)
def test_figures_are_found_by_period(
    database: Database, low: str | None, high: str | None, hit: bool
) -> None:
    ids = set(write(database, new("satu")))
    assert articles_with(database, [with_period(low, high)]) == (ids if hit else set())
    assert articles_with(database, [with_period(none=True)]) == ids


def test_problems_are_kept_until_the_path_can_be_read(database: Database) -> None:
    with database.transaction():
        note_problem(database, Problem("/b", "is empty"))
        note_problem(database, Problem("/a", "is binary"))
        note_problem(database, Problem("/b", "is gone"))
    assert problems(database) == (Problem("/a", "is binary"), Problem("/b", "is gone"))
    with database.transaction():
        forget_problem(database, "/b")
    assert problems(database) == (Problem("/a", "is binary"),)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE x (y)")
    with pytest.raises(DatabaseError, match="not an archive"):
        Database.open(path)


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"\0" * 5000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "archive.sqlite"
    path.write_bytes(content)
    with pytest.raises(DatabaseError):
        Database.open(path)


def test_a_newer_format_is_refused(database: Database) -> None:
    database.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DatabaseError, match="format 99"):
        Database.open(database.path)


def test_each_thread_reads_for_itself(database: Database) -> None:
    ids = write(database, new("satu"), new("dua"))
    reader = ArticleReader(database)
    found: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: found.append([a.id for a in reader.articles(ids)]))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [ids] * 4
