"""What a word looks like by itself, where the title of another article may end at it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from index.reading.words import words

_QUOTES = '"“'
_MARKS = ",.()\"”'’?!:;"
_OPENING_MARKS = "\"“‘'([@#"
# The words of a language are few, and most of what an article says is said again in the next.
_MOST_REMEMBERED = 8192


class Shape(NamedTuple):
    """The observable properties of a word.

    ``last`` and ``first`` tell what kind of word a title would end and an article go on with;
    ``stem`` is the word without the marks behind it. ``stays_small`` tells a word that a headline
    in title case would have capitalised, ``may_open`` one with which the article may go on.
    ``leads_office`` words name an office, which ``ends_office`` words close; ``names`` tells a word
    that may be a person's name behind one.
    """

    stem: str
    last: str
    first: str
    is_small: bool
    stays_small: bool
    may_open: bool
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
    listed = words()
    bare = word.strip(",.()\"“”'’?!:;")
    said = word.strip(",.")
    lowered, small_said, small_bare = word.lower(), said.lower(), bare.lower()
    is_small, is_capital = word[0].islower(), word[0].isupper()
    return Shape(
        stem=word.rstrip(",.;:"),
        last=_last(word, lowered),
        first=_first(word, bare, small_bare),
        is_small=is_small,
        stays_small=is_small and word.strip(_MARKS).lower() not in listed.particles,
        may_open=is_capital or word[0] in _OPENING_MARKS or (word[0].isdigit() and word[-1] == "."),
        is_particle=small_said in listed.particles,
        is_demonstrative=said in ("itu", "ini", "tersebut"),
        is_role=small_bare in listed.roles,
        has_comma=word[-1] == ",",
        has_nya=small_bare.endswith("nya"),
        leads_office=word.strip("\"“‘'(").lower() in listed.roles,
        ends_office=not is_capital or word[-1] in ",:;.?!",
        names=is_capital and lowered.strip(",.") not in _no_names(),
        ends_run=lowered in listed.particles,
    )


def _last(word: str, lowered: str) -> str:
    if word[-1] in "?!":
        return "last-question"
    if word[-1] in ",:;&-–":
        return "last-open"
    if word[-1] == ".":
        return "last-stop"
    if word[-1] in "\"”'’)…":
        return "last-closed"
    if lowered in words().particles:
        return "last-particle"
    if word[0].islower():
        return "last-small"
    return "last-number" if word[0].isdigit() else "last-capital"


def _first(word: str, bare: str, lowered: str) -> str:
    if word[0] in _QUOTES:
        return "quote"
    if word[0].isdigit():
        return "digit"
    if lowered in words().openers:
        return "opener"
    return "shouted" if bare.isupper() and len(bare) > 1 else ""


@cache
def _no_names() -> frozenset[str]:
    """Words that open sentences or offices, and so are no names of persons."""
    return words().openers | words().roles
