"""Numbers with what stands tightly around them: currency, per cent, ranges, approximators."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from index.figures.numbers import Number, find_numbers, scaled, word_before
from index.figures.resources import listed, rules
from index.rules import Entry, RuleError

_APPROXIMATORS = "approximators.yaml"
_UNITS = "units.yaml"
UNITS_KEYS = (
    "classes", "classifiers", "after_classifier", "same", "parts", "uncounted", "one", "not_one",
    "currencies", "percent", "ends", "verb_prefixes", "nominal",
)  # fmt: skip
_KINDS = ("more_than", "at_least", "less_than", "at_most", "about", "mean", "after_more", "fillers")
# Kinds that are no approximators by themselves.
_APART = frozenset({"after_more", "fillers"})
# An amount stands in one line: a line end ends a sentence.
_S = r"[ \t\xa0\u2009]"
_TO = re.compile(
    rf"{_S}{{0,2}}(?:[-–—]|(?<=\s)(?:hingga|sampai(?:\sdengan)?|s/d|s\.d\.?)(?=\s)){_S}{{0,2}}\Z",
    re.I,
)
_AND = re.compile(rf"{_S}(?:dan|sampai|hingga){_S}\Z", re.I)
_BETWEEN = re.compile(rf"(?<!\w)(?:antara|kisaran|berkisar){_S}(?:dari{_S})?\Z", re.I)
_FROM = re.compile(rf"(?<!\w)(?:dari|mulai|mulai dari|antara){_S}\Z", re.I)
_NEAR = re.compile(rf"{_S}?-?$")
# "dua atau tiga orang" is about so many.
_OR = re.compile(rf"{_S}atau{_S}", re.I)
# "20 (dua puluh)", "Rp5.000.000,- (lima juta rupiah)": the same value once more.
_AGAIN = re.compile(rf"(?:,-+)?{_S}?\({_S}?(?:Rp\.?{_S}?)?\Z", re.I)
# So far before a number an approximator begins.
_APPROXIMATOR_REACH = 44
_DOLLAR = frozenset({"dolar", "dollar"})
_SHORT_SCALE = re.compile(r"\s?([MT])(?!\w)")
_SCALES = {"M": 10**9, "T": 10**12}


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: its span (approximator included), bounds, and currency or per cent.

    ``core`` is where the digits or words begin, ``unit`` a currency code, ``"persen"`` or None.
    ``bounded`` tells *sedikitnya N*, whose open end a title with N may close; ``approximate`` a
    value that is not printed as exact (*sekitar*, *-an*, *puluhan*, *dua-tiga*); ``fraction`` a
    part of one (*dua pertiga*).
    """

    start: int
    core: int
    end: int
    low: float | None
    high: float | None
    unit: str | None = None
    digits: bool = False
    vague: bool = False
    scale: int = 1
    bounded: bool = False
    ranged: bool = False
    approximate: bool = False
    fraction: bool = False

    @property
    def money(self) -> bool:
        """Whether it is an amount of a currency."""
        return self.unit is not None and self.unit != "persen"


@dataclass(frozen=True, slots=True)
class _Marks:
    """The compiled words around numbers."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    percent: re.Pattern[str]
    dollars: re.Pattern[str]
    codes_before: dict[str, str]
    codes_after: dict[str, str]
    approximators: re.Pattern[str]
    kinds: dict[str, str]
    last_words: frozenset[str]
    last_letters: frozenset[str]
    fillers: frozenset[str]
    lebih: re.Pattern[str]
    or_more: re.Pattern[str]


@cache
def _marks() -> _Marks:
    units = rules(_UNITS, UNITS_KEYS)
    currencies = units["currencies"]
    if not isinstance(currencies, Entry):
        raise RuleError(_UNITS, units.line, "'currencies' must map a code to its forms")
    codes_before: dict[str, str] = {}
    codes_after: dict[str, str] = {}
    for code, forms in currencies.items():
        codes_before.update({form.lower(): code for form in listed(_UNITS, forms, "before")})
        codes_after.update({form.lower(): code for form in listed(_UNITS, forms, "after")})
    words = rules(_APPROXIMATORS, _KINDS)
    kinds = {
        phrase: kind
        for kind in _KINDS
        if kind not in _APART
        for phrase in listed(_APPROXIMATORS, words, kind)
    }
    fillers = listed(_APPROXIMATORS, words, "fillers")
    more = f"(?:{_any(listed(_APPROXIMATORS, words, 'after_more'))})"
    return _Marks(
        before=re.compile(rf"(?<!\w)({_any(codes_before)}){_S}?\.?{_S}?\Z", re.I),
        after=re.compile(rf"\s?({_any(codes_after)})(?!\w)", re.I),
        percent=re.compile(rf"\s?(?:{_any(listed(_UNITS, units, 'percent'))})(?!\w)", re.I),
        dollars=re.compile(
            rf"(?<!\w)({_any([f for f in codes_after if f.split()[0] in _DOLLAR and ' ' in f])})"
            r"(?!\w)",
            re.I,
        ),
        codes_before=codes_before,
        codes_after=codes_after,
        approximators=re.compile(
            rf"(?<!\w)({_any(kinds)}){_S}{{1,2}}(?:(?:{_any(fillers)}){_S}{{1,2}}){{0,2}}\Z", re.I
        ),
        kinds=kinds,
        last_words=frozenset(re.split(r"[\s-]", phrase)[-1] for phrase in kinds),
        last_letters=frozenset(form[-1] for form in codes_before),
        fillers=frozenset(fillers),
        lebih=re.compile(
            rf"{_S}{more}(?=[\s.,;)]|$)"
            r"(?!\s(?:dari|banyak|besar|kecil|sedikit|tinggi|rendah|lanjut|baik|dulu|lama|cepat))",
            re.I,
        ),
        # Behind the unit what follows must not be what *lebih* compares (*lebih ganteng*).
        or_more=re.compile(
            rf"{_S}{more}(?=\s*(?:[.,;)]|$)"
            r"|\s(?:di|ke|pada|yang|untuk|dalam|telah|sudah|masih|dan|atau|serta|per)\s)",
            re.I,
        ),
    )


def _any(phrases: dict[str, str] | list[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def dollar_of(text: str) -> str:
    """The currency of a bare *dolar* in ``text``: the only one that is named in full, or USD."""
    if "dol" not in text and "Dol" not in text and "DOL" not in text:
        return "USD"
    named = {
        _marks().codes_after[match.group(1).lower()] for match in _marks().dollars.finditer(text)
    }
    return named.pop() if len(named) == 1 else "USD"


def find_amounts(text: str, dollar: str = "USD") -> list[Amount]:
    """The amounts of ``text`` in order, ranges joined, with their bounds.

    Bounds follow the annotators' conventions (approximators.yaml): *lebih dari N* and *sedikitnya
    N* have no ``high``, *kurang dari N* and *hingga N*, *maksimal N* no ``low``; *sekitar N*,
    *hampir N*, *3.000-an* are N; *antara X dan Y*, *X-Y*, *X hingga Y* are X to Y. A value that is
    told twice, *20 (dua puluh)*, is one amount. The same holds for money and per cent.
    ``dollar`` is the code of a bare *dolar* (``dollar_of``). Never raises.
    """
    marks = _marks()
    amounts: list[Amount] = []
    for number in find_numbers(text):
        amount = _single(text, number, marks, dollar)
        if amount is None:
            continue
        if amounts:
            joined = _told_again(text, amounts[-1], amount) or _joined(text, amounts[-1], amount)
            if joined is not None:
                amounts[-1] = joined
                continue
        amounts.append(amount)
    return [_approximated(text, amount, marks) for amount in amounts]


def _single(text: str, number: Number, marks: _Marks, dollar: str) -> Amount | None:
    start, end, low, high, scale = (
        number.start, number.end, number.low, number.high, number.scale,
    )  # fmt: skip
    unit = None
    before = None
    if text[max(0, start - 3) : start].strip(" .")[-1:].lower() in marks.last_letters:
        before = marks.before.search(text, max(0, start - 7), start)
    if before:
        start = before.start()
        unit = marks.codes_before[before.group(1).lower()]
        short = _SHORT_SCALE.match(text, end) if scale == 1 else None
        if short:
            scale = _SCALES[short.group(1)]
            low, high, end = scaled(low, scale), scaled(high, scale), short.end()
    elif number.start and text[number.start - 1].isalnum():
        return None
    after = marks.after.match(text, end)
    if after:
        word = after.group(1).lower()
        unit = unit or (dollar if word in _DOLLAR else marks.codes_after[word])
        end = after.end()
    elif unit is None:
        percent = marks.percent.match(text, end)
        if percent:
            unit, end = "persen", percent.end()
    if number.thousands_if_whole is not None and unit != "persen":
        low = high = number.thousands_if_whole
    return Amount(
        start, start, end, low, high, unit, number.digits, number.vague, scale,
        approximate=number.vague or number.rough, fraction=number.fraction,
    )  # fmt: skip


def _told_again(text: str, first: Amount, second: Amount) -> Amount | None:
    """``first`` with the same value in brackets behind it, or None if ``second`` is not that."""
    gap = second.start - first.end
    if not 0 < gap < 9 or (first.low, first.high) != (second.low, second.high):
        return None
    if text[second.end : second.end + 1] != ")" or not _AGAIN.fullmatch(
        text, first.end, second.start
    ):
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    return replace(first, end=second.end + 1, unit=first.unit or second.unit)


def _joined(text: str, first: Amount, second: Amount) -> Amount | None:
    """``first`` and ``second`` as one range, or None if they are two amounts."""
    gap = second.start - first.end
    if gap > 16 or first.ranged or first.vague or second.vague:
        return None
    if first.fraction or second.fraction:
        return None
    about = False
    between = text[first.end : second.start]
    next_one = _NEAR.fullmatch(between) and not (first.digits or second.digits)
    if next_one or _OR.fullmatch(between):
        if second.low != (first.low or 0) + 1:
            return None
        about = True
    elif not (
        _TO.fullmatch(between)
        or (
            _AND.fullmatch(between) and _BETWEEN.search(text, max(0, first.start - 18), first.start)
        )
    ):
        return None
    low, high = first.low or 0, second.high or 0
    if first.scale == 1 and second.scale > 1 and low < 1000:
        low = scaled(low, second.scale)
    if low >= high or (first.unit and second.unit and first.unit != second.unit):
        return None
    start = first.start
    lead = _BETWEEN.search(text, max(0, start - 18), start) or _FROM.search(
        text, max(0, start - 12), start
    )
    if lead:
        start = lead.start()
    return Amount(
        start, first.core, second.end, low, high, second.unit or first.unit,
        first.digits or second.digits, scale=second.scale, ranged=True,
        approximate=about or first.approximate or second.approximate,
    )  # fmt: skip


def _approximated(text: str, amount: Amount, marks: _Marks) -> Amount:
    low, high, start, end = amount.low, amount.high, amount.start, amount.end
    bounded, approximate = False, amount.approximate
    for _ in range(2):
        word = word_before(text, start)
        if word not in marks.last_words and word not in marks.fillers:
            break
        match = marks.approximators.search(text, max(0, start - _APPROXIMATOR_REACH), start)
        if not match:
            break
        kind = marks.kinds[match.group(1).lower()]
        start = match.start()
        if kind in ("more_than", "at_least"):
            high, bounded = None, kind == "at_least"
        elif kind in ("less_than", "at_most") and not (amount.ranged or amount.vague):
            low = None
        elif kind == "about":
            approximate = True
    if low is not None and high is not None and not amount.ranged:
        more = marks.lebih.match(text, end)
        if more:
            high, end = None, more.end()
    if (start, end) == (amount.start, amount.end):
        return amount
    return replace(
        amount, start=start, end=end, low=low, high=high, bounded=bounded, approximate=approximate
    )


def or_more(text: str, at: int) -> int | None:
    """Where *lebih* ends that stands at ``at``, behind the unit (*960 orang lebih*), or None."""
    more = _marks().or_more.match(text, at)
    return more.end() if more else None
