"""A total over disjoint periods of one measure and one source, and what it leaves out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.check import LeftOut, Total
from index.checks.cues import cues
from index.checks.scope import Days, days_of
from index.checks.values import is_exact, value
from index.figures.units import same_unit
from index.reported import Reported

Key = tuple[str, str, str, str]


def totals(rows: Iterable[Reported]) -> tuple[Total, ...]:
    """The totals that ``rows`` allow, the largest number of periods first.

    Added are exact figures of one measure (of things that happen, not of amounts of money, shares
    or numbers that stand), one unit, one source (the body whose count it is, else
    who says so) and one place, over periods that do not overlap, two at least. Of periods inside
    one another the choice covers the most days. Left out, each with the reason: ``part`` of another
    figure, ``inexact``, ``no period``, ``overlaps`` one that is counted, ``disputed``: several
    values for one period. Repeated reports of one value count once.
    """
    groups: dict[Key, list[Reported]] = defaultdict(list)
    for row in rows:
        figure = row.figure
        source = figure.agency or figure.speaker
        if source and figure.measure in cues().growing and figure.unit not in (None, "persen"):
            unit = same_unit(figure.unit or "")
            groups[figure.measure, unit, source, figure.place or ""].append(row)
    found = [total for key, group in groups.items() if (total := _total(key, group)) is not None]
    return tuple(sorted(found, key=_most_periods_first))


def _most_periods_first(total: Total) -> tuple[int, str, str, str, str]:
    return -len(total.counted), total.measure, total.source, total.unit, total.place or ""


def _total(key: Key, group: Sequence[Reported]) -> Total | None:
    left = [LeftOut(row, reason) for row in group if (reason := _why_not(row)) is not None]
    out = {id(each.row) for each in left}
    by_days: dict[Days, list[Reported]] = defaultdict(list)
    for row in group:
        days = _days(row)
        if id(row) not in out and days is not None:
            by_days[days].append(row)
    agreed: dict[Days, Reported] = {}
    for days, rows in by_days.items():
        if len({value(row.figure) for row in rows}) == 1:
            agreed[days] = min(rows, key=lambda row: (row.published or "9", row.article))
        else:
            left += (LeftOut(row, "disputed") for row in rows)
    chosen = _disjoint(list(agreed))
    if len(chosen) < 2:
        return None
    for days, row in agreed.items():
        if days not in chosen:
            left.append(LeftOut(row, "overlaps"))
    counted = tuple(agreed[days] for days in sorted(chosen))
    measure, unit, source, place = key
    total = sum(value(row.figure) for row in counted)
    return Total(measure, unit, source, place or None, total, counted, tuple(left))


def _why_not(row: Reported) -> str | None:
    figure = row.figure
    if figure.whole is not None or figure.breakdown is not None or figure.per is not None:
        return "part"
    if not is_exact(figure):
        return "inexact"
    return "no period" if _days(row) is None else None


def _days(row: Reported) -> Days | None:
    first, last = days_of(row.figure.period)
    return (first, last) if first is not None and last is not None and first <= last else None


def _disjoint(periods: Sequence[Days]) -> set[Days]:
    """The periods, none overlapping another, that cover the most days; of equals the fewest."""
    ordered = sorted(periods, key=lambda days: (days[1], days[0]))
    ends = [days[1] for days in ordered]
    # The best of the first n periods: days covered, and less the number of periods.
    best: list[tuple[int, int]] = [(0, 0)]
    taken: list[int] = []
    for first, last in ordered:
        before = bisect_right(ends, first - 1)
        covered, fewer = best[before]
        with_it = covered + last - first + 1, fewer - 1
        taken.append(before if with_it > best[-1] else -1)
        best.append(max(with_it, best[-1]))
    chosen: set[Days] = set()
    at = len(ordered)
    while at:
        before = taken[at - 1]
        if before < 0:
            at -= 1
        else:
            chosen.add(ordered[at - 1])
            at = before
    return chosen
