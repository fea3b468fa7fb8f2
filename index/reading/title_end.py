"""Where the title of another article ends that stands inside a paragraph, and the article goes on.

Nothing marks that place, so it is weighed: every word behind the marker with which the article
might go on has a few observable properties, the weights of title_end.yaml make them a probability,
and the end is put where the expected harm is least; to cut a word of the article is many times
the harm of leaving a word of the title.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.reading.title_features import Known, features
from index.reading.title_words import candidates, tokens_of
from index.rules import RuleError, check_keys, load_rules, packaged

_FILE = "title_end.yaml"
# How much of the article before and behind is searched for the names of a candidate.
_KNOWN = 2000
_LIKELY = 0.1


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each property, and how many times worse a cut word is than one left."""

    weights: dict[str, float]
    harm: float


@cache
def weights() -> Weights:
    """The packaged weights.

    Raises:
        RuleError: a weight is no number.
    """
    file = load_rules(packaged("index.reading", _FILE))
    check_keys(_FILE, file, required=("harm", "weights"))
    for name, weight in (("harm", file["harm"]), *file["weights"].items()):
        if not isinstance(weight, int | float):
            raise RuleError(_FILE, file.line, f"the weight of {name!r} must be a number")
    return Weights(
        {name: float(weight) for name, weight in file["weights"].items()}, float(file["harm"])
    )


def title_end(text: str, start: int, limit: int, marker: int) -> int:
    """The end of the title that begins at ``start`` of ``text``, not behind ``limit``.

    ``marker`` is where the words that announce the title begin. The end is ``start`` itself where
    nothing is certain enough to be cut.
    """
    tokens = tokens_of(text, start, limit)
    found = candidates(tokens, text, limit)
    if not found:
        return start
    known = Known.of(text[max(0, marker - _KNOWN) : marker], text[limit : limit + _KNOWN])
    table = weights().weights
    scores = [
        sum([table.get(name, 0.0) for name in features(tokens, number, known)]) for number in found
    ]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    ends = [tokens[number].start if number < len(tokens) else limit for number in found]
    return _least_harm(start, ends, odds)


def _least_harm(start: int, ends: Sequence[int], odds: Sequence[float]) -> int:
    """The end with the least expected harm, the cut words of the article weighing ``harm``."""
    harm = weights().harm
    total = sum(odds)
    # A place between two likely ends is itself no end, however cheap it would be.
    likely = [end for end, odd in zip(ends, odds, strict=True) if odd / total >= _LIKELY]

    def expected(end: int) -> float:
        return sum(
            odd / total * (harm * (end - true) if end > true else true - end)
            for true, odd in zip(ends, odds, strict=True)
        )

    return min((start, *likely), key=expected)
