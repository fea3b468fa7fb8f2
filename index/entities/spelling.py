"""Joining a misprinted long name to the body of the lexicon that it must mean."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache, lru_cache

from index.entities.bodies import Body, lexicon
from index.entities.tokens import tokenize

_LIKENESS = 0.7
_LONGEST = 120
_FEWEST_WORDS = 3


@lru_cache(maxsize=4096)
def nearest_body(name: str) -> Body | None:
    """The body whose long name differs from ``name`` in a few letters of one word, or None.

    Only names of at least three words that begin with the same word (*Kementerian*) are compared.
    """
    words = tokenize("", name[:_LONGEST]).keys
    if len(name) > _LONGEST or len(words) < _FEWEST_WORDS:
        return None
    for known, body in _long_names().get(words[0], ()):
        if len(known) == len(words) and _misprint(words, known):
            return body
    return None


def _misprint(printed: list[str], known: list[str]) -> bool:
    """Whether one word differs, and by a few letters only (Kemasyarakatan, Pemasyarakatan)."""
    differing = [(one, other) for one, other in zip(printed, known, strict=True) if one != other]
    return len(differing) == 1 and (
        SequenceMatcher(None, *differing[0], autojunk=False).ratio() >= _LIKENESS
    )


@cache
def _long_names() -> dict[str, list[tuple[list[str], Body]]]:
    names: dict[str, list[tuple[list[str], Body]]] = {}
    for body in lexicon().bodies:
        words = tokenize("", body.name).keys
        if len(words) >= _FEWEST_WORDS and not body.silent:
            names.setdefault(words[0], []).append((words, body))
    return names
