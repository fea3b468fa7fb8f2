"""When to search while someone types, and which answer still counts."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

INTERVAL = 0.08
"""Seconds: a key after that much quiet starts a search at once; while typing, one search each."""


class Timer(Protocol):
    """What ``set_timer`` gives back."""

    def stop(self) -> None:
        """Takes the appointment back."""


class LiveSearch:
    """Starts ``search(generation)`` on the leading and the trailing edge of a burst of changes.

    ``set_timer(seconds, call)`` makes an appointment, ``clock`` gives seconds.
    """

    def __init__(
        self,
        search: Callable[[int], None],
        set_timer: Callable[[float, Callable[[], None]], Timer],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._search = search
        self._set_timer = set_timer
        self._clock = clock
        self._timer: Timer | None = None
        self._started_at = float("-inf")
        self.generation = 0
        self.answered = 0

    @property
    def pending(self) -> bool:
        """Whether the newest query has no answer yet."""
        return self._timer is not None or self.answered < self.generation

    def changed(self) -> None:
        """The query has changed: search now, or when the interval is over."""
        if self._timer is not None:
            return
        wait = self._started_at + INTERVAL - self._clock()
        if wait <= 0:
            self.start()
        else:
            self._timer = self._set_timer(wait, self.start)

    def start(self) -> None:
        """Searches at once."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._started_at = self._clock()
        self.generation += 1
        self._search(self.generation)

    def flush(self) -> None:
        """Does not wait for the end of the interval, if a search is due."""
        if self._timer is not None:
            self.start()

    def accepts(self, generation: int) -> bool:
        """Whether the answer to ``generation`` is the newest asked for; notes that it came."""
        if generation != self.generation:
            return False
        self.answered = generation
        return True
