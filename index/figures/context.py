"""The measure of a figure among its neighbours: parts of a whole, lists, money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.article import Span
from index.entities.cues import Cue
from index.figures.counted import Counted
from index.figures.measures import MeasureCue, measure_of
from index.figures.units import lexicon

# Below this a count takes up what the same count was said to be before.
CERTAIN = 1.5
_AND = re.compile(r"\s?(?:,\s(?:dan|serta|hingga)|,|\sdan|\sserta|\shingga)\s", re.I)
_THINGS = frozenset({"thing", "document", "other"})


# The parts of a whole follow ("111 tersangka, terdiri dari 106 WNI dan lima pria").
_PARTS = re.compile(
    r"(?<!\w)(?:terdiri|rincian\w*|di ?antaranya|yakni|yaitu|meliputi|mencakup|masing-masing)"
    r"(?!\w)",
    re.I,
)
_AMONG = re.compile(r"\s(?:orang\s)?di ?antara(?:nya)?(?!\w)", re.I)
# So sure is a cue in the noun phrase itself: such a part is what it is called.
_OWN = 2.2
_BESIDE = 40


def measure_among(
    text: str,
    counted: Counted,
    cues: Sequence[Cue[MeasureCue]],
    others: Sequence[Span],
    previous: tuple[Counted, str, float] | None,
) -> tuple[str, float]:
    """The measure of a figure and how sure it is, ``previous`` being the figure before it.

    ``cues`` are the cue words of its sentence, ``others`` the other figures there. Parts of a
    number of persons share the measure of the whole, things in a list that of the first.
    """
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
        and (certainty < min(previous[2], CERTAIN))
    ):
        return previous[1], certainty
    if unit.kind == "person" and previous is not None:
        last, last_measure, _ = previous
        breaks_down = unit.name.lower() in lexicon().parts or unit.end == counted.amount.end
        near = last.sentence == counted.sentence
        between = (last.span[1], counted.span[0])
        whole = near and last.unit.kind == "person" and certainty < _OWN
        if whole and (_PARTS.search(text, *between) or _AMONG.match(text, counted.amount.end)):
            return last_measure, max(certainty, min(previous[2], CERTAIN))
        told_between = any(
            between[0] <= cue.start < between[1] and "person" in cue.payload.units for cue in cues
        )
        if whole and breaks_down and between[1] - between[0] < _BESIDE and not told_between:
            return last_measure, certainty
    return measure, certainty


def _coordinated(text: str, last: Counted, counted: Counted) -> bool:
    """Whether a figure stands beside the one before it, of like things (*14 paspor, dua tiket*)."""
    kinds = {last.unit.kind, counted.unit.kind}
    alike = len(kinds) == 1 or kinds <= _THINGS
    return alike and _AND.fullmatch(text, last.span[1], counted.span[0]) is not None


def _money_measure(
    text: str, counted: Counted, cues: Sequence[Cue[MeasureCue]], others: Sequence[Span]
) -> tuple[str, float]:
    near = [cue for cue in cues if cue.payload.measure == "restitution"]
    return measure_of(text, counted.span, counted.span[1], "money", near, others)
