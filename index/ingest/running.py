"""One ``add``: from sources to articles in the database, batch by batch."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from index.article import (
    AddReport,
    Problem,
    Progress,
    Selection,
    SourceRecord,
)
from index.comparing import compare_anew
from index.entities.memory_rules import MemoryRules, memory_rules
from index.ingest.annotating import LONGEST_ANNOTATED, understand
from index.ingest.files import KnownFiles, reading_of
from index.ingest.identity import fingerprint, from_pipe, parted, source_key
from index.ingest.places import Places
from index.ingest.pruning import Pruning
from index.ingest.remembering import settle_names
from index.reading import read_article
from index.reading.boilerplate import Boilerplate
from index.sources import read_sources, total_bytes
from index.sources.folders import printed
from index.store.copies import CopyTable
from index.store.database import Database
from index.store.memory import NameMemory
from index.store.problems import forget_problem, note_problem, problems
from index.store.writing import ArticleWriter, NewArticle
from index.text import clean_line

# Articles in one transaction, and seconds of reading before one begins: a kill costs no more.
BATCH = 200
_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class _Item:
    """A record or a problem, and the file that it came from (None for standard input)."""

    found: SourceRecord | Problem
    file: str | None


class Ingest:
    """One ``add``: reads sources, and writes what is new or changed in batches."""

    def __init__(
        self,
        database: Database,
        progress: Callable[[Progress], None] | None = None,
        *,
        selection: Selection | None = None,
        rules: Boilerplate | None = None,
        memory: MemoryRules | None = None,
    ) -> None:
        self._database = database
        self._progress = progress
        self._selection = selection or Selection()
        self._rules = rules
        self._writer = ArticleWriter(database)
        self._memory_rules = memory_rules() if memory is None else memory
        self._memory = NameMemory(database, self._memory_rules)
        self._copies = CopyTable(database)
        self._known = KnownFiles(database, reading_of(self._selection))
        self._places = Places(database, self._writer)
        self._own = os.path.realpath(database.path.parent) + os.sep
        self.report = AddReport()
        # The reasons of this run's problems, by path.
        self._noted: dict[str, str] = {}
        self._seen: set[str] = set()
        # The places of each file that was read, and the files that had a problem.
        self._met: dict[str, set[str]] = {}
        self._faulty: set[str] = set()
        self._skipped: set[str] = set()
        self._added: set[int] = set()
        self._reading: str | None = None
        self._piped = False
        self._bytes = self._bytes_before = self._total = 0

    def add(
        self, paths: Iterable[Path], *, stdin: BinaryIO | None = None, prune: bool = False
    ) -> AddReport:
        """Adds the sources ``paths``; gives what was done.

        ``prune`` then forgets the articles whose files, or places in files, have gone. ``report``
        is up to date after every batch, so that an interrupted call can tell what is safely in
        the archive.

        Raises:
            DatabaseError: the database cannot be written.
        """
        roots = list(paths)
        selection = self._selection
        if self._progress is not None:
            self._total = total_bytes(roots, include=selection.include, exclude=selection.exclude)
        found = read_sources(
            roots,
            stdin=stdin,
            mapping=selection.mapping,
            include=selection.include,
            exclude=selection.exclude,
            wanted=self._wanted,
        )
        compare_anew(self._database, self._progress)
        for batch in _batches(self._items(found)):
            self._add_batch(batch)
        self._finish([root for root in roots if root != Path("-")], prune)
        settle_names(self._database, self._memory_rules, self._progress)
        return self.report

    def _wanted(self, path: Path) -> bool:
        """Whether the file has to be read; what comes next comes from it."""
        # Opening the database's own files would drop the locks that SQLite holds on them.
        if os.path.realpath(path).startswith(self._own):
            return False
        self._bytes_before += self._bytes
        self._bytes = 0
        articles = self._known.look(path)
        name = printed(path)
        if articles is None:
            self._reading = name
            self._met.setdefault(name, set())
            return True
        self._skipped.add(name)
        self.report = replace(self.report, unchanged=self.report.unchanged + articles)
        self._bytes = _size(path)
        return False

    def _items(self, found: Iterator[SourceRecord | Problem]) -> Iterator[_Item]:
        for item in found:
            piped = from_pipe(item.path)
            self._piped = self._piped or piped
            yield _Item(item, None if piped else self._reading)

    def _add_batch(self, batch: Sequence[_Item]) -> None:
        before = self.report
        try:
            with self._database.transaction():
                changed = [number for item in batch if (number := self._add(item)) is not None]
                self._copies.regroup(changed)
        except BaseException:
            # What the transaction has taken back was not done.
            self.report = before
            raise

    def _add(self, item: _Item) -> int | None:
        """Adds one item; gives the article that is new or has changed."""
        if isinstance(item.found, Problem):
            if item.file is not None:
                self._faulty.add(item.file)
            self._note(item.found)
            return None
        number = self._add_record(item.found, item.file)
        self._tell(item)
        return number

    def _tell(self, item: _Item) -> None:
        if self._progress is None:
            return
        report = self.report
        done = report.added + report.changed + report.unchanged + report.copies
        if isinstance(item.found, SourceRecord) and item.file is not None:
            self._bytes += len(item.found.text)
        share = None
        if self._total:
            share = min(1.0, (self._bytes_before + self._bytes) / self._total)
        self._progress(Progress("read", done, None, item.found.path, share))

    def _note(self, problem: Problem) -> None:
        before = self._noted.get(problem.path)
        reason = f"{before}; {problem.reason}" if before else problem.reason
        self._noted[problem.path] = reason
        note_problem(self._database, Problem(problem.path, reason))
        self.report = replace(self.report, problems=(*self.report.problems, problem))

    def _add_record(self, record: SourceRecord, file: str | None) -> int | None:
        name, key = fingerprint(record), source_key(record, file)
        if key in self._seen:
            key = None  # a second record of that id: which of the two comes back is not known
        if key is not None:
            self._seen.add(key)
        place = key or record.path
        if file is not None:
            self._met.setdefault(file, set()).add(place)
        known, before = self._writer.known(name), self._writer.at(place)
        if known is not None:
            if self._places.is_second(known, place, file):
                self.report = replace(self.report, copies=self.report.copies + 1)
            else:
                self.report = replace(self.report, unchanged=self.report.unchanged + 1)
            self._writer.point(place, name, known, file)
            self._places.stand(known, record.path, place, file)
            self._places.taken(before, known, file, keyed=key is not None)
            if len(record.text) > LONGEST_ANNOTATED:
                self._note_length(record, file, self._writer.length(known))
            return None
        read = read_article(record, rules=self._rules)
        if read is None:
            if file is not None:
                self._faulty.add(file)
            self._note(Problem(record.path, "holds no text of an article"))
            return None
        self._note_length(record, file, len(read.body))
        if record.source_id is not None:
            record = replace(record, source_id=clean_line(record.source_id))
        number = None if key is None else self._places.revised(before, key, read)
        understood = understand(read)
        new = NewArticle(name, place, file, record, read, understood.annotations)
        report = self.report
        written = self._writer.write(new, number=number)
        if number is None:
            self.report = replace(report, added=report.added + 1)
            self._added.add(written)
            self._places.added(written, place, file)
            self._places.taken(before, written, file, keyed=key is not None)
        else:
            self.report = replace(report, changed=report.changed + 1)
        self._memory.put(written, understood.evidence)
        self._memory.await_turn(written)
        self._copies.put(written, read.body)
        return written

    def _note_length(self, record: SourceRecord, file: str | None, length: int) -> None:
        """Says of a body that is too long that it was not looked through to its end."""
        if length > LONGEST_ANNOTATED:
            reason = f"is longer than {LONGEST_ANNOTATED:,} characters: names and figures are"
            self._note(Problem(record.path, f"{reason} looked for up to there"))
            if file is not None:
                self._faulty.add(file)  # so that the next run says it again

    def _finish(self, roots: Sequence[Path], prune: bool) -> None:
        """Notes which files were read whole, drops mended problems, and prunes if asked."""
        mended: set[int] = set()
        with self._database.transaction():
            for file, met in self._met.items():
                if file in self._faulty:
                    self._known.forget(file)
                else:
                    mended |= self._places.settle(file, met)
                    self._known.note(file)
            mended &= self._added
            self._added -= mended
            report = replace(
                self.report,
                added=self.report.added - len(mended),
                changed=self.report.changed + len(mended),
            )
            for problem in problems(self._database):
                if problem.path not in self._noted and self._looked_at(problem.path, roots):
                    forget_problem(self._database, problem.path)
            if prune:
                present = {*self._met, *self._skipped}
                pruning = Pruning(self._database, roots, present)
                forgotten = pruning.prune(present - self._faulty)
                report = replace(
                    report,
                    forgotten=forgotten,
                    kept=pruning.kept,
                    problems=(*report.problems, *pruning.spared),
                )
            near = sum(1 for number in self._added if self._copies.copies(number))
        self.report = replace(report, near_copies=near)

    def _looked_at(self, path: str, roots: Sequence[Path]) -> bool:
        """Whether this run came by ``path``, so that an old problem of it would have shown."""
        if from_pipe(path):
            return self._piped
        file = parted(path)[0]
        holders = {file, *(str(parent) for parent in Path(file).parents)}
        if not holders.isdisjoint(self._met):
            return True
        chosen = self._selection.include or self._selection.exclude
        return not chosen and any(printed(root) in holders for root in roots)


def _batches(items: Iterator[_Item]) -> Iterator[list[_Item]]:
    batch: list[_Item] = []
    begun = time.monotonic()
    for item in items:
        batch.append(item)
        if len(batch) >= BATCH or time.monotonic() - begun > _SECONDS:
            yield batch
            batch, begun = [], time.monotonic()
    if batch:
        yield batch


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
