"""A picture of figures over time in so many cells: axes, a line for each source, a legend."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from itertools import pairwise

from rich.cells import cell_len
from textual.content import Content

from index.text import clean_line
from tui.i18n import text
from tui.ledger.amounts import amount, number
from tui.ledger.canvas import Canvas, ticks
from tui.ledger.series import Picture, Point, Series
from tui.wording import SEPARATOR, date, measure, period

SIGNS = "●▲■◆▼○"
COLOURS = ("$figure", "$agency", "$person", "$place", "$law", "$speaker")
_OTHERS = "×"
_NARROWEST = 12
_SMALLEST = 1e-6
"""A logarithmic axis begins no lower: nobody reports so small a number."""


def plot(
    picture: Picture,
    width: int,
    height: int,
    looks: Mapping[str, str],
    *,
    at: int = 0,
    logarithmic: bool = False,
) -> Content:
    """The picture in ``width`` by ``height`` cells; the point ``at``, in order of time, is marked.

    A value stands at the end of its period; a line of dots before it leads back to the beginning.
    With ``logarithmic`` each tenfold of a value is as high as the one before it.
    """
    points = [point for _, point in picture.points]
    if not points:
        return Content("")
    top = max(point.value for point in points)
    bottom = _bottom(points, top) if logarithmic else 0.0
    marks = _marks(bottom, top, max(2, height // 3), logarithmic=logarithmic)
    top = max(top, marks[-1])
    label = max(cell_len(number(each)) for each in marks)
    room = max(width - label - 2, _NARROWEST)
    tall = max(height - 2, 3)
    first = min(point.begin for point in points)
    last = max(point.day for point in points)
    canvas = Canvas(room, tall)

    def across(day: int) -> float:
        return (room - 1) * ((day - first) / (last - first) if last > first else 0.5) + 0.5

    def down(value: float) -> float:
        if logarithmic:
            height_of = math.log10(max(value, bottom) / bottom)
            share = height_of / max(math.log10(top / bottom), 1e-9)
        else:
            share = max(value, 0.0) / top if top else 0.0
        return (tall - 1) * (1 - share) + 0.5

    for point in points:
        if point.begin < point.day:
            y = down(point.value)
            canvas.line((across(point.begin), y), (across(point.day), y), looks["faint"])
    for place, series in enumerate(picture.series):
        if not series.others:
            spots = [(across(point.day), down(point.value)) for point in series.points]
            for start, end in pairwise(spots):
                canvas.line(start, end, COLOURS[place])
    for place, series in enumerate(picture.series):
        sign, colour = look(series, place)
        for point in series.points:
            canvas.sign(across(point.day), down(point.value), sign, colour)
    place, chosen = picture.points[min(at, len(points) - 1)]
    sign, _ = look(picture.series[place], place)
    canvas.sign(across(chosen.day), down(chosen.value), sign, looks["current"])
    named = {int(down(each)): number(each) for each in reversed(marks)}
    lines = [
        Content.assemble((f"{named.get(y, ''):>{label}} ", looks["faint"]), ("│", "$edge"), line)
        for y, line in enumerate(canvas.lines())
    ]
    lines.append(Content.styled(" " * (label + 1) + "└" + "─" * room, "$edge"))
    lines.append(Content.styled(" " * (label + 2) + _days(first, last, room), looks["faint"]))
    return Content("\n").join(lines)


def _bottom(points: list[Point], top: float) -> float:
    least = min((point.value for point in points if point.value > 0), default=top or 1.0)
    return float(10.0 ** math.floor(math.log10(max(least, _SMALLEST))))


def _marks(bottom: float, top: float, most: int, *, logarithmic: bool) -> list[float]:
    if not logarithmic:
        found = ticks(0.0, top, most)
        step = found[1] - found[0] if len(found) > 1 else top or 1.0
        return found if found[-1] >= top else [*found, found[-1] + step]
    found = [bottom]
    while found[-1] < top:
        found.append(found[-1] * 10)
    return found


def _days(first: int, last: int, room: int) -> str:
    """The days at the two ends of the axis, and between them as many as have room."""
    whole = [first, last] if last > first else [first]
    words = [date(datetime.date.fromordinal(day).isoformat()) for day in whole]
    if len(words) == 1:
        return words[0].center(room).rstrip()
    middle = (first + last) // 2
    between = date(datetime.date.fromordinal(middle).isoformat())
    gap = room - sum(map(cell_len, words))
    if gap < 1:
        return words[0][:room]
    if gap >= cell_len(between) + 4:
        left = (room - cell_len(between)) // 2 - cell_len(words[0])
        right = gap - cell_len(between) - left
        if left > 1 and right > 1:
            return f"{words[0]}{' ' * left}{between}{' ' * right}{words[1]}"
    return f"{words[0]}{' ' * gap}{words[1]}"


def look(series: Series, place: int) -> tuple[str, str]:
    """The sign and the colour of a series."""
    return (_OTHERS, "") if series.others else (SIGNS[place], COLOURS[place])


def legend(picture: Picture, width: int, looks: Mapping[str, str]) -> Iterator[Content]:
    """Which sign is which source, as many on a line as have room."""
    line = Content("")
    for place, series in enumerate(picture.series):
        sign, colour = look(series, place)
        name = text("plot.others") if series.others else series.name
        entry = Content.assemble(
            (sign, colour), " ", name, (f" {len(series.points)}", looks["faint"])
        ).truncate(width, ellipsis=True)
        if line and line.cell_length + 3 + entry.cell_length > width:
            yield line
            line = Content("")
        line = Content.assemble(line, "   " if line else "", entry)
    yield line


def told(point: Point) -> Content:
    """One point in words: value, what, from when to when, who says so, where it was printed."""
    row, figure = point.row, point.row.figure
    what = clean_line(figure.what or figure.unit or "")
    parts = [
        period(figure.period or ""),
        *map(clean_line, filter(None, (figure.agency, figure.speaker))),
        " ".join(filter(None, (clean_line(row.outlet or ""), date(row.published)))),
    ]
    return Content.assemble(
        (f"{amount(figure)} {what}".strip(), "bold $figure"),
        f"  {SEPARATOR.join(filter(None, parts))}",
    )


def heading(picture: Picture, source: str, unit: str) -> str:
    """What is drawn: the measure and its unit, by which source."""
    name, _ = picture.kind
    parts = [measure(name), unit, text("frequency.title", column=text(f"column.{source}"))]
    return SEPARATOR.join(filter(None, parts))
