"""Which period each figure of a text covers, read sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from index.article import Span
from index.entities.speech import Speakers
from index.figures.counted import Counted
from index.figures.periods import Covered, covering, goes_on, period_of
from index.language.dates import FoundDate

# What tells one count of an article from another: bounds and unit.
Count = tuple[float | None, float | None, str]
# Counts below this may be alike by chance, and date nothing.
_BY_CHANCE = 10


class Periods:
    """The periods of the figures of one text, asked for in their order."""

    def __init__(
        self,
        text: str,
        bounds: Sequence[Span],
        dates: Sequence[FoundDate],
        speakers: Speakers | None,
        published: str | None,
    ) -> None:
        self._text = text
        self._bounds = bounds
        self._dates = dates
        self._date_starts = [date.start for date in dates]
        self._speakers = speakers
        self._published = published
        self._previous: str | None = None
        # The last period that a sentence told, by the start of the sentence.
        self._told: dict[int, str] = {}
        self._of_count: dict[Count, str] = {}
        # The start of the last sentence whose counts were all looked up.
        self._searched = -1
        self._covering: dict[Span, list[Covered]] = {}

    def of(self, counted: Counted, count: Count, beside: Sequence[Count]) -> str | None:
        """The period of a figure: its sentence's, else that of what the sentence takes up.

        A sentence without a date takes up another where it goes on from it (*sedangkan ...*, *dari
        jumlah tersebut ...*) or repeats a count that has been dated (``beside``: its counts).
        """
        covered = self._covered(counted.window)
        found = period_of(self._text, counted.window, counted.span, covered, self._previous)
        start = counted.sentence[0]
        if found is None and not covered:
            found = self._told.get(start) or self._taken_up(counted.sentence)
            if found is None:
                found = self._repeated((count,))
            if found is None and start != self._searched:
                self._searched = start
                found = self._repeated(beside)
        if found is None:
            return None
        self._previous = found
        self._told[start] = found
        self._of_count.setdefault(count, found)
        return found

    def _repeated(self, counts: Sequence[Count]) -> str | None:
        """The period that one of ``counts`` was given before."""
        for count in counts:
            if (count[0] or 0) >= _BY_CHANCE and count in self._of_count:
                return self._of_count[count]
        return None

    def _covered(self, window: Span) -> list[Covered]:
        known = self._covering.get(window)
        if known is None:
            start, end = window
            first = bisect_left(self._date_starts, start)
            dates = self._dates[first : bisect_left(self._date_starts, end)]
            known = []
            if dates:
                spoken = [
                    speech.start
                    for speech in (self._speakers.between(start, end) if self._speakers else ())
                    if speech.kind in ("named_after", "pronoun")
                ]
                known = covering(self._text, window, dates, spoken, self._published)
            self._covering[window] = known
        return known

    def _taken_up(self, sentence: Span) -> str | None:
        """The period of the sentence before, if this one goes on telling of it."""
        number = bisect_right(self._bounds, sentence) - 1
        if number < 1 or not goes_on(self._text, sentence):
            return None
        before = self._bounds[number - 1]
        told = self._told.get(before[0])
        if told is not None:
            return told
        values = {one.value for one in self._covered(before)}
        if len(values) == 1:
            return values.pop()
        return None if values else self._taken_up_further(number - 1)

    def _taken_up_further(self, number: int) -> str | None:
        """The period that a sentence without a date had taken up itself, one sentence back."""
        if number < 1 or not goes_on(self._text, self._bounds[number]):
            return None
        before = self._bounds[number - 1]
        values = {one.value for one in self._covered(before)}
        return self._told.get(before[0]) or (values.pop() if len(values) == 1 else None)
