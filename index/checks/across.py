"""Figures of several articles that count the same, set side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.check import Check
from index.checks.cues import cues
from index.checks.miscopied import miscopied
from index.checks.scope import Days, Key, counted_days, key_of
from index.checks.values import around, is_exact, value
from index.reported import Reported

# Of each kind of relation, so many others are named with a figure.
MOST_OTHERS = 6
# So many different values of one key are set side by side, the nearest in time.
_WINDOW = 12
# Periods whose ends lie this near, in days, had gone as far.
_AS_FAR = 3
# Counts this many times another are of something wider.
_ALIKE = 2.0
# Counts of one day below this, without a place, are of several events.
_ONE_EVENT = 3
# Small counts agree by chance.
_BY_CHANCE = 10
_SEVERITIES = {
    "agrees": "none",
    "grows": "none",
    "revised": "mild",
    "differs": "strong",
    "miscopied": "strong",
}


@dataclass(frozen=True, slots=True)
class _Count:
    """A value that is reported for a scope, with the rows that report it."""

    value: float
    days: Days | None
    rows: list[Reported]

    @property
    def first(self) -> Reported:
        return self.rows[0]


def across(
    rows: Iterable[Reported], texts: Mapping[str, object] | None = None
) -> tuple[Check, ...]:
    """What the figures of ``rows`` show beside those of other articles, in the order of ``rows``.

    Figures are compared that share measure, unit, source and place, and whose days overlap: the
    same days and another value is a contradiction (``differs``), the same outlet or speaker later
    giving another is ``revised``, a later day and a higher count ``grows``. ``texts`` tells by id
    which articles carry one text; those are one witness. Time grows as n log n, because of each
    key only the nearest values in time are compared. The order of ``rows`` changes no relation.
    """
    places: dict[int, int] = {}
    groups: dict[Key, list[Reported]] = defaultdict(list)
    for number, row in enumerate(rows):
        if not is_exact(row.figure):
            continue
        key = key_of(row.figure)
        if key is not None:
            groups[key].append(row)
            places[id(row)] = number
    found: list[tuple[int, Check]] = []
    for key, group in groups.items():
        if len(group) > 1:
            found += ((places[id(check.figure)], check) for check in _compared(key, group, texts))
    found.sort(key=lambda each: (each[0], each[1].verdict))
    return tuple(check for _, check in found)


def _compared(
    key: Key, group: Sequence[Reported], texts: Mapping[str, object] | None
) -> Iterator[Check]:
    counts: dict[tuple[float, Days | None], list[Reported]] = {}
    for row in sorted(group, key=_when):
        counts.setdefault((value(row.figure), counted_days(row)), []).append(row)
    ordered = sorted(
        (_Count(known, days, rows) for (known, days), rows in counts.items()), key=_by_time
    )
    others: dict[tuple[int, str], list[Reported]] = defaultdict(list)
    for at, one in enumerate(ordered):
        _agreeing(key, one, others, texts)
        for other in ordered[at + 1 : at + 1 + _WINDOW]:
            verdict = _relation(key, one, other)
            if verdict is None:
                continue
            for each, beside in ((one, other), (other, one)):
                for row in each.rows:
                    listed = others[id(row), verdict]
                    witness = _other_article(row, beside.rows, texts)
                    if witness is not None and len(listed) < MOST_OTHERS:
                        listed.append(witness)
    for one in ordered:
        for row in one.rows:
            for verdict in _SEVERITIES:
                beside_it = others.get((id(row), verdict))
                if beside_it:
                    yield _check(row, verdict, beside_it)


def _check(row: Reported, verdict: str, others: Sequence[Reported]) -> Check:
    return Check(
        "reports",
        verdict,
        row,
        tuple(others),
        value(others[0].figure),
        value(row.figure),
        _SEVERITIES[verdict],
    )


def _when(row: Reported) -> tuple[str, str, int]:
    return row.published or "", row.article, row.figure.start


def _by_time(count: _Count) -> tuple[Days, float, str]:
    return count.days or (0, 0), count.value, count.first.article


def _text_of(row: Reported, texts: Mapping[str, object] | None) -> object:
    return row.article if texts is None else texts.get(row.article, row.article)


def _other_article(
    row: Reported, rows: Sequence[Reported], texts: Mapping[str, object] | None
) -> Reported | None:
    """The first of ``rows`` that another text carries."""
    own = _text_of(row, texts)
    return next((each for each in rows if _text_of(each, texts) != own), None)


def _agreeing(
    key: Key,
    one: _Count,
    others: dict[tuple[int, str], list[Reported]],
    texts: Mapping[str, object] | None,
) -> None:
    """Tells each row of a count the other texts that give it, each text once."""
    if one.value < _BY_CHANCE or (one.days is None and not key.source):
        return
    witnesses: dict[object, Reported] = {}
    for row in one.rows:
        witnesses.setdefault(_text_of(row, texts), row)
    if len(witnesses) < 2:
        return
    few = list(witnesses.items())[: MOST_OTHERS + 1]
    for row in one.rows:
        own = _text_of(row, texts)
        beside = [each for text, each in few if text != own][:MOST_OTHERS]
        others[id(row), "agrees"] += beside


def _relation(key: Key, one: _Count, other: _Count) -> str | None:
    """How two counts of a key stand to each other; ``one`` begins no later than ``other``."""
    if one.value == other.value:
        return None
    if one.days is None or other.days is None:
        slip = key.source and miscopied(one.value, other.value, same_days=False)
        return "miscopied" if slip and one.days is other.days else None
    if one.days[0] != other.days[0] or not (key.source or key.place):
        return None
    if abs(one.days[1] - other.days[1]) > _AS_FAR:
        return _later(key, one, other)
    if miscopied(one.value, other.value, same_days=True):
        return "miscopied"
    if around(one.first.figure).meets(around(other.first.figure)):
        return "agrees" if one.value >= _BY_CHANCE else None
    if not key.place and one.days[1] - one.days[0] < _ONE_EVENT:
        return None
    if not 1 / _ALIKE <= one.value / max(other.value, 1e-9) <= _ALIKE:
        return None
    if _grew(key, one, other):
        return "grows"
    return "revised" if _same_voice(one.first, other.first) else "differs"


def _grew(key: Key, one: _Count, other: _Count) -> bool:
    """Whether a period that was still running explains the higher count."""
    early, late = sorted((one, other), key=lambda count: (count.days or (0, 0))[1])
    running = (early.days or (0, 0))[1] < (late.days or (0, 0))[1]
    return running and late.value > early.value and key.measure in cues().growing


def _later(key: Key, one: _Count, other: _Count) -> str | None:
    """How a count stands to one of the same beginning whose period had gone further."""
    early, late = sorted((one, other), key=lambda count: (count.days or (0, 0))[1])
    if key.measure not in cues().growing or not key.source:
        return None
    if late.value > early.value:
        return "grows"
    if miscopied(early.value, late.value, same_days=False):
        return "miscopied"
    return "differs" if late.value >= early.value / _ALIKE else None


def _same_voice(one: Reported, other: Reported) -> bool:
    """Whether one outlet prints, or one speaker says, both."""
    days = (one.published or "")[:10], (other.published or "")[:10]
    if not all(days) or days[0] == days[1]:
        return False
    outlet = one.outlet is not None and one.outlet == other.outlet
    speaker = one.figure.speaker is not None and one.figure.speaker == other.figure.speaker
    return outlet or speaker
