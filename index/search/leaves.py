"""What one value of a query means in its field: raw text to a leaf of the query."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.article import Span
from index.language.tokens import Token, fold, tokens, words
from index.search.measures import measure_names
from index.search.names import name_together, name_words
from index.search.nodes import (
    BODY,
    TITLE,
    Everything,
    FigureCondition,
    Fuzzy,
    Name,
    Node,
    Period,
    Phrase,
    Prefix,
    Published,
    Tag,
    Word,
)
from index.search.query_dates import NoDateError, parse_days

# English and Indonesian names of the fields (CONTRACT: query language).
FIELDS = {
    "title": TITLE,
    "judul": TITLE,
    "body": BODY,
    "isi": BODY,
    "outlet": "outlet",
    "sumber": "outlet",
    "author": "author",
    "penulis": "author",
    "place": "place",
    "tempat": "place",
    "agency": "agency",
    "lembaga": "agency",
    "person": "person",
    "tokoh": "person",
    "role": "role",
    "peran": "role",
    "offence": "offence",
    "tindak": "offence",
    "law": "law",
    "uu": "law",
    "article": "article",
    "pasal": "article",
    "tag": "tag",
    "published": "published",
    "terbit": "published",
    "period": "period",
    "periode": "period",
    "figure": "figure",
    "angka": "figure",
    "query": "query",
}
TEXT_FIELDS = frozenset((TITLE, BODY))
NAME_FIELDS = frozenset(
    ("outlet", "author", "place", "agency", "person", "role", "offence", "law", "article")
)
BELOW = "+"  # behind the name of an agency: with its units; of a place: with all that lies in it
WITH_LINES = frozenset(("agency", "place"))
_NONE = frozenset(("none", "tanpa", "kosong"))
_TILDE = re.compile(r"(.+?)~(\d*)", re.DOTALL)
_PIECE = re.compile(r"[^\W_]*")
_FIGURE = re.compile(r"([^\W\d][\w-]*)?\s*(?:(>=|<=|>|<|=|:)\s*(.*))?", re.DOTALL)
_NUMBER = re.compile(
    r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(ribu|rb|juta|jt|miliar|milyar|triliun|k)?",
    re.IGNORECASE | re.ASCII,
)
_SCALE = {
    "ribu": 1e3, "rb": 1e3, "k": 1e3, "juta": 1e6, "jt": 1e6,
    "miliar": 1e9, "milyar": 1e9, "triliun": 1e12,
}  # fmt: skip

Say = Callable[[str, Span, bool], None]


class LeafError(ValueError):
    """A value that its field cannot take; the message is a sentence for the user."""


def leaf(
    name: str | None, raw: str, *, quoted: bool, exact: bool, span: Span, say: Say
) -> Node | None:
    """The node of one value, None where it says nothing.

    ``name`` is a field (a value of ``FIELDS``, None for the whole article), ``raw`` what was
    typed, without its quotes. ``say(message, span, fatal)`` takes diagnostics.

    Raises:
        LeafError: the value is no date, no figure, no pattern that can be searched.
    """
    if name is None or name in TEXT_FIELDS:
        if quoted:
            return phrase(raw, 0, name, span, say)
        return _text(raw, exact, name, span, say)
    if not raw.strip():
        say(f'nothing stands in {name}:""', span, False)
        return None
    if name in NAME_FIELDS:
        return _name(name, raw, quoted, span, say)
    if name == "tag":
        folded = fold(raw.strip())
        return Tag(folded.rstrip("*"), folded.endswith("*"), span)
    if name == "figure":
        return _figure(raw, span)
    return _days(name, raw, span)


def phrase(raw: str, slop: int, name: str | None, span: Span, say: Say) -> Node | None:
    """The words of ``raw`` as printed, one after the other; a single word stays a word."""
    items: list[Word | Prefix] = []
    for chunk in raw.split():
        if "*" in chunk:
            items.extend(_starred(chunk, None, span))
        else:
            items.extend(_words(chunk, True, None, span))
    if not items:
        say(f'there is no word in "{_short(raw)}"', span, False)
        return None
    if len(items) == 1:
        only = items[0]
        if isinstance(only, Word):
            return Word(only.text, True, name, span)
        return Prefix(only.pattern, name, span)
    return Phrase(tuple(items), slop, name, span)


def _text(raw: str, exact: bool, name: str | None, span: Span, say: Say) -> Node | None:
    if raw.strip("*") == "" and raw:
        if name is None:
            return Everything()
        raise LeafError(f"{name}:* says nothing: write a word, or its beginning and *")
    tilde = _TILDE.fullmatch(raw)
    if tilde and not exact:
        fuzzy = _fuzzy(tilde.group(1), tilde.group(2), name, span, say)
        if fuzzy is not None:
            return fuzzy
    items: list[Word | Prefix] = []
    if "*" in raw:
        items.extend(_starred(raw, name, span))
    else:
        items.extend(_words(raw, exact, name, span))
    if not items:
        say(f"there is no word in {_short(raw)}", span, False)
        return None
    if len(items) == 1:
        return items[0]
    bare = tuple(
        Word(item.text, True, None, span)
        if isinstance(item, Word)
        else Prefix(item.pattern, None, span)
        for item in items
    )
    return Phrase(bare, 0, name, span)


def _words(chunk: str, exact: bool, name: str | None, span: Span) -> list[Word | Prefix]:
    by_position: dict[int, list[Token]] = {}
    for token in tokens(chunk):
        by_position.setdefault(token.position, []).append(token)
    return [Word(_canonical(group, exact), exact, name, span) for group in by_position.values()]


def _canonical(group: list[Token], exact: bool) -> str:
    """How a word is kept in a query: compounds with their hyphens, accents where they count."""
    whole = group[0].text
    if exact:
        for token in group:
            if token.accented:
                return token.text
    parts = [token.text for token in group if token.part]
    if not parts or "/" in whole:
        return whole
    return "-".join(parts)


def _starred(raw: str, name: str | None, span: Span) -> list[Word | Prefix]:
    head, star, tail = raw.rstrip("*").partition("*")
    if not star:
        found = words(head)
        if not found:
            raise LeafError(f"{_short(raw)}: a word must begin with letters before its *")
        before: list[Word | Prefix] = [Word(word, True, name, span) for word in found[:-1]]
        return [*before, Prefix(found[-1] + "*", name, span)]
    pieces = [fold(piece) for piece in [head, *tail.split("*")]]
    if len(pieces[0]) < 2 or not all(_PIECE.fullmatch(piece) for piece in pieces):
        raise LeafError(f"{_short(raw)}: a word must begin with two letters before a * inside it")
    pattern = "*".join(piece for piece in pieces if piece)
    return [Prefix(pattern + ("*" if raw.endswith("*") else ""), name, span)]


def _fuzzy(raw: str, digits: str, name: str | None, span: Span, say: Say) -> Node | None:
    found = words(raw)
    if len(found) != 1:
        return None
    distance = int(digits[:3] or 1)
    if not 1 <= distance <= 2:
        say(f"~{digits}: words are compared with one or two changes at most", span, False)
    if distance == 0:
        return Word(found[0], True, name, span)
    return Fuzzy(found[0], min(distance, 2), name, span)


def _name(name: str, raw: str, quoted: bool, span: Span, say: Say) -> Node | None:
    below = name in WITH_LINES and raw.rstrip().endswith(BELOW)
    prefix = raw.rstrip(" " + BELOW if below else None).endswith("*")
    if name == "outlet" and not quoted:
        together = name_together(raw)
        found: tuple[str, ...] = (together,) if together else ()
    else:
        found = name_words(name, raw)
    if not found and raw.strip().strip("*"):
        say(f"there is no word in {_short(raw)}", span, False)
        return None
    if not found:
        return Name(name, (), False, True, span=span)
    return Name(name, found, quoted or len(found) > 1, prefix, below, span)


def _days(name: str, raw: str, span: Span) -> Node:
    kind = Published if name == "published" else Period
    if fold(raw.strip()) in _NONE:
        return kind(None, None, True, span)
    try:
        low, high = parse_days(raw)
    except NoDateError as error:
        raise LeafError(f"{_short(raw)} is no date: {error}") from error
    return kind(low, high, False, span)


def _figure(raw: str, span: Span) -> FigureCondition:
    text = raw.strip()
    if text == "*":
        return FigureCondition(span=span)
    match = _FIGURE.fullmatch(text)
    measure, operator, number = match.groups() if match else (None, None, text)
    key = _measure(measure) if measure else None
    if number is None:
        return FigureCondition(key, span=span)
    low_text, dots, high_text = number.partition("..")
    if operator not in (None, ":", "="):
        value = _number(number)
        if operator.startswith(">"):
            return FigureCondition(key, value, None, operator == ">", False, span)
        return FigureCondition(key, None, value, False, operator == "<", span)
    if number.strip() == "*" and operator == ":":
        return FigureCondition(key, span=span)
    if not dots:
        value = _number(number)
        return FigureCondition(key, value, value, span=span)
    low = _number(low_text) if low_text.strip() else None
    high = _number(high_text) if high_text.strip() else None
    if low is None and high is None:
        raise LeafError("a range of figures needs a beginning or an end")
    if low is not None and high is not None and low > high:
        raise LeafError(f"{_short(number)}: the range ends before it begins")
    return FigureCondition(key, low, high, span=span)


def _measure(text: str) -> str:
    names = measure_names()
    typed = fold(text).replace("-", "_")
    if typed in names:
        return names[typed]
    raise LeafError(f"there is no measure {_short(text)}{perhaps(typed, names)}")


def _number(text: str) -> float:
    match = _NUMBER.fullmatch(text.strip())
    if not match or len(text) > 40:
        raise LeafError(f"{_short(text)} is no number" if text.strip() else "a number is missing")
    whole, fraction, scale = match.groups()
    value = float(f"{whole.replace('.', '')}.{fraction or 0}")
    return value * _SCALE.get((scale or "").lower(), 1)


def perhaps(typed: str, known: dict[str, str]) -> str:
    """`` - perhaps X?`` for the known name that is most like what was typed, or nothing."""
    from difflib import get_close_matches  # slow to import, needed for errors only

    close = get_close_matches(typed[:60], list(known), n=1, cutoff=0.6)
    return f"; perhaps {close[0]}?" if close else ""


def _short(text: str) -> str:
    from index.text import clean_line

    line = clean_line(text)
    return line if len(line) <= 40 else line[:39] + "…"
