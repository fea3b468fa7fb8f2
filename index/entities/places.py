"""Places in one part: names of the gazetteer, and capitalised runs beside Desa, Jalan, Stadium."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.article import TITLE
from index.entities.gazetteer import Spot, gazetteer
from index.entities.local_names import name_after, name_before
from index.entities.tokens import Tokens, tokenize
from index.entities.vocabulary import vocabulary

# An airport or port is filed without it: the press leaves it out as often.
_INTERNATIONAL = re.compile(r"(?<=^Bandara )Internasional |(?<=^Pelabuhan )Internasional ")
_SIDES = frozenset(["barat", "timur", "utara", "selatan", "tengah"])
# Hospitals have the city in their names.
_SHORTENED = 3
_WHOLE = 3
_HOSPITAL = ("rs", "rumah")
# Kinds whose names are bare where a head (Desa, Kecamatan) stands before them.
_GREAT = frozenset(["province", "regency", "city", "country", "abroad", "region"])


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a text: tokens ``start:end``, the name to file under, and the gazetteer's kind.

    ``kind`` is ``local`` for a place that only a head (Desa, Pulau) tells; ``sure`` is False for
    a name that is also a word or a personal name and has nothing near that tells which, and
    ``cued`` tells that it is the place unless something else claims the words; ``head`` is the
    kind of the head before it (place_words.yaml).
    """

    start: int
    end: int
    name: str
    kind: str
    sure: bool = True
    cued: bool = False
    head: str | None = None

    @property
    def house(self) -> bool:
        """Whether it is a street or a building, whose name may hold that of a body."""
        return self.head in ("streets", "buildings")


def find_sites(tokens: Tokens) -> list[Site]:
    """The places of one part, left to right, without overlaps."""
    known = gazetteer()
    opening, tails = known.opening, known.words.tail_keys
    if tokens.part == TITLE and not any(tokens.capital):
        return _of_lower(tokens)
    sites: list[Site] = []
    at = 0
    for here, key in enumerate(tokens.keys):
        if key not in opening:
            continue
        if not tokens.capital[here] and key not in ("negara", "kompleks"):
            continue
        if key in tails and (named := _by_tail(tokens, here)) is not None:
            while sites and sites[-1].end > named.start:
                sites.pop()
            sites.append(named)
            at = max(at, named.end)
            continue
        if here < at:
            continue
        site = _longest_at(tokens, here)
        if site is not None:
            sites.append(site)
            at = site.end
    return sites


def _of_lower(tokens: Tokens) -> list[Site]:
    """The countries and provinces in a title that has no capital letter at all."""
    sites: list[Site] = []
    for at in range(len(tokens)):
        found = gazetteer().spots.longest(tokens, at)
        if found is None or found[1].ordinary or (sites and sites[-1].end > at):
            continue
        end, spot = found
        if spot.kind in ("country", "province") and _sure(tokens, at, end, spot):
            sites.append(Site(at, end, spot.name, spot.kind))
    return sites


def _longest_at(tokens: Tokens, at: int) -> Site | None:
    local, known = local_at(tokens, at), site_at(tokens, at)
    if local is None or known is None:
        return local or known
    return known if known.end >= local.end or known.kind == "gate" else local


def site_at(tokens: Tokens, at: int) -> Site | None:
    """The place that the gazetteer knows at token ``at``, or None; a head may open it.

    ``Kota``, ``Kabupaten``, ``Provinsi`` before a name belong to the span and not to the name.
    """
    known = gazetteer()
    # The parliament's is written with a small letter as often.
    if not tokens.is_capital(at) and tokens.key(at) != "kompleks":
        return None
    head = known.words.heads.longest(tokens, at)
    found = known.spots.longest(tokens, at)
    if head is not None and head[1] == "regions" and (found is None or found[0] <= head[0]):
        return _region(tokens, at, head[0])
    if found is None:
        return None
    end, spot = found
    if spot.kind in ("city", "regency", "town", "abroad") and _part_of_region(tokens, end):
        # A district named by its side of the city: Semarang Barat.
        return Site(at, end + 1, tokens.form(at, end + 1), "local")
    if spot.kind == "district":
        return Site(at, end, spot.name, spot.kind, False, _strictly_cued(tokens, at))
    return Site(at, end, spot.name, spot.kind, _sure(tokens, at, end, spot))


def _region(tokens: Tokens, at: int, start: int) -> Site | None:
    if tokens.key(start) == "." and tokens.touches(start):
        start += 1
    spots = gazetteer().spots
    after = spots.longest(tokens, start) if tokens.is_capital(start) else None
    if after is not None and after[1].kind != "district":
        return Site(at, after[0], after[1].name, after[1].kind, head="regions")
    end = name_after(tokens, start, "dropped")
    # An unknown name after Kabupaten or Kota is one only if nothing else explains it.
    told = tokens.words[at] in ("Kabupaten", "Provinsi") or (
        tokens.words[at] == "Kota" and not (tokens.initial[at] or tokens.is_capital(at - 1))
    )
    if end > start and not tokens.headline[at] and told and not tokens.is_capital(end):
        return Site(at, end, tokens.form(start, end), "local", head="regions")
    if after is not None:
        return Site(at, after[0], after[1].name, after[1].kind, head="regions")
    return None


def local_at(tokens: Tokens, at: int) -> Site | None:
    """The place that a head such as Desa, Jalan, Bandara opens at token ``at``, or None."""
    known = gazetteer()
    head = known.words.heads.longest(tokens, at)
    if head is None or head[1] == "regions":
        return None
    start, kind = head
    if kind in ("kept", "buildings") and _goes_on(tokens, at):
        return None
    if tokens.key(start) == "." and tokens.touches(start) and start - at == 1:
        if len(tokens.words[at]) > _SHORTENED:
            return None
        start += 1
    end = name_after(tokens, start, kind)
    found = known.spots.longest(tokens, start) if tokens.is_capital(start) else None
    if found is not None:
        end = max(end, found[0])
    if kind == "buildings" and not tokens.keys[at].startswith(_HOSPITAL):
        end = _without_city(tokens, start, end)
    if end <= start and start - at >= _WHOLE and kind == "buildings":
        # A head of so many words is a name by itself: Taman Makam Pahlawan.
        return Site(at, start, " ".join(tokens.form(at, start).split()), "local", head=kind)
    if end <= start or (tokens.headline[at] and (found is None or found[0] != end)):
        return None
    bare = " ".join(tokens.form(start, end).split())
    name = f"{tokens.words[at]} {bare}" if start - at > 1 else ""
    name = name if tokens.words[start - 1] == "." else " ".join(tokens.form(at, end).split())
    if kind == "streets" and tokens.keys[at] in ("jl", "jln"):
        name = f"Jalan {bare}"
    if kind == "dropped":
        spot = found[1] if found is not None and found[0] == end else None
        if spot is None or spot.kind not in _GREAT:
            name = bare
        elif tokens.keys[at] == "kawasan":
            return Site(at, end, spot.name, spot.kind, head=kind)
    return Site(at, end, _INTERNATIONAL.sub("", name), "local", head=kind)


def _without_city(tokens: Tokens, start: int, end: int) -> int:
    """The end of a building's name without the city after it: *Hotel Mawar Batam*."""
    for at in range(start + 1, end):
        found = gazetteer().spots.longest(tokens, at)
        if found is not None and found[0] == end and found[1].kind in (*_GREAT, "town"):
            # The city of a body that the house is called after belongs to it: Gedung DPRD Bali.
            return end if tokens.words[at - 1].isupper() else at
    return end


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the word at ``at`` is inside a name, and no head: *Angkatan Laut AS*."""
    return (
        tokens.is_capital(at - 1)
        and not tokens.initial[at - 1]
        and tokens.keys[at - 1] in vocabulary().complement
    )


def _by_tail(tokens: Tokens, at: int) -> Site | None:
    """The place with an English name that the word at token ``at`` closes, or None."""
    tail = gazetteer().words.tails.longest(tokens, at)
    if tail is None or tokens.headline[at] or tokens.is_capital(tail[0]):
        return None
    start = name_before(tokens, at)
    if start >= at:
        return None
    name = " ".join(tokens.form(start, tail[0]).split())
    found = gazetteer().spots.longest(tokens, start)
    if found is not None and found[0] == tail[0]:
        return Site(start, tail[0], found[1].name, found[1].kind)
    return Site(start, tail[0], name, "local", head="buildings")


def _part_of_region(tokens: Tokens, at: int) -> bool:
    return tokens.key(at) in _SIDES and tokens.is_capital(at) and not tokens.headline[at]


def _strictly_cued(tokens: Tokens, at: int) -> bool:
    words = gazetteer().words
    before = tokens.key(at - 1)
    return before in words.strict or before in ("ke", "dari", "warga")


def _sure(tokens: Tokens, at: int, end: int, spot: Spot) -> bool:
    words = gazetteer().words
    before = tokens.key(at - 1)
    if before in words.never_after:
        return False
    if spot.club:
        return before in ("di", "kota", "warga")
    if not spot.ordinary:
        return True
    if before in words.cues:
        return True
    if spot.kind == "country" and tokens.words[at].isupper() and tokens.part == TITLE:
        # RI opens headlines as no other word does.
        return not tokens.is_capital(at - 1)
    if tokens.initial[at] or tokens.headline[at]:
        return False
    never = frozenset() if tokens.words[at].isupper() else vocabulary().never
    return not any(tokens.is_capital(i) and tokens.keys[i] not in never for i in (at - 1, end))


@lru_cache(maxsize=1024)
def filed_place(typed: str) -> str | None:
    """The name under which a place is filed that somebody calls ``typed``, in any case, or None.

    *ntt* is ``Nusa Tenggara Timur``, *kota bandung* ``Bandung``.
    """
    for form in (typed, typed.upper(), typed.title()):
        tokens = tokenize("", form)
        found = site_at(tokens, 0) if len(tokens) else None
        if found is not None and found.end == len(tokens):
            return found.name
    return None
