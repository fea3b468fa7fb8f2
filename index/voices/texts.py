"""What two bodies are compared by: their shingles, numbers, dates and names."""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from index.language.calendar import MONTHS
from index.language.patterns import alternatives
from index.language.tokens import fold

# Characters of a body that are compared; a news article is far shorter.
LONGEST_BODY = 200_000
# How often a name has to stand in a text for the text to be about it.
SUBJECT = 3
# Words from which on bodies are compared: two flashes about one event share most of their words.
COMPARED = 40
# Words from which on a body that is the same to the word is a copy; "page not found" is shorter.
FILED = 20

_DAY = re.compile(
    r"(?<![\w.,/])(?P<day>0?[1-9]|[12]\d|3[01])"
    r"(?:/(?P<month>0?[1-9]|1[0-2])(?:/(?:\d{4}|\d\d))?(?![\d/])"
    rf"|\s(?P<word>(?i:{alternatives(sorted(MONTHS))}))\b(?:\s(?:19|20)\d\d(?!\d))?)"
)
_DOT_OF_THOUSANDS = re.compile(r"\.(?<=\d\.)(?=\d{3}(?!\d))")
_COLON_OF_CLOCK = re.compile(r":(?<=\d:)(?=\d)")
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,/]\d+)*")
# A capital behind a small letter, a digit or a comma begins a name rather than a sentence.
_NAME = re.compile(r"[A-Z](?<=[a-z\d,]\s[A-Z])[^\W\d_]+")

Day = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """A body as it is compared.

    ``digest`` is the same for bodies that differ in nothing but case, accents, punctuation and the
    way a date or a large number is written. ``words`` and ``shingles`` hold a number for every
    different word, and for every three words in a row in the order of the text. ``days`` are the
    dates as (day, month), without the year that one paper prints and another leaves out;
    ``subjects`` are the words that stand in it as names three times or more.
    """

    digest: bytes
    length: int
    words: array[int]
    shingles: array[int]
    numbers: frozenset[str]
    days: frozenset[Day]
    subjects: frozenset[int]


def read_text(body: str) -> Text:
    """``body`` as it is compared; never raises, in time that grows with its length only."""
    body = body[:LONGEST_BODY]
    days: dict[str, Day] = {}

    def without_year(match: re.Match[str]) -> str:
        day = int(match["day"]), int(match["month"] or MONTHS[match["word"].lower()])
        printed = f"{day[0]}/{day[1]}"
        days[printed] = day
        return f" {printed} "

    text = _DAY.sub(without_year, body)
    names = Counter(_NAME.findall(text))  # the months are none
    text = fold(text)
    text = _COLON_OF_CLOCK.sub(".", _DOT_OF_THOUSANDS.sub("", text))
    words = _WORD.findall(text)
    encoded = " ".join(words).encode("utf-8", "surrogatepass").split(b" ")
    return Text(
        digest=hashlib.blake2b(b" ".join(encoded), digest_size=16).digest(),
        length=len(words),
        words=_hashed(set(encoded)),
        shingles=_hashed(map(b" ".join, zip(encoded, encoded[1:], encoded[2:], strict=False))),
        numbers=frozenset(word for word in words if word[0].isdigit() and word not in days),
        days=frozenset(days.values()),
        subjects=frozenset(
            _hashed(
                fold(name).encode("utf-8", "surrogatepass")
                for name, times in names.items()
                if times >= SUBJECT
            )
        ),
    )


def _hashed(pieces: Iterable[bytes]) -> array[int]:
    # Of 32 bits: among the shingles of two bodies, one in ten thousand pairs meets by chance.
    return array("I", map(zlib.crc32, pieces))
