"""Text of a source made readable: inert, without mojibake, with its sentences apart."""

from __future__ import annotations

import re

from index.text import clean

# UTF-8 read as Windows-1252; no Indonesian text holds these by chance.
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf\u2018-\u203a\u0152-\u017e©¨¡³±¶¼]|â€|Â[ «»°·\xa0]|ï»¿")
# No article is longer; more is a hostile file, and mending it takes its time.
_MOST_MENDED = 40_000
_GLUED = re.compile(
    r"(?P<stop>[.!?](?<=[a-z]{2}.|[0-9]{2}.|[a-z0-9%][)\]].)[.!?]*)(?P<close>[”’]?)"
    r"(?P<quote>[\"“‘]?)(?P<after>[A-Z](?:[a-z]|\s[a-z]))"
)
# "di.Ia" and less hold no two sentences.
_SHORTEST_GLUED = 5
_TOP_LEVEL = re.compile(
    r"(?:com|co|id|net|org|go|ac|or|sch|web|my|sg|news|tv|info|gov|io|me|ly|be|js)\b", re.IGNORECASE
)


def readable(text: str) -> str:
    """``text`` after ``clean``, with mojibake undone where it is certain.

    It is undone line by line, in ``_MOST_MENDED`` characters of an article at most.
    """
    if _MOJIBAKE.search(text):
        text = _mended(text)
    return clean(text)


def _mended(text: str) -> str:
    import ftfy

    lines = text.split("\n")
    left = _MOST_MENDED
    for number, line in enumerate(lines):
        if not _MOJIBAKE.search(line):
            continue
        if len(line) > left:
            break
        left -= len(line)
        lines[number] = ftfy.fix_encoding(line)
    return "\n".join(lines)


def folded(line: str) -> str:
    """A line with single blanks and none around it."""
    return " ".join(line.split())


def parted(text: str) -> str:
    """A paragraph whose glued sentences are parted: ``Jakarta.Dia`` becomes ``Jakarta. Dia``.

    Domains (``Kompas.Com``), addresses, initials, degrees (``S.Sos``) and numbers stay whole.
    """
    if len(text) < _SHORTEST_GLUED:
        return text
    quotes = 0
    counted = 0

    def part(match: re.Match[str]) -> str:
        nonlocal quotes, counted
        whole, at = match.group(), match.start("after")
        if _TOP_LEVEL.match(text, at) or _in_address(text, match.start("stop")):
            return whole
        before, quote = match["stop"] + match["close"], match["quote"]
        if quote == '"':
            # A straight quote opens where an even number of them stands before it.
            quotes += text.count('"', counted, match.start("quote"))
            counted = match.start("quote")
            if quotes % 2:
                return f'{before}" {match["after"]}'
        return f"{before} {quote}{match['after']}"

    return _GLUED.sub(part, text)


def _in_address(text: str, at: int) -> bool:
    """Whether the word around ``at`` is a web or mail address."""
    start = max(text.rfind(" ", max(0, at - 80), at) + 1, at - 80, 0)
    end = text.find(" ", at, at + 80)
    word = text[start : end if end >= 0 else at + 80]
    return "://" in word or "www." in word or "@" in word
