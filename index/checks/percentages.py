"""Percentages against the counts that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from index.article import Figure
from index.checks.cues import cues
from index.checks.printed import Numbers, Printed
from index.checks.values import (
    Range,
    around,
    is_exact,
    percent_around,
    same_kind,
    value,
)

# Longest text, in characters, between a count and its percentage, a base, a pair of values.
_BESIDE = 40
_TO_BASE = 70
_PAIRED = 70
_TO_CHANGE = 90
_TO_VERB = 45
# Values this many times apart lack a word of their scale (*4,49* beside *4,56 triliun*).
_MOST_TIMES = 20
_FROM = re.compile(r"(?<!\w)dari\s(?:[^\W\d]+\s){0,4}(?:Rp|US\$)?\s?$", re.I)
_OUT_OF = re.compile(
    r"(?<!\w)dari\s(?:total|jumlah|keseluruhan|seluruh|sebanyak|total jumlah|total sebanyak)?\s?"
    r"(?:[^\W\d]+\s){0,3}$",
    re.I,
)
# The value of a comparison stands in its own clause.
_CLAUSE = re.compile(r",|(?<!\w)(?:dengan|dan|serta|yaitu|yakni)(?!\w)", re.I)
_PERCENT = re.compile(r"%|(?<!\w)persen(?!\w)", re.I)
_ENDS = re.compile(r"[.;](?:\s|$)|(?<!\w)(?:sementara|sedangkan|namun|tetapi)(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A percentage, the counts that it is made of, and what they make: ``share`` is part and base,
    ``change`` the earlier and the later value; ``expected`` is in per cent."""

    kind: str
    percent: Figure
    counts: tuple[Figure, Figure]
    verdict: str
    expected: float


def ratios(numbers: Numbers) -> Iterator[Ratio]:
    """The percentages whose counts the same sentence names.

    *dari A menjadi B ... P persen*; *B, naik P persen dibanding A*; *A atau P persen dari B*.
    Allowed for: the rounding of all three as printed, and *sekitar* or *lebih dari*.
    """
    printed = numbers.printed
    sentence_of = [numbers.sentence(one.start) for one in printed]
    for at, one in enumerate(printed):
        if one.figure is None or one.figure.unit != "persen" or one.figure.part == "":
            continue
        here = [
            each for each, span in zip(printed, sentence_of, strict=True) if span == sentence_of[at]
        ]
        yield from _ratios_of(numbers, one, one.figure, here)


def _ratios_of(
    numbers: Numbers, one: Printed, percent: Figure, here: Sequence[Printed]
) -> Iterator[Ratio]:
    counts = [
        each
        for each in here
        if each.figure is not None and each.figure.unit != "persen" and is_exact(each.figure)
    ]
    change = _became(numbers, one, percent, counts, here)
    change = change or _compared(numbers, one, percent, counts)
    if change is not None:
        yield change
        return
    share = _share(numbers, one, percent, counts)
    if share is not None:
        yield share


def _became(
    numbers: Numbers,
    one: Printed,
    percent: Figure,
    counts: Sequence[Printed],
    here: Sequence[Printed],
) -> Ratio | None:
    """*P persen dari A menjadi B*, *dari A menjadi B atau naik P persen*."""
    text = numbers.text
    found: list[tuple[int, Printed, Printed, bool]] = []
    for first, second in pairwise(counts):
        between = text[first.end : second.start]
        if second is not _next(here, first):
            continue
        if len(between) > _PAIRED or not cues().became.search(between):
            continue
        told = _FROM.search(text[max(0, first.start - 60) : first.start]) is not None
        if _ENDS.search(between):
            continue
        distance = one.start - second.end if one.start > second.start else first.start - one.end
        if 0 <= distance <= _TO_CHANGE:
            found.append((distance, first, second, told))
    if not found:
        return None
    distance, first, second, told = min(found, key=lambda each: each[0])
    apart = (
        text[second.end : one.start] if one.start > second.start else text[one.end : first.start]
    )
    if not _is_of_change(numbers, one, second) or _ENDS.search(apart):
        return None
    if any(_within(each, one, first, second) for each in counts):
        return None
    change = _changed(percent, first, second)
    # Without *dari* the first of the two may be another count.
    return change if told or (change is not None and change.verdict == "agrees") else None


def _next(here: Sequence[Printed], one: Printed) -> Printed | None:
    """The number that follows ``one``, understood or not."""
    return next((each for each in here if each.start >= one.end), None)


def _tells_change(words: str) -> bool:
    """Whether a word of rising or falling stands in ``words``."""
    return (cues().rise.search(words) or cues().fall.search(words)) is not None


def _is_of_change(numbers: Numbers, one: Printed, second: Printed) -> bool:
    """Whether the percentage is told as the change of the pair: *naik P persen dari ...*, *...
    menjadi B atau P persen*, *... menjadi B (naik P persen)*."""
    if one.start > second.start:
        link = numbers.text[second.end : one.start]
        return (
            _tells_change(link)
            or cues().equals.search(link) is not None
            or link.strip() in ("(", ",", "")
        )
    return _tells_change(numbers.text[max(0, one.start - _TO_VERB) : one.start])


def _within(each: Printed, one: Printed, first: Printed, second: Printed) -> bool:
    """Whether another count stands between the pair and its percentage."""
    low, high = sorted((one.start, first.start if one.start < first.start else second.start))
    return low < each.start < high and each not in (first, second)


def _compared(
    numbers: Numbers, one: Printed, percent: Figure, counts: Sequence[Printed]
) -> Ratio | None:
    """*B, naik P persen dibandingkan A*: one count before, one after."""
    text = numbers.text
    before = [each for each in counts if each.end <= one.start]
    after = [each for each in counts if each.start >= one.end]
    if not before or not after:
        return None
    later, earlier = before[-1], after[0]
    lead, tail = text[later.end : one.start], text[one.end : earlier.start]
    if not _tells_change(lead) or len(lead) > _TO_CHANGE or len(tail) > _TO_CHANGE:
        return None
    if _CLAUSE.search(tail) or _PERCENT.search(lead):
        return None
    if not cues().against.search(tail) or _ENDS.search(lead) or _ENDS.search(tail):
        return None
    if len(after) > 1 and cues().became.search(text[earlier.end : after[1].start]):
        return None
    change = _changed(percent, earlier, later)
    if change is not None and change.verdict == "differs" and _is_share(percent, later, earlier):
        return None
    return change


def _changed(percent: Figure, first: Printed, second: Printed) -> Ratio | None:
    """The change from ``first`` to ``second``, without its sign: *rupiah melemah* is a higher rate,
    and a word that tells the wrong direction is no wrong number."""
    earlier, later = first.figure, second.figure
    if earlier is None or later is None or not same_kind(earlier, later):
        return None
    low, high = around(earlier), around(later)
    known = sorted((value(earlier), value(later)))
    if low.low <= 0 or known[1] > known[0] * _MOST_TIMES:
        return None
    ends = [
        (after - before) / before * 100
        for after, before in product((high.low, high.high), (low.low, low.high))
    ]
    made = Range(min(ends), max(ends))
    if value(later) < value(earlier):
        made = Range(-made.high, -made.low)
    expected = abs(value(later) - value(earlier)) / value(earlier) * 100
    verdict = "agrees" if percent_around(percent).meets(made) else "differs"
    return Ratio("change", percent, (earlier, later), verdict, expected)


def _is_share(percent: Figure, part: Printed, base: Printed) -> bool:
    """Whether the percentage is what ``part`` is of ``base``: *tumbuh 18 persen dari pagu*."""
    if part.figure is None or base.figure is None or not value(base.figure):
        return False
    return value(part.figure) / value(base.figure) * 100 in percent_around(percent)


def _share(
    numbers: Numbers, one: Printed, percent: Figure, counts: Sequence[Printed]
) -> Ratio | None:
    """*A atau P persen dari B*, *P persen (A) dari B*, *dari B, A (P persen)*."""
    part = next((each for each in counts if _beside(numbers, each, one)), None)
    if part is None or part.figure is None:
        return None
    bases = [each for each in counts if each is not part and _is_base(numbers, each, one, part)]
    if len(bases) != 1:
        return None
    base = bases[0].figure
    if base is None or not same_kind(base, part.figure) or value(base) <= value(part.figure):
        return None
    small, large = around(part.figure), around(base)
    if large.low <= 0:
        return None
    made = Range(small.low / large.high * 100, small.high / large.low * 100)
    verdict = "agrees" if percent_around(percent).meets(made) else "differs"
    expected = value(part.figure) / value(base) * 100
    return Ratio("share", percent, (part.figure, base), verdict, expected)


def _beside(numbers: Numbers, count: Printed, one: Printed) -> bool:
    """Whether a count and the percentage are one amount said twice."""
    text = numbers.text
    if count.end <= one.start:
        between, behind = text[count.end : one.start], text[one.end : one.end + 2]
    else:
        between, behind = text[one.end : count.start], text[count.end : count.end + 2]
    if len(between) > _BESIDE or re.search(r"[.;\n]", between) or _tells_change(between):
        return False
    bracket = between.rstrip().endswith("(") and ")" in behind
    return bracket or cues().equals.search(between) is not None


def _is_base(numbers: Numbers, each: Printed, one: Printed, part: Printed) -> bool:
    text = numbers.text
    if not _OUT_OF.search(text[max(0, each.start - 60) : each.start]):
        return False
    last = max(one.end, part.end)
    if each.start >= last:
        return each.start - last <= _TO_BASE and not _ENDS.search(text[last : each.start])
    first = min(one.start, part.start)
    return each.end <= first and not _ENDS.search(text[each.end : first])
