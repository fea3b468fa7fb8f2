"""Lines and points in cells: braille for the lines, a sign for each point."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content, Span

# The eight dots of a braille character, by column and line (Unicode 16, chapter 21.1).
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_BLANK = 0x2800
ACROSS, DOWN = 2, 4
"""Dots of one cell."""


class Canvas:
    """``width`` by ``height`` cells; places are in cells, from the left and from the top.

    What is drawn later lies over what was drawn before, and gives the cell its style.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._dots: dict[tuple[int, int], int] = {}
        self._signs: dict[tuple[int, int], str] = {}
        self._styles: dict[tuple[int, int], str] = {}

    def sign(self, x: float, y: float, character: str, style: str) -> None:
        """Puts one character into the cell at a place."""
        cell = self._inside(int(x), int(y))
        self._signs[cell] = character
        self._styles[cell] = style

    def line(self, start: tuple[float, float], end: tuple[float, float], style: str) -> None:
        """Draws a straight line of dots."""
        across, down = (end[0] - start[0]) * ACROSS, (end[1] - start[1]) * DOWN
        steps = max(1, round(max(abs(across), abs(down))))
        for step in range(steps + 1):
            share = step / steps
            self._dot(
                start[0] + (end[0] - start[0]) * share,
                start[1] + (end[1] - start[1]) * share,
                style,
            )

    def _dot(self, x: float, y: float, style: str) -> None:
        cell = self._inside(int(x), int(y))
        across = min(ACROSS - 1, max(0, int((x - cell[0]) * ACROSS)))
        down = min(DOWN - 1, max(0, int((y - cell[1]) * DOWN)))
        self._dots[cell] = self._dots.get(cell, 0) | _DOTS[across][down]
        self._styles[cell] = style

    def _inside(self, x: int, y: int) -> tuple[int, int]:
        return max(0, min(x, self.width - 1)), max(0, min(y, self.height - 1))

    def lines(self) -> list[Content]:
        """What was drawn, from the top."""
        return [self._line(y) for y in range(self.height)]

    def _line(self, y: int) -> Content:
        characters, spans = [], []
        for x in range(self.width):
            cell = (x, y)
            dots = self._dots.get(cell)
            blank = chr(_BLANK + dots) if dots else " "
            characters.append(self._signs.get(cell, blank))
            if cell in self._styles:
                spans.append(Span(x, x + 1, self._styles[cell]))
        return Content("".join(characters), spans=spans)


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from ``low`` to ``high``: one, two or five times a power of ten apart."""
    if high <= low or most < 2:
        return [low]
    step = 10.0 ** len(str(int(high - low)))
    for smaller in _steps(step):
        if (high - low) / smaller > most:
            break
        step = smaller
    first = -(-low // step) * step
    return [first + number * step for number in range(int((high - first) / step + 1e-9) + 1)]


def _steps(start: float) -> Sequence[float]:
    return [start / 10**power * factor for power in range(20) for factor in (1, 0.5, 0.2)]
