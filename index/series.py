"""Attention over time: how many articles of each month a search hits, and the share of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MonthCount:
    """One month of a series.

    ``month`` is ``2024-03``, ``2024`` where only the year is known, None for undated articles;
    ``hits`` of the archive's ``articles`` of that month were hit.
    """

    month: str | None
    hits: int
    articles: int

    @property
    def share(self) -> float:
        """The part of the month's articles that was hit, 0 to 1."""
        return self.hits / self.articles if self.articles else 0.0


def series(hits: Mapping[str | None, int], whole: Mapping[str | None, int]) -> Iterator[MonthCount]:
    """The months from the first hit to the last in which there are articles, the undated last.

    ``hits`` and ``whole`` (the archive) count articles by month. A month without a hit between
    others counts 0: a gap in attention is told from a gap in the archive, which has no line.
    """
    dated = sorted(month for month, number in hits.items() if month and number)
    if dated:
        for month in sorted(each for each in whole if each):
            if dated[0] <= month <= dated[-1]:
                yield MonthCount(month, hits.get(month, 0), whole[month])
    if hits.get(None):
        yield MonthCount(None, hits[None], whole.get(None, 0))
