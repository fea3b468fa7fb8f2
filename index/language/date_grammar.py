"""The pieces of which dates of Indonesian news are made, as patterns and as values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from index.language.calendar import MONTHS, WEEKDAYS, iso_day, nearest_year


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the words of a date: the day of publication, a printed weekday."""

    published: date | None = None
    weekday: int | None = None


# The end of the reading, its ISO value, and whether the day of publication was needed.
Reading = tuple[int, str, bool]
Reader = Callable[[str, int, Around], "Reading | None"]


def word_pattern(words: Iterable[str]) -> str:
    """An alternation of ``words``, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# What may stand before a month or a year and belongs to the date.
PERIOD_WORDS = frozenset(
    {"sepanjang", "selama", "awal", "akhir", "pertengahan", "per", "pada", "sejak", "dalam"}
)
MONTH = rf"(?:{word_pattern(MONTHS)})\b\.?"
WEEKDAY = rf"(?:{word_pattern(WEEKDAYS)})"
# Not the head of a longer number, nor of one with decimals; a clock may follow a comma.
YEAR = r"(?:19|20)\d\d(?!\d|\.\d{3}|,\d(?!\d?[.:]\d\d))"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
TO = (
    r"(?:\s{0,3}[-–—]\s{0,3}|\s(?:hingga|sampai(?:\sdengan)?|s\.?/?d\.?)\s"
    r"(?:tanggal\s|bulan\s|tahun\s)?)"
)
CLOCK = (
    r"(?P<clock>(?:\s?[,|/@•-]\s?|\s|T)\s?(?:(?:pukul|pkl\.?|jam)\s)?(?P<hour>[01]?\d|2[0-3])[.:]"
    r"(?P<minute>[0-5]\d)(?:[.:][0-5]\d)?(?:\s?(?P<zone>WIB|WITA|WIT)\b)?)?"
)


def of_year(group: str) -> str:
    """The pattern of a year behind a month, caught as ``group``."""
    return rf",?\s{{1,3}}(?:tahun\s)?(?P<{group}>{YEAR})"


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of this grammar: case never counts."""
    return re.compile(pattern, re.IGNORECASE)


def number_of(match: re.Match[str], group: str) -> int | None:
    """The number that ``group`` caught, None if it caught none or is no group of the pattern."""
    said = match.groupdict().get(group)
    return int(said) if said else None


def month_of(match: re.Match[str], group: str) -> int | None:
    """The month (1-12) that ``group`` caught in digits or as a word."""
    said = match.groupdict().get(group)
    if not said:
        return None
    return int(said) if said.isdecimal() else MONTHS[said.lower().rstrip(".")]


def starts_sentence(text: str, at: int) -> bool:
    """Whether nothing but an opening quote stands between ``at`` and the end of a sentence."""
    before = text[max(0, at - 4) : at].rstrip(" \"“'(")
    return not before or before[-1] in ".!?:\n"


def without_year(end: int, month: int, day: int, around: Around) -> Reading | None:
    """The reading of a day whose year has to come from the day of publication."""
    if around.published is None:
        return None
    year = nearest_year(month, day, around.published, around.weekday)
    value = iso_day(year, month, day) if year else None
    return (end, value, True) if value else None
