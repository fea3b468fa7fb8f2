"""Where the names and the numbers that a query asks for stand in an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.article import Article, Mention, Mentioned
from index.language.tokens import words
from index.search.lines import above, line_of
from index.search.nodes import FigureCondition, Name, Node, positive_leaves

PARTS_FIRST = {"title": 0, "caption": 1, "body": 2}


def named(node: Node, article: Article) -> tuple[Mention, ...]:
    """The mentions of the entities and figures that the conditions of ``node`` are met by.

    ``lembaga:polri`` gives the places where Polri is named, ``angka:korban>100`` the figures that
    are such; nothing that the query excludes.
    """
    found: set[Mention] = set()
    for leaf in positive_leaves(node):
        if isinstance(leaf, Name):
            found.update(_of_name(leaf, article))
        elif isinstance(leaf, FigureCondition):
            found.update(_of_figure(leaf, article))
    return tuple(sorted(found))


def joined(first: Sequence[Mention], second: Sequence[Mention]) -> tuple[Mention, ...]:
    """``first`` and what of ``second`` overlaps none of it, in reading order."""
    free = [
        mention
        for mention in second
        if not any(
            mention.part == other.part and mention.start < other.end and other.start < mention.end
            for other in first
        )
    ]
    return tuple(sorted((*first, *free), key=_place))


def _place(mention: Mention) -> tuple[int, str, int]:
    return PARTS_FIRST[mention.part.partition(":")[0]], mention.part, mention.start


def _of_name(leaf: Name, article: Article) -> Iterator[Mention]:
    found = article.annotations
    kinds: dict[str, Sequence[Mentioned]] = {
        "agency": found.agencies,
        "person": found.people,
        "place": found.places,
        "offence": found.offences,
        "law": found.laws,
    }
    for entity in kinds.get(leaf.field, ()):
        held = any(_holds(leaf, printed) for printed in (entity.name, *entity.forms))
        if not held and leaf.below:
            wanted = above(leaf)
            held = any(_holds(wanted, printed) for printed in line_of(entity))
        if held:
            yield from entity.mentions
    if leaf.field == "role":
        for person in found.people:
            if person.role and _holds(leaf, person.role):
                yield from person.mentions


def _holds(leaf: Name, printed: str) -> bool:
    held = words(printed)
    if not leaf.words:
        return True
    *whole, last = leaf.words
    open_end = any(word.startswith(last) for word in held) if leaf.prefix else last in held
    return open_end and all(word in held for word in whole)


def _of_figure(leaf: FigureCondition, article: Article) -> Iterator[Mention]:
    for figure in article.annotations.figures:
        fits = leaf.measure is None or figure.measure == leaf.measure
        if fits and leaf.holds(figure.low, figure.high):
            yield Mention(figure.part, figure.start, figure.end, figure.text)
