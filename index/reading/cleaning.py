"""Text of a source made readable: inert, without mojibake, with its sentences apart."""

from __future__ import annotations

import re

from index.text import clean

# UTF-8 read as Windows-1252; no Indonesian text holds these by chance.
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf\u2018-\u203a\u0152-\u017e©¨¡³±¶¼]|â€|Â[ «»°·\xa0]|ï»¿")
_MOJIBAKE_STARTS = ("Ã", "â", "Â", "ï")
# No article is longer; more is a hostile file, and mending it takes its time.
_MOST_MENDED = 40_000
_GLUED = re.compile(
    r"(?P<stop>[.!?](?=[.!?”’\"“‘A-Z])(?<=[a-z]{2}.|[0-9]{2}.|[A-Za-z0-9%][)\]].)[.!?]*)(?P<close>[”’]?)"
    r"(?P<quote>[\"“‘]?)(?P<after>[A-Z](?:[a-z]|\s[a-z]))"
)
_MAYBE_GLUED = re.compile(r"[.!?][.!?”’\"“‘)\]]{0,4}[A-Z]")
# "di.Ia" and less hold no two sentences.
_SHORTEST_GLUED = 5
_TOP_LEVEL = re.compile(
    r"(?:com|co|id|net|org|go|ac|or|sch|web|my|sg|news|tv|info|gov|io|me|ly|be|js"
    r"|pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|gif|mp[34]|zip|apk|exe|html?|php|aspx?)\b",
    re.IGNORECASE,
)
# "S.Farm.Apt", "Dr.Ir.Budi": a stop right behind another short word with a stop.
_TITLES = re.compile(r"(?<!\w)[A-Z][a-z]{0,2}\.[A-Z][a-z]{0,5}$")
# "Riau1. Korban": the number of a list item, glued to the end of the one before.
_GLUED_ITEM = re.compile(r"\. (?=[A-Z])(?:(?<=[a-z]{3}[1-9]\. )|(?<=[a-z]{3}[1-9]\d\. ))")
_FIRST_ITEMS = 3
_ADDRESS_MARKS = ("://", "www.", "@")


def readable(text: str) -> str:
    """``text`` after ``clean``, with mojibake undone where it is certain.

    It is undone line by line, in ``_MOST_MENDED`` characters of an article at most.
    """
    if text.isascii():
        # Most texts need nothing, and that is cheaply told.
        return text if text.replace("\n", " ").isprintable() else clean(text)
    if any(letter in text for letter in _MOJIBAKE_STARTS) and _MOJIBAKE.search(text):
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
    # Most lines are so already, and to look is cheaper than to split.
    if "  " not in line and line.isprintable():
        return line.strip(" ")
    return " ".join(line.split())


def parted(text: str) -> str:
    """A paragraph whose glued sentences are parted: ``Jakarta.Dia`` becomes ``Jakarta. Dia``.

    Domains (``Kompas.Com``), addresses, initials, degrees (``S.Sos``) and numbers stay whole.
    """
    if len(text) < _SHORTEST_GLUED:
        return text
    if not _MAYBE_GLUED.search(text):
        return _with_items_apart(text)
    quotes = 0
    counted = 0
    addressed = any(mark in text for mark in _ADDRESS_MARKS)

    def part(match: re.Match[str]) -> str:
        nonlocal quotes, counted
        whole, at = match.group(), match.start("after")
        stop = match.start("stop")
        if _TOP_LEVEL.match(text, at) or (addressed and _in_address(text, stop)):
            return whole
        before = max(0, stop - 10)
        if text.find(".", before, stop) >= 0 and _TITLES.search(text, before, stop):
            return whole
        said, quote = match["stop"] + match["close"], match["quote"]
        if quote == '"':
            # A straight quote opens where an even number of them stands before it.
            quotes += text.count('"', counted, match.start("quote"))
            counted = match.start("quote")
            if quotes % 2:
                return f'{said}" {match["after"]}'
        return f"{said} {quote}{match['after']}"

    return _with_items_apart(_GLUED.sub(part, text))


def _with_items_apart(text: str) -> str:
    """``text`` with a blank before the number of each list item that is glued to a word.

    A number is one of a list only in a row of them from 1 on: ``Covid19. Ia`` is none.
    """
    if "1. " not in text or "2. " not in text:
        return text
    found = [_number_before(text, stop.start()) for stop in _GLUED_ITEM.finditer(text)]
    if not found or not {1, 2} <= {number for _, number in found} | set(_item_numbers(text)):
        return text
    pieces: list[str] = []
    last = position = 0
    for start, number in found:
        if number > last + _FIRST_ITEMS:
            continue
        last = number
        pieces.extend((text[position:start], " "))
        position = start
    return "".join((*pieces, text[position:]))


def _number_before(text: str, end: int) -> tuple[int, int]:
    """Where the one or two digits before ``end`` begin, and their number."""
    start = end - 2 if text[end - 2].isdigit() else end - 1
    return start, int(text[start:end])


def _item_numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"(?<!\S)(\d{1,2})\. (?=[A-Z])", text)]


def _in_address(text: str, at: int) -> bool:
    """Whether the word around ``at`` is a web or mail address."""
    start = max(text.rfind(" ", max(0, at - 80), at) + 1, at - 80, 0)
    end = text.find(" ", at, at + 80)
    word = text[start : end if end >= 0 else at + 80]
    return any(mark in word for mark in _ADDRESS_MARKS)
