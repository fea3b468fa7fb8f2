"""Reading every article anew from what its source held, with the rules as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from index.article import Annotations, Article, Progress, ReadArticle, Removed
from index.entities.memory_rules import MemoryRules
from index.ingest.annotating import annotate, understand
from index.ingest.remembering import settle_names
from index.reading import read_article
from index.reading.boilerplate import Boilerplate
from index.store.copies import CopyTable
from index.store.database import Database
from index.store.memory import NameMemory
from index.store.originals import source_record
from index.store.reading import ArticleReader
from index.store.writing import ArticleWriter

_BATCH = 200


def reread(
    database: Database,
    rules: Boilerplate | None,
    names: MemoryRules,
    progress: Callable[[Progress], None] | None = None,
) -> int:
    """Cleans and annotates all articles again; gives the number of those that came out otherwise.

    ``names`` says when the memory of names is believed; it decides on all of them when all
    articles are read.

    Ids, tags and sources stay. An article of which the rules now leave nothing stays as it is.
    Each batch is a transaction: an interrupted call has done a part, and another one does all.

    Raises:
        DatabaseError: the database cannot be written.
    """
    writer, copies, reader = ArticleWriter(database), CopyTable(database), ArticleReader(database)
    memory = NameMemory(database, names)
    total = reader.count()
    done = 0
    changed: set[int] = set()
    for rows in _batches(database):
        with database.transaction():
            other: list[int] = []
            stored = {article.id: article for article in reader.articles(row[1] for row in rows)}
            for number, identifier in rows:
                record = source_record(database, number)
                read = read_article(record, rules=rules)
                if read is not None:
                    understood = understand(read)
                    memory.put(number, understood.evidence)
                    recalled = memory.recalled(number)
                    found = annotate(read, recalled) if recalled else understood.annotations
                    if _differs(stored[identifier], read, found, reader.removed(identifier)):
                        writer.rewrite(number, read, found)
                        copies.put(number, read.body)
                        other.append(number)
                done += 1
                if progress is not None:
                    progress(Progress("reread", done, total, record.path))
            copies.regroup(other)
        changed.update(other)
    changed.update(settle_names(database, names, progress, everything=True))
    return len(changed)


# What an article that was read has in common with one that is kept.
_FIELDS = tuple(
    field.name
    for field in fields(ReadArticle)
    if field.name in {each.name for each in fields(Article)}
)


def _differs(
    stored: Article, read: ReadArticle, found: Annotations, removed: tuple[Removed, ...]
) -> bool:
    if any(getattr(stored, name) != getattr(read, name) for name in _FIELDS):
        return True
    return stored.annotations != found or removed != read.removed


def _batches(database: Database) -> Iterator[list[tuple[int, str]]]:
    last = -1
    while True:
        rows = database.connection.execute(
            "SELECT number, id FROM articles WHERE number > ? ORDER BY number LIMIT ?",
            (last, _BATCH),
        ).fetchall()
        if not rows:
            return
        last = int(rows[-1][0])
        yield rows
