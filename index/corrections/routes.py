"""What a found entity is to be taken for: corrections looked up, and followed to their end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.correction import Correction
from index.corrections.checking import State, group_of, source, target


@dataclass(frozen=True, slots=True)
class Route:
    """Where a mention ends: ``state`` is None when it is rejected; ``way`` are all states on it."""

    state: State | None
    way: tuple[State, ...]


class Routes:
    """The corrections of an archive, ready to be asked for one article at a time.

    The order in which they were made does not matter: A to B and B to C take A to C, whichever
    was written first. A correction for one printed form goes before one for the whole name, one
    for some articles before one for all.
    """

    def __init__(self, rules: Iterable[Correction] = ()) -> None:
        self.rules = tuple(rules)
        self._names: dict[State, list[Correction]] = defaultdict(list)
        self._forms: dict[tuple[str, str, str], list[Correction]] = defaultdict(list)
        self._roles: dict[str, list[Correction]] = defaultdict(list)
        self._texts: dict[State, list[Correction]] = defaultdict(list)
        self._aliases: dict[tuple[str, str], list[Correction]] = defaultdict(list)
        for rule in self.rules:
            if rule.kind in ("figure", "quote"):
                self._texts[rule.kind, folded(rule.name)].append(rule)
            elif rule.operation == "alias":
                for form in printed_forms(rule):
                    self._aliases[group_of(rule.kind), form].append(rule)
            elif rule.operation == "role":
                self._roles[rule.name].append(rule)
            elif rule.form is not None:
                self._forms[rule.kind, rule.name, rule.form].append(rule)
            else:
                self._names[source(rule)].append(rule)
        self.subjects = frozenset(rule.name for rule in self.rules)
        self.aliases = tuple(rule for rule in self.rules if rule.operation == "alias")
        self.rejected_figures = tuple(
            (rule.name, rule.articles) for rule in self.rules if rule.kind == "figure"
        )
        self.alias_forms = frozenset(form for rule in self.aliases for form in printed_forms(rule))

    def __bool__(self) -> bool:
        return bool(self.rules)

    def alias(self, kind: str, form: str, article: str) -> State | None:
        """The entity that ``form`` is said to be a form of, among the kinds that share the text."""
        rule = _chosen(self._aliases.get((group_of(kind), form), ()), article)
        return None if rule is None else source(rule)

    def route(self, state: State, form: str, article: str) -> Route:
        """The way of a mention of ``state`` that is printed as ``form`` in ``article``."""
        alias = self.alias(state[0], form, article)
        return self.name_route(alias or state, form, article)

    def name_route(self, state: State, form: str, article: str) -> Route:
        """As ``route``, for what is not printed in the text: aliases do not matter."""
        way = [state]
        while True:
            rule = _chosen(self._forms.get((*state, form), ()), article) or _chosen(
                self._names.get(state, ()), article
            )
            if rule is None:
                return Route(state, tuple(way))
            following = target(rule)
            if following is None:
                return Route(None, tuple(way))
            if following in way:  # refused by `check`; here only, so that no text can hang us
                return Route(state, tuple(way))
            state = following
            way.append(state)

    def role(self, way: Sequence[State], article: str) -> str | None:
        """The role that the analyst gives a person; of several on the way, the last."""
        for kind, name in reversed(way):
            rule = _chosen(self._roles.get(name, ()), article) if kind == "person" else None
            if rule is not None:
                return rule.to
        return None

    def is_rejected(self, kind: str, text: str, article: str) -> bool:
        """Whether the figure or quote that is printed as ``text`` is none."""
        return _chosen(self._texts.get((kind, folded(text)), ()), article) is not None

    def targets(self) -> Iterator[State]:
        """What corrections may take something for, that may stand nowhere in an article."""
        for rule in self.rules:
            state = source(rule) if rule.operation == "alias" else target(rule)
            if state is not None:
                yield state


def printed_forms(rule: Correction) -> tuple[str, ...]:
    """How an alias is printed: as it is given, or all in capitals, as headlines are."""
    form = rule.form or ""
    return (form,) if form.upper() == form else (form, form.upper())


def folded(text: str) -> str:
    """``text`` with every stretch of white space as one space."""
    return " ".join(text.split())


def _chosen(rules: Sequence[Correction], article: str) -> Correction | None:
    """The correction that holds in ``article``; one for some articles before one for all."""
    for_all = None
    for rule in rules:
        if not rule.articles:
            for_all = for_all or rule
        elif article in rule.articles:
            return rule
    return for_all
