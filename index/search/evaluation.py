"""Which articles a query finds, and how well each fits: exact sets, BM25F over title and body."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from index.language.periods import days
from index.language.stems import stem
from index.search.expansion import (
    MOST_WORDS,
    close_words,
    fits,
    literal_start,
    root_start,
    word_key,
)
from index.search.lines import ABOVE, above
from index.search.names import LONGEST_NAME
from index.search.nodes import (
    And,
    Everything,
    FigureCondition,
    Filter,
    Fuzzy,
    Name,
    Near,
    Nearby,
    Node,
    Not,
    Nothing,
    OneFigure,
    Or,
    Period,
    Phrase,
    Prefix,
    Published,
    Saved,
    Tag,
    Word,
)
from index.search.phrases import Spans, count_in_order, near_count, spans_in_order
from index.search.postings import Posting, Postings
from index.search.schema import ANY, TOGETHER, UNDATED, WHOLE
from index.search.variants import variants

Hits = dict[int, float]

# BM25F: saturation, length normalisation, and what a word in the title counts for.
# Robertson & Zaragoza 2009, section 3.6. On questions of people (tests/bench/relevance.py) neither
# other saturations and lengths nor pairs of words beside each other did better.
_K1 = 1.2
_LENGTH = {"title": 0.3, "body": 0.75}
_WEIGHT = {"title": 2.5, "body": 1.0}
# A form that only shares the stem, against the word as it was typed: 0.5 to 0.65 put answers first
# more often than 0.8 and 1 do.
_OTHER_FORM = 0.6


class Resolver(Protocol):
    """What only the database knows: the ids of the articles that satisfy a condition."""

    def figures(self, condition: FigureCondition) -> set[str]:
        """Articles with a figure for which ``condition.holds(low, high)`` and the measure fits."""

    def periods(self, condition: Period) -> set[str]:
        """Articles with a figure whose period overlaps the days, or (undated) has none."""

    def one_figure(self, condition: OneFigure) -> set[str]:
        """Articles with one figure that meets all of ``condition``."""

    def tagged(self, condition: Tag) -> set[str]:
        """Articles with a tag that is ``name`` when folded, or begins with it (``prefix``)."""


class Evaluation:
    """One search over one generation of the index."""

    def __init__(
        self, postings: Postings, resolver: Resolver | None, *, scored: bool = True
    ) -> None:
        self._postings = postings
        self._resolver = resolver
        self._scored = scored
        self._done: dict[Node, Hits] = {}
        self.notes: list[tuple[str, tuple[int, int]]] = []

    def hits(self, node: Node) -> Hits:
        """The articles that ``node`` finds, with their scores; not to be changed."""
        known = self._done.get(node)
        if known is None:
            self._postings.check()
            known = self._done[node] = self._evaluate(node)
        return known

    def _evaluate(self, node: Node) -> Hits:
        if isinstance(node, And):
            return self._all_of(node.children)
        if isinstance(node, Or):
            return self._any_of(self.hits(child) for child in node.children)
        if isinstance(node, Not):
            out = self.hits(node.child)
            return {doc: 0.0 for doc in self._postings.all_documents() if doc not in out}
        if isinstance(node, Saved):
            return self.hits(node.node)
        if isinstance(node, Everything):
            return dict.fromkeys(self._postings.all_documents(), 0.0)
        if isinstance(node, Nothing):
            return {}
        if isinstance(node, Word | Prefix | Fuzzy):
            return self._word(node)
        if isinstance(node, Phrase):
            return self._phrase(node)
        if isinstance(node, Near):
            return self._near(node)
        return dict.fromkeys(self._filter(node), 0.0)

    def _all_of(self, children: Iterable[Node]) -> Hits:
        wanted = [self.hits(child) for child in children if not isinstance(child, Not)]
        unwanted = [self.hits(child.child) for child in children if isinstance(child, Not)]
        if wanted:
            wanted.sort(key=len)
            found: Hits = dict(wanted[0])
            for other in wanted[1:]:
                found = {doc: score + other[doc] for doc, score in found.items() if doc in other}
        else:
            found = dict.fromkeys(self._postings.all_documents(), 0.0)
        for out in unwanted:
            found = {doc: score for doc, score in found.items() if doc not in out}
        return found

    def _any_of(self, several: Iterable[Hits]) -> Hits:
        found: Hits = {}
        for hits in several:
            if not found:
                found = dict(hits)
                continue
            for document, score in hits.items():
                found[document] = found.get(document, 0.0) + score
        return found

    # Words.

    def expand(
        self, node: Word | Prefix | Fuzzy, field: str, *, printed: bool = False
    ) -> dict[str, float]:
        """The terms of ``field`` that ``node`` stands for, each with its weight.

        ``printed`` keeps a prefix to words that begin with it as printed.
        """
        postings = self._postings
        if isinstance(node, Word):
            whole, _ = word_key(node)
            weights = {whole: 1.0}
            if not node.exact:
                root = stem(whole)
                for form in (root, *postings.forms(root)):
                    weights.setdefault(form, _OTHER_FORM)
            return weights
        if isinstance(node, Fuzzy):
            near = close_words(node.text, node.distance, postings.terms(field, node.text[:1]))
            return {word: 1.0 if word == node.text else _OTHER_FORM for word in near}
        found = [
            word for word in postings.terms(field, literal_start(node.pattern)) if fits(node, word)
        ]
        if len(found) > MOST_WORDS:
            self._note(
                f"{node.pattern} stands for {len(found)} words; "
                f"the {MOST_WORDS} most frequent were searched",
                node.span,
            )
            found.sort(key=lambda word: -postings.frequency(field, word))
            del found[MOST_WORDS:]
        weights = dict.fromkeys(found, 1.0)
        start = None if printed else root_start(node)
        if start is not None:
            for form in postings.forms_from(start)[:MOST_WORDS]:
                weights.setdefault(form, _OTHER_FORM)
        return weights

    def _word(self, node: Word | Prefix | Fuzzy) -> Hits:
        counts: Hits = {}
        for field in _fields(node.field):
            terms = self.expand(node, field)
            self._add(
                counts, field, ((self._postings.posting(field, t), w) for t, w in terms.items())
            )
        hits = self._score(counts)
        parts = word_key(node)[1] if isinstance(node, Word) else ()
        if len(parts) > 1:
            apart = Phrase(tuple(Word(part, True) for part in parts), 0, node.field, node.span)
            hits = self._any_of((hits, self.hits(apart)))
        return hits

    def _add(self, counts: Hits, field: str, postings: Iterable[tuple[Posting, float]]) -> None:
        """Adds weighted, length-normalised counts of the postings of one field."""
        if not self._scored:
            for posting, _ in postings:
                counts.update(dict.fromkeys(posting.documents, 0.0))
            return
        lengths = self._postings.column(f"{field}_length")
        share = _LENGTH[field]
        per_word = share / self._postings.average_length(field)
        field_weight = _WEIGHT[field]
        get = counts.get
        for posting, weight in postings:
            self._postings.check()
            weight *= field_weight
            for doc, count in zip(posting.documents, posting.counts, strict=True):
                norm = 1.0 - share + per_word * lengths[doc]
                counts[doc] = get(doc, 0.0) + weight * count / norm

    def _score(self, counts: Hits) -> Hits:
        if not self._scored or not counts:
            return counts
        total = len(self._postings.all_documents())
        rarity = math.log(1 + (total - len(counts) + 0.5) / (len(counts) + 0.5))
        scale = rarity * (_K1 + 1)
        return {doc: scale * count / (count + _K1) for doc, count in counts.items()}

    # Phrases and neighbours.

    def _phrase(self, node: Phrase) -> Hits:
        counts: Hits = {}
        for field in _fields(node.field):
            for items in variants(node.items):
                places = [self._places(item, field) for item in items]
                found = count_in_order(self._postings, field, places, node.slop)
                posting = Posting(list(found), [float(count) for count in found.values()])
                self._add(counts, field, [(posting, 1.0)])
        return self._score(counts)

    def _near(self, node: Near) -> Hits:
        counts: Hits = {}
        apart = node.left == node.right
        for field in _fields(node.field):
            left, right = self._side(node.left, field), self._side(node.right, field)
            shared = left.keys() & right.keys()
            found = {
                doc: count
                for doc in shared
                if (count := near_count(left[doc], right[doc], node.distance, apart))
            }
            posting = Posting(list(found), [float(count) for count in found.values()])
            self._add(counts, field, [(posting, 1.0)])
        return self._score(counts)

    def _side(self, side: tuple[Nearby, ...], field: str) -> dict[int, Spans]:
        found: dict[int, Spans] = {}
        for node in side:
            if isinstance(node, Phrase):
                ways: list[tuple[Word | Prefix | Fuzzy, ...]] = [*variants(node.items)]
                slop = node.slop
            else:
                ways, slop = [(node,)], 0
                parts = word_key(node)[1] if isinstance(node, Word) else ()
                if len(parts) > 1:
                    ways.append(tuple(Word(part, True) for part in parts))
            for items in ways:
                places = [self._places(item, field) for item in items]
                for doc, spans in spans_in_order(self._postings, field, places, slop).items():
                    found.setdefault(doc, []).extend(spans)
        return found

    def _places(self, item: Word | Prefix | Fuzzy, field: str) -> list[str]:
        return list(self.expand(item, field, printed=True))

    # Filters.

    def _filter(self, node: Filter) -> set[int]:
        if isinstance(node, Name):
            return self._named(node)
        if isinstance(node, Published):
            return self._published(node)
        if self._resolver is None:
            return set()
        if isinstance(node, Period):
            found = self._resolver.periods(node)
        elif isinstance(node, FigureCondition):
            found = self._resolver.figures(node)
        elif isinstance(node, OneFigure):
            found = self._resolver.one_figure(node)
        else:
            found = self._resolver.tagged(node)
        return self._postings.documents_of(found)

    def _named(self, node: Name) -> set[int]:
        if node.below:
            return self._named(replace(node, below=False)) | self._named(above(node))
        postings = self._postings
        if not node.words:
            return set(postings.posting(node.field, ANY).documents)
        if not node.quoted:
            word = node.words[0]
            terms = [word]
            if node.field == "outlet":
                terms = postings.terms("outlet", word)
                terms += postings.terms("outlet", TOGETHER + word)
            elif node.prefix:
                terms = postings.terms(node.field, word)
            return _union(postings.posting(node.field, term).documents for term in terms)
        whole = WHOLE + " ".join(node.words)[:LONGEST_NAME]
        if node.prefix:
            named = _union(
                postings.posting(node.field, term).documents
                for term in postings.terms(node.field, whole)
            )
        else:
            named = set(postings.posting(node.field, whole).documents)
        if named:
            return named
        places = [[word] for word in node.words]
        if node.prefix:
            places[-1] = postings.terms(node.field, node.words[-1])
        inside = set(count_in_order(postings, node.field, places, 0))
        if inside and node.field not in ABOVE.values():
            self._note(
                f'nothing in {node.field} is called "{" ".join(node.words)}"; '
                "names that contain it were searched",
                node.span,
            )
        return inside

    def _published(self, node: Published) -> set[int]:
        postings = self._postings
        if node.undated:
            return set(postings.posting("published", UNDATED).documents)
        wanted = []
        for term in postings.terms("published", ""):
            first, last = days(term)
            if first is None or last is None:
                continue
            if (node.low is None or first >= node.low) and (node.high is None or last <= node.high):
                wanted.append(term)
        return _union(postings.posting("published", term).documents for term in wanted)

    def _note(self, message: str, span: tuple[int, int]) -> None:
        if (message, span) not in self.notes:
            self.notes.append((message, span))


def _fields(field: str | None) -> tuple[str, ...]:
    return (field,) if field else ("title", "body")


def _union(several: Iterable[list[int]]) -> set[int]:
    return set().union(*several)
