"""Acronyms in brackets inside a name: *Badan Legislasi (Baleg) DPR RI* is read as one name."""

from __future__ import annotations

from dataclasses import replace

from index.entities.bodies import lexicon
from index.entities.found import Found
from index.entities.tokens import Tokens, without

_LONGEST = 12
_MOST_WORDS = 4
_STATE_OWNED = "persero"


def find_brackets(tokens: Tokens) -> list[tuple[int, int]]:
    """The spans ``start:end`` of brackets that hold one acronym, with a capitalised word before.

    ``(Persero)``, the legal form of a state company, is one of them; so is the short name of a
    unit, ``(Kanwil Kemenkumham)``.
    """
    found: list[tuple[int, int]] = []
    words = tokens.words
    for at, word in enumerate(words):
        if word != "(" or not at:
            continue
        end = at + 1
        while end < len(words) and end - at <= _MOST_WORDS and tokens.capital[end]:
            end += 1
        if end == at + 1 or end >= len(words) or words[end] != ")":
            continue
        inner, opened = words[at + 1], lexicon().units.starts(tokens.keys[at + 1])
        single = end == at + 2
        short = single and (_acronym(inner) or tokens.keys[at + 1] == _STATE_OWNED)
        if (tokens.is_capital(at - 1) and (short or opened)) or (opened and single):
            found.append((at, end + 1))
    return found


def _acronym(word: str) -> bool:
    return (
        2 <= len(word) <= _LONGEST
        and word[0].isupper()
        and word.isalnum()
        and (sum(letter.isupper() for letter in word) > 1 or len(word) > 3)
    )


def leave_out(tokens: Tokens, brackets: list[tuple[int, int]]) -> tuple[Tokens, list[int]]:
    """The tokens without the brackets, and the old number of each token that stays."""
    return without(tokens, {at for start, end in brackets for at in range(start, end)})


def put_back(found: Found, numbers: list[int]) -> Found:
    """What was found without the brackets, with the numbers that its tokens have with them."""
    return replace(found, start=numbers[found.start], end=numbers[found.end - 1] + 1)
