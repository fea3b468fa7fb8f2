"""Where the sentences of a body end, read once, for those who look for speakers in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from index.entities.attribution import words

# A full stop with no space behind it is one where a word ends and a capitalised one begins, and so
# is a date in brackets, of which the stop is lost. The press glues paragraphs together so.
# It begins with a character that is looked for fast; what follows asks which one it was.
_END = re.compile(
    r"[.!?\n)](?:(?<=[.!?])(?:[\"”“’']?\s|(?<=[a-z)\d]{2}.)(?=[A-Z][a-z]|[A-Z]{2,}\s))"
    r"|(?<=\n)|(?<=\d\))(?=[A-Z][a-z]))"
)


class Bounds:
    """The ends of the sentences of ``text``.

    Unlike ``index.language.sentences`` this one takes a quotation mark for the end of nothing, and
    parts what was printed without a space.
    """

    def __init__(self, text: str) -> None:
        # Behind the full stop, and where the next sentence can begin.
        self._ends: list[int] = []
        self._starts: list[int] = []
        for stop in _END.finditer(text):
            if not _after_initial(text, stop):
                self._ends.append(stop.start() + 1)
                self._starts.append(stop.end())

    def end(self, offset: int, limit: int) -> int:
        """Where the sentence that holds ``offset`` ends, ``limit`` at the latest."""
        number = bisect_right(self._ends, offset)
        return min(limit, self._ends[number]) if number < len(self._ends) else limit

    def start(self, floor: int, offset: int) -> int:
        """Where the sentence that goes on at ``offset`` begins, ``floor`` at the earliest."""
        number = bisect_left(self._starts, offset + 1) - 1
        return max(floor, self._starts[number]) if number >= 0 else floor


def _after_initial(text: str, stop: re.Match[str]) -> bool:
    """Whether the full stop belongs to an initial or a title (*M. Fadil*, *Plt. Kepala*)."""
    if stop[0] == "\n":
        return False
    head = text[max(0, stop.start() - 10) : stop.start()].split()
    if not head:
        return False
    if len(head[-1]) == 1 and head[-1].isupper():
        before = text[max(0, stop.start() - 24) : stop.start()].split()[-2:-1]
        return not before or before[0].lower() not in words().lettered
    return head[-1].lower() in words().abbreviations
