"""What an archive knows of the names of one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.article import Person


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """An office as it is compared: its name in full, its body, its place; empty where unknown."""

    office: str = ""
    agency: str = ""
    place: str = ""


NO_OFFICE = Office()


@dataclass(frozen=True, slots=True)
class Recalled:
    """What an archive knows of one article: keys of names that are people, and full names.

    ``full`` gives the full name for a single name and its office.
    """

    names: frozenset[str] = frozenset()
    full: Mapping[tuple[str, Office], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.names or self.full)


def office_of(person: Person) -> Office:
    """The office of a person as it is compared."""
    return Office(person.office or "", person.agency or "", person.place or "")
