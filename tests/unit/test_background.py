"""The one worker thread: order, replacement, cancellation, failure, end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from index.archive import Cancelled
from tests.watch import PATIENCE
from tui.background import Background


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.002)


@pytest.fixture
def failures() -> list[Exception]:
    return []


@pytest.fixture
def background(failures: list[Exception]) -> Iterator[Background]:
    worker = Background(failures.append)
    yield worker
    worker.stop()


def test_jobs_run_in_their_order(background: Background) -> None:
    done: list[str] = []
    gate = threading.Event()
    background.submit("first", lambda _: gate.wait(5) and None)
    background.submit("second", lambda _: done.append("second"))
    background.submit("third", lambda _: done.append("third"))
    gate.set()
    wait_until(lambda: background.idle)
    assert done == ["second", "third"]


def test_of_a_kind_only_the_newest_is_done(background: Background) -> None:
    done: list[int] = []
    told: list[bool] = []
    started, gate = threading.Event(), threading.Event()

    def slow(cancelled: Callable[[], bool]) -> None:
        started.set()
        gate.wait(5)
        told.append(cancelled())
        raise Cancelled

    background.submit("search", slow)
    started.wait(5)
    for number in range(5):
        background.submit("search", lambda _, number=number: done.append(number))
    gate.set()
    wait_until(lambda: background.idle)
    assert told == [True]
    assert done == [4]


def test_a_failure_is_told_and_the_next_job_runs(
    background: Background, failures: list[Exception]
) -> None:
    done: list[str] = []

    def fail(_cancelled: Callable[[], bool]) -> None:
        raise ValueError("broken")

    background.submit("one", fail)
    background.submit("two", lambda _: done.append("two"))
    wait_until(lambda: background.idle)
    assert [str(failure) for failure in failures] == ["broken"]
    assert done == ["two"]


def test_stopping_does_not_wait_for_a_stubborn_job(failures: list[Exception]) -> None:
    background = Background(failures.append)
    started, gate = threading.Event(), threading.Event()

    def stubborn(_cancelled: Callable[[], bool]) -> None:
        started.set()
        gate.wait(5)

    background.submit("stubborn", stubborn)
    started.wait(5)
    before = time.monotonic()
    background.stop(patience=0.05)
    assert time.monotonic() - before < 1
    gate.set()
    background.submit("late", lambda _: failures.append(ValueError("must not run")))
    time.sleep(0.05)
    assert failures == []
