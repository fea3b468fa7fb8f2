"""The measures of all counts of a text: each by its own words, then by the counts around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Span
from index.entities.cues import Cue
from index.figures.clauses import Anatomy, anatomy_of
from index.figures.counted import Counted
from index.figures.measures import LEAST, MeasureCue, Reading, Told, measure_of, measures
from index.figures.neighbours import compared, coordinated, goes_on, is_out_of, is_part, taken_up
from index.figures.relation import Phrase
from index.figures.scenes import Scene
from index.figures.stock import is_stock

# Below this a count takes up what the same count was said to be before.
CERTAIN = 1.5
# So sure is a cue in the noun phrase itself: such a part is what it is called.
_OWN = 2.2
# From this value on the same number of a class is the same count, whatever it is called.
_BY_CHANCE = 13
# So many figures on either side are weighed against a figure.
_NEIGHBOURS = 12

Counts = dict[tuple[float | None, float | None, str], Reading]


def untold(known: Counts) -> Counts:
    """``known`` for another part of the article, where the words of the readings do not stand."""
    return {count: replace(reading, words=None) for count, reading in known.items()}


@dataclass(frozen=True, slots=True)
class _One:
    """A count with its sentence and noun phrase."""

    counted: Counted
    told: Told
    phrase: Phrase
    reading: Reading


@dataclass(frozen=True, slots=True)
class Meaning:
    """What was read of a count: its measure, and the anatomy of its sentence."""

    reading: Reading
    anatomy: Anatomy


def meanings(
    text: str, lower: str, counts: Sequence[Counted], scene: Scene, known: Counts
) -> list[Meaning]:
    """The measure of each of ``counts``, which stand in ``text`` (``lower``: in lower case).

    ``known`` are the surest readings of counts of other parts of the article; those of this part
    are added. Spans of words are of ``text``, so that what another part tells has none.
    """
    ones: list[_One] = []
    for one in _own(text, lower, counts, scene):
        reading = _settled(text, one, ones, known)
        ones.append(replace(one, reading=reading))
        key = _key(one.counted)
        if reading.certainty >= CERTAIN and reading.certainty > _certainty(known.get(key)):
            known[key] = reading
    for number in range(len(ones) - 2, -1, -1):
        one, following = ones[number], ones[number + 1]
        if one.reading.certainty < LEAST and (
            _predicate_of_both(one, following) or is_out_of(text, one.counted, following.counted)
        ):
            ones[number] = replace(one, reading=following.reading)
    return [Meaning(one.reading, one.told.anatomy) for one in ones]


def _own(text: str, lower: str, counts: Sequence[Counted], scene: Scene) -> list[_One]:
    """Each count with what its own sentence says of it."""
    sentences: dict[Span, Told] = {}
    ones: list[_One] = []
    for number, counted in enumerate(counts):
        told = sentences.get(counted.sentence)
        if told is None:
            found = measures().cues.find(text, *counted.sentence, lower=lower)
            anatomy = anatomy_of(lower, counted.sentence)
            told = sentences[counted.sentence] = Told(
                lower, counted.sentence, anatomy, found, scene
            )
        near = counts[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]
        others = [
            one.span for one in near if one.sentence == counted.sentence and one is not counted
        ]
        phrase = _phrase(counted)
        cues = _within(told.cues, counted.window)
        windowed = told if cues is told.cues else replace(told, cues=cues)
        kind = counted.unit.kind
        only = "restitution" if kind == "money" else None
        reading = measure_of(windowed, phrase, kind, others, only)
        if kind == "person" and reading.certainty < 1:
            value = counted.amount.low or counted.amount.high or 0
            among = bool(ones) and ones[-1].reading.measure == "population"
            if is_stock(text, told, phrase, value, among=among):
                reading = Reading("population", CERTAIN, (phrase.noun, phrase.end))
        elif kind == "other" and not counted.unit.known:
            # What is not in units.yaml may yet die or be deported: then it is people.
            human = measure_of(windowed, phrase, "person", others)
            behind = human.words is not None and human.words[0] >= counted.span[1]
            if behind and human.measure in measures().human and human.certainty >= CERTAIN:
                reading = human
        if reading.words is None:
            reading = replace(reading, words=_named(counted))
        ones.append(_One(counted, told, phrase, reading))
    return ones


def _within(
    cues: Sequence[Cue[tuple[MeasureCue, ...]]], window: Span
) -> Sequence[Cue[tuple[MeasureCue, ...]]]:
    if not cues or (window[0] <= cues[0].start and cues[-1].start < window[1]):
        return cues
    first = bisect_left(cues, window[0], key=_start)
    return cues[first : bisect_left(cues, window[1], key=_start)]


def _start(cue: Cue[tuple[MeasureCue, ...]]) -> int:
    return cue.start


def _phrase(counted: Counted) -> Phrase:
    """The noun phrase of a count: its unit with what that is made more precise by."""
    start, end = counted.span
    unit = counted.unit
    if unit.start < counted.amount.end:
        return Phrase(start, counted.amount.end, end)
    what = unit.what or ""
    stop = unit.start + len(what)
    if not what.startswith(unit.name):
        # "orang" + "calon pekerja migran": what is counted stands behind the classifier.
        stop += len(unit.name) + 1
    return Phrase(start, unit.start, max(end, stop))


def _named(counted: Counted) -> Span:
    """The words that give a count's class away: its unit, or what holds it."""
    unit = counted.unit
    return (unit.start, unit.end) if _stands_apart(counted) else counted.span


def _stands_apart(counted: Counted) -> bool:
    """Whether the unit is printed behind the number."""
    return counted.amount.end <= counted.unit.start < counted.unit.end


def _is_named(counted: Counted) -> bool:
    """Whether a unit of units.yaml is printed with the number: else it may be of people."""
    return counted.unit.known and _stands_apart(counted)


def _settled(text: str, one: _One, earlier: Sequence[_One], known: Counts) -> Reading:
    """The reading of a count among those before it."""
    reading, counted = one.reading, one.counted
    if counted.unit.kind in ("money", "percent", "time"):
        return reading
    last = earlier[-1] if earlier else None
    if last is not None and last.counted.sentence == counted.sentence:
        taken = _from_list(text, one, last)
        if taken is not None:
            return taken
    elif (
        last is not None and reading.certainty < LEAST and goes_on(one.told, last.counted, counted)
    ):
        return replace(last.reading, certainty=min(last.reading.certainty, CERTAIN))
    if counted.unit.kind == "person" or not _is_named(counted):
        whole = next(
            (each for each in reversed(earlier[-6:]) if each.counted.unit.kind == "person"), None
        )
        taken = _from_whole(text, one, whole) if whole is not None else None
        if taken is not None:
            return taken
    same = known.get(_key(counted))
    if same is not None and reading.certainty < CERTAIN:
        return same
    if reading.certainty == 0 and counted.unit.kind == "person":
        taken = taken_up(text, one.told, one.phrase)
        if taken is not None:
            return taken
    return reading


def _from_list(text: str, one: _One, last: _One) -> Reading | None:
    """What the count before it in a list, or in a comparison, says of a count."""
    before, mine = last.reading, one.reading
    told = one.told
    if coordinated(text, told, last.counted, one.counted) and mine.certainty < min(
        before.certainty, CERTAIN
    ):
        return Reading(
            before.measure, max(mine.certainty, min(before.certainty, 1.0)), before.words
        )
    if mine.certainty < LEAST and compared(told, last.counted, one.counted):
        return Reading(before.measure, min(before.certainty, CERTAIN), before.words)
    return None


def _from_whole(text: str, one: _One, whole: _One) -> Reading | None:
    """What the whole says of a part of it (*terdiri dari*, *di antaranya*, *dari 44 orang itu*)."""
    mine, theirs = one.reading, whole.reading
    if mine.certainty >= _OWN:
        return None
    told_between = any(
        whole.counted.span[1] <= cue.start < one.counted.span[0] and _of_persons(cue.payload)
        for cue in one.told.cues
    )
    part = is_part(text, whole.counted, one.counted, told_between)
    if part is None:
        return None
    specific = mine.measure != "persons" and mine.certainty >= part
    if specific:
        return None
    return Reading(
        theirs.measure, max(mine.certainty, min(theirs.certainty, CERTAIN)), theirs.words
    )


def _of_persons(cues: Sequence[MeasureCue]) -> bool:
    return any("person" in cue.units and cue.weight >= 1 for cue in cues)


def _predicate_of_both(one: _One, following: _One) -> bool:
    """Whether a list of like counts has its predicate behind its last member."""
    told = following.reading
    return (
        told.certainty >= LEAST
        and told.words is not None
        and told.words[0] >= following.counted.span[1]
        and coordinated(one.told.lower, one.told, one.counted, following.counted)
    )


def _key(counted: Counted) -> tuple[float | None, float | None, str]:
    amount, unit = counted.amount, counted.unit
    large = (amount.low or amount.high or 0) >= _BY_CHANCE
    return amount.low, amount.high, unit.kind if large else f"{unit.kind} {unit.name.lower()}"


def _certainty(reading: Reading | None) -> float:
    return reading.certainty if reading is not None else 0.0
