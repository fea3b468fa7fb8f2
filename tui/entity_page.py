"""What an archive says of one entity, laid out: over time, names, roles, company, figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from textual.content import Content

from index.summaries import Companion, EntitySummary, TracedFigure
from index.text import clean_line
from tui.i18n import text
from tui.wording import SEPARATOR, count_of_articles, date, figure_detail

LABEL = 14
"""Cells for what stands before a list."""
MOST_FIGURES = 50
"""Figures that are asked for; the pipe gives all of them."""
_BARS = "▁▂▃▄▅▆▇█"
_MOST_LISTED = 15
_INDENT = "  "
# The sidebar's colours, by the kind of an entity.
_COLOURS = {"offence": "law"}


def colour(kind: str) -> str:
    """The name of the colour in which entities of ``kind`` are shown."""
    return f"${_COLOURS.get(kind, kind)}"


def page(summary: EntitySummary, width: int, looks: Mapping[str, str]) -> Content:
    """The page in ``width`` cells; ``looks`` names the styles."""
    lines = [*_head(summary, width, looks)]
    for heading, block in (
        ("entity.time", _time(summary.months, width, looks)),
        ("entity.forms", _forms(summary, width, looks)),
        ("entity.roles", _roles(summary, width, looks)),
        ("entity.with", _company(summary.companions, width, looks)),
        ("entity.figures", _figures(summary, width, looks)),
    ):
        found = list(block)
        if found:
            lines += [Content(""), Content.styled(text(heading), "bold $primary"), *found]
    return Content("\n").join(lines)


def _head(summary: EntitySummary, width: int, looks: Mapping[str, str]) -> Iterator[Content]:
    name = Content.styled(clean_line(summary.name), f"bold {colour(summary.kind)}")
    yield from (line.rstrip() for line in name.wrap(width))
    counts = [count_of_articles(summary.articles)]
    counts.append(text("entity.mentions", count=summary.mentions))
    dates = dict.fromkeys(date(day) for day in (summary.first, summary.last) if day)
    if dates:
        counts.append(" – ".join(dates))
    yield from Content(SEPARATOR.join(counts)).wrap(width)
    if summary.parent:
        words = text("entity.parent", name=clean_line(summary.parent))
        yield from Content.styled(words, looks["faint"]).wrap(width)


def sparkline(months: Sequence[tuple[str, int]], width: int) -> tuple[str, int, int]:
    """Bars for the articles of each month, the months that one bar stands for, and the tallest.

    ``months`` are ``("2024-03", 2)`` in order; months between them count none. Months are put
    together where there are more of them than ``width`` cells.
    """
    numbers = {_number(month): count for month, count in months}
    first, last = min(numbers), max(numbers)
    together = -(-(last - first + 1) // max(width, 1))
    sums = [0] * ((last - first) // together + 1)
    for number, count in numbers.items():
        sums[(number - first) // together] += count
    most = max(sums)
    bars = "".join(_BARS[-(-each * (len(_BARS) - 1) // most)] if each else " " for each in sums)
    return bars, together, most


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


def _time(
    months: Sequence[tuple[str, int]], width: int, looks: Mapping[str, str]
) -> Iterator[Content]:
    if len(months) < 2:
        return
    ends = date(months[0][0]), date(months[-1][0])
    room = max(width - len(_INDENT) - sum(map(len, ends)) - 2, 1)
    bars, together, most = sparkline(months, room)
    faint = looks["faint"]
    yield Content.assemble(
        _INDENT, (ends[0], faint), " ", (bars, "$primary"), " ", (ends[1], faint)
    )
    key = "entity.bar" if together == 1 else "entity.bars"
    yield from _hung(Content.styled(text(key, months=together, most=most), faint), width)


def _forms(summary: EntitySummary, width: int, looks: Mapping[str, str]) -> Iterator[Content]:
    if [form for form, _ in summary.forms] != [summary.name]:
        yield from _run(
            [(clean_line(form), count) for form, count in summary.forms], "", width, looks
        )


def _roles(summary: EntitySummary, width: int, looks: Mapping[str, str]) -> Iterator[Content]:
    for held in summary.roles[:_MOST_LISTED]:
        dates = dict.fromkeys(date(day) for day in (held.first, held.last) if day)
        facts = SEPARATOR.join(filter(None, (count_of_articles(held.articles), " – ".join(dates))))
        line = Content.assemble(clean_line(held.role), (f"  {facts}", looks["faint"]))
        yield from _hung(line, width)
    yield from _more(len(summary.roles), looks)


def _company(
    companions: Sequence[Companion], width: int, looks: Mapping[str, str]
) -> Iterator[Content]:
    kinds = dict.fromkeys(each.kind for each in companions)
    for kind in kinds:
        names = [
            (clean_line(each.name).replace("_", " "), each.articles)
            for each in companions
            if each.kind == kind
        ]
        yield from _run(names, colour(kind), width, looks, label=text(f"entity.kind.{kind}"))


def _run(
    names: Sequence[tuple[str, int]],
    style: str,
    width: int,
    looks: Mapping[str, str],
    *,
    label: str = "",
) -> Iterator[Content]:
    """Names with their counts, one behind the other, on as many lines as it takes."""
    head = f"{label:<{LABEL}}" if label else ""
    room = max(width - len(_INDENT) - len(head), 8)
    for number, line in enumerate(_filled(names[:_MOST_LISTED], style, room, looks)):
        lead = head if number == 0 else " " * len(head)
        yield Content.assemble(_INDENT, (lead, looks["faint"]), line)
    yield from _more(len(names), looks)


def _filled(
    names: Sequence[tuple[str, int]], style: str, room: int, looks: Mapping[str, str]
) -> Iterator[Content]:
    """Lines of at most ``room`` cells; a name and its number stay on one line where they fit."""
    line = Content("")
    for at, (name, count) in enumerate(names):
        comma = "," if at + 1 < len(names) else ""
        part = Content.assemble((name, style), (f" {count}", looks["faint"]), comma)
        if line and line.cell_length + 1 + part.cell_length > room:
            yield line
            line = Content("")
        line = Content.assemble(line, " " if line else "", part)
        if line.cell_length > room:
            *whole, line = line.wrap(room)
            yield from (each.rstrip() for each in whole)
    if line:
        yield line


def _figures(summary: EntitySummary, width: int, looks: Mapping[str, str]) -> Iterator[Content]:
    by_sentence = groupby(
        summary.figures[:MOST_FIGURES], key=lambda each: (each.article, each.sentence)
    )
    for (_, printed), traced in by_sentence:
        for each in traced:
            yield from _hung(_figure(each, looks), width)
        sentence = Content.styled(clean_line(printed), looks["faint"])
        for line in sentence.wrap(max(width - 2 * len(_INDENT), 8)):
            yield Content.assemble(_INDENT * 2, line.rstrip())
    whole = sum(count for _, count in summary.measures)
    shown = min(len(summary.figures), MOST_FIGURES)
    if shown < whole:
        words = text("entity.more_figures", shown=shown, whole=whole)
        yield from _hung(Content.styled(words, looks["problem"]), width)


def _figure(traced: TracedFigure, looks: Mapping[str, str]) -> Content:
    detail = figure_detail(traced.figure)
    source = SEPARATOR.join(filter(None, (date(traced.published), clean_line(traced.outlet or ""))))
    return Content.assemble(
        (clean_line(traced.figure.text), "bold $figure"),
        f"  {detail}" if detail else "",
        (f"  {source}", looks["faint"]) if source else "",
    )


def _hung(content: Content, width: int) -> Iterator[Content]:
    """``content`` with its second line and those after it further in than the first."""
    for number, line in enumerate(content.wrap(max(width - 2 * len(_INDENT), 8))):
        yield Content.assemble(_INDENT * (1 if number == 0 else 2), line.rstrip())


def _more(whole: int, looks: Mapping[str, str]) -> Iterator[Content]:
    if whole > _MOST_LISTED:
        words = text("entity.more", count=whole - _MOST_LISTED)
        yield Content.styled(_INDENT + words, looks["faint"])
