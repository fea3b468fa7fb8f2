"""Dates that say what they mean: days, months, years, their intervals and parts."""

from __future__ import annotations

import re

from index.language.calendar import (
    MONTHS,
    ZONES,
    interval,
    iso_day,
    iso_minute,
    iso_month,
    iso_year,
    nearest_year,
    of_two_figures,
)
from index.language.date_grammar import (
    CLOCK,
    DAY,
    MONTH,
    PERIOD_WORDS,
    TO,
    YEAR,
    Around,
    Reader,
    Reading,
    compiled,
    month_of,
    number_of,
    of_year,
    without_year,
)

_ISO = compiled(
    r"(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)" + CLOCK
)
_DAYS = compiled(
    rf"(?P<d1>{DAY})(?:\s?(?P<m1>{MONTH})(?:{of_year('y1')})?)?{TO}"
    rf"(?P<d2>{DAY})\s?(?P<m2>{MONTH})(?:{of_year('y2')})?"
)
_DAYS_IN_DIGITS = compiled(
    rf"(?P<d1>{DAY})(?:/(?P<m1>0?[1-9]|1[0-2]))?\s?[-–—]\s?(?P<d2>{DAY})/(?P<m2>0?[1-9]|1[0-2])"
    rf"(?!\d)(?:/(?P<y2>{YEAR}))?(?!/)"
)
_WORDED = compiled(
    rf"(?P<d>{DAY})(?:(?:st|nd|rd|th)(?=\s))?(?:\s{{0,3}}|[-/])(?P<m>{MONTH})(?:(?:\s?,\s?|\s{{1,3}}|[-/])(?:tahun\s)?"
    rf"(?P<y>{YEAR}){CLOCK})?"
)
_DIGITS = compiled(
    rf"(?P<d>{DAY})(?P<sep>\s?/\s?|[.-])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>{YEAR}|\d\d(?![\d/.,-])){CLOCK}"
)
_SHORT = compiled(rf"(?P<d>{DAY})/(?P<m>0?[1-9]|1[0-2])(?![\d/])")
_YEARS = compiled(rf"(?P<y1>{YEAR}){TO}(?P<y2>{YEAR})")
_ENGLISH = compiled(rf"(?P<m>{MONTH})\s(?P<d>{DAY})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<y>{YEAR}){CLOCK}")
# A year of two figures is one only where a mark ties it to its month: "20-Mei-25", "20 Mei '25".
_SHORT_YEAR = compiled(
    rf"(?P<d>{DAY})(?:(?P<sep>[-/.])(?P<m>{MONTH})(?P=sep)|\s(?P<m2>{MONTH})\s['’])"
    r"(?P<y>\d\d)(?![\d/.,-]\d|\d)"
)
_MONTHS = compiled(rf"(?P<m1>{MONTH})(?:{of_year('y1')})?{TO}(?P<m2>{MONTH})(?:{of_year('y2')})?")
_MONTH_YEAR = compiled(rf"(?P<m>{MONTH})(?:{of_year('y')})")
_PART_OF_YEAR = compiled(
    r"(?P<kind>semester|paruh|triwulan|kuartal)\s(?:ke-?\s?)?(?P<n>IV|III|II|I|[1-4]|pertama|kedua|"
    rf"ketiga|keempat)\b(?:[/\s-]\s?(?:(?:tahun\s)?(?P<y>{YEAR})|tahun\s(?P<which>ini|lalu)\b))"
)
_QUARTER = compiled(rf"Q(?P<n>[1-4])\s?[-–/']?\s?(?P<y>{YEAR})")
_YEAR_CUE = compiled(
    r"(?:(?:sepanjang|selama|awal|akhir|pertengahan|per|pada|sejak|dalam)\s)?(?:kurun\s|periode\s)?"
    rf"(?:(?:awal|akhir|pertengahan)\s)?(?:tahun\s)?(?P<y1>{YEAR})"
    rf"(?:(?:{TO}|(?P<and>\sdan\s(?:tahun\s)?))(?P<y2>{YEAR}))?(?![-/]\d)"
)
# "Nomor 21 Tahun 2007" dates a law, not what the article tells.
_LAW_BEFORE = re.compile(r"(?:no(?:mor)?\.?\s?\d{1,4}[\s/]*|\d/)$", re.IGNORECASE)

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}


def _with_clock(match: re.Match[str], day: str | None) -> Reading | None:
    if day is None:
        return None
    zone = match.groupdict().get("zone")
    if zone is None:
        # Without a zone the clock is no part of the value, and not of the span either.
        end = match.start("clock") if match.groupdict().get("clock") else match.end()
        return end, day, False
    value = iso_minute(day, int(match["hour"]), int(match["minute"]), ZONES[zone.lower()])
    return (match.end(), value, False) if value else None


def _iso(text: str, at: int, around: Around) -> Reading | None:
    match = _ISO.match(text, at)
    return (
        _with_clock(match, iso_day(int(match["y"]), int(match["m"]), int(match["d"])))
        if match
        else None
    )


def _days(text: str, at: int, around: Around) -> Reading | None:
    match = _DAYS.match(text, at) or _DAYS_IN_DIGITS.match(text, at)
    if match is None:
        return None
    first, last = int(match["d1"]), int(match["d2"])
    month = month_of(match, "m2") or 0
    year, relative = number_of(match, "y2"), False
    if year is None:
        if around.published is None:
            return None
        year, relative = nearest_year(month, last, around.published), True
    if year is None:
        return None
    first_month = month_of(match, "m1") or month
    first_year = number_of(match, "y1") or (year - 1 if first_month > month else year)
    value = interval(iso_day(first_year, first_month, first), iso_day(year, month, last))
    return (match.end(), value, relative) if value else None


def _short_year(text: str, at: int, around: Around) -> Reading | None:
    match = _SHORT_YEAR.match(text, at)
    if match is None:
        return None
    month = month_of(match, "m") or month_of(match, "m2") or 0
    value = iso_day(of_two_figures(int(match["y"])), month, int(match["d"]))
    return (match.end(), value, False) if value else None


def _worded(text: str, at: int, around: Around) -> Reading | None:
    match = _WORDED.match(text, at)
    if match is None:
        return None
    month, day = month_of(match, "m") or 0, int(match["d"])
    year = number_of(match, "y")
    if year is not None:
        return _with_clock(match, iso_day(year, month, day))
    return without_year(match.end(), month, day, around)


def _digits(text: str, at: int, around: Around) -> Reading | None:
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    year = int(match["y"])
    return _with_clock(match, iso_day(of_two_figures(year), int(match["m"]), int(match["d"])))


def _short(text: str, at: int, around: Around) -> Reading | None:
    match = _SHORT.match(text, at)
    # A bare 1/2 is a fraction; the press puts such a date in brackets.
    if match is None or text[at - 1 : at] != "(" or text[match.end() : match.end() + 1] not in "),":
        return None
    return without_year(match.end(), int(match["m"]), int(match["d"]), around)


def _years(text: str, at: int, around: Around) -> Reading | None:
    match = _YEARS.match(text, at)
    if match is None:
        return None
    value = interval(iso_year(int(match["y1"])), iso_year(int(match["y2"])))
    return (match.end(), value, False) if value else None


def _english(text: str, at: int, around: Around) -> Reading | None:
    match = _ENGLISH.match(text, at)
    if match is None:
        return None
    return _with_clock(match, iso_day(int(match["y"]), month_of(match, "m") or 0, int(match["d"])))


def _months(text: str, at: int, around: Around) -> Reading | None:
    match = _MONTHS.match(text, at)
    if match is None:
        return None
    first, last = month_of(match, "m1") or 0, month_of(match, "m2") or 0
    year, relative = number_of(match, "y2"), False
    if year is None:
        if around.published is None or match["y1"]:
            return None
        year, relative = around.published.year - (last > around.published.month), True
    first_year = number_of(match, "y1") or (year - 1 if first > last else year)
    value = interval(iso_month(first_year, first), iso_month(year, last))
    return (match.end(), value, relative) if value else None


def _month_year(text: str, at: int, around: Around) -> Reading | None:
    match = _MONTH_YEAR.match(text, at)
    value = iso_month(int(match["y"]), month_of(match, "m") or 0) if match else None
    return (match.end(), value, False) if match and value else None


def _part_of_year(text: str, at: int, around: Around) -> Reading | None:
    match = _PART_OF_YEAR.match(text, at) or _QUARTER.match(text, at)
    if match is None:
        return None
    said, parts = match["n"].lower(), match.groupdict()
    year = number_of(match, "y")
    relative = year is None
    if year is None:
        if around.published is None:
            return None
        year = around.published.year - (match["which"].lower() == "lalu")
    number = _ROMAN.get(said) or int(said)
    length = 6 if (parts.get("kind") or "").lower() in ("semester", "paruh") else 3
    if number * length > 12:
        return None
    value = interval(iso_month(year, (number - 1) * length + 1), iso_month(year, number * length))
    return (match.end(), value, relative) if value else None


def _year_cue(text: str, at: int, around: Around) -> Reading | None:
    match = _YEAR_CUE.match(text, at)
    if match is None or match.start("y1") == at or _LAW_BEFORE.search(text, max(0, at - 14), at):
        return None
    first = iso_year(int(match["y1"]))
    if match["and"] and int(match["y2"]) != int(match["y1"]) + 1:
        # "2015 dan 2022" are two years, not all between them.
        return (match.end("y1"), first, False) if first else None
    value = interval(first, iso_year(int(match["y2"])) if match["y2"] else first)
    return (match.end(), value, False) if value else None


BY_DIGIT: tuple[Reader, ...] = (_iso, _days, _short_year, _worded, _digits, _short, _years)
_PART_WORDS = frozenset({"semester", "paruh", "triwulan", "kuartal", "q"})
_CUE_WORDS = PERIOD_WORDS | {"tahun"}
# The words that a form may begin with, and its reader.
BY_WORD: tuple[tuple[frozenset[str], Reader], ...] = (
    (frozenset(MONTHS), _english),
    (frozenset(MONTHS), _months),
    (frozenset(MONTHS), _month_year),
    (_PART_WORDS, _part_of_year),
    (_CUE_WORDS, _year_cue),
)


def impossible(text: str, at: int) -> int | None:
    """Where a day ends that is written at ``at`` and that no calendar has (31 Februari)."""
    match = _WORDED.match(text, at) or _DIGITS.match(text, at)
    return match.end() if match else None
