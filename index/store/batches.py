"""Asking SQLite about many rows: in batches, with a mark for each parameter."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

# SQLite allows 32,766 parameters; a batch of this size also bounds memory.
BATCH = 200

Item = TypeVar("Item")


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """``items`` in lists of ``BATCH`` at most."""
    waiting = iter(items)
    while batch := list(itertools.islice(waiting, BATCH)):
        yield batch


def marks(values: Sequence[object]) -> str:
    """A parameter mark for each of ``values``: ``"?, ?, ?"``."""
    return ", ".join("?" * len(values))
