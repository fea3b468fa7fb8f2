"""A hit as the lines of a row."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content, Span

from index.article import Hit, Snippet
from index.text import clean_line
from tui.wording import source_of

TITLE_LINES = 2
SNIPPET_LINES = 2
LEAD = 24
"""Characters of a snippet that may stand before its first hit when it has to be cut."""


def row(
    hit: Hit, width: int, looks: Mapping[str, str], *, compact: bool, first_words: str = ""
) -> Content:
    """The row of ``hit`` in ``width`` cells: title, source, snippet with its hits marked.

    ``compact`` rows have two lines, the others at most five and a free one. ``first_words``
    stand for a title that is not known.
    """
    width = max(width, 12)
    words, titled = (clean_line(hit.title), True) if hit.title else (first_words, False)
    title = Content.styled(words, "bold" if titled else f"italic {looks['faint']}")
    source = Content.styled(source_of(hit), looks["faint"])
    if compact:
        room = max(width - source.cell_length - 2, 0)
        passage = snippet(hit.snippet, room, looks) if room >= LEAD else Content("")
        gap = Content("  ") if source and passage else Content("")
        return Content("\n").join(
            [
                title.truncate(width, ellipsis=True),
                Content.assemble(source, gap, passage).truncate(width, ellipsis=True),
            ]
        )
    lines = limit_lines(title, width, TITLE_LINES)
    if source:
        lines.append(source.truncate(width, ellipsis=True))
    if titled or hit.snippet.marks:
        passage = snippet(hit.snippet, width * SNIPPET_LINES - 4, looks)
        lines += limit_lines(passage, width, SNIPPET_LINES)
    return Content("\n").join([*lines, Content("")])


def snippet(passage: Snippet, room: int, looks: Mapping[str, str]) -> Content:
    """A passage of about ``room`` characters that holds its first hit, hits marked."""
    content = Content(
        passage.text.replace("\n", " "),
        spans=[Span(start, end, looks["hit"]) for start, end in passage.marks],
    )
    if len(content) <= room:
        return content
    first = passage.marks[0][0] if passage.marks else 0
    start = 0
    if first > room - LEAD:
        start = first - LEAD
        space = passage.text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(start + room, len(content))
    if end < len(content):
        space = content.plain.rfind(" ", start + room // 2, end)
        end = space if space >= 0 else end
    kept = content[start:end].rstrip()
    return Content.assemble("…" if start else "", kept, "…" if end < len(content) else "")


def limit_lines(content: Content, width: int, most: int) -> list[Content]:
    """``content`` wrapped to ``width`` cells, at most ``most`` lines, the last cut with ``…``."""
    if not content:
        return []
    lines = content.wrap(width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip()
    return [*lines[: most - 1], Content.assemble(last.truncate(width - 1), "…")]
