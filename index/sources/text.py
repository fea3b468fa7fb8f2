"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from index.article import Problem, SourceRecord
from index.sources.decoding import decode

MAXIMUM_BYTES = 10_000_000
TOO_LARGE = "holds more than 10 MB in one piece, which no article does; left out"
EMPTY = "is empty"


def read_text(stream: BinaryIO, path: str) -> Iterator[SourceRecord | Problem]:
    """The one record of a text file, before it a problem line if its encoding was guessed.

    At most ``MAXIMUM_BYTES`` are held; a larger file, a binary one and one of white space only
    are one problem and no record.

    Raises:
        OSError: the file cannot be read any further.
    """
    data = stream.read(MAXIMUM_BYTES + 1)
    if len(data) > MAXIMUM_BYTES:
        yield Problem(path, TOO_LARGE)
        return
    if not data.strip():
        yield Problem(path, EMPTY)
        return
    text, reason = decode(data)
    if text is not None and not text.strip():
        text, reason = None, EMPTY
    if reason is not None:
        yield Problem(path, reason)
    if text is not None:
        yield SourceRecord(path=path, text=text)
