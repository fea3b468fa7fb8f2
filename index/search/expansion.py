"""Which words of the index a word of a query stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.language.stems import stem
from index.language.tokens import is_reduplication, tokens
from index.search.nodes import Fuzzy, Prefix, Word

MOST_WORDS = 4_000  # a prefix or wildcard stands for the most frequent ones only


def word_key(word: Word) -> tuple[str, tuple[str, ...]]:
    """The normalised word to look for, and its parts where it is a compound to be taken apart."""
    found = list(tokens(word.text))
    if not found:
        return word.text, ()
    whole = next((token.text for token in found if token.accented), found[0].text)
    parts = tuple(token.text for token in found if token.part)
    if "/" in found[0].text or (len(parts) == 2 and is_reduplication(*parts)):
        parts = ()
    return whole if word.exact else found[0].text, parts


def pattern_regex(pattern: str) -> re.Pattern[str]:
    """A regular expression that a word matches in full when it fits ``pattern`` (``per*an``)."""
    pieces = [re.escape(piece) for piece in pattern.split("*")]
    return re.compile(".*".join(pieces), re.DOTALL)


def literal_start(pattern: str) -> str:
    """The beginning of ``pattern`` before its first ``*``."""
    return pattern.partition("*")[0]


def fits(prefix: Prefix, word: str) -> bool:
    """Whether ``word`` fits the pattern of ``prefix``."""
    start, _, rest = prefix.pattern.partition("*")
    if not word.startswith(start):
        return False
    return not rest or pattern_regex(prefix.pattern).fullmatch(word) is not None


def root_start(prefix: Prefix) -> str | None:
    """What the stem of a word may begin with for ``prefix`` to stand for it; None where none may.

    ``tund*`` stands for *menunda* and *penundaan* too: Indonesian puts affixes before its roots.
    Fewer than three letters, or a pattern that goes on behind the ``*``, mean printed words only.
    """
    start, _, rest = prefix.pattern.partition("*")
    return start if len(start) >= 3 and not rest else None


def fits_by_root(prefix: Prefix, word: str) -> bool:
    """Whether ``word`` fits, as printed or by its stem."""
    start = root_start(prefix)
    if fits(prefix, word):
        return True
    return start is not None and start[1:] in word and stem(word).startswith(start)


def is_close(fuzzy: Fuzzy, word: str) -> bool:
    """Whether ``word`` has the first letter of ``fuzzy`` and is within its distance."""
    return word[:1] == fuzzy.text[:1] and within(fuzzy.text, word, fuzzy.distance)


def close_words(text: str, distance: int, candidates: Iterable[str]) -> list[str]:
    """Those of ``candidates`` that are at most ``distance`` edits away from ``text``."""
    low, high = len(text) - distance, len(text) + distance
    return [
        word for word in candidates if low <= len(word) <= high and within(text, word, distance)
    ]


def within(first: str, second: str, distance: int) -> bool:
    """Whether at most ``distance`` letters are put in, left out, changed, or swapped in pairs."""
    if first == second:
        return True
    if abs(len(first) - len(second)) > distance:
        return False
    head = 0
    shorter = min(len(first), len(second))
    while head < shorter and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < shorter - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    first, second = first[head : len(first) - tail], second[head : len(second) - tail]
    # One edit changes the set of letters by two at most.
    if len(set(first) ^ set(second)) > 2 * distance:
        return False
    return _distance(first, second) <= distance


def same_stem(word: str, root: str) -> bool:
    """Whether ``word`` has the stem ``root``; words that cannot have it are not stemmed."""
    # Prefixes may swallow the first letter of a root (tunda, menunda), never a later one.
    return word == root or (root[1:] in word and stem(word) == root)


def _distance(first: str, second: str) -> int:
    """The edit distance with swaps of neighbours (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            cost = min(
                last[column] + 1,
                current[column - 1] + 1,
                last[column - 1] + (letter != other),
            )
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, last = last, current
    return last[-1]
