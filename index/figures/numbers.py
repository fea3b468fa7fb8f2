"""The grammar of Indonesian numbers: from ``3.541`` and ``dua puluh ribu`` to a value.

Written forms after lexicon study 2026: a dot parts thousands, a comma decimals; ``ribu`` (rb),
``juta`` (jt), ``miliar``/``milyar`` (M), ``triliun`` (T) multiply; ``belasan``, ``puluhan``,
``ratusan``, ``ribuan``, ``jutaan`` are orders of magnitude.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from index.language.patterns import lowered

_DIGIT_WORDS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9,
}  # fmt: skip
_SMALL = {"belas": 10, "puluh": 10, "ratus": 100}
_LARGE = {
    "ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9,
    "triliun": 10**12, "trilyun": 10**12, "m": 10**9, "t": 10**12,
}  # fmt: skip
_FUSED = {
    "sepuluh": ("satu", "puluh"), "sebelas": ("satu", "belas"), "seratus": ("satu", "ratus"),
    "seribu": ("satu", "ribu"), "sejuta": ("satu", "juta"), "semiliar": ("satu", "miliar"),
    "semilyar": ("satu", "milyar"), "setriliun": ("satu", "triliun"),
}  # fmt: skip
_VAGUE = {
    "belasan": (11, 19), "puluhan": (10, 99), "ratusan": (100, 999), "ribuan": (1000, 9999),
    "jutaan": (10**6, 10**7 - 1), "miliaran": (10**9, 10**10 - 1),
    "milyaran": (10**9, 10**10 - 1), "triliunan": (10**12, 10**13 - 1),
}  # fmt: skip
# Longer runs of digits are telephone and document numbers, never counts.
_MOST_DIGITS = 16

_WORD = (
    r"(?:s(?:atu|embilan|e(?:puluh|belas|ratus|ribu|juta|mil[iy]ar|triliun))|d(?:ua|elapan)"
    r"|t(?:iga|ujuh|ril[iy]un)|empat|enam|lima|nol|belas|puluh|r(?:atus|ibu)|juta|mil[iy]ar)"
)
_DIGITS = re.compile(
    r"(?P<digits>[0-9]+(?:[.,][0-9]+)*)(?P<magnitude>\s?(?:juta\s[0-9]{1,3}\sribu"
    r"|mil[iy]ar\s[0-9]{1,3}\sjuta|tril[iy]un\s[0-9]{1,3}\smiliar"
    r"|(?:ribu|rb|juta|jt|mil[iy]ar|tril[iy]un)(?:an)?)(?!\w))?(?P<about>-?an(?!\w))?"
)
_WORDS = re.compile(
    rf"(?<!\w)(?:(?P<words>{_WORD}(?!\w)(?:\s{{1,2}}{_WORD}(?!\w)){{0,24}})"
    r"|(?P<vague>(?:belasan|puluhan|ratusan|ribuan|jutaan|mil[iy]aran|triliunan)"
    r"(?:\s(?:ribu|juta|mil[iy]ar|tril[iy]un))?)(?!\w)"
    r"|(?P<none>nihil)(?!\w)|(?P<one>seorang)(?!\w))"
)
_CURRENCY_LETTERS = ("Rp", "RP", "rp", "RM", "IDR", "USD", "SGD", "RMB")
_TOKEN = re.compile(r"\w+")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2},\d{3}\.\d{1,2}")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_DECIMAL = re.compile(r"\d+[.,]\d+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at ``[start, end)``.

    ``low`` and ``high`` differ only for an order of magnitude (*ratusan*). ``scale`` is the
    multiplier that was printed as a word (1000 in *20 ribu*), 1 without one. ``digits`` tells
    figures from number words; ``thousands_if_whole`` the value of ``3,541`` read the English
    way, for a thing that cannot be split.
    """

    start: int
    end: int
    low: float
    high: float
    scale: int = 1
    digits: bool = False
    vague: bool = False
    thousands_if_whole: float | None = None


def find_numbers(text: str) -> list[Number]:
    """All numbers of ``text`` in order; what a number stands for is not asked here.

    Runs of more than 16 digits, and runs with dots and commas that follow no number grammar
    (``1.2.3``), are left out. Never raises; linear in the length of the text.
    """
    lower = lowered(text)
    numbers: list[Number] = []
    for match in _DIGITS.finditer(lower):
        start = match.start()
        if start and _in_a_word(text, start):
            continue
        number = _from_digits(match)
        if number is not None:
            numbers.append(number)
    for match in _WORDS.finditer(lower):
        kind = match.lastgroup
        if kind == "words":
            numbers.extend(_from_words(match.group("words"), match.start("words")))
        elif kind == "vague":
            numbers.append(_from_vague(match))
        else:
            value = 1 if kind == "one" else 0
            numbers.append(Number(match.start(), match.end(), value, value))
    numbers.sort(key=_start)
    # A magnitude that the digits have taken (*20 ribuan*) is no number of its own.
    return [
        number for place, number in enumerate(numbers)
        if not place or number.start >= numbers[place - 1].end
    ]  # fmt: skip


def _start(number: Number) -> int:
    return number.start


def _in_a_word(text: str, start: int) -> bool:
    """Whether letters before the digits make them part of a word (``P21``), not an amount."""
    before = text[start - 1]
    if not (before.isalnum() or before == "_"):
        return False
    return not text.endswith(_CURRENCY_LETTERS, 0, start)


def word_before(text: str, at: int) -> str:
    """The word that ends before ``at``, in lower case; spaces and ``. : - (`` may lie between."""
    end = at
    while end and at - end < 5 and text[end - 1] in " .:-(\xa0":
        end -= 1
    start = end
    while start and end - start < 24 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    return text[start:end].lower()


def read_digits(printed: str) -> float | None:
    """The value of digits with Indonesian separators, or None if they follow no grammar.

    ``3.541`` is 3541, ``75,19`` is 75.19, ``1,234,567`` (English) 1234567, ``4.5`` 4.5.
    """
    if len(printed) > 2 * _MOST_DIGITS or sum(map(str.isdigit, printed)) > _MOST_DIGITS:
        return None
    if not printed.isascii():
        return None
    if printed.isdigit():
        return int(printed)
    if _DOTTED.fullmatch(printed):
        return _number(printed.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(printed):
        return _number(printed.replace(",", ""))
    if _DECIMAL.fullmatch(printed):
        return _number(printed.replace(",", "."))
    return None


def read_words(words: str) -> int | None:
    """The value of number words (``dua ratus tiga puluh ribu``), or None if they are not one."""
    numbers = _from_words(words, 0)
    if len(numbers) != 1 or numbers[0].end != len(words):
        return None
    return int(numbers[0].low)


def _number(plain: str) -> float:
    value = float(plain)
    return int(value) if value.is_integer() else value


def _from_digits(match: re.Match[str]) -> Number | None:
    printed = match.group("digits")
    value = read_digits(printed)
    if value is None:
        return None
    scale, extra = 1, 0
    if match.group("magnitude"):
        tokens = match.group("magnitude").lower().split()
        scale = _LARGE.get(tokens[0].removesuffix("an"), 1)
        if len(tokens) > 1:
            extra = int(tokens[1]) * _LARGE.get(tokens[2], 1)
    whole = None
    if scale == 1 and _ONE_COMMA.fullmatch(printed):
        whole = float(int(printed.replace(",", "")))
    value = scaled(value, scale) + extra
    return Number(
        match.start(), match.end(), value, value, scale, digits=True, thousands_if_whole=whole
    )


def scaled(value: float, scale: int) -> float:
    """``value`` times ``scale`` without the dust of binary fractions (8.3 trillion is whole)."""
    if scale == 1 or not math.isfinite(value):
        return value
    product = Decimal(repr(value)) * scale
    return int(product) if product == int(product) else float(product)


def _from_vague(match: re.Match[str]) -> Number:
    words = match.group("vague").lower().split()
    low, high = _VAGUE.get(words[0], (10, 99))
    scale = 1
    if len(words) == 2:
        scale = _LARGE.get(words[1], 1)
        low, high = low * scale, (high + 1) * scale - 1
    return Number(match.start(), match.end(), low, high, scale, vague=True)


def _from_words(run: str, offset: int) -> list[Number]:
    """The numbers in a run of number words: two when the words cannot be one (*dua tiga*)."""
    numbers: list[Number] = []
    reader = _WordReader()
    start = end = 0
    for token in _TOKEN.finditer(run):
        word = token.group().lower()
        if not reader.take(word):
            if reader.some:
                numbers.append(reader.number(offset + start, offset + end))
            reader = _WordReader()
            if not reader.take(word):
                continue
            start = token.start()
        elif not end or start == end:
            start = token.start()
        end = token.end()
    if reader.some:
        numbers.append(reader.number(offset + start, offset + end))
    return numbers


class _WordReader:
    """Takes number words one by one as long as they make one number."""

    def __init__(self) -> None:
        self.some = False
        self._total = 0
        self._group = 0
        self._digit: int | None = None
        self._below_small = 1000  # what may still follow inside the group of three
        self._below_large = 10**15
        self._scale = 1

    def take(self, word: str) -> bool:
        """Whether ``word`` continues the number; if not, nothing has changed."""
        if word in _FUSED:
            if self._digit is not None:
                return False
            digit, magnitude = _FUSED[word]
            limit = _LARGE.get(magnitude, 0)
            if limit:
                if self._group or limit >= self._below_large:
                    return False
            elif _SMALL[magnitude] >= self._below_small:
                return False
            return self.take(digit) and self.take(magnitude)
        if word in _DIGIT_WORDS:
            if self._digit is not None or self._below_small <= 1:
                return False
            self._digit, self.some = _DIGIT_WORDS[word], True
            return True
        if not self.some:
            return False
        if word in _SMALL:
            size = _SMALL[word]
            if not self._digit or size >= self._below_small:
                return False
            self._group += self._digit + 10 if word == "belas" else self._digit * size
            self._digit = None
            self._below_small = 1 if word == "belas" else size
            return True
        size = _LARGE.get(word, 0)
        value = self._group + (self._digit or 0)
        if not value or not size or size >= self._below_large:
            return False
        self._total += value * size
        self._group, self._digit, self._below_small = 0, None, 1000
        self._below_large = self._scale = size
        return True

    def number(self, start: int, end: int) -> Number:
        """The number read so far."""
        value = self._total + self._group + (self._digit or 0)
        return Number(start, end, value, value, self._scale)
