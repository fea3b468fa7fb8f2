"""What cleaning did to one article: the pieces it took out, and where they stood in the source."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.article import Article, Removed, Span
from index.text import clean, clean_line

SEARCHED = 200_000
"""Characters of a source in which pieces are looked for."""
_MOST_SOUGHT = 1_000  # pieces that are no whole line; each costs a search through the source
_MOST_PLACES = 50  # of one such piece that are looked at
_LONG = 12  # characters that stand in a source only once, or mean the same wherever they stand


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece that the rule ``rule`` took out, inert; ``span`` is its place in the source.

    The place is None where it cannot be told surely.
    """

    rule: str
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Cleaning:
    """An article, what was taken out of it in the order of the text, and its source, inert.

    ``rules`` has a sentence on each rule, by its id.
    """

    article: Article
    pieces: tuple[Piece, ...]
    rules: Mapping[str, str]
    source: str

    @property
    def taken(self) -> int:
        """The characters that were taken out."""
        return sum(len(piece.text) for piece in self.pieces)


def examine(
    article: Article,
    removed: Iterable[Removed],
    original: str,
    describe: Callable[[str], str],
) -> Cleaning:
    """The cleaning of ``article``: ``original`` is its source as it was, ``describe`` tells a rule.

    Nothing that a source may hold can act on a terminal after it.
    """
    source = clean(original)
    found = tuple(removed)
    texts = [clean(each.text).strip() for each in found]
    spans = locate(texts, source)
    rules = {each.rule: describe(each.rule) for each in found}
    pieces = [
        Piece(clean_line(each.rule), text, span)
        for each, text, span in zip(found, texts, spans, strict=True)
    ]
    return Cleaning(
        article,
        tuple(_in_order(pieces)),
        {clean_line(rule): clean_line(words) for rule, words in rules.items()},
        source,
    )


def _in_order(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces in the order of the text; one without a place stays behind the one before it."""
    starts: list[tuple[int, Piece]] = []
    last = -1
    for piece in pieces:
        last = piece.span[0] if piece.span else last
        starts.append((last, piece))
    return [piece for _, piece in sorted(starts, key=lambda each: each[0])]


def locate(texts: Sequence[str], source: str) -> list[Span | None]:
    """Where each of ``texts`` stood in ``source``; None where that cannot be told surely.

    Whole lines come first, whatever their white space; then what begins or ends a line, and
    longer pieces from inside one. No two places overlap. Equal texts take their places in order.
    """
    source = source[:SEARCHED]
    lines = _lines(source)
    spans: list[Span | None] = [None] * len(texts)
    taken: list[Span] = []
    for number, text in enumerate(texts):
        places = lines.get(" ".join(text.split()))
        if places:
            spans[number] = places.popleft()
    taken = sorted(filter(None, spans))
    inside = [number for number, span in enumerate(spans) if span is None and texts[number]]
    for number in inside[:_MOST_SOUGHT]:
        span = next(_places(texts[number], source, taken), None)
        if span is not None:
            spans[number] = span
            insort(taken, span)
    return spans


def _lines(source: str) -> Mapping[str, deque[Span]]:
    """The lines of ``source`` that are not blank, by their words; a backslash at the end goes."""
    found: defaultdict[str, deque[Span]] = defaultdict(deque)
    start = 0
    for line in source.split("\n"):
        words = " ".join(line.split())
        if words:
            span = start + len(line) - len(line.lstrip()), start + len(line.rstrip())
            found[words.rstrip("\\ ") or words].append(span)
        start += len(line) + 1
    return found


def _places(text: str, source: str, taken: Sequence[Span]) -> Iterator[Span]:
    """The places of ``text`` in ``source`` that are free and sure, of the first fifty."""
    start = source.find(text)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        end = start + len(text)
        free = not _overlaps(start, end, taken)
        if free and (len(text) >= _LONG or _at_an_edge(start, end, source)):
            yield start, end
        start = source.find(text, end)


def _overlaps(start: int, end: int, taken: Sequence[Span]) -> bool:
    at = bisect_left(taken, (start, start))
    before = at > 0 and taken[at - 1][1] > start
    return before or (at < len(taken) and taken[at][0] < end)


def _at_an_edge(start: int, end: int, source: str) -> bool:
    """Whether the place begins or ends a line."""
    return start == 0 or end == len(source) or source[start - 1] == "\n" or source[end] == "\n"
