"""Records: JSON lines, and JSON files of one object or one array, a record an article."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from index.article import Problem, SourceRecord
from index.sources.decoding import BINARY, decode, has_utf16_mark, is_binary
from index.sources.text import EMPTY, MAXIMUM_BYTES, TOO_LARGE

NOT_JSON = "is no JSON"
NO_OBJECT = "is no record: a JSON object with a text is expected"
NO_TEXT = "holds no text of an article (no body, content, text or isi)"
TOO_DEEP = "is nested too deeply"
_CHUNK = 65_536

# Names under which scrapers, archives and schema.org keep a field; the first that holds wins.
# Compared without case, "_", "-" and blanks.
_FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "body", "content", "text", "isi", "article", "articlebody", "fulltext", "isiberita",
        "konten", "teks", "artikel", "berita", "maintext", "paragraphs", "contenttext",
        "articletext", "bodytext", "rawtext",
    ),
    "source_id": ("id", "sourceid", "guid", "uuid", "docid", "articleid", "newsid"),
    "title": ("title", "judul", "headline", "judulberita", "heading"),
    "published": (
        "published", "date", "publishedat", "publishdate", "publisheddate", "datepublished",
        "datepublish", "pubdate", "tanggal", "tanggalterbit", "tgl", "waktu", "datetime",
        "timestamp", "createdat", "created",
    ),
    "outlet": (
        "outlet", "source", "sumber", "media", "site", "sitename", "publisher", "portal",
        "situs", "website", "newspaper", "domain", "sourcedomain",
    ),
    "url": ("url", "link", "permalink", "canonicalurl", "sourceurl", "tautan", "href", "uri",
            "canonical"),
    "author": ("author", "penulis", "byline", "authors", "creator", "wartawan", "reporter",
               "writer"),
}  # fmt: skip
_SQUEEZE = str.maketrans("", "", "_- ")


def read_lines(stream: BinaryIO, path: str) -> Iterator[SourceRecord | Problem]:
    """The records of a JSONL stream, lazily; the path of the third is ``path#3``.

    A line that is no JSON, no object or without text is one problem each, at ``path:line``; a
    line of more than ``MAXIMUM_BYTES`` is one too and never held. A guessed encoding is one
    problem for the whole stream.

    Raises:
        OSError: the stream cannot be read any further.
    """
    return _read_chunks(_chunks(stream), path)


def read_json(stream: BinaryIO, path: str) -> Iterator[SourceRecord | Problem]:
    """The records of a ``.json`` file: an array, one object, or one object a line.

    An array or object that spans lines is read whole and may hold ``MAXIMUM_BYTES``.

    Raises:
        OSError: the file cannot be read any further.
    """
    data = stream.read(MAXIMUM_BYTES + 1)
    spans_lines = _spans_lines(data)
    if len(data) > MAXIMUM_BYTES:
        if spans_lines:
            yield Problem(path, f"{TOO_LARGE}; one record a line (JSONL) has no such limit")
        else:
            yield from _read_chunks(chain((data,), _chunks(stream)), path)
        return
    text, reason = decode(data) if data.strip() else (None, EMPTY)
    if text is not None:
        try:
            value = json.loads(text)
        except RecursionError:
            text, reason = None, TOO_DEEP
        except ValueError:
            if not spans_lines:
                yield from _read_chunks(iter((data,)), path)
                return
            text, reason = None, NOT_JSON
    if reason is not None:
        yield Problem(path, reason)
    if text is not None:
        for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
            yield _record(item, f"{path}#{number}", f"{path}#{number}")


def _spans_lines(data: bytes) -> bool:
    """Whether the first line begins an array or object that it does not end."""
    first = data[: data.find(b"\n") + 1].strip() or data
    return first.startswith(b"[") or first == b"{"


def _read_chunks(chunks: Iterator[bytes], path: str) -> Iterator[SourceRecord | Problem]:
    record = 0
    guessed = False
    for number, line in _lines(_in_utf8(chunks)):
        where = f"{path}:{number}"
        if line is None:
            record += 1
            yield Problem(where, TOO_LARGE)
            continue
        if number == 1 and is_binary(line):
            yield Problem(path, BINARY)
            return
        if not line.strip():
            continue
        record += 1
        text, reason = decode(line)
        if reason is not None and (text is None or not guessed):
            guessed = guessed or text is not None
            yield Problem(where if text is None else path, reason)
        if text is not None:
            yield _parse(text, f"{path}#{record}", where)
    if record == 0:
        yield Problem(path, EMPTY)


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    # read1 hands on what a pipe holds now instead of waiting for a full chunk.
    read = getattr(stream, "read1", stream.read)
    while chunk := read(_CHUNK):
        yield chunk


def _in_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks as they are, or in UTF-8 if the first begins with a mark of UTF-16."""
    first = next(chunks, b"")
    if not has_utf16_mark(first):
        yield from chain((first,), chunks)
        return
    decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
    for chunk in chain((first,), chunks):
        yield decoder.decode(chunk).encode("utf-8", errors="replace")
    yield decoder.decode(b"", final=True).encode("utf-8", errors="replace")


def _lines(chunks: Iterator[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines of at most ``MAXIMUM_BYTES``; None stands for one that is longer."""
    number = 1
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        start = 0
        while (end := chunk.find(b"\n", start) + 1) > 0:
            size += end - start
            held.append(chunk[start:end])
            yield number, b"".join(held) if size <= MAXIMUM_BYTES else None
            held.clear()
            number, size, start = number + 1, 0, end
        size += len(chunk) - start
        held.append(chunk[start:])
        if size > MAXIMUM_BYTES:
            held.clear()
    if size:
        yield number, b"".join(held) if size <= MAXIMUM_BYTES else None


def _parse(text: str, path: str, where: str) -> SourceRecord | Problem:
    try:
        value = json.loads(text)
    except RecursionError:
        return Problem(where, TOO_DEEP)
    except ValueError:
        return Problem(where, NOT_JSON)
    return _record(value, path, where)


def _record(value: Any, path: str, where: str) -> SourceRecord | Problem:
    if not isinstance(value, dict):
        return Problem(where, NO_OBJECT)
    keys = {str(key).lower().translate(_SQUEEZE): item for key, item in value.items()}
    fields = {
        field: next((said for name in names if (said := _said(keys.get(name), field))), None)
        for field, names in _FIELDS.items()
    }
    text = fields.pop("text")
    if text is None:
        return Problem(where, NO_TEXT)
    outlet = fields["outlet"]
    if outlet is not None and "://" in outlet and fields["url"] is None:
        fields["url"], fields["outlet"] = outlet, None
    return SourceRecord(path=path, text=text, **fields)


def _said(value: Any, field: str, depth: int = 0) -> str | None:
    """A field's value as text: strings as they are, numbers printed, lists joined."""
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return str(value) if field != "text" else None
    if depth > 1:
        return None
    if isinstance(value, list):
        parts = [part for item in value if (part := _said(item, field, depth + 1))]
        return ("\n" if field == "text" else ", ").join(parts) or None
    if isinstance(value, dict):
        inner = ("rendered", "text", "name", "$oid", "$date", "value", "@value")
        return next(
            (said for key in inner if (said := _said(value.get(key), field, depth + 1))), None
        )
    return None
