"""Places: names of the gazetteer, and capitalised runs after Desa, Pulau, Bandara and the like."""

from __future__ import annotations

from dataclasses import dataclass

from index.entities.gazetteer import Spot, gazetteer
from index.entities.tokens import Tokens
from index.entities.vocabulary import vocabulary

_RUN = 3
_SIDES = frozenset(["barat", "timur", "utara", "selatan", "tengah"])


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a text: tokens ``start:end``, the name to file under, and the gazetteer's kind.

    ``kind`` is ``local`` for a place that only a head (Desa, Pulau) tells; ``sure`` is False for
    a name that is also a word or a personal name and has nothing near that tells which.
    """

    start: int
    end: int
    name: str
    kind: str
    sure: bool = True


def find_sites(tokens: Tokens) -> list[Site]:
    """The places of one part, left to right, without overlaps."""
    sites: list[Site] = []
    at = 0
    while at < len(tokens):
        site = _longest_at(tokens, at) if tokens.capital[at] else None
        if site is None:
            at += 1
            continue
        sites.append(site)
        at = site.end
    return sites


def _longest_at(tokens: Tokens, at: int) -> Site | None:
    local, known = local_at(tokens, at), site_at(tokens, at)
    if local is None or (known is not None and known.end >= local.end):
        return known
    return local


def site_at(tokens: Tokens, at: int) -> Site | None:
    """The place that the gazetteer knows at token ``at``, or None; a head may open it.

    ``Kota``, ``Kabupaten``, ``Provinsi`` before a name belong to the span and not to the name.
    """
    if not tokens.is_capital(at):
        return None
    known = gazetteer()
    head = known.dropped_heads.longest(tokens, at)
    found = known.spots.longest(tokens, at)
    if head is not None and (found is None or found[0] <= head[0]):
        after = known.spots.longest(tokens, head[0]) if tokens.is_capital(head[0]) else None
        if after is not None:
            return Site(at, after[0], after[1].name, after[1].kind)
        end = _run(tokens, head[0])
        # An unknown name after Kabupaten or Kota is one only if nothing else explains it.
        if end > head[0] and not tokens.headline[at] and head[1] in ("Kabupaten", "Provinsi"):
            return Site(at, end, tokens.form(head[0], end), "local")
        return None
    if found is None:
        return None
    end, spot = found
    if spot.kind in ("city", "regency", "town") and _part_of_region(tokens, end):
        # A district named by its side of the city: Semarang Barat.
        return Site(at, end + 1, tokens.form(at, end + 1), "local")
    return Site(at, end, spot.name, spot.kind, _sure(tokens, at, end, spot))


def local_at(tokens: Tokens, at: int) -> Site | None:
    """The place that a head such as Desa, Kecamatan, Bandara opens at token ``at``, or None."""
    head = gazetteer().kept_heads.longest(tokens, at)
    if head is None:
        return None
    end = _run(tokens, head[0])
    known = gazetteer().spots.longest(tokens, head[0]) if tokens.is_capital(head[0]) else None
    if known is not None:
        end = max(end if known[0] > end else known[0], known[0])
    if end <= head[0]:
        return None
    return Site(at, end, " ".join(tokens.form(at, end).split()), "local")


def _part_of_region(tokens: Tokens, at: int) -> bool:
    return tokens.key(at) in _SIDES and tokens.is_capital(at) and not tokens.headline[at]


def _sure(tokens: Tokens, at: int, end: int, spot: Spot) -> bool:
    if not spot.ordinary:
        return True
    if tokens.key(at - 1) in gazetteer().cues:
        return True
    if tokens.initial[at] or tokens.headline[at]:
        return False
    beside = (at - 1, end)
    return not any(
        tokens.is_capital(i) and tokens.keys[i] not in vocabulary().never for i in beside
    )


def _run(tokens: Tokens, at: int) -> int:
    never = vocabulary().never
    end = at
    while (
        end < len(tokens)
        and end - at < _RUN
        and tokens.capital[end]
        and tokens.keys[end] not in never
        and not (end > at and tokens.keys[end] in vocabulary().honorifics)
    ):
        end += 1
    return end
