"""Letting the archive's memory of names speak: articles that it decides on are annotated anew."""

from __future__ import annotations

from index.article import ReadArticle
from index.entities.memory_rules import MemoryRules
from index.ingest.annotating import annotate
from index.store.database import Database
from index.store.memory import NameMemory
from index.store.writing import ArticleWriter


def settle_names(database: Database, rules: MemoryRules, *, everything: bool = False) -> list[int]:
    """Decides on the names of which articles came, went or changed; on all, if ``everything``.

    Gives the numbers of the articles that it has annotated anew. To be called inside a
    transaction, after the articles and their copies are in place.
    """
    memory, writer = NameMemory(database, rules), ArticleWriter(database)
    concerned = memory.settle(everything=everything)
    for number in concerned:
        title, body, captions, place, published = writer.text(number)
        read = ReadArticle(title, body, captions, published=published, place=place)
        writer.annotate_anew(number, annotate(read, memory.recalled(number)))
    return concerned
