"""Dates that lean on the day of publication: *kemarin*, *pekan lalu*, *Juni lalu*."""

from __future__ import annotations

import re
from datetime import date, timedelta

from index.language.calendar import (
    MONTHS,
    NUMBER_WORDS,
    WEEKDAYS,
    interval,
    iso_month,
    iso_year,
    month_before,
)
from index.language.date_grammar import (
    MONTH,
    PERIOD_WORDS,
    WEEKDAY,
    Around,
    Reader,
    Reading,
    compiled,
    month_of,
    starts_sentence,
    word_pattern,
)

_MONTH_LAST = compiled(rf"(?P<m>{MONTH})\s(?P<which>lalu|ini|mendatang)\b")
_MONTH_CUE = compiled(
    r"(?:sepanjang|selama|awal|akhir|pertengahan|per|pada|sejak|dalam|bulan)\s(?:bulan\s)?"
    rf"(?P<m>{MONTH})(?:\sdan\s(?P<m2>{MONTH}))?(?!\s?[-–—]?\s?\d)"
)
_RELATIVE = compiled(
    r"(?P<kemarin>kemarin)\b(?!\s(?:lusa|malah))|(?P<today>hari\sini)\b|"
    r"(?P<unit>pekan|minggu|bulan|tahun)\s(?P<which>lalu|kemarin|ini|depan)\b|"
    rf"(?P<count>\d{{1,2}}|{word_pattern(NUMBER_WORDS)})"
    r"(?:\s(?P<ago>hari|pekan|minggu|bulan|tahun))?(?:\syang)?\s(?:lalu|silam)\b"
)
_NAMED_DAY = compiled(
    rf"(?P<w>{WEEKDAY})\s(?:(?P<week>pekan|minggu)\s|\w{{4,5}}\s)?(?:lalu|kemarin)\b"
)

# A weekday alone is the last one: "pada Sabtu malam", "Rabu siang", "..., Selasa." What only bears
# its name (Jumat Agung, Pasar Minggu), or comes again (setiap Senin, Senin-Jumat), is no day.
_BARE_DAY = compiled(
    rf"(?P<w>{WEEKDAY})(?:\s(?:pagi|siang|sore|petang|malam|subuh|dini\shari)(?:nya)?)?"
    r"(?=[\s.,;:)\"”]|$)"
)
_TO_BARE_DAY = compiled(
    r"(?:(?<!\w)(?:pada|hari|hingga|sampai|sejak|mulai|per|Pada|Sejak|Hingga|Sampai)\s|[,(]\s?)$"
)
_AGAIN = compiled(r"(?:setiap|tiap|saban|tiap-tiap)\s(?:hari\s)?$")
_NOT_THAT_DAY = re.compile(
    r"\s?(?:\(|depan|mendatang|besok|nanti|esok|hingga|sampai|s/d|dan\s(?:[Ss]enin|[Ss]elasa|[Rr]abu|"
    r"[Kk]amis|[Jj]umat|[Ss]abtu|[Mm]inggu)|[-–—]|\d|,\s?\d|[A-Z])"
)


def _month_last(text: str, at: int, around: Around) -> Reading | None:
    match = _MONTH_LAST.match(text, at)
    if match is None or around.published is None:
        return None
    month, year = month_of(match, "m") or 0, around.published.year
    if match["which"].lower() == "lalu" and month >= around.published.month:
        year -= 1
    elif match["which"].lower() == "mendatang" and month < around.published.month:
        year += 1
    value = iso_month(year, month)
    return (match.end(), value, True) if value else None


def _month_cue(text: str, at: int, around: Around) -> Reading | None:
    match = _MONTH_CUE.match(text, at)
    if match is None or around.published is None:
        return None
    month = month_of(match, "m") or 0
    year = around.published.year - (month > around.published.month + 1)
    value = iso_month(year, month)
    last = month_of(match, "m2")
    if last is not None:
        # "pada Mei dan Juni"
        value = interval(value, iso_month(year + (last < month), last))
    return (match.end(), value, True) if value else None


def _relative(text: str, at: int, around: Around) -> Reading | None:
    match = _RELATIVE.match(text, at)
    if match is None or around.published is None:
        return None
    value: str | None = None
    try:
        if match["kemarin"]:
            value = (around.published - timedelta(days=1)).isoformat()
        elif match["today"]:
            value = around.published.isoformat()
        elif match["unit"]:
            steps = {"ini": 0, "depan": -1}.get(match["which"].lower(), 1)
            value = _unit_before(match["unit"].lower(), steps, around.published)
        elif match["count"] and match["ago"]:
            said = match["count"].lower()
            count = NUMBER_WORDS.get(said) or int(said)
            value = _ago(match["ago"].lower(), count, around.published)
        elif match["count"]:
            unit = match["count"].lower().removeprefix("se")
            value = _ago(unit, 1, around.published) if unit in _UNITS else None
    except (OverflowError, ValueError):
        return None
    return (match.end(), value, True) if value else None


_UNITS = frozenset({"hari", "pekan", "minggu", "bulan", "tahun"})


def _unit_before(unit: str, steps: int, published: date) -> str | None:
    """The whole week, month or year that lies ``steps`` before that of publication."""
    if unit in ("pekan", "minggu"):
        monday = published - timedelta(days=published.weekday() + 7 * steps)
        return interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    if unit == "bulan":
        return month_before(published, steps)
    return iso_year(published.year - steps)


def _ago(unit: str, count: int, published: date) -> str | None:
    """``dua hari lalu`` is a day, ``dua pekan lalu`` a week, and so on."""
    if unit == "hari":
        return (published - timedelta(days=count)).isoformat()
    return _unit_before(unit, count, published)


def _named_day(text: str, at: int, around: Around) -> Reading | None:
    match = _NAMED_DAY.match(text, at)
    if match is None or around.published is None:
        return None
    if match["w"].lower() == "minggu" and (match["w"] != "Minggu" or starts_sentence(text, at)):
        # "minggu lalu" is last week; a capital tells Sunday, but not where every word has one.
        return None
    back = (around.published.weekday() - WEEKDAYS[match["w"].lower()]) % 7 or 7
    if match["week"]:
        # "Rabu pekan lalu": that of the week before, not the last one.
        back = around.published.weekday() - WEEKDAYS[match["w"].lower()] + 7
    if around.published.toordinal() <= back:
        return None
    return match.end(), (around.published - timedelta(days=back)).isoformat(), True


def _bare_day(text: str, at: int, around: Around) -> Reading | None:
    """A weekday without a date: the last one, the day of publication included."""
    if around.published is None or not text[at].isupper():
        return None
    match = _BARE_DAY.match(text, at)
    before = text[max(0, at - 16) : at]
    if match is None or not _TO_BARE_DAY.search(before) or _AGAIN.search(before):
        return None
    if _NOT_THAT_DAY.match(text, match.end()):
        return None
    back = (around.published.weekday() - WEEKDAYS[match["w"].lower()]) % 7
    if around.published.toordinal() <= back:
        return None
    return match.end(), (around.published - timedelta(days=back)).isoformat(), True


BY_DIGIT: tuple[Reader, ...] = (_relative,)
_CUE_WORDS = PERIOD_WORDS | {"bulan"}
# The words that a form may begin with, and its reader.
BY_WORD: tuple[tuple[frozenset[str], Reader], ...] = (
    (frozenset(WEEKDAYS), _named_day),
    (frozenset(WEEKDAYS), _bare_day),
    (frozenset(MONTHS), _month_last),
    (_CUE_WORDS, _month_cue),
    (_UNITS | {"kemarin"} | frozenset(NUMBER_WORDS), _relative),
)
