"""The one door: an archive takes and gives plain records, and hides all that is behind them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from index.article import AddReport, Problem, Progress, Selection, Status
from index.correcting import FILE as CORRECTIONS
from index.door.checking import CheckingArchive
from index.door.correcting import CorrectingArchive
from index.door.ledger import LedgerArchive
from index.door.opened import INDEX, told
from index.door.profiling import ProfilingArchive
from index.door.searching import SORTS
from index.errors import ArchiveError, Cancelled
from index.text import clean_line

__all__ = ["SORTS", "Archive", "ArchiveError", "Cancelled"]


class Archive(CheckingArchive, CorrectingArchive, ProfilingArchive, LedgerArchive):
    """A folder of articles that can be searched.

    One instance may be used from several threads: searches take turns, reading does not wait.
    How it is read, searched and corrected is in ``index.door``; how it is filled, here.
    """

    @told
    def add(
        self,
        paths: Iterable[Path],
        *,
        stdin: BinaryIO | None = None,
        selection: Selection | None = None,
        prune: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddReport:
        """Reads files and folders, adds what is new or changed, and brings the index up to date.

        ``selection`` says which files of folders, and how; ``prune`` forgets the articles under
        ``paths`` whose files have gone.

        Raises:
            ArchiveError: the database or the index cannot be written, or a rule of the archive
                is wrong.
            KeyboardInterrupt: passed on; what whole batches have added stays.
        """
        from index.ingest import Ingest

        # The first index of a new archive is no rebuild of a lost one.
        first = self._reader.count() == 0
        ingest = Ingest(
            self._database,
            progress,
            selection=selection,
            rules=self._rules(),
            memory=self._memory_rules(),
        )
        report = ingest.add(paths, stdin=stdin, prune=prune)
        if progress is not None and first:
            self.prepare(lambda step: progress(replace(step, stage="index")))
        else:
            self.prepare(progress)
        return report

    def watch(
        self,
        paths: Sequence[Path],
        stop: threading.Event,
        *,
        selection: Selection | None = None,
        prune: bool = False,
    ) -> Iterator[AddReport]:
        """Adds what comes or changes under ``paths`` until ``stop`` is set: a report for each time.

        Raises:
            ArchiveError: as ``add``; or what is to be watched does not exist.
        """
        from index.sources.watching import changes

        try:
            for _ in changes(paths, stop, apart=(self.path,)):
                # What the globs choose is told by the path inside the folder that was named, and a
                # file that went is missed there: what looks as before is not read again.
                yield self.add(paths, selection=selection, prune=prune)
        except FileNotFoundError as error:
            missing = clean_line(str(error.filename or error))
            raise ArchiveError(f"{missing}: does not exist, and so cannot be watched") from error

    @told
    def reread(self, progress: Callable[[Progress], None] | None = None) -> int:
        """Cleans and annotates all articles anew, with the rules as they are now.

        Gives the number of articles that came out otherwise, and brings the index up to date.

        Raises:
            ArchiveError: the database or the index cannot be written, or a rule of the archive
                is wrong.
        """
        from index.ingest import reread

        changed = reread(self._database, self._rules(), self._memory_rules(), progress)
        self.prepare(progress)
        return changed

    @told
    def tag(
        self, ids: Sequence[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> int:
        """Adds and removes tags; gives the number of articles that changed.

        Raises:
            ArchiveError: the database cannot be written.
        """
        from index.store.problems import change_tags

        return change_tags(self._database, ids, add=add, remove=remove)

    @told
    def remove(self, ids: Sequence[str]) -> int:
        """Takes articles out of the archive; gives their number.

        Raises:
            ArchiveError: the database cannot be written, or a rule of the archive is wrong.
        """
        from index.ingest.remembering import settle_names
        from index.store.removal import remove_articles

        rules = self._memory_rules()
        known = [number for each in ids if (number := self._reader.number(each)) is not None]
        with self._database.transaction():
            remove_articles(self._database, known)
        settle_names(self._database, rules)
        return len(known)

    @told
    def status(self) -> Status:
        """What the archive holds: numbers, dates, outlets, problems, sizes, versions."""
        from index.inventory import status

        found = status(self._database, self.path, self.path / INDEX)
        problem = self.corrections().problem
        if problem is None:
            return found
        wrong = Problem(str(self.path / CORRECTIONS), problem)
        return replace(found, problems=(*found.problems, wrong))

    def check(self) -> tuple[str, ...]:
        """What is wrong with the archive, a sentence each; empty when all is well."""
        from index.inventory import check

        self._corrections.refresh()
        faults = check(self._database) or self._find.check()
        try:
            self._rules()
            self._memory_rules()
        except ArchiveError as error:
            faults = (*faults, str(error))
        problem = self._corrections.known.problem
        return faults if problem is None else (*faults, problem)
