"""Archives: the files in a ``.zip``, the file in a ``.gz``, read as they are unpacked."""

from __future__ import annotations

import gzip
import lzma
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from index.article import Problem, SourceRecord
from index.sources.folders import is_passed_over, printed
from index.sources.formats import Found, Mapped, reader_of
from index.sources.globs import Globs
from index.sources.lines import ByteStream

ENCRYPTED = "is encrypted"
DAMAGED = "is damaged, or no archive of its kind"
NESTED = "is an archive in an archive, which is not opened"
BOMB = "unpacks to far more than it holds; left out from there on"
LINK = "is a symbolic link in an archive"
NO_FILES = "holds no files"

# Text is seldom packed to a 50th; what a file of a few kB unpacks to in vain is bounded as well.
_RATIO = 200
_FREE = 20_000_000
_MOST_UNPACKED = 8_000_000_000
_ERRORS = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, gzip.BadGzipFile, struct.error,
    NotImplementedError, RuntimeError, ValueError, OverflowError,
)  # fmt: skip
_SEPARATORS = re.compile(r"[\\/]+")
_DRIVE = re.compile(r"[A-Za-z]:")


class _UnpackError(OSError):
    """A member cannot be unpacked any further; the reason is its only argument."""


class _Unpacked:
    """What a stream unpacks to, up to the size that its packed size allows."""

    def __init__(self, stream: Any, packed: int) -> None:
        self._read: Callable[[int], bytes] = stream.read
        self._left = min(_MOST_UNPACKED, _FREE + _RATIO * packed)

    def read(self, size: int = -1, /) -> bytes:
        """As a file reads; raises ``_UnpackError`` for damage and for a size beyond the limit."""
        if size < 0:
            size = self._left + 1
        try:
            data = self._read(size)
        except _ERRORS as error:
            encrypted = "encrypted" in str(error) or "password" in str(error)
            raise _UnpackError(ENCRYPTED if encrypted else DAMAGED) from error
        self._left -= len(data)
        if self._left < 0:
            raise _UnpackError(BOMB)
        return data


def read_gzip(stream: ByteStream, path: str, packed: int, mapping: Mapped = None) -> Found:
    """The records of the file in a ``.gz`` of ``packed`` bytes, read by what its name says.

    ``path`` stays that of the ``.gz``. An archive in it is a problem, and so is what unpacks to
    more than ``_RATIO`` times its size.

    Raises:
        OSError: the stream cannot be read any further.
    """
    name = path[:-3]
    if name.lower().endswith((".zip", ".gz")):
        yield Problem(path, NESTED)
        return
    source: Any = stream
    unpacked = _Unpacked(gzip.GzipFile(fileobj=source, mode="rb"), packed)
    yield from _until_broken(reader_of(name)(unpacked, path, mapping), path)


def read_zip(stream: Any, path: str, relative: str, globs: Globs, mapping: Mapped = None) -> Found:
    """The records of all wanted files in a ``.zip``, sorted by name: ``path/name.txt#3``.

    ``relative`` is the path of the archive below the folder it was found in, or empty. Hidden
    names and what macOS adds are passed over, as in folders. Nothing is written anywhere.

    Raises:
        OSError: the file cannot be read any further.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (*_ERRORS, UnicodeDecodeError):
        yield Problem(path, DAMAGED)
        return
    found = False
    with archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            names = _names(info.filename)
            if info.is_dir() or not names or any(map(is_passed_over, names)):
                continue
            found = True
            name = "/".join(names)
            if globs.takes(*_called(name, relative)):
                yield from _member(archive, info, f"{path}/{printed(name)}", mapping)
    if not found:
        yield Problem(path, NO_FILES)


def _called(name: str, relative: str) -> Iterator[str]:
    """The paths that a glob may mean: in the archive and in the folder, packed and unpacked."""
    for form in (name, name[:-3]) if name.lower().endswith(".gz") else (name,):
        yield form
        if relative:
            yield f"{relative}/{form}"


def _names(filename: str) -> list[str]:
    """The parts of a member's name without a root, a drive or a way up."""
    names = [name for name in _SEPARATORS.split(filename) if name not in ("", ".", "..")]
    return names[1:] if names and _DRIVE.fullmatch(names[0]) else names


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: str, mapping: Mapped) -> Found:
    if info.flag_bits & 1:
        yield Problem(path, ENCRYPTED)
        return
    if stat.S_ISLNK(info.external_attr >> 16):
        yield Problem(path, LINK)
        return
    lower = path.lower()
    if lower.endswith(".zip"):
        yield Problem(path, NESTED)
        return
    try:
        stream = archive.open(info)
    except _ERRORS as error:
        yield Problem(path, ENCRYPTED if "encrypted" in str(error) else DAMAGED)
        return
    with stream:
        unpacked = _Unpacked(stream, info.compress_size)
        if lower.endswith(".gz"):
            yield from read_gzip(unpacked, path, info.file_size, mapping)
        else:
            yield from _until_broken(reader_of(path)(unpacked, path, mapping), path)


def _until_broken(found: Found, path: str) -> Iterator[SourceRecord | Problem]:
    try:
        yield from found
    except _UnpackError as error:
        yield Problem(path, str(error))
