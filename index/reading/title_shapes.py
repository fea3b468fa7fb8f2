"""What a word looks like by itself, where the title of another article may end at it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from index.reading.words import words

_QUOTES = '"“'
# The words of a language are few, and most of what an article says is said again in the next.
_MOST_REMEMBERED = 8192


@dataclass(frozen=True, slots=True)
class Shape:
    """The observable properties of a word.

    ``last`` and ``first`` tell what kind of word a title would end and an article go on with;
    ``stem`` is the word without the marks behind it. ``leads_office`` words name an office, which
    ``ends_office`` words close; ``names`` tells a word that may be a person's name behind one.
    """

    stem: str
    last: str
    first: str
    is_small: bool
    is_particle: bool
    is_demonstrative: bool
    is_role: bool
    has_comma: bool
    has_nya: bool
    leads_office: bool
    ends_office: bool
    names: bool
    ends_run: bool


@lru_cache(maxsize=_MOST_REMEMBERED)
def shape(word: str) -> Shape:
    """The shape of a word, which has a character at least."""
    bare = word.strip(",.()\"“”'’?!:;")
    said = word.strip(",.")
    return Shape(
        stem=word.rstrip(",.;:"),
        last=_last(word),
        first=_first(word, bare),
        is_small=word[0].islower(),
        is_particle=said.lower() in words().particles,
        is_demonstrative=said in ("itu", "ini", "tersebut"),
        is_role=bare.lower() in words().roles,
        has_comma=word.endswith(","),
        has_nya=bare.lower().endswith("nya"),
        leads_office=word.strip("\"“‘'(").lower() in words().roles,
        ends_office=not word[0].isupper() or word[-1] in ",:;.?!",
        names=word[0].isupper() and word.lower().strip(",.") not in _no_names(),
        ends_run=word.lower() in words().particles,
    )


def _last(word: str) -> str:
    if word[-1] in "?!":
        return "last-question"
    if word[-1] in ",:;&-–":
        return "last-open"
    if word[-1] == ".":
        return "last-stop"
    if word[-1] in "\"”'’)…":
        return "last-closed"
    if word.lower() in words().particles:
        return "last-particle"
    if word[0].islower():
        return "last-small"
    return "last-number" if word[0].isdigit() else "last-capital"


def _first(word: str, bare: str) -> str:
    if word[0] in _QUOTES:
        return "quote"
    if word[0].isdigit():
        return "digit"
    if bare.lower() in words().openers:
        return "opener"
    return "shouted" if bare.isupper() and len(bare) > 1 else ""


@cache
def _no_names() -> frozenset[str]:
    """Words that open sentences or offices, and so are no names of persons."""
    return words().openers | words().roles
