"""The word lists of words.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from index.rules import RuleError, check_keys, load_rules, packaged

_FILE = "words.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of lower-case words; the file says what each is for."""

    particles: frozenset[str]
    openers: frozenset[str]
    no_places: frozenset[str]
    roles: frozenset[str]
    headline: frozenset[str]
    compounds: frozenset[str]
    units: frozenset[str]
    writers: frozenset[str]
    labels: frozenset[str]
    speaking: frozenset[str]
    reached: frozenset[str]
    everyday: frozenset[str]


@cache
def words() -> Words:
    """The packaged word lists.

    Raises:
        RuleError: a list is missing, is unknown, or holds what is no word.
    """
    file = load_rules(packaged("index.reading", _FILE))
    keys = tuple(name for name in Words.__dataclass_fields__ if name != "everyday")
    check_keys(_FILE, file, required=(*keys, "everyday"))
    for key in keys:
        if not isinstance(file[key], list) or not all(isinstance(word, str) for word in file[key]):
            raise RuleError(_FILE, file.line, f"{key!r} must be a list of words")
    if not isinstance(file["everyday"], str):
        raise RuleError(_FILE, file.line, "'everyday' must be a string of words")
    lists = {key: frozenset(file[key]) for key in keys}
    return Words(**lists, everyday=frozenset(file["everyday"].split()))
