"""Which counts are parts of another, and what the parts differ in: sex, age, nationality."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import Span
from index.entities.gazetteer import gazetteer
from index.figures.counted import Counted
from index.figures.resources import listed, rules
from index.figures.units import same_unit
from index.language.patterns import alternatives
from index.rules import Entry, RuleError

FILE = "parts.yaml"
KEYS = (
    "leads", "among", "rest", "of", "out_of", "taken_up", "against", "breakdowns", "citizens",
    "per", "per_words", "each", "not_per",
)  # fmt: skip
# Longest text, in characters, between a whole and its first part, and between two parts.
_TO_FIRST = 130
_BETWEEN = 90
_TO_REST = 400
# So many counts back a whole is looked for.
_BACK = 8
# Parts that make all of a whole this large need no word that tells so.
_BY_CHANCE = 10
# The same where the first of them stands so near, from this value on.
_BESIDE, _LEAST = 30, 3
# A list of so many numbers that share the noun of their whole, and make so much of it.
_ROW, _MUCH = 3, 0.5
_ROW_REACH = 700
# Kinds of units that have parts, and those that are parts of persons or cases.
_SUMMED = frozenset({"person", "case", "document", "action", "thing", "place", "other", "money"})
OTHER = "other"
# Between two parts of a list: its sign or conjunction, and few words more.
_JOINT = re.compile(
    r"(?:[,;(–—-]|(?<!\w)(?:dan|serta|sedangkan|sementara|lalu|kemudian|hingga|plus)(?!\w))"
    r"[^.,;]{0,45}\Z"
)
_OTHER_THING = re.compile(r"[,\d]")
# So far before a whole it is told that it is only set against another number.
_AGAINST_REACH = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A count as a part: the place of its whole among the counts, and the words that say so."""

    whole: int
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class _Words:
    leads: re.Pattern[str]
    among: re.Pattern[str]
    rest: re.Pattern[str]
    of: re.Pattern[str]
    out_of: re.Pattern[str]
    taken_up: re.Pattern[str]
    against: re.Pattern[str]
    kinds: dict[str, re.Pattern[str]]
    citizens: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(FILE, KEYS)
    kinds = entry["breakdowns"]
    if not isinstance(kinds, Entry):
        raise RuleError(FILE, entry.line, "'breakdowns' must map a kind to nouns")

    def words(key: str) -> str:
        return alternatives(listed(FILE, entry, key))

    return _Words(
        leads=re.compile(rf"(?<!\w){words('leads')}(?!\w)|:\s?\Z", re.I),
        among=re.compile(rf"(?:\s\w+)?\s{words('among')}(?!\w)", re.I),
        rest=re.compile(rf"(?:\s\w+){{0,3}}\s{words('rest')}(?!\w)", re.I),
        of=re.compile(rf"\s(?:orang\s)?{words('of')}[\s-]?", re.I),
        out_of=re.compile(rf"(?<!\w){words('out_of')}[\s-]?\Z", re.I),
        taken_up=re.compile(rf"{words('taken_up')}(?!\w)", re.I),
        against=re.compile(rf"(?<!\w){words('against')}(?!\w)", re.I),
        kinds={
            kind: re.compile(
                rf"(?<!\w){alternatives(word.lower() for word in listed(FILE, kinds, kind))}(?!\w)"
            )
            for kind in kinds
        },
        citizens=re.compile(rf"(?<!\w){words('citizens')}\s((?:[A-Z]\w+\s?){{1,3}})"),
    )


def parts_of(text: str, counts: Sequence[Counted]) -> dict[int, Part]:
    """The counts of ``text`` that are parts, by their place in ``counts``, which are in order.

    A part is told by a word before it (*terdiri dari*, *yakni*), behind it (*di antaranya*), before
    its whole (*dari 44 orang itu, 10 ...*), by the sentence that takes up the number before
    (*Dari jumlah itu*), or by adding up to its whole with those beside it.
    """
    parts: dict[int, Part] = {}
    left: dict[int, float] = {}
    for at, one in enumerate(counts):
        found = _part(text, counts, at, parts, left)
        if found is None:
            continue
        parts[at] = found
        whole = _value(counts[found.whole])
        left[found.whole] = left.get(found.whole, whole) - _value(one)
    _summed(counts, parts)
    _listed(counts, parts)
    return parts


def _part(
    text: str, counts: Sequence[Counted], at: int, parts: dict[int, Part], left: dict[int, float]
) -> Part | None:
    one, words = counts[at], _words()
    if one.unit.kind not in _SUMMED:
        return None
    following = counts[at + 1] if at + 1 < len(counts) else None
    if following is not None and _fits(following, one) and one.unit.kind != "money":
        for end in (one.amount.end, one.span[1]):
            of = words.of.fullmatch(text, end, following.amount.start)
            if of and not _set_against(text, one):
                return Part(at + 1, of.span())
    among = words.among.match(text, one.amount.end)
    sibling = _beside(text, counts, at, parts, left)
    if sibling is not None and not among:
        return sibling
    for place in range(at - 1, max(-1, at - _BACK), -1):
        whole = counts[place]
        if not _fits(whole, one) or (whole.amount.start, whole.amount.end) == one.span:
            continue
        gap = (whole.span[1], one.span[0])
        if gap[1] <= gap[0]:
            continue
        near = whole.sentence == one.sentence
        if among and gap[1] - gap[0] <= 2 * _TO_FIRST:
            return Part(place, among.span())
        if near:
            if words.against.search(text, *gap):
                return None
            out = words.out_of.search(
                text, max(whole.sentence[0], whole.span[0] - 20), whole.span[0]
            )
            if out and whole.unit.kind != "money" and not _set_against(text, whole):
                return Part(place, out.span())
            lead = words.leads.search(text, *gap)
            if lead and gap[1] - gap[0] <= _TO_FIRST and place not in parts:
                return Part(place, lead.span())
        if one.span[0] - whole.span[1] <= _TO_REST and _alike(whole, one) and place not in parts:
            rest = words.rest.match(text, one.amount.end)
            if rest:
                return Part(place, rest.span())
        if not near and 0 <= one.sentence[0] - whole.sentence[1] <= 2:
            taken = words.taken_up.match(text, one.sentence[0], one.sentence[1])
            if taken and place not in parts and _first_of(counts, at):
                return Part(place, taken.span())
    return None


def _set_against(text: str, one: Counted) -> bool:
    """Whether a number is told to have become another (*naik menjadi 30 orang dari 12 orang*)."""
    start = max(one.sentence[0], one.span[0] - _AGAINST_REACH)
    return _words().against.search(text, start, one.span[0]) is not None


def _beside(
    text: str, counts: Sequence[Counted], at: int, parts: dict[int, Part], left: dict[int, float]
) -> Part | None:
    """The part that a count is beside a part of the same sentence: of the same whole."""
    one = counts[at]
    open_wholes: list[Part] = []
    place = at - 1
    if place not in parts or counts[place].sentence != one.sentence:
        return None
    if not 0 < one.span[0] - counts[place].span[1] <= _BETWEEN:
        return None
    if not _JOINT.search(text, counts[place].span[1], one.span[0]):
        return None
    while place in parts and parts[place].whole < place:
        open_wholes.append(parts[place])
        place = parts[place].whole
    fitting = [
        part for part in open_wholes
        if _fits(counts[part.whole], one) and left.get(part.whole, 0) >= _value(one)
    ]  # fmt: skip
    exact = [part for part in fitting if left[part.whole] == _value(one)]
    return next(iter(exact or fitting), None)


def _first_of(counts: Sequence[Counted], at: int) -> bool:
    """Whether a count is the first of its kind in its sentence."""
    one = counts[at]
    return not any(
        other.sentence == one.sentence and other.unit.kind == one.unit.kind
        for other in counts[max(0, at - 3) : at]
    )


def _fits(whole: Counted, part: Counted) -> bool:
    """Whether ``part`` may be a part of ``whole``: a like unit, and not the greater value.

    A noun that units.yaml does not know may name persons (*1 juta PKL*).
    """
    kinds = whole.unit.kind, part.unit.kind
    if kinds[0] == "person" and not part.unit.known:
        return _value(part) < _value(whole)
    if kinds[0] != kinds[1] or kinds[0] not in _SUMMED:
        return False
    if kinds[0] in ("money", "other", "thing", "place") and not _alike(whole, part):
        return False
    return _value(part) < _value(whole)


def _alike(whole: Counted, part: Counted) -> bool:
    names = same_unit(whole.unit.name), same_unit(part.unit.name)
    return names[0] == names[1] or (
        "orang" in names and whole.unit.kind == part.unit.kind == "person"
    )


def _value(one: Counted) -> float:
    amount = one.amount
    return (amount.low if amount.high is None else amount.high) or 0


def _summed(counts: Sequence[Counted], parts: dict[int, Part]) -> None:
    """Adds the counts that stand behind another in a row and make all of it, if no word says so."""
    for at, whole in enumerate(counts):
        value = _value(whole)
        if value < _LEAST or whole.unit.kind not in _SUMMED or at in parts:
            continue
        row: list[int] = []
        total, end = 0.0, whole.span[1]
        for place in range(at + 1, min(len(counts), at + 1 + 2 * _BACK)):
            one = counts[place]
            if one.span[0] - end > (_BETWEEN if row else _TO_FIRST):
                break
            if not _fits(whole, one) or place in parts:
                break
            row.append(place)
            total, end = total + _value(one), one.span[1]
            if total >= value:
                break
        beside = bool(row) and counts[row[0]].span[0] - whole.span[1] <= _BESIDE
        if len(row) > 1 and total == value and (beside or value >= _BY_CHANCE):
            for place in row:
                parts[place] = Part(at)


def _listed(counts: Sequence[Counted], parts: dict[int, Part]) -> None:
    """Adds a list of numbers without a noun of their own that make most of a count before it.

    *34 ribu PMI pulang. Ke Jawa Timur sebanyak 8.900, Jawa Tengah 7.400, Jawa Barat 5.800.*
    """
    at = 0
    while at < len(counts):
        row = [at]
        while row[-1] + 1 < len(counts):
            one, last = counts[row[-1] + 1], counts[row[-1]]
            bare = one.unit.end <= one.amount.end or one.unit.name == "orang"
            if not bare or one.unit.kind != "person" or one.span[0] - last.span[1] > _BETWEEN:
                break
            row.append(row[-1] + 1)
        if len(row) >= _ROW and counts[at].unit.words and not any(place in parts for place in row):
            total = sum(_value(counts[place]) for place in row)
            for place in range(at - 1, max(-1, at - _BACK), -1):
                whole = counts[place]
                reach = counts[at].span[0] - whole.span[1] <= _ROW_REACH
                value = _value(whole)
                if reach and _alike(whole, counts[at]) and _MUCH * value <= total <= value:
                    parts.update((part, Part(place)) for part in row)
                    break
        at = row[-1] + 1


def breakdowns(text: str, counts: Sequence[Counted], parts: dict[int, Part]) -> dict[int, str]:
    """What the parts of each whole differ in: ``sex``, ``age``, ``nationality``, else ``other``."""
    of_whole: dict[int, list[int]] = {}
    for place, part in parts.items():
        of_whole.setdefault(part.whole, []).append(place)
    told: dict[int, str] = {}
    for places in of_whole.values():
        named = [_named(text, counts[place]) for place in places]
        kind = next(
            (key for key in _words().kinds if 2 * sum(key in each for each in named) >= len(named)),
            OTHER,
        )
        told.update(dict.fromkeys(places, kind))
    return told


def _named(text: str, one: Counted) -> set[str]:
    """The kinds of breakdowns that the phrase of a count names."""
    end = max(one.span[1], one.unit.start + len(one.unit.what or ""))
    phrase = text[one.amount.end : end]
    if one.unit.end == one.amount.end or not phrase.strip():
        phrase = _OTHER_THING.split(text[one.amount.end : one.amount.end + 30])[0]
    lower = phrase.lower()
    named = {kind for kind, nouns in _words().kinds.items() if nouns.search(lower)}
    for match in _words().citizens.finditer(f"{phrase} {text[end : end + 20]}"):
        words = match.group(1).split()
        if any(
            (spot := gazetteer().names.get(" ".join(words[:length]))) and spot.kind == "country"
            for length in range(len(words), 0, -1)
        ):
            named.add("nationality")
    return named
