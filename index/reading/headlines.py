"""Titles of other articles behind the end of a sentence, told by the words that they capitalise.

Running text capitalises names; a headline in title case capitalises whatever it holds. A run of
capitalised words with two in it that running text writes small is a headline, however the page
glued it to the sentences of the article.
"""

from __future__ import annotations

import re
from functools import cache

from index.reading.lines import content_words, is_title_case
from index.reading.title_end import title_end
from index.reading.words import words

# Shorter ones are headings of the article's own more often than titles of others, but for those
# that hold two of the words of headlines.
_SHORTEST, _LONGEST = 42, 150
_SHORTEST_SURE = 34
_FEWEST_SMALL = 2
_FEWEST_WORDS = 5
_STOP = re.compile(r"[.!?][\"”)]*\s+")
_CAPITALISED = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*")
# What no title holds: the end of a sentence, a quotation, a date or number of a law, two words
# for one thing ("Naik/Turun").
_NO_TITLE = re.compile(r"[.;!]\s|[“”\"]|[.,;]$|\d/\d|[a-z]/[A-Z]")
# "Komisi untuk Orang Hilang (Kontras)": a body's name and how it is shortened.
_SHORTENED = re.compile(r"\((?!Baca|Simak)[A-Z]")
_FIRST_WORDS = 70
_MARKS = ",.()\"”'’?!:;"
_SIGN_OFF = re.compile(r"\s?[(\[][\w.,/ ]{2,40}[)\]]\s*$")
# A heading of the article's own is taken up by the next sentences with words that are new.
_MOST_NEW, _MOST_TAKEN_UP = 0.2, 0.6
_BEHIND, _BEFORE = 400, 1500


def headline_end(text: str, start: int, *, last: bool) -> int | None:
    """The end of the headline of another article that begins at ``start``, or None if none does.

    Only in the ``last`` paragraph may it end with the text.
    """
    window = text[start : start + _FIRST_WORDS].split(None, 4)[:4]
    particles = words().particles
    if len(window) < 4:
        return None
    for word in window:
        if word[0].islower() and word.strip(",.:;") not in particles:
            return None
    if window[0].endswith(",") and window[0].rstrip(",").lower() in words().openers:
        return None
    limit = len(text)
    if last and (sign := _SIGN_OFF.search(text, max(start, limit - 44))):
        limit = sign.start()
    run = _run(text, start, limit)
    if not _prints_small_words(run) or _SHORTENED.search(text, start, start + len(run) + 3):
        return None
    end = title_end(text, start, limit, start)
    said = text[start:end].rstrip()
    if not _SHORTEST_SURE <= len(said) <= _LONGEST or _NO_TITLE.search(said):
        return None
    if len(said) < _SHORTEST and _counted(said, words().headline) < _FEWEST_SMALL:
        return None
    if not last and not text[end:].strip():
        return None
    if not _prints_small_words(said) or _run(said, 0, len(said)) != said:
        return None
    return None if _is_heading(text, start, end, said) else end


def titled_end(text: str) -> int | None:
    """Where the title of a video begins with which a paragraph ends, a colon behind it, or None.

    detikcom prints it between two paragraphs; the sentence before it closes.
    """
    if not text.endswith(":"):
        return None
    stops = list(_STOP.finditer(text, max(0, len(text) - _LONGEST)))
    if not stops:
        return None
    said = text[stops[-1].end() : -1]
    if len(said.split()) < _FEWEST_WORDS or not is_title_case(said):
        return None
    return stops[-1].end() if _prints_small_words(said) and "erikut" not in said else None


def _run(text: str, start: int, limit: int) -> str:
    """The words from ``start`` on that a headline in title case could hold."""
    particles = words().particles
    end = start
    for word in text[start : min(limit, start + _LONGEST + 20)].split(" "):
        if word[:1].islower() and word.strip(_MARKS).lower() not in particles:
            break
        end += len(word) + 1
    return text[start : min(end - 1, limit)] if end > start else ""


def _prints_small_words(said: str) -> bool:
    """Whether words are capitalised behind the first one that running text writes small."""
    return _counted(said, _small()) >= _FEWEST_SMALL


@cache
def _small() -> frozenset[str]:
    return words().everyday | words().headline


def _counted(said: str, listed: frozenset[str]) -> int:
    """How many capitalised words behind the first one are ``listed``."""
    behind = _CAPITALISED.findall(said, max(0, said.find(" ")))
    return sum(word.lower() in listed for word in behind)


def _is_heading(text: str, start: int, end: int, said: str) -> bool:
    """Whether what follows is about what the words say, and what goes before is not."""
    content = content_words(said)
    behind = text[end : end + _BEHIND].lower()
    taken_up = [word for word in content if word in behind]
    before = text[max(0, start - _BEFORE) : start].lower()
    new = sum(word not in before for word in taken_up)
    return new > _MOST_NEW * len(content) or len(taken_up) > _MOST_TAKEN_UP * len(content)
