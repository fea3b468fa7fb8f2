"""The places of lexicon/places.yaml, world.yaml and districts.yaml, each with what it lies in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from index.rules import Entry, RuleError, check_keys, load_rules

_INDONESIA = ["provinces", "aliases", "towns", "areas", "gates"]
_WORLD = ["regions", "countries", "missions", "aliases"]
_DISTRICTS = ["common", "districts", "villages"]
_STATE = "Indonesia"


@dataclass(frozen=True, slots=True)
class Charted:
    """A place of the files: the name to file under, its kind, other forms, what it lies in."""

    name: str
    kind: str
    forms: tuple[str, ...] = ()
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the three files say.

    ``places`` are in the order in which their forms win; ``areas`` gives, for an island or
    another area that is no part of the state's order, the places that it holds; ``common`` are
    names of districts that are words of the language; ``capitals`` the seat of a mission by its
    country.
    """

    places: tuple[Charted, ...]
    areas: dict[str, tuple[str, ...]]
    aliases: dict[str, tuple[str, ...]]
    common: frozenset[str]
    capitals: dict[str, str]


def read_chart(folder: Traversable | Path) -> Chart:
    """The places of the files in ``folder``.

    Raises:
        RuleError: a file cannot be read, a list is missing, an alias is given for a place that no
            list has, or a place lies in one that no list has.
    """
    home = load_rules(folder.joinpath("places.yaml"))
    world = load_rules(folder.joinpath("world.yaml"))
    districts = load_rules(folder.joinpath("districts.yaml"))
    check_keys("places.yaml", home, _INDONESIA)
    check_keys("world.yaml", world, _WORLD)
    check_keys("districts.yaml", districts, _DISTRICTS)
    places = [*_provinces(home), *_world(world), *_gates(home), *_regencies(home)]
    areas, areal = _areas(home, places)
    places += [*areal, *_towns(home), *_districts(districts)]
    known = {place.name for place in places}
    for place in places:
        if place.within is not None and place.within not in known:
            reason = f"{place.name!r} lies in an unknown place: {place.within!r}"
            raise RuleError("places.yaml", 0, reason)
    aliases: dict[str, tuple[str, ...]] = {}
    for file, entry in (("places.yaml", home["aliases"]), ("world.yaml", world["aliases"])):
        for name, forms in entry.items():
            if name not in known:
                raise RuleError(file, entry.line, f"an alias of an unknown place: {name!r}")
            aliases[name] = (*aliases.get(name, ()), *forms)
    common = frozenset(names_of("districts.yaml", districts, "common"))
    return Chart(tuple(places), areas, aliases, common, _capitals(world))


def names_of(file: str, entry: Entry, key: str) -> list[str]:
    """The names of a list that is one text, parted by commas.

    Raises:
        RuleError: the value is no text.
    """
    value = entry.get(key, "")
    if not isinstance(value, str):
        raise RuleError(file, entry.line, f"{key!r} must be a text of names parted by commas")
    return [name for part in value.split(",") if (name := part.strip())]


def _provinces(home: Entry) -> Iterator[Charted]:
    for province in home["provinces"]:
        check_keys("places.yaml", province, ("name", "aliases", "regencies", "cities"))
        yield Charted(province["name"], "province", tuple(province["aliases"]), _STATE)


def _regencies(home: Entry) -> Iterator[Charted]:
    for province in home["provinces"]:
        for key, kind in (("cities", "city"), ("regencies", "regency")):
            for name in province[key]:
                yield Charted(name, kind, (), province["name"])


def _gates(home: Entry) -> Iterator[Charted]:
    for name, gate in home["gates"].items():
        check_keys("places.yaml", gate, ("in", "forms"))
        yield Charted(name, "gate", tuple(names_of("places.yaml", gate, "forms")), gate["in"])


def _towns(home: Entry) -> Iterator[Charted]:
    for within in home["towns"]:
        for name in names_of("places.yaml", home["towns"], within):
            yield Charted(name, "town", (), within)


def _areas(home: Entry, places: list[Charted]) -> tuple[dict[str, tuple[str, ...]], list[Charted]]:
    held: dict[str, tuple[str, ...]] = {}
    areal: list[Charted] = []
    known = {place.name for place in places} | set(home["areas"])
    for name, area in home["areas"].items():
        check_keys("places.yaml", area, ("forms", "holds"))
        held[name] = tuple(names_of("places.yaml", area, "holds"))
        unknown = [place for place in held[name] if place not in known]
        if unknown:
            raise RuleError("places.yaml", area.line, f"{name!r} holds unknown places: {unknown}")
        forms = tuple(names_of("places.yaml", area, "forms"))
        areal.append(Charted(name, "town", forms, _STATE))
    return held, areal


def _districts(districts: Entry) -> Iterator[Charted]:
    for key in ("districts", "villages"):
        for region in districts[key]:
            within = region.removeprefix("Kabupaten ").removeprefix("Kota ")
            for name in names_of("districts.yaml", districts[key], region):
                yield Charted(name, "district", (), within)


def _world(world: Entry) -> Iterator[Charted]:
    file = "world.yaml"
    for name, region in world["regions"].items():
        check_keys(file, region, ("forms", "within"))
        yield Charted(
            name, "region", tuple(names_of(file, region, "forms")), region["within"] or None
        )
    for name, country in world["countries"].items():
        check_keys(file, country, ("forms", "capital", "region"), ("places", "states"))
        yield Charted(name, "country", tuple(names_of(file, country, "forms")), country["region"])
    for name, country in world["countries"].items():
        if country["capital"] and name not in (country["capital"], _STATE):
            yield Charted(country["capital"], "abroad", (), name)
        for place in names_of(file, country, "places"):
            yield Charted(place, "abroad", (), name)
        states = country.get("states") or Entry()
        for state in states:
            yield Charted(state, "abroad", (), name)
            for place in names_of(file, states, state):
                yield Charted(place, "abroad", (), state)


def _capitals(world: Entry) -> dict[str, str]:
    seats = {
        name: country["capital"]
        for name, country in world["countries"].items()
        if country["capital"] and name != _STATE
    }
    return seats | {name: str(seat) for name, seat in world["missions"].items()}
