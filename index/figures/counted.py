"""What an article counts: its amounts, each with its unit, in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Span
from index.figures.amounts import Amount
from index.figures.traps import is_statutory, is_trap
from index.figures.units import (
    UNCOUNTED,
    Unit,
    implied,
    is_rest,
    listed_after,
    unit_after,
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
    for number, amount in enumerate(amounts):
        if _overlaps(masked, amount.core, amount.end):
            continue
        sentence = sentence_at(bounds, amount.core)
        if sentence is None:
            continue
        if _alone(text, amount, amounts, number):
            continue
        unit = _unit(text, amount, sentence, counted, titled=titled)
        if is_trap(text, amount, unit) or unit is None or unit.kind == "uncounted":
            continue
        one = Counted(amount, unit, sentence, (amount.start, max(amount.end, unit.end)))
        if not is_statutory(text, one.window, amount, unit):
            counted.append(one)
    return counted


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
    if text[amount.core : amount.end].lower() == "nihil":
        after = unit_after(text, replace(amount, digits=True), titled=titled)
        unit = after if after and after.known else unit_before(text, sentence, amount)
        return replace(unit, end=amount.end) if unit else None
    among = _AMONG.match(text, amount.end)
    if among:
        unit = unit_after(text, replace(amount, end=among.end(), digits=True), titled=titled)
        if unit is not None and unit.known:
            return replace(unit, start=0, end=0)
    whole = [one for one in earlier[-4:] if one.unit.kind not in ("money", "percent", "time")]
    if whole and is_rest(text, amount):
        last = whole[-1]
        near = last.sentence == sentence or 0 <= sentence[0] - last.sentence[1] <= 2
        if near:
            word = unit_after(text, amount, titled=titled)
            return word if word and word.known else replace(last.unit, start=0, end=0)
    unit = unit_after(text, amount, titled=titled)
    if unit is UNCOUNTED:
        return unit
    if unit is not None and (unit.known or amount.digits or amount.vague):
        return unit
    if unit is None and earlier:
        last = earlier[-1]
        chained = last.sentence == sentence and last.unit.kind in _CHAINED
        if chained and listed_after(text, amount, last.span[1]):
            return replace(last.unit, start=0, end=0)
    return unit or unit_before(text, sentence, amount) or implied(text, amount)
