"""Which files stand in the paths that were given: folders in order, never round in circles."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.article import Problem
from index.sources.globs import Globs
from index.text import clean_line

STDIN = Path("-")

# Parts of a Python package, such as the folder of sample articles: never articles.
_PACKAGE_FOLDER = "__pycache__"
_PACKAGE_SUFFIXES = (".py", ".pyc")
# What macOS adds to archives, and leaves behind when they are unpacked.
_RESOURCES = "__MACOSX"
# Browsers save the pictures and scripts of page.html in page_files.
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_PAGE_PARTS = "_files"

_NEVER = frozenset({_PACKAGE_FOLDER, _RESOURCES})

_Identity = tuple[int, int]
_ALL = Globs()


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, and its size in bytes when it was looked at.

    ``relative`` is its path below the folder that was named, None if it was named itself.
    """

    path: Path
    relative: str | None = None
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Folder:
    """An open folder of the walk: what is left of it, and which folder it really is."""

    names: Iterator[str]
    path: str
    relative: str
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


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name in a folder or archive never holds an article."""
    return name.startswith(".") or name in _NEVER or name.endswith(_PACKAGE_SUFFIXES)


def walk(paths: Iterable[Path], globs: Globs = _ALL) -> Iterator[FoundFile | Problem]:
    """The regular files of ``paths`` in the order given; inside folders, sorted by name.

    Inside folders only what is wanted is taken, and of archives all that may hold it. Hidden
    names are passed over there, and so are the parts of a Python package and of a saved page; a
    file that is named itself is always taken. ``-`` is handed on as ``STDIN`` itself. A
    folder that was read already or that leads back to itself, a pipe, a device, and whatever
    cannot be looked at is a ``Problem``. Nothing is opened but folders.
    """
    seen: set[_Identity] = set()
    for path in paths:
        if path == STDIN:
            yield FoundFile(STDIN)
            continue
        yield from _walk_one(os.fspath(path), seen, globs)


def _walk_one(root: str, seen: set[_Identity], globs: Globs) -> Iterator[FoundFile | Problem]:
    stack: list[_Folder] = []
    found = _look(root, None, stack, seen)
    if found is not None:
        yield found
    # An explicit stack: folders may be nested deeper than Python may recurse.
    while stack:
        folder = stack[-1]
        name = next(folder.names, None)
        if name is None:
            stack.pop()
            continue
        relative = f"{folder.relative}/{name}" if folder.relative else name
        if not globs.enters(relative):
            continue
        path = os.path.join(folder.path, name)
        found = _look(path, relative, stack, seen)
        if found is None:
            continue
        # A folder that cannot be read may hold what is wanted.
        unread = isinstance(found, Problem) and os.path.isdir(path)
        if unread or _is_wanted(relative, globs):
            yield found


def _is_wanted(relative: str, globs: Globs) -> bool:
    lower = relative.lower()
    if lower.endswith(".zip"):
        # What it holds is asked for file by file.
        return True
    return globs.takes(relative, relative[:-3]) if lower.endswith(".gz") else globs.takes(relative)


def _look(
    path: str, relative: str | None, stack: list[_Folder], seen: set[_Identity]
) -> FoundFile | Problem | None:
    """A file to read or a problem; a folder is put on the stack and gives None."""
    try:
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode):
            return FoundFile(Path(path), relative, status.st_size)
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
    stack.append(_Folder(iter(names), path, relative or "", identity))
    return None


def _names(path: str) -> list[str]:
    with os.scandir(path) as entries:
        names = sorted(entry.name for entry in entries if not is_passed_over(entry.name))
    return without_page_parts(names)


def without_page_parts(names: list[str]) -> list[str]:
    """``names`` of one folder without the folders that a browser saved beside its pages."""
    parts = {
        name.rpartition(".")[0] + _PAGE_PARTS
        for name in names
        if name.lower().endswith(_PAGE_SUFFIXES)
    }
    return [name for name in names if name not in parts]
