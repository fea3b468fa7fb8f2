"""One figure in full: what the columns have no room for, and the sentence that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content, Span

from index.article import Figure, Reason
from index.reported import Reported
from index.text import clean_line
from tui.i18n import catalogue, text
from tui.wording import SEPARATOR, date, measure, period

WARNING = "!"
BESIDE = "↔"
_LEAD = 60
"""Characters of a long sentence that may stand before the figure."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence of a figure; ``start`` is where it begins in its part of the article.

    ``figure`` is the one of the article itself, with its reasons; ``words`` are those that each
    reason names, as printed, in their order; ``beside`` the figures that checks set beside it, with
    their sentences.
    """

    figure: Figure
    sentence: str
    start: int
    words: tuple[tuple[Reason, str], ...] = ()
    beside: tuple[tuple[Reported, str], ...] = ()


def detail(
    row: Reported,
    passage: Passage | None,
    width: int,
    height: int,
    looks: Mapping[str, str],
    *,
    reasons: bool = False,
    warnings: Sequence[str] = (),
) -> Content:
    """A figure in ``width`` cells and at most ``height`` lines.

    ``passage`` is None until the archive has answered; ``reasons`` adds from which words each
    part was read.
    """
    lines = [
        *_facts(row.figure).wrap(width)[:2],
        _source(row, looks).truncate(width, ellipsis=True),
    ]
    lines += [
        line
        for warning in warnings
        for line in Content.styled(f"{WARNING} {clean_line(warning)}", looks["problem"]).wrap(width)
    ]
    if passage is not None:
        found = [*_beside(passage, looks)]
        if reasons:
            found += _reasons(passage, looks)
        room = max(height - len(lines) - len(found), 1)
        lines += _sentence(passage, width, room, looks, reasons=reasons)
        lines += [each.truncate(width, ellipsis=True) for each in found]
    return Content("\n").join(line.rstrip() for line in lines[:height])


def _facts(figure: Figure) -> Content:
    facts = [measure(figure.measure), period(figure.period or ""), *map(clean_line, filter(None, (
        figure.agency, figure.place,
    )))]  # fmt: skip
    if figure.speaker:
        facts.append(text("ledger.says", name=clean_line(figure.speaker)))
    if figure.cumulative:
        facts.append(text("ledger.cumulative"))
    if figure.breakdown:
        key = f"ledger.part.{figure.breakdown}"
        facts.append(text(key) if key in catalogue("en") else clean_line(figure.breakdown))
    words = SEPARATOR.join(filter(None, facts))
    return Content.assemble((clean_line(figure.text), "bold $figure"), f"  {words}")


def _source(row: Reported, looks: Mapping[str, str]) -> Content:
    known = (clean_line(row.title or ""), clean_line(row.outlet or ""), date(row.published))
    return Content.styled(SEPARATOR.join(filter(None, known)), looks["faint"])


def _sentence(
    passage: Passage, width: int, height: int, looks: Mapping[str, str], *, reasons: bool
) -> list[Content]:
    figure, start = passage.figure, passage.start
    shown = passage.sentence.replace("\n", " ")
    spans = [Span(figure.start - start, figure.end - start, looks["current"])]
    if reasons:
        spans += [
            Span(reason.start - start, reason.end - start, looks["chosen"])
            for reason, _ in passage.words
            if 0 <= reason.start - start < reason.end - start <= len(shown)
        ]
    content = Content(shown, spans=spans)
    lines = content.wrap(width)
    if len(lines) > height:
        # The figure must be in sight, with what stands before it.
        lead = figure.start - start - _LEAD
        if lead > 0 and sum(map(len, lines[:height])) < figure.end - start:
            begin = shown.find(" ", lead) + 1
            content = Content.assemble("…", content[begin:])
            lines = content.wrap(width)
    if len(lines) > height:
        last = lines[height - 1].rstrip().truncate(max(width - 1, 1))
        lines = [*lines[: height - 1], Content.assemble(last, "…")]
    return lines


def _beside(passage: Passage, looks: Mapping[str, str]) -> Iterator[Content]:
    """A line for each figure that checks set beside it: where it stands, and its sentence."""
    for row, sentence in passage.beside:
        if sentence == passage.sentence:  # it is read already, the figure is in sight
            sentence = ""
        source = SEPARATOR.join(filter(None, (clean_line(row.outlet or ""), date(row.published))))
        yield Content.assemble(
            (f"{BESIDE} ", looks["problem"]),
            (clean_line(row.figure.text), "bold $figure"),
            (f"  {source}  " if source else "  ", looks["faint"]),
            clean_line(sentence),
        )


def _reasons(passage: Passage, looks: Mapping[str, str]) -> Iterator[Content]:
    """A line for each field that was read from words: ``period ← sepanjang 2023``."""
    read: dict[str, list[str]] = {}
    for reason, words in passage.words:
        read.setdefault(reason.field, []).append(clean_line(words))
    for field, found in read.items():
        key = f"column.{field}"
        name = text(key) if key in catalogue("en") else clean_line(field)
        yield Content.assemble((f"{name:<10} ", looks["faint"]), "← ", " … ".join(found))
    if not read:
        yield Content.styled(text("ledger.no_reasons"), looks["faint"])
