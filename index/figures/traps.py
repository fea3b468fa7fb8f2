"""Numbers that are no statistic: dates, ages, labels, citations, scores, figures of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.entities.laws import citations
from index.figures.amounts import Amount
from index.figures.numbers import word_before
from index.figures.resources import listed, rules, worded
from index.figures.units import Unit

_FILE = "traps.yaml"
_KEYS = ("labels", "weak", "idioms", "statutory")
_LINK = re.compile(r"https?://\S{1,500}|www\.\S{1,300}|\S{1,80}@\S{1,80}", re.I)
_BRACKETED = re.compile(r"\s{0,2}(?:tahun|thn|th)?\s{0,2}\)", re.I)
_YEAR_LEADS = frozenset(
    [
        "sejak",
        "pada",
        "tahun",
        "hingga",
        "sampai",
        "di",
        "dari",
        "per",
        "antara",
        "awal",
        "akhir",
        "sepanjang",
        "selama",
        "pertengahan",
        "mulai",
        "dalam",
        "era",
        "periode",
        "nomor",
        "no",
    ]
)
# Labels up to this length may be short forms with a full stop.
_LONGEST_SHORTENED = 5
_NAME_BEFORE = re.compile(r"[\w,)]\s[A-Z]\w*\s$")
# "2 - 1": a score.
_SCORE = re.compile(r"(?<![\w.,])\d{1,2}\s[-–]\s\Z")
_ITEM = re.compile(r"(?<![\w.,/])([1-9]\d?)[.)]\s(?=[^\W\d_]|[\"“‘'(])", re.ASCII)
_ENUMERATION = re.compile(r"[.)](?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Words:
    labels: frozenset[str]
    weak: frozenset[str]
    idioms: re.Pattern[str]
    statutory: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(_FILE, _KEYS)
    idioms = "|".join(re.escape(word) for word in listed(_FILE, entry, "idioms"))
    statutory = "|".join(re.escape(word) for word in listed(_FILE, entry, "statutory"))
    return _Words(
        frozenset(worded(_FILE, entry, "labels")),
        frozenset(worded(_FILE, entry, "weak")),
        re.compile(rf"\s(?:{idioms})(?!\w)", re.I),
        re.compile(rf"(?<!\w)(?:{statutory})(?!\w)", re.I),
    )


def masked(text: str, dates: Sequence[Span]) -> list[Span]:
    """The spans whose numbers are never figures: ``dates``, citations of law, links; sorted."""
    spans = [*dates, *citations(text), *_enumerated(text)]
    if "://" in text or "www." in text or "@" in text:
        spans += [match.span() for match in _LINK.finditer(text)]
    return sorted(spans)


def _enumerated(text: str) -> list[Span]:
    """The numbers of a list that runs on in one paragraph: *1. Andi 2. Budi 3. Citra*."""
    spans: list[Span] = []
    run: list[Span] = []
    if "1. " not in text and "1) " not in text:
        return spans
    for match in _ITEM.finditer(text):
        if int(match.group(1)) == 1:
            run = [match.span(1)]
        elif run and int(match.group(1)) == len(run) + 1:
            run.append(match.span(1))
            spans += run if len(run) == 2 else run[-1:]
    return spans


def is_trap(text: str, amount: Amount, unit: Unit | None) -> bool:
    """Whether the number at ``amount`` (not masked) is a label, an age, a score or an idiom."""
    if amount.unit is not None:
        return False
    words = _words()
    core, end = amount.core, amount.end
    before, after = text[core - 1 : core], text[end : end + 1]
    if (before == " " and text[core - 2 : core - 1] == "/") or text[end : end + 2] == " /":
        return True
    # "3 Tewas-Ratusan Terjebak" joins two lines of a title.
    dash = before == "-" and text[core - 2 : core - 1] != "-"
    dash = dash and (amount.digits or not text[core].isupper())
    if before in ("/", "@", "#", "_", "+") or (dash and core == amount.start):
        return True
    if before == " " and amount.digits and _SCORE.search(text, max(0, core - 6), core):
        return True
    if before == "." and core >= 2 and text[core - 2].isalnum():
        return True
    glued = unit is not None and unit.start == end and unit.known
    if after in ("/", "_", ":") or (after == "-" and text[end + 1 : end + 2].isalnum()):
        return True
    if (after.isalpha() and not glued) or (after == "." and text[end + 1 : end + 2].isdigit()):
        return True
    if amount.fraction:
        return before not in (" ", "", "(") or not text[end : end + 2].strip()[:1].islower()
    if before == "(" and _BRACKETED.match(text, end):
        return True
    known = unit is not None and unit.known
    label = word_before(text, core)
    if text[core - 2 : core] == ". " and (text[core].isupper() or len(label) > _LONGEST_SHORTENED):
        # The number begins a sentence; "No. 21" does not.
        label = ""
    if label in words.labels or (not known and label in words.weak):
        # "ke empat minimarket" goes to four of them; "ke 4" is an ordinal.
        return label != "ke" or amount.digits
    if amount.digits:
        return _digits_trap(text, amount, unit)
    if words.idioms.match(text, end):
        return True
    return _in_a_name(text, amount)


def _digits_trap(text: str, amount: Amount, unit: Unit | None) -> bool:
    known = unit is not None and unit.known
    core, end = amount.core, amount.end
    printed = text[core:end]
    if printed[0] == "0" and len(printed) > 1 and printed[1].isdigit():
        return True
    year = len(printed) == 4 and printed.isdigit() and 1900 <= int(printed) <= 2099
    if year and (not known or word_before(text, core) in _YEAR_LEADS):
        return True
    if not known and unit is not None and _NAME_BEFORE.search(text, max(0, core - 24), core):
        return True
    if amount.scale == 1 and printed.isdigit() and len(printed) > 9:
        return True
    return bool((core == 0 or text[core - 1] == "\n") and _ENUMERATION.match(text, end))


def _in_a_name(text: str, amount: Amount) -> bool:
    """Whether a number word is capitalised inside a name (*Kepulauan Seribu*)."""
    core = amount.core
    if not text[core].isupper() or core < 2:
        return False
    head = text[max(0, core - 30) : core]
    last = head.split()[-1] if head.split() else ""
    if (
        last[-1:].islower()
        and last[:1].islower()
        and text[amount.end + 1 : amount.end + 2].isupper()
    ):
        # "kembali ke Dua Masjid Suci": a capital in the middle of a sentence.
        return text[core - 1] == " "
    following = text[amount.end : amount.end + 2].strip()
    return bool(last[:1].isupper() and last[-1:].isalpha() and not following[:1].islower())


def is_statutory(text: str, sentence: Span, amount: Amount, unit: Unit | None) -> bool:
    """Whether a term or a fine is what a law threatens with, not what a court has given."""
    if not amount.money and (unit is None or not (unit.kind == "time" or _strokes(unit))):
        return False
    start, end = sentence
    if not _words().statutory.search(text, start, min(end, amount.end + 40)):
        return False
    return (
        not amount.money
        or re.search(r"(?:denda|penjara|pidana|hukum)", text[start:end], re.I) is not None
    )


def _strokes(unit: Unit) -> bool:
    """Whether strokes of the cane are counted, which are a sentence as years are."""
    return unit.name.lower() == "kali" and "cambuk" in (unit.what or "").lower()
