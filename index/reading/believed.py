"""Whether an article can have been published on a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

# The press that archives hold begins with the Republic; a page dated ahead is by days, not more.
_EARLIEST = "1945"
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_AHEAD = timedelta(days=31)
# A computer whose clock has stopped knows no later day than this program.
_NEVER_BEFORE = date(2026, 1, 1)
_NEVER_BEFORE_AS_ISO = _NEVER_BEFORE.isoformat()
_DAY_LENGTH = len("2025-01-31")


def believed(value: str | None, today: date | None = None) -> str | None:
    """``value`` if an article can have been published then: from 1945 to a month from now."""
    first = value[:_DAY_LENGTH] if value else ""
    if not _ISO.fullmatch(first) or first < _EARLIEST:
        return None
    # What is older than this program needs no look at the clock.
    if first <= _NEVER_BEFORE_AS_ISO or first <= _latest(today or date.today()):
        return value
    return None


@lru_cache(maxsize=8)
def _latest(today: date) -> str:
    return (max(today, _NEVER_BEFORE) + _AHEAD).isoformat()
