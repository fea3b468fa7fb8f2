"""Which figures of an article are one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.article import Figure, Span
from index.figures.units import lexicon, same_unit

# Counts below this may well be alike by chance.
_BY_CHANCE = 20
# From this certainty on a second measure of the same count is a figure of its own.
_SURE = 2.4
# Below this certainty a cue says too little, and the class of the unit decides.
_LEAST = 0.55
_SEXES = frozenset({"laki-laki", "perempuan"})
_OTHERS = re.compile(r"\slain(?:nya)?$", re.I)
# What a later mention may say where the first one does not; who says it is of each mention, for
# the paper may say itself what it lets somebody repeat.
_TOLD = ("period", "place", "agency", "cumulative", "per", "breakdown", "whole")


def same_count(one: Figure, other: Figure) -> bool:
    """Whether two figures print one value of the same things, however these are called.

    *dua korban lainnya* are others than the two before; a man is no woman.
    """
    if (one.low, one.high) != (other.low, other.high):
        return False
    if _OTHERS.search(other.text) or _sex(one) != _sex(other):
        return False
    names = same_unit(one.unit or ""), same_unit(other.unit or "")
    if names[0] == names[1]:
        return True
    if _class(one) != _class(other):
        return False
    large = (one.low or one.high or 0) >= _BY_CHANCE
    return large or "orang" in names or _within(one, other) or _within(other, one)


def repeats(title: Figure, figure: Figure) -> bool:
    """Whether the figure of a title is that of the body, if only as its bound or more freely named.

    A title with *5.000* is no second figure beside *lebih dari 5.000*.
    """
    if same_count(title, figure):
        return True
    if _class(title) != _class(figure):
        return False
    if (title.low, title.high) == (figure.low, figure.high):
        return _sex(title) == _sex(figure)
    if (figure.low is None) == (figure.high is None) or title.low != title.high:
        return False
    return title.low == (figure.low if figure.high is None else figure.high)


def _sex(figure: Figure) -> str | None:
    """The sex that the phrase names, in one word for each, or None."""
    words = f"{figure.unit or ''} {figure.what or ''}".lower().split()
    named = {same_unit(word) for word in words} & _SEXES
    return named.pop() if len(named) == 1 else None


def _within(one: Figure, other: Figure) -> bool:
    """Whether the noun of one is in the phrase of the other (*balita* in *anak balita*)."""
    return (one.unit or "?").lower() in (other.what or "").lower().split()


def _class(figure: Figure) -> str:
    unit = (figure.unit or "").lower()
    return lexicon().classes.get(unit, unit)


def _filled(figure: Figure, other: Figure) -> Figure:
    """``figure`` with what only the other mention of it says, and from which words it is read."""
    told = {
        name: getattr(other, name)
        for name in _TOLD
        if getattr(figure, name) is None and getattr(other, name) is not None
    }
    if not told:
        return figure
    words = tuple(reason for reason in other.reasons if reason.field in told)
    return replace(figure, **told, reasons=figure.reasons + words)


def distinct(figures: Sequence[tuple[Figure, float]]) -> list[Figure]:
    """Each value, unit and measure once; of two measures the one that cues are surer of stays.

    What the first mention does not say a later one may (not the speaker). Both measures stay
    where both are certain: the same persons may be suspects here and deported there.
    """
    kept: list[tuple[Figure, float]] = []
    # Where a figure that was said before stands first.
    first_at: dict[Span, int] = {}
    by_value: dict[tuple[float | None, float | None], list[int]] = {}
    for figure, certainty in figures:
        places = by_value.setdefault((figure.low, figure.high), [])
        twins = [n for n in places if same_count(figure, kept[n][0])]
        same = next((n for n in twins if kept[n][0].measure == figure.measure), None)
        if same is not None:
            first_at[figure.start, figure.end] = same
            kept[same] = (_filled(kept[same][0], figure), kept[same][1])
            continue
        if not twins or (certainty >= _SURE and all(kept[n][1] >= _SURE for n in twins)):
            first_at[figure.start, figure.end] = len(kept)
            places.append(len(kept))
            kept.append((figure, certainty))
            continue
        weakest = min(twins, key=lambda n: kept[n][1])
        first, sureness = kept[weakest]
        first_at[figure.start, figure.end] = weakest
        if sureness < _LEAST <= certainty:
            kept[weakest] = (_filled(figure, first), certainty)
        else:
            kept[weakest] = (_filled(first, figure), sureness)
    listed = [_of_kept(figure, kept, first_at) for figure, _ in kept]
    return sorted(listed, key=lambda figure: figure.start)


def _of_kept(
    figure: Figure, kept: Sequence[tuple[Figure, float]], first_at: dict[Span, int]
) -> Figure:
    """``figure`` with the span of its whole as that is listed."""
    if figure.whole is None:
        return figure
    place = first_at.get(figure.whole)
    if place is None or kept[place][0] is figure:
        return replace(figure, whole=None, breakdown=None)
    whole = kept[place][0]
    return replace(figure, whole=(whole.start, whole.end))
