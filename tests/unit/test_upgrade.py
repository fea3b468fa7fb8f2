"""An archive of an older format is opened, brought up to date, and has lost nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.archive import Archive, ArchiveError
from index.store.schema import FORMAT

# What format 5 has and format 4 had not.
TO_FORMAT_4 = """
ALTER TABLE figures DROP COLUMN facts;
ALTER TABLE figures DROP COLUMN agency;
DROP TRIGGER copy_regrouped; DROP TRIGGER copy_came; DROP TRIGGER copy_went;
DROP TRIGGER article_dated;
DROP TABLE name_evidence; DROP TABLE recalled; DROP TABLE names_to_settle;
DROP TABLE articles_to_settle;
PRAGMA user_version = 4;
"""
# What format 4 has and format 3 had not.
TO_FORMAT_3 = """
ALTER TABLE entities DROP COLUMN facts;
PRAGMA user_version = 3;
"""
# What format 3 has and format 2 had not.
TO_FORMAT_2 = """
DROP TABLE statements;
ALTER TABLE quotes DROP COLUMN cue;
PRAGMA user_version = 2;
"""
# What format 2 has and format 1 had not.
TO_FORMAT_1 = """
DROP TABLE files; DROP TABLE copy_texts; DROP TABLE copy_keys; DROP TABLE copy_links;
DROP TABLE copy_articles;
DROP INDEX sources_file;
ALTER TABLE sources DROP COLUMN file;
ALTER TABLE originals DROP COLUMN fields;
ALTER TABLE articles DROP COLUMN section;
ALTER TABLE articles DROP COLUMN credits;
ALTER TABLE articles DROP COLUMN origins;
DELETE FROM meta WHERE key = 'copies';
PRAGMA user_version = 1;
"""


def database_of(folder: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(folder / "archive.sqlite"))


def schema(folder: Path) -> set[tuple[str, ...]]:
    with database_of(folder) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
        return {
            (
                name,
                *(str(column[1:5]) for column in connection.execute(f"PRAGMA table_info({name})")),
            )
            for name in names
        }


@pytest.fixture(
    params=[
        TO_FORMAT_4,
        TO_FORMAT_4 + TO_FORMAT_3,
        TO_FORMAT_4 + TO_FORMAT_3 + TO_FORMAT_2,
        TO_FORMAT_4 + TO_FORMAT_3 + TO_FORMAT_2 + TO_FORMAT_1,
    ],
    ids=["4", "3", "2", "1"],
)
def old(tmp_path: Path, seed_files: list[Path], request: pytest.FixtureRequest) -> Path:
    folder = tmp_path / "archive"
    with Archive.create(folder) as archive:
        archive.add(seed_files)
        archive.tag(archive.newest(1), add=["penting"])
    with database_of(folder) as connection:
        connection.executescript(request.param)
    return folder


def test_the_upgraded_database_is_as_a_new_one(old: Path, tmp_path: Path) -> None:
    Archive.open(old).close()
    Archive.create(tmp_path / "new").close()
    assert schema(old) == schema(tmp_path / "new")


def test_articles_tags_and_sources_survive(old: Path, seed_files: list[Path]) -> None:
    with Archive.open(old) as archive:
        assert archive.search("tag:penting").total == 1
        report = archive.add(seed_files)
        assert (report.added, report.changed, report.unchanged) == (0, 0, 5)
        assert archive.check() == ()
        archive.reread()
        assert any(article.annotations.statements for article in archive.articles(archive.newest()))
        assert archive.search("penundaan").total == 2


def test_a_newer_format_is_refused_and_left_alone(old: Path) -> None:
    with database_of(old) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    with pytest.raises(ArchiveError, match=f"format {FORMAT + 1}"):
        Archive.open(old)
    with database_of(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (FORMAT + 1,)
