"""The words around names: offices, ranks, honorifics, verbs of speech (lexicon/roles.yaml)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from index.entities.tokens import key_of
from index.entities.trie import Trie
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_LISTS = [
    "offices",
    "parts",
    "case_parts",
    "before",
    "ranks",
    "rank_tags",
    "honorifics",
    "degrees",
    "joiners",
    "complement",
    "strong",
    "naming",
    "initials",
    "particles",
    "aliases",
    "given",
    "never",
    "english_heads",
    "relations",
    "things",
    "team_offices",
    "thing_words",
]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of roles.yaml, phrases as tries, single words as sets of keys.

    Attributes:
        offices, parts, ranks: what stands before a name and tells who it is.
        before: words that belong to the office after them (Plt, mantan).
        honorifics, tags, degrees: courtesy, corps and degrees, never part of a name.
        joiners, complement: words inside an office, before the name begins.
        said, saying, strong: verbs before a name, after it, and those that only people do.
        naming, initials, aliases: phrases after which a name, initials, another name stand.
        particles, given, never: words inside names, that open names, that are no names.
        shouts: acronyms that are no names, as printed (SIM is none, Sim may be).
        english_heads: last words of an English title (Director).
        relations: words after which somebody else's name may stand first (mertua X, Y).
        things: words whose name, after them, is no person's (kapal, jalan, RS).
        team_offices: offices after which one word may be a team or a firm.
        thing_words: words that stand in no person's name.
        known_as: other names of well-known people, by the keys of the full name.
        nicknames: those other names by which anybody is known at once (Jokowi).
        cues: the first keys of all that may stand before a name.
        titles: those of offices, parts and ranks among them.
        common: words that are written in lower case (lexicon/common_words.txt).
    """

    offices: Trie[str]
    parts: Trie[str]
    case_parts: frozenset[str]
    before: Trie[str]
    ranks: Trie[str]
    tags: frozenset[str]
    honorifics: frozenset[str]
    degrees: frozenset[str]
    joiners: frozenset[str]
    complement: frozenset[str]
    said: frozenset[str]
    saying: frozenset[str]
    strong: frozenset[str]
    naming: Trie[str]
    initials: Trie[str]
    aliases: Trie[str]
    particles: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    shouts: frozenset[str]
    english_heads: frozenset[str]
    relations: Trie[str]
    things: frozenset[str]
    team_offices: frozenset[str]
    thing_words: frozenset[str]
    known_as: dict[tuple[str, ...], frozenset[str]]
    nicknames: frozenset[tuple[str, ...]]
    cues: frozenset[str]
    titles: frozenset[str]
    common: frozenset[str]

    def common_word(self, key: str) -> bool:
        """Whether the word is written in lower case as a rule, and opens no name."""
        return key in self.common and key not in self.given


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that is packed with the program, loaded once."""
    folder = packaged("index.entities", "lexicon")
    common = load_common(folder.joinpath("common_words.txt"))
    return load_vocabulary(folder.joinpath("roles.yaml"), common)


def load_common(source: Traversable | Path) -> frozenset[str]:
    """The common words in ``source``, one a line, as keys; a line with ``#`` is a remark.

    Raises:
        RuleError: the file cannot be read.
    """
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(source.name, 0, f"cannot be read: {error}") from error
    return frozenset(key_of(line) for line in lines if line and not line.startswith("#"))


def load_vocabulary(source: Traversable | Path, common: frozenset[str] = frozenset()) -> Vocabulary:
    """The vocabulary in ``source``, with the ``common`` words of the language.

    Raises:
        RuleError: the file cannot be read, or a list is missing or holds what is no word.
    """
    data = load_rules(source)
    file = source.name
    check_keys(file, data, (*_LISTS, "speech", "known_as"))
    check_keys(file, data["speech"], ("before", "after"))
    lists = {key: _words(file, data, key) for key in _LISTS}
    made = Vocabulary(
        offices=_trie(lists["offices"]),
        parts=_trie(lists["parts"]),
        case_parts=_keys(lists["case_parts"]),
        before=_trie(lists["before"]),
        ranks=_trie(lists["ranks"]),
        tags=_keys(lists["rank_tags"]),
        honorifics=_keys(lists["honorifics"]),
        degrees=_keys(lists["degrees"]),
        joiners=_keys(lists["joiners"]),
        complement=_keys(lists["complement"]),
        said=_keys(_words(file, data["speech"], "before")),
        saying=_keys(_words(file, data["speech"], "after")),
        strong=_keys(lists["strong"]),
        naming=_trie(lists["naming"]),
        initials=_trie(lists["initials"]),
        aliases=_trie(lists["aliases"]),
        particles=_keys(lists["particles"]),
        given=_keys(lists["given"]),
        never=_keys([word for word in lists["never"] if not _shout(word)]),
        shouts=frozenset(word for word in lists["never"] if _shout(word)),
        english_heads=_keys(lists["english_heads"]),
        relations=_trie(lists["relations"]),
        things=_keys(lists["things"]),
        team_offices=_keys(lists["team_offices"]),
        thing_words=_keys(lists["thing_words"]),
        known_as={
            tuple(key_of(word) for word in name.split()): _keys(
                [word for other in _words(file, data["known_as"], name) for word in other.split()]
            )
            for name in data["known_as"]
        },
        nicknames=frozenset(
            tuple(key_of(word) for word in other.split())
            for name in data["known_as"]
            for other in _words(file, data["known_as"], name)
            if not other.isupper() and len(other) > 4
        ),
        cues=frozenset(),
        titles=frozenset(),
        common=common,
    )
    titles = made.offices.first_keys | made.parts.first_keys | made.ranks.first_keys
    cues = titles | made.before.first_keys | made.naming.first_keys | made.honorifics | made.said
    return replace(made, cues=cues, titles=titles)


def _words(file: str, entry: Entry, key: str) -> list[str]:
    values = entry.get(key)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise RuleError(file, entry.line, f"{key!r} must be a list of words")
    return values


def _shout(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _keys(words: list[str]) -> frozenset[str]:
    return frozenset(key_of(word) for word in words)


def _trie(phrases: list[str]) -> Trie[str]:
    trie: Trie[str] = Trie()
    for phrase in phrases:
        trie.add(phrase, phrase)
        # A short office is met in lower case, too (bupati is, and so is istri).
        if len(phrase) <= 4 and phrase != phrase.lower():
            trie.add(phrase.lower(), phrase)
        elif len(phrase) <= 4 and phrase != phrase.title():
            trie.add(phrase.title(), phrase)
    return trie
