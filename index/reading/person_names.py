"""Names of those who write: told from outlets, places and degrees, in normal capitals."""

from __future__ import annotations

import re
from functools import cache

from index.reading.outlets import known_outlet
from index.reading.place_names import known_place
from index.reading.words import words as words_of

_NOBODY = frozenset(
    {
        *("", "-", "null", "none", "unknown", "admin", "administrator", "nan", "n/a", "undefined"),
        *("tim", "team", "staff", "author", "penulis", "editor", "guest", "anonim", "anonymous"),
        *("superadmin", "webmaster", "user", "istimewa", "ist", "dok", "advertorial", "adv"),
        *(
            "internet",
            "screenshot",
            "tangkapan layar",
            "shutterstock",
            "thinkstock",
            "getty images",
        ),
        *("getty", "freepik", "pixabay", "unsplash", "istock", "instagram", "facebook", "youtube"),
        *(
            "foto",
            "redaktur",
            "redaksional",
            "opini",
            "nasional",
            "berita",
            "news",
            "kontributor",
            "reporter",
            "wartawan",
            "pewarta",
        ),
    }
)
_ADDRESS = re.compile(r"\S*@\S*|(?:https?://|www\.)\S*|\[email\W+protected\]")
_OUTLET = re.compile(
    r"(?:^|(?<=[\s/|(]))(?:[A-Za-z][\w-]*(?:\.[\w-]+){0,2}\.(?i:com?|co\.id|id|net|news|tv|org)\b\.?"
    r"|(?i:tribun)[\w-]*\.(?=\s)|(?i:detik)[a-z]*\b|CNN Indonesia|CNBC Indonesia|ANTARA\b)"
)
# Academic and professional degrees behind a name (Permendiktisaintek 6/2022 and common usage), and
# titles before it.
_DEGREE = re.compile(
    r"(?:S\.?\s?(?:H|E|T|P|S|Sos|Kom|Pd|I\.?Kom|Ag|Hut|Psi|Si|Kep|Sn|IP|ST|Ked|Farm|KM|Gz|Tr|Stat|H\.?I)"
    r"|M\.?\s?(?:H|M|T|A|Si|Sc|Hum|Kom|Pd|I\.?Kom|Ag|Kn|B\.?A|Psi|P|Sos|E|IP|Kes|Tr|Ak|Eng|Phil|Sn|H\.?I)"
    r"|Ph\.?\s?D|Psikolog|[AD]\.?Md(?:\.\w+)?|B\.?\s?(?:A|Sc|Eng|Ed)|L\.?\s?[cL]|LL\.?M|Sp\.\s?\w+|CFP"
    r"|CPA|CFA|MBA|MPA|MPP|MSi|MHum|SST|SIP|SPd|SSos|SKom|dkk|et al|-?HEPL)\.?",
)
_TITLE = re.compile(r"^(?:(?:Dr|dr|Prof|Drs|Dra|Ir|Hj|drg|KH|Mr|Mrs|Ms)\.?\s+)+(?=[A-Z])")
_NAME = re.compile(
    r"(?:[^\W\d_]\S*|bin|binti|van|der|de|al|el|von|da|dos)"
    r"(?:\s(?:[^\W\d_]\S*)){0,7}"
)
# Words that tell an office or a house, not a name: a name ends before them.
_OFFICE = re.compile(
    r"(?:^|(?<=[a-z.])|(?<=\s))(?:Petugas|Universitas|Mahasiswa|Mahasiswi|Fakultas|Dosen|Guru Besar"
    r"|Direktur|Wakil|Ketua|Anggota|Kepala|Peneliti|Pengamat|Alumni|Alumnus|Advokat|Kementerian|Institut"
    r"|Lembaga|Pusat|Yayasan|Jurusan|Sekolah|Rektor|Pegiat|Aktivis|Pemerhati|Praktisi|Pengurus"
    r"|Director|Manager|Chairman|Professor|CEO|University|Office)\b"
)
# Small words of headlines that are part of names as well.
_IN_NAMES = frozenset({"sang", "dan", "atas", "via", "tim", "jadi", "satu", "para", "of", "the"})
_PEN_NAME = re.compile(r"[^\W\d_][\w]{3,30}")
_PARTICLES = frozenset({"bin", "binti", "van", "der", "de", "al", "el", "von", "da", "dos"})
_SMALL = frozenset({"bin", "binti", "van", "der", "de", "von"})
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_TAIL_IN_CAPITALS = re.compile(r"(?<=[a-z])\s+((?:[A-Z]{3,}[\s-]*)+)$")
_LONGEST = 60
_LONGEST_INITIALS = 3


def no_name(said: str) -> bool:
    """Whether a part of a by-line is a degree, a place, or a word that stands for nobody."""
    return (
        said.lower().strip(" .") in _NOBODY
        or _DEGREE.fullmatch(said) is not None
        or known_place(said)
    )


def without_addresses(text: str) -> str:
    """A by-line without mail and web addresses, and with a comma for each outlet's domain."""
    return _OUTLET.sub(" , ", _ADDRESS.sub(" ", text))


def office_in(said: str) -> int | None:
    """Where in a part of a by-line an office or institution begins, or None."""
    match = _OFFICE.search(said)
    return match.start() if match else None


def person_name(said: str) -> str | None:
    """A person's name (or that of a desk: ``Redaksi``) without titles, outlets and addresses.

    Shouted names and small ones get normal capitals. None for what is no name: digits, sentences,
    an outlet, or more than eight words.
    """
    name = _ADDRESS.sub(" ", said)
    without = " ".join(_OUTLET.sub(" ", name).split()).strip(" .,:;-–—*\\/|()")
    if known_outlet(without):
        return None
    name = _without_outlet_before(without)
    # "Siti Aminah JAKARTA": the dateline of a page whose line ends are lost.
    if tail := _TAIL_IN_CAPITALS.search(name):
        name = name[: tail.start()]
    if office := office_in(name):
        name = name[:office]
    name = _TITLE.sub("", name)
    words = name.split()
    while words and _DEGREE.fullmatch(words[-1]) and len(words) > 1:
        words.pop()
    name = " ".join(words).strip(" .,:;-–—*\\/|")
    if no_name(name) or len(name) > _LONGEST or not _NAME.fullmatch(name):
        return None
    if any(map(str.isdigit, name)) or any(mark in name for mark in '?!"<>=_:'):
        return None
    if not _common().isdisjoint(name.lower().split()):
        return None
    if name.isupper() or name.islower():
        if " " not in name and len(name) <= _LONGEST_INITIALS:
            return None
        return _WORD.sub(_capital, name)
    # "mengatakan Siti": a name has capitals but for its particles.
    if any(word[0].islower() and word not in _PARTICLES for word in name.split()):
        return None
    return name


@cache
def _common() -> frozenset[str]:
    """Words that stand in sentences and headlines, and in no name."""
    return (words_of().openers | words_of().particles) - _IN_NAMES - _PARTICLES


def pen_name(said: str) -> str | None:
    """A name of one word that is not spelt as names are (``rizky123``), or None."""
    return said if _PEN_NAME.fullmatch(said) and not no_name(said) else None


def _without_outlet_before(name: str) -> str:
    """``Tribun Jogja Siti Aminah`` without the outlet, which may be of one to three words."""
    words = name.split()
    for length in range(min(3, len(words) - 1), 0, -1):
        if known_outlet(" ".join(words[:length])):
            return " ".join(words[length:])
    return name


def _capital(match: re.Match[str]) -> str:
    word = match.group()
    if word.lower() in _SMALL and match.start():
        return word.lower()
    if word in ("II", "III", "IV"):
        return word
    return word[0].upper() + word[1:].lower()
