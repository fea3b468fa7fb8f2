"""The places that the lexicon knows by every form of their names, and what each lies in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from index.entities.chart import Chart, read_chart
from index.entities.place_words import PlaceWords, load_place_words
from index.entities.trie import Trie
from index.rules import packaged

# Words that open the names of many places, written with the next word or apart.
_FIRST_PARTS = (
    "Tanjung", "Batu", "Muara", "Sungai", "Karang", "Kebon", "Ujung", "Gunung", "Padang", "Bandar",
    "Pematang", "Teluk", "Lubuk", "Pondok", "Bantar", "Pasar", "Pulau", "Bukit", "Tebing",
    "Rantau", "Labuhan", "Kota", "Banjar", "Kampung", "Simpang", "Kali", "Selat", "Pagar", "Sawah",
    "Pangkal",
)  # fmt: skip
_LEAST_REST = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer.

    ``kind`` is ``province``, ``regency``, ``city``, ``town``, ``gate``, ``country``, ``abroad``,
    ``region`` (of the world) or ``district``; an ``ordinary`` name is also a word or a personal
    name, a ``club`` that of a football club, too.
    """

    name: str
    kind: str
    ordinary: bool = False
    club: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places by every form of their names, and the words that lead to a place.

    ``bearers`` gives for a filed name what each place of that name lies in; ``areas`` what else
    holds it (an island, Jabodetabek); ``forms`` the other forms of its name. ``provinces`` gives
    the province of a regency or city, ``capitals`` the seat of a mission by its country.
    ``opening`` holds the keys with which the names of places, their heads and tails begin.
    """

    spots: Trie[Spot]
    names: dict[str, Spot]
    bearers: dict[str, tuple[str, ...]]
    areas: dict[str, tuple[str, ...]]
    forms: dict[str, tuple[str, ...]]
    provinces: dict[str, str]
    capitals: dict[str, str]
    words: PlaceWords
    opening: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that is packed with the program, loaded once."""
    return load_gazetteer(packaged("index.entities", "lexicon"))


def load_gazetteer(folder: Traversable | Path) -> Gazetteer:
    """The gazetteer in the files of ``folder``.

    Raises:
        RuleError: a file cannot be read, a list is missing or holds what is no name, or an alias
            is given for a place that no list has.
    """
    chart = read_chart(folder)
    words = load_place_words(folder.joinpath("place_words.yaml"))
    spots: Trie[Spot] = Trie()
    names: dict[str, Spot] = {}

    def add(form: str, name: str, kind: str) -> None:
        spots.add(form, Spot(name, kind, form in words.ordinary, form in words.clubs))

    taken: set[str] = set()
    plain = [place for place in chart.places if place.kind != "district"]
    for place in plain:
        names.setdefault(place.name, Spot(place.name, place.kind, place.name in words.ordinary))
        add(place.name, place.name, names[place.name].kind)
        taken.update((place.name, *place.forms))
    for place in plain:
        for form in place.forms:
            add(form, place.name, names[place.name].kind)
    for place in plain:
        if place.kind in ("regency", "city", "town"):
            for form in _respelt(place.name):
                add(form, place.name, names[place.name].kind)
    for name, forms in chart.aliases.items():
        for form in forms:
            if name in names:
                add(form, name, names[name].kind)
                taken.add(form)
    for place in chart.places:
        if place.kind == "district" and place.name not in taken:
            names.setdefault(place.name, Spot(place.name, "district"))
            if place.name not in chart.common:
                for form in (place.name, *_respelt(place.name)):
                    spots.add(form, names[place.name])
    return Gazetteer(
        spots,
        names,
        _bearers(chart),
        _areas(chart),
        _forms(chart),
        {
            place.name: place.within
            for place in chart.places
            if place.kind in ("regency", "city") and place.within is not None
        },
        chart.capitals,
        words,
        spots.first_keys.union(words.heads.first_keys, words.tail_keys),
    )


def _respelt(name: str) -> list[str]:
    """The name as one word or as two: the press writes *Tanjungpinang* and *Tanjung Pinang*."""
    words = name.split()
    if len(words) == 2 and words[0] in _FIRST_PARTS and words[1][0].isalpha():
        return [words[0] + words[1].lower()]
    if len(words) == 1:
        for part in _FIRST_PARTS:
            rest = name.removeprefix(part)
            if rest != name and len(rest) >= _LEAST_REST and rest[0].islower():
                return [f"{part} {rest.capitalize()}"]
    return []


def _bearers(chart: Chart) -> dict[str, tuple[str, ...]]:
    """What the places of each name lie in; a town's own first, a greater place's alone."""
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    for place in chart.places:
        kind = kinds.setdefault(place.name, place.kind)
        # A city that is named like its province is filed with it.
        if place.within is None or place.within in (place.name, *bearers[place.name]):
            continue
        same = {kind, place.kind} <= _REGIONS or {kind, place.kind} <= _SMALL
        if same or not bearers[place.name]:
            bearers[place.name].append(place.within)
    return {name: tuple(within) for name, within in bearers.items()}


_REGIONS = frozenset(["regency", "city"])
_SMALL = frozenset(["town", "district"])


def _areas(chart: Chart) -> dict[str, tuple[str, ...]]:
    areas: defaultdict[str, list[str]] = defaultdict(list)
    for area, held in chart.areas.items():
        for name in held:
            areas[name].append(area)
    return {name: tuple(holding) for name, holding in areas.items()}


def _forms(chart: Chart) -> dict[str, tuple[str, ...]]:
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for place in chart.places:
        forms[place.name] += place.forms
    for name, others in chart.aliases.items():
        forms[name] += others
    return {name: tuple(dict.fromkeys(others)) for name, others in forms.items() if others}
