"""What a number counts: the head noun after it, its class, and its complement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.figures.amounts import UNITS_KEYS, Amount
from index.figures.resources import listed, rules, worded
from index.language.patterns import alternatives
from index.rules import Entry, RuleError

_FILE = "units.yaml"
_TOKEN = re.compile(r"[ \u2009\xa0]{1,2}([^\W_]+(?:['’/&-][^\W_]+)*)")
_GLUED = re.compile(r"[^\W\d_]{1,12}(?:/[^\W\d_]{1,4})?(?![\w-]|\.\w)")
# A number word up to this, before "yang ini", takes up what has been named.
_SMALL = 10
# Up to this a number of reasons, points and ways only announces what the text goes on to say.
_ANNOUNCED = 20
_THIS = re.compile(r"\sini(?!\w)")
# "dua perusahaan ini" takes up what has been named.
_DEFINITE = re.compile(r"\s(?:ini|itu|tersebut|tadi)(?!\w)")
# "untuk satu orang", "dalam satu kapal": one is each, or the same.
_ONE_LEADS = re.compile(
    r"(?<!\w)(?:untuk|per|tiap|setiap|dalam|di|ke|pada|sebagai|menjadi|jadi|bak|bukan)\s\Z", re.I
)
_PUN = re.compile(r"\s(?:\w+\s)?pun(?!\w)")
_SHORTEST = 3
_PHRASE_WORDS = 5
_WHAT_WORDS = 6
# Classes whose small numbers are counts even where the text has named them before.
_ALWAYS_COUNTED = frozenset({"person", "case", "document"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name as printed, its class, whether units.yaml knows it, the span that it and the
    quotable part of its complement take, what is counted, and where it is named if elsewhere."""

    name: str
    kind: str
    known: bool
    start: int
    end: int
    what: str | None
    words: Span | None = None

    @property
    def read_from(self) -> Span | None:
        """The words that name it, wherever they stand in the text."""
        if self.words is not None:
            return self.words
        return (self.start, self.start + len(self.name)) if self.start < self.end else None


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
    vague: frozenset[str]
    mutual: frozenset[str]
    mutual_leads: re.Pattern[str]
    one: frozenset[str]
    not_one: frozenset[str]
    ends: frozenset[str]
    verbs: tuple[str, ...]
    nominal: frozenset[str]


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
    leads = alternatives(uncounted["mutual_leads"])
    return Lexicon(
        classes=classes,
        longest=max(len(name.split()) for name in classes),
        classifiers=frozenset(listed(_FILE, entry, "classifiers")),
        after_classifier=frozenset(w.lower() for w in listed(_FILE, entry, "after_classifier")),
        same=same,
        parts=frozenset(word.lower() for word in listed(_FILE, entry, "parts")),
        always=frozenset(word.lower() for word in uncounted["always"]),
        vague=frozenset(word.lower() for word in uncounted["vague"]),
        mutual=frozenset(word.lower() for word in uncounted["mutual"]),
        mutual_leads=re.compile(rf"(?<!\w){leads}(?:nya)?\s(?:\w+\s){{0,2}}\Z", re.I),
        one=frozenset(word.lower() for word in listed(_FILE, entry, "one")),
        not_one=frozenset(word.lower() for word in listed(_FILE, entry, "not_one")),
        ends=frozenset(worded(_FILE, entry, "ends")),
        verbs=tuple(listed(_FILE, entry, "verb_prefixes")),
        nominal=frozenset(listed(_FILE, entry, "nominal")),
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
    if text[amount.end : amount.end + 1].isalpha():
        return _glued(text, amount, words)
    tokens = _following(text, amount.end, words, titled)
    if not tokens:
        return None
    # "12 poin19": the number of the next line is glued to the noun.
    first = text[slice(*tokens[0])].lower().rstrip("0123456789")
    if first in words.always:
        # "30 juta tahun ini": the year is not what is counted.
        return None if _THIS.match(text, tokens[0][1]) else _time(text, tokens)
    if _no_count(text, amount, first, words):
        return UNCOUNTED
    small = _is_small(amount)
    definite = small and _DEFINITE.match(text, tokens[-1][1]) is not None
    for length in range(min(words.longest, len(tokens)), 0, -1):
        name = text[tokens[0][0] : tokens[length - 1][1]]
        kind = words.classes.get(name.lower())
        if kind is not None:
            if definite and kind not in _ALWAYS_COUNTED:
                return UNCOUNTED
            return _known(text, tokens, length, kind, words)
    name = text[slice(*tokens[0])]
    if name[0].isupper() and not name.isupper() and not titled:
        return None
    if definite or (small and (titled or len(name) < _SHORTEST)):
        return UNCOUNTED
    return Unit(name, "other", False, tokens[0][0], _phrase_end(text, tokens, 1, titled),
                text[tokens[0][0] : tokens[-1][1]])  # fmt: skip


def _no_count(text: str, amount: Amount, first: str, words: Lexicon) -> bool:
    """Whether ``amount`` before the noun ``first`` says nothing that one would quote."""
    exact = amount.low == amount.high
    if first in words.vague:
        return not amount.vague and (amount.high or amount.low or 0) <= _ANNOUNCED
    if amount.digits or amount.vague or not exact:
        return False
    if amount.low == 1:
        kind = words.classes.get(first)
        counted = first in words.one or (kind in _ALWAYS_COUNTED and first not in words.not_one)
        return (
            not counted
            or _ONE_LEADS.search(text, max(0, amount.start - 12), amount.start) is not None
            or _PUN.match(text, amount.end) is not None
        )
    return (
        amount.low == 2
        and first in words.mutual
        and words.mutual_leads.search(text, max(0, amount.start - 50), amount.start) is not None
    )


def _is_small(amount: Amount) -> bool:
    return not amount.digits and not amount.vague and (amount.high or 0) <= _SMALL


def _glued(text: str, amount: Amount, words: Lexicon) -> Unit | None:
    """The known unit that is printed without a space behind digits (*600hp*), or None."""
    match = _GLUED.match(text, amount.end) if amount.digits else None
    kind = words.classes.get(match.group().lower()) if match else None
    if match is None or kind is None:
        return None
    return Unit(match.group(), kind, True, *match.span(), match.group())


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


def same_unit(name: str) -> str:
    """The shape in which two spellings of one unit are equal."""
    return lexicon().same.get(name.lower(), name.lower())
