"""Parts against their whole: *824 orang, yakni 370 perempuan, 42 anak ...*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from index.article import Figure
from index.checks.cues import cues
from index.checks.printed import Numbers, Printed
from index.checks.values import is_exact, kind_of, same_kind, step, value
from index.figures.units import same_unit

# Longest text, in characters, between a whole and its first part, and between two parts.
_TO_FIRST = 130
_BETWEEN = 90
# A whole this near to its parts needs no word that tells of parts, if they add up to it.
_BESIDE = 30
# Sums below this come about by chance where no word tells of parts.
_BY_CHANCE = 20
_MOST_PARTS = 24
# Parts that make more than this many times the whole, or less than half, are of something else.
_MOST_OVERLAP = 1.5
_TO_COMPARED = 30
_AND = re.compile(r",(?:\s(?:dan|serta))?|(?<!\w)(?:dan|serta)(?!\w)", re.I)
_AND_MORE = re.compile(r"[^,.;\n]{0,40}(?<!\w)(?:dan|serta)(?!\w)", re.I)
_COMPARED = re.compile(
    r"(?<!\w)(?:(?:naik|turun|meningkat|menurun|berkurang|bertambah)\sdari|semula|sebelumnya"
    r"|dibanding(?:kan)?|sebelumnya\s\w+|(?:lalu|sebelumnya|kemarin)\s\w{2,12})\s?$",
    re.I,
)
# So many parts are tried in all their combinations.
_MOST_COMBINED = 10
# Kinds of units whose parts are of their whole's kind.
_ADDED = frozenset({"person", "case", "document", "action"})


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole, the parts that were found for it, and whether they make all of it."""

    whole: Figure
    parts: tuple[Figure, ...]
    verdict: str
    expected: float


def sums(numbers: Numbers) -> Iterator[Sum]:
    """The wholes of a part of the article with their parts, each whole once.

    Parts that add up are told wherever they stand near their whole. Parts that do not are told
    only where a word says that they are all (*terdiri atas*, *yakni*), no number among them is
    unread, and no word speaks of others (*sisanya*).
    """
    told: set[int] = set()
    printed = numbers.printed
    for at, one in enumerate(printed):
        whole = one.figure
        if whole is None or id(whole) in told or not _can_be_whole(whole):
            continue
        found = _marked(numbers, whole) or _after(numbers, printed, at)
        found = found or _before(numbers, printed, at)
        if found is not None:
            told.add(id(whole))
            yield found


def _can_be_whole(figure: Figure) -> bool:
    kind = kind_of(figure)
    summed = kind in _ADDED or kind.startswith("money ")
    return summed and is_exact(figure) and value(figure) >= 3 and figure.per is None


def _is_part(figure: Figure, whole: Figure) -> bool:
    return (
        is_exact(figure)
        and same_kind(figure, whole)
        and figure is not whole
        and figure.per is None
        and 0 <= value(figure) <= value(whole)
    )


def _marked(numbers: Numbers, whole: Figure) -> Sum | None:
    """The parts that carry the span of their whole."""
    parts = [
        each
        for each in numbers.figures
        if each.whole == (whole.start, whole.end) and _is_part(each, whole)
    ]
    if len(parts) < 2:
        return None
    return _adding_up(whole, parts)


def _after(numbers: Numbers, printed: Sequence[Printed], at: int) -> Sum | None:
    """The parts that follow their whole."""
    one = printed[at]
    whole = one.figure
    assert whole is not None
    text = numbers.text
    parts: list[Printed] = []
    closed = True
    end = one.end
    for following in printed[at + 1 : at + 1 + _MOST_PARTS]:
        gap = text[end : following.start]
        if len(gap) > (_BETWEEN if parts else _TO_FIRST):
            break
        figure = following.figure
        if figure is None and numbers.is_hidden(following.start, following.end):
            continue
        if figure is not None and not same_kind(figure, whole):
            if kind_of(figure) == "percent" and parts:
                end = following.end
                continue
            break
        if figure is None or not _is_part(figure, whole) or _is_compared(text, following):
            closed = figure is whole
            break
        parts.append(following)
        end = following.end
    if len(parts) < 2:
        return None
    lead = text[one.end : parts[0].start]
    if _is_compared(text, one):
        return None
    figures = [each.figure for each in parts if each.figure is not None]
    partition = cues().partition.search(lead)
    told = partition or cues().subset.search(lead) or ":" in lead
    money = kind_of(whole).startswith("money ")
    if told or (not money and (len(lead) <= _BESIDE or value(whole) >= _BY_CHANCE)):
        found = _adding_up(whole, figures)
        if found is not None:
            return found
    if partition:
        found = _some_adding_up(whole, figures)
        if found is not None:
            return found
    if not partition or not closed or cues().subset.search(lead):
        return None
    return _not_adding_up(numbers, one, parts)


def _adding_up(whole: Figure, figures: Sequence[Figure]) -> Sum | None:
    """The first of ``figures`` that make ``whole``, two or more of them."""
    total = 0.0
    for count, figure in enumerate(figures, 1):
        total += value(figure)
        if count > 1 and _equal(total, whole, figures[:count]):
            return Sum(whole, tuple(figures[:count]), "agrees", total)
    return None


def _equal(total: float, whole: Figure, parts: Sequence[Figure], *, cut: bool = False) -> bool:
    """Whether a sum is the whole, as far as was printed; ``cut`` allows digits that were cut off
    where they ought to have been rounded."""
    rounding = sum(step(part) / 2 for part in (whole, *parts) if step(part) != 1.0)
    return abs(total - value(whole)) <= rounding * (2 if cut else 1) + 1e-9 * abs(total)


def _is_compared(text: str, one: Printed) -> bool:
    """Whether a number is the other side of a comparison: *naik dari 90 orang*, *semula 90*."""
    return _COMPARED.search(text[max(0, one.start - _TO_COMPARED) : one.start]) is not None


def _not_adding_up(numbers: Numbers, one: Printed, parts: Sequence[Printed]) -> Sum | None:
    whole = one.figure
    assert whole is not None
    start, end = numbers.sentence(parts[0].start)
    here = [part for part in parts if start <= part.start < end]
    first, last = here[0].start, here[-1].end
    others = [
        each
        for each in numbers.printed
        if first <= each.start < end and each not in here
    ]  # fmt: skip
    figures = [part.figure for part in here if part.figure is not None]
    if len(here) < 2 or last > end or any(_may_be_part(numbers, each, whole) for each in others):
        return None
    total = sum(map(value, figures))
    verdict = "exceeds" if total > value(whole) else "incomplete"
    if not value(whole) / 2 <= total <= value(whole) * _MOST_OVERLAP:
        return None
    if _equal(total, whole, figures, cut=True):
        return None
    if cues().rest.search(numbers.text, one.end, end):
        return None
    if verdict == "incomplete" and (_unnumbered(numbers.text, here) or _goes_on(numbers, end)):
        return None
    return Sum(whole, tuple(figures), verdict, total)


def _may_be_part(numbers: Numbers, each: Printed, whole: Figure) -> bool:
    """Whether a number may count some of the whole, in a way that was not understood."""
    if each.figure is None:
        return not numbers.is_hidden(each.start, each.end)
    # A unit of no known class may be one of persons (*19 ofisial*).
    kind = kind_of(each.figure)
    return kind == kind_of(whole) or kind == same_unit(each.figure.unit or "")


def _unnumbered(text: str, parts: Sequence[Printed]) -> bool:
    """Whether a list has an item without a number: *satu warga Riau dan Kepulauan Riau*."""
    for part, following in pairwise(parts):
        if len(_AND.findall(text, part.end, following.start)) > 1:
            return True
    return _AND_MORE.match(text, parts[-1].end) is not None


def _goes_on(numbers: Numbers, end: int) -> bool:
    """Whether the sentence after ``end`` tells of more parts."""
    start, stop = numbers.sentence(end + 1)
    if start == stop:
        return False
    following = numbers.text[start:stop]
    more = cues().more.match(following) or cues().rest.search(following)
    return more is not None and any(start <= each.start < stop for each in numbers.printed)


def _some_adding_up(whole: Figure, figures: Sequence[Figure]) -> Sum | None:
    """The fewest of ``figures``, the first among them, that make ``whole``: the others are parts of
    parts (*106 WNI, 36 di antaranya perempuan, dan lima WNA*) or a second breakdown."""
    first, *others = figures[:_MOST_COMBINED]
    for count in range(1, len(others) + 1):
        for some in combinations(others, count):
            total = value(first) + sum(map(value, some))
            if _equal(total, whole, (first, *some)):
                return Sum(whole, (first, *some), "agrees", total)
    return None


def _before(numbers: Numbers, printed: Sequence[Printed], at: int) -> Sum | None:
    """The parts that stand before the whole, which *total* adds up."""
    one = printed[at]
    whole = one.figure
    assert whole is not None
    if not cues().total.search(numbers.text[max(0, one.start - 60) : one.start]):
        return None
    parts: list[Figure] = []
    start = one.start
    for earlier in reversed(printed[max(0, at - _MOST_PARTS) : at]):
        figure = earlier.figure
        gap = start - earlier.end
        if figure is None and numbers.is_hidden(earlier.start, earlier.end):
            continue
        if figure is None or gap > _TO_FIRST or not _is_part(figure, whole):
            if figure is not None and kind_of(figure) == "percent" and gap <= _TO_FIRST:
                start = earlier.start
                continue
            break
        parts.append(figure)
        start = earlier.start
    found = _adding_up(whole, parts)
    if found is None:
        return None
    return Sum(whole, tuple(reversed(found.parts)), found.verdict, found.expected)
