"""cues.yaml: the words by which counts hang together, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from index.figures.measures import measures
from index.language.patterns import alternatives
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "cues.yaml"
_WORDS = (
    "partition",
    "subset",
    "total",
    "rest",
    "more",
    "equals",
    "rise",
    "fall",
    "against",
    "became",
)

_MEASURES = ("outcomes", "single", "compared", "growing")


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of cues.yaml; each pattern matches one of them as whole words, in any case."""

    partition: re.Pattern[str]
    subset: re.Pattern[str]
    total: re.Pattern[str]
    rest: re.Pattern[str]
    more: re.Pattern[str]
    equals: re.Pattern[str]
    rise: re.Pattern[str]
    fall: re.Pattern[str]
    against: re.Pattern[str]
    became: re.Pattern[str]
    apart: tuple[frozenset[str], ...]
    outcomes: frozenset[str]
    single: frozenset[str]
    compared: frozenset[str]
    growing: frozenset[str]
    generic: frozenset[str]
    country: frozenset[str]


@cache
def cues() -> Cues:
    """cues.yaml, read once.

    Raises:
        RuleError: a key is missing or unknown, words are no text, or a measure is none.
    """
    entry = load_rules(packaged("index.checks", _FILE))
    check_keys(_FILE, entry, (*_WORDS, "apart", *_MEASURES, "generic", "country"))
    groups: Any = entry["apart"]
    if not isinstance(groups, list) or not all(isinstance(group, list) for group in groups):
        raise RuleError(_FILE, entry.line, "'apart' must be lists of measures")
    apart = tuple(_measures(entry, group) for group in groups)
    held: dict[str, Any] = {key: _pattern(_words(entry, key)) for key in _WORDS}
    held |= {key: _measures(entry, _words(entry, key)) for key in _MEASURES}
    return Cues(
        **held,
        apart=apart,
        generic=frozenset(word.lower() for word in _words(entry, "generic")),
        country=frozenset(_words(entry, "country")),
    )


def _words(entry: Entry, key: str) -> list[str]:
    value: Any = entry[key]
    if not isinstance(value, str):
        raise RuleError(_FILE, entry.line, f"{key!r} must be words with commas between them")
    return [word for part in value.split(",") if (word := " ".join(part.split()))]


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.I)


def _measures(entry: Entry, names: list[str]) -> frozenset[str]:
    unknown = set(names) - measures().keys
    if unknown:
        raise RuleError(_FILE, entry.line, f"no measure: {', '.join(sorted(unknown))}")
    return frozenset(names)
