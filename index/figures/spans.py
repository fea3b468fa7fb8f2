"""Which period each figure of a text covers, read sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from index.article import Span
from index.entities.speech import Speakers
from index.figures.carried import (
    can_be_carried,
    goes_on,
    holds_no_longer,
    incidents_of,
    names_again,
    names_any,
    of_before,
)
from index.figures.counted import Counted
from index.figures.periods import Covered, covering, is_day, period_of
from index.language.dates import FoundDate, find_dates
from index.language.sentences import sentences

# What tells one count of an article from another: bounds and unit.
Count = tuple[float | None, float | None, str]
# Counts below this may be alike by chance, and date nothing.
_BY_CHANCE = 10
# So many sentences on, what is counted is still of the time that was told.
_NEAR = 2
# What an article tells first: its first sentences, within so many characters.
_LEAD_SENTENCES = 2
_LEAD = 1000
# So far back "that meeting" is one that has been dated by another word.
_LINKED = 4
# So many sentences back an event may have been dated that is named again.
_FAR = 25


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
        self._published = (published or "")[:10]
        self._previous: Covered | None = None
        # The last period that a sentence told, by the start of the sentence.
        self._told: dict[int, Covered] = {}
        self._of_count: dict[Count, Covered] = {}
        # What a sentence without a date took up, by its start.
        self._taken: dict[int, Covered | None] = {}
        self._covering: dict[Span, list[Covered]] = {}
        # The day of the event that a sentence names again, by the number of the sentence.
        self._events: dict[int, Covered | None] = {}

    def of(
        self, counted: Counted, count: Count, beside: Sequence[Count], measure: str
    ) -> Covered | None:
        """The period of a figure: its sentence's, else that of what the sentence takes up.

        A sentence without a date takes up another where it goes on from it (*sedangkan ...*, *dari
        jumlah tersebut ...*), repeats a count that has been dated (``beside``: its counts), tells
        more of an event that has been dated, or stands so near that the time told still holds.
        """
        covered = self._covered(counted.window)
        found = period_of(self._text, counted.window, counted.span, covered, self._previous)
        start = counted.sentence[0]
        if found is None and not covered:
            found = self._repeated((count,)) or self._without_date(counted, beside, measure)
        if found is None:
            return None
        self._previous = found
        self._told[start] = found
        self._of_count.setdefault(count, found)
        return found

    def told_by(self, sentence: Span) -> list[str]:
        """The dates and intervals (ISO) that a sentence tells of what happens in it."""
        return list(dict.fromkeys(one.value for one in self._covered(sentence) if one.holds))

    def _without_date(
        self, counted: Counted, beside: Sequence[Count], measure: str
    ) -> Covered | None:
        start = counted.sentence[0]
        if start in self._told:
            return self._told[start]
        if start not in self._taken:
            number = bisect_right(self._bounds, counted.sentence) - 1
            self._taken[start] = self._taken_up(number) or self._repeated(beside)
        return self._taken[start] or self._carried(counted, measure)

    def _repeated(self, counts: Sequence[Count]) -> Covered | None:
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
                speeches = self._speakers.between(start, end) if self._speakers else []
                spoken = [
                    speech.start for speech in speeches if speech.kind in ("named_after", "pronoun")
                ]
                says = any(speech.states for speech in speeches)
                known = covering(self._text, window, dates, spoken, says=says)
            self._covering[window] = known
        return known

    def _told_in(self, number: int) -> tuple[Covered | None, bool]:
        """The one period that a sentence tells, and whether it tells any."""
        bound = self._bounds[number]
        told = self._told.get(bound[0])
        if told is not None:
            return told, True
        covered = self._covered(bound)
        values = {one.value for one in covered}
        return (covered[0] if len(values) == 1 else None), bool(values)

    def _taken_up(self, number: int) -> Covered | None:
        """The period of the sentence before, if this one goes on telling of it."""
        for back in range(number - 1, max(number - 3, -1), -1):
            if not goes_on(self._text, self._bounds[back + 1]):
                return None
            told, any_told = self._told_in(back)
            if any_told:
                return told
        return None

    def _carried(self, counted: Counted, measure: str) -> Covered | None:
        """The time that has been told before, or is told of the same count right behind."""
        number = bisect_right(self._bounds, counted.sentence) - 1
        behind = self._told_behind(number)
        if behind is not None and self._fits(behind, counted, measure, linked=True):
            return behind
        if holds_no_longer(self._text, self._bounds[number]):
            return None
        again = self._event_before(number)
        if again is not None:
            return again if self._fits(again, counted, measure, linked=True) else None
        for back in range(number - 1, max(number - _NEAR, 0) - 1, -1):
            told, any_told = self._told_in(back)
            if not any_told and not holds_no_longer(self._text, self._bounds[back]):
                told = self._event_before(back)
            if told is not None and told.holds and self._fits(told, counted, measure, linked=False):
                return told
            if any_told or holds_no_longer(self._text, self._bounds[back]):
                return None
        return None

    def _fits(self, told: Covered, counted: Counted, measure: str, *, linked: bool) -> bool:
        return can_be_carried(
            self._text, counted, measure, told.value, self._published, linked=linked
        )

    def _event_before(self, number: int) -> Covered | None:
        """The day of the event that a sentence tells more of, by naming it again."""
        if number not in self._events:
            self._events[number] = self._event_day(number)
        return self._events[number]

    def _event_day(self, number: int) -> Covered | None:
        sentence = self._bounds[number]
        again, named = names_again(self._text, sentence), incidents_of(self._text, sentence)
        if not again and not named:
            return None
        for back in range(number - 1, max(number - _FAR, 0) - 1, -1):
            told, any_told = self._told_in(back)
            if told is None or not is_day(told.value):
                if any_told and again and number - back <= _NEAR:
                    return told
                continue
            near = number - back <= _LINKED or names_any(self._text, sentence)
            if (again and near) or named & incidents_of(self._text, self._bounds[back]):
                return told
        return None

    def _told_behind(self, number: int) -> Covered | None:
        """The date in a sentence behind that tells of the count or event of this one.

        That is the next sentence, or the second where it names the same event.
        """
        for ahead in range(number + 1, min(number + 1 + _NEAR, len(self._bounds))):
            bound = self._bounds[ahead]
            covered = self._covered(bound)
            if covered and of_before(self._text, bound):
                named = incidents_of(self._text, self._bounds[number])
                near = ahead == number + 1 or named & incidents_of(self._text, bound)
                return covered[0] if near else None
            if covered:
                return None
        return None


def lead_day(body: str, speakers: Speakers | None, published: str | None) -> str | None:
    """The day (ISO) of what an article tells first, which its title tells as well, or None.

    ``published`` (ISO) dates what is told relative to it.
    """
    lead = body[:_LEAD]
    bounds = sentences(lead)[:_LEAD_SENTENCES]
    periods = Periods(lead, bounds, find_dates(lead, published), speakers, published)
    for bound in bounds:
        values = periods.told_by(bound)
        if values:
            return values[0] if len(values) == 1 and is_day(values[0]) else None
    return None
