"""The period that a figure covers, by the dates of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.article import Span
from index.language.dates import FoundDate

_SAME = re.compile(
    r"(?<!\w)(?:periode|kurun waktu|rentang waktu|masa|waktu)\s(?:waktu\s)?"
    r"(?:yang\ssama|itu|tersebut|ini)(?!\w)",
    re.I,
)
_SINCE = re.compile(
    r"(?<!\w)(?:sejak|mulai|semenjak)(?:\s(?:dari|tahun|bulan|tanggal|awal)){0,3}\s?$", re.I
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


def period_of(
    text: str,
    sentence: Span,
    figure: Span,
    dates: Sequence[FoundDate],
    spoken: Sequence[int],
    previous: str | None,
) -> str | None:
    """The ISO date or interval that the figure at ``figure`` covers, or None if nothing says so.

    ``dates`` are the dates of the sentence, ``spoken`` the offsets of words of speech in it (a date
    after one is when it was said), ``previous`` the period of the figure before, which *dalam
    periode yang sama* takes up. An interval is preferred to a day, then the nearest date.
    ``sejak A hingga B`` is ``A/B``, ``sejak A`` alone ``A/``.
    """
    if previous is not None and _SAME.search(text, *sentence):
        return previous
    candidates = _covering(text, sentence, dates, spoken)
    if not candidates:
        return None
    return min(candidates, key=lambda found: ("/" not in found[1], _distance(found[0], figure)))[1]


def _covering(
    text: str, sentence: Span, dates: Sequence[FoundDate], spoken: Sequence[int]
) -> list[tuple[Span, str]]:
    candidates: list[tuple[Span, str]] = []
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
            text, max(sentence[0], date.start - 24), date.start
        )
        if number < len(dates) and "/" not in value:
            following = dates[number]
            last = following.value.partition("T")[0]
            if _UNTIL.fullmatch(text, end, following.start) and "/" not in last:
                value, end = f"{value}/{last}", following.end
                number += 1
        if since and "/" not in value:
            value += "/"
        candidates.append(((date.start, end), value))
    return candidates


def _distance(date: Span, figure: Span) -> int:
    return max(date[0] - figure[1], figure[0] - date[1], 0)
