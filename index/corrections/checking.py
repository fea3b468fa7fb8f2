"""Corrections that contradict each other are refused, with the places of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from index.correction import NAMED_KINDS, Correction

State = tuple[str, str]
"""A kind and a name: what an entity is taken for."""


class ContradictionError(ValueError):
    """Two corrections cannot both hold; ``at`` is the place (from 0) of the later one.

    ``reason`` holds ``{other}`` where the place of the earlier one, ``other``, is to be named.
    """

    def __init__(self, at: int, other: int, reason: str) -> None:
        super().__init__(reason.format(other=f"correction {other + 1}"))
        self.at, self.other, self.reason = at, other, reason


def group_of(kind: str) -> str:
    """The kinds whose mentions share the text, so that one printed form is one of them."""
    return "name" if kind in NAMED_KINDS else kind


def source(rule: Correction) -> State:
    """What a mention is taken for before ``rule`` takes it for something else."""
    return rule.kind, rule.name


def target(rule: Correction) -> State | None:
    """What it is taken for after it; None where it is rejected, or stays what it is."""
    if rule.to is None or rule.operation in ("reject", "alias", "role"):
        return None
    return (rule.to, rule.name) if rule.operation == "retype" else (rule.kind, rule.to)


def check(rules: Sequence[Correction]) -> None:
    """Refuses corrections that say the same twice, that contradict each other, or go in a circle.

    Of two corrections for one name, that for some articles (``in``) goes before that for all:
    that is no contradiction, unless both name the same article.

    Raises:
        ContradictionError: the first such pair in the order of ``rules``.
    """
    earlier: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, rule in enumerate(rules):
        slot = _slot(rule)
        for other in earlier[slot]:
            if _compete(rule, rules[other]):
                raise ContradictionError(at, other, _words(rule, rules[other]))
        earlier[slot].append(at)
    steps: dict[State, list[int]] = defaultdict(list)
    for at, rule in enumerate(rules):
        if target(rule) is not None:
            steps[source(rule)].append(at)
    for at in range(len(rules)):
        _follow(at, rules, steps)


def _slot(rule: Correction) -> tuple[str, ...]:
    """What a correction decides; two that decide the same need different articles."""
    if rule.operation == "alias":
        return "alias", group_of(rule.kind), rule.form or ""
    if rule.operation == "role":
        return "role", rule.name
    return "name", rule.kind, rule.name, rule.form or ""


def _compete(rule: Correction, other: Correction) -> bool:
    if bool(rule.articles) != bool(other.articles):
        return False  # the one for some articles is the exception to the one for all
    return not rule.articles or not set(rule.articles).isdisjoint(other.articles)


def _words(rule: Correction, other: Correction) -> str:
    if _said(rule) == _said(other):
        return "says the same as {other}"
    if rule.operation == "alias":
        owner = f"{other.kind} {other.name}".replace("{", "{{").replace("}", "}}")
        return "gives a form to two: {other} gives it to the " + owner
    return "contradicts {other}, which says something else of the same name"


def _said(rule: Correction) -> tuple[str, str | None]:
    return rule.operation, rule.name if rule.operation == "alias" else rule.to


def _follow(at: int, rules: Sequence[Correction], steps: dict[State, list[int]]) -> None:
    """Refuses a way that leads from a correction back to what it corrects."""
    rule = rules[at]
    end = target(rule)
    if end is None:
        return
    start = source(rule)
    waiting: list[tuple[State, tuple[int, ...], str | None, frozenset[str]]]
    waiting = [(end, (at,), rule.form, frozenset(rule.articles))]
    while waiting:
        state, way, form, articles = waiting.pop()
        if state == start:
            names = " → ".join((rules[way[0]].name, *(rules[each].to or "" for each in way)))
            names = names.replace("{", "{{").replace("}", "}}")
            raise ContradictionError(
                max(way),
                min(way),
                f"goes in a circle with {{other}} (which can be taken back): {names}",
            )
        for following in _open(steps[state], rules, form, articles):
            if following not in way:
                other = rules[following]
                shared = (
                    articles & set(other.articles)
                    if articles and other.articles
                    else articles or frozenset(other.articles)
                )
                step = target(other)
                assert step is not None
                waiting.append((step, (*way, following), form or other.form, shared))


def _open(
    steps: Sequence[int], rules: Sequence[Correction], form: str | None, articles: frozenset[str]
) -> Iterator[int]:
    """Those of ``steps`` that the same mention in the same article could take."""
    for at in steps:
        rule = rules[at]
        same_form = form is None or rule.form is None or rule.form == form
        if same_form and not (articles and rule.articles and articles.isdisjoint(rule.articles)):
            yield at
