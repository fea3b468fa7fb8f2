"""What a number counts: the head noun after (or before) it, its class, and its complement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.figures.amounts import UNITS_KEYS, Amount
from index.figures.numbers import word_before
from index.figures.resources import listed, rules, worded
from index.rules import Entry, RuleError

_FILE = "units.yaml"
_TOKEN = re.compile(r"[ \u2009]{1,2}([^\W_]+(?:['’/&-][^\W_]+)*)")
# A number word up to this, before a generic noun, counts nothing that one would quote.
_SMALL = 10
_THIS = re.compile(r"\sini(?!\w)")
# "dua perusahaan ini" takes up what has been named.
_DEFINITE = re.compile(r"\s(?:ini|itu|tersebut|tadi)(?!\w)")
_PHRASE_WORDS = 5
_WHAT_WORDS = 6
# A number straight after one of these counts what was named before it.
_COUNTING = frozenset(
    [
        "sebanyak",
        "berjumlah",
        "sejumlah",
        "mencapai",
        "total",
        "totalnya",
        "jumlahnya",
        "menjadi",
        "ada",
        "yakni",
        "yaitu",
        "capai",
        "sebesar",
        "tembus",
        "masih",
        "adalah",
        "dari",
        "masing",
        "sebanyal",
    ]
)
_ACRONYM = re.compile(r"(?<!\w)([A-Z]{3,8})\s(?:yang\s)?(?:sebanyak|berjumlah|sejumlah)\s$")
_LIST_ITEM = re.compile(r"\s?(?:[,;]|\s(?:dan|serta))(?:\s[^\W\d][\w()-]*){1,7}\s?:?\s?")
_LIST_END = re.compile(r"\s?(?:[,;)]|\.(?:\s|$)|$|\n|\s(?:dan|serta)\s)")
_FATE = re.compile(
    r"\s(?:yang\s)?(?:tewas|meninggal|ditangkap|terluka|luka|dipulangkan|dideportasi|diselamatkan|"
    r"diamankan|ditahan|dievakuasi|ditetapkan|hilang)(?!\w)",
    re.I,
)
_REST = re.compile(r"\s(?:orang\s)?(?:lainnya|lain|sisanya|di ?antara(?:nya)?)(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name as printed, its class, whether units.yaml knows it, the span that it and the
    quotable part of its complement take, and what is counted."""

    name: str
    kind: str
    known: bool
    start: int
    end: int
    what: str | None


UNCOUNTED = Unit("", "uncounted", False, 0, 0, None)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of units.yaml."""

    classes: dict[str, str]
    longest: int
    classifiers: frozenset[str]
    after_classifier: frozenset[str]
    same: dict[str, str]
    parts: frozenset[str]
    always: frozenset[str]
    small: frozenset[str]
    one: frozenset[str]
    ends: frozenset[str]
    verbs: tuple[str, ...]
    nominal: frozenset[str]
    before: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """units.yaml, read once.

    Raises:
        RuleError: the file has not the shape that its comments tell.
    """
    entry = rules(_FILE, UNITS_KEYS)
    classes: dict[str, str] = {}
    for kind, names in _mapping(entry, "classes").items():
        classes.update({name.lower(): kind for name in names})
    same: dict[str, str] = {}
    for name, forms in _mapping(entry, "same").items():
        same.update({form.lower(): name for form in forms})
    uncounted = _mapping(entry, "uncounted")
    nouns = "|".join(re.escape(name) for name in sorted(classes, key=len, reverse=True))
    return Lexicon(
        classes=classes,
        longest=max(len(name.split()) for name in classes),
        classifiers=frozenset(listed(_FILE, entry, "classifiers")),
        after_classifier=frozenset(w.lower() for w in listed(_FILE, entry, "after_classifier")),
        same=same,
        parts=frozenset(word.lower() for word in listed(_FILE, entry, "parts")),
        always=frozenset(word.lower() for word in uncounted["always"]),
        small=frozenset(word.lower() for word in uncounted["small"]),
        one=frozenset(word.lower() for word in listed(_FILE, entry, "one")),
        ends=frozenset(worded(_FILE, entry, "ends")),
        verbs=tuple(listed(_FILE, entry, "verb_prefixes")),
        nominal=frozenset(listed(_FILE, entry, "nominal")),
        before=re.compile(rf"(?<!\w)(?:{nouns})(?:nya)?(?!\w)", re.I),
    )


def _mapping(entry: Entry, key: str) -> dict[str, list[str]]:
    value = entry[key]
    if not isinstance(value, Entry):
        raise RuleError(_FILE, entry.line, f"{key!r} must map a name to words")
    return {name: listed(_FILE, value, name) for name in value}


def unit_after(text: str, amount: Amount, *, titled: bool) -> Unit | None:
    """The unit that stands right after ``amount``, ``UNCOUNTED`` for one that is no count, or None.

    ``titled`` tells that the text is set in title case, where a capital means nothing.
    """
    words = lexicon()
    tokens = _following(text, amount.end, words, titled)
    if not tokens:
        return None
    first = text[slice(*tokens[0])].lower()
    if first in words.always:
        # "30 juta tahun ini": the year is not what is counted.
        return None if _THIS.match(text, tokens[0][1]) else _time(text, tokens)
    if not amount.digits and not amount.vague:
        if first in words.small and (amount.high or 0) <= _SMALL:
            return UNCOUNTED
        if amount.low == amount.high == 1 and first not in words.one:
            return UNCOUNTED
    for length in range(min(words.longest, len(tokens)), 0, -1):
        name = text[tokens[0][0] : tokens[length - 1][1]]
        kind = words.classes.get(name.lower())
        if kind is not None:
            named = kind in ("thing", "place") and _DEFINITE.match(text, tokens[length - 1][1])
            if named and _is_small(amount):
                return UNCOUNTED
            return _known(text, tokens, length, kind, words)
    name = text[slice(*tokens[0])]
    if name[0].isupper() and not name.isupper() and not titled:
        return None
    if _is_small(amount):
        return UNCOUNTED
    return Unit(name, "other", False, tokens[0][0], _phrase_end(text, tokens, 1, titled),
                text[tokens[0][0] : tokens[-1][1]])  # fmt: skip


def _is_small(amount: Amount) -> bool:
    return not amount.digits and not amount.vague and (amount.high or 0) <= _SMALL


def _time(text: str, tokens: list[Span]) -> Unit:
    name = text[slice(*tokens[0])]
    if name.lower() in ("tahun", "bulan", "hari"):
        return Unit(name, "time", True, tokens[0][0], tokens[0][1], None)
    return UNCOUNTED


def _following(text: str, at: int, words: Lexicon, titled: bool) -> list[Span]:
    """The spans of the words of the noun phrase after ``at``."""
    tokens: list[Span] = []
    while len(tokens) < _WHAT_WORDS:
        match = _TOKEN.match(text, at)
        if match is None:
            break
        word = match.group(1)
        lower = word.lower()
        if lower in words.ends and not (tokens == [] and lower in words.always):
            name = f"{text[tokens[0][0] : tokens[-1][1]]} {lower}".lower() if tokens else lower
            if name not in words.classes:
                break
        if _verbal(lower, words):
            break
        if word[0].isdigit():
            break
        tokens.append(match.span(1))
        at = match.end()
    return tokens


def _verbal(lower: str, words: Lexicon) -> bool:
    if not lower.startswith(words.verbs) or len(lower) < 5:
        return False
    return lower not in words.nominal and lower not in words.classes


def _known(text: str, tokens: list[Span], length: int, kind: str, words: Lexicon) -> Unit:
    start, end = tokens[0][0], tokens[length - 1][1]
    name = text[start:end]
    rest = tokens[length:]
    if name.lower() in words.classifiers:
        what = text[rest[0][0] : rest[-1][1]] if rest else name
        if kind == "person":
            if rest and text[slice(*rest[0])].lower() in words.after_classifier:
                end = rest[0][1]
        else:
            end = _phrase_end(text, tokens, length, False)
            what = text[start : tokens[-1][1]] if kind == "case" else what
        return Unit(name, kind, True, start, end, what)
    if name.lower() in ("warga", "wn", "warga negara", "imigran", "turis"):
        for span in rest[:2]:
            if not text[span[0]].isupper():
                break
            end = span[1]
    elif kind != "person":
        end = _phrase_end(text, tokens, length, False)
    return Unit(name, kind, True, start, end, text[start : tokens[-1][1]])


def _phrase_end(text: str, tokens: list[Span], length: int, titled: bool) -> int:
    """Where the quotable part of a noun phrase ends: before a name, after four words at most."""
    end = tokens[length - 1][1]
    for start, stop in tokens[length:_PHRASE_WORDS]:
        word = text[start:stop]
        if word[0].isupper() and not word.isupper() and not titled:
            break
        end = stop
    return end


def unit_before(text: str, sentence: Span, amount: Amount) -> Unit | None:
    """The known unit before ``amount`` that it counts (*korban sebanyak 34*), or None."""
    start = max(sentence[0], amount.start - 90)
    head = text[start : amount.start]
    counting = word_before(text, amount.start) in _COUNTING or head.rstrip(" (")[-1:] == ":"
    if not counting and text[amount.core : amount.end].lower() != "nihil":
        return None
    acronym = _ACRONYM.search(head)
    if acronym and acronym.group(1).lower() not in lexicon().classes:
        name = acronym.group(1)
        return Unit(name, "other", True, amount.end, amount.end, name)
    found = None
    for match in lexicon().before.finditer(head):
        found = match
    if found is None or re.search(r"\d", head[found.end() :]):
        return None
    name = found.group().removesuffix("nya")
    return Unit(
        name, lexicon().classes.get(name.lower(), "other"), True, amount.end, amount.end, name
    )


def is_rest(text: str, amount: Amount) -> bool:
    """Whether the number counts more of what was counted before (*36 di antaranya*)."""
    return _REST.match(text, amount.end) is not None


def implied(text: str, amount: Amount) -> Unit | None:
    """Persons that only their fate names (*77 yang tewas*), or None."""
    if not amount.digits or not _FATE.match(text, amount.end):
        return None
    return Unit("orang", "person", True, amount.end, amount.end, None)


def listed_after(text: str, amount: Amount, end: int) -> bool:
    """Whether ``amount`` goes on with a list of counts that last ended at ``end``.

    A count per place or kind prints its unit once: *Jawa Barat 5.800, Lampung 1.800*.
    """
    if not amount.digits or amount.start - end > 70 or not _LIST_END.match(text, amount.end):
        return False
    between = text[end : amount.start]
    return _LIST_ITEM.fullmatch(between) is not None and any(map(str.isupper, between))


def same_unit(name: str) -> str:
    """The shape in which two spellings of one unit are equal."""
    return lexicon().same.get(name.lower(), name.lower())
