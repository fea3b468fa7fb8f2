"""People in one part: names that a cue gives away, with the office or part beside them."""

from __future__ import annotations

from dataclasses import dataclass

from index.entities.initials import find_initials
from index.entities.marks import Marks
from index.entities.naming import name_end, skip_titles
from index.entities.offices import Office, office_at
from index.entities.vocabulary import vocabulary


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
        if at < end or key not in cues or tokens.headline[at]:
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
    for start, end, role in find_initials(marks):
        sightings.append(Sighting(start, end, role, part=True, initials=True))
        marks.mark_name(start, end)
    return sorted(sightings, key=lambda sighting: sighting.start)


def _cued(marks: Marks, at: int) -> Sighting | None:
    tokens, words = marks.tokens, vocabulary()
    key = tokens.keys[at]
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
        return _named(
            marks, start, None, single=key in ("bernama", "alias", "atas", "akrab", "sapaan")
        )
    return None


def _after_office(marks: Marks, office: Office) -> Sighting | None:
    tokens = marks.tokens
    capital = tokens.capital[office.start] or any(
        tokens.capital[i] for i in range(office.start, office.end)
    )
    if not office.part and capital:
        marks.mark_office(office.start, office.end)
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
        return None
    return _named(
        marks, titled, office, single=not office.part or titled > start or not comma, comma=comma
    )


def _named(
    marks: Marks, start: int, office: Office | None, *, single: bool, comma: bool = False
) -> Sighting | None:
    """The name at token ``start`` and what follows it, or None; ``single``: one word will do."""
    tokens = marks.tokens
    end = name_end(marks, start)
    if end == start:
        return None
    count = sum(tokens.capital[i] and len(tokens.words[i]) > 1 for i in range(start, end))
    if count == 0 or (count == 1 and not single):
        return None
    if count == 1 and (
        len(tokens.words[start]) < 3
        or tokens.words[start].isupper()
        or (office is not None and not _closes(marks, end))
        or (office is not None and not comma and _list_goes_on(marks, end))
        or tokens.is_capital(end)
    ):
        return None
    role = office.role if office is not None else None
    if office is None or role is None or office.part:
        after = _apposition(marks, end)
        if after is not None:
            marks.mark_office(after.start, after.end)
            role, office = after.role, after
    return Sighting(start, end, role, bool(office and office.part), _other_name(marks, end))


def _list_goes_on(marks: Marks, end: int) -> bool:
    """Whether ``X, Y, dan`` follows an office: then X is a word of it (Penyuluhan, Pelayanan)."""
    tokens = marks.tokens
    return (
        tokens.key(end) == ","
        and tokens.is_capital(end + 1)
        and tokens.key(end + 2) in (",", "dan")
        and tokens.keys[end + 1] in vocabulary().complement
    )


def _closes(marks: Marks, at: int) -> bool:
    """Whether after a name of one word the clause goes on as it does after a name."""
    tokens, words = marks.tokens, vocabulary()
    key = tokens.key(at)
    return (
        key in (",", ".", "(", "dan", "saat", "yang", "\n", "", "di", "dalam")
        or key in words.saying
    )


def _apposition(marks: Marks, end: int) -> Office | None:
    """The office after ``Name,`` or ``Name selaku``, or None."""
    tokens = marks.tokens
    at = end
    if (tokens.key(at) in (",", "(") and tokens.key(at + 1) not in ("yang", "saat")) or tokens.key(
        at
    ) in ("selaku", "sebagai"):
        at += 1
    else:
        return None
    if at >= len(tokens):
        return None
    office = office_at(marks, at)
    if office is None or office.part:
        return None
    following = skip_titles(marks, office.end)
    # `A, Ketua B C, dan`: the office has a name of its own.
    if tokens.is_capital(following) and name_end(marks, following) > following:
        return None
    lower = not tokens.capital[at]
    return None if lower and office.end - office.start < 2 else office


def _other_name(marks: Marks, end: int) -> tuple[int, int] | None:
    found = vocabulary().aliases.longest(marks.tokens, end)
    if found is None:
        return None
    start = found[0]
    titles = skip_titles(marks, start)
    stop = name_end(marks, titles)
    return (start, stop) if stop > titles else None


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
        reached = end
    return sightings


def _judged(marks: Marks, start: int, end: int) -> Sighting | None:
    tokens, words = marks.tokens, vocabulary()
    count = sum(tokens.capital[i] and len(tokens.words[i]) > 1 for i in range(start, end))
    if count == 0 or (count == 1 and len(tokens.words[start]) < 3):
        return None
    following = tokens.key(end)
    other = _other_name(marks, end)
    if _age_after(marks, end) and not (count == 1 and tokens.words[start].isupper()):
        return Sighting(start, end, _apposed(marks, end), other=other)
    if count == 1:
        told = following in words.strong and not tokens.initial[start]
        return Sighting(start, end) if told and not tokens.words[start].isupper() else None
    if following in words.strong or (following in words.saying and not tokens.initial[start]):
        return Sighting(start, end, other=other)
    apposition = _apposition(marks, end)
    if apposition is not None:
        marks.mark_office(apposition.start, apposition.end)
        return Sighting(start, end, apposition.role, other=other)
    if (tokens.keys[start] in words.given and count <= 4) or other is not None:
        return Sighting(start, end, other=other)
    return None


def _apposed(marks: Marks, end: int) -> str | None:
    for at in range(end, min(end + 5, len(marks.tokens))):
        if marks.tokens.words[at] == ")":
            office = _apposition(marks, at + 1)
            if office is not None:
                marks.mark_office(office.start, office.end)
                return office.role
            return None
    return None


def _age_after(marks: Marks, end: int) -> bool:
    """Whether ``(37)``, ``(37 tahun)`` or ``, 37 tahun`` follows."""
    tokens = marks.tokens
    if tokens.key(end) == "(" and tokens.key(end + 1).isdigit() and len(tokens.key(end + 1)) <= 2:
        return tokens.key(end + 2) in (")", "tahun", ",", "th", "thn")
    return (
        tokens.key(end) in (",", "(")
        and tokens.key(end + 1).isdigit()
        and tokens.key(end + 2) in ("tahun", "th", "thn")
    )
