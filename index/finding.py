"""From the text of a query to a page of hits: the parser, the index and the database together."""

from __future__ import annotations

import dataclasses
import re
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from index.answers import Answers
from index.article import Article, Diagnostic, Figure, Hit, Mention, Progress, Results
from index.comparing import compare_anew
from index.errors import ArchiveError
from index.named import joined, named, wanted_figures
from index.paging import Page, hits_of
from index.results import Explanation
from index.search.highlight import highlight
from index.search.nodes import Everything, ParsedQuery
from index.search.query import parse
from index.search.voices import Voices
from index.store.copies import CopyTable
from index.store.database import Database, DatabaseError
from index.store.reading import ArticleReader

if TYPE_CHECKING:
    from index.indexing import KeptIndex
    from index.search.searcher import Found


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
        self._answers = Answers(database, reader)
        self._copies = CopyTable(database)
        self._grouped: tuple[int, dict[str, int]] | None = None
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
        exact: bool,
        cancelled: Callable[[], bool] | None,
        among: Sequence[str] | None,
        snippets: bool,
        typing: bool,
        voices: bool,
        progress: Callable[[Progress], None] | None,
    ) -> Results:
        """See ``Archive.search``."""
        begun = time.perf_counter()
        parsed = self._parsed(query, any_words, exact)
        ask = partial(
            self._page,
            limit=limit,
            offset=offset,
            sort=sort,
            cancelled=cancelled,
            among=among,
            voices=voices,
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
            as_prefix = self._parsed(longer, any_words, exact)
            better = ask(as_prefix)
            if better.total:
                searched, parsed, found = longer, as_prefix, better
            else:
                found = ask(parsed)
        return Results(
            query,
            parsed.understood,
            found.total,
            hits_of(self._reader, parsed, found, snippets, cancelled),
            offset,
            (*parsed.diagnostics, *found.diagnostics),
            parsed.complete,
            time.perf_counter() - begun,
            searched,
            found.voices,
            parsed.expansions,
        )

    def copies(self, identifier: str) -> tuple[Hit, ...]:
        """See ``Archive.copies``."""
        number = self._reader.number(identifier)
        ids = [] if number is None else self._reader.ids(self._copies.copies(number))
        return hits_of(
            self._reader, self._parsed("", False, False), Page(len(ids), tuple(ids)), True, None
        )

    def other_voices(self, ids: Sequence[str]) -> list[str]:
        """One article of each text that none of the articles ``ids`` carries."""
        groups = self._groups()
        known = set(ids)
        told = {groups[identifier] for identifier in ids if identifier in groups}
        found = self._voiced(self._reader.newest(), None, 0, voices=True).ids
        return [each for each in found if each not in known and groups.get(each) not in told]

    def texts(self) -> dict[str, int]:
        """Which articles carry one text, by id; an article that stands for itself is left out."""
        return dict(self._groups())

    def _groups(self, progress: Callable[[Progress], None] | None = None) -> dict[str, int]:
        """Which articles carry one text; read anew when the database has changed."""
        if self._grouped is None:
            # An archive of an older format knows no copies; one that cannot be written never will.
            with suppress(DatabaseError):
                compare_anew(self._database, progress)
        change = self._database.change
        if self._grouped is None or self._grouped[0] != change:
            self._grouped = (change, self._copies.all_groups())
        return self._grouped[1]

    def matches(self, query: str, article: Article, *, exact: bool) -> tuple[Mention, ...]:
        """See ``Archive.matches``."""
        parsed = self._parsed(query, False, exact)
        if parsed.failed:
            return ()
        words = highlight(parsed, article.title or "", article.body, article.captions)
        return joined(words, named(parsed.sought, article))

    def wanted_figures(self, query: str, *, any_words: bool = False) -> Callable[[Figure], bool]:
        """Whether a figure is one that ``query`` asks for; any is, where it asks for none."""
        return wanted_figures(self._parsed(query, any_words, False).node)

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

    def _parse(self, query: str, any_words: bool, exact: bool) -> ParsedQuery:
        return parse(query, any_words=any_words, saved=self._saved, exact=exact)

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
        voices: bool,
        progress: Callable[[Progress], None] | None,
        advise: bool = True,
    ) -> Page:
        if parsed.failed:
            return Page(0, ())
        if isinstance(parsed.node, Everything) and sort in ("relevance", "newest"):
            return self._everything(limit, offset, sort, among, voices)
        ask = partial(self._ask, parsed, sort, cancelled, progress, advise)
        if among is None:
            found = ask(limit, offset, voices)
            return Page(
                found.total,
                found.ids,
                found.scores,
                found.diagnostics,
                found.voices,
                found.copies,
            )
        found = ask(None, 0, False)
        wanted = set(among)
        kept = {
            identifier: score
            for identifier, score in zip(found.ids, found.scores, strict=True)
            if identifier in wanted
        }
        page = self._voiced(list(kept), limit, offset, voices)
        scores = tuple(kept[identifier] for identifier in page.ids)
        return dataclasses.replace(page, scores=scores, diagnostics=found.diagnostics)

    def _voiced(self, ids: Sequence[str], limit: int | None, offset: int, voices: bool) -> Page:
        """A page of ``ids``, all hits in their order; with ``voices`` each text stands there once.

        The first of the copies stands for them.
        """
        groups = self._groups()
        shared = Voices(groups, ids if groups else (), len(ids))
        rows = ids
        if voices and shared.members:
            hidden = shared.hidden(lambda members: members)
            rows = [identifier for identifier in ids if identifier not in hidden]
        page = tuple(rows[offset : None if limit is None else offset + limit])
        copies = tuple(shared.copies(identifier) for identifier in page)
        return Page(len(ids), page, voices=shared.count, copies=copies)

    def explain(self, query: str, *, any_words: bool, exact: bool) -> Explanation:
        """See ``Archive.explain``."""
        parsed = self._parsed(query, any_words, exact)
        found = self._page(
            parsed, limit=0, offset=0, sort="title", cancelled=None, among=None, voices=False,
            progress=None,
        )  # fmt: skip
        with self._lock:
            clauses = self._kept.searcher(self._answers).explain(parsed)
        return Explanation(
            query, parsed.understood, found.total, clauses, parsed.expansions,
            (*parsed.diagnostics, *found.diagnostics),
        )  # fmt: skip

    def _ask(
        self,
        parsed: ParsedQuery,
        sort: str,
        cancelled: Callable[[], bool] | None,
        progress: Callable[[Progress], None] | None,
        advise: bool,
        limit: int | None,
        offset: int,
        voices: bool,
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
                        groups=self._groups(progress),
                        voices=voices,
                    )
                except IndexUnusable as error:
                    self._kept.close()
                    failure = error
        raise ArchiveError(str(failure)) from failure

    def _everything(
        self,
        limit: int | None,
        offset: int,
        sort: str,
        among: Sequence[str] | None,
        voices: bool,
    ) -> Page:
        """All articles, without the index: the order in which they were named, or the newest."""
        if among is None:
            if self._groups():
                return self._voiced(self._reader.newest(), limit, offset, voices)
            total = self._reader.count()
            page = tuple(self._reader.newest(limit, offset))
            return Page(total, page, voices=total, copies=(0,) * len(page))
        ids = list(among)
        if sort == "newest":
            wanted = set(among)
            ids = [identifier for identifier in self._reader.newest() if identifier in wanted]
        return self._voiced(ids, limit, offset, voices)


_WORD_AT_END = re.compile(r"(?:^|[\s(])[^\W\d_]{2,}$")


def asks_for_all(query: str) -> bool:
    """Whether ``query`` means every article, as an empty one and ``*`` do."""
    return query.strip() in ("", "*")


def _still_typed(parsed: ParsedQuery) -> str | None:
    """The query with its last word left open, where it ends in a free word; else None."""
    if parsed.complete and not parsed.failed and _WORD_AT_END.search(parsed.text):
        return parsed.text + "*"
    return None
