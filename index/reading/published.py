"""When an article was published: from its record, address, header, by-line or its own text."""

from __future__ import annotations

import re

from index.language.dates import FoundDate, find_dates, parse_date
from index.reading.addresses import date_of_url, minute_of_url
from index.reading.believed import believed
from index.reading.news_day import date_in_text
from index.reading.outlets import known_outlet
from index.text import clean_line

_LONGEST_LINE = 120
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
_DAY_LENGTH = len("2025-01-31")


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
