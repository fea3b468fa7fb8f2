"""The headline's numbers against the body's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import TITLE, Article, Figure
from index.checks.printed import Numbers
from index.checks.values import Range, is_exact, kind_of, same_kind, step, value
from index.figures.amounts import Amount, find_amounts

# Kinds of units of which a headline's number must stand in the text as well.
_COUNTED = frozenset({"person", "case"})
# Longest list whose sum a headline may give.
_MOST_SUMMED = 8
# A number of the body this many times the headline's, or more, counts something else.
_ALIKE = 2.0


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A number of the headline that the body has not; ``other`` is the body's own where it has one
    of the same measure and kind, and only one."""

    headline: Figure
    other: Figure | None


def unsupported(article: Article, body: Numbers) -> Iterator[Unsupported]:
    """The exact counts of the headline that the body neither prints nor covers.

    A number is covered by one that rounds to it, by *lebih dari N* and ranges around it, and by
    parts that add up to it.
    """
    for figure in article.annotations.figures:
        if figure.part != TITLE or not is_exact(figure) or not _is_count(figure):
            continue
        if _covered(figure, body, article):
            continue
        yield Unsupported(figure, _counterpart(figure, body.figures))


def _is_count(figure: Figure) -> bool:
    kind = kind_of(figure)
    return kind in _COUNTED or kind.startswith("money ")


def _covered(figure: Figure, body: Numbers, article: Article) -> bool:
    half = step(figure)
    near = Range(value(figure) - half, value(figure) + half) if half != 1.0 else None
    exact = Range(value(figure), value(figure))
    amounts: list[Amount] = list(body.amounts)
    for caption in article.captions:
        amounts += find_amounts(caption)
    for amount in amounts:
        low = float("-inf") if amount.low is None else amount.low
        high = float("inf") if amount.high is None else amount.high
        bounded = amount.low is None or amount.high is None
        if bounded and _far(value(figure), amount):
            continue
        if (near or exact).meets(Range(low, high)):
            return True
    return _summed(figure, body)


def _far(known: float, amount: Amount) -> bool:
    """Whether an open bound lies too far off to speak of the same count."""
    bound = amount.low if amount.high is None else amount.high
    return not bound or not 1 / _ALIKE <= known / bound <= _ALIKE


def _summed(figure: Figure, body: Numbers) -> bool:
    """Whether some counts that follow one another add up to ``figure``."""
    alike = [
        each.figure
        for each in body.printed
        if each.figure is not None and same_kind(each.figure, figure) and is_exact(each.figure)
    ]
    for first in range(len(alike)):
        total = 0.0
        for each in alike[first : first + _MOST_SUMMED]:
            total += value(each)
            if total == value(figure):
                return True
    return False


def _counterpart(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """The only exact figure of the body that counts the same and is of like size."""
    alike = [
        each
        for each in others
        if each.measure == figure.measure and same_kind(each, figure) and is_exact(each)
        and 1 / _ALIKE <= (value(each) or 1) / (value(figure) or 1) <= _ALIKE
    ]  # fmt: skip
    return alike[0] if len(alike) == 1 else None
