"""Markdown: one file, one article, with or without a head of metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from index.article import Origin, Problem, SourceRecord
from index.sources.fields import fields_of, record_with
from index.sources.front_matter import part_front_matter
from index.sources.lines import EMPTY
from index.sources.markup import without_hidden, without_tags
from index.sources.text import decoded
from index.sources.unwrapping import unwrapped

_FRONT_MATTER = "front matter"

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_HEADING_END = re.compile(r"(?<=[ \t])#+$|^#+$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r"[ \t]*([*_-])(?:[ \t]*\1){2,}[ \t]*")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
_TABLE_RULE = re.compile(r"[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|)+[ \t]*+(?::?-++:?[ \t]*+)?")
_MARKED = re.compile(r"[ \t#>|<]|[-+*][ \t]|[-=]+[ \t]*$|```|~~~|!\[|\d{1,9}[.)][ \t]|\[[^\]]*\]:")
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]{1,200}\]:[ \t]*\S+(?:[ \t]+[\"'(].*)?")
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*\)"
_IMAGE = re.compile(rf"!\[([^\[\]\n]*)\](?:{_TARGET}|\[[^\[\]\n]*\])")
_LINK = re.compile(rf"\[([^\[\]\n]*)\](?:{_TARGET}|\[[^\[\]\n]*\])")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_TAG = re.compile(r"</?[a-zA-Z]")
_STRONG = re.compile(r"\*\*|__|~~|`+")
_STAR = re.compile(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
_LOW_LINE = re.compile(r"(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_APART = 0xE000
_KEPT = re.compile("[\ue021-\ue07e]")
_GAP = re.compile(r"\n{3,}")
_CAPTION = "Foto: "


def read_markdown(
    data: bytes, path: str, mapping: Mapping[str, str] | None = None
) -> Iterator[SourceRecord | Problem]:
    """The one record of a Markdown file, before it problem lines for its encoding and its head.

    Keys of the head are those of any record. Without a title there, the first heading of the
    first rank is the title. Marks are taken off, and what they mark stays: the words of a link,
    the text of code, the description of an image on a line that begins with ``Foto:``.
    """
    text, reason = decoded(data)
    if reason is not None:
        yield Problem(path, reason)
    if text is None:
        return
    head = part_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    if head.error is not None:
        yield Problem(f"{path}:{head.line}", head.error)
    fields = {key: said for key, said in fields_of(head.values, mapping).items() if key != "text"}
    origins = [Origin(_name(field), _FRONT_MATTER) for field in fields]
    plain, heading = without_markdown(head.text, take_title="title" not in fields)
    if heading is not None:
        fields["title"] = heading
        origins.append(Origin("title", "heading"))
    if not plain:
        yield Problem(path, "holds no text of an article" if fields else EMPTY)
        return
    yield replace(record_with(path, plain, fields), origins=tuple(origins))


def _name(field: str) -> str:
    return "id" if field == "source_id" else field


def without_markdown(text: str, *, take_title: bool = True) -> tuple[str, str | None]:
    """The plain text of Markdown, and its first heading of the first rank, which is left out.

    Without ``take_title`` every heading stays in the text, and the second is None. Takes time
    linear in the length of ``text``.
    """
    lines: list[str] = []
    title: str | None = None
    fence: str | None = None
    for line in unwrapped(without_hidden(text).split("\n"), _is_mark):
        if not line.strip():
            lines.append("")
            continue
        mark = _FENCE.match(line)
        if fence is not None:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = None
            else:
                lines.append(line)
            continue
        if mark:
            fence = mark[1]
            continue
        line = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
        rank, words = _heading(line, lines)
        if words is None:
            if rank == 1 and take_title and title is None:
                title = lines.pop()
            continue
        said = _inline(words)
        if rank == 1 and take_title and title is None and said:
            title = said[-1]
            said = said[:-1]
        lines.extend(said)
    return _GAP.sub("\n\n", "\n".join(lines)).strip("\n"), title


def _heading(line: str, before: list[str]) -> tuple[int, str | None]:
    """The rank of a heading, 0 for none, and its words; None for a line that only makes marks.

    A line of ``=`` under words gives ``(1, None)``: the words above it are a heading.
    """
    start = _HEADING.match(line)
    if start:
        return len(start[1]), _HEADING_END.sub("", line[start.end() :].rstrip()).rstrip()
    under = _UNDERLINE.fullmatch(line)
    if under and before and before[-1].strip():
        return (1 if under[1][0] == "=" else 2), None
    if _RULE.fullmatch(line) or _TABLE_RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
        return 0, None
    return 0, line


def _is_mark(line: str) -> bool:
    """Whether a line is anything but running text."""
    return _MARKED.match(line) is not None


def _inline(line: str) -> list[str]:
    """A line without its marks; the descriptions of its images on lines of their own before it."""
    captions: list[str] = []
    if "[" in line:

        def image(match: re.Match[str]) -> str:
            if match[1].strip():
                captions.append(_CAPTION + _unmarked(match[1]).strip().removeprefix(_CAPTION))
            return ""

        line = _LINK.sub(r"\1", _IMAGE.sub(image, line))
    line = _ADDRESS.sub(r"\1", line)
    if _TAG.search(line):
        line = without_tags(line)
    rest = _unmarked(line)
    return [*captions, rest] if rest.strip() or not captions else captions


def _unmarked(text: str) -> str:
    # What is escaped is no mark: it is kept apart, in code points that no text holds.
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: chr(_APART + ord(match[1])), text)
    for marks in (_STRONG, _STAR, _LOW_LINE):
        # An odd one is no mark but a sign of the text.
        if len(marks.findall(text)) % 2 == 0:
            text = marks.sub("", text)
    return _KEPT.sub(lambda match: chr(ord(match[0]) - _APART), text)
