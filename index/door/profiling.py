"""What the articles of an archive say, all together, of the entities that they name."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from index.article import Article, Progress
from index.door.searching import SearchingArchive
from index.errors import Cancelled
from index.summaries import EntitySummary


class ProfilingArchive(SearchingArchive):
    """Entities across the articles of an archive."""

    def summaries(
        self,
        ids: Sequence[str],
        kinds: Collection[str] = (),
        progress: Callable[[Progress], None] | None = None,
    ) -> list[EntitySummary]:
        """What the articles ``ids`` say of each entity that they name, the most named first.

        ``kinds`` keeps to these of agency, person, place, offence, law. ``progress`` hears of each
        article that was read.
        """
        from index.across import summaries

        return summaries(self._reported(ids, progress), kinds)

    def profile(
        self,
        kind: str,
        name: str,
        *,
        among: Sequence[str] | None = None,
        figures: int | None = None,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> EntitySummary | None:
        """What the archive, or the articles ``among``, say of one entity; None when none names it.

        The latest ``figures`` of its figures are given, all when None. ``progress`` hears of each
        article that was read.

        Raises:
            Cancelled: ``cancelled`` said so.
            ArchiveError: the index is unusable and cannot be rebuilt.
        """
        from index.across import profile

        found = self.search(
            self.narrow("", kind, name), among=among, snippets=False, cancelled=cancelled
        )
        ids = [hit.id for hit in found.hits]
        articles = self._reported(ids, progress, cancelled)
        return profile(kind, name, articles, figures=figures)

    def _reported(
        self,
        ids: Sequence[str],
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[Article]:
        """The articles ``ids``, with progress as the stage ``entities``."""
        for done, article in enumerate(self.articles(ids), 1):
            if cancelled is not None and cancelled():
                raise Cancelled
            yield article
            if progress is not None:
                progress(Progress("entities", done, len(ids)))
