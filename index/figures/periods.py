"""The dates of a sentence that a figure in it can cover, and which of them it does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Span
from index.figures.period_words import words
from index.language.dates import FoundDate

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
_AND = re.compile(r"\s(?:dan|serta)\s(?:bulan\s|tahun\s)?", re.I)
# "dari 2020 hingga November 2024": a year alone is no date but here.
_FROM_YEAR = re.compile(
    r"(?<!\w)(?:dari|sejak|mulai|antara)\s(?:tahun\s)?((?:19|20)\d\d)\s"
    r"(?:hingga|sampai|sampai dengan|dan)\s$",
    re.I,
)
# Part of a year with no bounds printed: the year would say more than the article does.
_PART = re.compile(r"(?<!\w)(?:awal|akhir|pertengahan|penghujung)(?!\w)", re.I)
# "Bupati Anu periode 2018-2023", "anggota DPR 2014-2019": the term of an office, or of a name.
_OFFICE_TERM = re.compile(
    r"(?<!\w)(?!(?:Pada|Dalam|Selama|Untuk|Sepanjang|Di|Tahun|Periode)\s)[A-Z][\w.’'-]*\)?,?\s"
    r"(?:(?:periode|masa bakti|masa jabatan)\s)?(?:tahun\s)?$"
)
# "tahun anggaran 2018-2020": the money of a year, not what was done with it.
_BUDGET = re.compile(
    r"(?<!\w)(?:tahun anggaran|T\.?A\.?|tahun buku|tahun ajaran|tahun pelajaran)\s?$", re.I
)
_YEARS = re.compile(r"\d{4}/\d{4}")
# "KEPMENKUMHAM Nomor : M.HH-19 Tahun 2020": the year of a law.
_LAW_YEAR = re.compile(r"(?:[Nn]omor|No\.?)\s?:?\s?[\w./-]+\s(?:[Tt]ahun\s)?$")
# A date after these is that of the statement, not of what is counted.
_SAID = re.compile(
    r"keterangan\w*|siaran pers|konferensi pers|jumpa pers|dikutip|kepada wartawan|ditemui|"
    r"dihubungi|dikonfirmasi|rilis|dilansir|wawancara|kepada \w+\.com|kepada detik\w*",
    re.I,
)
# The same where somebody speaks in the sentence: without that the date is that of the meeting.
_SAID_AT = re.compile(r"rapat|acara|sidang|sambutan\w*|pertemuan|seminar|diskusi", re.I)
# "hingga Mei 2022", "per 22 Juni": the state of a day, which holds for nothing else.
_STATE = re.compile(r"(?<!\w)(?:hingga|sampai|sampai dengan|per|s/d)\s(?:\w+\s){0,2}$", re.I)
# A date in front of a clause that another clause has gone before: it holds for its own only.
_CLAUSE_DATE = re.compile(
    r"(?<!\w)(?:dan|serta|lalu|kemudian|sedangkan|sementara|namun|tetapi|tapi)\s"
    r"(?:(?:pada|sejak|sepanjang|selama|hingga)\s(?:(?:tahun|bulan|tanggal|hari)\s)?)$"
)
_FRONTED = re.compile(
    r"(?<=[\w)%])\s(?:Pada|Sejak|Sepanjang|Selama|Hingga)\s(?:(?:tahun|bulan|tanggal|hari)\s)?$"
)
_PREPOSITIONS = ("pada ", "sejak ", "sepanjang ", "selama ", "hingga ")
_MONTH = len("2025-01")
_UP_TO = re.compile(r"(?<!\w)(?:hingga|sampai)\s$", re.I)
_SAID_REACH = 70
# A conference for the press is told with who held it, and where, before its day.
_PRESS = re.compile(r"konferensi pers|jumpa pers|siaran pers|press release|rilis pers", re.I)
_PRESS_REACH = 160
_SINCE_REACH = 100
_CLAUSE_REACH = 40
_WANTED_REACH = 40


@dataclass(frozen=True, slots=True)
class Covered:
    """A date or interval that a figure can cover, where it stands, and where its clause begins.

    ``holds`` tells that it can be the time of what later sentences tell as well.
    """

    span: Span
    value: str
    begins: int = 0
    holds: bool = True


def period_of(
    text: str, sentence: Span, figure: Span, covered: Sequence[Covered], previous: Covered | None
) -> Covered | None:
    """The date or interval that the figure at ``figure`` covers, or None if nothing says so.

    ``covered`` are the dates of its sentence (``covering``); ``previous`` is the period of the
    figure before, which *dalam periode yang sama* takes up. An interval is preferred to a day,
    then the nearest date; never the other side of a comparison, nor the date of a later clause.
    """
    if previous is not None and _SAME.search(text, *sentence):
        return previous
    fitting = [
        one for one in covered
        if figure[1] > one.begins and not _compared(text, one.span, figure)
    ]  # fmt: skip
    if not fitting or _wanted(text, figure, fitting):
        return None
    return min(fitting, key=lambda one: (is_day(one.value), _distance(one.span, figure)))


def is_day(value: str) -> bool:
    """Whether an ISO value is one day."""
    return len(value) == len("2025-01-31") and "/" not in value


def covering(
    text: str, sentence: Span, dates: Sequence[FoundDate], spoken: Sequence[int], *, says: bool
) -> list[Covered]:
    """The dates of a sentence that what it counts may cover, joined to intervals.

    ``spoken`` are the offsets of words of speech in it: a date after one is when it was said;
    ``says`` tells that it has words of speech of any kind.
    ``sejak A hingga B`` is ``A/B``, ``sejak A`` alone ``A/..`` (ISO 8601-2, an open end).
    """
    found: list[Covered] = []
    number = begins = 0
    while number < len(dates):
        date = dates[number]
        number += 1
        if any(offset < date.start for offset in spoken) or _other(text, sentence, date, says=says):
            continue
        value, start, end = date.value.partition("T")[0], date.start, date.end
        since = _is_since(text, sentence, date)
        if number < len(dates) and "/" not in value:
            joined = _joined(text, end, value, dates[number])
            if joined is not None:
                value, end = joined, dates[number].end
                number += 1
        if "/" not in value:
            early = _FROM_YEAR.search(text, max(sentence[0], start - _SINCE_REACH), start)
            if early is not None and early[1] <= value[:4]:
                value, start = f"{early[1]}/{value}", early.start()
        if since and "/" not in value:
            value = f"{value}/.."
        elif value == date.value and _UP_TO.search(text, max(0, start - 12), start):
            # "hingga kuartal I 2025" is a state at its end.
            value = value.rpartition("/")[2]
        begins = max(begins, _clause(text, sentence, date))
        holds = begins == 0 and not _is_state(text, sentence, date)
        found.append(Covered((start, end), value, begins, holds))
    return found


def _is_state(text: str, sentence: Span, date: FoundDate) -> bool:
    if date.text.lower().startswith(("per ", "hingga ", "awal ", "akhir ", "pertengahan ")):
        return True
    begin = max(sentence[0], date.start - _CLAUSE_REACH)
    part = _PART.search(text, max(begin, date.start - 14), date.start)
    return part is not None or _STATE.search(text, begin, date.start) is not None


def _other(text: str, sentence: Span, date: FoundDate, *, says: bool) -> bool:
    """Whether a date is none that counts: when it was said, a part of a year, a term of office."""
    before = max(sentence[0], date.start - _SAID_REACH)
    if len(date.value) == 4 and _PART.search(text, max(0, date.start - 14), date.end):
        return True
    if _YEARS.fullmatch(date.value) and _OFFICE_TERM.search(text, before, date.start):
        return True
    if _BUDGET.search(text, before, date.start):
        return True
    if len(date.value) == 4 and _LAW_YEAR.search(text, before, date.start):
        return True
    if says and _SAID_AT.search(text, before, date.start):
        return True
    if _PRESS.search(text, max(sentence[0], date.start - _PRESS_REACH), date.start):
        return True
    return _SAID.search(text, before, date.start) is not None


def _is_since(text: str, sentence: Span, date: FoundDate) -> bool:
    said = date.text.lower()
    begin = max(sentence[0], date.start - _SINCE_REACH)
    if said.startswith(("sejak", "mulai")) or _SINCE.search(text, begin, date.start):
        return True
    # The words before the number belong to the date: "sejak berdiri | pada tahun 2019".
    return said.startswith(("pada ", "tahun ", "bulan ")) and (
        _SINCE.search(f"{text[begin : date.start]}pada ") is not None
    )


def _joined(text: str, end: int, value: str, following: FoundDate) -> str | None:
    """The interval of two dates: *A hingga B*, or months and years beside each other, *A dan B*."""
    last = following.value.partition("T")[0]
    if _UNTIL.fullmatch(text, end, following.start):
        return f"{value}/{last.rpartition('/')[2]}"
    if _AND.fullmatch(text, end, following.start) and len(value) == len(last) <= _MONTH:
        # "Mei dan Juni 2020": the year stands once.
        first = value if value <= last else f"{last[:4]}{value[4:]}"
        return f"{first}/{last}" if first < last else None
    return None


def _clause(text: str, sentence: Span, date: FoundDate) -> int:
    """Where the clause begins that a date stands in front of; 0 where no other goes before it."""
    begin = max(sentence[0], date.start - _CLAUSE_REACH)
    before = text[begin : date.start]
    if date.text.lower().startswith(_PREPOSITIONS):
        before += f"{date.text.split()[0]} "
    fronted = _CLAUSE_DATE.search(before) or _FRONTED.search(before)
    return begin + fronted.start() if fronted else 0


def _wanted(text: str, figure: Span, fitting: Sequence[Covered]) -> bool:
    """Whether a figure is a target or a quota in a sentence that tells a state, no date between.

    *Tahun ini, target kami 12 kasus* is dated, *hingga Mei tercapai 3 dari target 12 kasus* not.
    """
    match = words().wanted.search(text, max(0, figure[0] - _WANTED_REACH), figure[0])
    return match is not None and not any(
        one.holds or match.start() <= one.span[0] <= figure[1] for one in fitting
    )


def _compared(text: str, date: Span, figure: Span) -> bool:
    first, second = sorted((date, figure))
    return first[1] < second[0] and words().compared.search(text, first[1], second[0]) is not None


def _distance(date: Span, figure: Span) -> int:
    return max(date[0] - figure[1], figure[0] - date[1], 0)
