"""One thread that does the archive's work, so that the interface never waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from index.archive import Cancelled

if TYPE_CHECKING:
    from index.article import Progress

TELL_EVERY = 0.1  # seconds between two words of progress

Cancel = Callable[[], bool]
Work = Callable[[Cancel], None]


def paced(tell: Callable[[Progress], None]) -> Callable[[Progress], None]:
    """``tell``, but not more often than every ``TELL_EVERY`` seconds, and not before the first."""
    told = time.monotonic()

    def progress(step: Progress) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= TELL_EVERY:
            told = now
            tell(step)

    return progress


@dataclass(eq=False)
class _Job:
    kind: str
    work: Work
    cancelled: threading.Event = field(default_factory=threading.Event)


class Background:
    """Works off jobs in the order in which they came, and of each kind only the newest.

    A job gets a function that tells whether it was superseded, and hands its findings over
    itself (``post_message`` may be called from any thread). An exception other than
    ``Cancelled`` goes to ``failed``. The thread is a daemon: it never holds up the exit.
    """

    def __init__(self, failed: Callable[[Exception], object]) -> None:
        self._failed = failed
        self._condition = threading.Condition()
        self._waiting: dict[str, _Job] = {}
        self._running: _Job | None = None
        self._stopped = False
        self._thread: threading.Thread | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing runs and nothing waits."""
        with self._condition:
            return self._running is None and not self._waiting

    def submit(self, kind: str, work: Work) -> None:
        """Does ``work`` soon, in place of any other of this ``kind`` that waits or runs."""
        with self._condition:
            if self._stopped:
                return
            self.cancel(kind)
            self._waiting[kind] = _Job(kind, work)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="archive", daemon=True)
                self._thread.start()
            self._condition.notify_all()

    def cancel(self, kind: str) -> None:
        """Drops the waiting job of this ``kind`` and tells the running one to stop."""
        with self._condition:
            self._waiting.pop(kind, None)
            if self._running is not None and self._running.kind == kind:
                self._running.cancelled.set()

    def stop(self, patience: float = 0.5) -> None:
        """Ends all work; waits at most ``patience`` seconds for the running job to notice."""
        with self._condition:
            self._stopped = True
            self._waiting.clear()
            if self._running is not None:
                self._running.cancelled.set()
            self._condition.notify_all()
        if self._thread is not None:
            self._thread.join(patience)

    def _run(self) -> None:
        while True:
            with self._condition:
                while not self._waiting and not self._stopped:
                    self._condition.wait()
                if self._stopped:
                    return
                job = self._running = self._waiting.pop(next(iter(self._waiting)))
            try:
                job.work(job.cancelled.is_set)
            except Cancelled:
                pass
            except Exception as error:
                if not job.cancelled.is_set():
                    self._failed(error)
            finally:
                with self._condition:
                    self._running = None
                    self._condition.notify_all()
