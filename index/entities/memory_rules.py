"""When the archive's memory of names is believed: lexicon/memory.yaml, and an archive's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "memory.yaml"


@dataclass(frozen=True, slots=True)
class Recall:
    """How cues must have given a name away: in ``texts`` by several ``kinds`` of them.

    Or ``often`` by one; ``share`` is that of the texts which take it for a person among all;
    ``case`` the highest share of those which give the person a part in a case.
    """

    texts: int
    kinds: int
    often: int
    share: float
    case: float


@dataclass(frozen=True, slots=True)
class Filing:
    """How many texts of how many days around an article must agree on a full name."""

    texts: int
    share: float
    days: int


@dataclass(frozen=True, slots=True)
class MemoryRules:
    """What is recalled and filed; None is off."""

    recall: Recall | None
    filing: Filing | None


@dataclass(frozen=True, slots=True)
class MemoryWords:
    """The lists of memory.yaml: cues that names are learned by, offices that one person holds."""

    cues: frozenset[str]
    offices: frozenset[str]
    known_alone: frozenset[str]


def memory_rules(own: Path | None = None) -> MemoryRules:
    """The packaged rules, with what the file ``own`` of an archive says otherwise, if it is there.

    Raises:
        RuleError: a file cannot be read, or holds what is no such rule.
    """
    data = _packaged()
    made = MemoryRules(_recall(_FILE, data), _filing(_FILE, data))
    if own is None or not own.exists():
        return made
    other = load_rules(own)
    check_keys(own.name, other, (), ("recall", "filing"))
    return MemoryRules(
        _recall(own.name, other) if "recall" in other else made.recall,
        _filing(own.name, other) if "filing" in other else made.filing,
    )


@cache
def memory_words() -> MemoryWords:
    """The lists that are packed with the program, read once.

    Raises:
        RuleError: a list is none, or an office of ``known_alone`` stands not among the offices.
    """
    data = _packaged()
    made = MemoryWords(_words(data, "cues"), _words(data, "offices"), _words(data, "known_alone"))
    if unknown := made.known_alone - made.offices:
        raise RuleError(_FILE, data.line, f"{min(unknown)!r} stands not in 'offices'")
    return made


def _packaged() -> Entry:
    source: Traversable = packaged("index.entities", f"lexicon/{_FILE}")
    data = load_rules(source)
    check_keys(_FILE, data, ("recall", "filing", "cues", "offices", "known_alone"))
    return data


def _recall(file: str, data: Entry) -> Recall | None:
    entry = _part(file, data, "recall", ("texts", "kinds", "often", "share", "case"))
    if entry is None:
        return None
    texts, kinds, often = (_number(file, entry, key) for key in ("texts", "kinds", "often"))
    return Recall(texts, kinds, often, _share(file, entry), _share(file, entry, "case"))


def _filing(file: str, data: Entry) -> Filing | None:
    entry = _part(file, data, "filing", ("texts", "share", "days"))
    if entry is None:
        return None
    return Filing(_number(file, entry, "texts"), _share(file, entry), _number(file, entry, "days"))


def _part(file: str, data: Entry, key: str, keys: tuple[str, ...]) -> Entry | None:
    entry = data[key]
    if entry is False:
        return None
    if not isinstance(entry, Entry):
        raise RuleError(file, data.line, f"{key!r} must be off, or say {', '.join(keys)}")
    check_keys(file, entry, keys)
    return entry


def _number(file: str, entry: Entry, key: str) -> int:
    value = entry[key]
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise RuleError(file, entry.line, f"{key!r} must be a whole number from 1 on")
    return value


def _share(file: str, entry: Entry, key: str = "share") -> float:
    value = entry[key]
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise RuleError(file, entry.line, f"{key!r} must be a number from 0 to 1")
    return float(value)


def _words(data: Entry, key: str) -> frozenset[str]:
    values = data[key]
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RuleError(_FILE, data.line, f"{key!r} must be a list of words")
    return frozenset(values)
