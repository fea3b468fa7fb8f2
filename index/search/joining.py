"""How the parts of a query are put together."""

from __future__ import annotations

from index.search.nodes import (
    And,
    Fuzzy,
    Near,
    Nearby,
    Node,
    Or,
    Phrase,
    Prefix,
    Word,
    conjunction,
    disjunction,
)


def side_of(node: Node) -> tuple[Nearby, ...] | None:
    """What a side of NEAR looks for: a word, a phrase, or any of several; None for the rest."""
    if isinstance(node, Word | Prefix | Fuzzy | Phrase):
        return (node,)
    if isinstance(node, Or):
        inner = [side_of(child) for child in node.children]
        if all(side is not None for side in inner):
            return tuple(word for side in inner for word in side or ())
    return None


def without_field(word: Nearby) -> Nearby:
    """``word`` without the field that its NEAR carries."""
    if isinstance(word, Word):
        return Word(word.text, word.exact, None, word.span)
    if isinstance(word, Prefix):
        return Prefix(word.pattern, None, word.span)
    if isinstance(word, Fuzzy):
        return Fuzzy(word.text, word.distance, None, word.span)
    return Phrase(word.items, word.slop, None, word.span)


def any_of(parts: list[Node], beside: list[bool]) -> Node:
    """Words that only stand beside each other by OR; what AND joins, filters and NOT by AND."""
    units: list[list[Node]] = []
    for part, alone in zip(parts, beside, strict=True):
        if alone or not units:
            units.append([part])
        else:
            units[-1].append(part)
    whole = [conjunction(unit) for unit in units]
    words = [unit for unit in whole if _is_free(unit)]
    filters = [unit for unit in whole if not _is_free(unit)]
    return conjunction(([disjunction(words)] if words else []) + filters)


def _is_free(node: Node) -> bool:
    if isinstance(node, And | Or):
        return any(_is_free(child) for child in node.children)
    return isinstance(node, Word | Prefix | Fuzzy | Phrase | Near)
