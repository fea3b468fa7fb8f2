"""What an article counts: its amounts, each with its unit, in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Span
from index.figures.amounts import Amount, or_more
from index.figures.traps import is_statutory, is_trap
from index.figures.units import Unit, unit_after
from index.figures.unprinted import (
    elliptic_after,
    goes_on_counting,
    implied,
    is_rest,
    listed_after,
    unit_before,
)
from index.language.sentences import sentence_at

# So far, in characters, the words of a sentence tell of a figure; a longer one is no sentence.
_NEAR = 500
# "sebelas di antara 40 WNA", "3 dari 40 WNA": the unit stands behind the whole.
_AMONG = re.compile(r"\s(?:orang\s)?(?:di ?antara|dari)\s(?:total\s)?\d{1,3}(?:\.\d{3})*(?=\s\w)")
_LISTED = re.compile(r"\s[\w\s()-]{1,40}(?:,|\sdan|\sserta|,\sdan)\s(?:hanya\s)?", re.I)
# Classes of units that a list of counts prints once.
_CHAINED = frozenset({"person", "case", "document", "action"})
# Classes whose units a number beside them never shares.
_UNSHARED = frozenset({"money", "percent", "time"})
_OF = re.compile(
    r"\s(?:dari|total)\s(?:(?:total|jumlah|seluruh|semua|keseluruhan|sekitar|\d[\d.,]*)\s)*"
)
_HALF = 0.5
_MONTHS = re.compile(r"\sbulan(?!\w)", re.I)
_AND_MONTHS = re.compile(r",?\s(?:dan\s|lebih\s)?", re.I)


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with its unit, in its sentence."""

    amount: Amount
    unit: Unit
    sentence: Span
    span: Span

    @property
    def window(self) -> Span:
        """Its sentence, as far as it is near: what a sentence of any length may say of it."""
        start, end = self.sentence
        return max(start, self.span[0] - _NEAR), min(end, self.span[1] + _NEAR)


def counted_in(
    text: str,
    amounts: Sequence[Amount],
    bounds: list[Span],
    masked: Sequence[Span],
    *,
    titled: bool,
) -> list[Counted]:
    """The amounts of ``text`` that count something one could quote, in order.

    ``bounds`` are its sentences, ``masked`` (sorted) the spans whose numbers are none: dates,
    citations, links. ``titled`` tells that the text is set in title case.
    """
    counted: list[Counted] = []
    taken = 0
    for number, amount in enumerate(amounts):
        if amount.start < taken or _overlaps(masked, amount.core, amount.end):
            continue
        sentence = sentence_at(bounds, amount.core)
        if sentence is None:
            continue
        if _alone(text, amount, amounts, number):
            continue
        unit = _unit(text, amount, sentence, counted, titled=titled)
        if is_trap(text, amount, unit) or unit is None or unit.kind == "uncounted":
            continue
        if amount.start < sentence[0] or amount.end > sentence[1]:
            # What the sentence does not hold is no part of what it says.
            continue
        end = max(amount.end, unit.end)
        if unit.kind == "time" and number + 1 < len(amounts):
            amount, end = _with_months(text, amount, unit, amounts[number + 1])
            taken = end
        more = or_more(text, end) if amount.low == amount.high and unit.end > amount.end else None
        if more is not None:
            amount, end = replace(amount, high=None), more
        one = Counted(amount, unit, sentence, (amount.start, end))
        if not is_statutory(text, one.window, amount, unit):
            counted.append(one)
    return counted


def _with_months(text: str, amount: Amount, unit: Unit, months: Amount) -> tuple[Amount, int]:
    """A term of years with the months that belong to it (*2 tahun dan 6 bulan*), and its end."""
    end = max(amount.end, unit.end)
    tail = _MONTHS.match(text, months.end)
    exact = amount.low == amount.high and months.low == months.high
    years = unit.name.lower() == "tahun" and exact and amount.low is not None
    if not (years and tail and _AND_MONTHS.fullmatch(text, end, months.start)):
        return amount, end
    value = (amount.low or 0) + (months.low or 0) / 12
    return replace(amount, low=value, high=value), tail.end()


def _alone(text: str, amount: Amount, amounts: Sequence[Amount], number: int) -> bool:
    """Whether *seorang* is an article and no count: a count stands in a list with other numbers."""
    if text[amount.core : amount.end].lower() != "seorang":
        return False
    before = text[amounts[number - 1].end : amount.start] if number else ""
    after = text[amount.end : amounts[number + 1].start] if number + 1 < len(amounts) else ""
    return not (_LISTED.fullmatch(before) or _LISTED.fullmatch(after))


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    position = bisect_left(spans, (end, 0))
    return any(span[1] > start for span in spans[max(0, position - 3) : position])


def _unit(
    text: str, amount: Amount, sentence: Span, earlier: Sequence[Counted], *, titled: bool
) -> Unit | None:
    if amount.unit is not None:
        kind = "percent" if amount.unit == "persen" else "money"
        return Unit(amount.unit, kind, True, amount.end, amount.end, None)
    if amount.fraction:
        return _share(text, amount, titled=titled)
    if text[amount.core : amount.end].lower() == "nihil":
        after = unit_after(text, replace(amount, digits=True), titled=titled)
        unit = after if after and after.known else unit_before(text, sentence, amount)
        return replace(unit, end=amount.end) if unit else None
    among = _AMONG.match(text, amount.end)
    if among:
        unit = unit_after(text, replace(amount, end=among.end(), digits=True), titled=titled)
        if unit is not None and unit.known:
            return _shared(unit)
    shared = [
        one for one in earlier[-4:]
        if one.unit.kind not in _UNSHARED
        and (one.sentence == sentence or 0 <= sentence[0] - one.sentence[1] <= 2)
    ]  # fmt: skip
    unit = unit_after(text, amount, titled=titled)
    if shared and is_rest(text, amount):
        return unit if unit and unit.known else _of_whole(shared, amount)
    if unit is not None or (amount.high == 0 and not amount.digits):
        # "dari nol" counts nothing.
        return unit
    if shared and shared[-1] is earlier[-1]:
        last = shared[-1]
        chained = last.unit.kind in _CHAINED and listed_after(text, amount, last.span[1])
        same = last.sentence == sentence
        if chained or (same and elliptic_after(text, amount, last.span[1])):
            return _shared(last.unit)
    unit = unit_before(text, sentence, amount) or implied(text, amount)
    if unit is None and shared and shared[-1].unit.kind in _CHAINED:
        last = shared[-1]
        if goes_on_counting(text, amount, last.amount.high or last.amount.low):
            return _shared(last.unit)
    return unit


def _shared(unit: Unit) -> Unit:
    """``unit`` for a number that leaves it out."""
    return replace(unit, start=0, end=0, words=unit.read_from)


def _of_whole(shared: Sequence[Counted], amount: Amount) -> Unit:
    """The unit of the last count that is large enough to have ``amount`` for a part."""
    value = amount.low if amount.high is None else amount.high
    large = [one for one in shared if (one.amount.high or one.amount.low or 0) >= (value or 0)]
    return _shared((large or shared)[-1].unit)


def _share(text: str, amount: Amount, *, titled: bool) -> Unit | None:
    """What a fraction is a part of (*dua pertiga penduduk*, *setengah dari korban*), or None.

    *setengah jam* and *setengah hati* are no shares: a half needs its *dari*.
    """
    of = _OF.match(text, amount.end)
    if of is None and amount.high == _HALF:
        return None
    end = of.end() if of else amount.end
    unit = unit_after(text, replace(amount, end=end, digits=True), titled=titled)
    if unit is None or unit.kind in ("time", "uncounted"):
        return None
    return replace(unit, kind="percent", known=True)
