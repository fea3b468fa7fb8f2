"""When an article was published: from its record, address, header, by-line or its own text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from index.language.calendar import iso_day
from index.language.dates import FoundDate, find_dates, parse_date
from index.reading.addresses import date_of_url, minute_of_url
from index.reading.outlets import known_outlet
from index.text import clean_line

# The press that archives hold begins with the Republic; a page dated ahead is by days, not more.
_EARLIEST = "1945"
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_AHEAD = timedelta(days=31)
# A computer whose clock has stopped knows no later day than this program.
_NEVER_BEFORE = date(2026, 1, 1)
_NEVER_BEFORE_AS_ISO = _NEVER_BEFORE.isoformat()
_LONGEST_LINE = 120
_SEARCHED = 6000
_LABEL = re.compile(
    r"\b(?:terbit|diterbitkan|dipublikasikan|ditayangkan|tayang|posted|diposting|published|date"
    r"|tanggal|hari|pada|on|pukul|pkl|wi[bt]a?|jam|oleh|dan|am|pm)\b|\d{1,2}[:.]\d\d"
    r"|[\w-]+\.(?:com|co\.id|id|net)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:diperbarui|diperbaharui|diubah|updated?|last update|modified|dimutakhirkan|perbaruan)\W*"
    r"(?:pada\W*|on\W*|tanggal\W*)?$",
    re.IGNORECASE,
)
_CHANGE_WORD = re.compile(
    r"\b(?:diperbarui|diperbaharui|diubah|updated?|last update|modified|dimutakhirkan)\b",
    re.IGNORECASE,
)
# A weekday and a day of two figures at most behind it: the rest is read by the grammar of dates.
_DATED = re.compile(
    r"(?:S(?:enin|elasa|abtu)|Rabu|Kamis|Jum.?at|Minggu|Ahad|SENIN|SELASA|SABTU|RABU|KAMIS|JUM.?AT"
    r"|MINGGU)(?:\s(?:pagi|siang|sore|malam|dini\shari))?[\s,(]{1,4}\d{1,2}(?!\d)"
)
_LONGEST_DATE = 60
_MONTH_AND_YEAR = re.compile(r"\s?/\s?(\d{1,2})\s?/\s?(\d{4})(?!\d)", re.ASCII)
_DAY_LENGTH = len("2025-01-31")
# Words before the day of an event, and before that of another text.
_OF_EVENTS = frozenset({"pada", "hari", "sejak", "hingga", "sampai", "mulai", "tanggal"})
_OF_OTHERS = frozenset({"tayang", "terbit", "diunggah", "unggah", "dimuat", "edisi"})
_BEFORE = 24
# "dikutip pada Sabtu, 1 Februari 2025" is the day of the news too; "malam itu, Jumat, ..." is not.
_OF_NEWS = re.compile(
    r"(?:dikutip|dilansir|dikonfirmasi|dihubungi|ditemui|tertulis|pers)(?:\spada)?$", re.IGNORECASE
)
_THEN = re.compile(r"\b(?:itu|lalu|sebelumnya),$")


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


def date_line(line: str) -> str | None:
    """The date of a line that holds a date and nothing else (``Selasa 20-05-2025,13:31 WIB``).

    Of two dates, that of publication and that of a change, the first that tells of no change.
    """
    if len(line) > _LONGEST_LINE or not any(map(str.isdigit, line)):
        return None
    found = find_dates(line)
    if not 1 <= len(found) <= 2 or any(not _is_day(each) for each in found):
        return None
    rest = line
    for each in reversed(found):
        rest = rest[: each.start] + rest[each.end :]
    rest = _CHANGE_WORD.sub("", _LABEL.sub("", rest))
    if any(map(str.isalpha, rest)) and known_outlet(rest.strip(" -–—|,.:()")) is None:
        return None
    first = next((each for each in found if not _CHANGED.search(line[: each.start])), found[0])
    return first.value


def date_in_text(text: str) -> str | None:
    """The day of the news by its own words: a day with weekday and year, or None.

    The press dates its news by ``kata dia, Rabu (21/6/2023)``: the day of a statement, behind a
    comma, is that of publication or the day before, and so is ``dikutip Rabu (21/6/2023)``.
    ``pada Rabu (21/6/2023)`` dates what happened and counts only where nothing else does; a day
    with a word of printing before it never.
    """
    weaker: str | None = None
    weakest: str | None = None
    for lead in _DATED.finditer(text, 0, _SEARCHED):
        printed = text[lead.start() : lead.start() + _LONGEST_DATE]
        value = _day_of(printed, lead.end() - lead.start())
        if value is None:
            continue
        before = text[max(0, lead.start() - _BEFORE) : lead.start()].rstrip(" (")
        if (before.endswith(",") and not _THEN.search(before)) or _OF_NEWS.search(before):
            return value
        word = before.rpartition(" ")[2].lower()
        if word in _OF_EVENTS:
            weakest = weakest or (value if "(" in lead.group() else None)
        elif word not in _OF_OTHERS:
            weaker = weaker or value
    return weaker or weakest


def _day_of(printed: str, figures: int) -> str | None:
    """The believed day with which ``printed`` begins; the figures of its day end at ``figures``."""
    rest = _MONTH_AND_YEAR.match(printed, figures)
    if rest is not None:
        day = re.search(r"\d{1,2}$", printed[:figures])
        known = iso_day(int(rest[2]), int(rest[1]), int(day.group())) if day else None
        return believed(known)
    if printed[figures : figures + 1] == "/":
        # "Rabu (21/6)": without a year nothing tells the day of a text.
        return None
    found = find_dates(printed)[:1]
    if not found or found[0].start or not _is_day(found[0]):
        return None
    return believed(found[0].value[:_DAY_LENGTH])


def _is_day(found: FoundDate) -> bool:
    return "/" not in found.value and len(found.value) >= _DAY_LENGTH


def published(
    said: str | None, url: str | None, lines: list[tuple[str, str | None]], body: str
) -> tuple[str | None, str]:
    """The time of publication as ISO value, and where it was found.

    ``said`` is the record's own field, ``lines`` are (where, ISO value) of dates above and below
    the article; in ``body`` is looked last. The first that is believed counts. A later line of the
    same day that tells the minute makes it finer, and so does the address.
    """
    record = believed(parse_date(clean_line(said))) if said else None
    found = [("record", record), ("url", date_of_url(url)), *lines]
    kept = [(where, value) for where, value in found if value and believed(value) is not None]
    if not kept:
        return date_in_text(body), "text"
    where, value = kept[0]
    if len(value) <= _DAY_LENGTH:
        for other, finer in (*kept[1:], ("url", minute_of_url(url))):
            if finer and len(finer) > len(value) and finer.startswith(value):
                where, value = other, finer
    return value, where
