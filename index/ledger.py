"""All figures that a set of articles reports, as the corrections have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from index.article import Article, Progress
from index.corrections.routes import Routes, folded
from index.errors import Cancelled
from index.reported import Reported
from index.store.batches import batches
from index.store.concerned import articles_concerned
from index.store.database import Database
from index.store.ledger import FigureReader
from index.store.reading import ArticleReader


def ledger(
    database: Database,
    reader: ArticleReader,
    ids: Sequence[str],
    *,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> list[Reported]:
    """The figures of the articles ``ids``, in that order and in the order of each text.

    They are read from their own table, a batch at a time; only an article that a correction can
    concern is read whole, because what a speaker is called may depend on all that is named there.

    Raises:
        Cancelled: ``cancelled`` said so.
    """
    figures, routes = FigureReader(database), reader.routes
    aliased = set(articles_concerned(database, (), routes.alias_forms))
    rows: list[Reported] = []
    done = 0
    for batch in batches(ids):
        if cancelled is not None and cancelled():
            raise Cancelled
        found = figures.reported(batch)
        concerned = [each for each in batch if each in aliased or _concerned(found[each], routes)]
        for article in reader.articles(concerned):
            found[article.id] = list(reported(article))
        for identifier in batch:
            rows += found[identifier]
        done += len(batch)
        if progress is not None:
            progress(Progress("ledger", done, len(ids)))
    return rows


def reported(article: Article) -> Iterator[Reported]:
    """The figures of an article that is at hand, in the order of its text."""
    for figure in article.annotations.figures:
        yield Reported(
            figure, article.id, article.title, article.outlet, article.published, article.url
        )


def _concerned(rows: Iterable[Reported], routes: Routes) -> bool:
    """Whether a correction names what one of the figures carries."""
    if not routes:
        return False
    return any(
        not routes.subjects.isdisjoint((folded(f.text), f.speaker, f.place, f.agency))
        for f in (row.figure for row in rows)
    )
