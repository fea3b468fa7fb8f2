"""Which files stand in the paths that were given: folders in order, never round in circles."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.article import Problem
from index.text import clean_line

STDIN = Path("-")

# Parts of a Python package, such as the folder of sample articles: never articles.
_PACKAGE_FOLDER = "__pycache__"
_PACKAGE_SUFFIXES = (".py", ".pyc")

_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Folder:
    """An open folder of the walk: what is left of it, and which folder it really is."""

    names: Iterator[str]
    path: str
    identity: _Identity


def printed(path: str | os.PathLike[str]) -> str:
    """``path`` as it is kept and shown: on one line, without anything that acts on a terminal."""
    return clean_line(os.fspath(path))


def explain(error: OSError) -> str:
    """The reason of a problem line for what the system said about a file."""
    if isinstance(error, PermissionError):
        return "cannot be read: no permission"
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if error.errno == errno.ELOOP:
        return "is a symbolic link that leads back to itself"
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"


def walk(paths: Iterable[Path]) -> Iterator[Path | Problem]:
    """The regular files of ``paths`` in the order given; inside folders, sorted by name.

    Hidden names are passed over inside folders, and so are the parts of a Python package; a file
    that is named itself is always taken. ``-`` is handed on as it is. A folder that was read
    already or that leads back to itself, a pipe, a device, and whatever cannot be looked at is a
    ``Problem``. Nothing is opened but folders.
    """
    seen: set[_Identity] = set()
    for path in paths:
        if path == STDIN:
            yield path
            continue
        yield from _walk_one(os.fspath(path), seen)


def _walk_one(root: str, seen: set[_Identity]) -> Iterator[Path | Problem]:
    stack: list[_Folder] = []
    found = _look(root, stack, seen)
    if found is not None:
        yield found
    # An explicit stack: folders may be nested deeper than Python may recurse.
    while stack:
        folder = stack[-1]
        name = next(folder.names, None)
        if name is None:
            stack.pop()
            continue
        found = _look(os.path.join(folder.path, name), stack, seen)
        if found is not None:
            yield found


def _look(path: str, stack: list[_Folder], seen: set[_Identity]) -> Path | Problem | None:
    """A file to read or a problem; a folder is put on the stack and gives None."""
    try:
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode):
            return Path(path)
        if not stat.S_ISDIR(status.st_mode):
            return Problem(printed(path), "is a pipe, a socket or a device, not a file")
        identity = (status.st_dev, status.st_ino)
        if any(folder.identity == identity for folder in stack):
            return Problem(printed(path), "is a symbolic link to a folder that holds it")
        if identity in seen:
            return Problem(printed(path), "is a folder that was read already")
        names = _names(path)
    except FileNotFoundError as error:
        if os.path.islink(path):
            return Problem(printed(path), "is a symbolic link to nothing")
        return Problem(printed(path), explain(error))
    except OSError as error:
        return Problem(printed(path), explain(error))
    except ValueError:
        return Problem(printed(path), "is no path: it holds a NUL character")
    seen.add(identity)
    stack.append(_Folder(iter(names), path, identity))
    return None


def _names(path: str) -> list[str]:
    with os.scandir(path) as entries:
        return sorted(
            entry.name
            for entry in entries
            if not entry.name.startswith(".")
            and entry.name != _PACKAGE_FOLDER
            and not entry.name.endswith(_PACKAGE_SUFFIXES)
        )
