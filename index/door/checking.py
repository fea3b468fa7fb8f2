"""What the figures of an archive show beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from index.article import Article, Progress
from index.check import Check, Total
from index.door.ledger import LedgerArchive
from index.door.opened import told
from index.reported import Reported

Printed = tuple[str, str, int]
"""Where a figure stands: id of the article, part of it, and offset in that part."""


class CheckingArchive(LedgerArchive):
    """Checks of reported figures, and their totals."""

    def checks(self, article: Article) -> tuple[Check, ...]:
        """What the figures of one article show beside each other, in the order of its text."""
        from index.checks.inside import inside

        return inside(article)

    @told
    def compared(self, rows: Iterable[Reported]) -> tuple[Check, ...]:
        """What figures of several articles show beside each other, in the order of ``rows``.

        Copies of one text are one witness.
        """
        from index.checks.across import across
        from index.store.copies import CopyTable

        return across(rows, CopyTable(self._database).all_groups())

    def compared_among(
        self, ids: Sequence[str], progress: Callable[[Progress], None] | None = None
    ) -> tuple[Check, ...]:
        """``compared`` over the figures of the articles ``ids``; nothing for fewer than two."""
        if len(ids) < 2:
            return ()
        return self.compared(self.ledger(among=ids, progress=progress))

    def totals(
        self, ids: Sequence[str], progress: Callable[[Progress], None] | None = None
    ) -> tuple[Total, ...]:
        """The totals that the figures of the articles ``ids`` allow, and what each leaves out.

        Over disjoint periods of one measure, unit, source and place only.
        """
        from index.checks.totals import totals

        return totals(self.ledger(among=ids, progress=progress))

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
