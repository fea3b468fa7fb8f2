"""What the tests of the interface share."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.pilot.fake_archive import FakeArchive
from tests.watch import PATIENCE
from tui import i18n
from tui.app import TppoApp

Settle = Callable[[Pilot[Any]], Awaitable[None]]


async def until(pilot: Pilot[Any], condition: Callable[[], object]) -> None:
    """Waits until ``condition`` holds, however slow the machine is."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "what was waited for did not come"
        await pilot.pause(0.01)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The words that the tests look for are English; colours are on."""
    monkeypatch.setenv("TPPO_LANG", "en")
    monkeypatch.delenv("NO_COLOR", raising=False)
    i18n.reload()
    yield
    i18n.reload()


@pytest.fixture
def archive() -> FakeArchive:
    """Three articles."""
    return FakeArchive()


@pytest.fixture
def app(archive: FakeArchive) -> Iterator[TppoApp]:
    """The interface to ``archive``."""
    application = TppoApp(archive)
    yield application
    application.librarian.close()


@pytest.fixture
def settle() -> Settle:
    """Waits until every answer has come and is on the screen."""

    async def wait(pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, TppoApp)
        deadline = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < 3 and time.monotonic() < deadline:
            await pilot.pause()
            quiet = quiet + 1 if app.main.settled and app.librarian.idle else 0
            await asyncio.sleep(0.01)
        assert quiet == 3, "the interface does not come to rest"
        await pilot.pause()

    return wait
