"""What a search asks the database, because the index does not hold it."""

from __future__ import annotations

from index.search.nodes import FigureCondition, OneFigure, Period, Tag
from index.store.database import Database
from index.store.figures import Condition, any_of, articles_with, with_period, with_value
from index.store.problems import articles_tagged
from index.store.reading import ArticleReader


class Answers:
    """What a search asks the database, because the index does not hold it."""

    def __init__(self, database: Database, reader: ArticleReader) -> None:
        self._database = database
        self._reader = reader

    def figures(self, condition: FigureCondition) -> set[str]:
        """Ids of the articles with such a figure."""
        return self._with(_value(condition))

    def periods(self, condition: Period) -> set[str]:
        """Ids of the articles with a figure for such a period."""
        return self._with(_period(condition))

    def one_figure(self, condition: OneFigure) -> set[str]:
        """Ids of the articles with one figure that meets all of it."""
        return self._with(
            any_of(map(_value, condition.conditions)),
            *(any_of(map(_period, periods)) for periods in condition.periods),
        )

    def tagged(self, condition: Tag) -> set[str]:
        """Ids of the articles with such a tag."""
        return articles_tagged(self._database, condition.name, prefix=condition.prefix)

    def _with(self, *conditions: Condition) -> set[str]:
        return articles_with(self._database, conditions, self._reader.routes.rejected_figures)


def _value(condition: FigureCondition) -> Condition:
    return with_value(
        condition.measure,
        condition.low,
        condition.high,
        low_open=condition.low_open,
        high_open=condition.high_open,
    )


def _period(condition: Period) -> Condition:
    return with_period(condition.low, condition.high, none=condition.undated)
