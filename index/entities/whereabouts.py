"""What a place lies in, by its filed name alone: for a search that takes in all that lies there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from index.entities.gazetteer import gazetteer

_HIGHEST = 8
_SIDES = frozenset(["Barat", "Timur", "Utara", "Selatan", "Tengah"])


@lru_cache(maxsize=65536)
def places_above(name: str, parent: str | None = None) -> tuple[str, ...]:
    """The filed names of the places that the place ``name`` lies in, the nearest first.

    ``Kupang`` lies in Nusa Tenggara Timur and Indonesia. Where several places have the name, the
    one in ``parent`` is meant; without it, what all of them lie in is given (*Banjar*: Indonesia).
    Empty where nothing is known of the name.
    """
    bearers = gazetteer().bearers.get(name, ())
    if parent is not None:
        fitting = [bearer for bearer in bearers if parent in (bearer, *places_above(bearer))]
        bearers = tuple(fitting[:1]) or (parent,)
    lines = [(bearer, *_above(bearer, name)) for bearer in bearers]
    if not lines:
        return ()
    return tuple(place for place in lines[0] if all(place in line for line in lines[1:]))


def _above(bearer: str, name: str) -> tuple[str, ...]:
    spot = gazetteer().names.get(bearer)
    # The line ends with the state; the parts of the world are areas.
    if spot is None or spot.kind in ("country", "region") or bearer == name:
        return ()
    return places_above(bearer)


@lru_cache(maxsize=65536)
def all_above(name: str, parent: str | None = None) -> tuple[str, ...]:
    """What :func:`places_above` gives, and the islands, areas and parts of the world beside."""
    found = dict.fromkeys((name, *places_above(name, parent)))
    waiting = list(found)
    areas, bearers, names = gazetteer().areas, gazetteer().bearers, gazetteer().names
    while waiting and len(found) < _HIGHEST * _HIGHEST:
        place = waiting.pop(0)
        spot = names.get(place)
        further = list(areas.get(place, ()))
        if spot is not None and spot.kind in ("country", "region"):
            further += bearers.get(place, ())
        for area in further:
            if area not in found:
                found[area] = None
                waiting.append(area)
    return tuple(place for place in found if place != name)


def lies_in(name: str, place: str) -> bool:
    """Whether a place of the name ``name`` lies in ``place``."""
    bearers = gazetteer().bearers.get(name, ())
    return any(place in (bearer, *all_above(bearer)) for bearer in bearers)


def parent_among(name: str, places: Collection[str], beside: Sequence[str]) -> str | None:
    """What ``name`` lies in, in an article that names ``places``; ``beside`` stand right after it.

    The place printed after a village is what it lies in; of several places of one name the one
    that lies in a place of the article is meant; None where the article does not tell, and for
    countries and parts of the world.
    """
    known = gazetteer()
    spot = known.names.get(name)
    if spot is not None and spot.kind in ("country", "region"):
        return None
    bearers = known.bearers.get(name, ())
    if len(bearers) == 1 and spot is not None and spot.kind != "district":
        return bearers[0]
    for wanted in (beside, places):
        fitting = [
            bearer
            for bearer in bearers
            if any(other != name and other in _narrow(bearer) for other in wanted)
        ]
        if len(fitting) == 1:
            return fitting[0]
    for bearer in bearers:
        if name.startswith(f"{bearer} "):
            return bearer
    city, _, side = name.rpartition(" ")
    if not bearers and side in _SIDES and city in known.bearers:
        return city
    if beside:
        return next((other for other in beside if other != name), None)
    return bearers[0] if bearers and spot is not None and spot.kind == "town" else None


def _narrow(place: str) -> tuple[str, ...]:
    """``place`` and what it lies in, the state left out: most articles name that."""
    return (place, *places_above(place)[:-1])
