"""The places of lexicon/places.yaml: provinces, regencies, cities, gates, countries, towns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from index.entities.trie import Trie
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_KEYS = [
    "provinces",
    "aliases",
    "towns",
    "gates",
    "countries",
    "capitals",
    "abroad",
    "regions",
    "heads",
    "ordinary",
    "cues",
]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer.

    ``kind`` is ``province``, ``regency``, ``city``, ``town``, ``gate``, ``country``, ``abroad``
    or ``region`` (of the world); an ``ordinary`` name is also a word or a personal name.
    """

    name: str
    kind: str
    ordinary: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places by every form of their names, and the words that lead to a place.

    ``capitals`` gives the capital of a country by the country's name, ``provinces`` the province
    of a regency or city.
    """

    spots: Trie[Spot]
    names: dict[str, Spot]
    kept_heads: Trie[str]
    dropped_heads: Trie[str]
    cues: frozenset[str]
    capitals: dict[str, str]
    provinces: dict[str, str]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that is packed with the program, loaded once."""
    return load_gazetteer(packaged("index.entities", "lexicon").joinpath("places.yaml"))


def load_gazetteer(source: Traversable | Path) -> Gazetteer:
    """The gazetteer in ``source``.

    Raises:
        RuleError: the file cannot be read, a list is missing or holds what is no name, or an
            alias is given for a place that no list has.
    """
    data = load_rules(source)
    file = source.name
    check_keys(file, data, _KEYS)
    ordinary = frozenset(_strings(file, data, "ordinary"))
    spots: Trie[Spot] = Trie()
    names: dict[str, Spot] = {}
    for form, name, kind in _forms(file, data):
        spot = names.setdefault(name, Spot(name, kind, name in ordinary))
        spots.add(form, Spot(name, spot.kind, form in ordinary))
    for name, forms in data["aliases"].items():
        if name not in names:
            raise RuleError(file, data["aliases"].line, f"an alias of an unknown place: {name!r}")
        for form in forms:
            spots.add(form, names[name])
    kept: Trie[str] = Trie()
    dropped: Trie[str] = Trie()
    for trie, key in ((kept, "keep"), (dropped, "drop")):
        for head in _strings(file, data["heads"], key):
            trie.add(head, head, exact=True)
    capitals: dict[str, str] = {}
    for country, capital in data["capitals"].items():
        if country not in names or not isinstance(capital, str):
            raise RuleError(file, data["capitals"].line, f"no country or capital: {country!r}")
        capitals[country] = capital
    cues = frozenset(_strings(file, data, "cues"))
    provinces = {
        place: province["name"]
        for province in data["provinces"]
        for place in (*province["regencies"], *province["cities"])
    }
    return Gazetteer(spots, names, kept, dropped, cues, capitals, provinces)


def _forms(file: str, data: Entry) -> Iterator[tuple[str, str, str]]:
    """Form, name and kind of every place but the extra aliases; provinces first."""
    for province in data["provinces"]:
        check_keys(file, province, ("name", "aliases", "regencies", "cities"))
        for form in (province["name"], *_strings(file, province, "aliases")):
            yield form, province["name"], "province"
    for kind in ("countries", "gates"):
        for name, forms in data[kind].items():
            for form in (name, *forms):
                yield form, name, {"countries": "country", "gates": "gate"}[kind]
    for province in data["provinces"]:
        yield from _plain(_strings(file, province, "cities"), "city")
        yield from _plain(_strings(file, province, "regencies"), "regency")
    yield from _plain(_strings(file, data, "towns"), "town")
    yield from _plain(_strings(file, data, "abroad"), "abroad")
    yield from _plain(_strings(file, data, "regions"), "region")


def _plain(names: Iterable[str], kind: str) -> Iterator[tuple[str, str, str]]:
    return ((name, name, kind) for name in names)


def _strings(file: str, entry: Entry, key: str) -> list[str]:
    values: Any = entry.get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RuleError(file, entry.line, f"{key!r} must be a list of names")
    return values
