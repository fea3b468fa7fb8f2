"""A page of what a search found, and the rows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from index.article import Diagnostic, Hit, Snippet
from index.errors import Cancelled
from index.search.nodes import ParsedQuery
from index.search.snippets import snippet
from index.store.reading import ArticleReader, Heading


@dataclass(frozen=True, slots=True)
class Page:
    """The exact numbers of hits and of voices, and a page of ids with their scores and copies."""

    total: int
    ids: tuple[str, ...]
    scores: tuple[float, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    voices: int = 0
    copies: tuple[int, ...] = ()


def hits_of(
    reader: ArticleReader,
    parsed: ParsedQuery,
    page: Page,
    snippets: bool,
    cancelled: Callable[[], bool] | None,
) -> tuple[Hit, ...]:
    """The rows of a page; without ``snippets``, nothing but their ids, scores and copies.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    scores = page.scores or (0.0,) * len(page.ids)
    copies = page.copies or (0,) * len(page.ids)
    rows = zip(page.ids, scores, copies, strict=True)
    if not snippets:
        return tuple(
            Hit(identifier, None, None, None, Snippet(""), score, copies=alike)
            for identifier, score, alike in rows
        )
    headings = reader.headings(page.ids)
    hits = []
    for identifier, score, alike in rows:
        if cancelled is not None and cancelled():
            raise Cancelled
        heading = headings.get(identifier)
        if heading is not None:
            hits.append(_hit(parsed, heading, score, alike))
    return tuple(hits)


def _hit(parsed: ParsedQuery, heading: Heading, score: float, copies: int) -> Hit:
    passage = snippet(parsed, heading.body)
    return Hit(
        heading.id,
        heading.title,
        heading.outlet,
        heading.published,
        passage,
        score,
        heading.tags,
        copies,
    )
