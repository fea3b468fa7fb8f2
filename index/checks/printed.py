"""The numbers of one part of an article in the order of the text, each with its figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.article import Article, Figure, Span
from index.checks.values import kind_of
from index.figures.amounts import Amount, dollar_of, find_amounts
from index.figures.traps import masked
from index.figures.units import lexicon, same_unit
from index.language.dates import find_dates
from index.language.sentences import sentence_at, sentences

# Smaller numbers may be printed again and count something else.
_BY_CHANCE = 20
_UNIT_REACH = 40


@dataclass(frozen=True, slots=True)
class Printed:
    """A number of the text; ``figure`` is what it reports, None where it is no known figure
    (a date, an age, a number that was not understood).

    A figure that is printed again, which the article's figures hold once, stands here each time.
    """

    start: int
    end: int
    figure: Figure | None


class Numbers:
    """The numbers of the part ``name`` of ``article``."""

    def __init__(self, article: Article, name: str) -> None:
        self.text = article.part(name)
        self._published = article.published
        self.figures = sorted(
            (figure for figure in article.annotations.figures if figure.part == name),
            key=lambda figure: figure.start,
        )

    @cached_property
    def amounts(self) -> list[Amount]:
        """All amounts, figures or not."""
        return find_amounts(self.text, dollar_of(self.text)) if self.text else []

    @cached_property
    def bounds(self) -> list[Span]:
        """The spans of the sentences."""
        return sentences(self.text)

    @cached_property
    def _masked(self) -> list[Span]:
        dates = find_dates(self.text, self._published)
        return masked(self.text, [(date.start, date.end) for date in dates])

    @cached_property
    def printed(self) -> list[Printed]:
        """The numbers in order, figures or not."""
        starts = [figure.start for figure in self.figures]
        by_value: dict[tuple[float | None, float | None], list[Figure]] = {}
        for figure in self.figures:
            by_value.setdefault((figure.low, figure.high), []).append(figure)
        found: list[Printed] = []
        for amount in self.amounts:
            at = bisect_left(starts, amount.core + 1) - 1
            if at >= 0 and amount.core < self.figures[at].end:
                figure = self.figures[at]
                if not found or found[-1].figure is not figure:
                    found.append(Printed(figure.start, max(figure.end, amount.end), figure))
                continue
            again = self._again(amount, by_value.get((amount.low, amount.high), ()))
            found.append(Printed(amount.start, amount.end, again))
        return found

    def sentence(self, offset: int) -> Span:
        """The sentence that holds ``offset``; empty where none does."""
        return sentence_at(self.bounds, offset) or (offset, offset)

    def _again(self, amount: Amount, alike: Sequence[Figure]) -> Figure | None:
        """The figure that ``amount`` prints once more."""
        classes = lexicon().classes
        for figure in alike:
            if amount.unit is not None:
                if amount.unit == figure.unit:
                    return figure
                continue
            after = self.text[amount.end : amount.end + _UNIT_REACH].split()
            unit = after[0].strip(".,;:()") if after else ""
            if same_unit(unit) == same_unit(figure.unit or "") or (
                (amount.low or 0) >= _BY_CHANCE
                and not self.is_hidden(amount.core, amount.end)
                and classes.get(unit.lower(), kind_of(figure)) == kind_of(figure)
            ):  # fmt: skip
                return figure
        return None

    def is_hidden(self, start: int, end: int) -> bool:
        """Whether the number there belongs to a date, a citation or a link."""
        place = bisect_left(self._masked, (end, 0))
        return any(span[1] > start for span in self._masked[max(0, place - 3) : place])
