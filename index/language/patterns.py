"""Text in lower case at its own length, and one quick pattern for many words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def lowered(text: str) -> str:
    """``text`` in lower case at its own length (a dotted capital I would grow)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for ``words`` that shares their beginnings and prefers the longest."""
    keys = list(words)
    by_letter: dict[str, list[str]] = {}
    for key in keys:
        if key:
            by_letter.setdefault(key[0], []).append(key[1:])
    branches = [
        re.escape(letter) + alternatives(tails) for letter, tails in sorted(by_letter.items())
    ]
    if "" in keys:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]
