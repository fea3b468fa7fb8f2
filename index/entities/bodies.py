"""The bodies of lexicon/agencies.yaml and the units of lexicon/units.yaml, ready to be matched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from index.entities.tokens import key_of
from index.entities.trie import Trie
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_BODY_KEYS = [
    "study",
    "aliases",
    "acronyms",
    "weak",
    "holders",
    "parent",
    "country",
    "former",
    "within",
    "branches",
    "regional",
    "ambiguous",
    "silent",
    "foreign",
    "namesakes",
    "source",
]
_UNIT_KEYS = [
    "study",
    "parent",
    "keep",
    "alone",
    "class",
    "province",
    "abroad",
    "region",
    "capital",
    "through",
    "silent",
    "above",
    "called",
    "lower",
    "full",
    "seat",
]
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_CLASSES = frozenset(("kept", "dropped", "name"))
_HEAD_FLAGS = ("company", "division", "absorbs", "numbered")
_UNIT_LISTS = (
    "units", "heads", "tails", "kinds", "joiners", "buildings", "works", "members", "introducing",
    "areas", "media", "masked",
)  # fmt: skip
_FOLLOWS = frozenset(("place", "words", "unit", "country", "regional"))


@dataclass(frozen=True, slots=True)
class Body:
    """A body that the lexicon knows; the fields are those of agencies.yaml."""

    name: str
    short: str
    country: str | None = None
    parent: str | None = None
    former: tuple[tuple[str, str], ...] = ()
    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
    within: bool = False
    branches: bool = False
    regional: str | None = None
    silent: bool = False
    foreign: str | None = None
    namesakes: tuple[tuple[str, frozenset[str]], ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """A printed form of a body; ``weak`` counts only beside another form of it."""

    body: Body
    weak: bool = False
    ambiguous: bool = False
    holder: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """A head that, with what follows it, names one of many units; fields as in units.yaml."""

    name: str
    follows: frozenset[str]
    parent: str | None = None
    keep: frozenset[str] = frozenset()
    alone: bool = False
    classed: str | None = None
    province: str | None = None
    abroad: str | None = None
    region: bool = False
    capital: bool = False
    through: frozenset[str] = frozenset()
    silent: bool = False
    above: str | None = None
    called: tuple[tuple[str, str], ...] = ()
    lower: bool = False
    full: str | None = None
    seat: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A word that opens the name of a body which no list knows; fields as in units.yaml."""

    least: int
    company: bool = False
    division: bool = False
    absorbs: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that agencies are recognised by.

    ``first_keys`` begin a name; ``telling`` holds every other word, too, that gives one away.
    """

    bodies: tuple[Body, ...]
    aliases: Trie[Alias]
    units: Trie[Unit]
    alone: frozenset[str]
    heads: Trie[Head]
    joiners: frozenset[str]
    tails: dict[str, int]
    kinds: frozenset[str]
    buildings: frozenset[str]
    works: frozenset[str]
    members: frozenset[str]
    introducing: frozenset[str]
    areas: dict[str, str]
    media: Trie[str]
    masked: Trie[str]
    parents: dict[str, str | None]
    abroad: frozenset[str]
    first_keys: frozenset[str]
    telling: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon that is packed with the program, loaded once."""
    folder = packaged("index.entities", "lexicon")
    return load_lexicon(folder.joinpath("agencies.yaml"), folder.joinpath("units.yaml"))


def load_lexicon(agencies: Traversable | Path, units: Traversable | Path) -> Lexicon:
    """The lexicon in two files.

    Raises:
        RuleError: a file cannot be read, a key is missing or unknown, a form stands for two
            bodies, or a parent is no entry.
    """
    bodies, aliases = _load_bodies(agencies.name, load_rules(agencies))
    data = load_rules(units)
    file = units.name
    check_keys(file, data, _UNIT_LISTS)
    unit_trie: Trie[Unit] = Trie()
    parents: dict[str, str | None] = {body.name: body.parent for body in bodies}
    seen: dict[str, str] = {}
    alone: set[str] = set()
    for entry in data["units"]:
        unit = _unit(file, entry)
        if unit.alone:
            alone.add(unit.name)
        parents.setdefault(unit.name, unit.parent)
        for form in entry["heads"]:
            if seen.setdefault(form, unit.name) != unit.name:
                raise RuleError(file, entry.line, f"{form!r} opens {seen[form]!r} already")
            unit_trie.add(form, unit)
            for variant in _variants(form):
                unit_trie.add(variant, unit)
    for name, parent in parents.items():
        if parent is not None and parent not in parents:
            raise RuleError(agencies.name, 0, f"{name!r} has the unknown parent {parent!r}")
    _check_links(file, data, parents)
    heads: Trie[Head] = Trie()
    for entry in data["heads"]:
        check_keys(file, entry, ("least", "words"), _HEAD_FLAGS)
        head = Head(entry["least"], **{flag: bool(entry.get(flag)) for flag in _HEAD_FLAGS})
        for word in entry["words"]:
            heads.add(word, head, exact=True)
    tails: dict[str, int] = {}
    for entry in data["tails"]:
        check_keys(file, entry, ("least", "words"))
        tails.update((key_of(word), entry["least"]) for word in entry["words"])
    media, masked = _phrases(data["media"], exact=True), _phrases(data["masked"])
    first_keys = frozenset[str]().union(
        *(trie.first_keys for trie in (aliases, unit_trie, heads, media, masked))
    )
    return Lexicon(
        bodies=bodies,
        aliases=aliases,
        units=unit_trie,
        alone=frozenset(alone),
        heads=heads,
        joiners=frozenset(key_of(word) for word in data["joiners"]),
        tails=tails,
        kinds=frozenset(key_of(word) for word in data["kinds"]),
        buildings=frozenset(key_of(word) for word in data["buildings"]),
        works=frozenset(data["works"]),
        members=frozenset(key_of(word) for word in data["members"]),
        introducing=frozenset(data["introducing"]),
        areas={place: unit for unit, places in data["areas"].items() for place in places},
        media=media,
        masked=masked,
        parents=parents,
        abroad=frozenset(body.name for body in bodies if body.country not in ("ID", "INT")),
        first_keys=first_keys,
        telling=first_keys.union(tails, data["introducing"]),
    )


def _check_links(file: str, data: Entry, known: dict[str, str | None]) -> None:
    """That the units which others name are entries: ``above``, and the keys of ``areas``."""
    for entry in data["units"]:
        if entry.get("above") is not None and entry["above"] not in known:
            raise RuleError(file, entry.line, f"unknown unit above: {entry['above']!r}")
    for unit in data["areas"]:
        if unit not in known:
            raise RuleError(file, data["areas"].line, f"areas of the unknown unit {unit!r}")


def _load_bodies(file: str, data: Entry) -> tuple[tuple[Body, ...], Trie[Alias]]:
    check_keys(file, data, ("agencies",))
    bodies: list[Body] = []
    trie: Trie[Alias] = Trie()
    seen: dict[str, str] = {}
    for entry in data["agencies"]:
        check_keys(file, entry, ("name",), _BODY_KEYS)
        body = _body(file, entry)
        bodies.append(body)
        acronyms = entry.get("acronyms", [])
        strong = [body.name, *entry.get("aliases", []), *entry.get("holders", []), *acronyms]
        for form in dict.fromkeys([*strong, *entry.get("weak", [])]):
            if seen.setdefault(form, body.name) != body.name:
                raise RuleError(file, entry.line, f"{form!r} stands for {seen[form]!r} already")
            alias = Alias(
                body,
                form not in strong,
                "ambiguous" in entry and form in (acronyms or [body.name]),
                form in entry.get("holders", []),
            )
            trie.add(form, alias, exact=form in acronyms and form.isupper())
            for variant in _variants(form):
                trie.add(variant, alias)
    return tuple(bodies), trie


def _body(file: str, entry: Entry) -> Body:
    context = entry.get("ambiguous") or Entry()
    if context:
        check_keys(file, context, (), ("for", "against"))
    acronyms = entry.get("acronyms") or [entry["name"]]
    for old in entry.get("former", []):
        check_keys(file, old, ("name", "until"))
        if _DAY.fullmatch(str(old["until"])) is None:
            raise RuleError(
                file, entry.line, f"'until' is a year, a month or a day: {old['until']}"
            )
    for other in entry.get("namesakes", []):
        check_keys(file, other, ("name", "for"))
    return Body(
        name=_text(file, entry, "name"),
        short=acronyms[0],
        country=entry.get("country"),
        parent=entry.get("parent"),
        former=tuple((old["name"], str(old["until"])) for old in entry.get("former", [])),
        wanted=frozenset(key_of(word) for word in context.get("for", [])),
        unwanted=frozenset(key_of(word) for word in context.get("against", [])),
        within=bool(entry.get("within")),
        branches=bool(entry.get("branches")),
        regional=entry.get("regional"),
        silent=bool(entry.get("silent")),
        foreign=entry.get("foreign"),
        namesakes=tuple(
            (other["name"], frozenset(key_of(word) for word in other["for"]))
            for other in entry.get("namesakes", [])
        ),
        source=entry.get("source"),
    )


def _unit(file: str, entry: Entry) -> Unit:
    check_keys(file, entry, ("name", "heads", "of"), _UNIT_KEYS)
    follows = frozenset(entry["of"])
    if not follows <= _FOLLOWS:
        raise RuleError(file, entry.line, f"unknown in 'of': {sorted(follows - _FOLLOWS)}")
    if entry.get("class") not in _CLASSES | {None}:
        raise RuleError(file, entry.line, f"'class' is one of {sorted(_CLASSES)}")
    return Unit(
        name=_text(file, entry, "name"),
        follows=follows,
        parent=entry.get("parent"),
        keep=frozenset(key_of(word) for word in entry.get("keep", [])),
        alone=bool(entry.get("alone")),
        classed=entry.get("class"),
        province=entry.get("province"),
        abroad=entry.get("abroad"),
        region=bool(entry.get("region")),
        capital=bool(entry.get("capital")),
        through=frozenset(entry.get("through", [])),
        silent=bool(entry.get("silent")),
        above=entry.get("above"),
        called=tuple(entry.get("called", {}).items()),
        lower=bool(entry.get("lower")),
        full=entry.get("full"),
        seat=bool(entry.get("seat")),
    )


def _text(file: str, entry: Entry, key: str) -> str:
    value: Any = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise RuleError(file, entry.line, f"{key!r} must be a name")
    return value


def _variants(form: str) -> set[str]:
    """Other ways to print the same name: without commas, without hyphens."""
    plain = form.replace(",", "")
    return {plain, plain.replace("-", " ")} - {form}


def _phrases(forms: list[str], *, exact: bool = False) -> Trie[str]:
    trie: Trie[str] = Trie()
    for form in forms:
        trie.add(form, form, exact=exact)
    return trie
