"""What a figure of one article has in common with those of others that count the same."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from index.article import Figure
from index.checks.cues import cues
from index.checks.values import kind_of
from index.figures.units import same_unit
from index.reported import Reported

_CACHED = 50_000

Days = tuple[int, int]
"""The first and the last day of a period, as ordinals (``date.toordinal``)."""


@dataclass(frozen=True, slots=True)
class Key:
    """What two figures must share to be compared: measure, unit, whose count, and where."""

    measure: str
    kind: str
    unit: str
    source: str
    place: str


def key_of(figure: Figure) -> Key | None:
    """The key of a figure, or None for one that is compared with none.

    That are parts of a whole, amounts for each of something, and measures that count all sorts of
    things. The source is the body whose count it is, else who says so, else empty.
    """
    if figure.measure not in cues().compared or figure.per is not None:
        return None
    if figure.whole is not None or figure.breakdown is not None:
        return None
    unit = same_unit(figure.unit or "")
    place = figure.place or ""
    return Key(
        figure.measure,
        kind_of(figure),
        "" if unit in cues().generic else unit,
        figure.agency or figure.speaker or "",
        "" if place in cues().country else place,
    )


@lru_cache(_CACHED)
def days_of(period: str | None) -> tuple[int | None, int | None]:
    """The first and the last day of a period (``2024``, ``2024-03/2024-05``, ``2020/``)."""
    if not period:
        return None, None
    start, slash, end = period.partition("/")
    first = _day(start, last=False)
    return first, _day(end, last=True) if slash else _day(start, last=True)


def _day(text: str, *, last: bool) -> int | None:
    parts = text.partition("T")[0].split("-")
    if not parts[0].isdigit():
        return None
    try:
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else 12 if last else 1
        end = monthrange(year, month)[1] if last else 1
        return date(year, month, int(parts[2]) if len(parts) > 2 else end).toordinal()
    except ValueError:
        return None


def counted_days(row: Reported) -> Days | None:
    """The days that a figure can have counted: its period, as far as it had gone when the article
    was published. None where no period is known, or none that had begun."""
    first, last = days_of(row.figure.period)
    published = days_of((row.published or "")[:10])[1]
    if first is None:
        return None
    if last is None:
        last = published
    elif published is not None:
        last = min(last, published)
    return (first, last) if last is not None and first <= last else None
