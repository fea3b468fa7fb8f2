"""A passage or a title in the room there is: whole words, the hits marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.content import Content, Span

from index.article import Snippet

SNIPPET_LINES = 2
LEAD = 24
"""Cells of a snippet that may stand before its first hit when it has to be cut."""
CUT = "…"

_WORD = re.compile(r"\S+")
_Hit = tuple[int, int, str]  # its first and last word, by number, and its form


def snippet(passage: Snippet, room: int, looks: Mapping[str, str]) -> Content:
    """A passage of at most ``room`` cells, whole words, hits marked; ``…`` where it was cut.

    It shows the place where most different hits stand together, the earliest of several. It is
    empty where not one hit has room; without hits it is the beginning of the passage.
    """
    text = passage.text.replace("\n", " ")
    content = Content(text, spans=[Span(start, end, looks["hit"]) for start, end in passage.marks])
    if content.cell_length <= room:
        return content
    words = _words(text)
    if not words:
        return Content("")

    def cells(first: int, last: int) -> int:
        start, end = words[first][0], words[last][1]
        return cell_len(text[start:end]) + (start > 0) + (end < len(text))

    hits = _words_of(passage.marks, words, text)
    if not hits:
        if cells(0, 0) > room:
            return cut(content, room)
        first, last, lead = 0, 0, 0
    else:
        best, left = 0, 0
        for right in range(len(hits)):
            while left < right and cells(hits[left][0], _last(hits, left, right)) > room:
                left += 1
            end = _last(hits, left, right)
            different = len({form for _, _, form in hits[left : right + 1]})
            if different > best and cells(hits[left][0], end) <= room:
                best, first, last = different, hits[left][0], end
        if not best:
            return Content("")
        lead = min(LEAD, (room - cells(first, last)) // 2)
    anchor = words[first][0]
    while first and anchor - words[first - 1][0] <= lead and cells(first - 1, last) <= room:
        first -= 1
    while last + 1 < len(words) and cells(first, last + 1) <= room:
        last += 1
    while first and cells(first - 1, last) <= room:
        first -= 1
    start, end = words[first][0], words[last][1]
    return Content.assemble(
        CUT if start else "", content[start:end], CUT if end < len(text) else ""
    )


def _words(text: str) -> list[tuple[int, int]]:
    """Where the words of ``text`` stand, without the signs that it was cut out itself."""
    signs = f"{CUT} "
    begin, end = len(text) - len(text.lstrip(signs)), len(text.rstrip(signs))
    return [found.span() for found in _WORD.finditer(text, begin, end)]


def _words_of(
    marks: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]], text: str
) -> list[_Hit]:
    """The first and the last word of every hit, and the form it has."""
    starts = [start for start, _ in words]
    return [
        (
            max(bisect_right(starts, start) - 1, 0),
            max(bisect_right(starts, end - 1) - 1, 0),
            text[start:end].casefold(),
        )
        for start, end in sorted(marks)
        if start < end
    ]


def _last(hits: Sequence[_Hit], left: int, right: int) -> int:
    """The last word of the hits from ``left`` to ``right``, which may overlap."""
    return max(last for _, last, _ in hits[left : right + 1])


def snippet_lines(passage: Snippet, width: int, looks: Mapping[str, str]) -> list[Content]:
    """The snippet on as many lines as a row may have of it, shortened until it fits them."""
    room = width * SNIPPET_LINES
    while room > 0:
        content = snippet(passage, room, looks)
        if not content:
            break
        lines = content.wrap(width)
        if len(lines) <= SNIPPET_LINES:
            return lines
        room -= max(1, sum(line.cell_length for line in lines[SNIPPET_LINES:]))
    return []


def cut(content: Content, width: int) -> Content:
    """``content`` on one line of ``width`` cells, with one ``…`` where it is too long."""
    if content.cell_length <= width:
        return content
    return Content.assemble(content.truncate(max(width - 1, 0)).rstrip(f"{CUT} "), CUT)


def limit_lines(content: Content, width: int, most: int) -> list[Content]:
    """``content`` wrapped to ``width`` cells, at most ``most`` lines, the last cut with ``…``."""
    if not content:
        return []
    lines = content.wrap(width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip().truncate(width - 1).rstrip(f"{CUT} ")
    return [*lines[: most - 1], Content.assemble(last, CUT)]
