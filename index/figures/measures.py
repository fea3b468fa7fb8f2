"""What happened to what is counted: the measure of a figure, by the cue words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from index.article import Span
from index.entities.cues import Cue, CueIndex
from index.figures.resources import listed, rules, worded
from index.rules import Entry, RuleError, check_keys

_FILE = "measures.yaml"
# A cue so near behind another figure tells of that one (*3 tewas dan 5 luka-luka*).
_TAIL = 25
_BREAK = re.compile(r"(?<!\w)(?:dan|serta|sementara|sedangkan|namun|tetapi)(?!\w)", re.I)
CLASSES = frozenset(
    ["person", "case", "document", "action", "thing", "place", "money", "percent", "time", "other"]
)
# A cue whose score stays below this says too little.
_LEAST = 0.55
# The keys that need no cue of their own.
_FREE = frozenset({"money", "other"})


@dataclass(frozen=True, slots=True)
class MeasureCue:
    """A cue word's measure, weight, the classes of units it is for, and its place in the file."""

    measure: str
    weight: float
    units: frozenset[str]
    rank: int


@dataclass(frozen=True, slots=True)
class Measures:
    """measures.yaml: the cues, and the measure of a class of units without any."""

    cues: CueIndex[MeasureCue]
    defaults: dict[str, str]
    keys: frozenset[str]
    transitive: frozenset[str]


@cache
def measures() -> Measures:
    """measures.yaml, read once.

    Raises:
        RuleError: a key is missing or unknown, or a unit is no class of units.
    """
    entry = rules(_FILE, ("measures", "defaults", "transitive"))
    phrases: list[tuple[str, MeasureCue]] = []
    table = _entry(entry, "measures")
    for rank, (name, measure) in enumerate(table.items()):
        if not isinstance(measure, Entry):
            raise RuleError(_FILE, table.line, f"{name!r} must have units and cues")
        check_keys(_FILE, measure, ("units", "cues"))
        units = _classes(measure)
        for cue in measure["cues"]:
            if not isinstance(cue, Entry):
                raise RuleError(_FILE, measure.line, f"a cue of {name!r} is no mapping")
            check_keys(_FILE, cue, ("cue", "weight"), ("units",))
            own = _classes(cue) if "units" in cue else units
            phrases.append((str(cue["cue"]), MeasureCue(name, _weight(cue), own, rank)))
    defaults = {key: str(value) for key, value in _entry(entry, "defaults").items()}
    if defaults.keys() != CLASSES:
        raise RuleError(_FILE, entry.line, f"defaults must have {', '.join(sorted(CLASSES))}")
    transitive = frozenset(worded(_FILE, entry, "transitive"))
    return Measures(CueIndex(phrases), defaults, frozenset(table) | _FREE, transitive)


def _entry(entry: Entry, key: str) -> Entry:
    value = entry[key]
    if not isinstance(value, Entry):
        raise RuleError(_FILE, entry.line, f"{key!r} must be a mapping")
    return value


def _classes(entry: Entry) -> frozenset[str]:
    units = frozenset(listed(_FILE, entry, "units"))
    if not units <= CLASSES:
        raise RuleError(_FILE, entry.line, f"no class of units: {', '.join(units - CLASSES)}")
    return units


def _weight(entry: Entry) -> float:
    weight: Any = entry["weight"]
    if not isinstance(weight, int | float) or not 0 < weight <= 5:
        raise RuleError(_FILE, entry.line, "a weight is a number above 0, 5 at most")
    return float(weight)


def measure_of(
    text: str,
    figure: Span,
    phrase_end: int,
    kind: str,
    cues: Sequence[Cue[MeasureCue]],
    others: Sequence[Span],
) -> tuple[str, float]:
    """The measure of the figure at ``figure`` with a unit of class ``kind``, and how sure it is.

    ``cues`` are those of its sentence, ``phrase_end`` is where its noun phrase ends, ``others``
    the other figures of the sentence. A cue counts more the nearer it is; inside the noun phrase
    most, after another figure or a comma less. Without a cue: the default of the class, at 0.
    """
    best, best_score = measures().defaults[kind], 0.0
    for cue in cues:
        entry = cue.payload
        if kind not in entry.units:
            continue
        score = entry.weight * _nearness(text, figure, phrase_end, cue, others)
        if score > max(best_score, _LEAST):
            best, best_score = entry.measure, score
    return best, best_score


def _nearness(
    text: str, figure: Span, phrase_end: int, cue: Cue[MeasureCue], others: Sequence[Span]
) -> float:
    start, _end = figure
    if start <= cue.start < phrase_end:
        return 2.4
    if cue.start < start <= cue.end:
        return 2.0
    if cue.start < start:
        gap_start, gap_end, near = cue.end, start, 1.8
    else:
        gap_start, gap_end, near = phrase_end, cue.start, 1.6
        if text[cue.start : cue.end].split()[0].lower() in measures().transitive:
            near = 0.7
    between = sum(1 for other in others if gap_start <= other[0] and other[1] <= gap_end)
    if any(other[0] <= cue.start < other[1] for other in others):
        # It names what another figure counts.
        near -= 0.9
    gap = text[max(0, gap_start) : max(gap_start, gap_end)]
    breaks = len(_BREAK.findall(gap))
    parted = breaks or "," in gap
    if parted and cue.start < start and any(0 <= cue.start - o[1] <= _TAIL for o in others):
        near -= 1.2
    near -= 0.006 * len(gap) + 0.35 * between + 0.15 * gap.count(",") + 0.25 * breaks
    return max(near, 0.1)
