"""One telling number that several articles print for other periods, or of other things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from index.checks.cues import cues
from index.checks.scope import days_of, key_of
from index.checks.values import is_exact, value
from index.reported import Reported

# Smaller and rounder numbers come about twice.
_LEAST = 1000
_SIGNIFICANT = 3
# So many rows of one number are compared.
_WINDOW = 12


def recounted(rows: Iterable[Reported]) -> Iterator[tuple[str, Reported, Reported]]:
    """Pairs of rows that print one number of one measure and source: ``redated`` where its periods
    begin on other days, ``renamed`` where it counts things of another kind.

    Either the number was carried over to a period or a unit that it was not told of, or two counts
    came out alike, which a number of three digits and more that are no noughts seldom does.
    """
    alike: dict[tuple[str, str, float], list[Reported]] = defaultdict(list)
    for row in rows:
        key = key_of(row.figure)
        if key is not None and key.source and is_exact(row.figure) and _tells(value(row.figure)):
            alike[key.measure, key.source, value(row.figure)].append(row)
    for found in alike.values():
        distinct = _distinct(found)
        for at, one in enumerate(distinct):
            for other in distinct[:at]:
                verdict = _differs(one, other)
                if verdict is not None and one.article != other.article:
                    yield verdict, one, other


def _tells(number: float) -> bool:
    whole = number >= _LEAST and number == int(number)
    return whole and len(str(int(number)).rstrip("0")) >= _SIGNIFICANT


def _distinct(rows: Iterable[Reported]) -> list[Reported]:
    """The first row of each unit and period, no more than are compared."""
    found: dict[tuple[str, str | None], Reported] = {}
    for row in sorted(rows, key=lambda row: (row.published or "", row.article, row.figure.start)):
        key = key_of(row.figure)
        if key is not None:
            found.setdefault((key.unit, row.figure.period), row)
    return list(found.values())[:_WINDOW]


def _differs(one: Reported, other: Reported) -> str | None:
    keys = key_of(one.figure), key_of(other.figure)
    if keys[0] is None or keys[1] is None or keys[0].place != keys[1].place:
        return None
    units = {keys[0].unit, keys[1].unit} - {""}
    if one.figure.measure in cues().single and (
        keys[0].kind != keys[1].kind or (len(units) > 1 and keys[0].kind == "document")
    ):
        return "renamed"
    days = days_of(one.figure.period)[0], days_of(other.figure.period)[0]
    return "redated" if None not in days and days[0] != days[1] else None
