"""A small learned judge of capitalised runs that no rule explains: does a person's name stand here?

A linear model over hashed features of the words and of what stands beside them, trained offline by
tests/bench/train_names.py. It only ever adds to the rules: a run it takes has the cue ``learned``.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from index.entities.marks import Marks
from index.entities.vocabulary import vocabulary
from index.rules import packaged

# Features are hashed into so many weights, each one signed byte in the file.
BUCKETS = 1 << 17
FILE = "names.model"
SCALE = 16.0
# A run with so much speaking for it is taken; chosen on annotated articles for precision.
LEAST_SCORE = 0.0
# In a list beside a name less will do.
LISTED_SCORE = -2.0


@cache
def weights() -> memoryview:
    """The weights that are packed with the program, read once."""
    data = packaged("index.entities", "lexicon").joinpath(FILE).read_bytes()
    return memoryview(zlib.decompress(data)).cast("b")


def score(marks: Marks, start: int, end: int) -> float:
    """How much speaks for a person's name in tokens ``start:end``: log odds, 0 is even."""
    return _weighed(features(marks, start, end))


def word_score(marks: Marks, start: int, end: int) -> float:
    """How much the words of a run alone speak for a name."""
    return _weighed(word_features(marks, start, end))


def _weighed(found: Iterable[str]) -> float:
    table, crc32 = weights(), zlib.crc32
    return sum([table[crc32(each.encode()) & (BUCKETS - 1)] for each in found]) / SCALE


def bucket(feature: str) -> int:
    """The weight that a feature is hashed to."""
    return zlib.crc32(feature.encode()) & (BUCKETS - 1)


def features(marks: Marks, start: int, end: int) -> Iterator[str]:
    """What the model is told of a run: its words, their letters, and its neighbours."""
    return chain(word_features(marks, start, end), context_features(marks, start, end))


def word_features(marks: Marks, start: int, end: int) -> Iterator[str]:
    """The words of a run, the letters they begin and end with, and whether lists have them."""
    tokens, words = marks.tokens, vocabulary()
    keys = [tokens.keys[i] for i in range(start, end) if tokens.words[i][0].isalnum()]
    yield f"n={min(len(keys), 5)}"
    kinds = []
    for at, key in enumerate(keys):
        place = "f" if at == 0 else "l" if at == len(keys) - 1 else "m"
        yield f"w={key}"
        yield f"{place}w={key}"
        for size in (2, 3, 4):
            if len(key) > size:
                yield f"p={key[:size]}"
                yield f"s={key[-size:]}"
                yield f"{place}s={key[-size:]}"
        kind = (
            "g" if key in words.given
            else "i" if len(key) == 1
            else "c" if key in words.common
            else "x"
        )  # fmt: skip
        kinds.append(kind)
    yield "k=" + "".join(kinds)
    yield "k0=" + kinds[0] if kinds else "k0="


def context_features(marks: Marks, start: int, end: int) -> Iterator[str]:
    """The two words on each side of a run, and whether it opens the sentence."""
    tokens = marks.tokens
    before, after = tokens.key(start - 1), tokens.key(end)
    earlier, later = tokens.key(start - 2), tokens.key(end + 1)
    yield "b=" + _shape(marks, start - 1, before)
    yield "a=" + _shape(marks, end, after)
    yield f"bb={earlier} {before}"
    yield f"aa={after} {later}"
    yield f"b2={earlier}"
    yield f"a2={later}"
    yield f"ba={before} {after}"
    yield "as=" + after[:2] + str(min(len(after), 6))
    yield "o=" + str(tokens.initial[start])


def _shape(marks: Marks, at: int, key: str) -> str:
    """A neighbour as it counts: its key, or only its kind where it is a name itself."""
    if not 0 <= at < len(marks.tokens):
        return ""
    if marks.name[at]:
        return "<name>"
    if marks.office[at]:
        return "<office>"
    if marks.agency(at) is not None:
        return "<agency>"
    if marks.site(at) is not None:
        return "<place>"
    return "<number>" if key.isdigit() else key
