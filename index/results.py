"""The plain records of a search: hits, the page of them, and what the query was understood as."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a query did not say well: a sentence for the user, and the span it is about."""

    message: str
    start: int = 0
    end: int = 0
    fatal: bool = False


def any_fatal(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a query with these diagnostics cannot be run."""
    return any(diagnostic.fatal for diagnostic in diagnostics)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article with the spans (into ``text``) where the query matched."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of a result list.

    ``copies`` is the number of other hits of the same query that carry the same text.
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: Snippet
    score: float = 0.0
    tags: tuple[str, ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Expansion:
    """What was searched besides ``typed``, the words from ``start`` to ``end`` of the query.

    ``forms`` mean the same: an acronym or what it stands for, another spelling, a body's name
    before or after (then with the time in which it was so called: ``BP2MI (2020-02..2024-10-20)``).
    """

    typed: str
    forms: tuple[str, ...]
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a query as it was searched: in the query language, with its hits.

    ``kind`` is all, any, none, word, prefix, similar, phrase, near, saved or filter, ``depth`` the
    number of clauses around it. ``words`` are the printed forms that a word stood for, each with
    the number of articles that hold it. ``start`` and ``end`` are its place in what was typed.
    """

    text: str
    hits: int
    depth: int
    kind: str
    words: tuple[tuple[str, int], ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a search did: the query as typed and as understood, its clauses, what was added."""

    query: str
    understood: str
    total: int
    clauses: tuple[Clause, ...]
    expansions: tuple[Expansion, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        """Whether the query could not be run."""
        return any_fatal(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits and what the search understood.

    ``searched`` is the query that was run: ``query``, or while somebody types ``query`` with its
    last word left open (``korb*``). ``understood`` is the query as it was read, in the query
    language itself; ``total`` the exact number of hits; ``hits`` the page from ``offset`` on;
    ``elapsed`` seconds. ``complete`` is False for a query that is still being typed (an open
    quote or bracket, a bare ``field:``).
    A query with a fatal diagnostic has no hits and ``total`` 0. ``voices`` is the number of hits
    when copies of one text count once; where only voices were asked for, the page holds one hit
    of each, the first of its copies in the order of the page. ``expansions`` are what was searched
    besides the words of the query.
    """

    query: str
    understood: str
    total: int
    hits: tuple[Hit, ...]
    offset: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    complete: bool = True
    elapsed: float = 0.0
    searched: str = ""
    voices: int = 0
    expansions: tuple[Expansion, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the query could not be run."""
        return any_fatal(self.diagnostics)
