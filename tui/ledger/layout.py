"""Which columns have room, and how many cells each of them gets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len

from tui.i18n import text
from tui.ledger.sheet import Column, Sheet

GAP = 1
"""Cells between two columns."""
ARROW = 2
"""Cells that the heading keeps free for the arrow of the order."""
_SAMPLE = 400


def naturals(sheet: Sheet[Any]) -> list[int]:
    """The cells that each column would fill: its heading, and its cells in a sample of rows.

    The sample is taken at even steps, so that a long sheet costs no more than a short one.
    """
    step = max(1, len(sheet.order) // _SAMPLE)
    sample = [sheet.rows[number] for number in sheet.order[::step]]
    widths = []
    for column in sheet.columns:
        heading = cell_len(text(f"column.{column.id}")) + ARROW
        widths.append(max([heading, *(cell_len(column.text(row)) for row in sample)]))
    return widths


def fit(
    columns: Sequence[Column[Any]], wanted: Sequence[int], room: int, cursor: int
) -> dict[int, int]:
    """The cells of each column that is shown, by its place, in the order of the columns.

    Columns come in by rank as long as they have the least they need; the one under the cursor
    always comes in. What room is left goes to those that want more, again by rank.
    """
    ranked = sorted(range(len(columns)), key=lambda at: (at != cursor, columns[at].rank))
    widths: dict[int, int] = {}
    left = room
    for at in ranked:
        least = min(wanted[at], columns[at].least)
        if not widths or least + GAP <= left:
            widths[at] = max(1, min(least, left))
            left -= widths[at] + GAP
    left += GAP  # behind the last there is no gap
    by_rank = sorted(widths, key=lambda at: columns[at].rank)
    for limits in ([column.most for column in columns], wanted):
        for at in by_rank:
            more = min(left, max(0, min(wanted[at], limits[at]) - widths[at]))
            widths[at] += more
            left -= more
    return dict(sorted(widths.items()))
