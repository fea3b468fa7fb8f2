"""How many articles were published in each month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from index.store.batches import batches, marks
from index.store.database import Database

# The part of an ISO date that names its month; a date of which only the year is known stays one.
_MONTH = "substr(published, 1, 7)"


def articles_by_month(database: Database, ids: Iterable[str] | None = None) -> Counter[str | None]:
    """The number of articles by month of publication, ``None`` for the undated.

    Of the articles ``ids``, or of all. A key is ``2024-03``, or ``2024`` where no month is known.
    """
    found: Counter[str | None] = Counter()
    if ids is None:
        for month, number in database.connection.execute(
            f"SELECT {_MONTH}, count(*) FROM articles GROUP BY 1"
        ):
            found[month] = number
        return found
    for batch in batches(ids):
        for month, number in database.connection.execute(
            f"SELECT {_MONTH}, count(*) FROM articles WHERE id IN ({marks(batch)}) GROUP BY 1",
            batch,
        ):
            found[month] += number
    return found
