"""A part of an article cut into words, once, for everything that looks for names in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress

_TOKEN = re.compile(r"([^\W_]+(?:['’][^\W_]+)*|\n|[^\w\s]|_)")
# Addresses of the web, with bounds so that no text makes the search slow.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.])[\w-]{1,60}(?:\.[A-Za-z0-9-]{1,30}){1,4}/\S+"
)
# The end of a host with a path behind it, found much sooner.
_HOST_END = re.compile(r"\.[A-Za-z0-9-]{1,30}/")
_ENDS = frozenset(".!?…:;\n")
_OPENING = frozenset("\"“”‘’'«([-–—•*")
# The official spelling (UU 18/2017) and that of the press are one word; so are & and dan.
_SAME = {
    "perlindungan": "pelindungan",
    "&": "dan",
    "kementrian": "kementerian",
    "propinsi": "provinsi",
    "sumatra": "sumatera",
}
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 4


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """The form under which ``word`` is looked up: lower case, one spelling of two."""
    lower = word.lower().replace("’", "'")
    return _SAME.get(lower, lower)


@dataclass(slots=True)
class Tokens:
    """The words and marks of one part; a line end is a token of its own.

    ``starts[i]:ends[i]`` is the span of token ``i`` in ``text``; ``capital[i]`` tells a word that
    begins with a capital letter, ``initial[i]`` one where a sentence, line or quotation begins,
    ``headline[i]`` one in a line most of whose words are capitalised; ``gap`` holds the tokens
    before which a bracket was left out (:func:`without`).
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
    gap: set[int] = field(default_factory=set)

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
    """The tokens of ``text``; ``part`` is the name that mentions in it will carry.

    No word inside an address of the web counts as capitalised.
    """
    # To split, and to add the lengths up, is much faster than to ask each match for its span.
    pieces = _TOKEN.split(text)
    words = pieces[1::2]
    reached = list(accumulate(map(len, pieces)))
    tokens = Tokens(
        part,
        text,
        words,
        list(map(key_of, words)),
        reached[0:-1:2],
        reached[1::2],
        [word[0].isupper() for word in words],
    )
    if "www." in text or ("/" in text and ("://" in text or _HOST_END.search(text))):
        _lower_addresses(tokens)
    tokens.initial = _initials(words)
    tokens.headline = _headlines(tokens)
    return tokens


def phrase_keys(phrase: str) -> tuple[list[str], list[str]]:
    """The words and the keys of a phrase of a lexicon."""
    words = _TOKEN.findall(phrase)
    return words, [key_of(word) for word in words]


def without(tokens: Tokens, dropped: set[int]) -> tuple[Tokens, list[int]]:
    """The tokens without those at ``dropped``, and for each that stays its old number.

    ``gap`` tells after which of them something was dropped. Spans stay those of the text.
    """
    stays = [at not in dropped for at in range(len(tokens))]
    stay = list(compress(range(len(tokens)), stays))
    kept = Tokens(
        tokens.part,
        tokens.text,
        list(compress(tokens.words, stays)),
        list(compress(tokens.keys, stays)),
        list(compress(tokens.starts, stays)),
        list(compress(tokens.ends, stays)),
        list(compress(tokens.capital, stays)),
        list(compress(tokens.initial, stays)),
        list(compress(tokens.headline, stays)),
        {number for number, at in enumerate(stay) if at - 1 in dropped},
    )
    return kept, stay


def _lower_addresses(tokens: Tokens) -> None:
    starts, capital = tokens.starts, tokens.capital
    for match in _ADDRESS.finditer(tokens.text):
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        capital[first:last] = [False] * (last - first)


def _initials(words: list[str]) -> list[bool]:
    flags = [False] * len(words)
    if words:
        flags[0] = True
    for at in [at for at, word in enumerate(words) if word in _ENDS]:
        # No sentence ends after an initial or a short title (M. Fadil, Pol. X).
        if words[at] == "." and at and words[at - 1][0].isupper() and len(words[at - 1]) <= 3:
            continue
        following = at + 1
        while following < len(words):
            flags[following] = True
            if words[following] not in _OPENING:
                break
            following += 1
    return flags


def _headlines(tokens: Tokens) -> list[bool]:
    words, capital = tokens.words, tokens.capital
    flags = [False] * len(words)
    ends = [at for at, word in enumerate(words) if word == "\n"]
    ends.append(len(words))
    start = 0
    for end in ends:
        if end - start >= _HEADLINE_WORDS and words[end - 1] not in '.,"”)':
            letters = [capital[at] for at in range(start, end) if len(words[at]) > 3]
            if len(letters) >= _HEADLINE_WORDS and sum(letters) >= _HEADLINE_SHARE * len(letters):
                flags[start:end] = [True] * (end - start)
        start = end + 1
    return flags
