"""What a set of articles says of one entity: plain frozen records, free of any library.

``kind`` is one of ``KINDS`` everywhere. Dates are ISO days at the precision that was printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Figure

KINDS = ("agency", "person", "place", "offence", "law")


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role that articles give a person: how many do, the first and the last of them."""

    role: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity that is named in the same articles, and in how many of them."""

    kind: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class TracedFigure:
    """A figure with the article that reports it, and the sentence in which it stands."""

    figure: Figure
    article: str
    published: str | None
    outlet: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class EntitySummary:
    """All that a set of articles says of one entity.

    ``articles`` name it, ``mentions`` times in all; ``first`` and ``last`` are the dates of the
    earliest and the latest, None when none is dated. ``forms`` are the names used with their
    counts, ``months`` the articles of each month (``"2024-03"``), in order, ``companions`` whom
    it is named with, most articles first, ``measures`` how many figures of each measure it says,
    or stand in a sentence that names it. ``figures`` holds those figures where they were asked
    for, the latest first.
    """

    kind: str
    name: str
    parent: str | None
    articles: int
    mentions: int
    first: str | None
    last: str | None
    forms: tuple[tuple[str, int], ...]
    roles: tuple[HeldRole, ...]
    months: tuple[tuple[str, int], ...]
    companions: tuple[Companion, ...]
    measures: tuple[tuple[str, int], ...]
    figures: tuple[TracedFigure, ...] = ()
