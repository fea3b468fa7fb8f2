"""Dates as an analyst types them in a query: ``2024-01..2024-03``, ``maret-2024``, ``>=2024``."""

from __future__ import annotations

import calendar
import re

# Names of months in Indonesian and English, with the short forms of the press.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt ags agus aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[-/])?(\d{1,2})[-/](\d{4})", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})[-\s/]+)?([a-z]{3,9})[-\s/]+(\d{4})", re.ASCII)
_COMPARISON = re.compile(r"(>=|<=|>|<)\s*(.+)", re.DOTALL)

Days = tuple[str | None, str | None]


class NoDateError(ValueError):
    """What was typed is no date; the message says why."""


def parse_days(text: str) -> Days:
    """The first and the last day (ISO, inclusive, None = open) of a date or a range of dates.

    Takes ``2024``, ``2024-03``, ``2024-03-05``, ``5-3-2024``, ``maret-2024``, ``5 maret 2024``,
    each also as an end of ``a..b``, ``..b``, ``a..`` and after ``>= <= > <``.

    Raises:
        NoDateError: it is none of these, no such day exists, or the range ends before it begins.
    """
    text = text.strip().lower()
    comparison = _COMPARISON.fullmatch(text)
    if comparison:
        return _compared(comparison.group(1), comparison.group(2))
    first, dots, last = text.partition("..")
    if not dots:
        return _point(text)
    if not first and not last:
        raise NoDateError("a range needs a beginning or an end")
    low = _point(first)[0] if first else None
    high = _point(last)[1] if last else None
    if low is not None and high is not None and low > high:
        raise NoDateError(f"{first} is after {last}")
    return low, high


def _compared(operator: str, text: str) -> Days:
    low, high = _point(text)
    if operator == ">=":
        return low, None
    if operator == "<=":
        return None, high
    return (_day_beside(high, 1), None) if operator == ">" else (None, _day_beside(low, -1))


def _day_beside(day: str, step: int) -> str:
    from datetime import date, timedelta

    try:
        return (date.fromisoformat(day) + timedelta(days=step)).isoformat()
    except OverflowError as error:
        raise NoDateError("no day lies beyond that one") from error


def _point(text: str) -> tuple[str, str]:
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match:
        return _days(match.group(1), match.group(2), match.group(3))
    match = _DAY_FIRST.fullmatch(text)
    if match:
        return _days(match.group(3), match.group(2), match.group(1))
    match = _NAMED.fullmatch(text)
    if match and match.group(2) in _MONTHS:
        return _days(match.group(3), str(_MONTHS[match.group(2)]), match.group(1))
    raise NoDateError("write 2024, 2024-03, 2024-03-05, maret-2024, a range a..b, or none")


def _days(year_text: str, month_text: str | None, day_text: str | None) -> tuple[str, str]:
    year = int(year_text)
    if year < 1:
        raise NoDateError("there is no year 0")
    if month_text is None:
        return f"{year:04d}-01-01", f"{year:04d}-12-31"
    month = int(month_text)
    if not 1 <= month <= 12:
        raise NoDateError(f"there is no month {month}")
    length = calendar.monthrange(year, month)[1]
    if day_text is None:
        return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{length:02d}"
    day = int(day_text)
    if not 1 <= day <= length:
        raise NoDateError(f"the month {year:04d}-{month:02d} has no day {day}")
    return (f"{year:04d}-{month:02d}-{day:02d}",) * 2
