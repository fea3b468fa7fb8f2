"""Joining a misprinted long name to the body of the lexicon that it must mean."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache, lru_cache

from index.entities.bodies import Body, lexicon
from index.entities.tokens import tokenize

_LIKENESS = 0.86
_LONGEST = 120
_FEWEST_WORDS = 3


@lru_cache(maxsize=4096)
def nearest_body(name: str) -> Body | None:
    """The body whose long name differs from ``name`` by a few letters or one word, or None.

    Only names of at least three words that begin with the same word (*Kementerian*) are compared.
    """
    words = tokenize("", name[:_LONGEST]).keys
    if len(name) > _LONGEST or len(words) < _FEWEST_WORDS:
        return None
    printed = " ".join(words)
    best: tuple[float, Body | None] = (_LIKENESS, None)
    for known, body in _long_names().get(words[0], ()):
        if abs(len(known) - len(printed)) > 8:
            continue
        likeness = SequenceMatcher(None, printed, known, autojunk=False).ratio()
        if likeness >= best[0]:
            best = likeness, body
    return best[1]


@cache
def _long_names() -> dict[str, list[tuple[str, Body]]]:
    names: dict[str, list[tuple[str, Body]]] = {}
    for body in lexicon().bodies:
        words = tokenize("", body.name).keys
        if len(words) >= _FEWEST_WORDS and not body.silent:
            names.setdefault(words[0], []).append((" ".join(words), body))
    return names
