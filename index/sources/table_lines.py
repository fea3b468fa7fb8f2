"""The lines of a table, decoded one by one, that can be given back and read again."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from index.article import Problem
from index.sources.decoding import WINDOWS_1252, decode, is_binary
from index.sources.lines import TOO_LARGE, in_utf8, numbered

# A line end of old Macintosh files.
_RETURN = re.compile(r"(?<=\r)(?!\n)")


class TableLines:
    """An iterator of lines with their ends; ``end`` stands behind the last as a line of its own.

    ``problems`` gathers what was wrong with their encoding: a guess once for the whole table.
    """

    def __init__(self, pieces: Iterator[bytes], path: str, end: str) -> None:
        self._path = path
        self._lines = self._decoded(numbered(in_utf8(pieces)))
        self._waiting: deque[tuple[int, str]] = deque()
        self._row: list[tuple[int, str]] = []
        self._end = end
        self._ended = False
        self._guessed: str | None = None
        self.is_binary = False
        self.problems: list[Problem] = []

    def __iter__(self) -> TableLines:
        return self

    def __next__(self) -> str:
        if not self._waiting:
            self._fill()
        item = self._waiting.popleft()
        self._row.append(item)
        return item[1]

    @property
    def first(self) -> int:
        """The number of the line with which the row in hand begins."""
        return self._row[0][0] if self._row else 0

    @property
    def taken(self) -> int:
        """How many lines the row in hand has taken."""
        return len(self._row)

    def begin(self) -> None:
        """Forgets the row in hand; the next line begins another."""
        self._row = []

    def give_back(self) -> str:
        """Takes back all lines of the row in hand but its first, which is returned."""
        self._waiting.extendleft(reversed(self._row[1:]))
        del self._row[1:]
        return self._row[0][1]

    def peek(self) -> tuple[str, str]:
        """The first two lines that hold anything, without taking them; blank ones before go."""
        while True:
            self._fill()
            if self._waiting[0][1].strip() or self._ended:
                break
            self._waiting.popleft()
        if not self._ended:
            self._fill()
        return self._waiting[0][1], self._waiting[-1][1]

    def drop(self) -> None:
        """Leaves out the next line."""
        self._waiting.popleft()

    def taken_problems(self) -> list[Problem]:
        """The problems that have come since they were last asked for."""
        problems, self.problems = self.problems, []
        return problems

    def _fill(self) -> None:
        """Puts one more line behind those that wait."""
        item = next(self._lines, None)
        if item is None:
            if self._ended:
                raise StopIteration
            self._ended = True
            item = (0, self._end)
        self._waiting.append(item)

    def _decoded(self, lines: Iterator[tuple[int, bytes | None]]) -> Iterator[tuple[int, str]]:
        for number, line in lines:
            if line is None:
                self.problems.append(Problem(f"{self._path}:{number}", TOO_LARGE))
                continue
            if number == 1 and is_binary(line):
                self.is_binary = True
                return
            text = self._text(line, number)
            if not text.endswith("\n"):
                text += "\n"
            for piece in _RETURN.split(text) if "\r" in text else (text,):
                yield number, piece

    def _text(self, line: bytes, number: int) -> str:
        text, reason = decode(line)
        if reason is None:
            return text or ""
        if self._guessed == WINDOWS_1252:
            # What one line has shown holds for the others: they are short to guess at.
            return line.decode("cp1252", "replace")
        if text is None:
            self.problems.append(Problem(f"{self._path}:{number}", reason))
            return line.decode("utf-8", "replace")
        if self._guessed is None:
            self._guessed = reason
            self.problems.append(Problem(self._path, reason))
        return text
