"""Figures of several articles that count the same, set side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.check import Check
from index.checks.cues import cues
from index.checks.miscopied import miscopied, signs_of_slip
from index.checks.recounted import recounted
from index.checks.scope import Days, Key, counted_days, key_of
from index.checks.values import Range, around, is_exact, value
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
    "redated": "mild",
    "renamed": "mild",
    "differs": "strong",
    "miscopied": "strong",
}


@dataclass(slots=True)
class _Count:
    """A value that is reported for some days, the rows that report it, and the counts of the same
    key that stand in some relation to it, by relation."""

    value: float
    days: Days | None
    rows: list[Reported]
    range: Range
    beside: dict[str, list[_Count]]

    @property
    def first(self) -> Reported:
        return self.rows[0]


def across(
    rows: Iterable[Reported], texts: Mapping[str, object] | None = None
) -> tuple[Check, ...]:
    """What the figures of ``rows`` show beside those of other articles, in the order of ``rows``.

    Figures are compared that share measure, unit, source and place, and whose days overlap: the
    same days and another value is a contradiction (``differs``), the same outlet or speaker later
    giving another is ``revised``, a later day and a higher count ``grows``; the same telling number
    for other days is ``redated``, of other things ``renamed``. ``texts`` tells by id
    which articles carry one text; those are one witness. Time grows as n log n, because of each
    key only the nearest values in time are compared. The order of ``rows`` changes no relation.
    """
    places: dict[int, int] = {}
    groups: dict[Key, list[Reported]] = defaultdict(list)
    rows = list(rows)
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
    for verdict, one, other in recounted(rows):
        if _text_of(one, texts) != _text_of(other, texts):
            found.append((places[id(one)], _check(one, verdict, [other])))
            found.append((places[id(other)], _check(other, verdict, [one])))
    found.sort(key=lambda each: (each[0], each[1].verdict))
    return tuple(check for _, check in found)


def _compared(
    key: Key, group: Sequence[Reported], texts: Mapping[str, object] | None
) -> Iterator[Check]:
    counts: dict[tuple[float, Days | None], _Count] = {}
    for row in sorted(group, key=_when):
        known = value(row.figure), counted_days(row)
        if known in counts:
            counts[known].rows.append(row)
        else:
            counts[known] = _Count(*known, [row], around(row.figure), {})
    ordered = sorted(counts.values(), key=_by_time)
    if key.source or key.place:
        for verdict, one, other in (*_in_time(key, ordered), *_slips(key, ordered)):
            one.beside.setdefault(verdict, []).append(other)
            other.beside.setdefault(verdict, []).append(one)
    for one in ordered:
        agreeing = _witnesses(one, texts) if _is_telling(key, one) else []
        for row in one.rows if agreeing or one.beside else ():
            yield from _checks_of(row, one, agreeing, texts)


def _checks_of(
    row: Reported,
    one: _Count,
    agreeing: Sequence[Reported],
    texts: Mapping[str, object] | None,
) -> Iterator[Check]:
    own = _text_of(row, texts)
    for verdict in _SEVERITIES:
        others = list(agreeing) if verdict == "agrees" else []
        for other in one.beside.get(verdict, ())[:MOST_OTHERS]:
            witness = next((each for each in other.rows if _text_of(each, texts) != own), None)
            if witness is not None:
                others.append(witness)
        others = [each for each in others if _text_of(each, texts) != own][:MOST_OTHERS]
        if others:
            yield _check(row, verdict, others)


def _is_telling(key: Key, one: _Count) -> bool:
    """Whether the same value in another article is no chance."""
    return one.value >= _BY_CHANCE and (one.days is not None or bool(key.source))


def _witnesses(one: _Count, texts: Mapping[str, object] | None) -> list[Reported]:
    """The rows of a count, one of each text, no more than are named."""
    found: dict[object, Reported] = {}
    for row in one.rows:
        found.setdefault(_text_of(row, texts), row)
        if len(found) > MOST_OTHERS:
            break
    return list(found.values()) if len(found) > 1 else []


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


def _by_time(count: _Count) -> tuple[tuple[int, int], float, str]:
    return count.days or (0, 0), count.value, count.first.article


def _text_of(row: Reported, texts: Mapping[str, object] | None) -> object:
    return row.article if texts is None else texts.get(row.article, row.article)


def _in_time(key: Key, ordered: Sequence[_Count]) -> Iterator[tuple[str, _Count, _Count]]:
    """The relations of counts whose days begin together; the second goes on no less far."""
    for at, one in enumerate(ordered):
        if one.days is None:
            continue
        for other in ordered[at + 1 : at + 1 + _WINDOW]:
            if other.days is None or one.days[0] != other.days[0]:
                break
            verdict = _relation(key, one, one.days, other, other.days)
            if verdict is not None:
                yield verdict, one, other


def _relation(key: Key, one: _Count, days: Days, other: _Count, others: Days) -> str | None:
    grew = other.value > one.value and key.measure in cues().growing
    if others[1] - days[1] > _AS_FAR:
        return _later(key, one, other, grew=grew)
    if miscopied(one.value, other.value):
        return "miscopied"
    if one.range.meets(other.range):
        return "agrees" if one.value >= _BY_CHANCE and one.value != other.value else None
    if not key.place and days[1] - days[0] < _ONE_EVENT:
        return None
    if not 1 / _ALIKE <= one.value / max(other.value, 1e-9) <= _ALIKE:
        return None
    if grew and others[1] > days[1]:
        return "grows"
    return "revised" if _same_voice(one.first, other.first) else "differs"


def _later(key: Key, one: _Count, other: _Count, *, grew: bool) -> str | None:
    """How a count stands to ``other``, whose period had gone further."""
    if key.measure not in cues().growing or not key.source:
        return None
    if grew:
        return "grows"
    return "differs" if one.value > other.value >= one.value / _ALIKE else None


def _slips(key: Key, counts: Sequence[_Count]) -> Iterator[tuple[str, _Count, _Count]]:
    """Counts that differ by their first digit or by a separator, and may be of the same days."""
    if not key.source:
        return
    alike: dict[str, list[_Count]] = defaultdict(list)
    for one in counts:
        for sign in signs_of_slip(one.value):
            for other in alike[sign][-_WINDOW:]:
                if one.value != other.value and _may_be_of_one_time(one, other):
                    yield "miscopied", other, one
            alike[sign].append(one)


def _may_be_of_one_time(one: _Count, other: _Count) -> bool:
    """Whether both or none have days, and these overlap but are not the same: those are compared
    more closely."""
    if one.days is None or other.days is None:
        return one.days is other.days
    overlap = one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
    together = one.days[0] == other.days[0] and abs(one.days[1] - other.days[1]) <= _AS_FAR
    return overlap and not together


def _same_voice(one: Reported, other: Reported) -> bool:
    """Whether one outlet prints, or one speaker says, both."""
    days = (one.published or "")[:10], (other.published or "")[:10]
    if not all(days) or days[0] == days[1]:
        return False
    outlet = one.outlet is not None and one.outlet == other.outlet
    speaker = one.figure.speaker is not None and one.figure.speaker == other.figure.speaker
    return outlet or speaker
