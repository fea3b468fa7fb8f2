"""Taking articles in: source -> raw text -> cleaned article -> annotations -> database."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
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
from index.language.tokens import words
from index.reading import read_article
from index.sources import read_sources
from index.store.database import Database
from index.store.problems import forget_problem, note_problem, problems
from index.store.writing import ArticleWriter, NewArticle
from index.text import clean_line

# Articles in one transaction: few enough that a kill costs a second of work.
BATCH = 200
# Characters of a body in which names and figures are looked for; a longer one is no news article.
LONGEST_ANNOTATED = 100_000


def annotate(read: ReadArticle) -> Annotations:
    """All agencies, people, places, offences, laws, quotes and figures of a cleaned article."""
    title, body, captions = read.title, read.body[:LONGEST_ANNOTATED], read.captions
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


def source_key(record: SourceRecord) -> str | None:
    """The place in a source that may hold an article in another version later; None where none may.

    A file with one article is such a place, and so is a record with an id or a url of its own. The
    number of a record is none, for it moves when records come or go before it; standard input is
    none, for the next pipe brings something else.
    """
    file, number = _parted(record.path)
    if number is None:
        return record.path
    if record.path.startswith("<"):
        return None
    if record.source_id is not None:
        return f"{file} id {record.source_id}"
    return None if record.url is None else f"{file} url {record.url}"


# A file, and the number of the record or line in it that a path names.
_FILE = re.compile(r"(.*?)(?:[#:](\d+))?$", re.DOTALL)


def _parted(path: str) -> tuple[str, str | None]:
    match = _FILE.match(path)
    assert match is not None  # it matches any text
    return match.group(1), match.group(2)


def _is_revision(old: str, new: str) -> bool:
    """Whether ``new`` is ``old`` in another version, rather than another article.

    Half of the words of the shorter one are enough: an article that was edited keeps more, two
    articles about different things share less.
    """
    before, after = set(words(old)), set(words(new))
    shorter = min(len(before), len(after))
    return shorter > 0 and 2 * len(before & after) >= shorter


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
        self._files: set[str] = set()
        self._keys: set[str] = set()

    def add(self, paths: Iterable[Path], *, stdin: BinaryIO | None = None) -> AddReport:
        """Adds the sources ``paths``; gives what was done.

        ``report`` is up to date after every batch, so that an interrupted call can tell what is
        safely in the archive.

        Raises:
            DatabaseError: the database cannot be written.
        """
        own = f"{self._database.path.parent}{os.sep}"
        found = (item for item in read_sources(paths, stdin=stdin) if not item.path.startswith(own))
        for batch in _batches(found):
            self._add_batch(batch)
        self._forget_mended()
        return self.report

    def _add_batch(self, batch: Sequence[SourceRecord | Problem]) -> None:
        report = self.report
        with self._database.transaction():
            for item in batch:
                self._files.add(_FILE.match(item.path).group(1))  # type: ignore[union-attr]
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

    def _forget_mended(self) -> None:
        """Drops the problems that files of this run had before and have no more."""
        with self._database.transaction():
            for problem in problems(self._database):
                file = _parted(problem.path)[0]
                if file in self._files and problem.path not in self._noted:
                    forget_problem(self._database, problem.path)

    def _add_record(self, report: AddReport, record: SourceRecord) -> AddReport:
        name, key = fingerprint(record), source_key(record)
        if key in self._keys:
            key = None  # a second record of that id: which of the two comes back is not known
        if key is not None:
            self._keys.add(key)
        writer = ArticleWriter(self._database)
        known = writer.known(name)
        if known is not None:
            writer.point(key or record.path, name, known)
            self._keep_path(known, record.path)
            return replace(report, unchanged=report.unchanged + 1)
        read = read_article(record)
        if read is None:
            return self._note(report, Problem(record.path, "holds no text of an article"))
        if len(read.body) > LONGEST_ANNOTATED:
            reason = f"is longer than {LONGEST_ANNOTATED:,} characters: names and figures are"
            report = self._note(report, Problem(record.path, f"{reason} looked for up to there"))
        if record.source_id is not None:
            record = replace(record, source_id=clean_line(record.source_id))
        number = None if key is None else self._revised(writer, key, read)
        new = NewArticle(name, key or record.path, record, read, annotate(read))
        writer.write(new, number=number)
        if number is None:
            return replace(report, added=report.added + 1)
        return replace(report, changed=report.changed + 1)

    def _revised(self, writer: ArticleWriter, key: str, read: ReadArticle) -> int | None:
        """The article that ``key`` held, if ``read`` is another version of it and of no other."""
        number = writer.at(key)
        if number is None or writer.sources(number) > 1:
            return None
        row = self._database.connection.execute(
            "SELECT title, body FROM articles WHERE number = ?", (number,)
        ).fetchone()
        same_title = bool(read.title) and read.title == row[0]
        return number if same_title or _is_revision(row[1], read.body) else None

    def _keep_path(self, number: int, path: str) -> None:
        """Lets an article say where it stands now, when its file has moved."""
        stored = self._database.value("SELECT path FROM articles WHERE number = ?", number)
        file = _parted(str(stored))[0]
        if stored != path and not os.path.exists(file):
            self._database.connection.execute(
                "UPDATE articles SET path = ? WHERE number = ?", (path, number)
            )


def _batches(
    items: Iterator[SourceRecord | Problem],
) -> Iterator[list[SourceRecord | Problem]]:
    while batch := list(itertools.islice(items, BATCH)):
        yield batch
