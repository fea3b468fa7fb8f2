"""What happened to what is counted: the measure of a figure, by the cue words of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from index.article import Reason, Span
from index.entities.cues import Cue, CueIndex
from index.figures.clauses import Anatomy, form_of
from index.figures.relation import STRONGEST, Phrase, strength
from index.figures.resources import listed, rules
from index.figures.scenes import Scene, scenes
from index.rules import Entry, RuleError, check_keys

_FILE = "measures.yaml"
CLASSES = frozenset(
    ["person", "case", "document", "action", "thing", "place", "money", "percent", "time", "other"]
)
# A cue whose score stays below this says too little.
LEAST = 0.55
# The keys that need no cue of their own.
_FREE = frozenset({"money", "other"})
_FORMS = frozenset({"role", "active", "passive", "deed", "state", "shift"})
# A noun of these forms may carry the clitic of its owner: "korbannya", "pemulangannya".
_OWNED = frozenset({"role", "deed"})


@dataclass(frozen=True, slots=True)
class MeasureCue:
    """A cue word's measure, weight, form (clauses.py), the classes of units it is for.

    ``agent`` is the measure of whoever does it, ``needs`` are words of which the sentence must have
    one, ``scene`` is what the article must tell of.
    """

    measure: str
    weight: float
    units: frozenset[str]
    form: str
    agent: str | None = None
    needs: tuple[str, ...] = ()
    scene: str | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """measures.yaml: the cues, and the measure of a class of units without any."""

    cues: CueIndex[tuple[MeasureCue, ...]]
    defaults: dict[str, str]
    keys: frozenset[str]
    # What happens to people alone: nouns that units.yaml does not know are people there.
    human: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The measure of a figure, how sure it is (0: by its class alone), and from which words."""

    measure: str
    certainty: float
    words: Span | None = None

    @property
    def reason(self) -> Reason | None:
        """Why the measure is what it is, where this part of the article says so."""
        return Reason("measure", *self.words) if self.words else None


@cache
def measures() -> Measures:
    """measures.yaml, read once.

    Raises:
        RuleError: a key is missing or unknown, a unit is no class of units, or a form none.
    """
    entry = rules(_FILE, ("measures", "defaults", "human"))
    table = _entry(entry, "measures")
    keys = frozenset(table) | _FREE
    phrases: dict[str, tuple[MeasureCue, ...]] = {}
    for name, measure in table.items():
        if not isinstance(measure, Entry):
            raise RuleError(_FILE, table.line, f"{name!r} must have units and cues")
        check_keys(_FILE, measure, ("units", "cues"))
        for cue in measure["cues"]:
            if not isinstance(cue, Entry):
                raise RuleError(_FILE, measure.line, f"a cue of {name!r} is no mapping")
            check_keys(_FILE, cue, ("cue", "weight"), ("units", "form", "agent", "needs", "scene"))
            for phrase in listed(_FILE, cue, "cue"):
                made = _cue(name, phrase, cue, measure, keys)
                owned = made.form in _OWNED and phrase[-1].islower()
                for form in (phrase, f"{phrase}nya") if owned else (phrase,):
                    phrases[form] = (*phrases.get(form, ()), made)
    defaults = {key: str(value) for key, value in _entry(entry, "defaults").items()}
    if defaults.keys() != CLASSES:
        raise RuleError(_FILE, entry.line, f"defaults must have {', '.join(sorted(CLASSES))}")
    human = frozenset(listed(_FILE, entry, "human"))
    if not human <= keys:
        raise RuleError(_FILE, entry.line, f"no measure: {', '.join(sorted(human - keys))}")
    return Measures(CueIndex(phrases.items()), defaults, keys, human)


def _cue(name: str, phrase: str, cue: Entry, measure: Entry, keys: frozenset[str]) -> MeasureCue:
    form = str(cue.get("form", form_of(phrase)))
    agent, scene = cue.get("agent"), cue.get("scene")
    if form not in _FORMS:
        raise RuleError(_FILE, cue.line, f"no form of a cue: {form!r}")
    if agent is not None and agent not in keys:
        raise RuleError(_FILE, cue.line, f"no measure: {agent!r}")
    if scene is not None and scene not in scenes().names:
        raise RuleError(_FILE, cue.line, f"no scene: {scene!r}")
    needs = tuple(word.lower() for word in listed(_FILE, cue, "needs")) if "needs" in cue else ()
    units = _classes(cue if "units" in cue else measure)
    return MeasureCue(name, _weight(cue), units, form, agent, needs, scene)


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


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with what was read in it once: its text in lower case, verbs, bounds and cues."""

    lower: str
    span: Span
    anatomy: Anatomy
    cues: Sequence[Cue[tuple[MeasureCue, ...]]]
    scene: Scene


def measure_of(
    told: Told, phrase: Phrase, kind: str, others: Sequence[Span], only: str | None = None
) -> Reading:
    """The measure of the count at ``phrase`` with a unit of class ``kind``.

    ``others`` are the other counts of the sentence. The strongest cue wins that is for units of
    this class (``only``: of this measure); without one it is the default of the class, at 0.
    """
    best, words, best_score = told.scene.default(kind, measures().defaults[kind]), None, 0.0
    for cue in told.cues:
        span = (cue.start, cue.end)
        for entry in cue.payload:
            if kind not in entry.units or (only is not None and entry.measure != only):
                continue
            if STRONGEST * entry.weight <= best_score or not _meant(told, entry):
                continue
            near, agent = strength(told.lower, phrase, span, entry.form, told.anatomy, others)
            measure = entry.measure
            agent = agent or _done_by(told, phrase, span, entry)
            if agent and entry.agent is not None:
                measure, near = entry.agent, max(near, _doing(told, phrase, span))
            score = entry.weight * near
            if score > max(best_score, LEAST):
                best, words, best_score = measure, span, score
    return Reading(best, best_score, words)


def _done_by(told: Told, phrase: Phrase, cue: Span, entry: MeasureCue) -> bool:
    """Whether a count right behind an offence in *di-* commits it (*Budi dibacok tiga pria*)."""
    beside = 0 <= phrase.start - cue[1] <= 1 and cue[0] > told.span[0]
    return beside and entry.form == "passive" and entry.agent is not None


def _doing(told: Told, phrase: Phrase, cue: Span) -> float:
    """How surely who is counted does what the cue says: 1.5 in the same clause, less far away."""
    gap = (cue[1], phrase.start) if cue[0] < phrase.start else (phrase.end, cue[0])
    verbs = told.anatomy.verbs_in(*gap)
    return 1.5 - told.anatomy.parted(*gap) - 0.3 * verbs - 0.004 * (gap[1] - gap[0])


def _meant(told: Told, cue: MeasureCue) -> bool:
    if cue.scene is not None and not told.scene.tells_of(cue.scene):
        return False
    return not cue.needs or any(told.lower.find(word, *told.span) >= 0 for word in cue.needs)
