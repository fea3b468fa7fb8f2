"""The weights of the properties of a run, learned from annotated sentences (weights.tsv.gz)."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Sequence
from functools import cache

from index.rules import packaged

FILE = "weights.tsv.gz"
# What a run can be: none of it, or more than one thing.
LABELS = ("none", "person", "agency", "place", "mixed")
# Weights are kept as whole hundredths.
SCALE = 100

Row = tuple[float, ...]
Weights = dict[str, Row]


@cache
def weights() -> Weights:
    """The weight of each property for each of ``LABELS``, loaded once."""
    found: Weights = {}
    packed = packaged("index.entities.guessing", FILE).read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").split("\n"):
        name, *values = line.split("\t")
        found[name] = tuple(int(value) / SCALE for value in values)
    return found


def packed(learned: Weights) -> bytes:
    """The content of the file, the same for the same weights."""
    lines = [
        "\t".join((name, *(str(round(value * SCALE)) for value in values)))
        for name, values in sorted(learned.items())
    ]
    return gzip.compress("\n".join(lines).encode("utf-8"), mtime=0)


def rows(known: Weights, properties: Iterable[str]) -> list[Row]:
    """The weights of those ``properties`` that have some, in their order."""
    return [row for row in map(known.get, properties) if row is not None]


def scores(known: Weights, properties: Iterable[str]) -> list[float]:
    """The sum of the weights of ``properties`` for each of ``LABELS``."""
    return summed(rows(known, properties))


def summed(found: Iterable[Row]) -> list[float]:
    """The sum of some weights for each of ``LABELS``."""
    none = person = agency = place = mixed = 0.0
    for row in found:
        # One label after the other: a third of the time that a loop over them takes.
        none += row[0]
        person += row[1]
        agency += row[2]
        place += row[3]
        mixed += row[4]
    return [none, person, agency, place, mixed]


def odds(sums: Sequence[float], label: str) -> float:
    """How much speaks for ``label``: the logarithm of its odds by ``scores``, 0 is even."""
    chance = probabilities(sums)[LABELS.index(label)]
    return math.log(max(chance, 1e-9) / max(1 - chance, 1e-9))


def probabilities(sums: Sequence[float]) -> list[float]:
    """``scores`` as probabilities that add up to 1."""
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    whole = sum(powers)
    return [power / whole for power in powers]
