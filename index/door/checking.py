"""What the figures of an archive show beside each other."""

from __future__ import annotations

from collections.abc import Iterable

from index.article import Article
from index.check import Check
from index.door.searching import SearchingArchive
from index.reported import Reported

Printed = tuple[str, str, int]
"""Where a figure stands: id of the article, part of it, and offset in that part."""


class CheckingArchive(SearchingArchive):
    """Checks of reported figures."""

    def checks(self, article: Article) -> tuple[Check, ...]:
        """What the figures of one article show beside each other, in the order of its text."""
        from index.checks.inside import inside

        return inside(article)

    def sentences(self, rows: Iterable[Reported]) -> dict[Printed, str]:
        """The sentences of ``rows``, by where they stand; each article is read once."""
        from index.language.sentences import sentence_at, sentences

        wanted: dict[str, set[tuple[str, int]]] = {}
        for row in rows:
            wanted.setdefault(row.article, set()).add((row.figure.part, row.figure.start))
        found: dict[Printed, str] = {}
        for article in self.articles(wanted):
            bounds = {part: sentences(article.part(part)) for part, _ in wanted[article.id]}
            for part, start in wanted[article.id]:
                span = sentence_at(bounds[part], start)
                words = article.part(part)[span[0] : span[1]] if span else ""
                found[article.id, part, start] = words
        return found
