"""Words of an office that no list has, told from the name that follows them."""

from __future__ import annotations

from index.entities.marks import Marks
from index.entities.vocabulary import vocabulary
from index.language.calendar import MONTHS

_UNLISTED = 10
_UNKNOWN_WORDS = 5
_LONGEST_ACRONYM = 9
_BRACKET = 8


def past_unlisted(marks: Marks, end: int) -> int:
    """The end of an office with words that no list has, before the name that follows.

    They belong to the office where a body, an acronym or a common word comes after them:
    *Direktur Treasury and Trade BRI X*, *Pengawas Derivatif dan Bursa Karbon X*.
    """
    tokens, words = marks.tokens, vocabulary()
    best = at = end
    unknown = 0
    while at < len(tokens) and at - end < _UNLISTED:
        key = tokens.keys[at]
        body = marks.agency(at)
        if body is not None and not body.weak and tokens.capital[at]:
            at = best = body.end
        elif key == "ke" and tokens.key(at + 1) == "-" and tokens.key(at + 2).isdigit():
            at = best = at + 3
        elif tokens.words[at].isdigit() and best == at > end:
            at = best = at + 1
        elif key == "," and best == at and _common_list(marks, at + 1):
            at += 1
        elif not tokens.capital[at]:
            if key == "(" and (close := abbreviation(marks, at)):
                at = close
                # A bracket with an acronym ends a body's name; one with two letters may be a man's.
                if unknown == 0 or _bracketed(marks, close):
                    best = close
            elif (
                key in words.joiners
                and tokens.is_capital(at + 1)
                and (at > end or _common_list(marks, at + 1))
            ):
                at += 1
            else:
                break
        elif _opens_name(marks, at) or key in MONTHS:
            break
        elif _of_office(marks, at, unknown):
            at = best = at + 1
        else:
            unknown += 1
            if unknown > _UNKNOWN_WORDS:
                break
            at += 1
    if best > end and _one_word_left(marks, best):
        best -= 1
    named = tokens.is_capital(best) or (tokens.key(best) == "," and tokens.is_capital(best + 1))
    return best if named else end


def _bracketed(marks: Marks, close: int) -> bool:
    """Whether ``(ABC)`` ends before token ``close`` and a capitalised word follows it."""
    tokens = marks.tokens
    inner = tokens.words[close - 2]
    return (
        tokens.words[close - 3] == "("
        and len(inner) > 2
        and inner.isupper()
        and tokens.is_capital(close)
    )


def _opens_name(marks: Marks, at: int) -> bool:
    """Whether a first name, a rank or a courtesy stands here (*I Gede*, *AKBP*, *KH*)."""
    tokens, words = marks.tokens, vocabulary()
    key = tokens.keys[at]
    return (
        key in words.given
        or words.ranks.starts(key)
        or key in words.honorifics
        or (key == "i" and tokens.key(at + 1) in words.given)
    )


def _one_word_left(marks: Marks, at: int) -> bool:
    """Whether a common word after an acronym is the first of two names (*Wartawan XYZ Mesti S*)."""
    tokens = marks.tokens
    return (
        tokens.is_capital(at)
        and not tokens.is_capital(at + 1)
        and vocabulary().common_word(tokens.keys[at - 1])
        and not tokens.words[at - 1].isupper()
        and not _plain(marks, at - 2)
    )


def _plain(marks: Marks, at: int) -> bool:
    """Whether a common word stands here that no list of the words of offices has."""
    key = marks.tokens.key(at)
    return vocabulary().common_word(key) and key not in vocabulary().complement


def _common_list(marks: Marks, at: int) -> bool:
    """Whether a list of common words goes on in an office (*Pasar Modal, Derivatif, dan Bursa*)."""
    tokens, words = marks.tokens, vocabulary()
    if tokens.key(at) in ("dan", "serta"):
        at += 1
    key = tokens.key(at)
    return (
        tokens.is_capital(at)
        and (words.common_word(key) or key in words.complement)
        and not words.offices.starts(key)
        and marks.agency(at) is None
    )


def _of_office(marks: Marks, at: int, unknown: int) -> bool:
    """Whether a capitalised word is of an office and of no name: an acronym, a common word."""
    tokens, words = marks.tokens, vocabulary()
    word, key = tokens.words[at], tokens.keys[at]
    if key in words.degrees or key in words.honorifics or words.ranks.starts(key):
        return False
    if len(word) == 1:
        return word in "IVX" and not unknown
    if word.isupper():
        following = tokens.words[at + 1] if tokens.is_capital(at + 1) else ""
        least = 3 if unknown else 2
        return least <= len(word) <= _LONGEST_ACRONYM and not (
            len(following) > 1 and following.isupper()
        )
    return key in words.complement or (not unknown and words.common_word(key))


def abbreviation(marks: Marks, at: int) -> int:
    """The end of ``(Kapuspenkum)``, ``(Menko PM)`` inside an office, else 0."""
    tokens = marks.tokens
    for end in range(at + 1, min(at + _BRACKET, len(tokens))):
        if tokens.words[end] == ")":
            inner = range(at + 1, end)
            if inner and all(tokens.capital[i] or tokens.words[i] in "-/." for i in inner):
                return end + 1
            return 0
    return 0
