"""Which articles hold a name or a printed form; what the analyst changes is looked for there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from index.store.batches import batches, marks
from index.store.database import Database

# Where a name may stand in what was found of an article.
_NAMES = (
    ("entities", "name"), ("entities", "parent"),
    ("entities", "json_extract(facts, '$.agency')"), ("entities", "json_extract(facts, '$.place')"),
    ("figures", "text"), ("figures", "speaker"),
    ("figures", "place"), ("figures", "agency"), ("quotes", "speaker"), ("statements", "speaker"),
)  # fmt: skip


def articles_concerned(
    database: Database, names: Iterable[str], forms: Iterable[str]
) -> Iterator[str]:
    """Ids of the articles in which something is filed under one of ``names``, or with ``forms``.

    Forms are looked for in the texts as they are printed, also inside words. An id may come twice.
    """
    for batch in batches(names):
        for table, column in _NAMES:
            yield from _ids(
                database,
                f"number IN (SELECT article FROM {table} WHERE {column} IN ({marks(batch)}))",
                batch,
            )
        # A quotation may run over paragraphs; a correction names it on one line.
        yield from _ids(
            database,
            "number IN (SELECT article FROM quotes"
            f" WHERE replace(text, char(10), ' ') IN ({marks(batch)}))",
            batch,
        )
    for batch in batches(forms):
        standing = " OR ".join(
            ["instr(body, ?) OR instr(title, ?) OR instr(captions, ?)"] * len(batch)
        )
        # Captions are kept as JSON, in which letters may be escaped.
        parameters = [each for form in batch for each in (form, form, json.dumps(form).strip('"'))]
        yield from _ids(database, standing, parameters)


def names_like(database: Database, kind: str, beginning: str, limit: int) -> list[tuple[str, int]]:
    """The names of ``kind`` that begin so, or hold a word that does, with their articles.

    In any case of letters; those that begin so come first, then the most frequent.
    """
    plain = beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    rows = database.connection.execute(
        "SELECT name, count(DISTINCT article) AS articles FROM entities WHERE kind = ?"
        " AND (name LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\') GROUP BY name"
        " ORDER BY name LIKE ? ESCAPE '\\' DESC, articles DESC, name LIMIT ?",
        (kind, f"{plain}%", f"% {plain}%", f"{plain}%", limit),
    )
    return [(row[0], row[1]) for row in rows]


def names_with_form(database: Database, kind: str, form: str, limit: int) -> list[str]:
    """The names of ``kind`` under which the printed form ``form`` is filed, most frequent first."""
    rows = database.connection.execute(
        "SELECT name FROM mentions JOIN entities ON number = entity WHERE form = ? AND kind = ?"
        " GROUP BY name ORDER BY count(*) DESC, name LIMIT ?",
        (form, kind, limit),
    )
    return [row[0] for row in rows]


def _ids(database: Database, condition: str, parameters: list[str]) -> Iterator[str]:
    for row in database.connection.execute(
        f"SELECT id FROM articles WHERE {condition}", parameters
    ):
        yield row[0]
