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
# Where the page prints headlines of others, they are of the same matter.
_LOOSE = 0.4, 0.7
_BEHIND, _BEFORE = 400, 1500


def headline_end(text: str, start: int, *, last: bool, loose: bool = False) -> int | None:
    """The end of the headline of another article that begins at ``start``, or None if none does.

    Only in the ``last`` paragraph may it end with the text. ``loose`` is for a page that is known
    to print headlines between its sentences: one word of headlines is enough then, if what
    follows is surely a sentence of the article.
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
    closes = last and _closes(text, start)
    loose = loose or closes
    if last and (sign := _SIGN_OFF.search(text, max(start, limit - 44))):
        limit = sign.start()
    run = _run(text, start, limit)
    fewest = 1 if loose else _FEWEST_SMALL
    if counted_words(run) < fewest:
        return None
    end = title_end(text, start, limit, start)
    said = text[start:end].rstrip()
    if not _SHORTEST_SURE <= len(said) <= _LONGEST or _NO_TITLE.search(said):
        return None
    # Some words without a stop at the very end are one title, or none.
    if closes and end < limit:
        return None
    if not loose and not _is_glued(text, start, end) and _is_own(said):
        return None
    if _SHORTENED.search(text, start, end + 3 if end < limit else end):
        return None
    if len(said) < _SHORTEST and _counted(said, words().headline) < _FEWEST_SMALL:
        return None
    if not last and not text[end:].strip():
        return None
    counted = counted_words(said)
    if counted < fewest or _run(said, 0, len(said)) != said:
        return None
    if counted < _FEWEST_SMALL and not _goes_on(text, start, end):
        return None
    # "Deputi Bidang Konsuler dan Urusan Warga Negara Kementerian Luar Negeri": an office, no event.
    if loose and is_office(said) and not _counted(said, words().headline):
        return None
    return None if is_heading(text, start, end, said, loose=loose) else end


def _is_glued(text: str, start: int, end: int) -> bool:
    """Whether a blank is missing before or behind the words, or nothing follows them."""
    before, behind = text[start - 1 : start].isspace(), text[end - 1 : end + 1]
    return not before or not text[end:].strip() or not any(map(str.isspace, behind))


def _is_own(said: str) -> bool:
    """Whether an article may head a part of its own with the words: too few tell of an event.

    ``Apa Itu Perdagangan Orang?``, ``Pilih Investasi yang Tepat dan Bisa Dikelola``.
    """
    if said.endswith("?") or counted_words(said) <= _FEWEST_SMALL:
        return True
    return not _counted(said, words().headline)


def _closes(text: str, start: int) -> bool:
    """Whether nothing but some words without a stop stand behind ``start``: no sentence."""
    return (
        len(text) - start <= _LONGEST and text[-1] not in '."”)' and not _STOP.search(text, start)
    )


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the article surely goes on at ``end``: with a word that opens sentences, a
    quotation, or a name that it has named before ``start``."""
    if len(text[start:end].rstrip()) < _SHORTEST:
        return False
    following = text[end : end + 40].split(None, 1)
    if not following:
        return True
    first = following[0]
    if first[0] in '"“(' or first.rstrip(",").lower() in words().openers:
        return True
    name = first.strip(_MARKS)
    return len(name) > 2 and re.search(rf"\b{re.escape(name)}\b", text[:start]) is not None


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
    return counted_words(said) >= _FEWEST_SMALL


def is_office(said: str) -> bool:
    """Whether some words begin with the name of an office or rank."""
    return said.split(None, 1)[0].lower().rstrip(",:") in words().roles


def counted_words(said: str) -> int:
    """How many words behind the first one are capitalised that running text writes small."""
    return _counted(said, _small())


@cache
def _small() -> frozenset[str]:
    return words().everyday | words().headline


def _counted(said: str, listed: frozenset[str]) -> int:
    """How many capitalised words behind the first one are ``listed``."""
    behind = _CAPITALISED.findall(said, max(0, said.find(" ")))
    return sum(word.lower() in listed for word in behind)


def is_heading(text: str, start: int, end: int, said: str, *, loose: bool = False) -> bool:
    """Whether what follows is about what the words say, and what goes before is not."""
    content = content_words(said)
    behind = text[end : end + _BEHIND].lower()
    taken_up = [word for word in content if word in behind]
    before = text[max(0, start - _BEFORE) : start].lower()
    new = sum(word not in before for word in taken_up)
    most_new, most_taken_up = _LOOSE if loose else (_MOST_NEW, _MOST_TAKEN_UP)
    return new > most_new * len(content) or len(taken_up) > most_taken_up * len(content)
