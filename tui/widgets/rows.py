"""A hit, or a copy of one, as the lines of a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rich.cells import cell_len
from textual.content import Content

from index.article import Hit, Snippet
from index.text import clean_line
from tui.i18n import text
from tui.listing import Row
from tui.widgets.snippets import LEAD, cut, limit_lines, snippet, snippet_lines
from tui.wording import SEPARATOR, source_of

TITLE_LINES = 2
INDENT = "└ "
_NO_SNIPPET = Snippet("")


def row(
    each: Row, width: int, looks: Mapping[str, str], *, compact: bool, first_words: str = ""
) -> Content:
    """A row in ``width`` cells: title, source, snippet with its hits marked.

    ``compact`` rows have two lines, the others at most five and a free one. A copy is indented
    and has no snippet, which would only say again what stands above it. ``first_words`` stand
    for a title that is not known.
    """
    hit = each.hit
    if each.copy:
        room = max(width, 12) - cell_len(INDENT)
        lines = _lines(replace(hit, snippet=_NO_SNIPPET), "", room, looks, compact, first_words)
        heads = (INDENT, *[" " * cell_len(INDENT)] * (len(lines) - 1))
        lines = [
            Content.assemble((head, looks["faint"]), line) if line else line
            for head, line in zip(heads, lines, strict=True)
        ]
    else:
        lines = _lines(hit, copies(each), max(width, 12), looks, compact, first_words)
    return Content("\n").join(lines)


def copies(each: Row) -> str:
    """How many copies a hit has; a plus tells that the list does not show them."""
    count = each.hit.copies
    if not count:
        return ""
    words = text("row.copy" if count == 1 else "row.copies", count=count)
    return f"+{words}" if each.hidden else words


def _lines(
    hit: Hit, note: str, width: int, looks: Mapping[str, str], compact: bool, first_words: str
) -> list[Content]:
    """The lines of a hit; ``note`` stands behind its source."""
    words, titled = (clean_line(hit.title), True) if hit.title else (first_words, False)
    title = Content.styled(words, "bold" if titled else f"italic {looks['faint']}")
    source = _source(hit, note, width, looks)
    if compact:
        room = max(width - source.cell_length - 2, 0)
        worth_it = hit.snippet.marks or room >= LEAD
        passage = snippet(hit.snippet, room, looks) if worth_it else Content("")
        gap = Content("  ") if source and passage else Content("")
        second = Content.assemble(source, gap, passage)
        return [cut(title, width), cut(second, width)]
    lines = limit_lines(title, width, TITLE_LINES)
    if source:
        lines.append(source)
    if titled or hit.snippet.marks:
        lines += snippet_lines(hit.snippet, width, looks)
    return [*lines, Content("")]


def _source(hit: Hit, note: str, width: int, looks: Mapping[str, str]) -> Content:
    """Outlet and date, and a note that stays whole as long as it has room."""
    source = Content.styled(source_of(hit), looks["faint"])
    if not note:
        return cut(source, width)
    room = width - cell_len(note) - cell_len(SEPARATOR)
    if not source or room < 1:
        return cut(Content.styled(note, looks["faint"]), width)
    return Content.assemble(cut(source, room), (f"{SEPARATOR}{note}", looks["faint"]))
