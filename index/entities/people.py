"""People in one part: names that a cue gives away, with the office or part beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.entities.beside import (
    age_after,
    apposition_after,
    closes,
    numbered,
    other_name_after,
    role_after_age,
    speaks_for,
)
from index.entities.initials import find_initials, role_before
from index.entities.marks import Marks
from index.entities.naming import name_end, skip_titles
from index.entities.offices import Office, office_at, part_role
from index.entities.vocabulary import vocabulary

_LONG_OFFICE = 14
_STREETS = frozenset(["jalan", "jl", "jln"])
_MEMBERS = frozenset(["relawan", "perwakilan", "penyidik", "pengurus", "petugas"])


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in tokens ``start:end`` of a part, and the role beside it.

    ``other`` is the span of another name of the same person (*alias X*); ``initials`` tells
    that only initials are printed.
    """

    start: int
    end: int
    role: str | None = None
    part: bool = False
    other: tuple[int, int] | None = None
    initials: bool = False


def find_people(marks: Marks) -> list[Sighting]:
    """The people whose names a cue gives away in one part, left to right.

    Cues are offices, ranks and honorifics before the name, verbs of speech on either side,
    *bernama*, *alias*, an age after it, an office after a comma, a well-known first name.
    Headlines have none: their names are only found again. Marks offices and names.
    """
    tokens = marks.tokens
    sightings: list[Sighting] = []
    cues = vocabulary().cues
    end = 0
    for at, key in enumerate(tokens.keys):
        if at < end or key not in cues:
            continue
        if tokens.headline[at]:
            _mark_headline(marks, at)
            continue
        sighting = _cued(marks, at)
        if sighting is None:
            continue
        sightings.append(sighting)
        marks.mark_name(sighting.start, sighting.end)
        end = sighting.end
        if sighting.other is not None:
            marks.mark_name(*sighting.other)
            end = sighting.other[1]
    sightings.extend(_uncued(marks))
    sightings.extend(_listed_with(marks, sightings))
    for start, end, role in find_initials(marks):
        sightings.append(Sighting(start, end, role, part=True, initials=True))
        marks.mark_name(start, end)
    return sorted(sightings, key=lambda sighting: sighting.start)


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
            further.append(Sighting(start, end, sighting.role if sighting.part else None))
            marks.mark_name(start, end)
    return further


def _cued(marks: Marks, at: int) -> Sighting | None:
    tokens, words = marks.tokens, vocabulary()
    key = tokens.keys[at]
    if key in words.said and (told := _relative(marks, at + 1)) is not None:
        return told
    if words.offices.starts(key) or words.parts.starts(key) or words.before.starts(key):
        if key in words.given and tokens.is_capital(at) and tokens.is_capital(at + 1):
            return None
        office = office_at(marks, at)
        if office is not None:
            return _after_office(marks, office)
    if tokens.capital[at] or key == "dr":
        titled = skip_titles(marks, at)
        if titled > at:
            return _named(marks, titled, None, single=True)
    if key in words.said:
        start = skip_titles(marks, at + 1)
        return _named(marks, start, None, single=True)
    naming = words.naming.longest(tokens, at)
    if naming is not None:
        start = skip_titles(marks, naming[0])
        found = _named(
            marks, start, None, single=key in ("bernama", "alias", "atas", "akrab", "sapaan")
        )
        if found is not None and found.role is None and key == "bernama":
            role = role_before(marks, at)
            return replace(found, role=role, part=True) if role is not None else found
        return found
    return None


def _relative(marks: Marks, at: int) -> Sighting | None:
    """The speaker after *kata keponakan X, Y*: somebody's relative, named after a comma."""
    tokens = marks.tokens
    found = vocabulary().parts.longest(tokens, at)
    if found is None:
        return None
    comma = name_end(marks, found[0])
    if comma == found[0] or tokens.key(comma) != ",":
        return None
    end = name_end(marks, comma + 1)
    if end == comma + 1 or not closes(marks, end):
        return None
    return Sighting(
        comma + 1, end, part_role(marks, at, found[0]) + " " + tokens.form(found[0], comma), True
    )


def _after_office(marks: Marks, office: Office) -> Sighting | None:
    tokens = marks.tokens
    capital = tokens.capital[office.start] or any(
        tokens.capital[i] for i in range(office.start, office.end)
    )
    if not office.part and capital:
        # The members of a body act for it: only their word is an office.
        alone = tokens.keys[office.start] in _MEMBERS
        marks.mark_office(office.start, office.start + 1 if alone else _worked(marks, office))
    start = office.end
    comma = tokens.key(start) in (",", ":")
    if comma or tokens.key(start) in ("-", "–"):
        start += 1
    while tokens.key(start) in ("yakni", "yaitu", "bernama", "adalah", "atas", "nama"):
        start += 1
    titled = skip_titles(marks, start)
    if titled >= len(tokens) or not tokens.capital[titled]:
        return None
    if comma and (tokens.initial[office.start] is False and office.part):
        # Somebody's relation is named after a comma: two rivals of his, X and Y.
        if not tokens.keys[office.end - 1].endswith("nya"):
            return None
        return _named(marks, titled, office, single=False, comma=comma)
    found = _named(
        marks, titled, office, single=not office.part or titled > start or not comma, comma=comma
    )
    if found is not None and not office.part and not comma:
        # What stands before a comma may belong to the office: Kepala TPU X Y, A B.
        acronym = tokens.words[office.end - 1].isupper() and marks.agency(office.end - 1) is None
        end = name_end(marks, found.end + 1) if tokens.key(found.end) == "," else 0
        if (
            end - found.end > 2
            and (acronym or (found.end - found.start == 1 and titled == office.end))
            and (
                tokens.key(end) in ("(", ".", "saat", "di", "dalam", "yang", "kepada", "")
                or tokens.key(end) in vocabulary().saying
                or (tokens.key(end) == "," and not tokens.is_capital(end + 1))
            )
        ):
            marks.mark_office(office.end, found.end)
            role = " ".join(tokens.form(office.start, found.end).split())
            return Sighting(found.end + 1, end, role)
    return found if found is not None or office.part else _after_long_office(marks, office)


def _worked(marks: Marks, office: Office) -> int:
    """The end of an office without the place where somebody works (*dokter di Tabuk*)."""
    tokens = marks.tokens
    site = marks.site(office.end - 1)
    if site is None or tokens.capital[office.start] or site.start - 1 <= office.start:
        return office.end
    return site.start - 1 if tokens.keys[site.start - 1] == "di" else office.end


def _after_long_office(marks: Marks, office: Office) -> Sighting | None:
    """The name after the comma that ends an office with words which no list knows."""
    tokens, words = marks.tokens, vocabulary()
    at = office.end
    while at - office.end < _LONG_OFFICE and (
        tokens.is_capital(at)
        or tokens.key(at).isdigit()
        or tokens.key(at) in words.joiners
        or tokens.key(at) in words.complement
        or tokens.key(at) in "()-"
    ):
        if at >= len(tokens):
            return None
        at += 1
    if tokens.key(at) != "," or at == office.end or not tokens.is_capital(at - 1):
        return None
    start = skip_titles(marks, at + 1)
    end = name_end(marks, start)
    if end - start < 2 or not closes(marks, end) or tokens.key(end) == "dan":
        return None
    if apposition_after(marks, end) is not None:
        return None
    role = " ".join(tokens.form(office.start, at).split())
    return Sighting(start, end, role, other=other_name_after(marks, end))


def _named(
    marks: Marks, start: int, office: Office | None, *, single: bool, comma: bool = False
) -> Sighting | None:
    """The name at token ``start`` and what follows it, or None; ``single``: one word will do."""
    tokens = marks.tokens
    end = name_end(marks, start)
    if end == start:
        return None
    count = sum(tokens.capital[i] and len(tokens.words[i]) > 1 for i in range(start, end))
    if count == 0 or (count == 1 and not single) or numbered(marks, end):
        return None
    if count == 1 and (
        len(tokens.words[start]) < 3
        or tokens.words[start].isupper()
        or (office is not None and not closes(marks, end))
        or (office is not None and not comma and _list_goes_on(marks, end))
        or tokens.is_capital(end)
    ):
        return None
    role = office.role if office is not None else None
    if office is None or role is None or office.part:
        after = apposition_after(marks, end)
        if after is not None and after.part:
            role, office = after.role, after
        elif after is not None:
            marks.mark_office(after.start, after.end)
            role, office = after.role, after
    return Sighting(start, end, role, bool(office and office.part), other_name_after(marks, end))


def _list_goes_on(marks: Marks, end: int) -> bool:
    """Whether ``X, Y, dan`` follows an office: then X is a word of it (Penyuluhan, Pelayanan)."""
    tokens = marks.tokens
    return (
        tokens.key(end) == ","
        and tokens.is_capital(end + 1)
        and tokens.key(end + 2) in (",", "dan")
        and tokens.keys[end + 1] in vocabulary().complement
    )


def _uncued(marks: Marks) -> list[Sighting]:
    """Names that what follows them gives away, or a well-known first name."""
    tokens, _words = marks.tokens, vocabulary()
    sightings: list[Sighting] = []
    reached = 0
    for at, capital in enumerate(tokens.capital):
        if not capital or at < reached or tokens.headline[at]:
            continue
        if marks.name[at] or marks.office[at]:
            continue
        end = name_end(marks, at)
        if end == at:
            continue
        sighting = _judged(marks, at, end)
        if sighting is not None:
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
    if _STREETS & {tokens.key(start - 1), tokens.key(start - 2)}:
        return None
    other = other_name_after(marks, end)
    if age_after(marks, end) and not (count == 1 and tokens.words[start].isupper()):
        return Sighting(start, end, role_after_age(marks, end), other=other)
    if count == 1:
        told = following in words.strong and not tokens.initial[start]
        return Sighting(start, end) if told and not tokens.words[start].isupper() else None
    if following in words.strong or (following in words.saying and not tokens.initial[start]):
        return Sighting(start, end, other=other)
    apposition = apposition_after(marks, end)
    if apposition is not None:
        if not apposition.part:
            marks.mark_office(apposition.start, apposition.end)
        return Sighting(start, end, apposition.role, apposition.part, other=other)
    if following == "dari" and speaks_for(marks, end + 1):
        return Sighting(start, end, other=other)
    if (tokens.keys[start] in words.given and count <= 4) or other is not None:
        return Sighting(start, end, other=other)
    return None
