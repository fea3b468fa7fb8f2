"""Taking articles in: source -> raw text -> cleaned article -> annotations -> database."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from index.article import (
    AddReport,
    Annotations,
    Problem,
    Progress,
    ReadArticle,
    SourceRecord,
)
from index.entities.laws import find_laws
from index.entities.offences import find_offences
from index.entities.quotes import quotes_with
from index.entities.speech import Speakers
from index.entities.who import find_names
from index.figures import find_figures
from index.reading import read_article
from index.sources import read_sources
from index.store.database import Database
from index.store.problems import forget_problem, note_problem
from index.store.writing import ArticleWriter, NewArticle
from index.text import clean_line

# Articles in one transaction: few enough that a kill costs a second of work.
BATCH = 200


def annotate(read: ReadArticle) -> Annotations:
    """All agencies, people, places, offences, laws, quotes and figures of a cleaned article."""
    title, body, captions = read.title, read.body, read.captions
    names = find_names(title, body, captions, place=read.place)
    # Who speaks is read once, for the quotations and for the figures.
    speakers = Speakers(body, names.people, names.agencies)
    quotes = quotes_with(speakers)
    return Annotations(
        agencies=names.agencies,
        people=names.people,
        places=names.places,
        offences=find_offences(title, body, captions),
        laws=find_laws(title, body, captions),
        figures=find_figures(
            title,
            body,
            published=read.published,
            people=names.people,
            agencies=names.agencies,
            places=names.places,
            quotes=quotes,
            speakers=speakers,
        ),
        quotes=quotes,
    )


def fingerprint(record: SourceRecord) -> str:
    """A name for what a source held: the same on every machine and under every path.

    The source's own id and author do not count: exports number and sign the same article anew.
    """
    fields = (record.title, record.published, record.outlet, record.url, record.text)
    digest = hashlib.sha256()
    for value in fields:
        digest.update((value or "").encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def source_key(record: SourceRecord) -> str:
    """The place in a source that keeps its name when records before it come or go."""
    own = record.source_id or record.url
    if own is None:
        return record.path
    return f"{record.path.rpartition('#')[0] or record.path}#{own}"


class Ingest:
    """One ``add``: reads sources, and writes what is new or changed in batches."""

    def __init__(
        self,
        database: Database,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self._database = database
        self._progress = progress or (lambda _: None)
        self.report = AddReport()
        self._noted: set[str] = set()

    def add(self, paths: Iterable[Path], *, stdin: BinaryIO | None = None) -> AddReport:
        """Adds the sources ``paths``; gives what was done.

        ``report`` is up to date after every batch, so that an interrupted call can tell what is
        safely in the archive.

        Raises:
            DatabaseError: the database cannot be written.
        """
        found = read_sources(paths, stdin=stdin)
        for batch in _batches(found):
            self._add_batch(batch)
        return self.report

    def _add_batch(self, batch: Sequence[SourceRecord | Problem]) -> None:
        report = self.report
        with self._database.transaction():
            for item in batch:
                if isinstance(item, Problem):
                    report = self._note(report, item)
                else:
                    report = self._add_record(report, item)
                done = report.added + report.changed + report.unchanged
                self._progress(Progress("read", done, None, item.path))
        self.report = report

    def _note(self, report: AddReport, problem: Problem) -> AddReport:
        note_problem(self._database, problem)
        self._noted.add(problem.path)
        return replace(report, problems=(*report.problems, problem))

    def _add_record(self, report: AddReport, record: SourceRecord) -> AddReport:
        name, key = fingerprint(record), source_key(record)
        connection = self._database.connection
        known = connection.execute(
            "SELECT number FROM articles WHERE fingerprint = ?", (name,)
        ).fetchone()
        before = connection.execute("SELECT article FROM sources WHERE key = ?", (key,)).fetchone()
        writer = ArticleWriter(self._database)
        if record.path not in self._noted:
            forget_problem(self._database, record.path)
        if known is not None:
            writer.point(key, name, known[0])
            self._drop_orphan(writer, before[0] if before else None)
            return replace(report, unchanged=report.unchanged + 1)
        read = read_article(record)
        if read is None:
            return self._note(report, Problem(record.path, "holds no text of an article"))
        record = replace(
            record, source_id=None if record.source_id is None else clean_line(record.source_id)
        )
        number = before[0] if before and self._only_source(before[0]) else None
        writer.write(NewArticle(name, key, record, read, annotate(read)), number=number)
        if number is None:
            return replace(report, added=report.added + 1)
        return replace(report, changed=report.changed + 1)

    def _only_source(self, number: int) -> bool:
        count = self._database.number("SELECT count(*) FROM sources WHERE article = ?", number)
        return count == 1

    def _drop_orphan(self, writer: ArticleWriter, number: int | None) -> None:
        """Removes an article whose last source now holds another, unless the analyst tagged it."""
        if number is None or self._database.value(
            "SELECT 1 FROM sources WHERE article = ?", number
        ):
            return
        if not self._database.value("SELECT 1 FROM tags WHERE article = ?", number):
            writer.remove(number)


def _batches(
    items: Iterator[SourceRecord | Problem],
) -> Iterator[list[SourceRecord | Problem]]:
    while batch := list(itertools.islice(items, BATCH)):
        yield batch
