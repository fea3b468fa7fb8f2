"""People of whom only initials are printed: victims, suspects (``berinisial SS (37)``)."""

from __future__ import annotations

from index.entities.bodies import lexicon
from index.entities.marks import Marks
from index.entities.offices import part_role
from index.entities.tokens import key_of
from index.entities.vocabulary import vocabulary

_LONGEST = 4
_BACK = 14
_ROMAN = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "IX"))
# What somebody is, besides the part in the case that is looked for first.
_STANDINGS = frozenset(
    ["wni", "pelajar", "siswa", "siswi", "pegawai", "prajurit tni", "prajurit", "anggota tni",
     "anggota polri", "warga sipil", "oknum polisi", "oknum tni", "lansia", "bidan", "wna", "tki",
     "tkw", "pmi", "cpmi", "abk", "pekerja migran", "mantan tki", "mantan tkw", "mantan pmi",
     "calon tki", "calon pmi", "model", "selebgram", "mahasiswa", "mahasiswi", "nelayan", "pelaut",
     "santri", "karyawan", "karyawati", "pengusaha", "kurir"]
)  # fmt: skip
_LISTING = frozenset(["yakni", "yaitu", "adalah", "masing-masing", "bernama", ":"])
# What is done to victims.
_SUFFERED = frozenset(
    ["disekap", "dicabuli", "diperkosa", "dianiaya", "disiksa", "dibunuh", "ditipu", "diculik",
     "dijual", "diperdagangkan", "disetubuhi", "dieksploitasi", "dirampok", "dibegal"]
)  # fmt: skip
_ACCUSED = frozenset(
    [
        "ditetapkan",
        "ditangkap",
        "dijerat",
        "ditahan",
        "diamankan",
        "dibekuk",
        "diringkus",
        "didakwa",
        "disangkakan",
        "ditusuk",
        "disekap",
        "diperkosa",
    ]
)
_DIRECT = frozenset(
    [
        "tersangka",
        "pelaku",
        "terdakwa",
        "korban",
        "terpidana",
        "saksi",
        "perempuan",
        "pria",
        "wanita",
        "laki",
        "remaja",
    ]
)


def find_initials(marks: Marks) -> list[tuple[int, int, str | None]]:
    """Token spans of initials with the part in the case (``korban``, ``tersangka``) or None.

    A list goes on after its first: *berinisial AM, RS dan TJ (34)*.
    """
    tokens = marks.tokens
    found: list[tuple[int, int, str | None]] = []
    first_keys = vocabulary().initials.first_keys
    keys = tokens.keys
    candidates = [
        at
        for at, word in enumerate(tokens.words)
        if (word.isupper() and len(word) <= _LONGEST) or keys[at] in first_keys
    ]
    reached = 0
    for at in candidates:
        if at < reached:
            continue
        named = vocabulary().initials.longest(tokens, at)
        start = named[0] if named is not None else at
        while named is not None and tokens.key(start) in (":", '"', "“", "-"):
            start += 1
        end = _initials_at(marks, start)
        direct = end > start and named is None and _directly(marks, start, end)
        listed = bool(found) and named is None and _listed(marks, start)
        if end == start or (named is None and not direct and not listed):
            continue
        role = role_before(marks, at)
        if role is None or key_of(role) in _STANDINGS:
            role = _role_after(marks, end) or role
        while end > start:
            found.append((start, end, role))
            reached = end
            start = _next(marks, end)
            end = _initials_at(marks, start)
            if (
                end > start
                and named is None
                and not listed
                and not _directly(marks, start, end)
                and not _age(marks, end)
            ):
                break
    return found


def _origin(marks: Marks, at: int) -> str:
    """The country or place after a standing, with a space before it: *Filipina*, *asal Pinrang*."""
    site = marks.site(at)
    if site is not None:
        return f" {site.name}"
    for asal in (at, at + 1):
        site = marks.site(asal + 1)
        if marks.tokens.key(asal) == "asal" and site is not None:
            return f" asal {site.name}"
    return ""


def _initials_at(marks: Marks, at: int) -> int:
    tokens = marks.tokens
    if at >= len(tokens) or marks.name[at]:
        return at
    word = tokens.words[at]
    if word in _ROMAN or not (word.isupper() and word.isalpha() and len(word) <= _LONGEST):
        return at
    agency = marks.agency(at)
    if agency is not None and tokens.key(at + 1) != "(":
        return at
    end = at + 1
    while (
        end - at < 2 * _LONGEST
        and len(tokens.words[end - 1]) == 1
        and tokens.key(end) == "."
        and tokens.touches(end)
        and end + 1 < len(tokens)
        and tokens.touches(end + 1)
        and tokens.words[end + 1].isupper()
        and len(tokens.words[end + 1]) == 1
    ):
        end += 2
    return end


def _listed(marks: Marks, at: int) -> bool:
    """Whether a list of initials follows *yakni* or *adalah* (*yakni SG, WG dan KO*)."""
    tokens = marks.tokens
    if tokens.key(at - 1) not in _LISTING or len(tokens.words[at]) > 3:
        return False
    further = at + 1
    if tokens.key(further) not in (",", "dan"):
        return False
    while tokens.key(further) in (",", "dan"):
        further += 1
    shouts = vocabulary().shouts
    return all(
        tokens.words[i].isupper()
        and 2 <= len(tokens.words[i]) <= 3
        and tokens.words[i] not in shouts
        and marks.agency(i) is None
        for i in (at, further)
        if i < len(tokens)
    )


def _directly(marks: Marks, start: int, end: int) -> bool:
    """Whether initials stand without the word *inisial*: after a part, or before an age."""
    tokens = marks.tokens
    word = tokens.words[start]
    key = tokens.keys[start]
    if key in vocabulary().never or word in vocabulary().shouts or marks.agency(start) is not None:
        return False
    if _age(marks, end):
        return len(word) <= _LONGEST
    if _accused(marks, end) and 2 <= len(word) <= 3:
        inside = tokens.is_capital(start - 1) and not tokens.initial[start - 1]
        return not inside and lexicon().aliases.longest(tokens, start) is None
    before = tokens.key(start - 1)
    following = tokens.is_capital(end)
    known = lexicon().aliases.longest(tokens, start) or lexicon().units.longest(tokens, start)
    return (
        before in _DIRECT
        and 2 <= len(word) <= 3
        and not following
        and known is None
        and word != "AS"
        and before not in ("korban", "perempuan", "wanita", "pria", "laki", "remaja")
    )


def _accused(marks: Marks, at: int) -> bool:
    """Whether what stands before is held or charged (*NE sudah ditetapkan jadi tersangka*)."""
    tokens = marks.tokens
    while tokens.key(at) in ("sudah", "telah", "kini", "akhirnya", "pun", "juga", "kemudian"):
        at += 1
    return tokens.key(at) in _ACCUSED


def _age(marks: Marks, end: int) -> bool:
    tokens = marks.tokens
    return (
        tokens.key(end) == "("
        and tokens.key(end + 1).isdigit()
        and len(tokens.key(end + 1)) <= 2
        and tokens.key(end + 2) in (")", "tahun", ",", "th", "thn")
    )


def _next(marks: Marks, end: int) -> int:
    """Where the next of a list of initials would stand."""
    tokens = marks.tokens
    at = end
    if tokens.key(at) == "(":
        close = next((i for i in range(at, min(at + 6, len(tokens))) if tokens.words[i] == ")"), -1)
        if close > 0:
            at = close + 1
    site = marks.site(at + 1) if tokens.key(at) == "asal" else None
    moved = at = site.end if site is not None else at
    while tokens.key(moved) in (",", "dan", "serta", "/"):
        moved += 1
    return moved if moved > at else len(tokens)


def _role_after(marks: Marks, end: int) -> str | None:
    """The part that the sentence gives to initials: *I (15) menjadi korban*."""
    tokens, words = marks.tokens, vocabulary()
    for at in range(end, min(end + _BACK, len(tokens) - 1)):
        if tokens.words[at] in ".\n":
            return None
        if tokens.keys[at] in _SUFFERED:
            return "korban"
        if tokens.keys[at] in ("menjadi", "jadi", "sebagai"):
            found = words.parts.longest(tokens, at + 1)
            role = part_role(marks, at + 1, found[0]) if found is not None else ""
            if key_of(role) in words.case_parts:
                return role
    return None


def role_before(marks: Marks, at: int) -> str | None:
    """The part in the case, or the standing (WNA, TKW), in the same sentence before ``at``."""
    tokens, words = marks.tokens, vocabulary()
    standing: str | None = None
    for back in range(at, max(-1, at - _BACK), -1):
        if (tokens.words[back] in ".\n" or tokens.keys[back] == "oleh") and back < at:
            break
        found = words.parts.longest(tokens, back)
        if found is not None:
            role = part_role(marks, back, found[0])
            if key_of(role) not in words.case_parts:
                continue
            if key_of(role) not in _STANDINGS:
                return role
            if standing is None:
                standing = role + _origin(marks, found[0])
    return standing
