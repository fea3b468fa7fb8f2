"""Writing articles into the database of record."""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import dataclass

from index.article import Annotations, Law, Mentioned, Person, ReadArticle, SourceRecord
from index.language.periods import days
from index.store.database import Database


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article on its way into the database, with the source that it came from."""

    fingerprint: str
    key: str
    record: SourceRecord
    read: ReadArticle
    annotations: Annotations


class ArticleWriter:
    """Writes articles inside one open transaction of ``database``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection = database.connection

    def write(self, article: NewArticle, *, number: int | None = None) -> str:
        """Writes a new article, or puts it in the place of article ``number``; gives its id.

        An article that is replaced keeps its id, its tags and its notes.
        """
        change = self._database.next_change()
        read, record = article.read, article.record
        fields = (
            article.fingerprint, record.path, record.source_id, read.url, read.title, read.outlet,
            read.published, read.place, read.author, read.body, json.dumps(read.captions), change,
        )  # fmt: skip
        execute = self._connection.execute
        if number is None:
            identifier = self._free_id(article.fingerprint)
            number = execute(
                "INSERT INTO articles (fingerprint, path, source_id, url, title, outlet, published,"
                " place, author, body, captions, change, id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*fields, identifier),
            ).lastrowid
            assert number is not None
        else:
            execute(
                "UPDATE articles SET fingerprint = ?, path = ?, source_id = ?, url = ?, title = ?,"
                " outlet = ?, published = ?, place = ?, author = ?, body = ?, captions = ?,"
                " change = ? WHERE number = ?",
                (*fields, number),
            )
            identifier = str(
                execute("SELECT id FROM articles WHERE number = ?", (number,)).fetchone()[0]
            )
            for table in ("removed", "originals", "entities", "figures", "quotes"):
                execute(f"DELETE FROM {table} WHERE article = ?", (number,))
        execute("DELETE FROM forgotten WHERE id = ?", (identifier,))
        self._write_source(number, article)
        self._write_annotations(number, article.annotations)
        return identifier

    def known(self, fingerprint: str) -> int | None:
        """The row number of the article with this fingerprint, or None."""
        return self._one("SELECT number FROM articles WHERE fingerprint = ?", fingerprint)

    def at(self, key: str) -> int | None:
        """The row number of the article that the place ``key`` held last, or None."""
        return self._one("SELECT article FROM sources WHERE key = ?", key)

    def sources(self, number: int) -> int:
        """In how many places of sources the article stands."""
        return self._one("SELECT count(*) FROM sources WHERE article = ?", number) or 0

    def _one(self, statement: str, parameter: object) -> int | None:
        row = self._connection.execute(statement, (parameter,)).fetchone()
        return int(row[0]) if row else None

    def point(self, key: str, fingerprint: str, number: int) -> None:
        """Notes that the place ``key`` in a source holds article ``number``."""
        self._connection.execute(
            "INSERT INTO sources (key, fingerprint, article) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET fingerprint = excluded.fingerprint,"
            " article = excluded.article",
            (key, fingerprint, number),
        )

    def number(self, identifier: str) -> int | None:
        """The row number of the article ``identifier``, or None."""
        return self._one("SELECT number FROM articles WHERE id = ?", identifier)

    def remove(self, number: int) -> None:
        """Takes an article out, with all that hangs on it."""
        self._connection.execute(
            "INSERT OR REPLACE INTO forgotten (id, change)"
            " SELECT id, ? FROM articles WHERE number = ?",
            (self._database.next_change(), number),
        )
        self._connection.execute("DELETE FROM articles WHERE number = ?", (number,))

    def _free_id(self, fingerprint: str) -> str:
        identifier = fingerprint[:16]
        taken = "SELECT 1 FROM articles WHERE id = ?"
        # An article that was updated in place keeps the id of its first text.
        while self._connection.execute(taken, (identifier,)).fetchone():
            identifier = f"{(int(identifier, 16) + 1) % (1 << 64):016x}"
        return identifier

    def _write_source(self, number: int, article: NewArticle) -> None:
        self.point(article.key, article.fingerprint, number)
        self._connection.execute(
            "INSERT INTO originals VALUES (?, ?)",
            (number, zlib.compress(article.record.text.encode("utf-8", "surrogatepass"), 6)),
        )
        self._connection.executemany(
            "INSERT INTO removed VALUES (?, ?, ?)",
            [(number, removed.rule, removed.text) for removed in article.read.removed],
        )

    def _write_annotations(self, number: int, found: Annotations) -> None:
        for agency in found.agencies:
            self._write_entity(
                number, "agency", agency, curated=agency.curated, parent=agency.parent
            )
        for kind, entities in (
            ("person", found.people),
            ("place", found.places),
            ("offence", found.offences),
            ("law", found.laws),
        ):
            for entity in entities:
                self._write_entity(number, kind, entity)
        self._connection.executemany(
            "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number, figure.text, figure.low, figure.high, figure.unit, figure.what,
                    figure.measure, figure.period, *days(figure.period), figure.place,
                    figure.speaker, figure.part, figure.start, figure.end,
                )
                for figure in found.figures
            ],
        )  # fmt: skip
        self._connection.executemany(
            "INSERT INTO quotes VALUES (?, ?, ?, ?, ?)",
            [(number, quote.speaker, quote.text, quote.start, quote.end) for quote in found.quotes],
        )

    def _write_entity(
        self,
        number: int,
        kind: str,
        entity: Mentioned,
        *,
        curated: bool = False,
        parent: str | None = None,
    ) -> None:
        role = entity.role if isinstance(entity, Person) else None
        pasal = json.dumps(entity.articles) if isinstance(entity, Law) else None
        cursor: sqlite3.Cursor = self._connection.execute(
            "INSERT INTO entities (article, kind, name, role, curated, parent, pasal)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, kind, entity.name, role, curated, parent, pasal),
        )
        self._connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?)",
            [
                (cursor.lastrowid, mention.part, mention.start, mention.end, mention.form)
                for mention in entity.mentions
            ],
        )
