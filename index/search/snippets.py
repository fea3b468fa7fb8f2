"""The one passage of an article that shows best why it was found."""

from __future__ import annotations

from bisect import bisect_left

from index.article import Snippet, Span
from index.language.sentences import sentences
from index.language.tokens import fold
from index.search.highlight import matches
from index.search.nodes import ParsedQuery

WIDTH = 240
_CUT = "…"
_LONGEST_TEXT = 200_000  # characters of a text that are looked through


def snippet(parsed: ParsedQuery, text: str, width: int = WIDTH) -> Snippet:
    """About ``width`` characters of ``text`` with the places where ``parsed`` matches.

    The passage with the most different words of the query, then the most matches, then the
    earliest; it begins with a sentence where that fits. Whole words; ``…`` where it was cut,
    line ends folded to spaces. Without a match, the first words of ``text``.
    """
    text = text[:_LONGEST_TEXT]
    found = matches(parsed, text)
    if not found:
        return _cut(text, 0, _end(text, 0, width), [])
    anchor, last = _best(text, found, width)
    start = _start(text, found[anchor], found[last][1], width)
    return _cut(text, start, max(_end(text, start, width), found[anchor][1]), found)


def _best(text: str, found: list[Span], width: int) -> tuple[int, int]:
    """The first and the last match of the window of ``width`` that says the most."""
    words = [fold(text[start:end]) for start, end in found]
    counts: dict[str, int] = {}
    best, first = (0, 0), 0
    chosen = (0, 0)
    for last, (_, end) in enumerate(found):
        counts[words[last]] = counts.get(words[last], 0) + 1
        while end - found[first][0] > width and first < last:
            counts[words[first]] -= 1
            if not counts[words[first]]:
                del counts[words[first]]
            first += 1
        value = (len(counts), last - first + 1)
        if value > best:
            best, chosen = value, (first, last)
    return chosen


def _start(text: str, anchor: Span, last: int, width: int) -> int:
    """Where the passage begins: at the sentence of its first match, or some words before it."""
    room = width - (last - anchor[0])
    begins = [start for start, _ in sentences(text[: anchor[1]])]
    at = bisect_left(begins, anchor[0] + 1) - 1
    if at >= 0 and anchor[0] - begins[at] <= room:
        return begins[at]
    start = max(anchor[0] - max(min(room, width // 3), 0), 0)
    if start == 0:
        return 0
    while start < anchor[0] and not text[start - 1].isspace():
        start += 1
    return start


def _end(text: str, start: int, width: int) -> int:
    """The end of the last whole word within ``width`` characters."""
    end = start + width
    if end >= len(text):
        return len(text)
    cut = end
    while cut > start and not text[cut].isspace():
        cut -= 1
    return cut if cut > start else end


def _cut(text: str, start: int, end: int, found: list[Span]) -> Snippet:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    before = _CUT if text[:start].strip() else ""
    after = _CUT if text[end:].strip() else ""
    passage = text[start:end].replace("\n", " ")
    shift = len(before) - start
    marks = tuple(
        (max(low, start) + shift, min(high, end) + shift)
        for low, high in found
        if low < end and high > start
    )
    return Snippet(before + passage + after, marks)
