"""Entities put together anew from their mentions, after corrections have moved these about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from index.article import (
    BODY,
    TITLE,
    Agency,
    Law,
    Mention,
    Mentioned,
    Offence,
    Person,
    Place,
)
from index.corrections.checking import State

CLASSES: Mapping[str, type[Mentioned]] = {
    "agency": Agency,
    "person": Person,
    "place": Place,
    "offence": Offence,
    "law": Law,
}
KINDS: Mapping[type[Mentioned], str] = {made: kind for kind, made in CLASSES.items()}

Templates = Mapping[State, Mentioned]
"""What the archive knows of a name otherwise: its parent, whether the lexicon has it."""


def in_order(mention: Mention) -> tuple[int, int, int, int]:
    """The order of mentions: title, body, captions, and by offset."""
    if mention.part in (TITLE, BODY):
        return (0 if mention.part == TITLE else 1), 0, mention.start, mention.end
    number = mention.part.partition(":")[2]
    return 2, int(number) if number.isdigit() else 0, mention.start, mention.end


@dataclass(slots=True)
class Gathered:
    """What becomes one entity: parts of found entities, further mentions, and a role."""

    parts: list[tuple[Mentioned, list[Mention]]] = field(default_factory=list)
    added: list[Mention] = field(default_factory=list)
    role: str | None = None

    def take(self, entity: Mentioned, mention: Mention | None) -> None:
        """Takes a mention of a found entity, or the entity that only the dateline names."""
        if not self.parts or self.parts[-1][0] is not entity:
            self.parts.append((entity, []))
        if mention is not None:
            self.parts[-1][1].append(mention)

    def entity(self, state: State, templates: Templates) -> Mentioned:
        """The entity; the very one that was found where nothing about it is otherwise."""
        kind, name = state
        if len(self.parts) == 1 and not self.added:
            only, mentions = self.parts[0]
            whole = len(mentions) == len(only.mentions)
            role = self.role is None or self.role == getattr(only, "role", None)
            if whole and role and type(only) is CLASSES[kind] and only.name == name:
                return only
        mentions = [mention for _, held in self.parts for mention in held] + self.added
        found = [entity for entity, _ in self.parts if type(entity) is CLASSES[kind]]
        base = _base(state, found, templates)
        if isinstance(base, Person):
            base = _roled(base, found, self.role)
            base = base if base.name == name else replace(base, full_name=None)
        more: dict[str, Any] = {}
        if isinstance(base, Law):
            laws = [law for law in found if isinstance(law, Law)]
            more["articles"] = tuple(dict.fromkeys(n for law in laws for n in law.articles))
        ordered = tuple(sorted(dict.fromkeys(mentions), key=in_order))
        return replace(base, name=name, mentions=ordered, corrected=True, **more)


def _base(state: State, found: Sequence[Mentioned], templates: Templates) -> Mentioned:
    """The entity whose other facts hold: of that name here, elsewhere in the archive, or any."""
    kind, name = state
    same = next((entity for entity in found if entity.name == name), None)
    if same is not None:
        return same
    known = templates.get(state)
    if known is not None and kind != "person":  # what somebody is, stands in the article itself
        return known
    return found[0] if found else CLASSES[kind](name, ())


def _roled(base: Person, found: Iterable[Mentioned], given: str | None) -> Person:
    """``base`` with the role that was given, else with its own, else with the first of ``found``.

    A role that was given is read as one that is printed: its office, body and place.
    """
    if given is None or given == base.role:
        held = [each for each in found if isinstance(each, Person) and each.role]
        if base.role or not held:
            return base
        return replace(base, **{key: getattr(held[0], key) for key in _ROLE})
    from index.entities.roles import Reading, case_role, read_role

    part = case_role((given.lower(),))
    reading = read_role(given) if part is None else Reading()
    return replace(
        base,
        role=given,
        office=reading.office,
        agency=reading.agency,
        place=reading.place,
        case_role=part,
        from_lexicon=False,
    )


_ROLE = ("role", "office", "agency", "place", "case_role", "from_lexicon")
