"""Words that stand in order, and words that stand near each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.search.postings import Postings

Spans = list[tuple[int, int]]  # the numbers of the first and the last word


def match_in_order(places: Sequence[Sequence[int]], slop: int) -> Spans:
    """Where one position of each of ``places`` (each rising) follows the one before.

    At most ``slop`` other words stand between the first and the last. Each beginning gives its
    shortest span.
    """
    if len(places) == 1:
        return [(place, place) for place in places[0]]
    if slop == 0:
        starts = set(places[0])
        for offset, following in enumerate(places[1:], 1):
            starts &= {place - offset for place in following}
            if not starts:
                return []
        return [(start, start + len(places) - 1) for start in sorted(starts)]
    furthest = slop + len(places) - 1
    found: Spans = []
    for start in places[0]:
        last = start
        for following in places[1:]:
            at = bisect_right(following, last)
            if at == len(following) or following[at] - start > furthest:
                break
            last = following[at]
        else:
            found.append((start, last))
    return found


def near_count(left: Spans, right: Spans, distance: int, apart: bool) -> int:
    """How many of ``left`` have one of ``right`` at most ``distance`` words away.

    ``apart``: both sides look for the same, so that a span is not near itself.
    """
    return len(near_spans(left, right, distance, apart))


def near_spans(left: Spans, right: Spans, distance: int, apart: bool) -> Spans:
    """Those of ``left`` that have one of ``right`` at most ``distance`` words away."""
    ordered = sorted(right)
    starts = [span[0] for span in ordered]
    longest = max((span[1] - span[0] for span in ordered), default=0)
    found: Spans = []
    for one in left:
        at = bisect_left(starts, one[0] - distance - longest)
        while at < len(ordered) and starts[at] <= one[1] + distance:
            if is_near(one, ordered[at], distance, apart):
                found.append(one)
                break
            at += 1
    return found


def is_near(one: tuple[int, int], other: tuple[int, int], distance: int, apart: bool) -> bool:
    """Whether two spans of words are at most ``distance`` words apart, in any order."""
    if apart and one == other:
        return False
    return max(other[0] - one[1], one[0] - other[1]) <= distance


def spans_in_order(
    postings: Postings, field: str, places: list[list[str]], slop: int
) -> dict[int, Spans]:
    """The articles in which one term of each of ``places`` follows the other, with the spans."""
    shared: set[int] | None = None
    for terms in sorted(places, key=lambda terms: sum(postings.frequency(field, t) for t in terms)):
        holding: set[int] = set()
        for term in terms:
            holding.update(postings.posting(field, term).documents)
        shared = holding if shared is None else shared & holding
        if not shared:
            return {}
    wanted = shared or set()
    located = [_located(postings, field, terms, wanted) for terms in places]
    found: dict[int, Spans] = {}
    for document in wanted:
        spans = match_in_order([there[document] for there in located], slop)
        if spans:
            found[document] = spans
    return found


def count_in_order(
    postings: Postings, field: str, places: list[list[str]], slop: int
) -> dict[int, int]:
    """Like ``spans_in_order``, with the number of spans."""
    found = spans_in_order(postings, field, places, slop)
    return {document: len(spans) for document, spans in found.items()}


def _located(
    postings: Postings, field: str, terms: list[str], wanted: set[int]
) -> dict[int, Sequence[int]]:
    found: dict[int, Sequence[int]] = {}
    for term in terms:
        postings.check()
        for document, positions in postings.positions(field, term, wanted).items():
            before = found.get(document)
            found[document] = positions if before is None else sorted({*before, *positions})
    return found
