"""Words and arithmetic of dates: months, weekdays, zones, ISO values at the printed precision.

Sources: KBBI for the words; the short forms are those of the press; the zones are those of
Keppres 41/1987 (WIB +07:00, WITA +08:00, WIT +09:00).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from index.language.periods import days

_MONTH_WORDS = (
    "januari january jan",
    "februari pebruari february feb peb",
    "maret march mar mrt",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agst agus agt agu ags aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
MONTHS = {
    word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()
}
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "senin monday",
            "selasa tuesday",
            "rabu wednesday",
            "kamis thursday",
            "jumat jum'at jum’at jum`at friday",
            "sabtu saturday",
            "minggu ahad sunday",
        )
    )
    for word in words.split()
}
ZONES = {"wib": 7, "wita": 8, "wit": 9}
_COUNTING = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
NUMBER_WORDS = {word: number for number, word in enumerate(_COUNTING.split(" "), start=1)} | {
    "sehari": 1,
    "sepekan": 1,
    "seminggu": 1,
    "sebulan": 1,
    "setahun": 1,
}
_EARLIEST, _LATEST = 1900, 2100
_CENTURY = 69


def iso_day(year: int, month: int, day: int) -> str | None:
    """``2025-01-31``, or None if the calendar has no such day between 1900 and 2100."""
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def iso_month(year: int, month: int) -> str | None:
    """``2025-01``, or None."""
    return f"{year:04d}-{month:02d}" if _known(year) and 1 <= month <= 12 else None


def iso_year(year: int) -> str | None:
    """``2025``, or None outside 1900-2100."""
    return f"{year:04d}" if _known(year) else None


def of_two_figures(year: int) -> int:
    """``25`` as 2025 and ``98`` as 1998; a year of four figures as it is (POSIX: 69 is 1969)."""
    if year >= 100:
        return year
    return year + (2000 if year < _CENTURY else 1900)


def iso_minute(day: str, hour: int, minute: int, offset: int) -> str | None:
    """``2025-05-20T13:31:00+07:00`` for a day, a time and an offset in hours, or None."""
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    return f"{day}T{hour:02d}:{minute:02d}:00+{offset:02d}:00"


def instant(moment: datetime) -> str:
    """An instant as an ISO minute; one in UTC is told in WIB, as the outlets count days there."""
    zone = moment.utcoffset()
    if not zone:
        moment = moment.astimezone(timezone(timedelta(hours=ZONES["wib"])))
    return moment.replace(second=0, microsecond=0).isoformat()


def interval(start: str | None, end: str | None) -> str | None:
    """``start/end``, one value if both are the same, or None if one is missing or they cross."""
    if start is None or end is None:
        return None
    first, last = days(start)[0], days(end)[1]
    if first is None or last is None or first > last:
        return None
    return start if start == end else f"{start}/{end}"


def month_before(day: date, count: int = 1) -> str:
    """The month ``count`` months before that of ``day`` as ``2025-01``; negative looks ahead."""
    months = day.year * 12 + day.month - 1 - count
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def nearest_year(month: int, day: int, published: date, weekday: int | None = None) -> int | None:
    """The year of a day that is printed without one, from the day of publication.

    The nearest, the past preferred, for news tells more of what was than of what comes; a printed
    weekday (0 Monday) rules out the years in which the day falls on another.
    """
    known: list[tuple[bool, int, int]] = []
    for year in (published.year - 1, published.year, published.year + 1):
        value = iso_day(year, month, day)
        if value is not None:
            found = date.fromisoformat(value)
            away = (published - found).days
            wrong_weekday = weekday is not None and found.weekday() != weekday
            known.append((wrong_weekday, away if away >= 0 else -3 * away, year))
    return min(known)[2] if known else None


def _known(year: int) -> bool:
    return _EARLIEST <= year <= _LATEST
