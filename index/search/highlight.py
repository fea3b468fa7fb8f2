"""Where a query matches in a text, worked out on the text itself: no index is needed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from index.article import BODY, TITLE, Mention, Span, caption_part
from index.language.stems import stem
from index.language.tokens import Token, tokens
from index.search.expansion import (
    fits,
    fits_by_root,
    is_close,
    literal_start,
    root_start,
    same_stem,
    word_key,
)
from index.search.nodes import (
    Fuzzy,
    Near,
    Nearby,
    ParsedQuery,
    Phrase,
    Prefix,
    Word,
    positive_leaves,
)
from index.search.phrases import match_in_order, near_spans
from index.search.variants import variants

_Test = Callable[[str], bool]
_SPACE = re.compile(r"\s")
_MARKED = re.compile(r"[^\x00-\x7f“”‘’–—…]|\w[^\w\s]+\w")


@dataclass(slots=True)
class _Text:
    """The words of one text: by position the span, by word the tokens."""

    spans: list[Span] = field(default_factory=list)
    by_word: dict[str, list[Token]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, text: str) -> _Text:
        read = cls()
        for token in tokens(text):
            if token.position == len(read.spans):
                read.spans.append((token.start, token.end))
            read.by_word[token.text].append(token)
        return read


@lru_cache(maxsize=128)
def _words_of(text: str) -> _Text:
    """The words of ``text``, kept for the next key press, which mostly asks of the same texts."""
    return _Text.of(text)


def highlight(
    parsed: ParsedQuery, title: str | None, body: str, captions: Sequence[str] = ()
) -> tuple[Mention, ...]:
    """The places in an article's text that its query is found by, in order of part and offset.

    Words by their stems, phrases and neighbours only where they stand together, nothing that
    the query excludes; ``title:`` words in the title only, ``body:`` words in body and captions.
    Spans of one part do not overlap.
    """
    found: list[Mention] = []
    parts = [(TITLE, title or ""), (BODY, body)]
    parts += [(caption_part(number), text) for number, text in enumerate(captions)]
    for part, text in parts:
        kind = TITLE if part == TITLE else BODY
        for start, end in matches(parsed, text, kind):
            found.append(Mention(part, start, end, text[start:end]))
    return tuple(found)


def matches(parsed: ParsedQuery, text: str, part: str = BODY) -> list[Span]:
    """The spans in ``text`` that ``parsed`` is found by, rising, merged where they overlap.

    ``part`` is ``"title"`` or ``"body"`` (which captions count as).
    """
    leaves = [
        leaf
        for leaf in positive_leaves(parsed.sought)
        if isinstance(leaf, Word | Prefix | Fuzzy | Phrase | Near) and leaf.field in (None, part)
    ]
    if not leaves or not text:
        return []
    needles = _needles(leaves)
    read = _words_of(text) if needles is None else _few_words_of(text, needles)
    spans: set[Span] = set()
    for leaf in leaves:
        if isinstance(leaf, Near):
            spans.update(_near(leaf, read))
        else:
            spans.update(_spans_of(leaf, read))
    return _merged(spans)


def _needles(leaves: Sequence[Nearby | Near]) -> tuple[str, ...] | None:
    """What a word must hold to match one of ``leaves``.

    None where the order of words counts, or where any word may match.
    """
    needles: set[str] = set()
    for leaf in leaves:
        if isinstance(leaf, Prefix):
            start = root_start(leaf)
            needles.add(literal_start(leaf.pattern) if start is None else start[1:])
        elif isinstance(leaf, Word) and len(word_key(leaf)[1]) < 2:
            whole = word_key(leaf)[0]
            needles.add(whole)
            if not leaf.exact:
                needles.add(stem(whole)[1:])
        else:
            return None
    return None if "" in needles else tuple(sorted(needles))


def _few_words_of(text: str, needles: tuple[str, ...]) -> _Text:
    """The words of ``text`` that may hold one of ``needles``, without true positions.

    A page of snippets reads twenty articles at every key press, and most words are plain.
    """
    read = _Text()
    end = 0
    for place in _interesting(text, needles):
        if place < end:
            continue
        begin = 1 + max(text.rfind(" ", end, place), text.rfind("\n", end, place), end - 1)
        space = _SPACE.search(text, place)
        end = space.start() if space else len(text)
        for token in tokens(text[begin:end]):
            read.by_word[token.text].append(
                token._replace(start=token.start + begin, end=token.end + begin)
            )
    return read


def _interesting(text: str, needles: tuple[str, ...]) -> list[int]:
    """Where one of ``needles`` stands, or a word that is spelt with marks or accents, rising."""
    places = [match.start() for match in _MARKED.finditer(text)]
    lowered = text.lower()
    if len(lowered) != len(text):  # İ becomes two characters; as a marked word it is found anyway
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for needle in needles:
        place = lowered.find(needle)
        while place >= 0:
            places.append(place)
            place = lowered.find(needle, place + len(needle))
    return sorted(places)


def _spans_of(leaf: Nearby, read: _Text) -> Iterator[Span]:
    if isinstance(leaf, Phrase):
        for first, last in _in_order(leaf, read):
            yield read.spans[first][0], read.spans[last][1]
        return
    for token in _tokens_of(leaf, read):
        yield token.start, token.end
    if isinstance(leaf, Word):
        for first, last in _in_order(_apart(leaf), read):
            yield read.spans[first][0], read.spans[last][1]


def _apart(word: Word) -> Phrase:
    """The parts of a compound as a phrase; without any where it has none."""
    parts = word_key(word)[1]
    return Phrase(tuple(Word(part, True) for part in parts) if len(parts) > 1 else ())


def _in_order(phrase: Phrase, read: _Text) -> Iterator[Span]:
    """The first and last positions of each place where the phrase stands."""
    if not phrase.items:
        return
    for items in variants(phrase.items):
        places = [_positions_of(item, read) for item in items]
        if all(places):
            yield from match_in_order(places, phrase.slop)


def _near(leaf: Near, read: _Text) -> Iterator[Span]:
    left, right = _located(leaf.left, read), _located(leaf.right, read)
    apart = leaf.left == leaf.right
    for here, there in ((left, right), (right, left)):
        for place in near_spans(list(here), list(there), leaf.distance, apart):
            yield from here[place]


def _located(side: Iterable[Nearby], read: _Text) -> dict[Span, set[Span]]:
    """The first and last positions of each place where one of ``side`` stands, with its offsets."""
    found: dict[Span, set[Span]] = defaultdict(set)
    for leaf in side:
        if isinstance(leaf, Phrase):
            phrases = [leaf]
        else:
            for token in _tokens_of(leaf, read, printed=True):
                found[token.position, token.position].add((token.start, token.end))
            phrases = [_apart(leaf)] if isinstance(leaf, Word) else []
        for phrase in phrases:
            for first, last in _in_order(phrase, read):
                found[first, last].add((read.spans[first][0], read.spans[last][1]))
    return found


def _positions_of(item: Word | Prefix | Fuzzy, read: _Text) -> list[int]:
    return sorted({token.position for token in _tokens_of(item, read, printed=True)})


def _tokens_of(
    leaf: Word | Prefix | Fuzzy, read: _Text, *, printed: bool = False
) -> Iterator[Token]:
    if isinstance(leaf, Word) and leaf.exact:
        yield from read.by_word.get(word_key(leaf)[0], ())
        return
    test = _test(leaf, printed)
    for word, found in read.by_word.items():
        if test(word):
            yield from found


def _test(leaf: Word | Prefix | Fuzzy, printed: bool) -> _Test:
    if isinstance(leaf, Prefix):
        return lambda word: fits(leaf, word) if printed else fits_by_root(leaf, word)
    if isinstance(leaf, Fuzzy):
        return lambda word: is_close(leaf, word)
    whole = word_key(leaf)[0]
    root = stem(whole)
    return lambda word: word == whole or same_stem(word, root)


def _merged(spans: set[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
