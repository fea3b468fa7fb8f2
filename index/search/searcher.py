"""Running parsed queries over the index."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.language.stems import stem
from index.results import Clause, Diagnostic
from index.search.advice import advice
from index.search.evaluation import Evaluation, Hits, Resolver
from index.search.explaining import clauses
from index.search.nodes import ParsedQuery
from index.search.opening import open_index, reading_index
from index.search.postings import Postings
from index.search.voices import Voices

# Forms of words whose stems are learnt ahead: a quarter of a second of work in the background.
MOST_WARMED = 100_000
Groups = Mapping[str, int]
SORTS = ("relevance", "newest", "oldest", "title", "outlet")


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the exact ``total``, and the ids of the page asked for, in order.

    ``scores`` and ``copies`` (how many other hits carry the same text) belong to ``ids``; scores
    are 0 in every order but ``relevance``. ``voices`` is the number of hits when copies count
    once. ``diagnostics`` are those of the search itself (unknown words, clauses without hits),
    not of the parser.
    """

    total: int
    ids: tuple[str, ...]
    scores: tuple[float, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    voices: int = 0
    copies: tuple[int, ...] = ()


class Searcher:
    """Searches the index in ``folder``; one per thread, for a reader has one place in its files.

    ``resolver`` answers for figures, periods and tags, which the index does not hold; without
    it such clauses find nothing.
    """

    def __init__(self, folder: Path, resolver: Resolver | None = None) -> None:
        self._folder = folder
        self._resolver = resolver
        self._postings: Postings | None = None
        self._opened: Any = None
        self._generation: int | None = None
        self._groups: tuple[Postings, Groups, dict[int, int]] | None = None

    def search(
        self,
        parsed: ParsedQuery,
        *,
        limit: int | None = None,
        offset: int = 0,
        sort: str = "relevance",
        cancelled: Callable[[], bool] | None = None,
        advise: bool = True,
        groups: Groups | None = None,
        voices: bool = False,
    ) -> Found:
        """The articles that ``parsed`` finds, ``limit`` of them from ``offset`` on.

        ``sort`` is one of ``SORTS``; ties come newest first, then by id. ``cancelled`` is asked
        every few hundred postings. A failed query finds nothing. ``advise`` adds diagnostics
        about words and clauses that find nothing. ``groups`` says by id which articles carry one
        text; with ``voices`` the first of each such group stands for all of it.

        Raises:
            Cancelled: ``cancelled`` said yes.
            IndexUnusable: the index is missing or damaged.
            ValueError: ``sort`` is no order.
        """
        if sort not in SORTS:
            raise ValueError(f"{sort!r} is no order; known are {', '.join(SORTS)}")
        if parsed.failed:
            return Found(0, (), ())
        postings = self._fresh()
        postings.cancelled = cancelled or (lambda: False)
        evaluation = Evaluation(postings, self._resolver, scored=sort == "relevance")
        hits = evaluation.hits(parsed.sought)
        of_documents = self._grouped(postings, groups or {})
        shared = Voices(of_documents, (each for each in of_documents if each in hits), len(hits))
        rows = hits
        if voices and shared.members:
            hidden = shared.hidden(
                lambda members: _page(
                    postings, {each: hits[each] for each in members}, sort, None, 0
                )
            )
            rows = {each: score for each, score in hits.items() if each not in hidden}
        page = _page(postings, rows, sort, limit, max(offset, 0))
        notes = [Diagnostic(message, *span) for message, span in evaluation.notes]
        if advise:
            notes.extend(advice(parsed, evaluation, postings))
        return Found(
            len(hits),
            tuple(postings.identifier(document) for document in page),
            tuple(hits[document] for document in page),
            tuple(notes),
            shared.count,
            tuple(shared.copies(document) for document in page),
        )

    def _grouped(self, postings: Postings, groups: Groups) -> dict[int, int]:
        """``groups`` by document; kept as long as the postings and the groups are the same."""
        if not groups:
            return {}
        if self._groups is None or self._groups[0] is not postings or self._groups[1] is not groups:
            documents = {
                document: group
                for document in range(len(postings.column("id")))
                if (group := groups.get(postings.identifier(document))) is not None
            }
            self._groups = (postings, groups, documents)
        return self._groups[2]

    def count(self, parsed: ParsedQuery) -> int:
        """How many articles ``parsed`` finds; quicker than a search."""
        if parsed.failed:
            return 0
        postings = self._fresh()
        postings.cancelled = lambda: False
        return len(Evaluation(postings, self._resolver, scored=False).hits(parsed.sought))

    def explain(self, parsed: ParsedQuery) -> tuple[Clause, ...]:
        """The clauses of what ``parsed`` searches, each with its hits; none of a failed query.

        Raises:
            IndexUnusable: the index is missing or damaged.
        """
        if parsed.failed:
            return ()
        postings = self._fresh()
        postings.cancelled = lambda: False
        return clauses(parsed.sought, Evaluation(postings, self._resolver, scored=False), postings)

    def warm(self) -> None:
        """Loads what the first search would wait for: the stemmer, the forms of the words.

        Raises:
            IndexUnusable: the index is missing or damaged.
        """
        stem("pemanasan")
        self._fresh().remember_forms(MOST_WARMED)

    def close(self) -> None:
        """Closes the index; the next search opens it again."""
        if self._postings is not None:
            self._postings.close()
            self._postings = None

    def _fresh(self) -> Postings:
        """The postings of the newest generation of the index."""
        if self._opened is None or self._postings is None:
            self._opened = open_index(self._folder)
        elif not self._outdated():
            return self._postings
        else:
            self.close()
            self._opened = open_index(self._folder)
        with reading_index():
            reader = self._opened.reader()
            self._generation = reader.generation()
            self._postings = Postings(reader)
        return self._postings

    def _outdated(self) -> bool:
        with reading_index():
            return bool(self._opened.latest_generation() != self._generation)


def _page(postings: Postings, hits: Hits, sort: str, limit: int | None, offset: int) -> list[int]:
    if limit is not None and limit <= 0:
        return []
    candidates = list(hits)
    end = None if limit is None else offset + limit
    if sort == "relevance" and end is not None and end < len(hits):
        # Only what may be on the page has to be ordered by date and id as well.
        least = heapq.nlargest(end, hits.values())[-1]
        candidates = [document for document, score in hits.items() if score >= least]
    published, identifiers = postings.column("published"), postings.column("id")
    candidates.sort(key=identifiers.__getitem__)
    if sort == "oldest":
        candidates.sort(key=lambda document: (not published[document], published[document]))
    else:
        candidates.sort(key=published.__getitem__, reverse=True)
    if sort == "relevance":
        candidates.sort(key=hits.__getitem__, reverse=True)
    elif sort in ("title", "outlet"):
        keys = postings.column(f"{sort}_key")
        candidates.sort(key=lambda document: (not keys[document], keys[document]))
    return candidates[offset:end]
