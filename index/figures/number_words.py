"""Number words: from ``dua puluh ribu`` to a value. The words are in numbers.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from index.figures.resources import listed, rules
from index.language.patterns import alternatives
from index.rules import Entry, RuleError

_FILE = "numbers.yaml"
_KEYS = (
    "digits", "small", "large", "short", "dozens", "se", "vague",
    "fractions", "over", "none", "one",
)  # fmt: skip
_TOKEN = re.compile(r"\w+")
_SPACE = r"[ \xa0\u2009]{1,2}"
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of numbers.yaml, and ``run``, which finds one or more of them in a row.

    ``run`` is searched in a text in lower case that a space has been put before: each match begins
    with what is no letter or digit. Its groups are ``words``, ``fraction``, ``none`` and ``one``.
    """

    digits: dict[str, int]
    small: dict[str, int]
    large: dict[str, int]
    after_digits: dict[str, int]
    fused: dict[str, tuple[str, str]]
    rough: frozenset[str]
    vague: dict[str, tuple[int, int]]
    fractions: dict[str, float]
    over: dict[str, int]
    run: re.Pattern[str]


@cache
def vocabulary() -> Vocabulary:
    """numbers.yaml, read once.

    Raises:
        RuleError: the file has not the shape that its comments tell.
    """
    entry = rules(_FILE, _KEYS)
    digits, small, large, dozens = (
        _values(entry, key) for key in ("digits", "small", "large", "dozens")
    )
    fused = {f"se{word}": ("satu", word) for word in listed(_FILE, entry, "se")}
    vague: dict[str, tuple[int, int]] = {}
    for word, bounds in _mapping(entry, "vague").items():
        if not (isinstance(bounds, list) and len(bounds) == 2 and bounds[0] < bounds[1]):
            raise RuleError(_FILE, entry.line, f"{word!r} must be two numbers, the less one first")
        vague[word] = (bounds[0], bounds[1])
    over = _values(entry, "over")
    names = {word: float(value) for word, value in _mapping(entry, "fractions").items()}
    large |= dozens
    rough = frozenset(f"{word}an" for word in (*small, *large, *fused))
    word = alternatives({*digits, *small, *large, *fused, *vague, *names, *rough})
    numerator = alternatives(digits)
    run = (
        rf"[\W_](?:(?P<fraction>(?:se|{numerator}\s?)per\s?{alternatives(over)})(?!\w)"
        rf"|(?P<words>{word}(?!\w)(?:{_SPACE}{word}(?!\w)){{0,{_MOST_WORDS}}}"
        rf"(?:{_SPACE}koma(?:{_SPACE}{word}(?!\w))+)?)"
        rf"|(?P<none>{alternatives(listed(_FILE, entry, 'none'))})(?!\w)"
        rf"|(?P<one>{alternatives(listed(_FILE, entry, 'one'))})(?!\w))"
    )
    return Vocabulary(
        digits, small, large, large | _values(entry, "short"), fused, rough, vague, names, over,
        re.compile(run),
    )  # fmt: skip


def _mapping(entry: Entry, key: str) -> Entry:
    value = entry[key]
    if not isinstance(value, Entry):
        raise RuleError(_FILE, entry.line, f"{key!r} must map words to numbers")
    return value


def _values(entry: Entry, key: str) -> dict[str, int]:
    values = _mapping(entry, key)
    if not all(isinstance(value, int) for value in values.values()):
        raise RuleError(_FILE, values.line, f"{key!r} must map words to whole numbers")
    return dict(values)


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words at ``[start, end)`` of its run; ``rough`` tells *dua ratusan*, ``vague``
    an order of magnitude, ``fraction`` a part of one (*setengah*)."""

    start: int
    end: int
    low: float
    high: float
    scale: int = 1
    rough: bool = False
    vague: bool = False
    fraction: bool = False


def read_words(words: str) -> int | None:
    """The value of number words (``dua ratus tiga puluh ribu``), or None if they are not one."""
    numbers = numbers_of(words.lower())
    if len(numbers) != 1 or numbers[0].end != len(words):
        return None
    return int(numbers[0].low)


def fraction_of(printed: str) -> float | None:
    """The value of ``dua pertiga``, ``seperempat``; None for what is no part of one."""
    numerator, _, over = printed.replace("\xa0", " ").partition("per")
    words = vocabulary()
    above = 1 if numerator == "se" else words.digits.get(numerator.strip(), 0)
    below = words.over[over.strip()]
    return above / below if 0 < above < below else None


def numbers_of(run: str) -> list[WordNumber]:
    """The numbers in a run of number words: two when the words cannot be one (*dua tiga*)."""
    numbers: list[WordNumber] = []
    reader = _Reader()
    for token in _TOKEN.finditer(run):
        word = token.group()
        if word == "koma":
            tail = _decimals(run, token.end())
            if reader.some:
                numbers.append(reader.number(tail))
            return numbers
        if not reader.take(word, token.start(), token.end()):
            if reader.some:
                numbers.append(reader.number())
            reader = _Reader()
            reader.take(word, token.start(), token.end())
    if reader.some:
        numbers.append(reader.number())
    return numbers


@dataclass(frozen=True, slots=True)
class _Tail:
    """What stands after *koma*: its digits, the magnitude behind them, and where it ends."""

    digits: str
    scale: int
    end: int


def _decimals(run: str, start: int) -> _Tail:
    """*koma nol tujuh juta*: digit by digit; *koma tujuh puluh lima*: as a number."""
    words = vocabulary()
    digits, scale, end = "", 1, start
    for token in _TOKEN.finditer(run, start):
        if token.group() in words.large:
            scale, end = words.large[token.group()], token.end()
            break
        if token.group() not in words.digits:
            break
        digits, end = digits + str(words.digits[token.group()]), token.end()
    following = numbers_of(run[start:])
    if following and start + following[0].end > end:
        first = following[0]
        digits, scale, end = str(int(first.low / first.scale)), first.scale, start + first.end
    return _Tail(digits, scale, end)


class _Reader:
    """Takes number words one by one as long as they make one number."""

    def __init__(self) -> None:
        self.some = False
        self._words = vocabulary()
        self._start = self._end = 0
        self._total = 0
        self._group = 0
        self._digit: int | None = None
        self._half = False
        self._rough = False
        self._vague: tuple[int, int] | None = None
        self._below_small = 1000  # what may still follow inside the group of three
        self._below_large = 10**15
        self._scale = 1

    def take(self, word: str, start: int, end: int) -> bool:
        """Whether ``word`` at ``[start, end)`` continues the number; if not, nothing changes."""
        if self._rough and word not in self._words.large:
            return False
        if not self._taken(word):
            return False
        if not self.some:
            self._start = start
        self.some, self._end = True, end
        return True

    def _taken(self, word: str) -> bool:
        words = self._words
        if self._vague is not None:
            return self._magnified(word)
        if word in words.fractions:
            return self._halved(word)
        if word in words.vague and not self.some:
            self._vague = words.vague[word]
            return True
        if word in words.rough and word not in words.large:
            self._rough = self._taken(word[:-2])
            return self._rough
        if word in words.fused:
            return self._fused(*words.fused[word])
        if self._half:
            return word in words.large and self._multiplied(words.large[word])
        if word in words.digits:
            if self._digit is not None or self._below_small <= 1:
                return False
            self._digit = words.digits[word]
            return True
        if not self.some:
            return False
        if word in words.small:
            return self._grouped(word)
        return word in words.large and self._multiplied(words.large[word])

    def _magnified(self, word: str) -> bool:
        """*puluhan ribu*: the bounds are multiplied, once."""
        size = self._words.large.get(word)
        if size is None or self._scale != 1 or self._vague is None:
            return False
        self._vague = (self._vague[0] * size, (self._vague[1] + 1) * size - 1)
        self._scale = size
        return True

    def _halved(self, word: str) -> bool:
        """*satu setengah* is one and a half; *setengah* alone is a half."""
        if self._half or self._total or (self.some and word != "setengah"):
            return False
        self._half = True
        return True

    def _fused(self, digit: str, magnitude: str) -> bool:
        size = self._words.large.get(magnitude, 0)
        if self._digit is not None or self._half:
            return False
        if size:
            if self._group or size >= self._below_large:
                return False
            self._digit = self._words.digits[digit]
            return self._multiplied(size)
        if self._words.small[magnitude] >= self._below_small:
            return False
        self._digit = self._words.digits[digit]
        return self._grouped(magnitude)

    def _grouped(self, word: str) -> bool:
        size = self._words.small[word]
        if not self._digit or size >= self._below_small:
            return False
        self._group += self._digit + 10 if word == "belas" else self._digit * size
        self._digit = None
        self._below_small = 1 if word == "belas" else size
        return True

    def _multiplied(self, size: int) -> bool:
        value = self._group + (self._digit or 0)
        if not (value or self._half) or size >= self._below_large:
            return False
        self._total += (2 * value + self._half) * size // 2
        self._group, self._digit, self._below_small = 0, None, 1000
        self._below_large = self._scale = size
        self._half = False
        return True

    def number(self, tail: _Tail | None = None) -> WordNumber:
        """The number read so far, with the decimals of ``tail``."""
        if self._vague is not None:
            return WordNumber(self._start, self._end, *self._vague, self._scale, vague=True)
        value: float = self._total + self._group + (self._digit or 0)
        fraction = self._half and not value
        if self._half:
            value += 0.5
        if tail is not None:
            exact = Decimal(f"{int(value)}.{tail.digits}") * tail.scale
            value = int(exact) if exact == int(exact) else float(exact)
            return WordNumber(self._start, tail.end, value, value, tail.scale)
        return WordNumber(
            self._start, self._end, value, value, self._scale, self._rough, fraction=fraction
        )
