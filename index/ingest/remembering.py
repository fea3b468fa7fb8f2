"""Letting the archive's memory of names speak: articles that it decides on are annotated anew."""

from __future__ import annotations

from collections.abc import Callable

from index.article import Progress, ReadArticle
from index.entities.memory_rules import MemoryRules
from index.ingest.annotating import annotate
from index.store.batches import batches
from index.store.database import Database
from index.store.memory import NameMemory
from index.store.writing import ArticleWriter


def settle_names(
    database: Database,
    rules: MemoryRules,
    progress: Callable[[Progress], None] | None = None,
    *,
    everything: bool = False,
) -> list[int]:
    """Decides on the names of which articles came, went or changed; on all, if ``everything``.

    Gives the numbers of the articles that it has annotated anew. Done once for a whole ``add``: a
    name that many articles print may be believed and doubted by turns while they come in. What an
    interrupted call has left waits for the next one.

    Raises:
        DatabaseError: the database cannot be written.
    """
    memory, writer = NameMemory(database, rules), ArticleWriter(database)
    with database.transaction():
        memory.decide(everything=everything)
    waiting = memory.waiting()
    done = 0
    for batch in batches(waiting):
        with database.transaction():
            for number in batch:
                title, body, captions, place, published = writer.text(number)
                read = ReadArticle(title, body, captions, published=published, place=place)
                writer.annotate_anew(number, annotate(read, memory.recalled(number)))
                memory.done(number)
                done += 1
                if progress is not None:
                    progress(Progress("names", done, len(waiting)))
    return waiting
