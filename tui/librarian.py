"""Everything the interface asks of the archive, done in the background, answered by messages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.archive import ArchiveError, Cancelled
from tui.background import Background, Cancel, paced
from tui.bookkeeper import Bookkeeper
from tui.cleaning import examine
from tui.entity_page import MOST_FIGURES
from tui.i18n import language
from tui.messages import (
    AllFound,
    ArticleRead,
    CleaningRead,
    CopiesFound,
    Corrected,
    CorrectionCounted,
    EntityProgress,
    EntityRead,
    IndexProgress,
    NamesFound,
    PageFound,
    ResultsFound,
    WorkFailed,
)
from tui.wording import first_words

if TYPE_CHECKING:
    from textual.message import Message

    from index.archive import Archive
    from index.article import Hit, Progress
    from index.correction import Correction

NEXT_PAGE = 100
NAMES = 20
PATIENCE = 10.0
"""Seconds that leaving waits for a correction to be written; otherwise it does not wait."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a list of hits answers: a query, in one of ``SORTS``, among these ids or all articles.

    With ``voices`` it has one hit for each text, however often that was printed.
    """

    query: str
    sort: str
    among: Sequence[str] | None
    voices: bool


class Librarian:
    """Fetches from one archive; of each kind of question only the newest is answered."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._background = Background(lambda error: self._tell(WorkFailed(error)))
        self._post: Callable[[Message], object] | None = None
        self._prepared = False
        self._closing = False
        self._first_words: dict[str, str] = {}
        self._corrections = 0
        self._uncorrected = 0
        self.sample = archive.sample
        self.path = archive.path
        self.books = Bookkeeper(archive, self._background, self._tell)

    @property
    def idle(self) -> bool:
        """Whether no question is open."""
        return self._background.idle

    def listen(self, post: Callable[[Message], object]) -> None:
        """Names the receiver of the answers; ``post`` must be safe to call from a thread."""
        self._post = post

    def _tell(self, message: Message) -> None:
        if self._post is not None and not self._closing:
            self._post(message)

    def close(self) -> None:
        """Answers nothing any more."""
        self._closing = True
        # What somebody has said is not lost because they leave at once.
        deadline = time.monotonic() + PATIENCE
        while self._uncorrected and time.monotonic() < deadline:
            time.sleep(0.01)
        self._background.stop()

    def prepare(self) -> None:
        """Makes the index ready, with ``IndexProgress`` on the way."""
        self._background.submit("prepare", lambda _cancelled: self._make_ready())

    def _make_ready(self) -> None:
        if self._prepared:
            return
        told = False

        def progress(step: Progress) -> None:
            nonlocal told
            if self._closing:
                raise Cancelled
            told = True
            self._tell(IndexProgress(step))

        self._archive.prepare(progress, warm=True)
        self._prepared = True
        if told:
            self._tell(IndexProgress(None))

    def search(self, generation: int, question: Question, rows: int) -> None:
        """Answers with ``ResultsFound`` of the first ``rows`` hits."""

        def work(cancelled: Cancel) -> None:
            if question.query.strip():
                self._make_ready()
            if not cancelled():
                results = self._archive.search(
                    question.query,
                    limit=rows,
                    sort=question.sort,
                    among=question.among,
                    voices=question.voices,
                    cancelled=cancelled,
                    typing=True,
                )
                self._tell(ResultsFound(generation, results, self._begin(results.hits)))

        self._background.submit("search", work)

    def page(self, generation: int, question: Question, offset: int) -> None:
        """Answers with ``PageFound``, the rows from ``offset`` on."""

        def work(cancelled: Cancel) -> None:
            results = self._archive.search(
                question.query,
                limit=NEXT_PAGE,
                offset=offset,
                sort=question.sort,
                among=question.among,
                voices=question.voices,
                cancelled=cancelled,
            )
            self._tell(PageFound(generation, results, self._begin(results.hits)))

        self._background.submit("page", work)

    def _begin(self, hits: Iterable[Hit]) -> dict[str, str]:
        """The first words of the hits that have no title; each article is read only once."""
        known = self._first_words
        untitled = [hit.id for hit in hits if not hit.title]
        for identifier in untitled:
            if identifier not in known:
                known[identifier] = first_words(self._archive.article(identifier))
        return {identifier: known[identifier] for identifier in untitled}

    def find_all(self, question: Question) -> None:
        """Answers with ``AllFound``, the ids of every hit."""

        def work(cancelled: Cancel) -> None:
            self._tell(AllFound(self._ids(question, cancelled)))

        self._background.submit("all", work)

    def copies(self, generation: int, identifier: str, question: Question) -> None:
        """Answers with ``CopiesFound``: the hits of the question with the text of an article."""

        def work(cancelled: Cancel) -> None:
            wanted = None if question.among is None else frozenset(question.among)
            copies = self._archive.copies(identifier)
            allowed = [hit.id for hit in copies if wanted is None or hit.id in wanted]
            results = self._archive.search(
                question.query,
                among=allowed,
                cancelled=cancelled,
                snippets=False,
            )
            found = {hit.id for hit in results.hits}
            hits = tuple(hit for hit in copies if hit.id in found)
            elsewhere = len(copies) - len(hits)
            self._tell(CopiesFound(generation, identifier, hits, self._begin(hits), elsewhere))

        self._background.submit("copies", work)

    def clean(self, identifier: str) -> None:
        """Answers with ``CleaningRead``: what was taken out of an article, and its source."""

        def work(_cancelled: Cancel) -> None:
            archive, code = self._archive, language()
            cleaning = examine(
                archive.article(identifier),
                archive.removed(identifier),
                archive.original(identifier),
                lambda rule: archive.describe_rule(rule, code),
            )
            self._tell(CleaningRead(cleaning))

        self._background.submit("clean", work)

    def profile(self, kind: str, name: str, question: Question | None) -> None:
        """Answers with ``EntityRead``: an entity in the archive, or in the hits of ``question``.

        ``EntityProgress`` tells on the way how many articles have been read.
        """

        def work(cancelled: Cancel) -> None:
            among = None if question is None else self._ids(question, cancelled)
            summary = self._archive.profile(
                kind,
                name,
                among=among,
                figures=MOST_FIGURES,
                cancelled=cancelled,
                progress=paced(lambda step: self._tell(EntityProgress(step))),
            )
            self._tell(EntityRead(kind, name, question is not None, summary))

        self._background.submit("profile", work)

    def forget_profile(self) -> None:
        """Stops the reading for an entity."""
        self._background.cancel("profile")

    def _ids(self, question: Question, cancelled: Cancel) -> tuple[str, ...]:
        """The ids of every hit of a question, in the order of the list."""
        results = self._archive.search(
            question.query,
            sort=question.sort,
            among=question.among,
            voices=question.voices,
            cancelled=cancelled,
            snippets=False,
        )
        return tuple(hit.id for hit in results.hits)

    def read(self, identifier: str, query: str) -> None:
        """Answers with ``ArticleRead``: the article and where ``query`` matches it."""

        def work(_cancelled: Cancel) -> None:
            article = self._archive.article(identifier)
            mentions = self._archive.matches(query, article) if query.strip() else ()
            self._tell(ArticleRead(article, query, mentions, self._archive.checks(article)))

        self._background.submit("read", work)

    # Correcting

    def count_correction(self, correction: Correction | None) -> None:
        """Answers with ``CorrectionCounted``: what a correction would change."""

        def work(cancelled: Cancel) -> None:
            def progress(_step: Progress) -> None:
                if cancelled():
                    raise Cancelled

            changed, problem = 0, ""
            known = self._archive.corrections()
            try:
                if correction is not None:
                    changed = self._archive.correct(
                        correction, dry_run=True, progress=progress
                    ).changed
            except ArchiveError as error:
                problem = str(error)
            last = known.rules[-1] if known.rules else None
            self._tell(CorrectionCounted(correction, changed, problem, last))

        self._background.submit("count correction", work)

    def names(self, kind: str, beginning: str) -> None:
        """Answers with ``NamesFound``: names of ``kind`` in the archive that begin so."""

        def work(_cancelled: Cancel) -> None:
            found = self._archive.names(kind, beginning, NAMES)
            self._tell(NamesFound(beginning, tuple(name for name, _ in found)))

        self._background.submit("names", work)

    def correct(self, correction: Correction | None) -> None:
        """Makes a correction, or takes the last one back (None); answers with ``Corrected``.

        Each is done, however many wait; ``IndexProgress`` tells how far the index has come.
        """
        self._corrections += 1
        self._uncorrected += 1

        def progress(step: Progress) -> None:
            if step.stage != "correct":
                # It is written; the index can be brought up to date at the next start as well.
                self._uncorrected = 0
                if self._closing:
                    raise Cancelled
            self._tell(IndexProgress(step))

        def work(_cancelled: Cancel) -> None:
            try:
                if correction is None:
                    report = self._archive.undo(progress=progress)
                else:
                    report = self._archive.correct(correction, progress=progress)
            finally:
                self._uncorrected = 0
                self._tell(IndexProgress(None))
            self._tell(Corrected(report, correction is None))

        self._background.submit(f"correct {self._corrections}", work)

    def narrow(self, query: str, field: str, value: str) -> str:
        """The query that adds ``field:value`` to ``query``."""
        return self._archive.narrow(query, field, value)
