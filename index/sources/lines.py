"""A stream of bytes as numbered lines, none of which is held when it is too long."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from typing import Protocol

from index.sources.decoding import utf16

# No article is longer in one piece: a file of text, a page, a line, a cell of a table.
MAXIMUM_BYTES = 10_000_000
TOO_LARGE = "holds more than 10 MB in one piece, which no article does; left out"
EMPTY = "is empty"

_CHUNK = 65_536


class ByteStream(Protocol):
    """What every reader reads from: a file, a pipe, a member of an archive."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes, fewer only at the end; all of them for -1."""
        ...


def chunks(stream: ByteStream) -> Iterator[bytes]:
    """The bytes of ``stream`` as they come.

    Raises:
        OSError: the stream cannot be read any further.
    """
    # read1 hands on what a pipe holds now instead of waiting for a full chunk.
    read = getattr(stream, "read1", stream.read)
    while chunk := read(_CHUNK):
        yield chunk


def in_utf8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The chunks as they are, or in UTF-8 if the first one shows that they are UTF-16."""
    first = next(pieces, b"")
    encoding = utf16(first)
    if encoding is None:
        yield from chain((first,), pieces)
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    for chunk in chain((first,), pieces):
        yield decoder.decode(chunk).encode("utf-8", errors="replace")
    yield decoder.decode(b"", final=True).encode("utf-8", errors="replace")


def numbered(pieces: Iterator[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1, ends kept; None stands for one over ``MAXIMUM_BYTES``."""
    number = 1
    held: list[bytes] = []
    size = 0
    for chunk in pieces:
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
