"""The figures of an article: numbers with their unit, measure, period, place and speaker."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import BODY, TITLE, Agency, Figure, Person, Place, Quote, Span
from index.entities.cues import Cue
from index.entities.speech import Speakers
from index.figures.amounts import Amount, find_amounts
from index.figures.distinct import distinct, same_count
from index.figures.measures import MeasureCue, measure_of, measures
from index.figures.periods import period_of
from index.figures.traps import is_statutory, is_trap, masked
from index.figures.units import (
    UNCOUNTED,
    Unit,
    implied,
    is_rest,
    lexicon,
    listed_after,
    same_unit,
    unit_after,
    unit_before,
)
from index.language.dates import FoundDate, find_dates
from index.language.sentences import sentence_at, sentences

_PLACE_REACH = 70
# So far, in characters, the words of a sentence tell of a figure; a longer one is no sentence.
_NEAR = 500
# So many figures on either side are weighed against a figure.
_NEIGHBOURS = 12
_LISTED = re.compile(r"\s[\w\s()-]{1,40}(?:,|\sdan|\sserta|,\sdan)\s(?:hanya\s)?", re.I)
# Below this a count takes up what the same count was said to be before.
_CERTAIN = 1.5
_AND = re.compile(r"\s?(?:,\s(?:dan|serta|hingga)|,|\sdan|\sserta|\shingga)\s", re.I)
_THINGS = frozenset({"thing", "document", "other"})
# Classes of units that a list of counts prints once.
_CHAINED = frozenset({"person", "case", "document", "action"})
# The least certainty at which a number of years is a term of prison.
_TERM = 1.8


@dataclass(frozen=True, slots=True)
class _Counted:
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the article with what was read in it once."""

    name: str
    text: str
    dates: list[FoundDate]
    cues: list[Cue[MeasureCue]]
    counted: list[_Counted]


def find_figures(
    title: str | None,
    body: str,
    *,
    published: str | None,
    people: Sequence[Person],
    agencies: Sequence[Agency],
    places: Sequence[Place],
    quotes: Sequence[Quote],
    speakers: Speakers | None = None,
) -> tuple[Figure, ...]:
    """The reported figures of an article, each distinct (value, unit, measure) once.

    The mention in the body is preferred to the title's; ``start``/``end`` count code points of
    ``part``. Dates, times, ages, citations, labels, scores, statutory maxima and idioms are none.
    ``published`` (ISO) dates what is told relative to it (*tahun lalu*). ``speakers`` may hand over
    the body's words of speech where they have been read already. Never raises.
    """
    main = _read(BODY, body, published)
    head = _read(TITLE, title or "", published)
    exact: set[float | None] = {
        counted.amount.low for counted in head.counted
        if counted.amount.low is not None and counted.amount.low == counted.amount.high
    }  # fmt: skip
    if speakers is None and main.counted:
        speakers = Speakers(body, people, agencies)
    figures = _figures(main, quotes, places, speakers, exact)
    kept = distinct(figures)
    for figure, _ in _figures(head, (), (), None, exact):
        if not any(same_count(figure, other) for other in kept):
            kept.append(figure)
    return tuple(kept)


def _read(name: str, text: str, published: str | None) -> _Part:
    amounts = find_amounts(text) if text else []
    if not amounts:
        return _Part(name, text, [], [], [])
    dates = find_dates(text, published)
    spans = masked(text, [(date.start, date.end) for date in dates])
    counted = _counted(text, amounts, spans, titled=name == TITLE)
    cues: list[Cue[MeasureCue]] = []
    for sentence in dict.fromkeys(one.sentence for one in counted):
        cues += measures().cues.find(text, *sentence)
    return _Part(name, text, dates, cues, counted)


def _counted(
    text: str, amounts: Sequence[Amount], spans: Sequence[Span], *, titled: bool
) -> list[_Counted]:
    bounds = sentences(text)
    counted: list[_Counted] = []
    for number, amount in enumerate(amounts):
        if _overlaps(spans, amount.core, amount.end):
            continue
        sentence = sentence_at(bounds, amount.core)
        if sentence is None:
            continue
        if _alone(text, amount, amounts, number):
            continue
        unit = _unit(text, amount, sentence, counted, titled=titled)
        if is_trap(text, amount, unit) or unit is None or unit.kind == "uncounted":
            continue
        one = _Counted(amount, unit, sentence, (amount.start, max(amount.end, unit.end)))
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
    text: str, amount: Amount, sentence: Span, earlier: Sequence[_Counted], *, titled: bool
) -> Unit | None:
    if amount.unit is not None:
        kind = "percent" if amount.unit == "persen" else "money"
        return Unit(amount.unit, kind, True, amount.end, amount.end, None)
    if text[amount.core : amount.end].lower() == "nihil":
        after = unit_after(text, replace(amount, digits=True), titled=titled)
        unit = after if after and after.known else unit_before(text, sentence, amount)
        return replace(unit, end=amount.end) if unit else None
    if is_rest(text, amount) and earlier:
        last = earlier[-1]
        near = last.sentence == sentence or 0 <= sentence[0] - last.sentence[1] <= 2
        if near and last.unit.kind not in ("money", "percent", "time"):
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


def _figures(
    part: _Part,
    quotes: Sequence[Quote],
    places: Sequence[Place],
    speakers: Speakers | None,
    exact: set[float | None],
) -> list[tuple[Figure, float]]:
    figures: list[tuple[Figure, float]] = []
    cue_starts = [cue.start for cue in part.cues]
    previous: tuple[_Counted, str, float] | None = None
    period: str | None = None
    told: dict[tuple[float | None, float | None, str], tuple[str, float]] = {}
    located = _located(places)
    date_starts = [date.start for date in part.dates]
    for number, counted in enumerate(part.counted):
        start, end = counted.window
        cues = part.cues[bisect_left(cue_starts, start) : bisect_left(cue_starts, end)]
        around = part.counted[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]
        others = [
            one.span for one in around if one.sentence == counted.sentence and one is not counted
        ]
        measure, certainty = _measure(part.text, counted, cues, others, previous)
        count = (counted.amount.low, counted.amount.high, same_unit(counted.unit.name))
        known = told.get(count)
        if known is None:
            told[count] = (measure, certainty)
        elif certainty < _CERTAIN < known[1]:
            measure, certainty = known
        if counted.unit.kind == "time" and certainty < _TERM:
            continue
        previous = (counted, measure, certainty)
        spoken = [
            speech.start for speech in (speakers.between(start, end) if speakers else ())
            if speech.kind in ("named_after", "pronoun")
        ]  # fmt: skip
        dates = part.dates[bisect_left(date_starts, start) : bisect_left(date_starts, end)]
        period_found = period_of(part.text, (start, end), counted.span, dates, spoken, period)
        period = period_found or period
        figure = _figure(
            part, counted, measure, period_found,
            _place(part.text, counted, located),
            _speaker(counted, quotes, speakers), exact,
        )  # fmt: skip
        figures.append((figure, certainty))
    return figures


def _measure(
    text: str,
    counted: _Counted,
    cues: Sequence[Cue[MeasureCue]],
    others: Sequence[Span],
    previous: tuple[_Counted, str, float] | None,
) -> tuple[str, float]:
    unit = counted.unit
    if unit.kind == "money":
        return _money_measure(text, counted, cues, others)
    phrase_end = max(counted.span[1], unit.start + len(unit.what or ""))
    if unit.start < counted.amount.end:
        phrase_end = counted.span[1]
    measure, certainty = measure_of(text, counted.span, phrase_end, unit.kind, cues, others)
    if (
        previous is not None
        and _coordinated(text, previous[0], counted)
        and (certainty < min(previous[2], _CERTAIN))
    ):
        return previous[1], certainty
    if unit.kind == "person" and previous is not None:
        last, last_measure, _ = previous
        breaks_down = unit.name.lower() in lexicon().parts or unit.end == counted.amount.end
        near = last.sentence == counted.sentence
        if breaks_down and near and last.unit.kind == "person" and certainty < 2.2:
            between = (last.span[1], counted.span[0])
            if between[1] - between[0] < 40 and not any(
                between[0] <= cue.start < between[1] and "person" in cue.payload.units
                for cue in cues
            ):
                return last_measure, certainty
    return measure, certainty


def _coordinated(text: str, last: _Counted, counted: _Counted) -> bool:
    """Whether a figure stands beside the one before it, of like things (*14 paspor, dua tiket*)."""
    kinds = {last.unit.kind, counted.unit.kind}
    alike = len(kinds) == 1 or kinds <= _THINGS
    return alike and _AND.fullmatch(text, last.span[1], counted.span[0]) is not None


def _money_measure(
    text: str, counted: _Counted, cues: Sequence[Cue[MeasureCue]], others: Sequence[Span]
) -> tuple[str, float]:
    near = [cue for cue in cues if cue.payload.measure == "restitution"]
    return measure_of(text, counted.span, counted.span[1], "money", near, others)


def _figure(
    part: _Part,
    counted: _Counted,
    measure: str,
    period: str | None,
    place: str | None,
    speaker: str | None,
    exact: set[float | None],
) -> Figure:
    amount, unit = counted.amount, counted.unit
    high = amount.low if amount.at_least and amount.low in exact else amount.high
    start, end = counted.span
    return Figure(
        part.text[start:end], amount.low, high, unit.name, unit.what, measure, period, place,
        speaker, part.name, start, end,
    )  # fmt: skip


def _speaker(counted: _Counted, quotes: Sequence[Quote], speakers: Speakers | None) -> str | None:
    if speakers is None:
        return None
    offset = counted.amount.core
    position = bisect_right(quotes, offset, key=_quote_start) - 1
    if position >= 0 and offset < quotes[position].end:
        return quotes[position].speaker
    start, end = counted.window
    speeches = [speech for speech in speakers.between(start, end) if speech.speaker]
    if not speeches:
        return None
    before = [speech for speech in speeches if speech.start < offset]
    return (before[-1] if before else speeches[0]).speaker


def _quote_start(quote: Quote) -> int:
    return quote.start


def _located(places: Sequence[Place]) -> list[tuple[int, int, str]]:
    return sorted(
        (mention.start, mention.end, place.name)
        for place in places
        for mention in place.mentions
        if mention.part == BODY
    )


def _place(text: str, counted: _Counted, located: Sequence[tuple[int, int, str]]) -> str | None:
    """The place that ``di`` puts the figure in, in its own sentence and near it."""
    if not located:
        return None
    first, last = counted.span
    low = max(counted.sentence[0], first - _PLACE_REACH)
    high = min(counted.sentence[1], last + _PLACE_REACH)
    best: tuple[int, str] | None = None
    begin = bisect_left(located, (low, 0, ""))
    for start, end, name in located[begin : bisect_right(located, (high, 0, ""))]:
        lead = text[max(0, start - 22) : start].lower().split()
        if "di" not in lead[-3:]:
            continue
        distance = max(start - last, first - end, 0)
        if best is None or distance < best[0]:
            best = (distance, name)
    return best[1] if best else None
