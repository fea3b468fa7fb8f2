"""Progress of long jobs on stderr: a bar on a terminal, a line elsewhere, nothing when quick."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from index.article import Progress
from tui.output.writer import say

# A job shorter than this says nothing.
QUIET_SECONDS = 0.4
WORDS = {
    "read": "reading",
    "index": "indexing",
    "wait": "waiting for another process that is writing the index",
    "rebuild": "the index is missing or out of date: rebuilding it",
}


@contextmanager
def shown_progress() -> Iterator[Callable[[Progress], None]]:
    """A function to report progress to, for as long as the block runs."""
    if not sys.stderr.isatty():
        yield _Words().report
        return
    bar = _Bar()
    try:
        yield bar.report
    finally:
        bar.stop()


class _Words:
    """A line when a rebuild begins, for logs."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def report(self, progress: Progress) -> None:
        if progress.stage == "rebuild" and "rebuild" not in self._said:
            self._said.add("rebuild")
            say(WORDS["rebuild"])


class _Bar:
    """A bar of Rich, made only when the job turns out to be long."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._shown = 0.0
        self._bar: _RichBar | None = None

    def report(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._begun < QUIET_SECONDS or now - self._shown < 0.05:
            return
        self._shown = now
        if self._bar is None:
            self._bar = _RichBar()
        self._bar.show(progress)

    def stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()


class _RichBar:
    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bars

        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._bars.start()
        self._task = self._bars.add_task("", total=None)

    def show(self, progress: Progress) -> None:
        self._bars.update(
            self._task,
            description=WORDS[progress.stage],
            completed=progress.done,
            total=progress.total,
        )

    def stop(self) -> None:
        self._bars.stop()
