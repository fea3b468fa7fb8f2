"""Waiting for files to come, change or go."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

# Milliseconds: how long a burst of changes is collected, and how often `stop` is looked at.
_BURST = 1_000
_QUIET = 100
_WAKE = 250


def changes(
    paths: Sequence[Path], stop: threading.Event, *, apart: Iterable[Path] = ()
) -> Iterator[set[Path]]:
    """The files that came, changed or went under ``paths``, burst by burst, until ``stop`` is set.

    An empty set comes first, as soon as they are watched: nothing is missed from then on.
    What stands in one of the folders ``apart`` is passed over. On file systems that tell nothing
    (network shares) the environment variable ``WATCHFILES_FORCE_POLLING`` lets them be looked at.

    Raises:
        FileNotFoundError: one of the paths does not exist.
    """
    from watchfiles import watch

    watching = False
    kept_apart = [f"{os.path.realpath(folder)}{os.sep}" for folder in apart]
    for found in watch(
        *paths,
        watch_filter=None,
        debounce=_BURST,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=_WAKE,
        yield_on_timeout=True,
        raise_interrupt=True,
    ):
        if not watching:
            watching = True
            yield set()
        files = {
            Path(name)
            for _, name in found
            if not os.path.realpath(name).startswith(tuple(kept_apart))
        }
        if files:
            yield files
