"""What one article says of names, by which an archive learns them; read without the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.article import Mentioned, Person
from index.entities.memory_rules import memory_words
from index.entities.recalled import NO_OFFICE, Office, office_of
from index.entities.recalling import is_full_name, name_key
from index.entities.vocabulary import vocabulary
from index.entities.who import Names

_SHORTEST = 3


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One thing that an article says of a name.

    ``way`` is ``cued`` (a full name that the cue ``form`` gave away), ``weak`` (one that the
    article's own words make likely), ``case`` (of somebody in a case), ``thing`` (of a body or a
    place), ``bare`` (of nothing known), ``called`` (a word of the full name ``form`` of who holds
    ``held``) or ``short`` (a single name with the office ``held``). ``name`` is the key by which
    it is looked up.
    """

    way: str
    name: str
    form: str = ""
    held: Office = NO_OFFICE


def evidence(people: Sequence[Person], names: Names) -> frozenset[Evidence]:
    """What an article says of names: its ``people`` with their offices, and what it ``names``.

    Both must have been read without a memory, so that an archive learns nothing from itself.
    Initials are no evidence of anything; who has a part in a case is only told as such.
    """
    return frozenset([*_of_people(people), *_of_others(names)])


def _of_people(people: Sequence[Person]) -> Iterator[Evidence]:
    cues = memory_words().cues
    for person in people:
        key = name_key(person.name)
        if person.name.isupper() or person.cue == "initials":
            continue
        if is_full_name(key):
            if person.case_role is not None:
                yield Evidence("case", key)
                continue
            if person.cue is not None and person.cue in cues:
                yield Evidence("cued", key, person.cue)
            else:
                yield Evidence("weak", key)
            if _alone(person) and not person.from_lexicon:
                for word in key.split():
                    if len(word) >= _SHORTEST:
                        yield Evidence("called", word, person.name, office_of(person))
        elif _asks(person, key):
            yield Evidence("short", key, held=office_of(person))


def _asks(person: Person, key: str) -> bool:
    """Whether a single name with its office may stand for a full one."""
    if person.case_role is not None or person.full_name is not None or not _alone(person):
        return False
    first = (person.office or "").split()[0].lower()
    known = person.agency or person.place or first in memory_words().known_alone
    single = " " not in key and len(key) >= _SHORTEST and not vocabulary().common_word(key)
    return single and bool(known)


def _alone(person: Person) -> bool:
    """Whether the office of a person is one that nobody else holds at the time."""
    words = (person.office or "").lower().split()
    return bool(words) and person.case_role is None and words[0] in memory_words().offices


def _of_others(names: Names) -> Iterator[Evidence]:
    for name in names.bare:
        yield Evidence("bare", name)
    # What a lexicon knows of bodies and regions never looks like a name that nothing explains.
    others: list[Mentioned] = [agency for agency in names.agencies if not agency.curated]
    others += [place for place in names.places if place.parent is None]
    for entity in others:
        for form in entity.forms:
            key = name_key(form)
            if is_full_name(key):
                yield Evidence("thing", key)
