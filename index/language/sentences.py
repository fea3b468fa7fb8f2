"""Where sentences end in Indonesian news."""

from __future__ import annotations

import re
from functools import cache

from index.article import Span
from index.rules import RuleError, load_rules, packaged

# It begins with a character that is looked for fast; what follows asks which one it was.
_END = re.compile(r"""[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*["'”’»)\]]*(?=\s|$))""")
_BEFORE_WORD = re.compile(r"[\s(\"“‘']")


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text``, in order, without surrounding white space.

    A line end always ends a sentence. A full stop does not after an initial (``M. Fadil``), an
    abbreviation of the press (``No. 21``, ``Dr. X``), or before a lower-case word or a digit.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] != "\n" and not _ends(text, match):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def sentence_at(spans: list[Span], offset: int) -> Span | None:
    """The span among ``spans`` (sorted) that holds ``offset``, or None."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= offset:
            low = middle + 1
        else:
            high = middle
    if low < len(spans) and spans[low][0] <= offset:
        return spans[low]
    return None


@cache
def _abbreviations() -> frozenset[str]:
    rules = load_rules(packaged("index.language", "abbreviations.yaml"))
    words: list[str] = []
    for kind, listed in rules.items():
        if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
            raise RuleError("abbreviations.yaml", rules.line, f"{kind} must be a list of words")
        words += listed
    return frozenset(words)


def _ends(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40].lstrip(" ")
    if following[:1].islower():
        return False
    if match.group() != ".":
        return True
    before = text[max(0, match.start() - 30) : match.start()].removesuffix("\n")
    word = _BEFORE_WORD.split(before)[-1]
    if len(word) == 1 and word.isupper():
        return False
    return word.lower() not in _abbreviations()


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    stripped = text[start:end].strip()
    if stripped:
        begin = text.index(stripped, start)
        spans.append((begin, begin + len(stripped)))
