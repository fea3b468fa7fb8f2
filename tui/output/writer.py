"""The only door to stdout: bytes, UTF-8, one format at a time."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Protocol

from tui.output.records import LINE_KINDS, Record

FORMATS = ("jsonl", "csv", "tsv", "md", "text")


class OutputError(Exception):
    """The output cannot be written; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How records are to be printed, as the command line has it."""

    kind: str = "articles"
    format: str | None = None
    print0: bool = False
    file: str | None = None
    whole: bool = False

    @property
    def layout(self) -> str:
        """``lines`` (bare values), or one of ``FORMATS``."""
        if self.kind in LINE_KINDS and (self.print0 or self.format in (None, "text")):
            return "lines"
        return self.format or ("text" if self.on_terminal else "jsonl")

    @property
    def on_terminal(self) -> bool:
        """Whether what is printed goes before a person's eyes."""
        return self.file is None and sys.stdout.isatty()


class _Formatter(Protocol):
    def format(self, record: Record) -> str: ...


class _Lines:
    """One value a line, or ended by NUL; line ends inside a value cannot part it."""

    def __init__(self, end: str) -> None:
        self._end = end

    def format(self, record: Record) -> str:
        return str(next(iter(record.values()))) + self._end


class _JsonLines:
    def format(self, record: Record) -> str:
        return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


class Writer:
    """Writes records of one kind to stdout or a file; a context that flushes when it ends.

    Raises:
        OutputError: the file cannot be opened or the disk is full.
    """

    def __init__(self, shape: Shape) -> None:
        self.count = 0
        self.layout = shape.layout
        self._shape = shape
        self._stream = self._open(shape.file)
        self._formatter = self._choose()

    def write(self, record: Record) -> None:
        """Writes one record."""
        self.write_text(self._formatter.format(record))

    def write_text(self, text: str) -> None:
        """Writes text that has its own line end, and counts it as something printed."""
        try:
            self._stream.write(text.encode("utf-8", "replace"))
        except OSError as error:
            raise OutputError(f"cannot write: {error.strerror or error}") from error
        self.count += 1

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            self._stream.flush()
            if self._shape.file is not None:
                self._stream.close()
        except OSError as failure:
            if error is None:
                raise OutputError(f"cannot write: {failure.strerror or failure}") from failure

    def _open(self, file: str | None) -> BinaryIO:
        if file is None:
            # A closed pipe ends the program as it ends cat: at once, without a word.
            with contextlib.suppress(ValueError, AttributeError):
                signal.signal(signal.SIGPIPE, signal.SIG_DFL)
            return sys.stdout.buffer
        try:
            return open(file, "wb")
        except OSError as error:
            raise OutputError(f"cannot write {file}: {error.strerror or error}") from error

    def _choose(self) -> _Formatter:
        shape, layout = self._shape, self._shape.layout
        if layout == "lines":
            return _Lines("\0" if shape.print0 else "\n")
        if layout == "jsonl":
            return _JsonLines()
        if layout in ("csv", "tsv"):
            from tui.output.delimited import Delimited

            return Delimited("," if layout == "csv" else "\t")
        if layout == "md":
            from tui.output.markdown import Markdown

            return Markdown(shape.kind, whole=shape.whole)
        from tui.output.readable import Readable

        return Readable(
            shape.kind,
            width=min(shutil.get_terminal_size().columns, 100) if shape.on_terminal else 100,
            colour=shape.on_terminal and not os.environ.get("NO_COLOR"),
            whole=shape.whole,
        )


def say(message: str) -> None:
    """Words for the person, on stderr."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        print(f"tppo-tui: {message}", file=sys.stderr, flush=True)
