"""From the text of a query to a page of hits: the parser, the index and the database together."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from index.article import Article, Diagnostic, Hit, Mention, Progress, Results, Snippet
from index.errors import ArchiveError, Cancelled
from index.indexing import KeptIndex
from index.search.highlight import highlight
from index.search.nodes import Everything, FigureCondition, ParsedQuery, Period
from index.search.query import parse
from index.search.snippets import snippet
from index.store.database import Database
from index.store.figures import articles_with_period, articles_with_value
from index.store.reading import ArticleReader, Heading


class Finder:
    """Searches one archive; safe to call from several threads, which take turns."""

    def __init__(self, database: Database, reader: ArticleReader, folder: Path) -> None:
        self._database = database
        self._reader = reader
        self._kept = KeptIndex(database, reader, folder)
        self._lock = threading.RLock()
        self._parsed = lru_cache(maxsize=64)(self._parse)

    def prepare(
        self, progress: Callable[[Progress], None] | None, *, rebuild: bool = False
    ) -> None:
        """Brings the index in step with the database (see ``KeptIndex``)."""
        with self._lock:
            self._kept.bring_up_to_date(progress, rebuild=rebuild)

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
        progress: Callable[[Progress], None] | None,
    ) -> Results:
        """See ``Archive.search``."""
        begun = time.perf_counter()
        parsed = self._parsed(query, any_words)
        if parsed.failed:
            return Results(query, parsed.understood, 0, (), offset, parsed.diagnostics, False)
        diagnostics: tuple[Diagnostic, ...] = parsed.diagnostics
        scores: dict[str, float] = {}
        if isinstance(parsed.node, Everything) and sort in ("relevance", "newest"):
            total, ids = self._everything(limit, offset, sort, among)
        else:
            with self._lock:
                self._kept.bring_up_to_date(progress)
                found = self._kept.searcher(self._figure_ids).search(
                    parsed,
                    limit=limit,
                    offset=offset,
                    sort=sort,
                    cancelled=cancelled,
                    among=among,
                )
            total, ids = found.total, found.ids
            scores = dict(zip(found.ids, found.scores, strict=True))
            diagnostics = (*diagnostics, *found.diagnostics)
        hits = self._hits(parsed, ids, scores, snippets, cancelled)
        return Results(
            query,
            parsed.understood,
            total,
            hits,
            offset,
            diagnostics,
            parsed.complete,
            time.perf_counter() - begun,
        )

    def matches(self, query: str, article: Article) -> tuple[Mention, ...]:
        """See ``Archive.matches``."""
        parsed = self._parsed(query, False)
        if parsed.failed:
            return ()
        return tuple(highlight(parsed, article.title or "", article.body, article.captions))

    def check(self) -> tuple[str, ...]:
        """What is wrong with the index, a sentence each."""
        with self._lock:
            try:
                self._kept.bring_up_to_date(None)
                indexed = self._kept.searcher(self._figure_ids).count_all()
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
            self._kept.close()

    def _parse(self, query: str, any_words: bool) -> ParsedQuery:
        return parse(query, any_words=any_words, saved=self._saved)

    def _saved(self, name: str) -> str | None:
        found = self._database.value("SELECT query FROM saved_searches WHERE name = ?", name)
        return None if found is None else str(found)

    def _figure_ids(self, condition: FigureCondition | Period) -> set[str]:
        if isinstance(condition, Period):
            return articles_with_period(
                self._database, condition.low, condition.high, none=condition.undated
            )
        return articles_with_value(
            self._database,
            condition.measure,
            condition.low,
            condition.high,
            low_open=condition.low_open,
            high_open=condition.high_open,
        )

    def _everything(
        self, limit: int | None, offset: int, sort: str, among: Sequence[str] | None
    ) -> tuple[int, list[str]]:
        """All articles, without the index: the order in which they were named, or the newest."""
        if among is None:
            return self._reader.count(), self._reader.newest(limit, offset)
        ids = list(among)
        if sort == "newest":
            wanted = set(among)
            ids = [identifier for identifier in self._reader.newest() if identifier in wanted]
        return len(ids), ids[offset : None if limit is None else offset + limit]

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


# The names under which the interface adds conditions: the Indonesian ones, as analysts write them.
FIELDS = {
    "agency": "lembaga",
    "person": "tokoh",
    "place": "tempat",
    "law": "uu",
    "offence": "tindak",
    "figure": "angka",
    "tag": "tag",
    "outlet": "sumber",
}


def narrow(query: str, field: str, value: str) -> str:
    """``query`` with one more condition; unchanged when the condition is there already.

    A query with an open OR is put in brackets first, so that the condition holds for all of it.
    """
    if field != "figure":
        plain = value.replace('"', " ").strip()
        value = f'"{plain}"' if any(not (c.isalnum() or c in "/-_") for c in plain) else plain
    condition = f"{FIELDS[field]}:{value}"
    query = query.strip()
    if condition in query:
        return query
    if not query or query == "*":
        return condition
    parsed = parse(query)
    closed = parsed.understood if not parsed.complete else query
    if type(parsed.node).__name__ == "Or":
        closed = f"({closed})"
    return f"{closed} {condition}"
