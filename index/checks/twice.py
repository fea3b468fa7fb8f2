"""One number that an article prints as two different things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Figure
from index.checks.cues import cues
from index.checks.printed import Numbers, Printed
from index.checks.values import is_exact, kind_of, same_kind, value

# Smaller numbers may be alike by chance, and so may round ones.
_BY_CHANCE = 20
_COUNTED = frozenset({"person", "case", "document", "action"})
_TO_WHOLE = 60
_OUT_OF = re.compile(
    r"(?<!\w)dari\s(?:total|jumlah|keseluruhan|seluruh|sebanyak|total sebanyak)?\s?"
    r"(?:[^\W\d]+\s){0,2}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Twice:
    """A figure and the one that contradicts what it is said to count.

    ``expected`` is the value that the other gives, or that of the figure where only what is
    counted differs.
    """

    figure: Figure
    other: Figure
    expected: float


def twice(numbers: Numbers) -> Iterator[Twice]:
    """The numbers that are printed as two things that they cannot both be.

    Either the units are of two kinds (*3.541 permohonan*, *3.541 pemohon*), or the measures
    exclude each other, or the text gives the outcome to all and then to a part of them (*525 orang
    dipulangkan*; *130 dari 525 orang sudah dipulangkan*).
    """
    yield from _otherwise_counted(numbers.figures)
    yield from _only_a_part(numbers)


def _telling(figure: Figure) -> bool:
    known = is_exact(figure) and kind_of(figure) in _COUNTED
    if not known or value(figure) < _BY_CHANCE:
        return False
    return value(figure) % (10 if value(figure) < 1000 else 100) != 0


def _otherwise_counted(figures: Sequence[Figure]) -> Iterator[Twice]:
    by_value: dict[float, list[Figure]] = {}
    for figure in figures:
        if _telling(figure):
            by_value.setdefault(value(figure), []).append(figure)
    for alike in by_value.values():
        first, *others = alike
        for other in others:
            if first.measure == other.measure:
                if first.measure in cues().single and not same_kind(first, other):
                    yield Twice(first, other, value(first))
            elif same_kind(first, other) and _exclude(first.measure, other.measure):
                yield Twice(first, other, value(first))


def _exclude(one: str, other: str) -> bool:
    return any({one, other} <= group for group in cues().apart)


def _only_a_part(numbers: Numbers) -> Iterator[Twice]:
    """A count with an outcome, of which the text elsewhere gives the outcome to a part."""
    printed = numbers.printed
    for at, one in enumerate(printed):
        whole = one.figure
        if whole is None or one.start == whole.start or not _telling(whole):
            continue
        if whole.measure not in cues().outcomes:
            continue
        if not _OUT_OF.search(numbers.text[max(0, one.start - 40) : one.start]):
            continue
        sentence = numbers.sentence(one.start)
        if sentence[0] <= whole.start < sentence[1]:
            continue
        part = _part(printed, at, whole, sentence)
        if part is not None:
            yield Twice(whole, part, value(part))


def _part(
    printed: Sequence[Printed], at: int, whole: Figure, sentence: tuple[int, int]
) -> Figure | None:
    """The count beside ``printed[at]`` that has the outcome of the whole."""
    for near in (at - 1, at + 1):
        if not 0 <= near < len(printed):
            continue
        figure = printed[near].figure
        gap = max(printed[near].start - printed[at].end, printed[at].start - printed[near].end)
        if (
            figure is None
            or gap > _TO_WHOLE
            or not is_exact(figure)
            or not same_kind(figure, whole)
        ):
            continue
        inside = sentence[0] <= printed[near].start < sentence[1]
        alike = figure.measure == whole.measure and same_kind(figure, whole)
        if inside and alike and value(figure) < value(whole):
            return figure
    return None
