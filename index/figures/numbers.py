"""The grammar of Indonesian numbers: from ``3.541`` and ``dua puluh ribu`` to a value.

Written forms after the study of the press, 2026: a dot parts thousands, a comma decimals; ``ribu``
(rb), ``juta`` (jt), ``miliar``/``milyar`` (M), ``triliun`` (T) multiply; ``belasan``, ``puluhan``,
``ratusan``, ``ribuan``, ``jutaan`` are orders of magnitude.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import NamedTuple

from index.figures.number_words import fraction_of, numbers_of, read_words, vocabulary
from index.language.patterns import lowered

__all__ = ["Number", "find_numbers", "read_digits", "read_words", "scaled", "word_before"]

# Longer runs of digits are telephone and document numbers, never counts.
_MOST_DIGITS = 16

_DIGITS = re.compile(
    r"(?P<digits>[0-9]+(?:[.,][0-9]+)*)"
    r"(?:(?P<over>/(?:10|[2-5]|8)(?![\d/.,]))"
    r"|(?P<magnitude>[ \xa0]?(?:rb|jt|ribu|juta|mil[iy]ar|tril[iy]un|lusin|kodi)(?:an)?(?!\w)"
    r"(?:[ \xa0][0-9]{1,3}[ \xa0](?:ribu|juta|mil[iy]ar)(?!\w)){0,3})?)"
    r"(?P<about>(?:[ ]?-[ ]?)?an(?!\w))?"
)
_CURRENCY_LETTERS = ("Rp", "RP", "rp", "RM", "IDR", "USD", "SGD", "RMB")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|[1-9]\d{0,2},\d{3}\.\d{1,2}")
_ONE_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_DECIMAL = re.compile(r"\d+[.,]\d+")


class Number(NamedTuple):
    """A number as printed at ``[start, end)``.

    ``low`` and ``high`` differ only for an order of magnitude (*ratusan*). ``scale`` is the
    multiplier that was printed as a word (1000 in *20 ribu*), 1 without one. ``digits`` tells
    figures from number words; ``thousands_if_whole`` the value of ``3,541`` read the English
    way, for a thing that cannot be split; ``rough`` tells *3.000-an*, ``fraction`` *dua pertiga*.
    """

    start: int
    end: int
    low: float
    high: float
    scale: int = 1
    digits: bool = False
    vague: bool = False
    thousands_if_whole: float | None = None
    rough: bool = False
    fraction: bool = False


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
    # A number word begins behind what is no letter; the space puts one before the first.
    for match in vocabulary().run.finditer(f" {lower}"):
        start, end = match.start(), match.end() - 1
        if text[start : start + 1] == "_":
            continue
        kind = match.lastgroup
        if kind == "words":
            for word in numbers_of(match.group("words")):
                numbers.append(
                    Number(
                        start + word.start, start + word.end, word.low, word.high, word.scale,
                        vague=word.vague, rough=word.rough, fraction=word.fraction,
                    )
                )  # fmt: skip
        elif kind == "fraction":
            value = fraction_of(match.group("fraction"))
            if value is not None:
                numbers.append(Number(start, end, value, value, fraction=True))
        else:
            value = 1 if kind == "one" else 0
            numbers.append(Number(start, end, value, value))
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
    if len(printed) > 2 * _MOST_DIGITS or not printed.isascii():
        return None
    if printed.isdigit():
        return int(printed) if len(printed) <= _MOST_DIGITS else None
    if sum(map(str.isdigit, printed)) > _MOST_DIGITS:
        return None
    if _DOTTED.fullmatch(printed):
        return _number(printed.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(printed):
        return _number(printed.replace(",", ""))
    if _DECIMAL.fullmatch(printed):
        return _number(printed.replace(",", "."))
    return None


def _number(plain: str) -> float:
    value = float(plain)
    return int(value) if value.is_integer() else value


def _from_digits(match: re.Match[str]) -> Number | None:
    printed = match["digits"]
    if match.end("digits") == match.end() and printed.isdigit():
        # The most frequent by far: years, days, hours and small counts.
        if len(printed) > _MOST_DIGITS:
            return None
        return Number(match.start(), match.end(), (plain := int(printed)), plain, digits=True)
    _, over, magnitude, about = match.groups()
    value = read_digits(printed)
    if value is None:
        return None
    start, end = match.span()
    if over is not None:
        below = int(over[1:])
        if not 0 < value < below:
            return Number(start, match.end("digits"), value, value, digits=True)
        return Number(start, end, value / below, value / below, digits=True, fraction=True)
    rough = about is not None
    if magnitude is None:
        whole = None
        if "," in printed and _ONE_COMMA.fullmatch(printed):
            whole = float(int(printed.replace(",", "")))
        return Number(start, end, value, value, digits=True, thousands_if_whole=whole, rough=rough)
    tokens = magnitude.split()
    sizes = vocabulary().after_digits
    scale = sizes.get(tokens[0], 0)
    if not scale:
        rough, scale = True, sizes.get(tokens[0].removesuffix("an"), 1)
    value = scaled(value, scale)
    for count, size in zip(tokens[1::2], tokens[2::2], strict=True):
        value += int(count) * sizes[size]
    return Number(start, end, value, value, scale, digits=True, rough=rough)


def scaled(value: float, scale: int) -> float:
    """``value`` times ``scale`` without the dust of binary fractions (8.3 trillion is whole)."""
    if scale == 1 or not math.isfinite(value):
        return value
    product = Decimal(repr(value)) * scale
    return int(product) if product == int(product) else float(product)
