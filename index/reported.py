"""A figure with the article that reports it: a row of the ledger, and what checks compare."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Figure


@dataclass(frozen=True, slots=True)
class Reported:
    """One figure of one article.

    ``published`` is the article's ISO date at the precision that is known, or None. The sentence
    of the figure is not held: the article is asked for it where it is shown.
    """

    figure: Figure
    article: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
