"""The columns of the ledger, and the words by which its rows are found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from index.reported import Reported
from index.text import clean_line
from tui.ledger.amounts import amount, ends, span, value
from tui.ledger.sheet import Column
from tui.wording import measure

_line = lru_cache(maxsize=4096)(clean_line)


def _words(name: str | None) -> str:
    return _line(name) if name else ""


def _known(name: str | None) -> str | None:
    """What a name is sorted by."""
    return name.casefold() if name else None


def _what(row: Reported) -> str | None:
    return row.figure.what or row.figure.unit


def _period(row: Reported) -> tuple[str, str] | None:
    return ends(row.figure.period) if row.figure.period else None


COLUMNS: Sequence[Column[Reported]] = (
    Column(
        "value", lambda row: amount(row.figure), lambda row: value(row.figure),
        0, 22, 30, right=True, style="bold $figure",
    ),
    Column("what", lambda row: _words(_what(row)), lambda row: _known(_what(row)), 2, 14, 24),
    Column(
        "measure", lambda row: measure(row.figure.measure), lambda row: row.figure.measure,
        1, 12, 22,
    ),
    Column("period", lambda row: span(row.figure.period), _period, 3, 17, 22),
    Column(
        "place", lambda row: _words(row.figure.place), lambda row: _known(row.figure.place),
        7, 10, 20, style="$place",
    ),
    Column(
        "agency", lambda row: _words(row.figure.agency), lambda row: _known(row.figure.agency),
        4, 14, 26, style="$agency",
    ),
    Column(
        "speaker", lambda row: _words(row.figure.speaker), lambda row: _known(row.figure.speaker),
        6, 14, 24, style="$person",
    ),
    Column("outlet", lambda row: _words(row.outlet), lambda row: _known(row.outlet), 5, 10, 18),
    Column(
        "published", lambda row: _words(row.published)[:10], lambda row: row.published, 8, 10, 10
    ),
    Column("title", lambda row: _words(row.title), lambda row: _known(row.title), 9, 24, 60),
)  # fmt: skip


def haystacks(rows: Sequence[Reported]) -> list[str]:
    """For each row the words that a filter looks through: what its cells show, and its text."""
    found = []
    for row in rows:
        f = row.figure
        cells = (
            f.text, f.what, f.unit, measure(f.measure), f.measure, f.period, f.place, f.agency,
            f.speaker, row.outlet, row.published, row.title,
        )  # fmt: skip
        found.append(" ".join(filter(None, cells)).casefold())
    return found
