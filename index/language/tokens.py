"""What a word is: one definition for indexing, querying and highlighting.

A word stands at one position. A compound (``non-prosedural``, ``21/2007``) is one word that can
also be found by its parts, all of which share its position.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 100  # characters of a word that count; what is longer is no word of a language

_MARK = "\u0300-\u036f"
_LETTER = rf"[^\W\d_][{_MARK}]*"
_CORE = rf"(?:[^\W_][{_MARK}]*)+"
_APOSTROPHE = "['\u2018\u2019\u02bc\u02bb`\u00b4]"
_HYPHEN = "[-\u2010\u2011]"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?|\d+,\d+"

_PLAIN_WORD = r"[A-Za-z]++(?=[\s,;:?!)\"]|$)"  # nearly every word
_SPECIAL_WORD = rf"""
    (?P<rupiah>[Rr][Pp](?=\.?\d))                       # Rp5.000: the currency, then the number
  | (?P<number>(?:{_NUMBER})(?![^\W\d_]))               # 3.541  75,19  1.234,5
  | (?P<initials>{_LETTER}(?:\.{_LETTER})+(?![^\W_]))   # S.H.  U.S.  a.n.
  | (?P<slashed>\d+(?:/\d+)+(?![^\W_]))                 # 21/2007  31/1/2025
  | (?P<word>{_CORE}(?:{_APOSTROPHE}{_CORE})*(?:{_HYPHEN}{_CORE}(?:{_APOSTROPHE}{_CORE})*)*)
"""
_WORD = re.compile(rf"(?P<plain>{_PLAIN_WORD})|{_SPECIAL_WORD}", re.VERBOSE)
_PART = re.compile(rf"{_CORE}(?:{_APOSTROPHE}{_CORE})*")
_SLASHED_PART = re.compile(r"\d+")
_APOSTROPHES = re.compile(_APOSTROPHE)
_HYPHENS = re.compile(_HYPHEN)
_HYPHEN_OF_LETTERS = re.compile(r"(?<!\d)-|-(?!\d)")


class Token(NamedTuple):
    """A word of a text: its normalised form, its span, and the number of the word (from 0).

    ``part`` tells a part of a compound, ``accented`` the second form of a word with diacritics
    (``café`` beside ``cafe``); both share the position of the whole word, which comes first.
    """

    text: str
    start: int
    end: int
    position: int
    part: bool = False
    accented: bool = False


_make = Token._make


def fold(text: str) -> str:
    """``text`` without case and diacritics: ``"Café"`` gives ``"cafe"``."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare.casefold())


def tokens(text: str) -> Iterator[Token]:
    """The words of ``text`` in order.

    Dots that part thousands go (``3.541`` gives ``3541``), a decimal comma stays (``75,19``);
    apostrophes and the hyphens between letters go (``Jum'at`` = ``Jumat``, ``non-prosedural`` =
    ``nonprosedural``), the hyphen of a reduplication stays (``orang-orang``). Other compounds are
    followed by their parts. Nothing is left out: no stop list, one-letter words are words.
    """
    return map(_make, token_tuples(text))


def token_tuples(text: str) -> Iterator[tuple[str, int, int, int, bool, bool]]:
    """The fields of the ``tokens`` of ``text`` as plain tuples, at half the cost."""
    for position, match in enumerate(_WORD.finditer(text)):
        start, end = match.span()
        kind = match.lastgroup
        if kind == "plain":
            yield (
                text[start : min(end, start + LONGEST)].lower(),
                start,
                end,
                position,
                False,
                False,
            )
        else:
            yield from _special(kind or "word", match.group(), start, position)


def word_positions(text: str) -> tuple[dict[str, list[int]], int]:
    """Each token text of ``tokens(text)`` with its positions (rising), and the number of words."""
    found: dict[str, list[int]] = {}
    position = -1
    plain_found = found.get
    for position, match in enumerate(_WORD.finditer(text)):
        kind = match.lastgroup
        if kind == "plain":
            word = match.group().lower()
            places = plain_found(word)
            if places is None and len(word) <= LONGEST:
                found[word] = [position]
            elif places is not None:
                places.append(position)
            else:
                found.setdefault(word[:LONGEST], []).append(position)
            continue
        for token in _special(kind or "word", match.group(), match.start(), position):
            places = found.setdefault(token.text, [])
            if not places or places[-1] != position:
                places.append(position)
    return found, position + 1


def words(text: str) -> list[str]:
    """The normalised words of ``text``, one per position: no parts, no accented forms."""
    return [token.text for token in tokens(text) if not token.part and not token.accented]


def is_reduplication(first: str, second: str) -> bool:
    """Whether two parts joined by a hyphen double one word: *kota-kotanya*, *tolong-menolong*."""
    if min(len(first), len(second)) < 2:
        return False
    if first in second or second in first:
        return True
    return any(first[at : at + 4] in second for at in range(len(first) - 3))


def _special(kind: str, form: str, start: int, position: int) -> Iterator[Token]:
    end = start + len(form)
    if kind == "word" and form.isascii() and form.isalnum():
        yield Token(form[:LONGEST].lower(), start, end, position)
    elif kind == "number":
        yield Token(form.replace(".", "")[:LONGEST], start, end, position)
    elif kind == "initials":
        yield Token(fold(form.replace(".", ""))[:LONGEST], start, end, position)
    elif kind == "slashed":
        yield Token(form[:LONGEST], start, end, position)
        yield from _parts(_SLASHED_PART, form, start, position)
    elif kind == "rupiah":
        yield Token("rp", start, end, position)
    else:
        yield from _worded(form, start, end, position)


def _worded(form: str, start: int, end: int, position: int) -> Iterator[Token]:
    bare = _HYPHENS.sub("-", _APOSTROPHES.sub("", form[: 4 * LONGEST]))
    compound = "-" in bare
    doubled = False
    if compound:
        halves = fold(bare).split("-")
        doubled = len(halves) == 2 and is_reduplication(*halves)
        if not doubled:
            bare = _HYPHEN_OF_LETTERS.sub("", bare)
        elif halves[0] in halves[1] or halves[1] in halves[0]:
            compound = False  # its stem is that of its parts: to count them as well says nothing
    text = _APOSTROPHES.sub("", fold(bare))[:LONGEST]
    if not text:  # characters that fold to nothing: still a word, as printed
        text = bare.casefold()[:LONGEST]
    yield Token(text, start, end, position)
    accented = unicodedata.normalize("NFC", bare.casefold())[:LONGEST]
    if accented != text:
        yield Token(accented, start, end, position, accented=True)
    if compound:
        yield from _parts(_PART, form, start, position)


def _parts(pattern: re.Pattern[str], form: str, start: int, position: int) -> Iterator[Token]:
    for match in pattern.finditer(form):
        text = _APOSTROPHES.sub("", fold(match.group()))[:LONGEST]
        if text:
            yield Token(text, start + match.start(), start + match.end(), position, part=True)
