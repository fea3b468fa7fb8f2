"""From paths to records: files, folders and standard input, one article at a time.

Nothing that stands in a source stops the reading: what cannot be read is a ``Problem``, and the
rest goes on.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from index.article import Problem, SourceRecord
from index.sources.compressed import read_gzip, read_zip
from index.sources.fields import parse_mapping
from index.sources.folders import STDIN, FoundFile, explain, printed, walk
from index.sources.formats import reader_of
from index.sources.globs import Globs, check_globs
from index.sources.records import read_lines

__all__ = ["check_globs", "count_files", "parse_mapping", "read_sources", "total_bytes"]

_STDIN_NAME = "<stdin>"


def read_sources(
    paths: Iterable[Path],
    *,
    stdin: BinaryIO | None = None,
    mapping: Mapping[str, str] | None = None,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    wanted: Callable[[Path], bool] | None = None,
) -> Iterator[SourceRecord | Problem]:
    """Every article of the files and folders of ``paths``, lazily, and every problem met.

    JSON, JSONL, CSV and TSV are records, whose columns ``mapping`` names (our field: their
    column, see ``parse_mapping``) where their names are not the usual ones; web pages and
    Markdown are an article each, and so is every other file that decodes as text. ``.gz`` and
    ``.zip`` hold any of these. ``-`` is JSONL on ``stdin`` (the process's own by default).

    Folders are read through, sorted by name. ``include`` and ``exclude`` are globs of the files
    to take in folders and archives, matched on the path below the folder and on the names in it;
    a file that is named itself is always taken (``check_globs`` tells which globs mean nothing).
    ``wanted`` is asked for each file just before it
    is opened, and may leave it out. Never raises for anything that a file or folder holds or
    lacks.
    """
    globs = Globs.of(include, exclude)
    for found in walk(paths, globs):
        if isinstance(found, Problem):
            yield found
        elif found.path is STDIN:
            stream = sys.stdin.buffer if stdin is None else stdin
            yield from _guarded(read_lines(stream, _STDIN_NAME, mapping), _STDIN_NAME)
        elif wanted is None or wanted(found.path):
            yield from _read_file(found, globs, mapping)


def count_files(
    paths: Iterable[Path], *, include: Iterable[str] = (), exclude: Iterable[str] = ()
) -> int:
    """How many files ``read_sources`` would open, by looking at folders only.

    A total for a progress bar in files: standard input counts as none, a file of a thousand
    records as one, and so does an archive of a thousand files.
    """
    return sum(1 for _ in _files(paths, include, exclude))


def total_bytes(
    paths: Iterable[Path], *, include: Iterable[str] = (), exclude: Iterable[str] = ()
) -> int:
    """The size of the files that ``read_sources`` would open, by looking at folders only.

    Standard input counts as nothing; archives count as they are packed.
    """
    return sum(file.size for file in _files(paths, include, exclude))


def _files(
    paths: Iterable[Path], include: Iterable[str], exclude: Iterable[str]
) -> Iterator[FoundFile]:
    for item in walk(paths, Globs.of(include, exclude)):
        if isinstance(item, FoundFile) and item.path is not STDIN:
            yield item


def _read_file(
    file: FoundFile, globs: Globs, mapping: Mapping[str, str] | None
) -> Iterator[SourceRecord | Problem]:
    name = printed(file.path)
    try:
        # Non-blocking, for a file may have become a pipe since it was looked at.
        descriptor = os.open(file.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        yield Problem(name, explain(error))
        return
    with open(descriptor, "rb") as stream:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            yield Problem(name, "is a pipe, a socket or a device, not a file")
            return
        lower = name.lower()
        if lower.endswith(".zip"):
            found = read_zip(stream, name, file.relative or "", globs, mapping)
        elif lower.endswith(".gz"):
            found = read_gzip(stream, name, status.st_size, mapping)
        else:
            found = reader_of(name)(stream, name, mapping)
        yield from _guarded(found, name)


def _guarded(
    found: Iterator[SourceRecord | Problem], name: str
) -> Iterator[SourceRecord | Problem]:
    try:
        yield from found
    except OSError as error:
        yield Problem(name, explain(error))
