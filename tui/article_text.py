"""An article laid out as one text, and the way from a mention to its place in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from textual.content import Content, Span

from index.article import BODY, TITLE, Article, Mention, caption_part
from index.article import Span as Offsets
from index.text import clean_line
from tui.entries import Group, Kind
from tui.i18n import text
from tui.wording import byline

CAPPED_AT = 200_000
"""Characters of a body that the reader shows; laying out more would stall the interface."""


class ArticleText:
    """The text of an article as the reader shows it: title, byline, captions, paragraphs, tags.

    ``content`` carries the colours of the entities; ``plain`` is its text; ``hits`` are the
    spans (into ``plain``) of the mentions given, in the order of the page, without overlaps.
    """

    def __init__(
        self,
        article: Article,
        mentions: Iterable[Mention],
        groups: Sequence[Group],
        looks: Mapping[str, str],
    ) -> None:
        self._looks = looks
        self._pieces: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._starts: dict[str, int] = {}
        self._shown: dict[str, int] = {}
        self._breaks: list[int] = []
        self._lay_out(article)
        self.plain = "".join(self._pieces)
        # What somebody says is no name: coloured, it would drown the names in it.
        for group in (group for group in groups if group.kind is not Kind.SPEAKER):
            for entry in group.entries:
                for start, end in self.places(entry.mentions):
                    self._spans.append(Span(start, end, f"${group.kind.value}"))
        self.hits = self.places(mentions)
        self._spans += [Span(start, end, looks["hit"]) for start, end in self.hits]
        self.content = Content(self.plain, spans=self._spans)
        self._wrapped: tuple[int, list[int]] = (0, [])
        self._paragraphs = [0, *(i + 1 for i, c in enumerate(self.plain) if c == "\n")]

    def _write(self, words: str, style: str = "") -> None:
        if words and style:
            self._spans.append(Span(self._length, self._length + len(words), style))
        self._pieces.append(words)
        self._length += len(words)

    def _part(self, name: str, words: str, style: str = "") -> None:
        self._starts[name] = self._length
        self._shown[name] = len(words)
        self._write(words, style)

    def _lay_out(self, article: Article) -> None:
        faint = self._looks["faint"]
        if article.title:
            self._part(TITLE, article.title, "bold")
        else:
            self._write(text("reader.untitled"), f"italic {faint}")
        self._write("\n")
        self._write(byline(article), faint)
        if article.tags:
            tags = " ".join(f"+{clean_line(tag)}" for tag in article.tags)
            self._write("\n")
            self._write(f"{text('reader.tags')}  {tags}", faint)
        if article.copies:
            self._write("\n")
            self._write(text("reader.copies", count=article.copies), faint)
        for number, caption in enumerate(article.captions):
            self._write("\n\n")
            self._write(f"▎{text('reader.photo')}  ", faint)
            self._part(caption_part(number), caption, "italic")
        self._write("\n\n")
        self._body(article.body)

    def _body(self, body: str) -> None:
        shown = body[:CAPPED_AT]
        self._breaks = [i for i, c in enumerate(shown) if c == "\n"]
        self._part(BODY, shown.replace("\n", "\n\n"))
        self._shown[BODY] = len(shown)
        if len(shown) < len(body):
            self._write("\n\n")
            self._write(text("reader.capped", length=len(body)), self._looks["problem"])

    def place(self, mention: Mention) -> Offsets | None:
        """Where a mention stands in ``plain``; None for a part or a stretch that is not shown."""
        start = self._starts.get(mention.part)
        if start is None or not 0 <= mention.start < mention.end <= self._shown[mention.part]:
            return None
        if mention.part != BODY:
            return start + mention.start, start + mention.end
        return (
            start + mention.start + bisect_left(self._breaks, mention.start),
            start + mention.end + bisect_left(self._breaks, mention.end),
        )

    def places(self, mentions: Iterable[Mention]) -> tuple[Offsets, ...]:
        """The places of several mentions, in the order of the page, without overlaps."""
        found = sorted(filter(None, map(self.place, mentions)))
        kept: list[Offsets] = []
        for start, end in found:
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return tuple(kept)

    def marked(self, current: Offsets | None, chosen: Sequence[Offsets] = ()) -> Content:
        """The content with the chosen entity's mentions and the current place made distinct."""
        spans = [Span(start, end, self._looks["chosen"]) for start, end in chosen]
        if current is not None:
            spans.append(Span(*current, self._looks["current"]))
        return self.content.add_spans(spans) if spans else self.content

    def line_of(self, offset: int, width: int) -> int:
        """The line (from 0) of the character ``offset`` when wrapped to ``width`` cells."""
        paragraph = bisect_right(self._paragraphs, offset) - 1
        start = self._paragraphs[paragraph]
        end = self.plain.find("\n", offset)
        end = len(self.plain) if end < 0 else end
        space = self.plain.find(" ", offset, end)
        stop = end if space < 0 else space
        return self._lines_above(width)[paragraph] + _height(self.plain[start:stop], width) - 1

    def _lines_above(self, width: int) -> list[int]:
        """For each paragraph, the number of lines above it; wrapped once for each width."""
        if self._wrapped[0] != width:
            paragraphs = self.plain.split("\n")
            heights = (_height(paragraph, width) for paragraph in paragraphs)
            self._wrapped = (width, list(accumulate(heights, initial=0)))
        return self._wrapped[1]


def _height(line: str, width: int) -> int:
    return len(Content(line).wrap(width)) if line else 1
