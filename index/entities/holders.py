"""Who held a national office on a day: full names for bare ones, offices for bare names."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from index.article import Person
from index.entities.recalled import Office, office_of
from index.entities.recalling import name_key
from index.entities.roles import case_role, filed_body, read_role
from index.entities.tokens import key_of
from index.entities.vocabulary import vocabulary
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "holders.yaml"
_DAY = 10
# Articles tell of an office for a while after it has changed hands.
_LATE = datetime.timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who held an office from ``first`` until the day ``after`` (None: still)."""

    name: str
    office: str
    agency: str | None
    first: datetime.date
    after: datetime.date | None

    def on(self, day: datetime.date) -> bool:
        """Whether the office was held on ``day``, or a few days before."""
        return self.first <= day and (self.after is None or day < self.after + _LATE)


def with_offices(
    people: Sequence[Person],
    published: str | None,
    remembered: Mapping[tuple[str, Office], str] | None = None,
) -> tuple[Person, ...]:
    """The people with their roles read, and with what the lexicon knows for the article's date.

    A bare name with an office is filed under its holder's full name (*Menlu Retno*, *Presiden
    Jokowi*), unless somebody else in the article has that name; a full name without a role gets
    the office that its bearer held, marked ``from_lexicon``. Victims, suspects and initials are
    never looked up, nor is anything without a date of the day. ``remembered`` are full names that
    the archive knows of this article, by the key of the bare name and its office.
    """
    day = _day(published)
    taken = {person.name for person in people}
    known = remembered or {}
    return tuple(_filed(_remembered(_with_office(person, day), known), taken) for person in people)


def _remembered(person: Person, known: Mapping[tuple[str, Office], str]) -> Person:
    """The person with the full name that the archive knows, where the lexicon knows none."""
    full = known.get((name_key(person.name), office_of(person))) if known else None
    if full is None or person.full_name is not None or person.case_role is not None:
        return person
    return replace(person, full_name=full, from_memory=True)


def _filed(person: Person, taken: set[str]) -> Person:
    """The person under the full name that the lexicon gives, if nobody else has it."""
    if person.full_name is None or person.full_name in taken:
        return person
    return replace(person, name=person.full_name)


def _with_office(person: Person, day: datetime.date | None) -> Person:
    if person.role is not None:
        reading = read_role(person.role) if case_role((person.role.lower(),)) is None else None
        if reading is not None:
            person = replace(
                person, office=reading.office, agency=reading.agency, place=reading.place
            )
    if day is None or person.case_role is not None or person.name.isupper():
        return person
    words = tuple(key_of(word) for word in person.name.split())
    if len(words) == 1 and person.office is not None:
        return replace(person, full_name=_full_name(words[0], person, day))
    if person.role is None and len(words) > 1:
        held = [each for each in holders() if each.on(day) and _same(each.name, words)]
        if len(held) == 1:
            office, agency = held[0].office, held[0].agency
            return replace(person, office=office, agency=agency, from_lexicon=True)
    return person


def _full_name(word: str, person: Person, day: datetime.date) -> str | None:
    """The full name of who held the person's office on that day or before, if the word is of it."""
    known = [
        each
        for each in holders()
        if each.office == person.office
        and each.agency == person.agency
        and (person.agency is not None or person.place in (None, "Indonesia"))
        and each.first <= day
        and word in _called(each.name)
    ]
    # A nickname is nobody else's, so that a former holder may have it: masa Presiden Jokowi.
    fitting = {each.name for each in known if each.on(day)} or {
        each.name for each in known if word not in key_of(each.name).split()
    }
    return fitting.pop() if len(fitting) == 1 else None


def _called(name: str) -> frozenset[str]:
    """The words by which somebody is called: those of the name, and the other names known."""
    words = tuple(key_of(word) for word in name.split())
    return frozenset(words) | vocabulary().known_as.get(words, frozenset())


def _same(name: str, words: tuple[str, ...]) -> bool:
    """Whether a printed name of several words is the holder's, middle names left out or not."""
    held = key_of(name).split()
    return set(words) <= set(held) or set(held) <= set(words)


def _day(published: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((published or "")[:_DAY])
    except ValueError:
        return None


@cache
def holders() -> tuple[Holder, ...]:
    """holders.yaml, read once.

    Raises:
        RuleError: an entry lacks a name or a day, or names a body that the lexicon does not have.
    """
    data = load_rules(packaged("index.entities", f"lexicon/{_FILE}"))
    check_keys(_FILE, data, ("holders",))
    made: list[Holder] = []
    for entry in data["holders"]:
        check_keys(_FILE, entry, ("office", "agency", "held"))
        agency = filed_body(_FILE, entry)
        for held in entry["held"]:
            check_keys(_FILE, held, ("name", "from"), ("to",))
            made.append(
                Holder(
                    _text(held, "name"), _text(entry, "office"), agency,
                    _date(held, "from"), _date(held, "to") if "to" in held else None,
                )
            )  # fmt: skip
    return tuple(made)


def _text(entry: Entry, key: str) -> str:
    if not isinstance(entry[key], str):
        raise RuleError(_FILE, entry.line, f"{key!r} must be a text")
    return str(entry[key])


def _date(entry: Entry, key: str) -> datetime.date:
    day = entry[key]
    if not isinstance(day, datetime.date):
        raise RuleError(_FILE, entry.line, f"{key!r} must be a day (2024-10-21)")
    return day
