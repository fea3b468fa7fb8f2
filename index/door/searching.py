"""Queries in, hits out: the search of an archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.article import Article, Hit, Mention, Progress, Results
from index.concordance import CONTEXT, Line, concordance
from index.door.opened import told
from index.door.reading import ReadingArchive
from index.results import Explanation
from index.series import MonthCount, series

SORTS = ("relevance", "newest", "oldest", "title", "outlet")


class SearchingArchive(ReadingArchive):
    """What an archive finds; searches take turns, reading does not wait."""

    @told
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

    @told
    def search(
        self,
        query: str,
        *,
        limit: int | None = None,
        offset: int = 0,
        sort: str = "relevance",
        any_words: bool = False,
        exact: bool = False,
        cancelled: Callable[[], bool] | None = None,
        among: Sequence[str] | None = None,
        snippets: bool = True,
        typing: bool = False,
        voices: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> Results:
        """The hits of ``query``: the exact total, and the page from ``offset`` of ``limit`` hits.

        An empty query lists everything, the newest first. ``sort`` is one of ``SORTS``;
        ``any_words`` joins bare words by OR; ``exact`` takes words as printed, without their other
        forms and without what means the same; ``among`` keeps to these ids, in their order as long
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
            exact=exact,
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
        exact: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> Results:
        """The number of hits of ``query`` (``total``), without a page of them."""
        return self.search(
            query, limit=0, any_words=any_words, exact=exact, snippets=False, progress=progress
        )

    @told
    def explain(self, query: str, *, any_words: bool = False, exact: bool = False) -> Explanation:
        """What a search for ``query`` does: its clauses with their hits, and what was added to it.

        Raises:
            ArchiveError: the index is unusable and cannot be rebuilt.
        """
        self._corrections.refresh()
        return self._find.explain(query, any_words=any_words, exact=exact)

    @told
    def series(self, ids: Sequence[str], *, voices: bool = False) -> tuple[MonthCount, ...]:
        """How many of the articles ``ids`` each month has, beside all articles of that month.

        With ``voices``, ``ids`` has one article of each text, and of the archive each counts once.
        """
        from index.store.months import articles_by_month

        hits = articles_by_month(self._database, ids)
        if not voices:
            return tuple(series(hits, articles_by_month(self._database)))
        others = self._find.other_voices(ids)
        return tuple(series(hits, hits + articles_by_month(self._database, others)))

    def concordance(
        self, query: str, article: Article, context: int = CONTEXT, *, exact: bool = False
    ) -> Iterator[Line]:
        """A line for each place where ``query`` matched in ``article``, in reading order.

        ``context`` is the most characters that are given on either side of it.
        """
        return concordance(article, self.matches(query, article, exact=exact), context)

    def matches(self, query: str, article: Article, *, exact: bool = False) -> tuple[Mention, ...]:
        """Where ``query`` matched in ``article``: title, captions and body, in reading order."""
        return self._find.matches(query, article, exact=exact)

    def copies(self, identifier: str) -> tuple[Hit, ...]:
        """The other articles that carry the text of an article, the earliest published first."""
        return self._find.copies(identifier)

    def narrow(self, query: str, field: str, value: str) -> str:
        """``query`` with one more condition, as text: ``field`` must hold ``value``.

        ``field`` is one of agency, person, place, law, offence, figure, tag, outlet.
        """
        from index.narrowing import narrow

        return narrow(query, field, value)
