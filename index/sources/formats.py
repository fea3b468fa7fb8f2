"""Which reader reads what: by the end of a file's name, and by how its text begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from index.article import Problem, SourceRecord
from index.sources.delimited import read_delimited
from index.sources.html import decode_page, is_page, may_be_page, read_html
from index.sources.lines import ByteStream
from index.sources.markdown import read_markdown
from index.sources.records import read_json, read_lines
from index.sources.text import read_text, read_whole

Mapped = Mapping[str, str] | None
Found = Iterator[SourceRecord | Problem]
Reader = Callable[[ByteStream, str, Mapped], Found]

IS_XML = "is XML and no web page; save its articles as text, pages or records"


def _text(stream: ByteStream, path: str, mapping: Mapped) -> Found:
    data = read_whole(stream, path)
    if isinstance(data, Problem):
        yield data
    elif may_be_page(data) and is_page(decode_page(data)[0] or ""):
        yield from read_html(data, path)
    else:
        yield from read_text(data, path)


def _html(stream: ByteStream, path: str, mapping: Mapped) -> Found:
    data = read_whole(stream, path)
    yield from (data,) if isinstance(data, Problem) else read_html(data, path)


def _xml(stream: ByteStream, path: str, mapping: Mapped) -> Found:
    data = read_whole(stream, path)
    if isinstance(data, Problem):
        yield data
    elif is_page(decode_page(data)[0] or ""):
        yield from read_html(data, path)
    else:
        yield Problem(path, IS_XML)


def _markdown(stream: ByteStream, path: str, mapping: Mapped) -> Found:
    data = read_whole(stream, path)
    yield from (data,) if isinstance(data, Problem) else read_markdown(data, path, mapping)


_READERS: dict[str, Reader] = {
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".jsonlines": read_lines,
    ".json": read_json,
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".xml": _xml,
    ".md": _markdown,
    ".markdown": _markdown,
}


def reader_of(name: str) -> Reader:
    """The reader of a file called ``name``; what has no format of its own is text, or a page."""
    dot = name.rfind(".")
    return _READERS.get(name[dot:].lower(), _text) if dot > name.rfind("/") + 1 else _text
