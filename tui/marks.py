"""The articles an analyst has picked, in the order of picking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Marks:
    """An ordered set of article ids that outlives every query."""

    def __init__(self) -> None:
        self._ids: dict[str, None] = {}

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def toggle(self, identifier: str) -> bool:
        """Marks what is not marked and the other way round; tells whether it is marked now."""
        if identifier in self._ids:
            del self._ids[identifier]
            return False
        self._ids[identifier] = None
        return True

    def toggle_all(self, identifiers: Iterable[str]) -> int:
        """Marks them; if all were marked, unmarks them. The change, negative if unmarked."""
        wanted = list(dict.fromkeys(identifiers))
        new = [identifier for identifier in wanted if identifier not in self._ids]
        if new:
            self._ids.update(dict.fromkeys(new))
            return len(new)
        for identifier in wanted:
            del self._ids[identifier]
        return -len(wanted)
