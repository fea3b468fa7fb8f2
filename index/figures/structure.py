"""How the counts of a text are built: part and whole, for each of what, and the words that tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.article import Reason, Span
from index.figures.counted import Counted
from index.figures.parts import Part, breakdowns, parts_of
from index.figures.rates import Rate, rate_of


class Structure:
    """Parts, wholes and rates of the counts of one text, asked for by their place among them."""

    def __init__(self, text: str, counts: Sequence[Counted]) -> None:
        self._counts = counts
        self._parts: dict[int, Part] = parts_of(text, counts) if len(counts) > 1 else {}
        self._breakdowns = breakdowns(text, counts, self._parts) if self._parts else {}
        self._rates: dict[int, Rate] = {}
        for at in range(len(counts)):
            rate = rate_of(text, counts, at)
            if rate is not None:
                self._rates[at] = rate

    def whole(self, at: int) -> Span | None:
        """The span of the figure that the count is a part of, or None."""
        part = self._parts.get(at)
        return self._counts[part.whole].span if part else None

    def breakdown(self, at: int) -> str | None:
        """What the count and the other parts of its whole differ in, or None if it is no part."""
        return self._breakdowns.get(at)

    def per(self, at: int) -> str | None:
        """What the count is for each of, or None."""
        rate = self._rates.get(at)
        return rate.per if rate else None

    def reasons(self, at: int) -> Iterator[Reason]:
        """The words from which unit, whole and rate were read."""
        one = self._counts[at]
        unit = one.unit.read_from or (one.amount.core, one.amount.end)
        yield Reason("unit", *unit)
        part, rate = self._parts.get(at), self._rates.get(at)
        if part is not None and part.words is not None:
            yield Reason("whole", *part.words)
        if rate is not None:
            yield Reason("per", *rate.words)
