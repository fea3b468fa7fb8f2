"""What comparing reported figures has shown: a remark with both sides, never a verdict on them."""

from __future__ import annotations

from dataclasses import dataclass

from index.reported import Reported

INSIDE_KINDS = ("parts", "share", "change", "headline", "same_number")
"""What is compared inside an article: a list with its whole, a percentage with its counts, a rise
with its two values, the headline with the body, one number with what it is said to count."""
KINDS = (*INSIDE_KINDS, "reports")
"""``reports``: a figure with those of other articles on the same measure, body and period."""
VERDICTS = (
    "agrees",
    "differs",
    "exceeds",
    "incomplete",
    "absent",
    "grows",
    "miscopied",
    "revised",
    "redated",
    "renamed",
)
"""``exceeds``/``incomplete``: parts above or below their whole. ``absent``: only the headline has
the number. ``grows``: a later count is higher. ``miscopied``: one digit, separator or power of ten
apart. ``revised``: the same source later gave another value. ``redated``, ``renamed``: the same
number for another period, or of other things."""
SEVERITIES = ("none", "mild", "strong")


@dataclass(frozen=True, slots=True)
class Check:
    """A figure beside those that it was compared with.

    ``expected`` is what the others make it, ``printed`` what was printed, ``difference`` printed
    less expected; in the unit of the figure, or in per cent for ``share`` and ``change``. None
    where nothing was reckoned. ``severity`` is ``none`` for what agrees or grows.
    """

    kind: str
    verdict: str
    figure: Reported
    others: tuple[Reported, ...]
    expected: float | None = None
    printed: float | None = None
    severity: str = "none"

    @property
    def difference(self) -> float | None:
        """Printed less expected."""
        if self.printed is None or self.expected is None:
            return None
        return self.printed - self.expected

    @property
    def warns(self) -> bool:
        """Whether somebody should look."""
        return self.severity != "none"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that a total does not count, and why: ``part``, ``inexact``, ``no period``,
    ``overlaps``, ``disputed``."""

    row: Reported
    reason: str


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of one measure over periods that do not overlap, by one source, in one unit."""

    measure: str
    unit: str
    source: str
    place: str | None
    value: float
    counted: tuple[Reported, ...]
    left_out: tuple[LeftOut, ...]
