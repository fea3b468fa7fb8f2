"""What a query says: frozen nodes, comparable, free of any engine.

The spans of leaves tell where in the query they stand; they do not take part in comparisons.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from index.article import Diagnostic, Span
from index.results import Expansion, any_fatal

TITLE = "title"
BODY = "body"

Condition = TypeVar("Condition")


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No article: what a query means that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, by its stem or (``exact``) as printed; ``field`` None means the whole article.

    ``text`` is normalised; a compound keeps its hyphens or slashes (``non-prosedural``).
    """

    text: str
    exact: bool = False
    field: str | None = None
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that match ``pattern``: a beginning with ``*`` behind it or inside it."""

    pattern: str
    field: str | None = None
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words within ``distance`` (1 or 2) edits of ``text`` that share its first letter."""

    text: str
    distance: int
    field: str | None = None
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as printed, in order, with at most ``slop`` other words between them in all."""

    items: tuple[Word | Prefix, ...]
    slop: int = 0
    field: str | None = None
    span: Span = dataclasses.field(default=(0, 0), compare=False)


Nearby = Word | Prefix | Fuzzy | Phrase


@dataclass(frozen=True, slots=True)
class Near:
    """One of ``left`` and one of ``right`` at most ``distance`` words apart, in any order."""

    left: tuple[Nearby, ...]
    right: tuple[Nearby, ...]
    distance: int
    field: str | None = None
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A value of a field of names (outlet, agency, law ...).

    ``quoted`` words are a whole name, where the archive has one, else follow each other inside a
    name; a word that is not quoted stands anywhere in a name. ``prefix`` leaves the last word
    open. A single ``*`` (no words, ``prefix``) asks for any value. For an outlet, what is not
    quoted is one word without spaces and dots that begins a word of the name, or the name
    written together (``detik.com`` is ``detikcom``). ``below`` takes in the units of an agency,
    every body that stands under one so named (``lembaga:polri+``), and all that lies in a place
    (``tempat:ntt+``).
    """

    field: str
    words: tuple[str, ...]
    quoted: bool = False
    prefix: bool = False
    below: bool = False
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Published:
    """Published from day ``low`` to day ``high`` (ISO, inclusive, None = open), or undated.

    An article that is dated to a month or a year only must lie within the days altogether.
    """

    low: str | None = None
    high: str | None = None
    undated: bool = False
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Period:
    """Has a figure whose period overlaps the days ``low`` to ``high``; or one without a period."""

    low: str | None = None
    high: str | None = None
    undated: bool = False
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class FigureCondition:
    """Has a figure of ``measure`` (None = any) whose value lies between ``low`` and ``high``.

    A bound of None is open; ``low_open`` and ``high_open`` tell that the bound itself is out.
    """

    measure: str | None = None
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    def holds(self, low: float | None, high: float | None) -> bool:
        """Whether a figure with the bounds ``low`` and ``high`` satisfies the condition.

        Its value is the number that was printed: ``low``, or ``high`` where it has no ``low``.
        *Lebih dari 100* (low 100, no high) satisfies ``>100``, *kurang dari 100* ``<100``.
        """
        if self.low is None and self.high is None:
            return True
        value = low if low is not None else high
        if value is None:
            return False
        if self.low is not None and (
            value < self.low or (value == self.low and self.low_open and high is not None)
        ):
            return False
        return self.high is None or not (
            value > self.high or (value == self.high and self.high_open and low is not None)
        )


@dataclass(frozen=True, slots=True)
class OneFigure:
    """Has one figure that meets any of ``conditions``, and of each of ``periods`` any.

    What ``angka:korban>100 periode:2023`` asks for: conditions that stand side by side are met
    by the same figure, not by one of 2022 and another one for 2023.
    """

    conditions: tuple[FigureCondition, ...]
    periods: tuple[tuple[Period, ...], ...]
    span: Span = dataclasses.field(default=(0, 0), compare=False)

    @property
    def apart(self) -> tuple[Node, ...]:
        """The same conditions, each of which another figure may meet."""
        return (
            disjunction(list(self.conditions)),
            *(disjunction(list(period)) for period in self.periods),
        )


@dataclass(frozen=True, slots=True)
class Tag:
    """Has the tag ``name`` (case folded), or one that begins with it (``prefix``)."""

    name: str
    prefix: bool = False
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved search and what it says."""

    name: str
    node: Node
    span: Span = dataclasses.field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All articles but these."""

    child: Node


Text = Word | Prefix | Fuzzy | Phrase | Near
Filter = Name | Published | Period | FigureCondition | OneFigure | Tag
Leaf = Text | Filter
Node = Everything | Nothing | Leaf | Saved | And | Or | Not


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query as it was read.

    ``understood`` says ``node`` in the query language; ``complete`` is False for a query that
    is still being typed (an open quote or bracket, a bare ``field:``, an operator at the end).
    ``expansions`` tell what ``widened`` has besides ``node``.
    """

    text: str
    node: Node
    understood: str
    diagnostics: tuple[Diagnostic, ...] = ()
    complete: bool = True
    widened: Node | None = None
    expansions: tuple[Expansion, ...] = ()

    @property
    def sought(self) -> Node:
        """What is searched: ``node`` with what means the same."""
        return self.node if self.widened is None else self.widened

    @property
    def failed(self) -> bool:
        """Whether the query cannot be run."""
        return any_fatal(self.diagnostics)


def conjunction(children: list[Node]) -> Node:
    """``children`` joined by AND: nested ones flattened, a single one by itself.

    Conditions of figures and of their periods become such of one figure.
    """
    flat = _of_one_figure([inner for child in children for inner in _inner(child, And)])
    return flat[0] if len(flat) == 1 else And(tuple(flat)) if flat else Everything()


def disjunction(children: list[Node]) -> Node:
    """``children`` joined by OR: nested ones flattened, a single one by itself."""
    flat = [inner for child in children for inner in _inner(child, Or)]
    return flat[0] if len(flat) == 1 else Or(tuple(flat)) if flat else Nothing()


def negation(child: Node) -> Node:
    """All but ``child``; two negations cancel out."""
    if isinstance(child, Everything | Nothing):
        return Nothing() if isinstance(child, Everything) else Everything()
    return child.child if isinstance(child, Not) else Not(child)


def positive_leaves(node: Node) -> Iterator[Leaf]:
    """The leaves of ``node`` that an article is found by: none below a negation."""
    if isinstance(node, And | Or):
        for child in node.children:
            yield from positive_leaves(child)
    elif isinstance(node, Saved):
        yield from positive_leaves(node.node)
    elif not isinstance(node, Everything | Nothing | Not):
        yield node


def _inner(child: Node, kind: type[And] | type[Or]) -> tuple[Node, ...]:
    return child.children if isinstance(child, kind) else (child,)


def _of_one_figure(children: list[Node]) -> list[Node]:
    """``children`` with what they ask of figures and of periods put together."""
    periods = [each for child in children if (each := _all_of(child, Period))]
    if not periods or not any(_all_of(child, FigureCondition) for child in children):
        return children
    together: list[Node] = []
    for child in children:
        conditions = _all_of(child, FigureCondition)
        if conditions:
            together.append(OneFigure(conditions, tuple(periods), conditions[0].span))
        elif not _all_of(child, Period):
            together.append(child)
    return together


def _all_of(node: Node, kind: type[Condition]) -> tuple[Condition, ...]:
    """The leaves of a leaf, or of an OR, where all are of ``kind``; else none."""
    leaves = node.children if isinstance(node, Or) else (node,)
    found = tuple(leaf for leaf in leaves if isinstance(leaf, kind))
    return found if len(found) == len(leaves) else ()
