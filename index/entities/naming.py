"""Where a personal name begins and ends, and the titles before it."""

from __future__ import annotations

import re

from index.entities.marks import Marks
from index.entities.vocabulary import vocabulary

_LONGEST = 6
_ACRONYM = 5
# Digits, glued words (PersenFanny) and imperatives of headlines (Laporkan) are in no name.
_NO_NAME = re.compile(r"\d|[a-z]{2}[A-Z]|[A-Z]{2}[a-z]{2}|^[A-Z][a-z]{3,}kan$")
_RANK_ENDS = frozenset(
    ("jenderal", "kolonel", "mayor", "kapten", "letnan", "akbp", "akp", "kompol", "iptu", "ipda")
)
_NEVER_MIDDLE = frozenset(
    ["PT", "CV", "UD", "RI", "AS", "UU", "RT", "RW", "RB", "KM", "KP", "KN", "PM", "HP"]
)
_VOWEL = re.compile("[AEIOU]")


def skip_titles(marks: Marks, at: int) -> int:
    """The token after the ranks, tags, honorifics and their full stops at token ``at``."""
    tokens, words = marks.tokens, vocabulary()
    start = at
    while at < len(tokens):
        rank = words.ranks.longest(tokens, at) if tokens.capital[at] else None
        if rank is not None:
            at = rank[0]
        elif tokens.keys[at] in words.honorifics and (
            tokens.capital[at] or tokens.keys[at] == "dr"
        ):
            if len(tokens.words[at]) == 1 and tokens.key(at + 1) != "." and at == start:
                break
            at += 1
        elif at > start and tokens.keys[at] in words.tags and tokens.capital[at]:
            if len(tokens.words[at]) == 1 and tokens.words[at - 1] != "(":
                break
            at += 1
        elif at > start and tokens.words[at] in "()./":
            if tokens.words[at] == "(" and tokens.key(at + 1) not in words.tags:
                break
            at += 1
        else:
            break
    return at


def name_end(marks: Marks, start: int) -> int:
    """The end of the name that begins at token ``start``; ``start`` itself if none does."""
    tokens, words = marks.tokens, vocabulary()
    end = start
    count = 0
    while end < len(tokens) and count < _LONGEST:
        if not _name_word(marks, end, first=end == start):
            key = tokens.keys[end]
            if count and _middle(marks, end):
                end += 1
                continue
            if count and key in words.particles and _name_word(marks, end + 1, first=False):
                end += 1
                continue
            if (
                count
                and key == "."
                and _initial_before(marks, end)
                and _name_word(marks, end + 1, first=False)
            ):
                end += 1
                continue
            if (
                count
                and key == "-"
                and tokens.keys[end - 1] in words.particles
                and tokens.touches(end)
                and tokens.touches(end + 1)
                and _name_word(marks, end + 1, first=False)
            ):
                end += 1
                continue
            break
        end += 1
        count += 1
    while end > start and not (
        (tokens.capital[end - 1] and tokens.words[end - 1].isalnum())
        or "'" in tokens.words[end - 1]
        or "’" in tokens.words[end - 1]
    ):
        end -= 1
    return end


def _middle(marks: Marks, at: int) -> bool:
    """Whether two capitals stand inside a name (*Retno LP Marsudi*)."""
    tokens = marks.tokens
    word = tokens.words[at]
    return (
        len(word) == 2
        and word.isupper()
        and word not in _NEVER_MIDDLE
        and marks.agency(at) is None
        and tokens.is_capital(at + 1)
        and not tokens.words[at + 1].isupper()
        and _name_word(marks, at + 1, first=False)
    )


def _initial_before(marks: Marks, at: int) -> bool:
    word = marks.tokens.words[at - 1]
    return word[:1].isupper() and (len(word) == 1 or word.lower() in ("moh", "muh", "st", "abd"))


def _name_word(marks: Marks, at: int, *, first: bool) -> bool:
    tokens, words = marks.tokens, vocabulary()
    if not tokens.is_capital(at) or marks.taken(at) or marks.name[at]:
        return False
    word, key = tokens.words[at], tokens.keys[at]
    if key in words.never or word in words.shouts or _NO_NAME.search(word):
        return False
    if key in words.given:
        return True
    if key in words.complement and len(word) > 1:
        return False
    if word.isupper() and 1 < len(word) <= _ACRONYM and not _shouted(marks, at):
        return False
    if word.isupper() and len(word) > _ACRONYM and _mixed(marks, at):
        return False
    if words.parts.longest(tokens, at) is not None:
        return False
    if words.offices.longest(tokens, at) is not None or words.ranks.longest(tokens, at) is not None:
        return False
    if key in words.degrees and word.isupper():
        return False
    return not (len(word) > 1 and key in words.honorifics)


def _mixed(marks: Marks, at: int) -> bool:
    """Whether a word in capitals opens an article (*KEMENANGAN Zohran Mamdani*)."""
    tokens = marks.tokens
    return tokens.initial[at] and tokens.is_capital(at + 1) and not tokens.words[at + 1].isupper()


def _shouted(marks: Marks, at: int) -> bool:
    """Whether a word in capitals is a name so printed, and no acronym (*Letjen SOK Veasna*).

    It must be sayable, and stand after a rank or a courtesy, or beside another such word.
    """
    tokens, words = marks.tokens, vocabulary()
    if len(tokens.words[at]) < 3 or _VOWEL.search(tokens.words[at]) is None:
        return False
    before = tokens.key(at - 1)
    if before in words.honorifics or before in words.tags or before in _RANK_ENDS:
        return True
    return any(
        tokens.is_capital(i) and tokens.words[i].isupper() and len(tokens.words[i]) > _ACRONYM
        for i in (at - 1, at + 1)
    )
