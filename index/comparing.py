"""Looking for copies among all articles, where that was never done, or in another way."""

from __future__ import annotations

from collections.abc import Callable

from index.article import Progress
from index.store.copies import CopyTable
from index.store.database import Database


def compare_anew(database: Database, progress: Callable[[Progress], None] | None) -> None:
    """Compares all articles if what the database knows of copies is missing or of another kind.

    Raises:
        DatabaseError: the database cannot be written.
    """
    copies = CopyTable(database)
    if not copies.stale():
        return

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress(Progress("compare", done, total))

    with database.transaction():
        copies.rebuild(report)
        database.next_change()
