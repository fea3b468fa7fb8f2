"""Values and periods of figures as a table has them: short, aligned, sortable."""

from __future__ import annotations

from index.article import Figure
from index.text import clean_line
from tui.i18n import catalogue, text

RANGE = "–"


def amount(figure: Figure) -> str:
    """A value with its bounds as signs: ``5,000``, ``≥ 5,000``, ``≤ 20``, ``100–999``, ``~ 300``.

    ``≥`` and ``≤`` stand for *lebih dari* and *sedikitnya* alike: the one bound is all that is
    known; the words are in ``figure.text``.
    """
    low, high = figure.low, figure.high
    if low is None and high is None:
        return ""
    if high is None:
        return f"≥ {number(low)}"
    if low is None:
        return f"≤ {number(high)}"
    shown = number(low) if low == high else f"{number(low)}{RANGE}{number(high)}"
    return f"~ {shown}" if figure.approximate else shown


def number(value: float | None) -> str:
    """A number with the separators of the language: ``1,234.5`` or ``1.234,5``; never rounded."""
    if value is None:
        return ""
    whole = f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
    point, comma = text("number.point"), text("number.thousands")
    return whole.translate({ord("."): point, ord(","): comma})


def value(figure: Figure) -> float | None:
    """The number that was printed: the lower bound, or the upper one where it has no lower."""
    return figure.low if figure.low is not None else figure.high


def unit_words(kind: str) -> str:
    """A kind of unit, as ``Archive.unit_kind`` names it, in words; with what it is for each of."""
    name, slash, per = kind.partition("/")
    known = f"unit.{name}"
    words = text(known) if known in catalogue("en") else clean_line(name)
    return f"{words}{slash}{clean_line(per)}"


def span(period: str | None) -> str:
    """A period in ISO, an interval without what its two ends share: ``2023-06-05..06-13``."""
    first, slash, last = (period or "").partition("/")
    if not slash or first == last:
        return first
    shared = 0
    if len(first) == len(last):
        for at in (8, 5):
            if first[:at] == last[:at] and len(first) > at:
                shared = at
                break
    return f"{first}..{last[shared:]}"


def ends(period: str | None) -> tuple[str, str]:
    """The beginning and the end of a period, in ISO; the same twice where it is one date."""
    first, slash, last = (period or "").partition("/")
    return (first, last) if slash else (first, first)
