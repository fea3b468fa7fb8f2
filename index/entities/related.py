"""Names given by what somebody is: a relative of a named person, a described person."""

from __future__ import annotations

from dataclasses import replace

from index.entities.beside import closes
from index.entities.marks import Marks
from index.entities.naming import name_end, no_person, skip_titles
from index.entities.offices import Office, office_before, part_role
from index.entities.sighting import Sighting
from index.entities.tokens import key_of
from index.entities.vocabulary import vocabulary

_LONGEST = 7
_NEAR_THING = 3
# Words with which a description is no longer one noun phrase.
_ENDS = frozenset(["yang", "dan", "atau", "untuk", "dengan", "ke", "pada", "saat", "karena", "agar",
                   "itu", "ini", "tersebut", "bahwa", "serta", "oleh", "kepada"])  # fmt: skip
# Parts of which many live in a place, so that what follows a comma may be the next place.
_MANY = frozenset(["warga", "wni", "wna", "pmi", "tki", "tkw", "abk", "pekerja migran",
                   "warga desa", "warga negara", "nelayan"])  # fmt: skip


def relative(marks: Marks, at: int) -> Sighting | None:
    """The second name in *keponakan X, Y*: somebody's relative or counsel, named after a comma."""
    tokens = marks.tokens
    found = vocabulary().relations.longest(tokens, at)
    if found is None:
        return None
    first = skip_titles(marks, found[0])
    comma = name_end(marks, first)
    if comma == first or tokens.key(comma) != ",":
        return None
    start = skip_titles(marks, comma + 1)
    end = name_end(marks, start)
    if end == start or not closes(marks, end) or _list_goes_on(marks, end):
        return None
    if no_person(marks, start, end) or no_person(marks, first, comma):
        return None
    role = part_role(marks, at, found[0]) + " " + tokens.form(found[0], comma)
    return Sighting(start, end, role, True, cue="relation")


def described(marks: Marks, office: Office) -> Sighting | None:
    """The name after *terpidana mati kasus X,*: a part with its complement, then a comma."""
    tokens, words = marks.tokens, vocabulary()
    at = office.end
    if office.role is None or (key_of(office.role) in _MANY and not _from_afar(marks, at)):
        return None
    while at - office.end < _LONGEST and tokens.key(at) not in ("", ",", ".", "\n"):
        if tokens.keys[at] in _ENDS or tokens.keys[at] in words.saying or marks.name[at]:
            return None
        if tokens.words[at] in '()"“”':
            return None
        at += 1
    if tokens.key(at) != "," or at == office.end:
        return None
    start = skip_titles(marks, at + 1)
    end = name_end(marks, start)
    if end == start or _list_goes_on(marks, end) or tokens.is_capital(end):
        return None
    if end - start == 1 and not closes(marks, end):
        return None
    if end - start == 1 and (tokens.key(end) != "," or tokens.words[start].isupper()):
        return None
    if no_person(marks, start, end) or marks.site(start) is not None:
        return None
    role = " ".join(tokens.form(office.start, at).split())
    return Sighting(start, end, role, office.part, cue="part" if office.part else "office")


def _from_afar(marks: Marks, at: int) -> bool:
    """Whether a province or a country is all that follows (*asal NTT,*): no smaller place does."""
    tokens = marks.tokens
    site = marks.site(at + 1) if tokens.key(at) in ("asal", "dari") else None
    return site is not None and site.kind in ("province", "country") and tokens.key(site.end) == ","


def with_office_before(marks: Marks, at: int, sighting: Sighting | None) -> Sighting | None:
    """The sighting with the office that ends at token ``at``, before its rank, if it has none."""
    if sighting is None or sighting.role is not None:
        return sighting
    office = office_before(marks, at)
    if office is None:
        return sighting
    marks.mark_office(office.start, office.end)
    return replace(sighting, role=office.role)


def of_thing(marks: Marks, start: int) -> bool:
    """Whether what stands before makes the name a thing's: *Jalan Jenderal X*, *RS X*."""
    tokens, things = marks.tokens, vocabulary().things
    for back in range(start - 1, max(-1, start - 1 - _NEAR_THING), -1):
        if tokens.keys[back] in things:
            return True
        if not (tokens.capital[back] or tokens.words[back] == "."):
            return False
    return False


def _list_goes_on(marks: Marks, end: int) -> bool:
    tokens = marks.tokens
    return tokens.key(end) in ("dan", "serta") or (
        tokens.key(end) == ","
        and (tokens.key(end + 1) in ("dan", "serta") or tokens.is_capital(end + 1))
    )
