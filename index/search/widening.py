"""A query with what means the same beside what was typed; or as printed, with nothing beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from index.article import Span
from index.results import Expansion
from index.search.meanings import Form, Words, meanings, words_of
from index.search.nodes import (
    And,
    Name,
    Near,
    Nearby,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Saved,
    Word,
    conjunction,
    disjunction,
)

# Phrases in which one form takes the place of another; more would only cost time.
_MOST_PHRASES = 12


@dataclass
class Widening:
    """Puts what means the same beside what was typed, and notes what it put there.

    ``any_words`` tells that words side by side are joined by OR. A word that was typed as
    ``=kata`` stands for itself alone.
    """

    any_words: bool = False
    expansions: list[Expansion] = field(default_factory=list)
    offers: list[tuple[str, Span]] = field(default_factory=list)

    def widened(self, node: Node) -> Node:
        """``node`` with its alternatives; what has none is the same node."""
        if isinstance(node, Word):
            return self._run([node], And)
        if isinstance(node, And):
            return conjunction(list(self._children(node.children, And)))
        if isinstance(node, Or):
            children = self._children(node.children, Or) if self.any_words else (
                self.widened(child) for child in node.children
            )  # fmt: skip
            return disjunction(list(children))
        if isinstance(node, Not):
            return Not(self.widened(node.child))
        if isinstance(node, Saved):
            return replace(node, node=self.widened(node.node))
        if isinstance(node, Phrase):
            phrases = self._phrases(node)
            return node if len(phrases) == 1 else Or(tuple(phrases))
        if isinstance(node, Near):
            return replace(node, left=self._side(node.left), right=self._side(node.right))
        if isinstance(node, Name) and node.field == "agency" and not node.prefix:
            return self._named(node)
        return node

    def _children(self, children: Sequence[Node], joined: type[And] | type[Or]) -> Iterator[Node]:
        at = 0
        while at < len(children):
            length = self._length_at(children, at)
            if length:
                run = [child for child in children[at : at + length] if isinstance(child, Word)]
                yield self._run(run, joined)
            else:
                yield self.widened(children[at])
            at += max(length, 1)

    def _length_at(self, children: Sequence[Node], at: int) -> int:
        """How many words from ``at`` on are a form of something, the longest; 0 for none."""
        words: list[str] = []
        first = children[at]
        for child in children[at : at + meanings().longest]:
            if not isinstance(child, Word) or child.exact or not isinstance(first, Word):
                break
            if child.field != first.field:
                break
            words.extend(words_of(child.text))
        known = meanings().others
        return next((n for n in range(len(words), 1, -1) if tuple(words[:n]) in known), 0)

    def _run(self, run: Sequence[Word], joined: type[And] | type[Or]) -> Node:
        """Words side by side, or what means the same."""
        first = run[0]
        typed: Node = first if len(run) == 1 else joined(tuple(run))
        if first.exact:
            return typed
        words = tuple(word for each in run for word in words_of(each.text))
        span = (first.span[0], run[-1].span[1])
        others = self._others(words, span)
        if not others:
            return typed
        found = [typed, *(_as_node(other.words, first.field, span) for other in others)]
        if len(run) > 1:
            # Side by side they are more than in two corners of an article.
            found.append(_as_node(words, first.field, span))
        return disjunction(found)

    def _others(self, words: Words, span: Span) -> tuple[Form, ...]:
        others = meanings().others.get(words, ())
        if others:
            expansion = Expansion(
                " ".join(words), tuple(_described(each) for each in others), *span
            )
            if expansion not in self.expansions:
                self.expansions.append(expansion)
        offered = meanings().offered.get(words)
        if offered:
            choice = " or ".join(f'"{meaning}"' for meaning in offered)
            offer = (f"{words[0].upper()} may mean {choice}: add the one that is meant", span)
            if offer not in self.offers:
                self.offers.append(offer)
        return others

    def _phrases(self, phrase: Phrase) -> list[Phrase]:
        """The phrase, and the phrases in which another form takes the place of one inside it."""
        found = [phrase]
        words = [item.text for item in phrase.items if isinstance(item, Word)]
        if phrase.slop or len(words) < len(phrase.items):
            return found
        at = 0
        while at < len(words):
            length = next(
                (n for n in range(min(meanings().longest, len(words) - at), 0, -1)
                 if tuple(words[at : at + n]) in meanings().others), 0,
            )  # fmt: skip
            if length:
                others = self._others(tuple(words[at : at + length]), phrase.span)
                for other in others:
                    items = (*words[:at], *other.words, *words[at + length :])
                    found.append(replace(phrase, items=tuple(Word(item, True) for item in items)))
            at += max(length, 1)
        return found[:_MOST_PHRASES]

    def _side(self, side: tuple[Nearby, ...]) -> tuple[Nearby, ...]:
        found: list[Nearby] = []
        for nearby in side:
            if isinstance(nearby, Phrase):
                found.extend(self._phrases(nearby))
                continue
            found.append(nearby)
            if isinstance(nearby, Word) and not nearby.exact:
                for other in self._others(words_of(nearby.text), nearby.span):
                    found.append(_as_node(other.words, None, nearby.span))
        return tuple(dict.fromkeys(found))

    def _named(self, name: Name) -> Node:
        """A body and those that it was before or became."""
        if name.words not in meanings().renamed:
            return name
        others = self._others(name.words, name.span)
        names = (replace(name, words=other.words, quoted=len(other.words) > 1) for other in others)
        return disjunction([name, *names])


def _as_node(words: Words, name: str | None, span: Span) -> Word | Phrase:
    if len(words) == 1:
        return Word(words[0], True, name, span)
    items: tuple[Word | Prefix, ...] = tuple(Word(word, True) for word in words)
    return Phrase(items, 0, name, span)


def _described(form: Form) -> str:
    """A form with the time in which it was used, where that is known."""
    if form.since is None and form.until is None:
        return form.printed
    return f"{form.printed} ({form.since or ''}..{form.until or ''})"


def as_printed(node: Node) -> Node:
    """``node`` with every word as printed, not by its stem."""
    if isinstance(node, Word):
        return replace(node, exact=True)
    if isinstance(node, And | Or):
        return replace(node, children=tuple(as_printed(child) for child in node.children))
    if isinstance(node, Not):
        return Not(as_printed(node.child))
    if isinstance(node, Saved):
        return replace(node, node=as_printed(node.node))
    if isinstance(node, Near):
        return replace(node, left=_printed_side(node.left), right=_printed_side(node.right))
    return node


def _printed_side(side: tuple[Nearby, ...]) -> tuple[Nearby, ...]:
    return tuple(replace(each, exact=True) if isinstance(each, Word) else each for each in side)
