"""Which articles hold a figure of some measure, value or period."""

from __future__ import annotations

from collections.abc import Iterable

from index.store.batches import marks
from index.store.database import Database

Rejected = tuple[str, tuple[str, ...]]
"""The text of a figure that is none, and the articles in which it is none (none named: all)."""

# The number that was printed: its lower bound, or the upper one of "kurang dari N".
_VALUE = "coalesce(low, high)"


def articles_with_value(
    database: Database,
    measure: str | None = None,
    low: float | None = None,
    high: float | None = None,
    *,
    low_open: bool = False,
    high_open: bool = False,
    rejected: Iterable[Rejected] = (),
) -> set[str]:
    """Ids of the articles with a figure of ``measure`` (None = any) between ``low`` and ``high``.

    A bound of None is open; ``low_open`` and ``high_open`` leave the bound itself out, but for a
    figure that is itself open on that side: *lebih dari 100* satisfies ``> 100``. Figures that
    are ``rejected`` do not count.
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
    return _ids(database, conditions, parameters, rejected)


def articles_with_period(
    database: Database,
    low: str | None = None,
    high: str | None = None,
    *,
    none: bool = False,
    rejected: Iterable[Rejected] = (),
) -> set[str]:
    """Ids of the articles with a figure whose period overlaps the days ``low`` to ``high``.

    With ``none``, of those with a figure for which no period is given.
    """
    if none:
        return _ids(database, ["period IS NULL"], [], rejected)
    conditions, parameters = ["period IS NOT NULL"], list[object]()
    if low is not None:
        conditions.append("coalesce(period_last, '9999') >= ?")
        parameters.append(low)
    if high is not None:
        conditions.append("coalesce(period_first, '0000') <= ?")
        parameters.append(high)
    return _ids(database, conditions, parameters, rejected)


def _ids(
    database: Database,
    conditions: list[str],
    parameters: list[object],
    rejected: Iterable[Rejected],
) -> set[str]:
    for text, articles in rejected:
        among = f" AND id IN ({marks(articles)})" if articles else ""
        conditions.append(f"NOT (figures.text = ?{among})")
        parameters += [text, *articles]
    rows = database.connection.execute(
        "SELECT DISTINCT id FROM figures JOIN articles ON number = article"
        f" WHERE {' AND '.join(conditions)}",
        parameters,
    )
    return {row[0] for row in rows}
