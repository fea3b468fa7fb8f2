"""The laws and kinds of regulations that lexicon/laws.yaml names, ready to be matched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from index.entities.chart import names_of
from index.entities.cues import CueIndex
from index.language.patterns import alternatives
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_LONGEST_EXACT = 4


@dataclass(frozen=True, slots=True)
class LawLexicon:
    """What laws are recognised by.

    ``kinds`` gives the kind (``UU``, ``Pergub``) by a printed form in lower case with single
    spaces; the kinds of ``issuer`` have who issued them in their names. ``pattern`` is a source of
    a regular expression for all forms. ``named`` gives a law by the words that follow *UU*, in
    lower case; ``codes`` finds codes by all their forms; ``titles`` are those of the laws.
    With one of ``heads`` in lower case, or of ``acronyms`` as printed, every form begins.
    """

    kinds: dict[str, str]
    issuer: frozenset[str]
    pattern: str
    named: dict[tuple[str, ...], str]
    codes: CueIndex[str]
    titles: dict[str, str]
    heads: tuple[str, ...]
    acronyms: tuple[str, ...]


@cache
def law_lexicon() -> LawLexicon:
    """The lexicon that is packed with the program, loaded once."""
    return load_laws(packaged("index.entities", "lexicon").joinpath("laws.yaml"))


def load_laws(source: Traversable | Path) -> LawLexicon:
    """The lexicon in ``source``.

    Raises:
        RuleError: the file cannot be read, or a key or form is missing or is no text.
    """
    rules = load_rules(source)
    file = source.name
    check_keys(file, rules, ("kinds", "laws", "codes"))
    kinds: dict[str, str] = {}
    issuer: set[str] = set()
    for kind, entry in _entries(file, rules, "kinds"):
        check_keys(file, entry, ("forms",), ("issuer",))
        kinds.update(dict.fromkeys(names_of(file, entry, "forms"), kind))
        if entry.get("issuer"):
            issuer.add(kind)
    named: dict[tuple[str, ...], str] = {}
    titles: dict[str, str] = {}
    for law, entry in _entries(file, rules, "laws"):
        check_keys(file, entry, ("title", "names"))
        titles[law] = entry["title"]
        for name in _texts(file, entry, entry["names"]):
            named.setdefault(law_words(name), law)
    codes = [
        (form, law) for law, forms in rules["codes"].items() for form in _texts(file, rules, forms)
    ]
    pattern, heads, acronyms = _pattern(kinds)
    return LawLexicon(
        kinds, frozenset(issuer), pattern, named, CueIndex(codes), titles, heads, acronyms
    )


def law_words(name: str) -> tuple[str, ...]:
    """The words of a law's name as they are compared."""
    return tuple(re.findall(r"[^\W_]+(?:-[^\W_]+)*", name.lower()))


def _pattern(kinds: Iterable[str]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """All forms of all kinds, the longest first; acronyms of up to four letters as printed.

    With it the first words of those forms, and the acronyms, one of which a text must hold.
    """
    short = [form.upper() for form in kinds if " " not in form and len(form) <= _LONGEST_EXACT]
    long = sorted((form for form in kinds if form.upper() not in short), key=len, reverse=True)
    spelt = [re.escape(form).replace(r"\ ", r"[-\s–]+") for form in long]
    heads = dict.fromkeys([form.split()[0] for form in long] + ["permen", "kepmen"])
    pattern = (
        rf"(?:{'|'.join(spelt)}|permen[a-z]+|kepmen[a-z]+|(?-i:{alternatives(short)}|uu))(?!\w)"
    )
    return pattern, tuple(heads), (*short, "uu")


def _entries(file: str, rules: Entry, key: str) -> list[tuple[str, Entry]]:
    value = rules[key]
    if not isinstance(value, Entry) or not all(isinstance(one, Entry) for one in value.values()):
        raise RuleError(file, rules.line, f"{key!r} must map names to their entries")
    return list(value.items())


def _texts(file: str, entry: Entry, values: object) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RuleError(file, entry.line, "names and forms must be lists of texts")
    return values
