"""Names before which nothing stands that gives them away: an age, a verb, a first name does."""

from __future__ import annotations

from itertools import compress

from index.entities.beside import (
    age_after,
    apposition_after,
    numbered,
    other_name_after,
    role_after_age,
    speaks_for,
)
from index.entities.marks import Marks
from index.entities.naming import name_end, no_person
from index.entities.related import of_thing
from index.entities.sighting import Sighting, undoubled
from index.entities.vocabulary import vocabulary


def find_uncued(marks: Marks) -> list[Sighting]:
    """Names that what follows them gives away, or a well-known first name."""
    tokens, words = marks.tokens, vocabulary()
    sightings: list[Sighting] = []
    reached = 0
    for at in compress(range(len(tokens)), tokens.capital):
        if at < reached or tokens.headline[at]:
            continue
        if marks.name[at] or marks.office[at]:
            continue
        if tokens.initial[at] and words.common_word(tokens.keys[at]) and tokens.is_capital(at + 1):
            continue
        end = name_end(marks, at)
        if end == at:
            continue
        sighting = None if no_person(marks, at, end) else _judged(marks, at, end)
        if sighting is not None:
            sighting = undoubled(marks, sighting)
            sightings.append(sighting)
            marks.mark_name(sighting.start, sighting.end)
            if sighting.other is not None:
                marks.mark_name(*sighting.other)
        elif end - at > 1:
            marks.doubtful.append((at, end))
        reached = end
    return sightings


def _judged(marks: Marks, start: int, end: int) -> Sighting | None:
    tokens, words = marks.tokens, vocabulary()
    count = sum(tokens.capital[i] and len(tokens.words[i]) > 1 for i in range(start, end))
    if count == 0 or (count == 1 and len(tokens.words[start]) < 3) or numbered(marks, end):
        return None
    following = tokens.key(end)
    if of_thing(marks, start):
        return None
    other = other_name_after(marks, end)
    if tuple(tokens.keys[start:end]) in words.nicknames:
        return Sighting(start, end, other=other, cue="known")
    if age_after(marks, end) and not (count == 1 and tokens.words[start].isupper()):
        return Sighting(start, end, role_after_age(marks, end), other=other, cue="age")
    if count == 1:
        # A sentence may begin with any word, so there the word must be no common one.
        told = following in words.strong and not tokens.words[start].isupper()
        return Sighting(start, end, cue="speech") if told else None
    if following == "," and tokens.key(end + 1) in words.strong:
        return Sighting(start, end, other=other, cue="speech")
    if following in words.strong or (following in words.saying and not tokens.initial[start]):
        return Sighting(start, end, other=other, cue="speech")
    apposition = apposition_after(marks, end, alone=tokens.initial[start])
    if apposition is not None:
        if not apposition.part:
            marks.mark_office(apposition.start, apposition.end)
        return Sighting(start, end, apposition.role, apposition.part, other, cue="apposition")
    if following == "dari" and speaks_for(marks, end + 1):
        return Sighting(start, end, other=other, cue="speech")
    if (tokens.keys[start] in words.given and count <= 4) or other is not None:
        return Sighting(start, end, other=other, cue="given")
    return None
