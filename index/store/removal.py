"""Taking articles out, with all that hangs on them."""

from __future__ import annotations

from collections.abc import Collection

from index.store.copies import CopyTable
from index.store.database import Database
from index.store.writing import ArticleWriter


def remove_articles(database: Database, numbers: Collection[int]) -> None:
    """Takes the articles with these row numbers out; their copies are grouped anew.

    To be called inside a transaction.
    """
    writer, copies = ArticleWriter(database), CopyTable(database)
    for number in numbers:
        copies.remove(number)
        writer.remove(number)
    copies.regroup(numbers)
