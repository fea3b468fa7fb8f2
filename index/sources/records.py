"""Records: JSON lines, and JSON files of one object or one array, a record an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from index.article import Problem, SourceRecord
from index.sources.decoding import BINARY, decode, is_binary
from index.sources.fields import NO_OBJECT, MappedColumns, record_of
from index.sources.lines import (
    EMPTY,
    MAXIMUM_BYTES,
    TOO_LARGE,
    ByteStream,
    chunks,
    in_utf8,
    numbered,
)

NOT_JSON = "is no JSON"
TOO_DEEP = "is nested too deeply"

_Mapping = Mapping[str, str] | None


def read_lines(
    stream: ByteStream, path: str, mapping: _Mapping = None
) -> Iterator[SourceRecord | Problem]:
    """The records of a JSONL stream, lazily; the path of the third is ``path#3``.

    A line that is no JSON, no object or without text is one problem each, at ``path:line``; a
    line of more than ``MAXIMUM_BYTES`` is one too and never held. A guessed encoding is one
    problem for the whole stream, and so are mapped columns that none of its records has.

    Raises:
        OSError: the stream cannot be read any further.
    """
    return _read_chunks(chunks(stream), path, mapping)


def read_json(
    stream: ByteStream, path: str, mapping: _Mapping = None
) -> Iterator[SourceRecord | Problem]:
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
            yield from _read_chunks(chain((data,), chunks(stream)), path, mapping)
        return
    text, reason = decode(data) if data.strip() else (None, EMPTY)
    if text is not None:
        try:
            value = json.loads(text)
        except RecursionError:
            text, reason = None, TOO_DEEP
        except ValueError:
            if not spans_lines:
                yield from _read_chunks(iter((data,)), path, mapping)
                return
            text, reason = None, NOT_JSON
    if reason is not None:
        yield Problem(path, reason)
    if text is not None:
        mapped = MappedColumns(mapping)
        for number, item in enumerate(value if isinstance(value, list) else [value], start=1):
            yield _record(item, f"{path}#{number}", f"{path}#{number}", mapping, mapped)
        yield from _unmapped(mapped, path)


def _spans_lines(data: bytes) -> bool:
    """Whether the first line begins an array or object that it does not end."""
    first = data[: data.find(b"\n") + 1].strip() or data
    return first.startswith(b"[") or first == b"{"


def _read_chunks(
    pieces: Iterator[bytes], path: str, mapping: _Mapping
) -> Iterator[SourceRecord | Problem]:
    record = 0
    guessed = False
    mapped = MappedColumns(mapping)
    for number, line in numbered(in_utf8(pieces)):
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
            yield _parse(text, f"{path}#{record}", where, mapping, mapped)
    if record == 0:
        yield Problem(path, EMPTY)
    yield from _unmapped(mapped, path)


def _unmapped(mapped: MappedColumns, path: str) -> Iterator[Problem]:
    problem = mapped.problem(path)
    if problem is not None:
        yield problem


def _parse(
    text: str, path: str, where: str, mapping: _Mapping, mapped: MappedColumns
) -> SourceRecord | Problem:
    try:
        value = json.loads(text)
    except RecursionError:
        return Problem(where, TOO_DEEP)
    except ValueError:
        return Problem(where, NOT_JSON)
    return _record(value, path, where, mapping, mapped)


def _record(
    value: Any, path: str, where: str, mapping: _Mapping, mapped: MappedColumns
) -> SourceRecord | Problem:
    if not isinstance(value, dict):
        return Problem(where, NO_OBJECT)
    mapped.met(value)
    return record_of(value, path, where, mapping)
