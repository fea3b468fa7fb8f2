"""The period that a figure covers, by the dates of its sentence and of the one before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.figures.resources import listed, rules, worded
from index.language.dates import FoundDate
from index.language.patterns import alternatives

_SAME = re.compile(
    r"(?<!\w)(?:periode|kurun waktu|rentang waktu|masa|waktu)\s(?:waktu\s)?"
    r"(?:yang\ssama|itu|tersebut|ini)(?!\w)",
    re.I,
)
# "sejak A", "sejak berdirinya X pada A": the words between tell of no other day.
_SINCE = re.compile(
    r"(?<!\w)(?:sejak|mulai|semenjak|terhitung)(?:\s(?:dari|tahun|bulan|tanggal|awal)){0,3}\s?$"
    r"|(?<!\w)sejak\s[^.,;\d]{1,80}\s(?:pada|di|tahun|bulan)\s?$",
    re.I,
)
_UNTIL = re.compile(
    r"\s{0,2}(?:hingga|sampai|sampai dengan|s/d|[-–—])\s(?:(?:dengan|tanggal|bulan|tahun|awal|"
    r"akhir|pertengahan|paruh pertama|paruh kedua)\s){0,3}$",
    re.I,
)
# Part of a year with no bounds printed: the year would say more than the article does.
_PART = re.compile(r"(?<!\w)(?:awal|akhir|pertengahan|penghujung)(?!\w)", re.I)
# A date after these is that of the statement, not of what is counted.
_SAID = re.compile(
    r"keterangan\w*|siaran pers|konferensi pers|jumpa pers|dikutip|kepada wartawan|ditemui|"
    r"dihubungi|dikonfirmasi|rilis|dilansir|wawancara|kepada \w+\.com|kepada detik\w*|rapat|acara",
    re.I,
)
_SAID_REACH = 70
_SINCE_REACH = 100
_FILE = "periods.yaml"
_KEYS = ("goes_on", "goes_on_phrases", "refers", "compared")
_REFERS_REACH = 160


@dataclass(frozen=True, slots=True)
class _Words:
    goes_on: re.Pattern[str]
    refers: re.Pattern[str]
    compared: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(_FILE, _KEYS)
    starts = worded(_FILE, entry, "goes_on") + listed(_FILE, entry, "goes_on_phrases")
    refers = alternatives(listed(_FILE, entry, "refers"))
    return _Words(
        goes_on=re.compile(rf"(?:{alternatives(starts)}|dari \w+ (?:itu|tersebut))(?!\w)", re.I),
        refers=re.compile(rf"(?<!\w){refers}\s(?:\w+\s)?(?:tersebut|itu|ini)(?!\w)", re.I),
        compared=re.compile(
            rf"(?<!\w){alternatives(listed(_FILE, entry, 'compared'))}(?!\w)", re.I
        ),
    )


@dataclass(frozen=True, slots=True)
class Covered:
    """A date or interval of a sentence that a figure can cover, and where it stands."""

    span: Span
    value: str


def period_of(
    text: str, sentence: Span, figure: Span, covered: Sequence[Covered], previous: str | None
) -> str | None:
    """The ISO date or interval that the figure at ``figure`` covers, or None if nothing says so.

    ``covered`` are the dates of its sentence (``covering``); ``previous`` is the period of the
    figure before, which *dalam periode yang sama* takes up. An interval is preferred to a day,
    then the nearest date; never the other side of a comparison.
    """
    if previous is not None and _SAME.search(text, *sentence):
        return previous
    fitting = [one for one in covered if not _compared(text, one.span, figure)]
    if not fitting:
        return None
    return min(fitting, key=lambda one: (_is_day(one.value), _distance(one.span, figure))).value


def _is_day(value: str) -> bool:
    return len(value) == len("2025-01-31") and "/" not in value


def goes_on(text: str, sentence: Span) -> bool:
    """Whether a sentence goes on telling of what the one before it dated."""
    start, end = sentence
    return _words().goes_on.match(text, start, end) is not None or (
        _words().refers.search(text, start, min(end, start + _REFERS_REACH)) is not None
    )


def covering(
    text: str,
    sentence: Span,
    dates: Sequence[FoundDate],
    spoken: Sequence[int],
    published: str | None,
) -> list[Covered]:
    """The dates of a sentence that what it counts may cover, joined to intervals.

    ``spoken`` are the offsets of words of speech in it: a date after one is when it was said.
    ``sejak A hingga B`` is ``A/B``; ``sejak A`` alone goes on to the day of publication
    (``published``, ISO), at the precision of ``A``, and is ``A/`` where that is not known.
    """
    found: list[Covered] = []
    number = 0
    while number < len(dates):
        date = dates[number]
        number += 1
        if any(offset < date.start for offset in spoken):
            continue
        if len(date.value) == 4 and _PART.search(text, max(0, date.start - 14), date.end):
            continue
        if _SAID.search(text, max(sentence[0], date.start - _SAID_REACH), date.start):
            continue
        value, end = date.value.partition("T")[0], date.end
        since = date.text.lower().startswith(("sejak", "mulai")) or _SINCE.search(
            text, max(sentence[0], date.start - _SINCE_REACH), date.start
        )
        if not since and date.text.lower().startswith(("pada ", "tahun ", "bulan ")):
            # The words before the number belong to the date: "sejak berdiri | pada tahun 2019".
            since = _SINCE.search(
                f"{text[max(sentence[0], date.start - _SINCE_REACH) : date.start]}pada "
            )
        if number < len(dates) and "/" not in value:
            following = dates[number]
            last = following.value.partition("T")[0]
            if _UNTIL.fullmatch(text, end, following.start) and "/" not in last:
                value, end = f"{value}/{last}", following.end
                number += 1
        if since and "/" not in value:
            value = _until_published(value, published)
        found.append(Covered((date.start, end), value))
    return found


def _until_published(value: str, published: str | None) -> str:
    last = (published or "")[: len(value)]
    if len(last) < len(value) or last < value:
        return f"{value}/"
    return value if last == value else f"{value}/{last}"


def _compared(text: str, date: Span, figure: Span) -> bool:
    first, second = sorted((date, figure))
    return first[1] < second[0] and _words().compared.search(text, first[1], second[0]) is not None


def _distance(date: Span, figure: Span) -> int:
    return max(date[0] - figure[1], figure[0] - date[1], 0)
