"""The words behind the announcement of another article's title, and with which it may end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from index.reading.title_shapes import Shape, shape
from index.reading.words import words

# Longer titles of other articles do not occur: 28 words cover all of 2,900 that stood on a line.
_MOST_WORDS = 28
_FEWEST_WORDS = 3
_LONGEST = 260
_SHORTEST_TITLE, _LONGEST_TITLE = 16, 150
_TOKEN = re.compile(r"\S+")
# "DadakanLalu", "PersenFanny", "MKGRPuncak", "2025Polisi", "Harga”Nilai": two words whose blank
# was lost with the link between them.
GLUE = re.compile(
    r"(?=[A-Z][a-z]{2}|(?:Di|Ia|Ke)\s|CNNI)(?:(?<=[a-z]{3})|(?<=\b[A-Z][a-z]{2})|(?<=[A-Z]{2})|(?<=\d\d)"
    r"|(?<=\d-\d)|(?<=[a-z][?!)\]”\"’'])|(?<=[a-z]{2}\.))"
    r"|(?=[\"“][A-Z])(?:(?<=[a-z]{2})|(?<=[A-Z]{3})|(?<=\d-\d))"
    # "PIK 2Proyek", "30 KmBanjir"
    r"|(?=[A-Z][a-z]{2})(?:(?<=[A-Za-z][ -]\d)|(?<=\d [Kk]m))"
    # "di Riau1. Korban": a list of the article's own goes on.
    r"|(?=\d{1,2}\. [A-Z])(?:(?<=[a-z]{3})|(?<=[A-Z]{2}))"
)
# Names that are written as if two words were glued.
_NAMES = re.compile(
    r"(?:air(?:asia|bnb|tag)|beritasatu|blackberry|cnn|deepseek|detik|gitlab|grab(?:food|car|bike|pay)|kompas"
    r"|link(?:aja|edin)|macbook|master(?:card|chef)|okezone|pay(?:pal|later)|play(?:station|store)"
    r"|power(?:point|bank)|shopee|sindo|snapchat|soundcloud|tribun|whatsapp|youtube)"
)


class Word(NamedTuple):
    """A word with what stands at it: its text and place, whether no blank stands before it.

    ``shape`` is what it looks like by itself.
    """

    text: str
    start: int
    end: int
    glued: bool
    shape: Shape


def tokens_of(text: str, start: int, limit: int) -> list[Word]:
    """The words between ``start`` and ``limit``, as many as matter; glued ones are parted."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text, start, min(limit, start + _LONGEST)):
        word = match.group()
        at, end = match.span()
        # Glue needs a capital behind the first letter, and few words hold one.
        cuts = () if word[1:].islower() else glued_at(text, at, end)
        if not cuts:
            found.append(Word(word, at, end, False, shape(word)))
        for left, right in itertools.pairwise((at, *cuts, end)) if cuts else ():
            word = text[left:right]
            found.append(Word(word, left, right, left > at, shape(word)))
        if len(found) > _MOST_WORDS + 6:
            break
    return found


def glued_at(text: str, start: int, end: int) -> list[int]:
    """Where inside the word from ``start`` to ``end`` another one begins; names such as YouTube
    are one word."""
    word = text[start + 1 : end]
    if end - start < 6 or (
        word.islower() and word[-1] != "." and '"' not in word and "“" not in word
    ):
        return []
    found = [cut.start() for cut in GLUE.finditer(text, start + 1, end)]
    if found and is_one_name(text, found[0]):
        return found[1:]
    # "Militer?CNNIndonesia.com": what is glued behind the title is one of the names itself.
    return [
        cut
        for before, cut in zip((None, *found), found, strict=False)
        if before is None or not _NAMES.match(text[before : before + 20].lower())
    ]


def is_one_name(text: str, at: int) -> bool:
    """Whether the word around ``at`` is a name that is written as if two words were glued."""
    start = text.rfind(" ", max(0, at - 30), at) + 1
    return _NAMES.match(text[start : at + 20].lower().lstrip("(\"“'‘")) is not None


def candidates(tokens: Sequence[Word], text: str, limit: int) -> list[int]:
    """The numbers of the words with which the article may go on behind the title.

    ``len(tokens)`` stands for a title that ends only with the text.
    """
    first = tokens[0].start if tokens else 0
    found = [
        number
        for number in range(_FEWEST_WORDS, min(len(tokens), _MOST_WORDS + 1))
        if tokens[number].shape.may_open
        and _SHORTEST_TITLE <= tokens[number].start - first <= _LONGEST_TITLE
        and tokens[number - 1].text[-1] not in ",:;"
        and not _belong_together(tokens[number - 1].text, tokens[number].shape.stem)
    ]
    nothing_follows = tokens and _TOKEN.search(text, tokens[-1].end, limit) is None
    if nothing_follows and len(tokens) <= _MOST_WORDS:
        found.append(len(tokens))
    return found


def _belong_together(word: str, following: str) -> bool:
    """Whether two words are one name or a number and its measure, so that no title ends there."""
    if word[-1].isdigit():
        return following.lower() in words().units
    return f"{word.lower()} {following.lower()}" in words().compounds
