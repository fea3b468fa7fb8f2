"""The headline's numbers against the body's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import TITLE, Article, Figure
from index.checks.cues import cues
from index.checks.printed import Numbers
from index.checks.values import Range, is_exact, kind_of, same_kind, step, value
from index.figures.amounts import Amount, find_amounts
from index.figures.units import same_unit

# Kinds of units of which a headline's number must stand in the text as well.
_COUNTED = frozenset({"person", "case"})
# Longest list whose sum a headline may give.
_MOST_SUMMED = 8
# A number of the body this many times the headline's, or more, counts something else.
_ALIKE = 2.0
# "Nol korban", "satu orang": said in many ways without a number.
_LEAST = 2
# Fewer than these the text may name one by one.
_NAMED = 10
# A rounded headline may be this far off, as a share.
_ROUNDED = 0.02
_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")


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
        if value(figure) < _LEAST or _numeral_stands(figure, article):
            continue
        if _covered(figure, body, article):
            continue
        other = _counterpart(figure, body.figures)
        if other is not None or value(figure) >= _NAMED:
            yield Unsupported(figure, other)


def _numeral_stands(figure: Figure, article: Article) -> bool:
    """Whether the text has the headline's digits, as part of a number that was not understood."""
    match = _NUMERAL.search(figure.text)
    if match is None:
        return False
    alone = re.compile(rf"(?<![\d.,]){re.escape(match.group())}(?!\d|[.,]\d)")
    return any(alone.search(text) for text in (article.body, *article.captions))


def _is_count(figure: Figure) -> bool:
    kind = kind_of(figure)
    return kind in _COUNTED or kind.startswith("money ")


def _covered(figure: Figure, body: Numbers, article: Article) -> bool:
    rounded = kind_of(figure).startswith("money ") or value(figure) % 100 == 0
    half = max(step(figure), value(figure) * _ROUNDED if rounded else 0)
    near = Range(value(figure) - half, value(figure) + half) if rounded or half > 1 else None
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


def _same_things(one: Figure, other: Figure) -> bool:
    """Whether the units are the same, or one of them is only *orang*."""
    units = {same_unit(one.unit or ""), same_unit(other.unit or "")} - cues().generic
    return same_kind(one, other) and len(units) < 2


def _counterpart(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """The only exact figure of the body that counts the same and is of like size.

    Persons of no measure are of all sorts: there is none for them.
    """
    if figure.measure not in cues().compared | {"money"}:
        return None
    alike = [
        each
        for each in others
        if each.measure == figure.measure and _same_things(each, figure) and is_exact(each)
        and 1 / _ALIKE <= (value(each) or 1) / (value(figure) or 1) <= _ALIKE
    ]  # fmt: skip
    return alike[0] if len(alike) == 1 else None
