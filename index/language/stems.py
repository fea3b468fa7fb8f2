"""Stems of Indonesian words: PySastrawi, told better where it merges what belongs apart."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from index.language.tokens import is_reduplication
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "stems.yaml"
_KEYS = ("keep", "roots", "dropped", "places")
# The only shape that the stemmer may see: on others it raises re.error or guesses.
_STEMMABLE = re.compile(r"[a-z]{3,40}(?:-[a-z]{2,40})?")
# What the stemmer may take off, at the beginning and at the end (its visitors and prefix rules,
# the infixes -er- -el- -em- -in- included); other words are their own stems. Asking it costs
# 0.1 ms, and half of the words of a newspaper are names.
_AFFIXED = re.compile(
    r"(?:di|[ksbtmp]e|ku|kau|[bcdfghjklmnpqrstvwxyz](?:er|el|em|in)[aiueo]).*"
    r"|.*(?:[lkt]ah|pun|ku|mu|nya|i|is|isme|isasi|an)"
)
_CLITIC = re.compile(r"(.{3,})(?:nya|lah|kah|pun|ku|mu)")


class _Rules(NamedTuple):
    keep: frozenset[str]
    roots: dict[str, str]
    dropped: frozenset[str]
    places: frozenset[str]


@cache
def _rules() -> _Rules:
    data = load_rules(packaged("index.language", _FILE))
    check_keys(_FILE, data, required=_KEYS)
    roots = data["roots"]
    if not isinstance(roots, Entry) or not all(isinstance(root, str) for root in roots.values()):
        raise RuleError(_FILE, data.line, "'roots' must map words to roots")
    return _Rules(
        _word_set(data, "keep"), dict(roots), _word_set(data, "dropped"), _word_set(data, "places")
    )


def _word_set(data: Entry, key: str) -> frozenset[str]:
    value = data[key]
    if not isinstance(value, str):
        raise RuleError(_FILE, data.line, f"{key!r} must be words parted by white space")
    return frozenset(value.split())


@cache
def _stemmer() -> Any:
    from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
    from Sastrawi.Stemmer.Stemmer import Stemmer
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    dropped = _rules().dropped
    entries = [entry for entry in StemmerFactory().get_words() if entry not in dropped]
    return Stemmer(ArrayDictionary(entries))


_known: dict[str, str] = {}
_MOST_KNOWN = 500_000


def stem(word: str) -> str:
    """The stem of a normalised word (as ``tokens`` gives it); the word itself where it has none.

    Only words of Latin letters are stemmed. Enclitics (*-nya -lah -kah -pun -ku -mu*) go from
    kept words and places too: *pelakunya* gives ``pelaku``. A reduplication gives the stem of
    what it doubles: *orang-orang* gives ``orang``.

    Raises:
        RuleError: ``stems.yaml`` cannot be used.
    """
    found = _known.get(word)
    if found is None:
        found = _stem(word)
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[word] = found
    return found


def remember(word: str, known_stem: str) -> None:
    """Takes a stem that an index has kept, so that it need not be found anew."""
    if len(_known) < _MOST_KNOWN:
        _known.setdefault(word, known_stem)


def _stem(word: str) -> str:
    if not _STEMMABLE.fullmatch(word):
        return word
    first, hyphen, second = word.partition("-")
    if hyphen:
        return _stem_of_doubled(word, first, second)
    exempt = _exempt(word)
    if exempt is not None:
        return exempt
    return str(_stemmer().stem_word(word)) if _AFFIXED.fullmatch(word) else word


def _exempt(word: str) -> str | None:
    """The stem of a word that the rules decide about, with or without an enclitic."""
    rules = _rules()
    candidates = [word]
    clitic = _CLITIC.fullmatch(word)
    if clitic:
        candidates.append(clitic.group(1))
    for candidate in candidates:
        root = rules.roots.get(candidate)
        if root is not None:
            return root
        if candidate in rules.keep or candidate in rules.places:
            return candidate
    return None


def _stem_of_doubled(word: str, first: str, second: str) -> str:
    exempt = _exempt(word)
    if exempt is not None:
        return exempt
    found = str(_stemmer().stem_word(word))
    if "-" not in found:
        return _exempt(found) or found
    stems = {stem(first), stem(second)}
    if len(stems) == 1 and is_reduplication(first, second):
        return stems.pop()
    return word
