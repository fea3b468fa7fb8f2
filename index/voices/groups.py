"""From pairs of copies to groups, and from a group to the article that stands for it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a group: its row number, id, date of publication and the length of its body."""

    number: int
    id: str
    published: str | None
    length: int


def groups(
    links: Mapping[Key, Set[Key]], order: Mapping[Key, tuple[object, ...]]
) -> list[set[Key]]:
    """The groups of two and more among texts that are linked to their copies.

    ``links`` is symmetric; ``order`` ranks every text, without ties. The result depends on these
    two alone, not on the order in which texts came. A chain is no group: one text is the centre,
    the one with most copies, and each of the others is a copy of the centre and of at least half
    of those that are in the group before it. What is left over forms groups of its own.
    """
    left = {key: set(others) for key, others in links.items() if others}
    found: list[set[Key]] = []
    while left:
        centre = min(left, key=lambda key: (-len(left[key]), order[key]))
        group = {centre}
        for text in sorted(left[centre], key=order.__getitem__):
            if 2 * len(links[text] & group) >= len(group):
                group.add(text)
        found.append(group)
        for text in group:
            for other in left.pop(text):
                if other in left:
                    left[other].discard(text)
        left = {key: others for key, others in left.items() if others}
    return found


def connected(links: Mapping[Key, Set[Key]], start: Iterable[Key]) -> set[Key]:
    """The texts of ``start`` and all that can be reached from them over links."""
    seen = set(start)
    waiting = list(seen)
    while waiting:
        fresh = links[waiting.pop()] - seen
        seen |= fresh
        waiting += fresh
    return seen


def representative(members: Iterable[Member]) -> Member:
    """The article that stands for a group: the first published, then the longest, then by id.

    Of two on one day, one whose minute is known goes before one whose minute is not; a date that
    names only a month or a year comes at the end of it, an unknown date last.
    """
    return min(members, key=_rank)


# Sorts behind every day of a month, and behind every year.
_UNKNOWN = "99"


def _rank(member: Member) -> tuple[str, int, str, int, str]:
    day, minute = _day_and_minute(member.published)
    return day, 0 if minute else 1, minute, -member.length, member.id


def _day_and_minute(published: str | None) -> tuple[str, str]:
    """The day as ``YYYY-MM-DD`` and the instant in UTC, empty where it is not known."""
    if not published:
        return _UNKNOWN * 5, ""
    day, _, minute = published.partition("T")
    if minute:
        try:
            instant = datetime.fromisoformat(published)
        except ValueError:
            return day, ""
        if instant.tzinfo is not None:
            return day, instant.astimezone(UTC).isoformat()
    return "-".join((day.split("-") + [_UNKNOWN] * 2)[:3]), ""
