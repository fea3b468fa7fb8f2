"""Where a figure is put by its sentence, or by the event that it is part of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import BODY, Place, Span
from index.figures.counted import Counted
from index.figures.resources import listed, rules, worded
from index.language.patterns import alternatives

_FILE = "placed.yaml"
_KEYS = (
    "puts", "through", "leads", "ends", "passages", "wider", "counted_here", "has", "still",
)  # fmt: skip
_AFTER = 40
_FRONT = 30
# So far, in characters, a place stands from what it is told of; behind a date less far.
_REACH = 250
_BEHIND = 80


@dataclass(frozen=True, slots=True)
class Placed:
    """A place and the words that name it; ``word`` is the preposition before it, or empty."""

    name: str
    span: Span
    word: str


@dataclass(frozen=True, slots=True)
class _Words:
    puts: frozenset[str]
    through: frozenset[str]
    governed: re.Pattern[str]
    passage: re.Pattern[str]
    wider: re.Pattern[str]
    counted_here: re.Pattern[str]
    has: re.Pattern[str]
    apart: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(_FILE, _KEYS)

    def either(key: str) -> str:
        return alternatives(listed(_FILE, entry, key))

    puts, through, leads, ends = (
        worded(_FILE, entry, key) for key in ("puts", "through", "leads", "ends")
    )
    prepositions = (*puts, *through, *leads)
    return _Words(
        puts=frozenset(puts),
        through=frozenset(through),
        # Words between a preposition and the name: "di sebuah rumah toko di kawasan X".
        governed=re.compile(
            rf"(?<!\w)(?P<word>{alternatives(prepositions)})\s(?!antara)"
            rf"(?:(?!{alternatives((*prepositions, *ends))}\s)[^\s,.;:()]+\s){{0,3}}$",
            re.I,
        ),
        passage=re.compile(rf"{either('passages')}(?!\w)"),
        # Two names with nothing but this between them are one place, told more and more widely.
        wider=re.compile(rf",?\s(?:\(?{either('wider')}\s)?\(?|,\s"),
        counted_here=re.compile(rf"\s?(?::|{either('counted_here')})?\s?:?\s?"),
        has=re.compile(rf"\s(?:sendiri\s)?{either('has')}(?!\w)"),
        apart=re.compile(rf",(?!\s{either('still')}\s)"),
    )


class Placing:
    """The places of the figures of one body, asked for in their order."""

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        self._text = text
        self._named = sorted(
            (mention.start, mention.end, place.name)
            for place in places
            for mention in place.mentions
            if mention.part == BODY
        )
        self._in_sentence: dict[Span, list[Placed]] = {}
        self._told: dict[Span, Placed] = {}
        # The first place that each sentence told, by the start of the sentence.
        self._told_starts: list[int] = []
        self._told_in_order: list[tuple[Span, Placed]] = []

    def of(self, counted: Counted, others: Sequence[Span], dated: Span | None) -> Placed | None:
        """The place of a figure, or None where its sentence puts it nowhere.

        ``others`` are the figures of its sentence, in order; ``dated`` the words that date it,
        whose event may have been placed in another sentence. A dateline puts nothing anywhere.
        """
        if not self._named:
            return None
        all_of_it = self._of_sentence(counted.sentence)
        low, high = counted.span[0] - _REACH, counted.span[1] + _REACH
        first = bisect_left(all_of_it, low, key=_start_of)
        near = all_of_it[first : bisect_left(all_of_it, high, key=_start_of)]
        first = bisect_left(others, (low, 0))
        others = others[first : bisect_left(others, (high, 0))]
        found = (
            self._beside(counted, near)
            or self._nearest(counted, near, others)
            or self._told.get(counted.sentence)
            or self._of_event(counted, dated)
        )
        if found is not None:
            if counted.sentence not in self._told:
                self._told_starts.append(counted.sentence[0])
                self._told_in_order.append((counted.sentence, found))
            self._told[counted.sentence] = found
        return found

    def _of_sentence(self, sentence: Span) -> list[Placed]:
        """The places of a sentence, of those named one in another the narrowest."""
        known = self._in_sentence.get(sentence)
        if known is not None:
            return known
        text, (first, last) = self._text, sentence
        found: list[Placed] = []
        begin = bisect_left(self._named, (first, 0, ""))
        end_before = -1
        for start, end, name in self._named[begin : bisect_left(self._named, (last, 0, ""))]:
            if end_before >= 0 and _words().wider.fullmatch(text, end_before, start):
                end_before = end
                continue
            match = _words().governed.search(text, max(first, start - 60), start)
            found.append(Placed(name, (start, end), match["word"].lower() if match else ""))
            end_before = end
        self._in_sentence[sentence] = found
        return found

    def _beside(self, counted: Counted, near: Sequence[Placed]) -> Placed | None:
        """The place that stands right before the number, or has it for its verb's object."""
        text, (start, _) = self._text, counted.span
        for place in near:
            low, high = place.span
            if high <= start and _words().counted_here.fullmatch(text, high, start):
                return place
            if place.word == "" and high < start and _words().has.match(text, high):
                clause = text[counted.sentence[0] : low].rstrip()
                if not clause or clause[-1] in ',:;"“':
                    return place
        return None

    def _nearest(
        self, counted: Counted, near: Sequence[Placed], others: Sequence[Span]
    ) -> Placed | None:
        text, (start, end) = self._text, counted.span
        best: tuple[int, int, Placed] | None = None
        for place in near:
            low, high = place.span
            if not _puts(text, place):
                continue
            after = low >= end
            between = (end, low) if after else (high, start)
            crossed = sum(between[0] <= other[0] < between[1] for other in others)
            taken = not after and any(
                other[1] <= low and low - other[1] < _AFTER for other in others
            )
            distance = between[1] - between[0]
            # Behind a comma another clause begins, but in a list or after a place in front.
            front = text[counted.sentence[0] : low]
            fronted = not after and len(front) < _FRONT and " yang " not in front
            apart = (
                not crossed and not fronted and _words().apart.search(text, *between) is not None
            )
            rank = (crossed + 2 * taken + 3 * apart, distance + (0 if after else _AFTER), place)
            if best is None or rank[:2] < best[:2]:
                best = rank
        return best[2] if best and best[0] < 3 else None

    def _of_event(self, counted: Counted, dated: Span | None) -> Placed | None:
        """The place of the sentence that dates the figure, where that is another one."""
        if dated is None or counted.sentence[0] <= dated[0] < counted.sentence[1]:
            return None
        position = bisect_right(self._told_starts, dated[0]) - 1
        if position >= 0:
            sentence, told = self._told_in_order[position]
            if dated[0] < sentence[1]:
                return told
        low = max(0, dated[0] - _REACH)
        begin = bisect_left(self._named, (low, 0, ""))
        after = bisect_left(self._named, (dated[1] + _BEHIND, 0, ""))
        floor = max(self._text.rfind(". ", low, dated[0]), self._text.rfind("\n", low, dated[0]))
        for start, end, name in self._named[begin:after]:
            match = _words().governed.search(self._text, max(0, start - 60), start)
            place = Placed(name, (start, end), match["word"].lower() if match else "")
            if start > floor and _puts(self._text, place):
                return place
        return None


def _start_of(place: Placed) -> int:
    return place.span[0]


def _puts(text: str, place: Placed) -> bool:
    """Whether a place is where something is told to be, and not where it comes from or goes."""
    if place.word in _words().puts:
        return True
    through = place.word in _words().through
    return through and _words().passage.match(text, place.span[0]) is not None
