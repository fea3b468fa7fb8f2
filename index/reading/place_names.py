"""Places as datelines print them: which are known, and their normal capitals."""

from __future__ import annotations

import re
from functools import lru_cache

from index.entities.gazetteer import gazetteer
from index.entities.tokens import tokenize

# Never written as words: areas and countries by their initials, as the press prints them.
_ABBREVIATED = frozenset(
    ["DKI", "DIY", "DC", "NTB", "NTT", "IKN", "AS", "UEA", "RI", "RRC", "OKU", "OKI", "PNG", "KL"]
)
_SMALL = frozenset(["DI", "OF", "DE", "DAN", "AND"])
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# "TRIBUNNEWS, COM. JAKARTA": what is left of a domain that a stray comma parts.
_DOMAIN_END = re.compile(r"(?:COM|CO\.ID|CO|ID)\.?\s+", re.IGNORECASE)
_HEADS = frozenset(
    ["kota", "kabupaten", "kab", "kecamatan", "desa", "pulau", "kepulauan", "provinsi", "kampung"]
)


@lru_cache(maxsize=4096)
def known_place(name: str) -> bool:
    """Whether the gazetteer has ``name`` or, of two joined places, the first.

    ``Kota``, ``Kabupaten``, ``Kepulauan`` and the like before any name tell a place as well.
    """
    first = re.split(r"\s?/\s?", name, maxsplit=1)[0].strip(" .")
    words = first.split()
    if not words:
        return False
    if len(words) > 1 and words[0].lower().rstrip(".") in _HEADS:
        return True
    return _kind(first) not in (None, "region")


def is_region(name: str) -> bool:
    """Whether ``name`` is a region of the world, such as ASEAN, in which no article is dated."""
    return _kind(name) == "region"


def _kind(name: str) -> str | None:
    # Names of four letters are known as printed only, so a shouted one is tried with capitals.
    for form in dict.fromkeys((name, name.title())):
        tokens = tokenize("", form)
        found = gazetteer().spots.longest(tokens, 0)
        # The name of a district is a personal name too often to say what a line is.
        if found is not None and found[0] == len(tokens) and found[1].kind != "district":
            return found[1].kind
    return None


def place_name(printed: str | None) -> str | None:
    """A place with normal capitals: ``KAPUAS HULU`` as ``Kapuas Hulu``, ``DKI JAKARTA`` as
    ``DKI Jakarta``; of ``Tim Redaksi JAKARTA`` the shouted part, of ``Kuta, Bali`` the first.
    """
    place = " ".join((printed or "").partition(",")[0].split()).strip(" .,-/")
    place = _DOMAIN_END.sub("", place) if _DOMAIN_END.match(place) else place
    if not place:
        return None
    words = place.split()
    shouted = len(words)
    while shouted and words[shouted - 1].isupper():
        shouted -= 1
    if 0 < shouted < len(words) and len(words[-1]) > 3:
        place = " ".join(words[shouted:])
    if not place.isupper():
        return place
    return _WORD.sub(_capitals, place)


def _capitals(match: re.Match[str]) -> str:
    word = match.group()
    if word in _ABBREVIATED:
        return word
    if match.start() and word in _SMALL:
        return word.lower()
    return word[0] + word[1:].lower()
