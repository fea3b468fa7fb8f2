"""Whether the time that one sentence tells holds for what another counts."""

from __future__ import annotations

import re

from index.article import Span
from index.figures.counted import Counted
from index.figures.period_words import words
from index.figures.periods import is_day

_REFERS_REACH = 160
_CLAUSE_END = re.compile(r",\s|\s(?:dan|serta|yang)\s")
_BEGINNING = 60
# What happens to people and their cases happens on a day; sums, shares and things need not.
_HAPPEN = frozenset({"person", "case", "document", "action"})
# Measures of what is so at all times, or of no time.
_STANDING = frozenset({"population", "money", "share", "change", "sentence"})
_HAPPENING = frozenset({
    "seized", "suspects", "victims", "deaths", "repatriation", "deportation", "departure_deferred",
    "entry_refused", "detention", "passport_deferred", "passport_rejected", "passports_issued",
    "cases_uncovered", "reports_received", "admin_sanction", "travel_ban", "border_crossings",
})  # fmt: skip


def goes_on(text: str, sentence: Span) -> bool:
    """Whether a sentence goes on telling of what the one before it dated."""
    start, end = sentence
    return words().goes_on.match(text, start, end) is not None or (
        words().refers.search(text, start, min(end, start + _REFERS_REACH)) is not None
    )


def of_before(text: str, sentence: Span) -> bool:
    """Whether a sentence begins with the count or the event of the one before it.

    *Mereka ...*, *Penangkapan itu ...*, *Jumlah tersebut ...*.
    """
    return (
        words().of_before.match(text, sentence[0], min(sentence[1], sentence[0] + _BEGINNING))
        is not None
    )


def names_again(text: str, sentence: Span) -> bool:
    """Whether a sentence names an event, or its time, as one told before (*insiden itu*)."""
    return words().again.search(text, *sentence) is not None


def names_any(text: str, sentence: Span) -> bool:
    """Whether a sentence names an event by a word that fits any (*insiden itu*, *operasi itu*)."""
    return words().any_event.search(text, *sentence) is not None


def incidents_of(text: str, sentence: Span) -> set[str]:
    """The nouns of incidents in a sentence, in lower case."""
    return {match[0].lower() for match in words().incidents.finditer(text, *sentence)}


def holds_no_longer(text: str, sentence: Span) -> bool:
    """Whether a sentence begins by leading back or aside (*sebelumnya*, *sebagai informasi*)."""
    return (
        words().breaks.match(text, sentence[0], min(sentence[1], sentence[0] + _BEGINNING))
        is not None
    )


def can_be_carried(
    text: str,
    counted: Counted,
    measure: str,
    value: str,
    published: str,
    *,
    linked: bool,
) -> bool:
    """Whether a time told in another sentence (``value``, ISO) can be that of a figure.

    ``published`` is the day of publication (ISO, or empty); ``linked`` tells that the sentences
    are of one event by their words. What is so now, at all times or not yet has no time told; on a
    day things happen, which sums and shares need not, unless their event is named again.
    """
    rule = words()
    start, end = counted.window
    clause = _CLAUSE_END.search(text, counted.span[1], end)
    if rule.of_now.search(text, start, clause.start() if clause else end):
        return False
    last = value.rpartition("/")[2]
    still = bool(published) and last != ".." and last > published[: len(last)]
    if still != (rule.to_come.search(text, start, end) is not None):
        return False
    if linked:
        return True
    if last == "..":
        return False
    if is_day(value):
        if rule.results.search(text, start, counted.span[1]):
            return False
        if measure not in _STANDING and rule.befalls.search(text, *counted.window):
            return True
        return measure in _HAPPENING or (counted.unit.kind in _HAPPEN and measure not in _STANDING)
    return measure in ("share", "change") or (
        measure != "population" and (counted.unit.kind in _HAPPEN or measure in _HAPPENING)
    )
