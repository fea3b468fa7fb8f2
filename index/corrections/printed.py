"""Where the forms that an analyst adds to entities are printed, as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from index.article import Mention
from index.corrections.checking import group_of
from index.corrections.routes import Routes, printed_forms

Read = tuple[str, Mention]
"""A place in the text, and which kinds share it (``group_of``)."""


def printed(
    routes: Routes, parts: Mapping[str, str], article: str, taken: Iterable[Read]
) -> list[Read]:
    """Every place where an alias that holds in ``article`` stands and was not found before.

    ``parts`` are the texts of the article by the name of their part; ``taken`` are the mentions
    that were found and are not rejected. Such a mention keeps its place, unless the alias spans
    more than it: then the alias is the longer reading. Of aliases that overlap the longest is
    read, then the first.
    """
    candidates = sorted(
        set(_candidates(routes, parts, article)),
        key=lambda each: (each[1].start - each[1].end, each[1].part, each[1].start, each[0]),
    )
    if not candidates:
        return []
    held: dict[tuple[str, str], list[Mention]] = {}
    for group, mention in taken:
        held.setdefault((group, mention.part), []).append(mention)
    read: list[Read] = []
    for group, mention in candidates:
        others = held.setdefault((group, mention.part), [])
        if all(not overlap(other, mention) or inside(other, mention) for other in others):
            others[:] = [other for other in others if not inside(other, mention)]
            others.append(mention)
            read.append((group, mention))
    return read


def _candidates(routes: Routes, parts: Mapping[str, str], article: str) -> Iterator[Read]:
    for rule in routes.aliases:
        if not rule.holds_in(article):
            continue
        for form in printed_forms(rule):
            for part, text in parts.items():
                if form in text:  # a substring is looked for quicker than a pattern
                    for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                        yield group_of(rule.kind), Mention(part, *match.span(), form)


def overlap(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one part share a character."""
    return one.start < other.end and other.start < one.end


def inside(part: Mention, whole: Mention) -> bool:
    """Whether ``part`` stands inside ``whole`` and is shorter."""
    return (
        whole.start <= part.start
        and part.end <= whole.end
        and (part.start, part.end) != (whole.start, whole.end)
    )
