"""What the ledger asks of the archive, done in the background, answered by messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.background import Background, Cancel, paced
from tui.ledger.columns import haystacks
from tui.ledger.detail import Passage
from tui.ledger.scope import Scope
from tui.messages import ChecksFound, HitFetched, LedgerProgress, LedgerRead, PassageRead

if TYPE_CHECKING:
    from textual.message import Message

    from index.archive import Archive
    from index.check import Check
    from index.reported import Reported

AT_ONCE = 20
"""Articles that are checked before anything else gets its turn."""


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
            rows = self._archive.ledger(
                scope.query,
                sort=scope.sort,
                among=scope.among,
                voices=scope.voices,
                asked=scope.asked,
                cancelled=cancelled,
                progress=paced(lambda step: self._tell(LedgerProgress(step))),
            )
            names = {row.figure.unit for row in rows}
            units = {name: self._archive.unit_kind(name) for name in names}
            self._tell(LedgerRead(scope, rows, haystacks(rows), units))

        self._background.submit("ledger", work)

    def check(self, scope: Scope, rows: Sequence[Reported]) -> None:
        """Answers with ``ChecksFound``, again and again: what is shown of the figures by checks.

        First what they show beside each other, then article by article what each shows by itself.
        """

        def work(_cancelled: Cancel) -> None:
            self._tell(ChecksFound(scope, [c for c in self._archive.compared(rows) if c.warns]))
            self._check_articles(scope, list(dict.fromkeys(row.article for row in rows)))

        self._background.submit("checks", work)

    def _check_articles(self, scope: Scope, ids: Sequence[str]) -> None:
        """A few articles at a time, so that what is asked meanwhile does not wait for all."""

        def work(cancelled: Cancel) -> None:
            articles = map(self._archive.article, ids[:AT_ONCE])
            found = [each for one in articles for each in self._archive.checks(one) if each.warns]
            if found:
                self._tell(ChecksFound(scope, found))
            if not cancelled():
                self._check_articles(scope, ids[AT_ONCE:])

        if ids:
            self._background.submit("checks", work)

    def forget(self) -> None:
        """Stops the reading."""
        for kind in ("ledger", "checks", "passage"):
            self._background.cancel(kind)

    def passage(self, row: Reported, checks: Sequence[Check] = ()) -> None:
        """Answers with ``PassageRead``: the sentence of a figure, and what it was read from.

        With the sentences of the other figures in ``checks``.
        """

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
            others = tuple(dict.fromkeys(other for check in checks for other in check.others))
            printed_of = self._archive.sentences(others) if others else {}
            beside = tuple(
                (other, printed_of.get((other.article, other.figure.part, other.figure.start), ""))
                for other in others
            )
            self._tell(PassageRead(row, Passage(figure, sentence, max(start, 0), words, beside)))

        self._background.submit("passage", work)

    def hit(self, identifier: str, query: str) -> None:
        """Answers with ``HitFetched``: one article as a hit of ``query``."""

        def work(cancelled: Cancel) -> None:
            results = self._archive.search(query, among=[identifier], cancelled=cancelled)
            if results.hits:
                self._tell(HitFetched(results.hits[0]))

        self._background.submit("hit", work)
