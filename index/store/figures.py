"""Which articles hold a figure of some measure, value or period, or of all of these at once."""

from __future__ import annotations

from collections.abc import Iterable

from index.store.batches import marks
from index.store.database import Database

Rejected = tuple[str, tuple[str, ...]]
"""The text of a figure that is none, and the articles in which it is none (none named: all)."""

# The number that was printed: its lower bound, or the upper one of "kurang dari N".
_VALUE = "coalesce(low, high)"


Condition = tuple[str, list[object]]
"""A condition in SQL on a row of ``figures``, and its parameters."""


def with_value(
    measure: str | None = None,
    low: float | None = None,
    high: float | None = None,
    *,
    low_open: bool = False,
    high_open: bool = False,
) -> Condition:
    """A figure of ``measure`` (None = any) between ``low`` and ``high``.

    A bound of None is open; ``low_open`` and ``high_open`` leave the bound itself out, but for a
    figure that is itself open on that side: *lebih dari 100* satisfies ``> 100``.
    """
    conditions, parameters = ["1"], list[object]()
    if measure is not None:
        conditions.append("measure = ?")
        parameters.append(measure)
    if low is not None:
        edge = "high IS NULL" if low_open else "1"
        conditions.append(f"({_VALUE} > ? OR ({_VALUE} = ? AND {edge}))")
        parameters += [low, low]
    if high is not None:
        edge = "low IS NULL" if high_open else "1"
        conditions.append(f"({_VALUE} < ? OR ({_VALUE} = ? AND {edge}))")
        parameters += [high, high]
    return " AND ".join(conditions), parameters


def with_period(
    low: str | None = None, high: str | None = None, *, none: bool = False
) -> Condition:
    """A figure whose period overlaps the days ``low`` to ``high``; with ``none``, one without."""
    if none:
        return "period IS NULL", []
    conditions, parameters = ["period IS NOT NULL"], list[object]()
    if low is not None:
        conditions.append("coalesce(period_last, '9999') >= ?")
        parameters.append(low)
    if high is not None:
        conditions.append("coalesce(period_first, '0000') <= ?")
        parameters.append(high)
    return " AND ".join(conditions), parameters


def any_of(conditions: Iterable[Condition]) -> Condition:
    """A figure that meets one of ``conditions``."""
    found = list(conditions)
    text = " OR ".join(f"({each})" for each, _ in found)
    return f"({text})", [parameter for _, parameters in found for parameter in parameters]


def articles_with(
    database: Database, conditions: Iterable[Condition], rejected: Iterable[Rejected] = ()
) -> set[str]:
    """Ids of the articles with one figure that meets all of ``conditions``.

    Figures that are ``rejected`` do not count.
    """
    texts, parameters = list[str](), list[object]()
    for text, values in conditions:
        texts.append(text)
        parameters += values
    for printed, articles in rejected:
        among = f" AND id IN ({marks(articles)})" if articles else ""
        texts.append(f"NOT (figures.text = ?{among})")
        parameters += [printed, *articles]
    rows = database.connection.execute(
        "SELECT DISTINCT id FROM figures JOIN articles ON number = article"
        f" WHERE {' AND '.join(texts)}",
        parameters,
    )
    return {row[0] for row in rows}
