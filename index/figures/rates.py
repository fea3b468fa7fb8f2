"""For each of what a number is: *Rp5 juta per orang*, *dua kali sebulan*, *masing-masing 3*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.figures.counted import Counted
from index.figures.parts import FILE, KEYS
from index.figures.resources import listed, rules
from index.language.patterns import alternatives
from index.rules import Entry, RuleError

# So far before an amount *setiap korban* may stand.
_REACH = 60
_EACH_REACH = 20
# Kinds of units that a number can be for each of.
_BASES = frozenset({"person", "thing", "place", "case"})


@dataclass(frozen=True, slots=True)
class Rate:
    """What a number is for each of, and the words that say so."""

    per: str
    words: Span


@dataclass(frozen=True, slots=True)
class _Words:
    after: re.Pattern[str]
    before: re.Pattern[str]
    fused: re.Pattern[str]
    nouns: dict[str, str]
    each: re.Pattern[str]
    none: frozenset[str]


@cache
def _words() -> _Words:
    entry = rules(FILE, KEYS)
    nouns = entry["per_words"]
    if not isinstance(nouns, Entry):
        raise RuleError(FILE, entry.line, "'per_words' must map a word to its noun")
    per = alternatives(listed(FILE, entry, "per"))
    return _Words(
        after=re.compile(rf"(?:\s{per}\s|\s?/\s?)([a-z]+)(?!\w)", re.I),
        before=re.compile(
            rf"(?<!\w){per}\s([a-z]+)(?:\s\w+){{0,4}}?,?\s(?:adalah\s|sebesar\s|sebanyak\s)?\Z",
            re.I,
        ),
        fused=re.compile(rf"\s(?:dalam\s)?({alternatives(nouns)})(?!\w)", re.I),
        nouns={word: str(noun) for word, noun in nouns.items()},
        each=re.compile(rf"(?<!\w){alternatives(listed(FILE, entry, 'each'))}\s(?:\w+\s)?\Z", re.I),
        none=frozenset(listed(FILE, entry, "not_per")),
    )


def rate_of(text: str, counts: Sequence[Counted], at: int) -> Rate | None:
    """What the count at ``at`` is for each of, or None.

    Words behind the number tell before those in front of it. *masing-masing* takes up the persons
    or things that were counted last in the sentence; before a list (*masing-masing 5 WNI dan 3
    WNA*) it only parts the list.
    """
    words, one = _words(), counts[at]
    for end in (one.span[1], one.amount.end):
        match = words.after.match(text, end)
        if match and match.group(1).lower() not in words.none:
            return Rate(match.group(1).lower().removesuffix("nya"), match.span())
        match = words.fused.match(text, end)
        if match and ("dalam" not in match.group().lower() or one.unit.name.lower() == "kali"):
            return Rate(words.nouns[match.group(1).lower()], match.span())
    start = max(one.sentence[0], one.span[0] - _EACH_REACH)
    each = words.each.search(text, start, one.span[0])
    if each:
        return _each(counts, at, each.span())
    if one.unit.kind not in ("money", "time"):
        return None
    start = max(one.sentence[0], one.span[0] - _REACH)
    match = words.before.search(text, start, one.span[0])
    if match and match.group(1).lower() not in words.none:
        return Rate(match.group(1).lower().removesuffix("nya"), match.span())
    return None


def _each(counts: Sequence[Counted], at: int, span: Span) -> Rate | None:
    one = counts[at]
    before = [
        other for other in counts[max(0, at - 4) : at]
        if other.sentence == one.sentence and other.unit.kind in _BASES
    ]  # fmt: skip
    follows = at + 1 < len(counts) and counts[at + 1].sentence == one.sentence
    if (
        follows
        and counts[at + 1].unit.kind == one.unit.kind
        and one.unit.kind not in ("money", "time")
    ):
        return None
    if before:
        return Rate(before[-1].unit.name.lower(), span)
    return Rate("orang", span) if one.unit.kind in ("money", "time") else None
