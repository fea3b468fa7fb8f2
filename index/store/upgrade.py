"""Bringing a database of an older format to the present one, in one transaction."""

from __future__ import annotations

import re
import sqlite3

from index.store.copy_tables import COPY_TABLES
from index.store.memory_tables import MEMORY_TABLES
from index.store.schema import FORMAT

# What each format lacks that the next one has. Nothing that stands in the old one is lost.
_STEPS = {
    1: f"""
ALTER TABLE articles ADD COLUMN section TEXT;
ALTER TABLE articles ADD COLUMN credits TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN origins TEXT NOT NULL DEFAULT '[]';
ALTER TABLE originals ADD COLUMN fields TEXT NOT NULL DEFAULT '{{}}';
UPDATE originals SET fields = (
    SELECT json_object('title', title, 'published', published, 'outlet', outlet, 'url', url,
                       'author', author) FROM articles WHERE number = article);
ALTER TABLE sources ADD COLUMN file TEXT;
CREATE INDEX sources_file ON sources (file);
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    reading TEXT NOT NULL, articles INTEGER NOT NULL
) WITHOUT ROWID;
{COPY_TABLES}
""",
    2: """
ALTER TABLE quotes ADD COLUMN cue TEXT;
CREATE TABLE statements (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    speaker TEXT, cue TEXT NOT NULL, text TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX statements_article ON statements (article);
""",
    3: """
ALTER TABLE entities ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
""",
    4: f"""
ALTER TABLE figures ADD COLUMN agency TEXT;
ALTER TABLE figures ADD COLUMN facts TEXT NOT NULL DEFAULT '{{}}';
{MEMORY_TABLES}
""",
}
_PARTS = re.compile(r"^(?P<file>.*?)(?:[#:]\d+| id .*| url .*)?$", re.DOTALL)


def upgrade(connection: sqlite3.Connection, version: int) -> None:
    """Brings the database of ``connection`` from format ``version`` to ``FORMAT``.

    Raises:
        sqlite3.Error: it cannot be written; then it is as it was.
    """
    steps = "".join(_STEPS[step] for step in range(version, FORMAT))
    connection.create_function("file_of_key", 1, _file_of_key, deterministic=True)
    filled = "UPDATE sources SET file = file_of_key(key);" if version < 2 else ""
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE;{steps}{filled}PRAGMA user_version = {FORMAT}; COMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _file_of_key(key: str) -> str | None:
    match = _PARTS.match(key)
    return None if match is None or key.startswith("<") else match["file"]
