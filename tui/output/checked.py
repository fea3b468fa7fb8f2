"""Figures as records with what checks have shown of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.article import BODY, Article
from index.check import Check, Total
from index.reported import Reported
from tui.output.records import Record, Sentence, records, whole

Place = tuple[str, str, int]
"""Where a figure stands: id of the article, part of it, and offset in that part."""


def place_of(row: Reported) -> Place:
    """Where a figure stands."""
    return row.article, row.figure.part, row.figure.start


def by_place(checks: Iterable[Check]) -> dict[Place, list[Check]]:
    """Checks by where the figure stands that they are of."""
    found: dict[Place, list[Check]] = {}
    for check in checks:
        found.setdefault(place_of(check.figure), []).append(check)
    return found


def figure_records(
    article: Article,
    sentence: Sentence,
    checks: Mapping[Place, Sequence[Check]],
    sentences: Mapping[Place, str],
) -> Iterator[Record]:
    """The figures of ``article`` in the order of its text, each with its ``checks``.

    ``sentences`` has those in which the others of the checks stand.
    """
    figures = article.annotations.figures
    for figure, record in zip(figures, records("figures", article, sentence), strict=True):
        own = checks.get((article.id, figure.part, figure.start), ())
        yield {**record, "checks": [_check(check, sentences) for check in own]}


def _check(check: Check, sentences: Mapping[Place, str]) -> Record:
    return {
        "kind": check.kind,
        "verdict": check.verdict,
        "severity": check.severity,
        "expected": whole(check.expected),
        "printed": whole(check.printed),
        "difference": whole(check.difference),
        "with": [_other(row, sentences.get(place_of(row))) for row in check.others],
    }


def _other(row: Reported, sentence: str | None) -> Record:
    figure = row.figure
    inside = figure.part == BODY
    return {
        "article": row.article,
        "outlet": row.outlet,
        "published": row.published,
        "text": figure.text,
        "low": whole(figure.low),
        "high": whole(figure.high),
        "period": figure.period,
        "sentence": sentence or None,
        "start": figure.start if inside else None,
        "end": figure.end if inside else None,
    }


def total_record(total: Total) -> Record:
    """A total with what it counts and what it leaves out, as ``total/1``."""
    return {
        "schema": "total/1",
        "measure": total.measure,
        "unit": total.unit,
        "source": total.source,
        "place": total.place,
        "value": whole(total.value),
        "counted": [_counted(row) for row in total.counted],
        "left_out": [{**_counted(each.row), "reason": each.reason} for each in total.left_out],
    }


def _counted(row: Reported) -> Record:
    figure = row.figure
    return {
        "article": row.article,
        "text": figure.text,
        "low": whole(figure.low),
        "high": whole(figure.high),
        "period": figure.period,
        "outlet": row.outlet,
        "published": row.published,
    }
