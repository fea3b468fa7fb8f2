"""Where the names and the numbers that a query asks for stand in an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from index.article import Article, Figure, Mention, Mentioned
from index.language.periods import days
from index.language.tokens import words
from index.search.lines import above, line_of
from index.search.nodes import (
    FigureCondition,
    Leaf,
    Name,
    Node,
    OneFigure,
    Period,
    positive_leaves,
)

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
    if wanted_of(node):
        wanted = wanted_figures(node)
        found.update(
            Mention(figure.part, figure.start, figure.end, figure.text)
            for figure in article.annotations.figures
            if wanted(figure)
        )
    return tuple(sorted(found))


def wanted_figures(node: Node) -> Callable[[Figure], bool]:
    """Whether a figure is one that ``node`` asks for; any is, where it asks for none.

    One that meets any of the conditions on figures will do, because an article may have to hold
    several; nothing that the query excludes is asked for.
    """
    leaves = wanted_of(node)
    return lambda figure: not leaves or any(_meets(figure, leaf) for leaf in leaves)


def wanted_of(node: Node) -> list[Leaf]:
    """The conditions on figures by which ``node`` finds an article."""
    kinds = (FigureCondition, Period, OneFigure)
    return [leaf for leaf in positive_leaves(node) if isinstance(leaf, kinds)]


def _meets(figure: Figure, leaf: Leaf) -> bool:
    if isinstance(leaf, OneFigure):
        return any(_meets(figure, each) for each in leaf.conditions) and all(
            any(_meets(figure, each) for each in periods) for periods in leaf.periods
        )
    if isinstance(leaf, FigureCondition):
        fits = leaf.measure is None or figure.measure == leaf.measure
        return fits and leaf.holds(figure.low, figure.high)
    if isinstance(leaf, Period):
        if leaf.undated or figure.period is None:
            return leaf.undated and figure.period is None
        first, last = days(figure.period)
        return (leaf.low is None or (last or "9999") >= leaf.low) and (
            leaf.high is None or (first or "0000") <= leaf.high
        )
    return False


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
