"""The day of the news by the article's own words: ``kata dia, Rabu (21/6/2023)``."""

from __future__ import annotations

import re
from functools import cache

from index.language.calendar import iso_day
from index.language.dates import find_dates
from index.reading.believed import believed
from index.reading.words import words

_SEARCHED = 6000
# A weekday and a day of two figures at most behind it, the same behind "hari ini", or a whole date
# in brackets: the rest is read by the grammar of dates. It begins with a letter that is looked for
# fast, and what follows asks which one it was.
_DATED = re.compile(
    r"[SRKJMAHh(](?:(?:(?<=S)(?:enin|elasa|abtu|ENIN|ELASA|ABTU)|(?<=R)(?:abu|ABU)"
    r"|(?<=K)(?:amis|AMIS)|(?<=J)(?:um(?:.?at|ah)|UM.?AT)|(?<=M)(?:inggu|INGGU)|(?<=A)had)"
    r"(?:\s(?:pagi|siang|sore|malam|petang|ini|dini\shari|[Ll]egi|[Pp]ahing|[Pp]on|[Ww]age|[Kk]liwon))?"
    r"[\s,(]{0,4}(?P<day>\d{1,2})(?!\d)"
    r"|(?<=[Hh])(?P<today>ari\sini),?\s\(?(?P<day_of_today>\d{1,2})(?!\d)"
    r"|(?<=\()(?P<bare>)(?P<day_in_brackets>\d{1,2})(?=\s?/\s?\d{1,2}\s?/\s?\d{4}\s?\)))"
)
_LONGEST_DATE = 60
_MONTH_AND_YEAR = re.compile(r"\s?/\s?(\d{1,2})\s?/\s?(\d{4}|\d\d)(?!\d)", re.ASCII)
_CENTURY = 2000
_DAY_LENGTH = len("2025-01-31")
_STOP = re.compile(r"[.!?][\"”’')]*\s|\n|[.!?][\"”](?=[A-Z])|[a-z)]\.(?=[A-Z\"“])")
_LONGEST_SENTENCE = 350
# Words before the day of an event, and before that of another text.
_OF_EVENTS = frozenset({"pada", "hari", "sejak", "hingga", "sampai", "mulai", "tanggal"})
_OF_OTHERS = frozenset({"tayang", "terbit", "diunggah", "unggah", "dimuat", "edisi"})
_OF_THE_PAST = frozenset({"lalu", "silam", "kemarin", "lahir", "sejak"})
_BEFORE = 24
# "dikutip pada Sabtu, 1 Februari 2025" is the day of the news too; "malam itu, Jumat, ..." is not.
_OF_NEWS = re.compile(
    r"(?:dikutip|dilansir|dikonfirmasi|dihubungi|ditemui|tertulis|pers)(?:\spada)?$", re.IGNORECASE
)
_THEN = re.compile(r"\b(?:itu|lalu|sebelumnya),$")
_TODAY = re.compile(r"\b(?:hari ini|kini),?$", re.IGNORECASE)
_LONG_AGO = re.compile(r"\)?,?\s?(?:\w+\s){0,2}?(?:lalu|silam|kemarin)\b")
_AHEAD = re.compile(r"\)?,?\s(?:\w+\s){0,2}?(?:mendatang|besok|nanti)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_ANNOUNCED = re.compile(r"\b(?:akan|bakal|mendatang|besok|dijadwalkan|jadwal)\b", re.IGNORECASE)
# What a date tells of the day of the news, from the surest on.
_STATED, _LOOSE, _WEAK, _OF_EVENT, _BARE = 5, 4, 3, 2, 1


def date_in_text(text: str) -> str | None:
    """The day of the news by its own words: a day with weekday and year, or None.

    The press dates its news by ``kata dia, Rabu (21/6/2023)``: the day of a statement, behind a
    comma or behind who said it, is that of publication or the day before, and so is ``dikutip
    Rabu (21/6/2023)``. ``pada Rabu (21/6/2023)`` dates what happened and counts only where nothing
    else does, as what lies ahead; a day with a word of printing before it never.
    """
    found: str | None = None
    surest = 0
    for lead in _DATED.finditer(text, 0, _SEARCHED):
        known = _day_at(text, lead)
        if known is None:
            continue
        value, end = known
        sure = _sureness(text, lead, end)
        if sure == _STATED:
            return value
        if sure > surest:
            found, surest = value, sure
    return found


def _day_at(text: str, lead: re.Match[str]) -> tuple[str, int] | None:
    """The believed day that begins at ``lead``, and where it ends."""
    figures = lead["day"] or lead["day_of_today"] or lead["day_in_brackets"]
    if rest := _MONTH_AND_YEAR.match(text, lead.end()):
        year = int(rest[2])
        whole = year if year >= 100 else year + _CENTURY
        value = believed(iso_day(whole, int(rest[1]), int(figures)))
        return (value, rest.end()) if value else None
    if text[lead.end() : lead.end() + 1] == "/":
        # "Rabu (21/6)": without a year nothing tells the day of a text.
        return None
    start = lead.end() - len(figures)
    found = find_dates(text[start : start + _LONGEST_DATE])[:1]
    if not found or found[0].start or "/" in found[0].value or len(found[0].value) < _DAY_LENGTH:
        return None
    value = believed(found[0].value[:_DAY_LENGTH])
    return (value, start + found[0].end) if value else None


def _sureness(text: str, lead: re.Match[str], end: int) -> int:
    """How surely the day at ``lead``, up to ``end``, is that of the news; 0 if it is not."""
    start = lead.start()
    before = text[max(0, start - _BEFORE) : start].rstrip(" (")
    word = before.rpartition(" ")[2].lower()
    if lead["today"] or _TODAY.search(before):
        return _STATED
    if word in _OF_OTHERS:
        return 0
    said = text[_sentence_start(text, start) : start]
    attributed = _attributed().search(said) is not None
    of_event = word in _OF_EVENTS
    bracketed = "(" in lead.group()
    if not attributed and (
        _ANNOUNCED.search(_QUOTED.sub("", said)) or _AHEAD.match(text, end, end + _BEFORE)
    ):
        return 0 if of_event and not bracketed else _OF_EVENT
    past = _LONG_AGO.match(text, end, end + _BEFORE) is not None
    if lead["bare"] is not None:
        if word in _OF_THE_PAST:
            return 0
        return _STATED if attributed or before.endswith(",") or word == "ini" else _BARE
    if (before.endswith(",") and not _THEN.search(before)) or _OF_NEWS.search(before):
        return _WEAK if past else _STATED
    if not of_event:
        return _WEAK if past else _LOOSE
    if word in ("pada", "hari") and attributed and not past:
        return _STATED
    return _OF_EVENT if bracketed or word == "pada" else 0


def _sentence_start(text: str, at: int) -> int:
    first = max(0, at - _LONGEST_SENTENCE)
    return max((stop.end() for stop in _STOP.finditer(text, first, at)), default=first)


@cache
def _attributed() -> re.Pattern[str]:
    """What ends a sentence's part before a date that tells when somebody said something.

    ``"...," kata dia di Jakarta pada``, ``saat ditemui di kantornya pada``.
    """
    speaking, reached = ("|".join(sorted(list_)) for list_ in (words().speaking, words().reached))
    own = r"(?![^.]*\b(?:bahwa|unggah|diunggah|sejak)\b)[^\"“”]"
    return re.compile(
        rf"[,.?!][\"”’']\s?(?:{speaking})(?:nya)?\b{own}{{0,160}}$|\b(?:{reached})(?:nya)?\b{own}{{0,60}}$"
    )
