"""Diagnostics that only the index can give: words that it does not hold, clauses to blame."""

from __future__ import annotations

from collections.abc import Iterator

from index.article import Diagnostic, Span
from index.search.evaluation import Evaluation
from index.search.expansion import close_words, within
from index.search.nodes import (
    And,
    Fuzzy,
    Name,
    Node,
    Not,
    OneFigure,
    Or,
    ParsedQuery,
    Phrase,
    Prefix,
    Saved,
    Word,
    positive_leaves,
)
from index.search.postings import Postings
from index.search.printing import print_query
from index.search.schema import TOGETHER, WHOLE

_Sought = Word | Prefix | Fuzzy | Name
_MOST_WORDS = 5  # advice on more words than that is noise
_MOST_CLAUSES = 6
_SHORTEST = 4  # letters of a word for which another is proposed


def advice(parsed: ParsedQuery, evaluation: Evaluation, postings: Postings) -> list[Diagnostic]:
    """What to tell about the words of a query that stand nowhere, and about no hits at all.

    A word of which something of the same meaning was found is not told of.
    """
    found: list[Diagnostic] = []
    node = parsed.node
    hit = bool(evaluation.hits(parsed.sought))
    meant = [(each.start, each.end) for each in parsed.expansions] if hit else []
    told: set[tuple[str, str | None]] = set()
    for word in _words(node, evaluation):
        postings.check()
        text = _typed(word)
        if (text, word.field) in told or evaluation.hits(word):
            continue
        if any(start <= word.span[0] and word.span[1] <= end for start, end in meant):
            continue
        told.add((text, word.field))
        where = f"no {word.field}" if word.field else "no article"
        found.append(_note(f"{text} stands in {where}{_proposal(word, postings)}", word.span))
        if len(told) == _MOST_WORDS:
            break
    if not hit and not found:
        found.extend(_blame(node, evaluation))
    return found


def _words(node: Node, evaluation: Evaluation) -> Iterator[_Sought]:
    """The words and names that an article is found by, words of phrases that stand nowhere."""
    for leaf in positive_leaves(node):
        if isinstance(leaf, Word | Prefix | Fuzzy) or (isinstance(leaf, Name) and leaf.words):
            yield leaf
        elif isinstance(leaf, Phrase) and not evaluation.hits(leaf):
            for item in leaf.items:
                if isinstance(item, Word):
                    yield Word(item.text, True, leaf.field, leaf.span)


def _typed(word: _Sought) -> str:
    """``word`` without its field."""
    if isinstance(word, Name):
        return " ".join(word.words) + ("*" if word.prefix else "")
    if isinstance(word, Fuzzy):
        return f"{word.text}~{word.distance}"
    return word.text if isinstance(word, Word) else word.pattern


def _proposal(word: _Sought, postings: Postings) -> str:
    """The most frequent word or name of the archive that is one or two edits away."""
    if isinstance(word, Prefix) or (isinstance(word, Name) and word.prefix):
        return ""
    text = " ".join(word.words) if isinstance(word, Name) else word.text
    if len(text) < _SHORTEST or not text.replace(" ", "").isalpha():
        return ""
    field = word.field or "body"
    # Whole names, and names written together, stand in the index with a mark before them.
    marks = [""]
    if isinstance(word, Name) and (word.quoted or field == "outlet"):
        marks.append(WHOLE if word.quoted else TOGETHER)
    terms = {
        term[len(mark) :]: term for mark in marks for term in postings.terms(field, mark + text[0])
    }
    for distance in (1, 2) if len(text) > _SHORTEST + 1 else (1,):
        near = close_words(text, distance, terms)
        if not near and field == "outlet":
            near = [term for term in terms if _begins_close(text, distance, term)]
        if near:
            best = max(near, key=lambda term: (postings.frequency(field, terms[term]), term))
            return f"; perhaps {best}?"
    return ""


def _begins_close(text: str, distance: int, name: str) -> bool:
    """Whether ``name`` begins with something at most ``distance`` edits away from ``text``."""
    lengths = range(len(text) - distance, len(text) + distance + 1)
    return any(within(text, name[:length], distance) for length in lengths)


def _blame(node: Node, evaluation: Evaluation) -> Iterator[Diagnostic]:
    """Which clauses of a conjunction leave nothing over."""
    if isinstance(node, Saved):
        yield from _blame(node.node, evaluation)
        return
    if isinstance(node, OneFigure):
        apart = evaluation.hits(And(node.apart))
        if apart:
            said = f"no figure satisfies all; {len(apart)} articles with different ones that do"
            yield _note(said, node.span)
        return
    if not isinstance(node, And) or len(node.children) > _MOST_CLAUSES:
        return
    empty = [child for child in node.children if not evaluation.hits(child)]
    for child in empty:
        yield _note(f"{print_query(child)} finds no article", _span(child))
        if isinstance(child, OneFigure):
            yield from _blame(child, evaluation)
    if empty:
        return
    for number, child in enumerate(node.children):
        others = node.children[:number] + node.children[number + 1 :]
        rest = evaluation.hits(others[0] if len(others) == 1 else And(others))
        if rest:
            yield _note(
                f"no article satisfies all; {len(rest)} without {print_query(child)}", _span(child)
            )


def _span(node: Node) -> Span:
    if isinstance(node, And | Or):
        return _span(node.children[0])
    if isinstance(node, Not):
        return _span(node.child)
    return getattr(node, "span", (0, 0))


def _note(message: str, span: Span) -> Diagnostic:
    return Diagnostic(message, *span)
