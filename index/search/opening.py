"""Opening and creating the index folder; whatever may be wrong with it becomes one error.

An index holds pickles: who can write it can run code as its reader. A folder that others may
write, or that belongs to somebody else, is refused.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index

from index.errors import ArchiveError, Cancelled
from index.search.schema import make_schema

_ATTEMPTS = 3  # a commit may replace the table of contents between listing and opening


class IndexUnusable(Exception):  # noqa: N818 - it tells a state, which a rebuild mends
    """The index is missing, damaged or foreign, and has to be rebuilt; the message says why."""


class IndexBusy(Exception):  # noqa: N818
    """Another process is writing the index."""


@contextmanager
def reading_index() -> Iterator[None]:
    """Turns whatever Whoosh raises over a damaged index into ``IndexUnusable``."""
    try:
        yield
    except (IndexUnusable, IndexBusy, Cancelled, ArchiveError, MemoryError, RecursionError):
        raise
    except Exception as error:  # a damaged pickle or block may raise anything
        reason = f"{type(error).__name__}: {error}"[:300]
        raise IndexUnusable(f"the index cannot be read ({reason})") from error


def open_index(folder: Path) -> Any:
    """The Whoosh index in ``folder``.

    Raises:
        IndexUnusable: there is none, it is damaged, of another layout, or not safe to read.
    """
    _check_owner(folder)
    for attempt in range(_ATTEMPTS):
        try:
            with reading_index():
                opened = whoosh_index.open_dir(str(folder))
                names = set(opened.schema.names())
            break
        except IndexUnusable:
            if attempt == _ATTEMPTS - 1:
                raise
    if names != set(make_schema().names()):
        raise IndexUnusable("the index has another layout")
    return opened


def create_index(folder: Path) -> None:
    """An empty index in ``folder``, which is made (for its owner only) where it is missing.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    whoosh_index.create_in(str(folder), make_schema())


def _check_owner(folder: Path) -> None:
    try:
        status = folder.stat()
    except OSError as error:
        raise IndexUnusable(f"there is no index: {error.strerror or error}") from error
    if not stat.S_ISDIR(status.st_mode):
        raise IndexUnusable("there is no index: it is no folder")
    if hasattr(os, "getuid") and status.st_uid not in (os.getuid(), 0):
        raise IndexUnusable("the index belongs to another user")
    if status.st_mode & stat.S_IWOTH:
        raise IndexUnusable("the index can be written by everybody")
