"""Figures straight from their table, without the articles that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from index.article import Figure
from index.reported import Reported
from index.store.batches import marks
from index.store.database import Database
from index.store.facts import unpacked_figure

# The columns of a figure that the names of the archive fill: each is kept in memory once.
_FEW = slice(3, 9)
_REASONS = "$.reasons"


class FigureReader:
    """Reads figures of ``database`` in batches; equal words of several figures are one string."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._words: dict[Any, Any] = {}
        self._facts: dict[str, dict[str, Any]] = {}

    def reported(self, ids: Sequence[str]) -> dict[str, list[Reported]]:
        """The figures of the articles ``ids``, by id, as they were found; unknown ids are left out.

        ``Figure.reasons`` is left out: it is most of what a figure weighs, and only who reads one
        figure asks for it. One call asks for all articles at once: no more than a batch.
        """
        headings: dict[int, tuple[Any, ...]] = {
            number: heading
            for number, *heading in self._database.connection.execute(
                "SELECT number, id, title, outlet, published, url FROM articles"
                f" WHERE id IN ({marks(ids)})",
                ids,
            )
        }
        found: dict[str, list[Reported]] = defaultdict(list)
        word = self._words.setdefault
        for article, *row, agency, facts in self._database.connection.execute(
            "SELECT article, text, low, high, unit, what, measure, period, place, speaker, part,"
            ' start, "end", agency, json_remove(facts, ?) FROM figures'
            f" WHERE article IN ({marks(list(headings))}) ORDER BY article, rowid",
            [_REASONS, *headings],
        ):
            row[_FEW] = [word(each, each) for each in row[_FEW]]
            identifier, title, outlet, published, url = headings[article]
            more = {**self._unpacked(facts), "agency": word(agency, agency)}
            figure = Figure(*row, **more)
            found[identifier].append(
                Reported(figure, identifier, title, word(outlet, outlet), published, url)
            )
        return found

    def _unpacked(self, facts: str) -> dict[str, Any]:
        known = self._facts.get(facts)
        if known is None:
            known = self._facts[facts] = unpacked_figure(facts)
        return known
