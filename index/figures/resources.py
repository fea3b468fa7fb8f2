"""What the readers of figures share: words out of the rule files of this package."""

from __future__ import annotations

from functools import cache
from typing import Any

from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_PACKAGE = "index.figures"


@cache
def rules(name: str, keys: tuple[str, ...]) -> Entry:
    """The rule file ``name`` of this package, which has exactly ``keys`` at its top.

    Raises:
        RuleError: the file cannot be read, lacks a key or has one more.
    """
    entry = load_rules(packaged(_PACKAGE, name))
    check_keys(name, entry, keys)
    return entry


def listed(file: str, entry: Entry, key: str) -> list[str]:
    """The words under ``key``: a list, or a text, with commas between the words.

    Raises:
        RuleError: the value is neither, or an item is no text.
    """
    value: Any = entry[key]
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in items):
        raise RuleError(file, entry.line, f"{key!r} must be words, with commas between them")
    return [word.strip() for item in items for word in item.split(",") if word.strip()]


def worded(file: str, entry: Entry, key: str) -> list[str]:
    """The words of the running text under ``key``, parted by white space.

    Raises:
        RuleError: the value is no text.
    """
    value: Any = entry[key]
    if not isinstance(value, str):
        raise RuleError(file, entry.line, f"{key!r} must be a text of words")
    return value.split()
