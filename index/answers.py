"""What a search asks the database, because the index does not hold it."""

from __future__ import annotations

from index.search.nodes import FigureCondition, Period, Tag
from index.store.database import Database
from index.store.figures import articles_with_period, articles_with_value
from index.store.problems import articles_tagged
from index.store.reading import ArticleReader


class Answers:
    """What a search asks the database, because the index does not hold it."""

    def __init__(self, database: Database, reader: ArticleReader) -> None:
        self._database = database
        self._reader = reader

    def figures(self, condition: FigureCondition) -> set[str]:
        """Ids of the articles with such a figure."""
        return articles_with_value(
            self._database,
            condition.measure,
            condition.low,
            condition.high,
            low_open=condition.low_open,
            high_open=condition.high_open,
            rejected=self._reader.routes.rejected_figures,
        )

    def periods(self, condition: Period) -> set[str]:
        """Ids of the articles with a figure for such a period."""
        return articles_with_period(
            self._database,
            condition.low,
            condition.high,
            none=condition.undated,
            rejected=self._reader.routes.rejected_figures,
        )

    def tagged(self, condition: Tag) -> set[str]:
        """Ids of the articles with such a tag."""
        return articles_tagged(self._database, condition.name, prefix=condition.prefix)
