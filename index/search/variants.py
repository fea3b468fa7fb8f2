"""The ways in which the words of a phrase may be printed."""

from __future__ import annotations

from itertools import islice, product

from index.search.expansion import word_key
from index.search.nodes import Prefix, Word

_MOST = 8

Items = tuple[Word | Prefix, ...]


def variants(items: Items) -> list[Items]:
    """``items`` with each compound as one word, or as its parts one after the other.

    At most eight, the phrase as it was typed first.
    """
    choices: list[list[Items]] = []
    for item in items:
        parts = word_key(item)[1] if isinstance(item, Word) else ()
        ways: list[Items] = [(item,)]
        if len(parts) > 1:
            ways.append(tuple(Word(part, True) for part in parts))
        choices.append(ways)
    return [
        tuple(item for way in combination for item in way)
        for combination in islice(product(*choices), _MOST)
    ]
