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
    "reread": "reading anew",
    "entities": "reading names and figures",
    "correct": "looking for what the corrections change",
    "compare": "looking for copies of one text",
    "names": "applying the names that other articles tell",
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
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bars

        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[counted]}", markup=False),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._bars.start()
        self._task = self._bars.add_task("", total=None, counted="", left="")
        self._stage = ""
        self._begun = 0.0
        self._before = 0

    def show(self, progress: Progress) -> None:
        """Draws where the job stands: articles, articles a second, time left."""
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._begun, self._before = progress.stage, now, progress.done
        share = progress.share
        if share is None and progress.total:
            share = progress.done / progress.total
        of = f"/{progress.total}" if progress.total else ""
        seconds = now - self._begun
        rate = (progress.done - self._before) / seconds if seconds > 1 else 0
        self._bars.update(
            self._task,
            description=WORDS[progress.stage],
            completed=share or 0.0,
            total=None if share is None else 1.0,
            counted=f"{progress.done}{of}" + (f", {rate:.0f}/s" if rate >= 1 else ""),
            left=time_left(seconds, share),
        )

    def stop(self) -> None:
        self._bars.stop()


def time_left(seconds: float, share: float | None) -> str:
    """How long a job will still take that has done ``share`` (0 to 1) of its work in ``seconds``.

    Empty while that cannot be told: in the first two seconds, and before a hundredth is done.
    """
    if share is None or share < 0.01 or seconds < 2:
        return ""
    left = round(seconds * (1 - share) / share)
    return f"{left // 3600}:{left // 60 % 60:02d}:{left % 60:02d} left"
