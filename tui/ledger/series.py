"""Figures of one measure and one kind of unit over time, a series for each source."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.reported import Reported
from index.text import clean_line
from tui.ledger.amounts import ends, value

MOST_SERIES = 6
"""Sources that get a line of their own; the others are points together."""

Kind = tuple[str, str]
"""A measure and a kind of unit: only values of one kind are drawn together."""
UnitOf = Callable[[Reported], str]

SOURCES: dict[str, Callable[[Reported], str | None]] = {
    "outlet": lambda row: row.outlet,
    "speaker": lambda row: row.figure.speaker,
    "agency": lambda row: row.figure.agency,
}
"""What may be taken for the source of a figure, by the id of its column."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value at the end of its period: ``day`` and ``begin`` are days since year 1."""

    day: int
    begin: int
    value: float
    row: Reported


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one source in the order of time; the name is empty where none is known.

    ``others`` tells that it holds all the sources that have no series of their own.
    """

    name: str
    points: tuple[Point, ...]
    others: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, and how many rows are not: of another kind, without a period or a value."""

    kind: Kind
    series: tuple[Series, ...]
    other_kinds: int = 0
    undated: int = 0

    @property
    def points(self) -> list[tuple[int, Point]]:
        """Every point with the place of its series, in the order of time."""
        found = [(at, point) for at, each in enumerate(self.series) for point in each.points]
        return sorted(found, key=lambda pair: (pair[1].day, pair[0], pair[1].value))


def kinds(rows: Iterable[Reported], unit_of: UnitOf) -> list[Kind]:
    """The kinds of which something can be drawn, the most frequent first."""
    counted = Counter((row.figure.measure, unit_of(row)) for row in rows if _point(row) is not None)
    return [kind for kind, _ in counted.most_common()]


def picture(rows: Sequence[Reported], kind: Kind, source: str, unit_of: UnitOf) -> Picture:
    """The rows of ``kind``, a series for each ``source`` (a key of ``SOURCES``).

    A value that a source gives several times for one period is one point.
    """
    named: dict[str, dict[tuple[int, int, float], Point]] = defaultdict(dict)
    other_kinds = undated = 0
    for row in rows:
        if (row.figure.measure, unit_of(row)) != kind:
            other_kinds += 1
            continue
        point = _point(row)
        if point is None:
            undated += 1
            continue
        name = clean_line(SOURCES[source](row) or "")
        named[name].setdefault((point.begin, point.day, point.value), point)
    # A source that is not known is no source: it never gets a line.
    ranked = sorted(named, key=lambda name: (not name, -len(named[name]), name))
    own = [name for name in ranked[:MOST_SERIES] if name]
    series = [Series(name, _in_time(named[name].values())) for name in own]
    rest = [point for name in ranked if name not in own for point in named[name].values()]
    if rest:
        series.append(Series("", _in_time(rest), others=True))
    return Picture(kind, tuple(series), other_kinds, undated)


def _in_time(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(sorted(points, key=lambda point: (point.day, point.begin, point.value)))


def _point(row: Reported) -> Point | None:
    """The figure as a point; None where its value or its period is not known."""
    found = value(row.figure)
    first, last = ends(row.figure.period)
    begin, end = _day(first, last=False), _day(last, last=True)
    day = end if end is not None else _day(first, last=True)
    if found is None or day is None:
        return None
    return Point(day, begin if begin is not None else day, found, row)


def _day(iso: str, *, last: bool) -> int | None:
    """The first or the last day of an ISO date of any precision; None for what is none."""
    parts = iso[:10].split("-")
    try:
        year, *rest = (int(part) for part in parts)
        month = rest[0] if rest else (12 if last else 1)
        length = calendar.monthrange(year, month)[1]
        day = rest[1] if len(rest) > 1 else (length if last else 1)
        return datetime.date(year, month, day).toordinal()
    except (ValueError, IndexError, calendar.IllegalMonthError):
        return None
