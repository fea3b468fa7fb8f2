"""Where a personal name begins and ends, and the titles before it."""

from __future__ import annotations

import re
from functools import lru_cache

from index.entities.marks import Marks
from index.entities.vocabulary import vocabulary

_LONGEST = 6
_ACRONYM = 5
_LONGEST_SYLLABLE = 6
_MOST_DEGREES = 6
_LONGEST_DEGREE = 8
# Digits, glued words (PersenFanny) and imperatives of headlines (Laporkan) are in no name.
_NO_NAME = re.compile(r"\d|[a-z]{2}[A-Z]|[A-Z]{2}[a-z]|^[A-Z][a-z]{3,}kan$")
_RANK_ENDS = frozenset(
    ("jenderal", "kolonel", "mayor", "kapten", "letnan", "akbp", "akp", "kompol", "iptu", "ipda")
)
_NEVER_MIDDLE = frozenset(
    ["PT", "CV", "UD", "RI", "AS", "UU", "RT", "RW", "RB", "KM", "KP", "KN", "PM", "HP"]
)
_LATE = frozenset(["alm", "almh", "almarhum", "almarhumah"])
# Offices that are family names, too.
_INSIDE = frozenset(["ratu", "raja", "sultan", "imam", "penjaga", "guru", "pangeran"])
_VOWEL = re.compile("[AEIOU]")
# Indonesian and Latin degrees as printed after a name, without full stops (SH, MSi, SIK, PhD).
_DEGREE = re.compile(
    r"[SM](?:H|E|T|M|A|IK|IP|AP|KM|TP|Ag|Pd|Si|Sc|Sos|Kom|Hum|Kn|Kes|Psi|TrK|Ak|Par|Ked|Pt|Hut|Eng)"
    r"|Sp[A-Z]\w{0,5}|PhD|LLM|MBA|Amd|AMd|Lc|MHI|SHI|SPdI|MPdI|SPI|CFrA|CPHR|QIA"
)
_DOTTED = frozenset(["S", "M", "Ph", "LL", "Sp", "A"])


@lru_cache(maxsize=65536)
def is_name_word(word: str) -> bool:
    """Whether a word as printed can stand in a name: no digit, nothing glued to it."""
    return _NO_NAME.search(word) is None


@lru_cache(maxsize=65536)
def _by_itself(word: str, key: str) -> bool | None:
    """Whether a capitalised word is one of a name; None where what stands beside it decides."""
    words = vocabulary()
    if key in words.never or word in words.shouts or not is_name_word(word):
        return False
    if key in words.given:
        return True
    if len(word) > 1 and key in words.complement:
        return False
    if word.isupper() or key in words.titles or key in _INSIDE:
        return None
    return not (len(word) > 1 and key in words.honorifics)


@lru_cache(maxsize=65536)
def _opens_degree(word: str) -> bool:
    """Whether a degree may begin with a word: hardly any does."""
    return word in _DOTTED or _DEGREE.fullmatch(word) is not None


def skip_titles(marks: Marks, at: int) -> int:
    """The token after the ranks, tags, honorifics and their full stops at token ``at``."""
    tokens, words = marks.tokens, vocabulary()
    start = at
    while at < len(tokens):
        rank = words.ranks.longest(tokens, at) if tokens.capital[at] else None
        if rank is not None:
            at = rank[0]
        elif tokens.keys[at] in words.honorifics and (
            tokens.capital[at] or tokens.keys[at] == "dr"
        ):
            # H before two names and more is Haji, before one it may be an initial.
            bare = len(tokens.words[at]) == 1 and tokens.key(at + 1) != "." and at == start
            if bare and (tokens.keys[at] != "h" or not tokens.is_capital(at + 2)):
                break
            at += 1
        elif (
            at > start
            and tokens.keys[at] in words.tags
            and (tokens.capital[at] or tokens.keys[at] == "purn")
        ):
            if len(tokens.words[at]) == 1 and tokens.words[at - 1] != "(":
                break
            at += 1
        elif tokens.words[at] == "(" and tokens.key(at + 1) in _LATE and tokens.key(at + 2) == ")":
            at += 3
        elif at > start and tokens.keys[at] == "e" and tokens.keys[at - 2] == "h":
            at += 1
        elif at > start and tokens.words[at] in "()./":
            if tokens.words[at] == "(" and tokens.key(at + 1) not in words.tags:
                break
            at += 1
        else:
            break
    return at


def name_end(marks: Marks, start: int) -> int:
    """The end of the name that begins at token ``start``; ``start`` itself if none does."""
    tokens, words = marks.tokens, vocabulary()
    end = start
    count = 0
    size = len(tokens)
    while end < size and count < _LONGEST:
        if not _name_word(marks, end, first=end == start):
            if end == start:
                return start
            key = tokens.keys[end]
            if count and _middle(marks, end):
                end += 1
                continue
            if count and key in words.particles and _name_word(marks, end + 1, first=False):
                end += 1
                continue
            if (
                count
                and key == "."
                and _initial_before(marks, end)
                and _name_word(marks, end + 1, first=False)
            ):
                end += 1
                continue
            if count > 1 and key == "-" and _double_barrelled(marks, end):
                end += 1
                continue
            if count > 1 and key == "-" and _korean(marks, end):
                return end + 2
            if (
                count
                and key == "-"
                and tokens.keys[end - 1] in words.particles
                and tokens.touches(end)
                and tokens.touches(end + 1)
                and _name_word(marks, end + 1, first=False)
            ):
                end += 1
                continue
            break
        end += 1
        count += 1
    for at in range(start + 1, end):
        if _opens_degree(tokens.words[at]) and degree_end(marks, at) > at:
            end = at
            break
    while end > start and not (
        (tokens.capital[end - 1] and tokens.words[end - 1].isalnum())
        or "'" in tokens.words[end - 1]
        or "’" in tokens.words[end - 1]
    ):
        end -= 1
    return end


def skip_degrees(marks: Marks, end: int) -> int:
    """The token after the degrees that follow a name (*, S.H., M.Si.,*); ``end`` if none do."""
    tokens = marks.tokens
    for _ in range(_MOST_DEGREES):
        at = end + 1 if tokens.key(end) == "," else end
        after = degree_end(marks, at)
        if after == at:
            break
        end = after
    return end


def degree_end(marks: Marks, at: int) -> int:
    """The end of one degree at token ``at``, with full stops or without; ``at`` if none."""
    tokens = marks.tokens
    if at >= len(tokens) or not _opens_degree(tokens.words[at]):
        return at
    if _DEGREE.fullmatch(tokens.words[at]):
        return at + 1
    if tokens.words[at] not in _DOTTED or tokens.key(at + 1) != "." or not tokens.touches(at + 2):
        return at
    end = at + 2
    last = min(len(tokens), at + _LONGEST_DEGREE)
    while end < last and tokens.touches(end) and len(tokens.words[end]) <= 4:
        if not tokens.words[end].isalpha() and tokens.words[end] != ".":
            break
        end += 1
    return end


def _middle(marks: Marks, at: int) -> bool:
    """Whether two capitals stand inside a name (*Retno LP Marsudi*)."""
    tokens = marks.tokens
    word = tokens.words[at]
    return (
        len(word) == 2
        and word.isupper()
        and word not in _NEVER_MIDDLE
        and marks.agency(at) is None
        and tokens.is_capital(at + 1)
        and not tokens.words[at + 1].isupper()
        and _name_word(marks, at + 1, first=False)
    )


def _korean(marks: Marks, at: int) -> bool:
    """Whether a hyphen and a syllable in lower case end a name (*Shin Tae-yong*, *Kim Jong-un*)."""
    tokens = marks.tokens
    syllable = tokens.key(at + 1)
    return (
        tokens.touches(at)
        and tokens.touches(at + 1)
        and tokens.words[at + 1].islower()
        and 2 <= len(syllable) <= _LONGEST_SYLLABLE
        and syllable not in vocabulary().common
    )


def _double_barrelled(marks: Marks, at: int) -> bool:
    """Whether a hyphen joins the last two words of one name (*Alexandria Ocasio-Cortez*)."""
    tokens = marks.tokens
    return (
        tokens.touches(at)
        and tokens.touches(at + 1)
        and _name_word(marks, at + 1, first=False)
        and tokens.keys[at + 1] not in vocabulary().given
        and not tokens.is_capital(at + 2)
    )


def _initial_before(marks: Marks, at: int) -> bool:
    word = marks.tokens.words[at - 1]
    return word[:1].isupper() and (len(word) == 1 or word.lower() in ("moh", "muh", "st", "abd"))


def _name_word(marks: Marks, at: int, *, first: bool) -> bool:
    tokens, words = marks.tokens, vocabulary()
    if not tokens.is_capital(at) or marks.name[at]:
        return False
    word, key = tokens.words[at], tokens.keys[at]
    if marks.taken(at) and not (
        key in words.given and tokens.is_capital(at + 1) and _newspaper(marks, at)
    ):
        return False
    told = _by_itself(word, key)
    if told is not None:
        return told
    if word.isupper() and 1 < len(word) <= _ACRONYM and not _shouted(marks, at):
        return False
    if word.isupper() and len(word) > _ACRONYM and _mixed(marks, at):
        return False
    titled = key in words.titles
    if titled and words.parts.longest(tokens, at) is not None:
        return False
    if not first and key in _INSIDE and not tokens.is_capital(at + 1):
        return True
    if titled and (words.offices.longest(tokens, at) or words.ranks.longest(tokens, at)):
        return False
    if key in words.degrees and word.isupper():
        return False
    return not (len(word) > 1 and key in words.honorifics)


def _newspaper(marks: Marks, at: int) -> bool:
    """Whether the word alone is what a newspaper is called: Surya, and so is many a man."""
    body = marks.agency(at)
    return body is not None and body.hidden and body.end == at + 1


def _mixed(marks: Marks, at: int) -> bool:
    """Whether a word in capitals opens an article (*KEMENANGAN Zohran Mamdani*)."""
    tokens = marks.tokens
    return tokens.initial[at] and tokens.is_capital(at + 1) and not tokens.words[at + 1].isupper()


def _shouted(marks: Marks, at: int) -> bool:
    """Whether a word in capitals is a name so printed, and no acronym (*Letjen SOK Veasna*).

    It must be sayable, and stand after a rank or a courtesy, or beside another such word.
    """
    tokens, words = marks.tokens, vocabulary()
    if len(tokens.words[at]) < 3 or _VOWEL.search(tokens.words[at]) is None:
        return False
    before = tokens.key(at - 1)
    if before in words.honorifics or before in words.tags or before in _RANK_ENDS:
        return True
    return any(
        tokens.is_capital(i) and tokens.words[i].isupper() and len(tokens.words[i]) > _ACRONYM
        for i in (at - 1, at + 1)
    )


def no_person(marks: Marks, start: int, end: int) -> bool:
    """Whether the words of a run cannot be a person's name.

    All are written in lower case as a rule (*Turun Tangan*), or all but a first name (*Prabowo
    Menang*), or one is a word of brands and clubs, or the first is what a thing is called.
    """
    tokens, words = marks.tokens, vocabulary()
    keys = [tokens.keys[i] for i in range(start, end) if len(tokens.words[i]) > 1]
    if not words.thing_words.isdisjoint(keys) or (len(keys) > 1 and keys[0] in words.things):
        return True
    rest = keys[1:] if len(keys) > 1 and keys[0] in words.given else keys
    return words.common.issuperset(rest) and words.given.isdisjoint(rest)
