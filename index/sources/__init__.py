"""From paths to records: files, folders and standard input, one article at a time.

Nothing that stands in a source stops the reading: what cannot be read is a ``Problem``, and the
rest goes on.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from index.article import Problem, SourceRecord
from index.sources.folders import STDIN, explain, printed, walk
from index.sources.records import read_json, read_lines
from index.sources.text import read_text

__all__ = ["count_files", "read_sources"]

_Reader = Callable[[BinaryIO, str], Iterator[SourceRecord | Problem]]

_READERS: dict[str, _Reader] = {
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".jsonlines": read_lines,
    ".json": read_json,
}
# Known formats that are text and yet no article as they stand.
_NOT_READ = {
    ".html": "is a web page; only plain text and JSON records are read",
    ".htm": "is a web page; only plain text and JSON records are read",
    ".xhtml": "is a web page; only plain text and JSON records are read",
    ".xml": "is XML; only plain text and JSON records are read",
    ".csv": "is a table; only plain text and JSON records are read",
    ".tsv": "is a table; only plain text and JSON records are read",
}
_STDIN_NAME = "<stdin>"


def read_sources(
    paths: Iterable[Path], *, stdin: BinaryIO | None = None
) -> Iterator[SourceRecord | Problem]:
    """Every article of the files and folders of ``paths``, lazily, and every problem met.

    ``.jsonl``, ``.ndjson`` and ``.json`` are records; ``-`` is JSONL on ``stdin`` (the process's
    own by default); every other file that decodes as text is one article. Folders are read
    through, sorted by name. Never raises for anything that a file or folder holds or lacks.
    """
    for found in walk(paths):
        if isinstance(found, Problem):
            yield found
        elif found == STDIN:
            stream = sys.stdin.buffer if stdin is None else stdin
            yield from _guarded(read_lines(stream, _STDIN_NAME), _STDIN_NAME)
        else:
            yield from _read_file(found)


def count_files(paths: Iterable[Path]) -> int:
    """How many files ``read_sources`` would open, by looking at folders only.

    A total for a progress bar in files: standard input counts as none, a file of a thousand
    records as one.
    """
    return sum(1 for found in walk(paths) if isinstance(found, Path) and found != STDIN)


def _read_file(path: Path) -> Iterator[SourceRecord | Problem]:
    name = printed(path)
    suffix = path.suffix.lower()
    if suffix in _NOT_READ:
        yield Problem(name, _NOT_READ[suffix])
        return
    try:
        # Non-blocking, for a file may have become a pipe since it was looked at.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        yield Problem(name, explain(error))
        return
    with open(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            yield Problem(name, "is a pipe, a socket or a device, not a file")
            return
        yield from _guarded(_READERS.get(suffix, read_text)(stream, name), name)


def _guarded(
    found: Iterator[SourceRecord | Problem], name: str
) -> Iterator[SourceRecord | Problem]:
    try:
        yield from found
    except OSError as error:
        yield Problem(name, explain(error))
