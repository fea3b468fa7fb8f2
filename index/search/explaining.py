"""What a search did: each clause of the query with its hits, the words it stood for."""

from __future__ import annotations

from collections.abc import Iterator

from index.results import Clause
from index.search.evaluation import Evaluation
from index.search.nodes import (
    And,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Saved,
    Word,
)
from index.search.postings import Postings
from index.search.printing import print_query

_MOST_WORDS = 20


def clauses(node: Node, evaluation: Evaluation, postings: Postings) -> tuple[Clause, ...]:
    """The clauses of ``node`` from the outermost in, each before what it is made of.

    Each has its hits in the whole archive, and for words the most frequent twenty of the forms
    that they stand for, with the articles that hold each.
    """
    return tuple(_clauses(node, 0, evaluation, postings))


def _clauses(
    node: Node, depth: int, evaluation: Evaluation, postings: Postings
) -> Iterator[Clause]:
    words: dict[str, int] = {}
    if isinstance(node, Word | Prefix | Fuzzy):
        words = _forms(node, evaluation, postings)
    start, end = getattr(node, "span", (0, 0))
    yield Clause(
        print_query(node), len(evaluation.hits(node)), depth, _kind(node), tuple(words.items()),
        start, end,
    )  # fmt: skip
    inner: tuple[Node, ...] = ()
    if isinstance(node, And | Or):
        inner = node.children
    elif isinstance(node, Not):
        inner = (node.child,)
    elif isinstance(node, Saved):
        inner = (node.node,)
    for child in inner:
        yield from _clauses(child, depth + 1, evaluation, postings)


def _forms(
    node: Word | Prefix | Fuzzy, evaluation: Evaluation, postings: Postings
) -> dict[str, int]:
    fields = (node.field,) if node.field else ("title", "body")
    holding: dict[str, set[int]] = {}
    for field in fields:
        for term in evaluation.expand(node, field):
            holding.setdefault(term, set()).update(postings.posting(field, term).documents)
    counts = {term: len(documents) for term, documents in holding.items() if documents}
    ranked = sorted(counts, key=lambda term: (-counts[term], term))
    return {term: counts[term] for term in ranked[:_MOST_WORDS]}


def _kind(node: Node) -> str:
    kinds: dict[type, str] = {
        And: "all", Or: "any", Not: "none", Saved: "saved", Word: "word", Prefix: "prefix",
        Fuzzy: "similar", Phrase: "phrase", Near: "near",
    }  # fmt: skip
    return kinds.get(type(node), "filter")
