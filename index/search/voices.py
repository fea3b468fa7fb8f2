"""Letting copies of one text count once: which hits stand for which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Voices(Generic[Item]):
    """The groups of copies among the hits of one search.

    ``groups`` gives, for each item that carries the text of others, the number of its group; an
    item that stands for itself is not in it.
    """

    def __init__(self, groups: Mapping[Item, int], hits: Iterable[Item], total: int) -> None:
        self.members: dict[int, list[Item]] = defaultdict(list)
        self._group: dict[Item, int] = {}
        for item in hits:
            group = groups.get(item)
            if group is not None:
                self.members[group].append(item)
                self._group[item] = group
        alike = sum(len(members) for members in self.members.values())
        # How many texts the hits hold.
        self.count = total - alike + len(self.members)

    def copies(self, item: Item) -> int:
        """How many other hits carry the text of ``item``."""
        group = self._group.get(item)
        return 0 if group is None else len(self.members[group]) - 1

    def hidden(self, ordered: Callable[[list[Item]], Sequence[Item]]) -> set[Item]:
        """The hits that the first of their group, as ``ordered`` puts them, stands for."""
        hidden: set[Item] = set()
        for members in self.members.values():
            if len(members) > 1:
                hidden.update(ordered(members)[1:])
        return hidden
