"""Text of a source made readable: inert, without mojibake, with its sentences apart."""

from __future__ import annotations

import re

from index.text import clean

# UTF-8 read as Windows-1252; no Indonesian text holds these by chance.
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf\u2018-\u203a\u0152-\u017e©¨¡³±¶¼]|â€|Â[ «»°·\xa0]|ï»¿")
_GLUED = re.compile(
    r"(?P<stop>[.!?](?<=[a-z]{2}.|[0-9]{2}.|[a-z0-9%][)\]].)[.!?]*)(?P<close>[”’]?)"
    r"(?P<quote>[\"“‘]?)(?P<after>[A-Z](?:[a-z]|\s[a-z]))"
)
_TOP_LEVEL = re.compile(
    r"(?:com|co|id|net|org|go|ac|or|sch|web|my|sg|news|tv|info|gov|io|me|ly|be|js)\b", re.IGNORECASE
)


def readable(text: str) -> str:
    """``text`` after ``clean``, with mojibake undone where it is certain."""
    if _MOJIBAKE.search(text):
        import ftfy

        text = ftfy.fix_encoding(text)
    return clean(text)


def folded(line: str) -> str:
    """A line with single blanks and none around it."""
    return " ".join(line.split())


def parted(text: str) -> str:
    """A paragraph whose glued sentences are parted: ``Jakarta.Dia`` becomes ``Jakarta. Dia``.

    Domains (``Kompas.Com``), addresses, initials, degrees (``S.Sos``) and numbers stay whole.
    """
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
