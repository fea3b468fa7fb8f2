"""Whether two bodies are one report, by their exact shingles and by what tells templates apart.

The thresholds were chosen on pairs read side by side; ``tests/gold/copies.yaml`` holds the verdicts
and ``tests/bench/copies.py`` measures against them.
"""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass

from index.voices.texts import COMPARED, Day, Text

# Shingles in a row that the other body lacks: a sentence or two of its own, not a changed word.
PASSAGE = 12
# The share of a body in such passages that says nothing; a little more is what a paper adds.
NONE_ADDED, LITTLE_ADDED = 0.01, 0.05
# Shared shingles of all shingles. From here on two bodies are one report even if each has some
# passage of its own: the title of another article was left in, paragraphs were exchanged...
REPRINTED, REPRINT_ADDED = 0.80, 0.10
# ... from here on if one of them adds nothing to the other, which adds a paragraph at most...
EDITED, EDIT_ADDED = 0.67, 0.167
# ... and from here on if neither adds anything, and words are changed all over.
REWORDED = 0.50
# Shared shingles of those of the shorter body, where the longer opens in the same way: what was
# cut at the end, the first page of several.
SHORTENED = 0.92
# Shingles that count as the opening, and how many of them must be shared.
OPENING, SAME_OPENING = 30, 0.75
# Shared numbers and dates of those of the body that has fewer: today's gold price is another text.
SAME_NUMBERS, SAME_DAYS = 0.75, 0.50


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two bodies share, each a share from 0 to 1.

    ``jaccard`` is of all shingles, ``containment`` of those of the body that has fewer. ``added``
    is how much of a body stands in passages that the other lacks, the smaller share of the two
    first; ``opening`` is how much of the opening of the longer body stands in the shorter.
    ``numbers`` and ``days`` are 1 where one body has none. ``other_subject`` tells that each body
    keeps naming what the other never names.
    """

    jaccard: float
    containment: float
    added: tuple[float, float]
    opening: float
    numbers: float
    days: float
    other_subject: bool

    @property
    def copies(self) -> bool:
        """Whether the two are one report: reprinted, lightly rewritten, or shortened."""
        if self.numbers < SAME_NUMBERS or self.days < SAME_DAYS or self.other_subject:
            return False
        less, more = self.added
        if self.jaccard >= REPRINTED:
            return less <= REPRINT_ADDED
        if less > NONE_ADDED:
            return False
        if self.containment >= SHORTENED and self.opening >= SAME_OPENING:
            return True
        if more <= LITTLE_ADDED:
            return self.jaccard >= REWORDED
        return self.jaccard >= EDITED and more <= EDIT_ADDED


def likeness(one: Text, other: Text) -> Likeness:
    """Compares two bodies; the order of the two does not matter."""
    first, second = set(one.shingles), set(other.shingles)
    common = first & second
    union, fewer = len(first | second), min(len(first), len(second))
    added = _added(one, common), _added(other, common)
    longer = max(one, other, key=lambda text: (len(text.shingles), text.digest))
    opening = longer.shingles[:OPENING]
    return Likeness(
        jaccard=len(common) / union if union else 0.0,
        containment=len(common) / fewer if fewer else 0.0,
        added=(min(added), max(added)),
        opening=sum(map(common.__contains__, opening)) / len(opening) if opening else 0.0,
        numbers=_agreement(one.numbers, other.numbers),
        days=_agreement(one.days, other.days),
        other_subject=_names_besides(one, other) and _names_besides(other, one),
    )


def are_copies(one: Text, other: Text) -> bool:
    """Whether two bodies are one report; the order of the two does not matter."""
    if one.digest == other.digest:
        return True
    if min(one.length, other.length) < COMPARED:
        return False
    # Of a series of a thousand days, the dates alone tell nearly all apart, and quickly.
    if not same_days(one.days, other.days):
        return False
    return likeness(one, other).copies


def same_days(one: Set[Day], other: Set[Day]) -> bool:
    """Whether the dates of two bodies allow them to be one report."""
    return _agreement(one, other) >= SAME_DAYS


def _agreement(one: Set[object], other: Set[object]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 1.0


def _names_besides(one: Text, other: Text) -> bool:
    return bool(one.subjects) and not one.subjects.issubset(other.words)


def _added(text: Text, common: Collection[int]) -> float:
    """The share of ``text`` that stands in passages without any of ``common``."""
    added = passage = 0
    for shingle in text.shingles:
        if shingle not in common:
            passage += 1
            continue
        if passage >= PASSAGE:
            added += passage
        passage = 0
    if passage >= PASSAGE:
        added += passage
    return added / len(text.shingles) if text.shingles else 0.0
