"""Keyword in context: every place where a query matches, with what stands before and behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.article import Article, Mention

CONTEXT = 80


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance.

    ``left`` and ``right`` are at most so many characters of whole words as were asked for, each
    stretch of white space one space; neither ends at the mention with one.
    """

    mention: Mention
    left: str
    match: str
    right: str


def concordance(
    article: Article, mentions: Iterable[Mention], context: int = CONTEXT
) -> Iterator[Line]:
    """A line for each of ``mentions`` (spans of ``article``), in their order.

    ``context`` is the most characters that are given on either side.
    """
    for mention in mentions:
        text = article.part(mention.part)
        # White space folds, so that more than the characters asked for may be needed.
        before = " ".join(text[max(0, mention.start - 2 * context) : mention.start].split())
        after = " ".join(text[mention.end : mention.end + 2 * context].split())
        left = _last_words(before, context, whole=mention.start <= 2 * context)
        right = _first_words(after, context, whole=mention.end + 2 * context >= len(text))
        match = " ".join(text[mention.start : mention.end].split())
        yield Line(mention, left, match, right)


def _last_words(text: str, most: int, *, whole: bool) -> str:
    """The end of ``text``; unless it is there ``whole``, it may begin inside a word."""
    if whole and len(text) <= most:
        return text
    kept = text[-most:]
    begins = len(text) > most and text[-most - 1] == " "
    return kept if begins else kept.partition(" ")[2]


def _first_words(text: str, most: int, *, whole: bool) -> str:
    if whole and len(text) <= most:
        return text
    kept = text[:most]
    ends = len(text) > most and text[most] == " "
    return kept if ends else kept.rpartition(" ")[0]
