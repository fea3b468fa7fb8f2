"""From the text of a query to a page of hits: the parser, the index and the database together."""

from __future__ import annotations

import dataclasses
import re
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from index.answers import Answers
from index.article import Article, Diagnostic, Hit, Mention, Progress, Results, Snippet
from index.errors import ArchiveError, Cancelled
from index.named import joined, named
from index.search.highlight import highlight
from index.search.nodes import Everything, ParsedQuery
from index.search.query import parse
from index.search.snippets import snippet
from index.store.database import Database
from index.store.reading import ArticleReader, Heading

if TYPE_CHECKING:
    from index.indexing import KeptIndex
    from index.search.searcher import Found


@dataclass(frozen=True, slots=True)
class Page:
    """The exact number of hits, and the ids of a page of them with their scores."""

    total: int
    ids: tuple[str, ...]
    scores: tuple[float, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Finder:
    """Searches one archive; safe to call from several threads, which take turns.

    Whoosh is loaded with the first query that needs it: the list of the newest does not.
    """

    def __init__(self, database: Database, reader: ArticleReader, folder: Path) -> None:
        self._database = database
        self._reader = reader
        self._folder = folder
        self._opened: KeptIndex | None = None
        self._lock = threading.RLock()
        self._answers = Answers(database)
        self._parsed = lru_cache(maxsize=64)(self._parse)

    @property
    def _kept(self) -> KeptIndex:
        if self._opened is None:
            from index.indexing import KeptIndex

            self._opened = KeptIndex(self._database, self._reader, self._folder)
        return self._opened

    def prepare(
        self,
        progress: Callable[[Progress], None] | None,
        *,
        rebuild: bool = False,
        warm: bool = False,
    ) -> None:
        """See ``Archive.prepare``."""
        from index.search.opening import IndexUnusable

        with self._lock:
            self._kept.bring_up_to_date(progress, rebuild=rebuild)
            if warm:
                # A damaged index is no concern of warming up: the first search mends it.
                with suppress(IndexUnusable):
                    self._kept.searcher(self._answers).warm()

    def search(
        self,
        query: str,
        *,
        limit: int | None,
        offset: int,
        sort: str,
        any_words: bool,
        cancelled: Callable[[], bool] | None,
        among: Sequence[str] | None,
        snippets: bool,
        typing: bool,
        progress: Callable[[Progress], None] | None,
    ) -> Results:
        """See ``Archive.search``."""
        begun = time.perf_counter()
        parsed = self._parsed(query, any_words)
        ask = partial(
            self._page,
            limit=limit,
            offset=offset,
            sort=sort,
            cancelled=cancelled,
            among=among,
            progress=progress,
        )
        if not typing and isinstance(parsed.node, Everything) and not asks_for_all(query):
            # "(" or "outlet:" says nothing; only while it is typed may it mean everything.
            said = parsed.diagnostics or (Diagnostic("says nothing to search for", 0, len(query)),)
            said = tuple(dataclasses.replace(each, fatal=True) for each in said)
            return Results(query, parsed.understood, 0, (), offset, said, False, searched=query)
        searched = query
        longer = _still_typed(parsed) if typing else None
        found = ask(parsed, advise=longer is None)
        if longer is not None and not found.total:
            # "korb" stands in no article, but "korban" will: the word under way is a beginning.
            as_prefix = self._parsed(longer, any_words)
            better = ask(as_prefix)
            if better.total:
                searched, parsed, found = longer, as_prefix, better
            else:
                found = ask(parsed)
        scores = dict(zip(found.ids, found.scores, strict=False))
        return Results(
            query,
            parsed.understood,
            found.total,
            self._hits(parsed, found.ids, scores, snippets, cancelled),
            offset,
            (*parsed.diagnostics, *found.diagnostics),
            parsed.complete,
            time.perf_counter() - begun,
            searched,
        )

    def matches(self, query: str, article: Article) -> tuple[Mention, ...]:
        """See ``Archive.matches``."""
        parsed = self._parsed(query, False)
        if parsed.failed:
            return ()
        words = highlight(parsed, article.title or "", article.body, article.captions)
        return joined(words, named(parsed.node, article))

    def check(self) -> tuple[str, ...]:
        """What is wrong with the index, a sentence each."""
        from index.search.opening import IndexUnusable

        with self._lock:
            try:
                self._kept.bring_up_to_date(None)
                indexed = self._kept.searcher(self._answers).count(parse("*"))
            except IndexUnusable as error:
                return (f"{error}: tppo-tui check --rebuild makes it anew",)
            except ArchiveError as error:
                return (str(error),)
        articles = self._reader.count()
        if indexed != articles:
            return (
                f"the index holds {indexed} articles, the database {articles}: "
                "tppo-tui check --rebuild makes it anew",
            )
        return ()

    def close(self) -> None:
        """Lets go of the index."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()

    def _parse(self, query: str, any_words: bool) -> ParsedQuery:
        return parse(query, any_words=any_words, saved=self._saved)

    def _saved(self, name: str) -> str | None:
        found = self._database.value("SELECT query FROM saved_searches WHERE name = ?", name)
        return None if found is None else str(found)

    def _page(
        self,
        parsed: ParsedQuery,
        *,
        limit: int | None,
        offset: int,
        sort: str,
        cancelled: Callable[[], bool] | None,
        among: Sequence[str] | None,
        progress: Callable[[Progress], None] | None,
        advise: bool = True,
    ) -> Page:
        if parsed.failed:
            return Page(0, ())
        if isinstance(parsed.node, Everything) and sort in ("relevance", "newest"):
            return self._everything(limit, offset, sort, among)
        if among is None:
            found = self._ask(parsed, limit, offset, sort, cancelled, progress, advise)
            return Page(found.total, found.ids, found.scores, found.diagnostics)
        found = self._ask(parsed, None, 0, sort, cancelled, progress, advise)
        return _kept_to(found, set(among), limit, offset)

    def _ask(
        self,
        parsed: ParsedQuery,
        limit: int | None,
        offset: int,
        sort: str,
        cancelled: Callable[[], bool] | None,
        progress: Callable[[Progress], None] | None,
        advise: bool,
    ) -> Found:
        """Asks the index; one that turns out to be damaged is rebuilt and asked again, once."""
        from index.search.opening import IndexUnusable

        with self._lock:
            # Another process may have put a new index in place of this one: opened anew, then
            # rebuilt, it is asked again.
            for attempt in range(3):
                self._kept.bring_up_to_date(progress, rebuild=attempt == 2)
                try:
                    return self._kept.searcher(self._answers).search(
                        parsed,
                        limit=limit,
                        offset=offset,
                        sort=sort,
                        cancelled=cancelled,
                        advise=advise,
                    )
                except IndexUnusable as error:
                    self._kept.close()
                    failure = error
        raise ArchiveError(str(failure)) from failure

    def _everything(
        self, limit: int | None, offset: int, sort: str, among: Sequence[str] | None
    ) -> Page:
        """All articles, without the index: the order in which they were named, or the newest."""
        if among is None:
            return Page(self._reader.count(), tuple(self._reader.newest(limit, offset)))
        ids = list(among)
        if sort == "newest":
            wanted = set(among)
            ids = [identifier for identifier in self._reader.newest() if identifier in wanted]
        return Page(len(ids), tuple(ids[offset : None if limit is None else offset + limit]))

    def _hits(
        self,
        parsed: ParsedQuery,
        ids: Sequence[str],
        scores: dict[str, float],
        snippets: bool,
        cancelled: Callable[[], bool] | None,
    ) -> tuple[Hit, ...]:
        if not snippets:
            return tuple(
                Hit(identifier, None, None, None, Snippet(""), scores.get(identifier, 0.0))
                for identifier in ids
            )
        headings = self._reader.headings(ids)
        hits = []
        for identifier in ids:
            if cancelled is not None and cancelled():
                raise Cancelled
            heading = headings.get(identifier)
            if heading is not None:
                hits.append(_hit(parsed, heading, scores.get(identifier, 0.0)))
        return tuple(hits)


def _kept_to(found: Found, among: set[str], limit: int | None, offset: int) -> Page:
    """``found`` without the ids that are not ``among``; the page is cut after that."""
    pairs = [pair for pair in zip(found.ids, found.scores, strict=True) if pair[0] in among]
    page = pairs[offset : None if limit is None else offset + limit]
    return Page(
        len(pairs),
        tuple(identifier for identifier, _ in page),
        tuple(score for _, score in page),
        found.diagnostics,
    )


_WORD_AT_END = re.compile(r"(?:^|[\s(])[^\W\d_]{2,}$")


def asks_for_all(query: str) -> bool:
    """Whether ``query`` means every article, as an empty one and ``*`` do."""
    return query.strip() in ("", "*")


def _still_typed(parsed: ParsedQuery) -> str | None:
    """The query with its last word left open, where it ends in a free word; else None."""
    if parsed.complete and not parsed.failed and _WORD_AT_END.search(parsed.text):
        return parsed.text + "*"
    return None


def _hit(parsed: ParsedQuery, heading: Heading, score: float) -> Hit:
    passage = snippet(parsed, heading.body)
    return Hit(
        heading.id,
        heading.title,
        heading.outlet,
        heading.published,
        passage,
        score,
        heading.tags,
    )
