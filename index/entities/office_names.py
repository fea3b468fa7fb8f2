"""The name after an office, and the office that goes on to the comma before its holder's name."""

from __future__ import annotations

from dataclasses import replace

from index.entities.beside import (
    apposition_after,
    closes,
    numbered,
    other_name_after,
)
from index.entities.guessing.runs import word_properties
from index.entities.guessing.weights import odds, scores, weights
from index.entities.marks import Marks
from index.entities.naming import name_end, no_person, skip_degrees, skip_titles
from index.entities.offices import Office
from index.entities.sighting import Sighting
from index.entities.tokens import key_of
from index.entities.unlisted import abbreviation
from index.entities.vocabulary import vocabulary

_LONG_OFFICE = 14
# With these a subordinate clause begins, which a comma ends.
_OPENING = frozenset(
    [
        "setelah",
        "sebagai",
        "usai",
        "saat",
        "ketika",
        "selain",
        "sebelum",
        "seusai",
        "dengan",
        "selama",
        "sejak",
        "karena",
        "meski",
        "jika",
        "selepas",
    ]
)
_TEAM_MARGIN = 1.0
_LONGEST_HELD = 6
_HELD = frozenset(["dijabat", "dipegang", "diisi", "diemban", "diduduki", "dipimpin"])
_HELD_NOW = _HELD | {"ketika", "saat", "ini", "itu", "kini", "sekarang", "oleh", "yang", "masih"}
_MEMBERS = frozenset(["relawan", "perwakilan", "penyidik", "pengurus", "petugas"])


def after_office(marks: Marks, office: Office) -> Sighting | None:
    tokens = marks.tokens
    capital = tokens.capital[office.start] or any(
        tokens.capital[i] for i in range(office.start, office.end)
    )
    if not office.part and capital:
        # The members of a body act for it: only their word is an office.
        alone = tokens.keys[office.start] in _MEMBERS
        marks.mark_office(office.start, office.start + 1 if alone else _worked(marks, office))
    start = office.end
    if tokens.key(start) in ("ketika", "saat", "kala") and tokens.key(start + 1) == "itu":
        start += 2
    office, start = _with_parent(marks, office, start)
    comma = tokens.key(start) in (",", ":")
    if comma or tokens.key(start) in ("-", "–"):
        start += 1
    start = _held_by(marks, start)
    while tokens.key(start) in ("yakni", "yaitu", "bernama", "adalah", "atas", "nama"):
        start += 1
    titled = skip_titles(marks, start)
    if comma and titled == start and _of_clause_before(marks, office.start, start):
        return None
    if titled >= len(tokens) or not tokens.capital[titled]:
        return None
    if comma and (tokens.initial[office.start] is False and office.part):
        # Somebody's relation is named after a comma: two rivals of his, X and Y.
        of_victim = (office.role or "").endswith(" korban")
        if not tokens.keys[office.end - 1].endswith("nya") and not of_victim:
            return None
        return named(marks, titled, office, single=office.role is not None, comma=comma)
    found = named(
        marks, titled, office, single=not office.part or titled > start or not comma, comma=comma
    )
    if found is not None and not office.part and not comma:
        # What stands before a comma may belong to the office: Kepala TPU X Y, A B.
        acronym = tokens.words[office.end - 1].isupper() and marks.agency(office.end - 1) is None
        end = name_end(marks, found.end + 1) if tokens.key(found.end) == "," else 0
        after = skip_degrees(marks, end)
        if (
            end - found.end > 2
            and (acronym or (found.end - found.start == 1 and titled == office.end))
            and (
                tokens.key(after) in ("(", ".", "saat", "di", "dalam", "yang", "kepada", "")
                or tokens.key(after) in vocabulary().saying
                or (tokens.key(after) == "," and not tokens.is_capital(after + 1))
            )
        ):
            marks.mark_office(office.end, found.end)
            role = " ".join(tokens.form(office.start, found.end).split())
            return Sighting(found.end + 1, end, role, cue="office")
    return found if found is not None or office.part else _after_long_office(marks, office)


def _with_parent(marks: Marks, office: Office, at: int) -> tuple[Office, int]:
    """The office with the body above it, set off by commas (*Kabid X, Kementerian Y, N*)."""
    tokens = marks.tokens
    body = marks.agency(at + 1) if tokens.key(at) == "," else None
    if body is None or body.start != at + 1 or office.part or office.role is None or body.weak:
        return office, at
    end = abbreviation(marks, body.end) or body.end
    if tokens.key(end) != "," or not tokens.is_capital(end + 1) or marks.taken(end + 1):
        return office, at
    role = f"{office.role}, {tokens.form(body.start, body.end)}"
    return replace(office, end=end, role=role), end


def _of_clause_before(marks: Marks, at: int, name: int) -> bool:
    """Whether the comma after an office ends a clause (*Setelah bertemu pengurus X, Y pulang*)."""
    tokens = marks.tokens
    end = name_end(marks, name)
    if tokens.key(end) == "," or end == name:
        return False
    while at > 0 and not tokens.initial[at]:
        at -= 1
        if tokens.words[at] in ",\n":
            return False
    return tokens.keys[at] in _OPENING


def _held_by(marks: Marks, at: int) -> int:
    """The token after *saat ini dijabat oleh* at token ``at``; ``at`` where nobody holds."""
    tokens = marks.tokens
    end, held = at, False
    while end - at < _LONGEST_HELD and (key := tokens.key(end)) in _HELD_NOW:
        held = held or key in _HELD
        end += 1
    return end if held else at


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
    return Sighting(start, end, role, other=other_name_after(marks, end), cue="office")


def named(
    marks: Marks,
    start: int,
    office: Office | None,
    *,
    single: bool,
    comma: bool = False,
    cue: str = "office",
) -> Sighting | None:
    """The name at token ``start`` and what follows it, or None; ``single``: one word will do."""
    tokens = marks.tokens
    end = name_end(marks, start)
    if end == start:
        return None
    count = sum(tokens.capital[i] and len(tokens.words[i]) > 1 for i in range(start, end))
    if count == 0 or (count == 1 and not single) or numbered(marks, end):
        return None
    if no_person(marks, start, end):
        return None
    # A team, a firm may stand after these: Pelatih Persija, Bos Ducati.
    # After a part with its matter a single word is too little: tersangka kasus laptop Chromebook.
    if count == 1 and office is not None and office.part and len((office.role or "").split()) > 2:
        return None
    team = office is not None and key_of(office.role or "") in vocabulary().team_offices
    if count == 1 and team and not comma:
        return None
    # A region may stand after an office of it: Bupati Pati.
    bare = count == 1 and office is not None and not comma and start == office.end
    if bare and marks.site(start) is not None:
        return None
    if team and end - start > 2 and not comma:
        start = _past_team(marks, start, end)
    longest = max(tokens.words[start:end], key=len)
    if count == 1 and (
        len(longest) < 3
        or longest.isupper()
        or (office is not None and not closes(marks, end))
        or (office is not None and not comma and _list_goes_on(marks, end))
        or tokens.is_capital(end)
    ):
        return None
    role = office.role if office is not None else None
    if office is None or role is None or office.part:
        after = apposition_after(marks, end, alone=cue == "speech")
        if after is not None and after.part:
            role, office = after.role, after
        elif after is not None:
            marks.mark_office(after.start, after.end)
            role, office = after.role, after
    part = bool(office and office.part)
    return Sighting(start, end, role, part, other_name_after(marks, end), cue=cue)


def _past_team(marks: Marks, start: int, end: int) -> int:
    """The start of a name without the team before it (*kiper Persija Andri Tani*), by its looks."""
    if marks.tokens.keys[start] in vocabulary().given:
        return start
    whole, rest = (
        odds(scores(weights(), word_properties(marks.tokens, first, end)), "person")
        for first in (start, start + 1)
    )
    return start + 1 if rest > whole + _TEAM_MARGIN else start


def _list_goes_on(marks: Marks, end: int) -> bool:
    """Whether ``X, Y, dan`` follows an office: then X is a word of it (Penyuluhan, Pelayanan)."""
    tokens = marks.tokens
    if tokens.key(end) == "," and tokens.key(end + 1) in ("dan", "serta"):
        return tokens.is_capital(end + 2) and vocabulary().common_word(tokens.keys[end + 2])
    return (
        tokens.key(end) == ","
        and tokens.is_capital(end + 1)
        and tokens.key(end + 2) in (",", "dan")
        and tokens.keys[end + 1] in vocabulary().complement
    )
