"""Keeping the index in step with the database, from which it can always be rebuilt."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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
LOCK = "index.lock"
# How long to wait for another process that is writing the index, in seconds.
PATIENCE = 600.0

Report = Callable[[Progress], None]


class KeptIndex:
    """The index in ``folder``, derived from ``database``.

    ``state.json`` beside the index files says of which archive, in which format, and up to which
    change. It is written after the index is, so that a kill between the two only repeats work.
    One process writes at a time; a rebuild takes the place of the old index in one step.
    """

    def __init__(self, database: Database, reader: ArticleReader, folder: Path) -> None:
        self._database = database
        self._reader = reader
        self.folder = folder
        self._searcher: Searcher | None = None
        self._indexed: int | None = None

    def bring_up_to_date(self, progress: Report | None, *, rebuild: bool = False) -> None:
        """Writes what changed since the index was last written; all of it where it must be.

        Waits for another process that is writing it, and reports that as the stage ``wait``.

        Raises:
            ArchiveError: the folder cannot be written, or another process never ends writing it.
        """
        target = self._database.change
        if self._indexed == target and not rebuild:
            return
        self.close()
        if rebuild or self._indexed_change() != target:
            try:
                with self._alone(progress or (lambda _: None)) as report:
                    target = self._write(report, rebuild=rebuild)
            except (OSError, IndexUnusable, IndexBusy) as error:
                raise ArchiveError(
                    f"the index in {self.folder} cannot be written: {error}"
                ) from error
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

    @contextmanager
    def _alone(self, report: Report) -> Iterator[Report]:
        """Holds the lock beside the index; it is given back even when the process is killed."""
        deadline = time.monotonic() + PATIENCE
        with (self.folder.parent / LOCK).open("w") as file:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise IndexBusy("another process is writing it") from None
                    report(Progress("wait", 0, None))
                    time.sleep(0.05)
            yield report

    def _write(self, report: Report, *, rebuild: bool) -> int:
        target = self._database.change
        self._reader.refresh()  # after the change was read: what comes later, is indexed later
        # Another process may have written it while this one waited.
        done = None if rebuild else self._indexed_change()
        if done == target:
            return target
        if done is not None:
            try:
                self._update(done, report)
                self._write_state(self.folder, target)
                return target
            except IndexUnusable:
                pass
        self._rebuild(target, report)
        return target

    def _update(self, since: int, report: Report) -> None:
        changed, gone = self._reader.changed(since), self._reader.forgotten(since)
        articles = _reported(self._reader.articles(changed), len(changed), "index", report)
        write_articles(self.folder, articles, removed=[*changed, *gone])

    def _rebuild(self, target: int, report: Report) -> None:
        total = self._reader.count()
        report(Progress("rebuild", 0, total))
        fresh = self.folder.with_name(f"{self.folder.name}.new")
        old = self.folder.with_name(f"{self.folder.name}.old")
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
        create_index(fresh)
        articles = self._reader.articles(self._reader.newest())
        write_articles(fresh, _reported(articles, total, "rebuild", report))
        self._write_state(fresh, target)
        if self.folder.exists():
            self.folder.rename(old)
        fresh.rename(self.folder)
        shutil.rmtree(old, ignore_errors=True)

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

    def _write_state(self, folder: Path, change: int) -> None:
        state = {"archive": self._database.archive_id, "format": FORMAT, "change": change}
        temporary = folder / (STATE + ".new")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(state, file)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / STATE)


def _reported(
    articles: Iterable[Article], total: int, stage: str, report: Report
) -> Iterator[Article]:
    for done, article in enumerate(articles, 1):
        yield article
        report(Progress(stage, done, total))
