"""What stands around a place: a longer name, a list, a word that only places follow."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from index.entities.bodies import lexicon
from index.entities.gazetteer import gazetteer
from index.entities.local_names import DAYS, name_after
from index.entities.marks import Marks
from index.entities.places import Site
from index.entities.vocabulary import vocabulary
from index.entities.whereabouts import lies_in

_JOINING = frozenset(
    [",", "dan", "serta", "hingga", "atau", "maupun", "&", "/", "sampai", "-", "–"]
)
_LAST = frozenset(["dan", "serta", "hingga", "atau", "maupun"])
_LONGEST_JOIN = 2
_ACRONYM = 4


def is_free(marks: Marks, site: Site) -> bool:
    """Whether no agency, office or personal name has the words of ``site``.

    The place at which somebody holds an office is one (*Duta Besar Myanmar di Dhaka*), and that
    where somebody is from (*PMI asal Salatiga*); that of which somebody holds it is none (*Bupati
    nonaktif Bangkalan*).
    """
    tokens = marks.tokens
    at_place = tokens.key(site.start - 1) in ("di", "asal")
    for at in range(site.start, site.end):
        if marks.agency(at) is not None or marks.name[at]:
            return False
        if marks.office[at] and not (at_place or _of_somebody(marks, site)):
            return False
    return site.kind == "local" or not _held(marks, site.start)


def _of_somebody(marks: Marks, site: Site) -> bool:
    """Whether a country in what somebody is called is where they come from (*aktor China*).

    An office that is held of a country (*Presiden Meksiko*) names the country's, not the place.
    """
    if site.kind != "country":
        return False
    start = site.start
    while start > 0 and marks.office[start - 1]:
        start -= 1
    keys = marks.tokens.keys[start : site.start]
    held = gazetteer().words.offices
    opens = not marks.tokens.capital[start] or marks.tokens.initial[start]
    return bool(keys) and opens and held.isdisjoint(keys)


def _held(marks: Marks, at: int) -> bool:
    """Whether an office ends right before token ``at``."""
    tokens = marks.tokens
    if tokens.key(at - 1) in ("nonaktif", "terpilih", "terpidana"):
        at -= 1
    offices, held = vocabulary().offices, gazetteer().words.offices
    for start in range(max(0, at - 3), at):
        if offices.starts(tokens.keys[start]):
            found = offices.longest(tokens, start)
            if found is None or found[0] != at:
                continue
            if tokens.capital[start] or not held.isdisjoint(tokens.keys[start:at]):
                return True
    return False


def inside_a_name(marks: Marks, site: Site) -> bool:
    """Whether ``site`` is part of a longer name: *Liga Inggris*, *Jakarta Fair*."""
    tokens, words = marks.tokens, gazetteer().words
    never = vocabulary().never
    start, end = site.start, site.end
    if site.head == "buildings":
        return tokens.key(start - 1) in _BEFORE_BODIES
    if tokens.headline[start] or site.head is not None or site.kind == "local":
        return False
    if site.kind != "gate" and _closes_a_body(marks, start) and not _with_parent(marks, site):
        return True
    before, key = start - 1, tokens.key(start - 1)
    if key in words.never_after:
        return True
    if (
        tokens.is_capital(before)
        and not tokens.initial[before]
        and key not in words.open
        and key not in never - _NAMING
        and not _claimed(marks, before)
    ):
        return True
    after = tokens.key(end)
    plain = tokens.key(before).isalpha() and not tokens.is_capital(before)
    if site.kind == "country" and plain and not _common(after):
        # Somebody's name behind where they are from: penyanyi China Wei Mawar.
        return False
    return (
        tokens.is_capital(end)
        and after not in words.onward
        and after not in never - _NAMING
        and not tokens.words[end].isupper()
        and not _claimed(marks, end)
        and not vocabulary().ranks.starts(after)
        and not vocabulary().offices.starts(after)
        and not vocabulary().parts.starts(after)
        and after not in vocabulary().honorifics
    )


def _common(key: str) -> bool:
    return key in _NAMING or vocabulary().common_word(key)


# Words of sentences and headlines that open a longer name, too, when they are capitalised.
_NAMING = frozenset(
    ["museum", "piala", "kejuaraan", "timnas", "sekolah", "kampus", "bank", "dana", "program",
     "operasi", "kartu", "hotel", "law", "the", "new", "garuda", "united", "city"]
)  # fmt: skip


# Before the name of a house these say that it is a body: *dari Museum X*, *pihak Hotel Y*.
_BEFORE_BODIES = frozenset(
    ["dari", "oleh", "pihak", "manajemen", "karyawan", "pengelola", "direktur", "kepala", "humas"]
)


def _closes_a_body(marks: Marks, start: int) -> bool:
    """Whether the name of a body or of a paper goes on here: *Universitas A Yogyakarta*."""
    tokens = marks.tokens
    at = start - 1
    if tokens.key(at) == ")" and marks.agency(at - 1) is not None:
        return tokens.key(at - 2) == "("
    found = marks.agency(at)
    if found is None or found.end != start or not tokens.is_capital(start):
        return False
    return not found.hidden or lexicon().media.longest(tokens, found.start) is not None


def _with_parent(marks: Marks, site: Site) -> bool:
    """Whether a town or district stands before what it lies in: *Bambu Apus, Jakarta Timur*."""
    following = marks.site(site.end + 1) if marks.tokens.key(site.end) == "," else None
    small = site.kind in ("town", "district")
    return small and following is not None and lies_in(site.name, following.name)


def _claimed(marks: Marks, at: int) -> bool:
    return (
        marks.agency(at) is not None
        or marks.site(at) is not None
        or marks.office[at]
        or marks.name[at]
    )


def joins(marks: Marks, before: Site, site: Site) -> bool:
    """Whether a list goes on from one place to the next: *A, B*, *A dan B*, *A, dan B*."""
    between = marks.tokens.keys[before.end : site.start]
    return 0 < len(between) <= _LONGEST_JOIN and all(key in _JOINING for key in between)


def coordinated_names(marks: Marks, site: Site, taken: AbstractSet[int]) -> Iterator[Site]:
    """The names that share the head of ``site``: *Kecamatan A, B, dan C*."""
    tokens = marks.tokens
    at = site.end
    while True:
        start = at
        while start - at < _LONGEST_JOIN and tokens.key(start) in _JOINING:
            start += 1
        if start == at or start in taken:
            return
        end = name_after(tokens, start, "dropped")
        if end == start or _is_claimed(marks, start, end):
            return
        last = bool(_LAST & set(tokens.keys[at:start]))
        if not last and tokens.key(end) not in _JOINING:
            return
        yield Site(start, end, " ".join(tokens.form(start, end).split()), "local", head="dropped")
        if last:
            return
        at = end


def appositions(marks: Marks, site: Site, taken: AbstractSet[int]) -> Iterator[Site]:
    """The place that no list knows in which a house or a village lies: *Stadion A, B, Minggu*."""
    tokens = marks.tokens
    start = site.end + 1
    if tokens.key(site.end) != "," or start in taken:
        return
    end = name_after(tokens, start, "dropped")
    if end == start or _is_claimed(marks, start, end) or _no_place(marks, start, end):
        return
    if tokens.key(end) in (",", "(") and (
        tokens.key(end + 1) in DAYS or tokens.key(end + 1).isdigit() or end + 1 in taken
    ):
        yield Site(start, end, " ".join(tokens.form(start, end).split()), "local")


def cued_names(marks: Marks, taken: AbstractSet[int]) -> Iterator[Site]:
    """The names that no list knows behind a word that only places follow (*di*, *asal*, *desa*)."""
    tokens, strict = marks.tokens, gazetteer().words.strict
    moves = gazetteer().words.moves
    for at in range(1, len(tokens)):
        if not tokens.capital[at] or at in taken or tokens.headline[at]:
            continue
        cue = tokens.keys[at - 1]
        moved = cue == "ke" and tokens.key(at - 2) in moves
        if not (cue in strict or moved) or tokens.capital[at - 1]:
            continue
        end = name_after(tokens, at, "dropped")
        if end == at or _is_claimed(marks, at, end) or _no_place(marks, at, end):
            continue
        if cue in _WEAK and not _placed(marks, end, taken):
            continue
        yield Site(at, end, " ".join(tokens.form(at, end).split()), "local")


_WEAK = frozenset(["di", "tujuan", "menuju"])


def _placed(marks: Marks, end: int, taken: AbstractSet[int]) -> bool:
    """Whether a known place follows: *di Kemang, Jakarta*."""
    tokens = marks.tokens
    following = marks.site(end + 1) if tokens.key(end) in (",", "(") else None
    return following is not None and following.sure and end + 1 in taken


def _is_claimed(marks: Marks, start: int, end: int) -> bool:
    return any(
        marks.agency(at) is not None
        or marks.office[at]
        or marks.name[at]
        or ((site := marks.site(at)) is not None and site.sure)
        for at in range(start, end)
    )


def _no_place(marks: Marks, start: int, end: int) -> bool:
    """Whether the words are an acronym, an office, a title or of a foreign language."""
    tokens, words = marks.tokens, vocabulary()
    word = tokens.words[start]
    return (
        (word.isupper() and len(word) <= _ACRONYM)
        or tokens.is_capital(end)
        or words.offices.longest(tokens, start) is not None
        or words.ranks.longest(tokens, start) is not None
        or tokens.keys[start] in words.honorifics
        or any(tokens.words[at].isdigit() for at in range(start, end))
        or all(words.common_word(key) for key in tokens.keys[start:end])
    )
