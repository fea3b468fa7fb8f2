"""Tables of contents: the headings of an article, listed once more above it."""

from __future__ import annotations

import re

from index.article import Removed

_HEADING = re.compile(r"\s*daftar isi\s*:?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\S)(\d{1,2})[.)]\s")
_LONGEST = 120
# No article has more headings.
_MOST = 40


def without_contents(text: str, removed: list[Removed]) -> str:
    """``text`` without a table of contents at its start whose entries are headings of the text.

    An entry that does not stand further down, as it is printed, ends the table: it is no heading.
    """
    match = _HEADING.match(text)
    if match is None:
        return text
    end = match.end()
    for _ in range(_MOST):
        after = _entry_end(text, end)
        if after is None:
            break
        end = after
    if end == match.end():
        return text
    removed.append(Removed("contents", " ".join(text[:end].split())))
    return text[end:]


def _entry_end(text: str, start: int) -> int | None:
    """Where the entry that begins at ``start`` ends, or None if none begins there."""
    while start < len(text) and text[start].isspace():
        start += 1
    number = _NUMBER.match(text, start)
    begin = number.end() if number else start
    line_end = text.find("\n", begin)
    line_end = len(text) if line_end < 0 else line_end
    window = text[begin : min(line_end, begin + _LONGEST)]
    following = _NUMBER.search(window) if number else None
    if following is not None:
        entry = window[: following.start()].rstrip()
        return begin + len(entry) if _stands_below(entry, text, begin + len(entry)) else None
    if begin + len(window) == line_end and _stands_below(window.rstrip(), text, line_end):
        return line_end
    # The last one, with the text behind it: as many words as stand further down together.
    for space in reversed([match.start() for match in re.finditer(r"\s", window)]):
        entry = window[:space]
        if len(entry.split()) > 1 and number and _stands_below(entry, text, begin + len(entry)):
            return begin + len(entry)
    return None


def _stands_below(entry: str, text: str, start: int) -> bool:
    return len(entry) > 3 and entry in text[start:]
