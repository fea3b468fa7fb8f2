"""Sources that could not be read, and the analyst's tags: small tables with small calls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.article import Problem
from index.language.tokens import fold
from index.store.database import Database


def note_problem(database: Database, problem: Problem) -> None:
    """Keeps a problem, in place of an older one of the same path; inside a transaction."""
    database.connection.execute(
        "INSERT OR REPLACE INTO problems (path, reason) VALUES (?, ?)",
        (problem.path, problem.reason),
    )


def forget_problem(database: Database, path: str) -> None:
    """Drops the problem of a path that can be read now; inside a transaction."""
    database.connection.execute("DELETE FROM problems WHERE path = ?", (path,))


def problems(database: Database) -> tuple[Problem, ...]:
    """All problems that are kept, by path."""
    rows = database.connection.execute("SELECT path, reason FROM problems ORDER BY path")
    return tuple(Problem(*row) for row in rows)


def change_tags(
    database: Database, ids: Sequence[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()
) -> int:
    """Adds and removes tags of the articles ``ids``; gives the number of articles that changed.

    Searches ask the database for tags, so the index need not hear of it.
    """
    changed = 0
    added, removed = tuple(add), tuple(remove)
    with database.transaction() as connection:
        for identifier in ids:
            before = connection.total_changes
            connection.executemany(
                "INSERT OR IGNORE INTO tags SELECT number, ? FROM articles WHERE id = ?",
                [(tag, identifier) for tag in added],
            )
            connection.executemany(
                "DELETE FROM tags WHERE name = ?"
                " AND article = (SELECT number FROM articles WHERE id = ?)",
                [(tag, identifier) for tag in removed],
            )
            changed += connection.total_changes > before
    return changed


def articles_tagged(database: Database, name: str, *, prefix: bool = False) -> set[str]:
    """Ids of the articles with the tag ``name`` (case folded), or one that begins with it."""
    rows = database.connection.execute(
        "SELECT id, name FROM tags JOIN articles ON number = article"
    )
    return {
        identifier
        for identifier, tag in rows
        if (fold(tag).startswith(name) if prefix else fold(tag) == name)
    }
