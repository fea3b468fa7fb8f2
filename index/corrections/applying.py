"""Laying corrections over what was found in one article; what was found stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from index.article import (
    BODY,
    TITLE,
    Agency,
    Annotations,
    Figure,
    Mention,
    Mentioned,
    Person,
    Quote,
    Statement,
    caption_part,
)
from index.corrections.checking import State, group_of
from index.corrections.entities import KINDS, Gathered, Templates, in_order
from index.corrections.printed import Read, inside, printed
from index.corrections.routes import Route, Routes, folded

Voice = TypeVar("Voice", Quote, Statement)

# What an entity belongs to, and the kind of that: it is renamed along.
_RELATED: Mapping[type[Mentioned], tuple[tuple[str, str], ...]] = {
    Agency: (("parent", "agency"),),
    Person: (("agency", "agency"), ("place", "place")),
}


def text_parts(title: str | None, body: str, captions: Sequence[str]) -> dict[str, str]:
    """The texts of an article by the names of their parts."""
    captioned = {caption_part(number): caption for number, caption in enumerate(captions)}
    return {TITLE: title or "", BODY: body, **captioned}


def corrected(
    found: Annotations,
    parts: Mapping[str, str],
    article: str,
    routes: Routes,
    templates: Templates | None = None,
) -> Annotations:
    """What was found in the article ``article``, as the corrections of ``routes`` have it.

    ``parts`` are the texts that offsets count into, by the name of their part. Corrected twice
    is corrected once; without a correction that touches it, ``found`` itself comes back. Who
    speaks, where a figure is for, and the parent of an agency are renamed along.
    """
    if not routes or not _touched(found, parts, routes):
        return found
    return _Correcting(found, article, routes, templates or {}).result(parts)


def entities_of(found: Annotations) -> Iterator[tuple[str, Mentioned]]:
    """Every entity with its kind, in the order of the record."""
    for entities in (found.agencies, found.people, found.places, found.offences, found.laws):
        for entity in entities:
            yield KINDS[type(entity)], entity


def _touched(found: Annotations, parts: Mapping[str, str], routes: Routes) -> bool:
    """Whether any correction can concern the article; quick, for most articles none does."""
    for _, entity in entities_of(found):
        related = (getattr(entity, key) for key, _ in _RELATED.get(type(entity), ()))
        if not routes.subjects.isdisjoint((entity.name, *related)):
            return True
    for figure in found.figures:
        if not routes.subjects.isdisjoint(
            (folded(figure.text), figure.speaker, figure.place, figure.agency)
        ):
            return True
    voices: tuple[Quote | Statement, ...] = (*found.quotes, *found.statements)
    for voice in voices:
        if not routes.subjects.isdisjoint((folded(voice.text), voice.speaker)):
            return True
    return any(form in text for form in routes.alias_forms for text in parts.values())


class _Correcting:
    """One article on its way."""

    def __init__(
        self, found: Annotations, article: str, routes: Routes, templates: Templates
    ) -> None:
        self._found, self._article = found, article
        self._routes, self._templates = routes, templates
        self._gathered: dict[State, Gathered] = defaultdict(Gathered)
        self._rejected: list[tuple[Mentioned, list[Mention]]] = []
        # What became of each found entity, for those who speak: its states, or none.
        self._became: dict[State, list[State | None]] = defaultdict(list)

    def result(self, parts: Mapping[str, str]) -> Annotations:
        """The annotations as they are to be."""
        routed = [
            (kind, entity, mention, self._route(kind, entity, mention))
            for kind, entity in entities_of(self._found)
            for mention in entity.mentions or (None,)
        ]
        taken = [
            (group_of(kind), mention)
            for kind, _, mention, route in routed
            if mention is not None and route.state is not None
        ]
        read = printed(self._routes, parts, self._article, taken)
        for kind, entity, mention, route in routed:
            longer = None if mention is None else _absorbing(kind, mention, read)
            if longer is not None:
                route = self._alias_route(kind, longer)
                self._became[kind, entity.name].append(route.state)
                continue
            self._place(kind, entity, mention, route)
        for group, mention in read:
            self._add(group, mention)
        return self._assembled()

    def _route(self, kind: str, entity: Mentioned, mention: Mention | None) -> Route:
        if mention is None:
            return self._routes.name_route((kind, entity.name), entity.name, self._article)
        return self._routes.route((kind, entity.name), mention.form, self._article)

    def _place(self, kind: str, entity: Mentioned, mention: Mention | None, route: Route) -> None:
        self._became[kind, entity.name].append(route.state)
        if route.state is None:
            if not self._rejected or self._rejected[-1][0] is not entity:
                self._rejected.append((entity, []))
            if mention is not None:
                self._rejected[-1][1].append(mention)
            return
        gathered = self._gathered[route.state]
        gathered.take(entity, mention)
        gathered.role = self._routes.role(route.way, self._article) or gathered.role

    def _add(self, group: str, mention: Mention) -> None:
        route = self._alias_route(group, mention)
        if route.state is not None:
            gathered = self._gathered[route.state]
            gathered.added.append(mention)
            gathered.role = self._routes.role(route.way, self._article) or gathered.role

    def _alias_route(self, kind: str, mention: Mention) -> Route:
        state = self._routes.alias(kind, mention.form, self._article)
        if state is None:  # an alias was read there, so there is one
            return Route(None, ())
        return self._routes.name_route(state, mention.form, self._article)

    def _assembled(self) -> Annotations:
        made: dict[str, list[Mentioned]] = defaultdict(list)
        for state, gathered in self._gathered.items():
            made[state[0]].append(self._related(gathered.entity(state, self._templates)))
        rejected = [
            replace(entity, mentions=tuple(mentions)) for entity, mentions in self._rejected
        ]
        found = self._found
        return replace(
            found,
            agencies=_listed(made["agency"], found.agencies),
            people=_listed(made["person"], found.people),
            places=_listed(made["place"], found.places),
            offences=_listed(made["offence"], found.offences),
            laws=_listed(made["law"], found.laws),
            figures=tuple(self._figure(each) for each in found.figures if self._kept(each)),
            quotes=tuple(self._voice(each) for each in found.quotes if self._kept(each)),
            statements=tuple(self._voice(each) for each in found.statements),
            rejected=(*found.rejected, *rejected),
        )

    def _kept(self, each: Figure | Quote) -> bool:
        kind = "figure" if isinstance(each, Figure) else "quote"
        return not self._routes.is_rejected(kind, each.text, self._article)

    def _figure(self, figure: Figure) -> Figure:
        speaker = self._speaker(figure.speaker)
        place = self._site(figure.place)
        agency = self._speaker(figure.agency)
        if (speaker, place, agency) == (figure.speaker, figure.place, figure.agency):
            return figure
        return replace(figure, speaker=speaker, place=place, agency=agency)

    def _voice(self, voice: Voice) -> Voice:
        speaker = self._speaker(voice.speaker)
        return voice if speaker == voice.speaker else replace(voice, speaker=speaker)

    def _speaker(self, name: str | None) -> str | None:
        """What a speaker is called now; None where that entity was rejected."""
        if name is None:
            return None
        for kind in ("person", "agency"):
            states = self._became.get((kind, name))
            if states is not None:
                kept = [state[1] for state in states if state is not None]
                return name if (kind, name) in states else next(iter(kept), None)
        return self._called("agency", self._called("person", name))

    def _site(self, name: str | None) -> str | None:
        """What the place of a figure is called now; None where it is no place any more."""
        states = self._became.get(("place", name or ""))
        if name is None or states is None:
            return self._called("place", name)
        kept = [state[1] for state in states if state is not None and state[0] == "place"]
        return name if name in kept else next(iter(kept), None)

    def _called(self, kind: str, name: str | None) -> str | None:
        """What a name that is no entity of this article is called now."""
        if name is None:
            return None
        state = self._routes.name_route((kind, name), "", self._article).state
        return None if state is None else state[1]

    def _related(self, entity: Mentioned) -> Mentioned:
        """The entity with its parent, or the body of its office, by the name that this has now."""
        changes: dict[str, str] = {}
        for key, kind in _RELATED.get(type(entity), ()):
            name = getattr(entity, key)
            route = self._routes.name_route((kind, name), "", self._article)
            if name is not None and route.state not in (None, (kind, name)):
                assert route.state is not None
                if route.state[0] == kind:  # what was retyped is still what it belongs to
                    changes[key] = route.state[1]
        if not changes:
            return entity
        more: dict[str, Any] = dict(changes)
        return replace(entity, corrected=True, **more)


def _absorbing(kind: str, mention: Mention, read: Sequence[Read]) -> Mention | None:
    """The alias that was read there and spans more than the mention."""
    for group, other in read:
        if group == group_of(kind) and other.part == mention.part and inside(mention, other):
            return other
    return None


def _listed(made: Sequence[Mentioned], before: Sequence[Any]) -> tuple[Any, ...]:
    """The entities in the order of their first mentions, as they stood where none is otherwise."""
    if list(made) == list(before):
        return tuple(before)
    return tuple(sorted(made, key=_first))


def _first(entity: Mentioned) -> tuple[int, ...]:
    # What only the dateline names comes before all that the text does.
    return in_order(entity.mentions[0]) if entity.mentions else (-1,)
