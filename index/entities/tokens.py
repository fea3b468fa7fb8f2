"""A part of an article cut into words, once, for everything that looks for names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|\n|[^\w\s]|_")
_ENDS = frozenset(".!?…:;")
_OPENING = frozenset("\"“”‘’'«([-–—•*")
# The official spelling (UU 18/2017) and that of the press are one word; so are & and dan.
_SAME = {
    "perlindungan": "pelindungan",
    "&": "dan",
    "kementrian": "kementerian",
    "propinsi": "provinsi",
    "sumatra": "sumatera",
    "’": "'",
}
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 4


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """The form under which ``word`` is looked up: lower case, one spelling of two."""
    lower = word.lower()
    return _SAME.get(lower, lower)


@dataclass(slots=True)
class Tokens:
    """The words and marks of one part; a line end is a token of its own.

    ``starts[i]:ends[i]`` is the span of token ``i`` in ``text``; ``capital[i]`` tells a word that
    begins with a capital letter, ``initial[i]`` one where a sentence, line or quotation begins,
    ``headline[i]`` one in a line most of whose words are capitalised.
    """

    part: str
    text: str
    words: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    initial: list[bool] = field(default_factory=list)
    headline: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def key(self, at: int) -> str:
        """The key of token ``at``, empty outside the text."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def is_capital(self, at: int) -> bool:
        """Whether token ``at`` is a capitalised word; False outside the text."""
        return 0 <= at < len(self.capital) and self.capital[at]

    def touches(self, at: int) -> bool:
        """Whether nothing stands between token ``at`` and the one before it."""
        return 0 < at < len(self.starts) and self.starts[at] == self.ends[at - 1]

    def form(self, start: int, end: int) -> str:
        """The text of the tokens ``start`` to ``end`` (exclusive), as printed."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def tokenize(part: str, text: str) -> Tokens:
    """The tokens of ``text``; ``part`` is the name that mentions in it will carry."""
    tokens = Tokens(part, text)
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    for match in _TOKEN.finditer(text):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    tokens.keys = [key_of(word) for word in words]
    tokens.capital = [word[0].isupper() for word in words]
    tokens.initial = _initials(words)
    tokens.headline = _headlines(tokens)
    return tokens


def _initials(words: list[str]) -> list[bool]:
    flags: list[bool] = []
    fresh = True
    before = ""
    for word in words:
        flags.append(fresh)
        if word == "\n":
            fresh = True
        elif word in _ENDS:
            # No sentence ends after an initial or a short title (M. Fadil, Pol. X).
            fresh = not (word == "." and before[:1].isupper() and len(before) <= 3)
        elif word not in _OPENING:
            fresh = False
        before = word
    return flags


def _headlines(tokens: Tokens) -> list[bool]:
    flags = [False] * len(tokens)
    start = 0
    for at in range(len(tokens) + 1):
        if at < len(tokens) and tokens.words[at] != "\n":
            continue
        long_words = [i for i in range(start, at) if len(tokens.words[i]) > 3]
        capitals = sum(tokens.capital[i] for i in long_words)
        last = tokens.words[at - 1] if at > start else ""
        if (
            len(long_words) >= _HEADLINE_WORDS
            and capitals >= _HEADLINE_SHARE * len(long_words)
            and last not in '.,"”)'
        ):
            flags[start:at] = [True] * (at - start)
        start = at + 1
    return flags
