"""What the ledger asks of the archive, done in the background, answered by messages."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.background import Background, Cancel
from tui.ledger.columns import haystacks
from tui.ledger.detail import Passage
from tui.ledger.scope import Scope
from tui.messages import HitFetched, LedgerProgress, LedgerRead, PassageRead

if TYPE_CHECKING:
    from textual.message import Message

    from index.archive import Archive
    from index.article import Progress
    from index.reported import Reported

TELL_EVERY = 0.1  # seconds between two words of progress


class Bookkeeper:
    """Fetches figures from one archive; of each kind of question only the newest is answered."""

    def __init__(
        self, archive: Archive, background: Background, tell: Callable[[Message], None]
    ) -> None:
        self._archive = archive
        self._background = background
        self._tell = tell

    def read(self, scope: Scope) -> None:
        """Answers with ``LedgerRead``; ``LedgerProgress`` tells how far the reading is."""

        def work(cancelled: Cancel) -> None:
            told = time.monotonic()

            def progress(step: Progress) -> None:
                nonlocal told
                now = time.monotonic()
                if now - told >= TELL_EVERY:
                    told = now
                    self._tell(LedgerProgress(step))

            rows = self._archive.ledger(
                scope.query,
                sort=scope.sort,
                among=scope.among,
                voices=scope.voices,
                asked=scope.asked,
                cancelled=cancelled,
                progress=progress,
            )
            names = {row.figure.unit for row in rows}
            units = {name: self._archive.unit_kind(name) for name in names}
            self._tell(LedgerRead(scope, rows, haystacks(rows), units))

        self._background.submit("ledger", work)

    def forget(self) -> None:
        """Stops the reading."""
        self._background.cancel("ledger")
        self._background.cancel("passage")

    def passage(self, row: Reported) -> None:
        """Answers with ``PassageRead``: the sentence of a figure, and what it was read from."""

        def work(_cancelled: Cancel) -> None:
            article = self._archive.article(row.article)
            place = row.figure.part, row.figure.start, row.figure.end
            figure = next(
                (f for f in article.annotations.figures if (f.part, f.start, f.end) == place),
                row.figure,
            )
            printed = article.part(figure.part)
            sentence = self._archive.sentence(printed, figure.start)
            # Where the sentence begins: the last place at or before the figure where it stands.
            start = printed.rfind(sentence, 0, figure.start + len(sentence)) if sentence else -1
            words = tuple((each, printed[each.start : each.end]) for each in figure.reasons)
            self._tell(PassageRead(row, Passage(figure, sentence, max(start, 0), words)))

        self._background.submit("passage", work)

    def hit(self, identifier: str, query: str) -> None:
        """Answers with ``HitFetched``: one article as a hit of ``query``."""

        def work(cancelled: Cancel) -> None:
            results = self._archive.search(query, among=[identifier], cancelled=cancelled)
            if results.hits:
                self._tell(HitFetched(results.hits[0]))

        self._background.submit("hit", work)
