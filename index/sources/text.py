"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from index.article import Problem, SourceRecord
from index.sources.decoding import decode
from index.sources.lines import EMPTY, MAXIMUM_BYTES, TOO_LARGE, ByteStream

__all__ = ["MAXIMUM_BYTES", "decoded", "read_text", "read_whole"]


def read_whole(stream: ByteStream, path: str) -> bytes | Problem:
    """All bytes of a file that is one article, or why it is none.

    At most ``MAXIMUM_BYTES`` are held; a larger file and one of white space only are a problem.

    Raises:
        OSError: the file cannot be read any further.
    """
    data = stream.read(MAXIMUM_BYTES + 1)
    if len(data) > MAXIMUM_BYTES:
        return Problem(path, TOO_LARGE)
    return data if data.strip() else Problem(path, EMPTY)


def decoded(data: bytes) -> tuple[str | None, str | None]:
    """As ``decode``; text of white space only is None as well."""
    text, reason = decode(data)
    return (None, EMPTY) if text is not None and not text.strip() else (text, reason)


def read_text(data: bytes, path: str) -> Iterator[SourceRecord | Problem]:
    """The one record of a text file, before it a problem line if its encoding was guessed."""
    text, reason = decoded(data)
    if reason is not None:
        yield Problem(path, reason)
    if text is not None:
        yield SourceRecord(path=path, text=text)
