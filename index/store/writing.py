"""Writing articles into the database of record."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Annotations, Law, Mentioned, Person, ReadArticle, SourceRecord
from index.language.periods import days
from index.store.database import Database
from index.store.facts import packed_facts, packed_figure
from index.store.originals import packed_fields, packed_text


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article on its way into the database, with the source that it came from.

    ``key`` is the place in the source, ``file`` the file that holds it (None for a pipe).
    """

    fingerprint: str
    key: str
    file: str | None
    record: SourceRecord
    read: ReadArticle
    annotations: Annotations


class ArticleWriter:
    """Writes articles inside one open transaction of ``database``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection = database.connection

    def write(self, article: NewArticle, *, number: int | None = None) -> int:
        """Writes a new article, or puts it in the place of article ``number``; gives its number.

        An article that is replaced keeps its id, its tags and its notes.
        """
        read, record = article.read, article.record
        source = (article.fingerprint, record.path, record.source_id)
        columns = _columns(read)
        execute = self._connection.execute
        if number is None:
            identifier = self._free_id(article.fingerprint)
            number = execute(
                f"INSERT INTO articles (fingerprint, path, source_id, {', '.join(_COLUMNS)},"
                f" change, id) VALUES (?, ?, ?, {', '.join('?' * len(_COLUMNS))}, ?, ?)",
                (*source, *columns, self._database.next_change(), identifier),
            ).lastrowid
            assert number is not None
            execute("DELETE FROM forgotten WHERE id = ?", (identifier,))
        else:
            execute(
                "UPDATE articles SET fingerprint = ?, path = ?, source_id = ? WHERE number = ?",
                (*source, number),
            )
            self._replace(number, columns)
            execute("DELETE FROM originals WHERE article = ?", (number,))
        self._write_source(number, article)
        self._write_read(number, read, article.annotations)
        return number

    def rewrite(self, number: int, read: ReadArticle, found: Annotations) -> None:
        """Lets article ``number`` be what was read anew of the same source."""
        self._replace(number, _columns(read))
        self._write_read(number, read, found)

    def annotate_anew(self, number: int, found: Annotations) -> None:
        """Lets ``found`` be what is understood of article ``number``, whose text stays."""
        self._connection.execute(
            "UPDATE articles SET change = ? WHERE number = ?",
            (self._database.next_change(), number),
        )
        self._forget_found(number)
        self._write_found(number, found)

    def _replace(self, number: int, columns: tuple[object, ...]) -> None:
        assignments = ", ".join(f"{column} = ?" for column in _COLUMNS)
        self._connection.execute(
            f"UPDATE articles SET {assignments}, change = ? WHERE number = ?",
            (*columns, self._database.next_change(), number),
        )
        self._connection.execute("DELETE FROM removed WHERE article = ?", (number,))
        self._forget_found(number)

    def _forget_found(self, number: int) -> None:
        for table in ("entities", "figures", "quotes", "statements"):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (number,))

    def known(self, fingerprint: str) -> int | None:
        """The row number of the article with this fingerprint, or None."""
        return self._one("SELECT number FROM articles WHERE fingerprint = ?", fingerprint)

    def at(self, key: str) -> int | None:
        """The row number of the article that the place ``key`` held last, or None."""
        return self._one("SELECT article FROM sources WHERE key = ?", key)

    def sources(self, number: int) -> int:
        """In how many places of sources the article stands."""
        return self._one("SELECT count(*) FROM sources WHERE article = ?", number) or 0

    def places(self, number: int) -> list[tuple[str, str | None]]:
        """The places in which the article stands, each with its file (None for a pipe)."""
        return self._connection.execute(
            "SELECT key, file FROM sources WHERE article = ?", (number,)
        ).fetchall()

    def text(self, number: int) -> tuple[str | None, str, tuple[str, ...], str | None, str | None]:
        """Title, body, captions, place and date of article ``number``, as they are kept."""
        title, body, captions, place, published = self._connection.execute(
            "SELECT title, body, captions, place, published FROM articles WHERE number = ?",
            (number,),
        ).fetchone()
        return title, body, tuple(json.loads(captions)), place, published

    def length(self, number: int) -> int:
        """How many characters the body of the article has."""
        return self._one("SELECT length(body) FROM articles WHERE number = ?", number) or 0

    def _one(self, statement: str, parameter: object) -> int | None:
        row = self._connection.execute(statement, (parameter,)).fetchone()
        return int(row[0]) if row else None

    def point(self, key: str, fingerprint: str, number: int, file: str | None) -> None:
        """Notes that the place ``key`` in the source ``file`` holds article ``number``."""
        self._connection.execute(
            "INSERT INTO sources (key, fingerprint, article, file) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET fingerprint = excluded.fingerprint,"
            " article = excluded.article, file = excluded.file",
            (key, fingerprint, number, file),
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
        self.point(article.key, article.fingerprint, number, article.file)
        self._connection.execute(
            "INSERT INTO originals (article, text, fields) VALUES (?, ?, ?)",
            (number, packed_text(article.record), packed_fields(article.record)),
        )

    def _write_read(self, number: int, read: ReadArticle, found: Annotations) -> None:
        self._connection.executemany(
            "INSERT INTO removed VALUES (?, ?, ?)",
            [(number, removed.rule, removed.text) for removed in read.removed],
        )
        self._write_found(number, found)

    def _write_found(self, number: int, found: Annotations) -> None:
        for agency in found.agencies:
            self._write_entity(
                number, "agency", agency, curated=agency.curated, parent=agency.parent
            )
        for place in found.places:
            self._write_entity(number, "place", place, parent=place.parent)
        for kind, entities in (
            ("person", found.people),
            ("offence", found.offences),
            ("law", found.laws),
        ):
            for entity in entities:
                self._write_entity(number, kind, entity)
        self._connection.executemany(
            "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    number, figure.text, figure.low, figure.high, figure.unit, figure.what,
                    figure.measure, figure.period, *days(figure.period), figure.place,
                    figure.speaker, figure.part, figure.start, figure.end, figure.agency,
                    packed_figure(figure),
                )
                for figure in found.figures
            ],
        )  # fmt: skip
        self._connection.executemany(
            'INSERT INTO quotes (article, speaker, text, start, "end", cue)'
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (number, quote.speaker, quote.text, quote.start, quote.end, quote.cue)
                for quote in found.quotes
            ],
        )
        self._connection.executemany(
            "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?)",
            [(number, one.speaker, one.cue, one.text, one.start, one.end)
             for one in found.statements],
        )  # fmt: skip

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
            "INSERT INTO entities (article, kind, name, role, curated, parent, pasal, facts)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, kind, entity.name, role, curated, parent, pasal, packed_facts(entity)),
        )
        self._connection.executemany(
            "INSERT INTO mentions VALUES (?, ?, ?, ?, ?)",
            [
                (cursor.lastrowid, mention.part, mention.start, mention.end, mention.form)
                for mention in entity.mentions
            ],
        )


def mark_changed(database: Database, ids: Sequence[str]) -> None:
    """Notes that these articles read otherwise now; to be called inside a transaction."""
    if ids:
        change = database.next_change()
        database.connection.executemany(
            "UPDATE articles SET change = ? WHERE id = ?", [(change, each) for each in ids]
        )


_COLUMNS = (
    "url", "title", "outlet", "published", "place", "author", "body", "captions", "section",
    "credits", "origins",
)  # fmt: skip


def _columns(read: ReadArticle) -> tuple[object, ...]:
    """What ``_COLUMNS`` hold of an article that was read."""
    return (
        read.url,
        read.title,
        read.outlet,
        read.published,
        read.place,
        read.author,
        read.body,
        json.dumps(read.captions),
        read.section,
        json.dumps([(credit.role, credit.name) for credit in read.credits]),
        json.dumps([(origin.field, origin.where) for origin in read.origins]),
    )
