"""Units that no noun behind the number names: before it, left out in a list, or implied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.figures.amounts import Amount
from index.figures.numbers import word_before
from index.figures.resources import listed, rules, worded
from index.figures.units import Unit, lexicon
from index.language.patterns import alternatives

_FILE = "unprinted.yaml"
_KEYS = ("counting", "so_many", "heads", "fates", "rest", "elliptic", "goes_on")
# So far before a number its unit may stand.
_REACH = 90
_ITEM_REACH = 70
_ACRONYM = re.compile(r"(?<!\w)([A-Z]{3,8})\s(?:yang\s)?(?:sebanyak|berjumlah|sejumlah)\s$")
_LIST_END = re.compile(r"\s?(?:[,;)]|\.(?:\s|$)|$|\n|\s(?:dan|serta)\s)")
_COORDINATED = re.compile(r"(?:,|,?\s(?:dan|serta|sedangkan|sementara))\s(?:hanya\s)?\Z")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Words:
    counting: frozenset[str]
    so_many: frozenset[str]
    heads: re.Pattern[str]
    before: re.Pattern[str]
    fates: re.Pattern[str]
    rest: re.Pattern[str]
    elliptic: re.Pattern[str]
    item: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(_FILE, _KEYS)
    # "ha" would be found in "hanya".
    nouns = alternatives(sorted({name for name in lexicon().classes if len(name) > 2}))
    goes_on = alternatives(listed(_FILE, entry, "goes_on"))
    return _Words(
        counting=frozenset(worded(_FILE, entry, "counting")),
        so_many=frozenset(listed(_FILE, entry, "so_many")),
        heads=re.compile(
            rf"(?<!\w){alternatives(listed(_FILE, entry, 'heads'))}\s({nouns})(?!\w)", re.I
        ),
        before=re.compile(rf"(?<!\w){nouns}(?:nya)?(?!\w)", re.I),
        fates=re.compile(
            rf"\s(?:yang\s)?{alternatives(listed(_FILE, entry, 'fates'))}(?!\w)", re.I
        ),
        rest=re.compile(rf"\s(?:orang\s)?{alternatives(listed(_FILE, entry, 'rest'))}(?!\w)", re.I),
        elliptic=re.compile(rf"\s{alternatives(listed(_FILE, entry, 'elliptic'))}(?!\w)"),
        item=re.compile(
            rf"\s?(?:[,;]|\.\s(?={goes_on})|\s(?:dan|serta))(?:\s?[^\W\d][\w()-]*){{1,8}}\s?:?\s?",
            re.I,
        ),
    )


def unit_before(text: str, sentence: Span, amount: Amount) -> Unit | None:
    """The known unit before ``amount`` that it counts (*korban sebanyak 34*), or None."""
    words = _words()
    start = max(sentence[0], amount.start - _REACH)
    counting = word_before(text, amount.start) in words.counting or (
        text[start : amount.start].rstrip(" (")[-1:] == ":"
    )
    if not counting and text[amount.core : amount.end].lower() != "nihil":
        return None
    head = text[start : amount.start]
    acronym = _ACRONYM.search(head)
    if acronym and acronym.group(1).lower() not in lexicon().classes:
        return _named(acronym.group(1), amount, start + acronym.start(1))
    heads = [*words.heads.finditer(head)]
    if heads and not _DIGIT.search(head, heads[-1].end()):
        return _named(heads[-1].group(1), amount, start + heads[-1].start(1))
    found = [*words.before.finditer(head)]
    if not found or _DIGIT.search(head, found[-1].end()):
        return None
    return _named(found[-1].group().removesuffix("nya"), amount, start + found[-1].start())


def _named(name: str, amount: Amount, at: int) -> Unit:
    kind = lexicon().classes.get(name.lower(), "other")
    return Unit(name, kind, True, amount.end, amount.end, name, (at, at + len(name)))


def is_rest(text: str, amount: Amount) -> bool:
    """Whether the number counts more of what was counted before (*36 di antaranya*)."""
    return _words().rest.match(text, amount.end) is not None


def implied(text: str, amount: Amount) -> Unit | None:
    """Persons that only their fate names (*77 yang tewas*), or None."""
    fate = _words().fates.match(text, amount.end)
    if fate is None:
        return None
    return Unit("orang", "person", True, amount.end, amount.end, None, fate.span())


def listed_after(text: str, amount: Amount, end: int) -> bool:
    """Whether ``amount`` goes on with a list of counts that last ended at ``end``.

    A count per place or kind prints its unit once: *Jawa Barat 5.800, Lampung 1.800*.
    """
    if not amount.digits or not 0 < amount.start - end <= _ITEM_REACH:
        return False
    if not _LIST_END.match(text, amount.end):
        return False
    between = text[end : amount.start]
    return _words().item.fullmatch(between) is not None and any(map(str.isupper, between))


def goes_on_counting(text: str, amount: Amount, last: float | None) -> bool:
    """Whether ``amount`` counts some of the ``last`` before it (*Ke Aceh sebanyak 8.900*)."""
    return (
        amount.digits
        and (amount.high or amount.low or 0) < (last or 0)
        and word_before(text, amount.start) in _words().so_many
        and _LIST_END.match(text, amount.end) is not None
    )


def elliptic_after(text: str, amount: Amount, end: int) -> bool:
    """Whether ``amount`` stands in a row with the count that ended at ``end`` and shares its noun.

    *satu warga Riau dan dua dari Aceh*, *tiga motor, dua untuk petugas*.
    """
    if not 0 < amount.start - end <= _ITEM_REACH:
        return False
    between = text[end : amount.start]
    return (
        _DIGIT.search(between) is None
        and _COORDINATED.search(between) is not None
        and _words().elliptic.match(text, amount.end) is not None
    )
