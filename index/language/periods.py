"""ISO dates and intervals of any precision as the days that they span."""

from __future__ import annotations

import calendar
import re

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$")


def days(period: str | None) -> tuple[str | None, str | None]:
    """The first and the last day (ISO) of a date or an interval; None where it is open or no date.

    ``"2024-02"`` spans ``("2024-02-01", "2024-02-29")``; ``"2023-06-05/2023-06-13"`` its two ends;
    an interval may lack one end (``"2023/"``).
    """
    if not period:
        return None, None
    first, slash, last = period.partition("/")
    if not slash:
        last = first
    return _bound(first, last=False), _bound(last, last=True)


def _bound(point: str, *, last: bool) -> str | None:
    match = _POINT.match(point)
    if match is None:
        return None
    year = int(match.group(1))
    month = int(match.group(2) or (12 if last else 1))
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    length = calendar.monthrange(year, month)[1]
    day = int(match.group(3) or (length if last else 1))
    return f"{year:04d}-{month:02d}-{min(max(day, 1), length):02d}"
