"""The words that tell a place from other capitalised words (lexicon/place_words.yaml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from index.entities.chart import names_of
from index.entities.tokens import key_of
from index.entities.trie import Trie
from index.rules import Entry, RuleError, check_keys, load_rules

_HEADS = ["regions", "dropped", "kept", "streets", "buildings"]
_LISTS = [
    "tails",
    "inside",
    "generic",
    "ordinary",
    "clubs",
    "cues",
    "strict",
    "moves",
    "offices",
    "never_after",
    "open",
    "onward",
]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lists of place_words.yaml: phrases as tries, single words as sets of keys.

    ``heads`` gives for a head the list that it stands in: ``regions``, ``dropped``, ``kept``,
    ``streets``, ``buildings``; ``tails`` are the last words of English names of places.
    """

    heads: Trie[str]
    tails: Trie[str]
    tail_keys: frozenset[str]
    inside: frozenset[str]
    generic: frozenset[str]
    ordinary: frozenset[str]
    clubs: frozenset[str]
    cues: frozenset[str]
    strict: frozenset[str]
    moves: frozenset[str]
    offices: frozenset[str]
    never_after: frozenset[str]
    open: frozenset[str]
    onward: frozenset[str]


def load_place_words(source: Traversable | Path) -> PlaceWords:
    """The words in ``source``.

    Raises:
        RuleError: the file cannot be read, or a list is missing or is no text.
    """
    rules = load_rules(source)
    file = source.name
    check_keys(file, rules, ("heads", *_LISTS))
    if not isinstance(rules["heads"], Entry):
        raise RuleError(file, rules.line, "'heads' must map a kind of heads to a list")
    check_keys(file, rules["heads"], _HEADS)
    heads: Trie[str] = Trie()
    for kind in _HEADS:
        for head in names_of(file, rules["heads"], kind):
            heads.add(head, kind, exact=True)
            if kind != "regions":
                # Datelines and headlines shout.
                heads.add(head.upper(), kind, exact=True)
    lists = {key: names_of(file, rules, key) for key in _LISTS}
    tails: Trie[str] = Trie()
    for tail in lists["tails"]:
        tails.add(tail, tail, exact=True)
    return PlaceWords(
        heads,
        tails,
        tails.first_keys,
        _keys(lists["inside"]),
        _keys(lists["generic"]),
        frozenset(lists["ordinary"]),
        frozenset(lists["clubs"]),
        _keys(lists["cues"]),
        _keys(lists["strict"]),
        _keys(lists["moves"]),
        _keys(lists["offices"]),
        _keys(lists["never_after"]),
        _keys(lists["open"]),
        _keys(lists["onward"]),
    )


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(key_of(word) for words_ in words for word in words_.split()[-1:])
