"""A population: how many of a people live or work somewhere, as no event has brought it about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.figures.measures import Told
from index.figures.relation import Phrase
from index.figures.resources import listed, rules
from index.language.patterns import alternatives

_FILE = "stock.yaml"
_KEYS = (
    "peoples", "displaced", "residents", "states", "adverbs", "numbers", "links", "living",
)  # fmt: skip
_GOVERNS = re.compile(r"(?<!\w)me[mnlrwy](?!capai|jadi|yentuh)\w{3,}\s(?:sekitar\s|sebanyak\s)?$")
_VERB_REACH = 34
_BARE = frozenset({"orang", "jiwa"})
_REACH = 110
_FEW = 100
# A verb so near behind the place is the predicate: an event ("12 WNI di Anu berlomba").
_PREDICATE_WITHIN = 8


@dataclass(frozen=True, slots=True)
class _Words:
    people: re.Pattern[str]
    residents: re.Pattern[str]
    lives: re.Pattern[str]
    there: re.Pattern[str]
    topic: re.Pattern[str]
    living: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(_FILE, _KEYS)
    words = {key: alternatives(sorted(listed(_FILE, entry, key))) for key in _KEYS}
    names = r"[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3}"
    place = rf"(?:{names}|sana|(?:\w+\s)?(?:luar\s)?negeri|(?:\w+\s)?negara)"
    return _Words(
        people=re.compile(rf"(?<!\w)(?:{words['peoples']}|{words['displaced']})(?!\w)", re.I),
        residents=re.compile(rf"(?<!\w){words['residents']}(?!\w)", re.I),
        lives=re.compile(
            rf"(?:\s(?:asal\s)?[A-Z]\w*){{0,3}}?(?:\s\([^()]{{1,20}}\))?(?P<said>(?:\s(?:yang|{words['adverbs']}))*"
            rf"\s{words['states']}(?:\s(?:sebagai|dan|secara)\s\w+){{0,2}})?\sdi\s?{place}"
        ),
        there=re.compile(rf"(?<!\w)[Dd]i\s{names},?\s(?:{words['links']}\s){{1,2}}$"),
        topic=re.compile(
            rf"(?<!\w){words['numbers']}\s(?:\w+\s)?(?:{words['peoples']}|{words['residents']})(?!\w)"
            rf"(?:(?!\syang\s(?!{words['states']}|{words['adverbs']}|{words['links']}))[^.;]){{0,80}}?"
            rf"(?:(?<!\w){words['links']}\s|(?<=\w)\s)$",
            re.I,
        ),
        living=re.compile(rf"{words['living']}(?!\w)"),
    )


def is_stock(text: str, told: Told, phrase: Phrase, value: float, *, among: bool) -> bool:
    """Whether the count at ``phrase`` is of a people that lives or works at a place, or is one.

    *2.000 WNI yang menetap di X*, *360 ribu PMI di X*, *jumlah PMI di X mencapai 2.000 orang*, *4
    juta penduduk*. A few (``value``) who are somewhere are no population unless they live or work
    there, or are counted ``among`` others that are.
    """
    words = _words()
    start = max(told.span[0], phrase.start - _REACH)
    if words.residents.search(text, phrase.noun, phrase.end):
        return True
    if words.topic.search(told.lower, start, phrase.start):
        return True
    people = words.people.search(text, phrase.noun, phrase.end) is not None
    if not people:
        if told.lower[phrase.noun : phrase.end].split(" ")[0] not in _BARE:
            return False
        # "pengungsi ..., seperti 960 ribu orang di X": the people are named before.
        people = words.people.search(text, start, phrase.start) is not None
    lives = words.lives.match(text, phrase.end, told.span[1])
    if lives and lives["said"] and words.living.search(lives["said"]):
        return True
    if not people or (value < _FEW and not among):
        return False
    if lives is None:
        return words.there.search(text, start, phrase.start) is not None
    if lives["said"]:
        return True
    if _GOVERNS.search(told.lower, max(0, phrase.start - _VERB_REACH), phrase.start):
        # "menjemput 245 WNI di X": they are the object of an event.
        return False
    return told.anatomy.verbs_in(phrase.end, lives.end() + _PREDICATE_WITHIN) == 0
