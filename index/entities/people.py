"""People in one part: names that a cue gives away, with the office or part beside them."""

from __future__ import annotations

from dataclasses import replace

from index.entities.enumerated import find_enumerated
from index.entities.initials import find_initials, role_before
from index.entities.marks import Marks
from index.entities.naming import name_end, skip_titles
from index.entities.office_names import after_office, named
from index.entities.offices import office_at
from index.entities.related import described, of_thing, relative, with_office_before
from index.entities.sighting import Sighting, undoubled
from index.entities.uncued import find_uncued
from index.entities.vocabulary import vocabulary

# After these a name of one word is one, too.
_NAMING_ONE = frozenset(
    ["bernama", "alias", "atas", "akrab", "sapaan", "disapa", "dipanggil", "bersama", "kepada"]
)


def find_people(marks: Marks) -> list[Sighting]:
    """The people whose names a cue gives away in one part, left to right.

    Cues are offices, ranks and honorifics before the name, verbs of speech on either side,
    *bernama*, *alias*, an age after it, an office after a comma, a well-known first name.
    Headlines have none: their names are only found again. Marks offices and names.
    """
    tokens = marks.tokens
    sightings = find_enumerated(marks)
    cues = vocabulary().cues
    end = 0
    for at, key in enumerate(tokens.keys):
        if key not in cues or at < end:
            continue
        if tokens.headline[at]:
            _mark_headline(marks, at)
            continue
        sighting = _cued(marks, at)
        if sighting is None:
            continue
        sighting = undoubled(marks, sighting)
        sightings.append(sighting)
        marks.mark_name(sighting.start, sighting.end)
        end = sighting.end
        if sighting.other is not None:
            marks.mark_name(*sighting.other)
            end = sighting.other[1]
    sightings.extend(find_uncued(marks))
    sightings.extend(_listed_with(marks, sightings))
    for start, end, role in find_initials(marks):
        sightings.append(Sighting(start, end, role, part=True, initials=True, cue="initials"))
        marks.mark_name(start, end)
    return sorted(sightings, key=lambda sighting: sighting.start)


def _naming_cue(phrase: str) -> str:
    """What a naming phrase is as a cue: *disapa X* gives another name of who was named before."""
    return "called" if phrase.split()[-1] in ("disapa", "dipanggil", "akrab") else "naming"


def _mark_headline(marks: Marks, at: int) -> None:
    """Marks an office in a headline, where names have no cue."""
    if vocabulary().offices.starts(marks.tokens.keys[at]) and not marks.office[at]:
        office = office_at(marks, at)
        if office is not None and not office.part:
            marks.mark_office(office.start, office.end)


def _listed_with(marks: Marks, sightings: list[Sighting]) -> list[Sighting]:
    """Names that follow a name and *dan* or *serta* (*Andrew Cuomo serta Curtis Sliwa*)."""
    tokens = marks.tokens
    further: list[Sighting] = []
    for sighting in sightings:
        start = sighting.end + 1
        if tokens.key(sighting.end) not in ("dan", "serta") or not tokens.is_capital(start):
            continue
        end = name_end(marks, start)
        if sighting.initials or sighting.end - sighting.start < 2 or end - start < 2:
            continue
        if not any(marks.name[start:end]) and not tokens.key(end).isdigit():
            role = sighting.role if sighting.part else None
            further.append(Sighting(start, end, role, cue="list"))
            marks.mark_name(start, end)
    return further


def _cued(marks: Marks, at: int) -> Sighting | None:
    tokens, words = marks.tokens, vocabulary()
    key = tokens.keys[at]
    if key in words.said and (told := relative(marks, at + 1)) is not None:
        return told
    if words.relations.starts(key) and (told := relative(marks, at)) is not None:
        return told
    if words.offices.starts(key) or words.parts.starts(key) or words.before.starts(key):
        if key in words.given and tokens.is_capital(at) and tokens.is_capital(at + 1):
            return None
        office = office_at(marks, at)
        if office is not None:
            return after_office(marks, office) or described(marks, office)
    if tokens.capital[at] or key == "dr":
        titled = skip_titles(marks, at)
        if titled > at:
            if of_thing(marks, at):
                return None
            found = named(marks, titled, None, single=True, cue="rank")
            return with_office_before(marks, at, found)
    if key in words.said:
        start = skip_titles(marks, at + 1)
        return named(marks, start, None, single=True, cue="speech")
    naming = words.naming.longest(tokens, at)
    if naming is not None:
        start = skip_titles(marks, naming[0])
        found = named(marks, start, None, single=key in _NAMING_ONE, cue=_naming_cue(naming[1]))
        if found is not None and found.role is None and key == "bernama":
            role = role_before(marks, at)
            return replace(found, role=role, part=True) if role is not None else found
        return found
    return None
