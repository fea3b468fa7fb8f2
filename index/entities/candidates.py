"""Who in a body can speak: the mentions of its people and bodies, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.article import BODY, Agency, Person
from index.entities.attribution import words
from index.entities.bounds import Bounds

# Shorter names are initials of victims and suspects, who speak only where a word of speech says so.
_INITIALS = 4
# How far before a form in *-nya* the one person it can mean is looked for, in characters.
_NEAR = 400
# Letters that a short form of a name has at least, and how much a misprinted one is like it.
_SHORT_FORM = 4
_LIKENESS = 0.85


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in the body of somebody who can speak; ``silent`` is one who seldom does."""

    start: int
    end: int
    name: str
    person: bool
    silent: bool = False


class Candidates:
    """The mentions of all who can speak in ``body``, and its sentences."""

    def __init__(self, body: str, people: Sequence[Person], agencies: Sequence[Agency]) -> None:
        self.body = body
        self.bounds = Bounds(body)
        silent = words().silent
        entities: list[tuple[Person | Agency, bool, bool]] = [
            (person, True, bool(person.role and silent.search(person.role))) for person in people
        ]
        entities += [(agency, False, False) for agency in agencies]
        self.named = sorted(
            (
                Named(mention.start, mention.end, entity.name, person, mute)
                for entity, person, mute in entities
                for mention in entity.mentions
                if mention.part == BODY
            ),
            key=lambda named: (named.start, -named.end),
        )
        self._starts = [named.start for named in self.named]
        self.persons = {person.name for person in people}

    def within(self, start: int, end: int) -> list[Named]:
        """The mentions that begin in ``[start, end)``."""
        first = bisect_left(self._starts, start)
        return self.named[first : bisect_left(self._starts, end, first)]

    def others_between(self, start: int, end: int, name: str | None) -> bool:
        """Whether somebody else than ``name``, who could speak, is named in ``[start, end)``."""
        return any(
            named.person and named.name != name and not named.silent
            and len(named.name) >= _INITIALS
            for named in self.within(start, end)
        )  # fmt: skip

    def only_person(self, offset: int) -> str | None:
        """The one person shortly before ``offset`` who could speak, where it is only one."""
        kin = words().kin_of
        names = {
            named.name for named in self.within(max(0, offset - _NEAR), offset)
            if named.person and not named.silent and len(named.name) >= _INITIALS
            and not kin.search(self.body, max(0, named.start - 60), named.start)
        }  # fmt: skip
        return names.pop() if len(names) == 1 else None

    def last_body(self, offset: int) -> str | None:
        """The body that is named last before ``offset``, or None."""
        for named in reversed(self.named[: bisect_left(self._starts, offset)]):
            if not named.person:
                return named.name
        return None

    def nickname(self, word: str) -> str | None:
        """The one person of that name cut short or misprinted, or of those initials."""
        wanted = word.casefold()
        if word.isupper():
            initials = {
                name for name in self.persons
                if "".join(part[0] for part in name.split()).casefold() == wanted
            }  # fmt: skip
            return initials.pop() if len(initials) == 1 and len(word) > 1 else None
        if len(word) < _SHORT_FORM:
            return None
        found = {
            name for name in self.persons for part in name.casefold().split()
            if part.startswith(wanted)
            or (len(wanted) == len(part)
                and SequenceMatcher(None, wanted, part, autojunk=False).ratio() >= _LIKENESS)
        }  # fmt: skip
        return found.pop() if len(found) == 1 else None
