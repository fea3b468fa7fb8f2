"""The anatomy of a sentence as far as a count needs it: its verbs and the bounds of its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.figures.resources import rules, worded
from index.language.patterns import alternatives

_FILE = "clauses.yaml"
_KEYS = (
    "roles", "intransitive", "bare", "nominal", "light", "links", "copulas", "concerning", "agents",
    "subordinate", "coordinate", "relative", "related",
    "prepositions", "levels", "undergoing",
)  # fmt: skip
# What a bound between two words takes from what the one says of the other.
_STRONG, _WEAK, _COMMA, _BRACKET = 0.55, 0.25, 0.15, 0.1
_MARKS = {",": _COMMA, ";": _STRONG, "(": _BRACKET, "–": _BRACKET, "—": _BRACKET, "\n": _STRONG}
_ACTIVE = re.compile(r"me(?:m|n|ng|ny|l|r|w|y)\w{3,}")
_ABSTRACT = re.compile(r"(?:pe|ke|per)\w{3,}an(?:nya)?")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words of clauses.yaml, in lower case."""

    roles: frozenset[str]
    intransitive: frozenset[str]
    bare: frozenset[str]
    nominal: frozenset[str]
    light: frozenset[str]
    links: frozenset[str]
    copulas: frozenset[str]
    concerning: frozenset[str]
    agents: frozenset[str]
    related: frozenset[str]
    prepositions: frozenset[str]
    levels: frozenset[str]
    undergoing: frozenset[str]
    scan: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Where a sentence has verbs, and bounds of clauses with what each of them weighs."""

    verbs: tuple[int, ...]
    bounds: tuple[int, ...]
    weights: tuple[float, ...]

    def verbs_in(self, start: int, end: int) -> int:
        """How many verbs that tell of something begin in ``[start, end)``."""
        return bisect_left(self.verbs, end) - bisect_left(self.verbs, start)

    def parted(self, start: int, end: int) -> float:
        """The weight of the bounds of clauses in ``[start, end)``."""
        first = bisect_left(self.bounds, start)
        return sum(self.weights[first : bisect_left(self.bounds, end, first)])

    def broken(self, start: int, end: int) -> bool:
        """Whether another clause begins in ``[start, end)``."""
        first = bisect_left(self.bounds, start)
        return _STRONG in self.weights[first : bisect_left(self.bounds, end, first)]


@cache
def clause_words() -> ClauseWords:
    """clauses.yaml, read once.

    Raises:
        RuleError: a key is missing or unknown, or a value is no text of words.
    """
    entry = rules(_FILE, _KEYS)
    words = {key: frozenset(word.lower() for word in worded(_FILE, entry, key)) for key in _KEYS}
    strong = alternatives(sorted(words["subordinate"]))
    weak = alternatives(sorted(words["coordinate"]))
    relative = alternatives(sorted(words["relative"]))
    return ClauseWords(
        words["roles"], words["intransitive"], words["bare"], words["nominal"], words["light"],
        words["links"], words["copulas"], words["concerning"], words["agents"], words["related"],
        words["prepositions"],
        words["levels"],
        words["undergoing"],
        re.compile(
            rf"[,;(–—\n]|(?<!\w)(?:(?P<strong>{strong})|(?P<weak>{weak})|(?:(?P<relative>{relative})"
            r"\s)?(?P<verb>(?:me[mnlrwy]|di|ber|ter)[a-z]{3,}))(?![\w-])(?!\sini)"
        ),
    )  # fmt: skip


def anatomy_of(lower: str, sentence: Span) -> Anatomy:
    """The verbs and bounds of ``sentence`` in a text in lower case."""
    words = clause_words()
    verbs: list[int] = []
    bounds: list[int] = []
    weights: list[float] = []
    for match in words.scan.finditer(lower, *sentence):
        kind = match.lastgroup
        if kind == "verb":
            # A verb in a relative clause says what the noun is, and parts nothing.
            if not match["relative"] and match["verb"] not in words.light:
                verbs.append(match.start())
            continue
        bounds.append(match.start())
        if kind is None:
            weights.append(_MARKS[match.group()])
        else:
            weights.append(_STRONG if kind == "strong" else _WEAK)
    return Anatomy(tuple(verbs), tuple(bounds), tuple(weights))


def form_of(cue: str) -> str:
    """How the words of a cue tell of a number, by the first of them.

    ``role`` (*tersangka*), ``active`` (*menangkap*), ``passive`` (*ditangkap*), ``deed``
    (*penangkapan*), else ``state`` (*tewas*).
    """
    words = clause_words()
    first = cue.split()[0].rstrip("*").lower()
    if first in words.roles:
        return "role"
    if first in words.nominal or _ABSTRACT.fullmatch(first):
        return "deed"
    if first in words.bare or (_ACTIVE.fullmatch(first) and first not in words.intransitive):
        return "active"
    if first.startswith("di") and len(first) > 4:
        return "passive"
    return "state"
