"""How exactly a number was printed, and what two numbers may differ by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.article import Figure
from index.figures.amounts import UNITS_KEYS
from index.figures.resources import rules
from index.figures.units import lexicon, same_unit

_NUMERAL = re.compile(r"\d+(?:\.\d{3})+(?:,(\d+))?(?!\d)|\d+(?:[.,](\d+))?")
# So many zeros at the end of a whole number are not taken for counted.
_ROUND = 3
# Binary fractions of decimal numbers miss by less than this share of them.
_FUZZ = 1e-9
# "hampir 70 persen" may be this far off, in units of the value and of per cent.
_LOOSE_SHARE = 0.05
_LOOSE_PERCENT = 2.0


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a printed number may stand for."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        fuzz = _FUZZ * max(abs(value), 1.0)
        return self.low - fuzz <= value <= self.high + fuzz

    def meets(self, other: Range) -> bool:
        """Whether some value is in both."""
        return other.low in self or other.high in self or self.low in other


def is_exact(figure: Figure) -> bool:
    """Whether one number was printed, without *sekitar*, *lebih dari* or a range."""
    return figure.low is not None and figure.low == figure.high and not figure.approximate


def value(figure: Figure) -> float:
    """The value of an exact figure.

    Raises:
        ValueError: the figure is open on one side.
    """
    if figure.low is None:
        raise ValueError(f"{figure.text!r} has no low bound")
    return figure.low


def step(figure: Figure) -> float:
    """The least difference that the printed form can show: 0.1 for *18,6 persen*, 1e5 for *2,7
    juta*, 1e9 for *244 miliar*, 1 for *303*, *350.000* and words.
    """
    match = _NUMERAL.search(figure.text)
    known = figure.low if figure.low is not None else figure.high
    if match is None or not known:
        return 1.0
    decimals = match.group(1) or match.group(2) or ""
    printed = match.group()
    if match.group(2) is None:
        printed = printed.replace(".", "")
    numeral = float(printed.replace(",", "."))
    scale = known / numeral if numeral else 1.0
    return max(round(scale), 1) * 10.0 ** -len(decimals)


def _rounded_step(figure: Figure) -> float:
    """``step``, zeros at the end of a large number not being taken for counted."""
    whole = f"{int(value(figure))}"
    zeros = len(whole) - len(whole.rstrip("0"))
    return max(step(figure), 10.0**zeros if zeros >= _ROUND else 1.0)


def around(figure: Figure) -> Range:
    """What an exact figure may stand for, its printed form being rounded or cut off."""
    known, least = value(figure), _rounded_step(figure)
    if least == 1.0:
        return Range(known, known)
    return Range(known - least / 2, known + least)


def percent_around(figure: Figure) -> Range:
    """What a percentage may stand for: rounded or cut off; open where it was printed so."""
    least = step(figure)
    low, high = figure.low, figure.high
    if low is not None and low == high and figure.approximate:
        loose = max(least, _LOOSE_PERCENT, low * _LOOSE_SHARE)
        return Range(low - loose, low + loose)
    return Range(
        float("-inf") if low is None else low - least,
        float("inf") if high is None else high + least,
    )


@cache
def currencies() -> frozenset[str]:
    """The codes of currencies that a unit may be (units.yaml)."""
    return frozenset(rules("units.yaml", UNITS_KEYS)["currencies"])


def kind_of(figure: Figure) -> str:
    """The class of the figure's unit (units.yaml), or the unit itself where it is of no class.

    Amounts of money of two currencies are of two kinds.
    """
    unit = figure.unit or ""
    if unit == "persen":
        return "percent"
    if unit in currencies():
        return f"money {unit}"
    return lexicon().classes.get(unit.lower(), same_unit(unit))


def same_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures count things of one kind, so that they can be added or compared."""
    return kind_of(one) == kind_of(other)
