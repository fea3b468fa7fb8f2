"""What an archive holds, and whether it is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from index.article import Status
from index.store.database import Database
from index.store.problems import problems
from index.store.schema import FORMAT

PACKAGES = ("tppo-tui", "whoosh3", "textual", "pysastrawi")


def status(database: Database, path: Path, index: Path) -> Status:
    """Counts articles, outlets and bytes; lists the problems that are kept."""
    first, last = database.connection.execute(
        "SELECT min(published), max(published) FROM articles"
    ).fetchone()
    outlets = database.connection.execute(
        "SELECT outlet, count(*) FROM articles WHERE outlet IS NOT NULL"
        " GROUP BY outlet ORDER BY count(*) DESC, outlet"
    )
    return Status(
        path=str(path),
        articles=database.number("SELECT count(*) FROM articles"),
        first=first,
        last=last,
        outlets=tuple((row[0], row[1]) for row in outlets),
        problems=problems(database),
        database_bytes=sum(
            file.stat().st_size for file in path.glob(database.path.name + "*") if file.is_file()
        ),
        index_bytes=sum(file.stat().st_size for file in index.glob("*") if file.is_file()),
        versions=(("database", str(FORMAT)), *_versions()),
    )


def check(database: Database) -> tuple[str, ...]:
    """What SQLite and our own rules find wrong with the database, a sentence each."""
    return tuple(_faults(database))


def _faults(database: Database) -> Iterator[str]:
    try:
        for (line,) in database.connection.execute("PRAGMA integrity_check"):
            if line != "ok":
                yield f"the database is damaged: {line}"
        for row in database.connection.execute("PRAGMA foreign_key_check"):
            yield f"the table {row[0]} speaks of an article that is not there"
        wrong = database.number(
            "SELECT count(*) FROM mentions JOIN entities ON entities.number = entity"
            " JOIN articles ON articles.number = article WHERE part = 'body'"
            ' AND substr(body, start + 1, "end" - start) <> form'
        )
        if wrong:
            yield f"{wrong} mentions do not stand where they are noted"
    except sqlite3.Error as error:
        yield f"the database cannot be read: {error}"


def _versions() -> Iterator[tuple[str, str]]:
    for package in PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            continue
