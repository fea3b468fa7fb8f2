"""The one door: an archive takes and gives plain records, and hides all that is behind them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Concatenate, ParamSpec, TypeVar, cast

from index.article import (
    AddReport,
    Article,
    Hit,
    Mention,
    Problem,
    Progress,
    Removed,
    Results,
    Selection,
    Status,
)
from index.correcting import FILE as CORRECTIONS
from index.correcting import CorrectionKeeper
from index.correction import Correction, CorrectionReport, Corrections
from index.errors import ArchiveError, Cancelled
from index.store.database import Database, DatabaseError
from index.store.reading import ArticleReader
from index.summaries import EntitySummary
from index.text import clean_line

if TYPE_CHECKING:
    from index.finding import Finder
    from index.reading.boilerplate import Boilerplate

DATABASE = "archive.sqlite"
INDEX = "index"
# The folder of an archive in which an analyst extends the packaged rules.
RULES = "rules"
# What an archive's folder may hold before it has a database: rules, traces of a killed `create`.
OWN_FILES = (
    DATABASE,
    f"{DATABASE}-wal",
    f"{DATABASE}-shm",
    INDEX,
    "index.lock",
    RULES,
    CORRECTIONS,
)
SORTS = ("relevance", "newest", "oldest", "title", "outlet")


__all__ = ["SORTS", "Archive", "ArchiveError", "Cancelled"]

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")
Method = Callable[Concatenate["Archive", Arguments], Answer]


def _told(method: Method[Arguments, Answer]) -> Method[Arguments, Answer]:
    """Lets ``method`` tell of a damaged database in words, whenever the damage shows."""

    @wraps(method)
    def call(self: Archive, *arguments: Arguments.args, **options: Arguments.kwargs) -> Answer:
        try:
            return method(self, *arguments, **options)
        except sqlite3.Error as error:
            raise self._damage(error) from error

    return cast(Method[Arguments, Answer], call)


class Archive:
    """A folder of articles that can be searched.

    One instance may be used from several threads: searches take turns, reading does not wait.
    Everything that touches Whoosh or the lexicons is imported when first needed, because a list
    of the newest articles needs neither.
    """

    def __init__(self, path: Path, database: Database, *, sample: bool = False) -> None:
        self.path = path
        self.sample = sample
        self._database = database
        self._reader = ArticleReader(database)
        self._corrections = CorrectionKeeper(database, self._reader, path)
        self._finder: Finder | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, *, sample: bool = False) -> Archive:
        """Opens the archive in the folder ``path``.

        Raises:
            ArchiveError: there is none, or it cannot be read.
        """
        if not (path / DATABASE).is_file():
            raise ArchiveError(f"{path} is not an archive (tppo-tui add makes one)")
        return cls(path, Database.open(path / DATABASE), sample=sample)

    @classmethod
    def create(cls, path: Path) -> Archive:
        """Opens the archive in the folder ``path``, and makes it where there is none.

        Raises:
            ArchiveError: the folder holds something else, or cannot be written.
        """
        if not Database.blank(path / DATABASE):
            return cls.open(path)
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(entry.name not in OWN_FILES for entry in path.iterdir()):
                raise ArchiveError(f"{path} holds other files; name an empty or a new folder")
            return cls(path, Database.create(path / DATABASE))
        except (OSError, DatabaseError) as error:
            raise ArchiveError(f"{path} cannot become an archive: {error}") from error

    @staticmethod
    def selection(
        mapping: str = "", include: Iterable[str] = (), exclude: Iterable[str] = ()
    ) -> Selection:
        """What ``add`` is to read: ``title=judul,body=isi`` names columns, the others are globs.

        Raises:
            ValueError: a field is unknown, a pair is none, or a glob cannot be read.
        """
        from index.sources import check_globs, parse_mapping

        chosen = Selection(
            parse_mapping(mapping) if mapping.strip() else {}, tuple(include), tuple(exclude)
        )
        check_globs((*chosen.include, *chosen.exclude))
        return chosen

    @staticmethod
    def exists(path: Path) -> bool:
        """Whether the folder ``path`` holds an archive."""
        return (path / DATABASE).is_file()

    def close(self) -> None:
        """Lets go of the database and the index; the instance is of no use after it."""
        with self._lock:
            if self._finder is not None:
                self._finder.close()
                self._finder = None
        self._database.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Taking in and taking out

    @_told
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
        ingest = Ingest(self._database, progress, selection=selection, rules=self._rules())
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

    @_told
    def reread(self, progress: Callable[[Progress], None] | None = None) -> int:
        """Cleans and annotates all articles anew, with the rules as they are now.

        Gives the number of articles that came out otherwise, and brings the index up to date.

        Raises:
            ArchiveError: the database or the index cannot be written, or a rule of the archive
                is wrong.
        """
        from index.ingest import reread

        changed = reread(self._database, self._rules(), progress)
        self.prepare(progress)
        return changed

    def _rules(self) -> Boilerplate:
        """The rules of cleaning: the packaged ones, and those of the archive."""
        from index.reading.boilerplate import boilerplate
        from index.rules import RuleError

        try:
            file = self.path / RULES / "boilerplate.yaml"
            other = file.with_suffix(".yml")
            return boilerplate(other if other.exists() and not file.exists() else file)
        except RuleError as error:
            raise ArchiveError(str(error)) from error

    @_told
    def tag(
        self, ids: Sequence[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> int:
        """Adds and removes tags; gives the number of articles that changed.

        Raises:
            ArchiveError: the database cannot be written.
        """
        from index.store.problems import change_tags

        return change_tags(self._database, ids, add=add, remove=remove)

    @_told
    def remove(self, ids: Sequence[str]) -> int:
        """Takes articles out of the archive; gives their number.

        Raises:
            ArchiveError: the database cannot be written.
        """
        from index.store.removal import remove_articles

        known = [number for each in ids if (number := self._reader.number(each)) is not None]
        with self._database.transaction():
            remove_articles(self._database, known)
        return len(known)

    # Correcting

    @_told
    def corrections(self, progress: Callable[[Progress], None] | None = None) -> Corrections:
        """What the analyst says is otherwise, in the order of ``corrections.yaml``.

        Takes in what was changed there by hand; a file that is wrong is told, and changes nothing.
        """
        self._corrections.refresh(progress)
        return self._corrections.known

    @_told
    def correct(
        self,
        correction: Correction,
        *,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> CorrectionReport:
        """Lays a correction over all articles, and brings the index up to date.

        It is written only if an article comes out otherwise by it (``CorrectionReport.changed``);
        a ``dry_run`` only counts. Its articles may be named by the beginnings of their ids.

        Raises:
            ArchiveError: it is not valid, contradicts another, names an unknown article, or the
                file is wrong; or something cannot be written.
        """
        articles = tuple(self._full_id(each) for each in correction.articles)
        correction = replace(correction, articles=articles)
        report = self._corrections.add(correction, dry_run=dry_run, progress=progress)
        if report.number:
            self.prepare(progress)
        return report

    @_told
    def undo(
        self,
        number: int | None = None,
        *,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> CorrectionReport:
        """Takes back the correction ``number`` (from 1), or the last; as ``correct``.

        Raises:
            ArchiveError: there is no such correction, or the file is wrong; or something cannot
                be written.
        """
        report = self._corrections.undo(number, dry_run=dry_run, progress=progress)
        if not dry_run:
            self.prepare(progress)
        return report

    @_told
    def names(self, kind: str, beginning: str, limit: int = 10) -> tuple[tuple[str, int], ...]:
        """Names of ``kind`` that were found in the archive and begin so, with their articles."""
        from index.store.concerned import names_like

        return tuple(names_like(self._database, kind, beginning, limit))

    @_told
    def names_with_form(self, kind: str, form: str, limit: int = 3) -> tuple[str, ...]:
        """Names of ``kind`` under which something printed as ``form`` was found."""
        from index.store.concerned import names_with_form

        return tuple(names_with_form(self._database, kind, form, limit))

    # Finding

    @_told
    def prepare(
        self,
        progress: Callable[[Progress], None] | None = None,
        *,
        rebuild: bool = False,
        warm: bool = False,
    ) -> None:
        """Brings the index in step with the database; builds it anew if it must, or on ``rebuild``.

        ``warm`` loads besides what the first search would have to wait for.

        Raises:
            ArchiveError: the index cannot be written.
        """
        self._corrections.refresh(progress)
        self._find.prepare(progress, rebuild=rebuild, warm=warm)

    @_told
    def search(
        self,
        query: str,
        *,
        limit: int | None = None,
        offset: int = 0,
        sort: str = "relevance",
        any_words: bool = False,
        cancelled: Callable[[], bool] | None = None,
        among: Sequence[str] | None = None,
        snippets: bool = True,
        typing: bool = False,
        voices: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> Results:
        """The hits of ``query``: the exact total, and the page from ``offset`` of ``limit`` hits.

        An empty query lists everything, the newest first. ``sort`` is one of ``SORTS``;
        ``any_words`` joins bare words by OR; ``among`` keeps to these ids, in their order as long
        as the query is empty. While one is ``typing``, a last word that hits nothing is taken for
        the beginning of a word; ``Results.searched`` then says so. With ``voices`` the page holds
        one hit of each text, the first of its copies, and ``limit`` and ``offset`` count those.
        ``progress`` hears of a rebuild, where one is needed.

        Raises:
            Cancelled: ``cancelled`` said so.
            ArchiveError: the index is unusable and cannot be rebuilt.
        """
        self._corrections.refresh(progress)
        return self._find.search(
            query,
            limit=limit,
            offset=offset,
            sort=sort,
            any_words=any_words,
            cancelled=cancelled,
            among=among,
            snippets=snippets,
            typing=typing,
            voices=voices,
            progress=progress,
        )

    def count(
        self,
        query: str,
        *,
        any_words: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> Results:
        """The number of hits of ``query`` (``total``), without a page of them."""
        return self.search(query, limit=0, any_words=any_words, snippets=False, progress=progress)

    def matches(self, query: str, article: Article) -> tuple[Mention, ...]:
        """Where ``query`` matched in ``article``: title, captions and body, in reading order."""
        return self._find.matches(query, article)

    def copies(self, identifier: str) -> tuple[Hit, ...]:
        """The other articles that carry the text of an article, the earliest published first."""
        return self._find.copies(identifier)

    def summaries(
        self,
        ids: Sequence[str],
        kinds: Collection[str] = (),
        progress: Callable[[Progress], None] | None = None,
    ) -> list[EntitySummary]:
        """What the articles ``ids`` say of each entity that they name, the most named first.

        ``kinds`` keeps to these of agency, person, place, offence, law. ``progress`` hears of each
        article that was read.
        """
        from index.across import summaries

        return summaries(self._reported(ids, progress), kinds)

    def profile(
        self,
        kind: str,
        name: str,
        *,
        among: Sequence[str] | None = None,
        figures: int | None = None,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> EntitySummary | None:
        """What the archive, or the articles ``among``, say of one entity; None when none names it.

        The latest ``figures`` of its figures are given, all when None. ``progress`` hears of each
        article that was read.

        Raises:
            Cancelled: ``cancelled`` said so.
            ArchiveError: the index is unusable and cannot be rebuilt.
        """
        from index.across import profile

        found = self.search(
            self.narrow("", kind, name), among=among, snippets=False, cancelled=cancelled
        )
        ids = [hit.id for hit in found.hits]
        articles = self._reported(ids, progress, cancelled)
        return profile(kind, name, articles, figures=figures)

    def _reported(
        self,
        ids: Sequence[str],
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[Article]:
        """The articles ``ids``, with progress as the stage ``entities``."""
        for done, article in enumerate(self.articles(ids), 1):
            if cancelled is not None and cancelled():
                raise Cancelled
            yield article
            if progress is not None:
                progress(Progress("entities", done, len(ids)))

    def narrow(self, query: str, field: str, value: str) -> str:
        """``query`` with one more condition, as text: ``field`` must hold ``value``.

        ``field`` is one of agency, person, place, law, offence, figure, tag, outlet.
        """
        from index.narrowing import narrow

        return narrow(query, field, value)

    # Reading

    @_told
    def newest(self, limit: int | None = None) -> list[str]:
        """The ids of all articles, newest first, the undated last."""
        return self._reader.newest(limit)

    @_told
    def article(self, identifier: str) -> Article:
        """The article ``identifier``; the first four or more characters of an id will do.

        Raises:
            ArchiveError: there is none, or there are several.
        """
        self._corrections.refresh()
        return next(self._reader.articles([self._full_id(identifier)]))

    def _full_id(self, identifier: str) -> str:
        found = self._reader.resolve(identifier)
        if not found:
            raise ArchiveError(f"no article has the id {clean_line(identifier)!r}")
        if len(found) > 1:
            raise ArchiveError(f"several articles have an id that begins with {identifier!r}")
        return found[0]

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles ``ids`` in that order; unknown ids are left out. Read as one goes."""
        try:
            self._corrections.refresh()
            yield from self._reader.articles(ids)
        except sqlite3.Error as error:
            raise self._damage(error) from error

    @_told
    def original(self, identifier: str) -> str:
        """What the source of an article held before cleaning."""
        return self._reader.original(identifier)

    @_told
    def removed(self, identifier: str) -> tuple[Removed, ...]:
        """What cleaning took out of an article, and by which rules."""
        return self._reader.removed(identifier)

    def describe_rule(self, rule: str, language: str = "en") -> str:
        """What a rule of cleaning takes out, in a few words; ``language`` is en or id."""
        from index.reading.descriptions import describe_rule

        return describe_rule(rule, language)

    def sentence(self, text: str, offset: int) -> str:
        """The sentence of ``text`` that holds ``offset``; empty when none does."""
        from index.language.sentences import sentence_at, sentences

        span = sentence_at(sentences(text), offset)
        return text[span[0] : span[1]] if span else ""

    @_told
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
        except ArchiveError as error:
            faults = (*faults, str(error))
        problem = self._corrections.known.problem
        return faults if problem is None else (*faults, problem)

    def _damage(self, error: sqlite3.Error) -> ArchiveError:
        return ArchiveError(
            f"the database in {self.path} cannot be read or written ({error}); "
            "tppo-tui check says more"
        )

    @property
    def _find(self) -> Finder:
        with self._lock:
            if self._finder is None:
                from index.finding import Finder

                self._finder = Finder(self._database, self._reader, self.path / INDEX)
            return self._finder
