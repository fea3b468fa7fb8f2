"""What the articles of an archive report in figures, row by row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from index.article import Figure, Progress
from index.check import Check
from index.door.opened import told
from index.door.searching import SearchingArchive
from index.reported import Reported


class LedgerArchive(SearchingArchive):
    """The ledger of figures."""

    @told
    def ledger(
        self,
        query: str = "",
        *,
        sort: str = "relevance",
        any_words: bool = False,
        among: Sequence[str] | None = None,
        voices: bool = False,
        asked: bool = False,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> list[Reported]:
        """The figures of all hits of ``query``, in the order of ``search`` and of each text.

        ``among`` keeps to these ids; with an empty query their order is kept. With ``voices`` a
        text that was printed several times is read once; ``asked`` keeps to the figures that the
        query itself asks for, where it asks for some (``angka:korban>100 periode:2023``).
        ``progress`` hears of each batch of articles as the stage ``ledger``. A query that cannot
        be run has no figures.

        Raises:
            Cancelled: ``cancelled`` said so.
            ArchiveError: the index is unusable and cannot be rebuilt.
        """
        from index.ledger import ledger

        found = self.search(
            query,
            sort=sort,
            any_words=any_words,
            among=among,
            voices=voices,
            snippets=False,
            cancelled=cancelled,
            progress=progress,
        )
        ids = [hit.id for hit in found.hits]
        rows = ledger(self._database, self._reader, ids, cancelled=cancelled, progress=progress)
        if asked:
            wanted = self.wanted_figures(query, any_words=any_words)
            rows = [row for row in rows if wanted(row.figure)]
        return rows

    @told
    def compared(self, rows: Sequence[Reported]) -> tuple[Check, ...]:
        """What figures show beside those of other articles; copies of a text are one witness."""
        from index.checks.across import across

        return across(rows, self._find.texts())

    def unit_kind(self, unit: str | None) -> str:
        """What a unit may stand beside: ``person`` for people by any name, else the unit itself."""
        from index.figures.kinds import unit_kind

        return unit_kind(unit)

    @told
    def wanted_figures(self, query: str, *, any_words: bool = False) -> Callable[[Figure], bool]:
        """Whether a figure is one that ``query`` asks for; any is, where it asks for none."""
        return self._find.wanted_figures(query, any_words=any_words)
