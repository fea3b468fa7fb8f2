"""Dates, intervals and relative days of Indonesian news, as ISO values that invent nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from index.language import absolute_dates, relative_dates
from index.language.calendar import WEEKDAYS, instant, iso_day, iso_year, nearest_year
from index.language.date_grammar import WEEKDAY, YEAR, Around, Reader, Reading, compiled
from index.language.patterns import alternatives, lowered


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: half-open span, printed form, ISO value.

    ``value`` is a day, a month, a year, a minute with its offset, or an interval ``start/end`` of
    two of these, at the precision that was printed. ``relative`` tells that the date of
    publication was needed to know it.
    """

    start: int
    end: int
    text: str
    value: str
    relative: bool = False


_ISO_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d", re.ASCII)
_ISO_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_WITH_ZONE = re.compile(r"\d\d:\d\d(:\d\d)?\s*([+-]\d{4}|GMT|UTC)\b")
_ISO_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_UTC = re.compile(r"\s?(?:UTC|GMT|Z)$", re.IGNORECASE)
_OFFSET_APART = re.compile(r"\s(?=[+-]\d\d:?\d\d$)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[/.](\d\d?)[/.](\d\d?)(?!\d)", re.ASCII)
_SCRIPT = re.compile(
    r"([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d:\d\d(?::\d\d)?) GMT([+-]\d{4})", re.ASCII
)
_BY_DIGIT = (*absolute_dates.BY_DIGIT, *relative_dates.BY_DIGIT)
# What a date may begin with, and what reads it then: the grammar is tried nowhere else.
_BY_WORD: dict[str, tuple[Reader, ...]] = {}
for _words, _reader in (*absolute_dates.BY_WORD, *relative_dates.BY_WORD):
    for _word in _words:
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), _reader)
# Inside a word neither a number nor a word can begin, which is asked once for both.
_LEAD = re.compile(
    rf"(?<![a-z])(?:\d(?<![\w.,/-].)\d{{0,3}}(?!\d)|{alternatives(sorted(_BY_WORD))}(?![a-z]))"
)
_WEEKDAY_LEAD = compiled(
    rf"(?P<weekday>{WEEKDAY})(?:\s(?:pagi|siang|sore|malam|dini\shari))?(?:\s?,\s?|\s?\(|\s)\s?\(?(?=\d)"
)


def find_dates(text: str, published: str | None = None) -> list[FoundDate]:
    """The dates of ``text`` in order, without overlap.

    Days, months, years, intervals, quarters and half years are read as printed, day first. What
    needs the date of publication (``kemarin``, ``Sabtu (23/8)``, ``bulan lalu``) is read only if
    ``published`` (ISO, any precision of a day) is given, and left out otherwise. A calendar date
    that cannot be (31 February) is no date. Times carry an offset only where a zone is printed.
    """
    day = _published_day(published)
    return list(_found(text, day))


def parse_date(text: str) -> str | None:
    """A field's value as an ISO date or minute with offset, or None if it is no date.

    Reads ISO 8601, RFC 2822, seconds or milliseconds since 1970 (told in WIB), ``20250131``, and
    every absolute form of ``find_dates``, the first of which counts. Day-first. A time without a
    zone is left out rather than guessed.
    """
    text = text.strip()[:200]
    if not text:
        return None
    if text.replace(".", "", 1).isdecimal() and text.isascii():
        return _parse_number(text)
    if _ISO_DAY.fullmatch(text):
        year, month, day = map(int, text.split("-"))
        return iso_day(year, month, day)
    if _ISO_MINUTE.match(text):
        try:
            moment = datetime.fromisoformat(_OFFSET_APART.sub("", _UTC.sub("+00:00", text)))
        except ValueError:
            pass
        else:
            return _told(moment)
    if _ISO_MONTH.fullmatch(text):
        return text
    year_first = _YEAR_FIRST.match(text)
    if year_first:
        year, month, day = map(int, year_first.groups())
        text = f"{year}-{month:02d}-{day:02d}{text[year_first.end() :]}"
        if iso_day(year, month, day) is None:
            return None
    if script := _SCRIPT.search(text):
        # What JavaScript prints: "Tue May 20 2025 13:31:00 GMT+0700 (...)".
        text = "{1} {0} {2} {3} {4}".format(*script.groups())
    if _WITH_ZONE.search(text):
        try:
            return _told(parsedate_to_datetime(text))
        except (ValueError, TypeError, OverflowError):
            pass
    found = find_dates(text)
    return found[0].value.partition("/")[0] if found else None


def _told(moment: datetime) -> str | None:
    if moment.tzinfo is None:
        return iso_day(moment.year, moment.month, moment.day)
    try:
        return instant(moment) if 1900 <= moment.year <= 2100 else None
    except OverflowError:
        return None


def _parse_number(text: str) -> str | None:
    if re.fullmatch(YEAR, text):
        return iso_year(int(text))
    if re.fullmatch(r"(?:19|20)\d{6}", text):
        return iso_day(int(text[:4]), int(text[4:6]), int(text[6:]))
    seconds = float(text) / (1000 if len(text.partition(".")[0]) >= 12 else 1)
    if not 315_532_800 <= seconds <= 4_102_444_800:
        return None
    return instant(datetime.fromtimestamp(int(seconds), UTC))


def _published_day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _found(text: str, published: date | None) -> Iterator[FoundDate]:
    position = 0
    alone = Around(published, None)
    for lead in _LEAD.finditer(lowered(text)):
        start = lead.start()
        if start < position:
            continue
        begin, around, bracket = start, alone, False
        match = _WEEKDAY_LEAD.match(text, start)
        if match:
            begin, bracket = match.end(), "(" in match.group()
            around = Around(published, WEEKDAYS[match["weekday"].lower()])
        reading = _read(text, begin, lead.group(), around)
        if reading is None:
            if text[begin].isdigit():
                position = absolute_dates.impossible(text, begin) or position
            continue
        end, value, relative = reading
        if around.weekday is not None and published is not None and not relative:
            value = _of_weekday(value, around.weekday, published)
        if bracket and text[end : end + 1] == ")":
            end += 1
        yield FoundDate(start, end, text[start:end], value, relative)
        position = end


def _of_weekday(value: str, weekday: int, published: date) -> str:
    """A day after that of publication with another weekday than printed: a misprinted year.

    The year whose day has that weekday, if it lies before; else the day as printed.
    """
    if not _ISO_DAY.fullmatch(value):
        return value
    printed = date.fromisoformat(value)
    if printed <= published or printed.weekday() == weekday:
        return value
    year = nearest_year(printed.month, printed.day, published, weekday)
    meant = iso_day(year, printed.month, printed.day) if year else None
    if meant is None or date.fromisoformat(meant).weekday() != weekday:
        return value
    return meant if meant <= published.isoformat() else value


def _read(text: str, at: int, lead: str, around: Around) -> Reading | None:
    for reader in _BY_DIGIT if text[at].isdigit() else _BY_WORD[lead]:
        reading = reader(text, at, around)
        if reading is not None:
            return reading
    return None
