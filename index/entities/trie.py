"""Finding the longest of many phrases at a token: one walk for thousands of names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from index.entities.tokens import Tokens, phrase_keys

Value = TypeVar("Value")
_EXACT_LENGTH = 4


class Trie(Generic[Value]):
    """Phrases, each with a value; matching is by token keys, so in any case.

    A phrase of one word of at most four letters, or added with ``exact``, matches as printed only.
    """

    def __init__(self) -> None:
        self._root: dict[str, _Node[Value]] = {}

    def add(self, phrase: str, value: Value, *, exact: bool = False) -> None:
        """Adds ``phrase``; the first value for a phrase stays."""
        printed, keys = phrase_keys(phrase)
        if not printed:
            return
        short = len(printed) == 1 and len(phrase) <= _EXACT_LENGTH
        words = tuple(printed) if exact or short else None
        children = self._root
        node: _Node[Value] | None = None
        for key in keys:
            node = children.setdefault(key, _Node())
            children = node.children
        assert node is not None
        node.values.append((words, value))

    def starts(self, key: str) -> bool:
        """Whether any phrase begins with ``key``."""
        return key in self._root

    @property
    def first_keys(self) -> frozenset[str]:
        """The keys with which phrases begin."""
        return frozenset(self._root)

    def longest(self, tokens: Tokens, at: int) -> tuple[int, Value] | None:
        """The end (exclusive) and the value of the longest phrase at token ``at``, or None."""
        keys = tokens.keys
        if at >= len(keys):
            return None
        node = self._root.get(keys[at])
        if node is None:
            return None
        found: tuple[int, Value] | None = None
        end, size = at, len(keys)
        while node is not None:
            end += 1
            for words, value in node.values:
                if words is None or _as_printed(words, tokens.words, at):
                    found = end, value
                    break
            if end == size:
                break
            node = node.children.get(keys[end])
        return found


class _Node(Generic[Value]):
    __slots__ = ("children", "values")

    def __init__(self) -> None:
        self.children: dict[str, _Node[Value]] = {}
        self.values: list[tuple[tuple[str, ...] | None, Value]] = []


def _as_printed(words: Sequence[str], printed: list[str], at: int) -> bool:
    return all(word == printed[at + i] for i, word in enumerate(words))
