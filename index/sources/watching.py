"""Waiting for files to come, change or go."""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

# Milliseconds: how long a burst of changes is collected, and how often `stop` is looked at.
_BURST = 1_000
_QUIET = 100
_WAKE = 250
# Seconds: a file that was written to within the first may not be whole, and for how long one that
# is written to all the time is waited for.
_SETTLED = 1.0
_LONGEST_WAIT = 10.0


def changes(
    paths: Sequence[Path], stop: threading.Event, *, apart: Iterable[Path] = ()
) -> Iterator[set[Path]]:
    """The files that came, changed or went under ``paths``, burst by burst, until ``stop`` is set.

    An empty set comes first, as soon as they are watched: nothing is missed from then on.
    What stands in one of the folders ``apart`` is passed over. On file systems that tell nothing
    (network shares) the environment variable ``WATCHFILES_FORCE_POLLING`` lets them be looked at.

    A file is watched through its folder, for an editor that saves puts another file in its place.

    Raises:
        FileNotFoundError: one of the paths does not exist; ``filename`` names it.
    """
    from watchfiles import watch

    for path in paths:
        if not path.exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    folders = {path for path in paths if path.is_dir()}
    names = {os.path.realpath(path) for path in paths if path not in folders}
    within = tuple(f"{os.path.realpath(folder)}{os.sep}" for folder in folders)
    watching = False
    kept_apart = [f"{os.path.realpath(folder)}{os.sep}" for folder in apart]
    for found in watch(
        *folders,
        *{path.parent for path in paths if path not in folders},
        watch_filter=None,
        recursive=bool(folders),
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
            if (real := os.path.realpath(name)) in names
            or (real.startswith(within) and not real.startswith(tuple(kept_apart)))
        }
        if files and _have_settled(files, stop):
            yield files


def _have_settled(files: Iterable[Path], stop: threading.Event) -> bool:
    """Waits until nobody has written to the files for a moment; False once ``stop`` is set."""
    deadline = time.monotonic() + _LONGEST_WAIT
    while time.monotonic() < deadline and any(map(_is_being_written, files)):
        if stop.wait(_WAKE / 1000):
            return False
    return True


def _is_being_written(file: Path) -> bool:
    try:
        return 0 <= time.time() - file.stat().st_mtime < _SETTLED
    except OSError:
        return False
