"""Keeping the index in step with the database, from which it can always be rebuilt."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from index.article import Article, Progress
from index.errors import ArchiveError
from index.search.evaluation import Resolver
from index.search.searcher import Searcher
from index.search.writing import (
    FORMAT,
    IndexBusy,
    IndexUnusable,
    create_index,
    open_index,
    write_articles,
)
from index.store.database import Database
from index.store.reading import ArticleReader

STATE = "state.json"

Report = Callable[[Progress], None]


class KeptIndex:
    """The index in ``folder``, derived from ``database``.

    ``state.json`` beside the index files says of which archive, in which format, and up to which
    change. It is written after the index is, so that a kill between the two only repeats work.
    """

    def __init__(self, database: Database, reader: ArticleReader, folder: Path) -> None:
        self._database = database
        self._reader = reader
        self.folder = folder
        self._searcher: Searcher | None = None
        self._indexed: int | None = None

    def bring_up_to_date(self, progress: Report | None, *, rebuild: bool = False) -> None:
        """Writes what changed since the index was last written; all of it where it must be.

        Raises:
            ArchiveError: the folder cannot be written, or another process is writing it.
        """
        report = progress or (lambda _: None)
        target = self._database.change
        if self._indexed == target and not rebuild:
            return
        done = None if rebuild else self._indexed_change()
        if done == target:
            self._indexed = target
            return
        self.close()
        try:
            if done is not None and done < target:
                try:
                    self._update(done, report)
                except IndexUnusable:
                    self._rebuild(report)
            else:
                self._rebuild(report)
            self._write_state(target)
        except (OSError, IndexUnusable, IndexBusy) as error:
            raise ArchiveError(f"the index in {self.folder} cannot be written: {error}") from error
        self._indexed = target

    def searcher(self, resolver: Resolver) -> Searcher:
        """The searcher of this index; one at a time may use it."""
        if self._searcher is None:
            self._searcher = Searcher(self.folder, resolver)
        return self._searcher

    def close(self) -> None:
        """Closes the files of the index; it is opened again when it is needed."""
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None
        self._indexed = None

    def spoil(self) -> None:
        """Marks the index as unusable, so that the next call rebuilds it."""
        self.close()
        (self.folder / STATE).unlink(missing_ok=True)

    def _update(self, since: int, report: Report) -> None:
        changed, gone = self._reader.changed(since), self._reader.forgotten(since)
        articles = _reported(self._reader.articles(changed), len(changed), "index", report)
        write_articles(self.folder, articles, removed=[*changed, *gone])

    def _rebuild(self, report: Report) -> None:
        total = self._reader.count()
        report(Progress("rebuild", 0, total))
        # The former index goes first: half of it beside half of a new one would be neither.
        self.spoil()
        if self.folder.exists():
            shutil.rmtree(self.folder)
        create_index(self.folder)
        articles = self._reader.articles(self._reader.newest())
        write_articles(self.folder, _reported(articles, total, "rebuild", report))

    def _indexed_change(self) -> int | None:
        """The change up to which the index is good; None when it has to be rebuilt."""
        try:
            state = json.loads((self.folder / STATE).read_text(encoding="utf-8"))
            if state["archive"] != self._database.archive_id or state["format"] != FORMAT:
                return None
            open_index(self.folder)
            change = int(state["change"])
        except (OSError, ValueError, KeyError, TypeError, IndexUnusable):
            return None
        return change if change <= self._database.change else None

    def _write_state(self, change: int) -> None:
        state = {"archive": self._database.archive_id, "format": FORMAT, "change": change}
        temporary = self.folder / (STATE + ".new")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(state, file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.folder / STATE)


def _reported(
    articles: Iterable[Article], total: int, stage: str, report: Report
) -> Iterator[Article]:
    for done, article in enumerate(articles, 1):
        yield article
        report(Progress(stage, done, total))
