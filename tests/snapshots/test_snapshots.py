"""Pictures of the screens that people see most; `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.pilot.conftest import Settle
from tui.app import TppoApp

Compare = Callable[..., bool]
Steps = Callable[[Pilot[Any]], Awaitable[None]]


@pytest.fixture
def press(settle: Settle) -> Callable[..., Steps]:
    """Steps that press keys one by one, each answered before the next."""

    def keys(*names: str) -> Steps:
        async def steps(pilot: Pilot[Any]) -> None:
            await settle(pilot)
            for name in names:
                await pilot.press(name)
                await settle(pilot)

        return steps

    return keys


def test_wide_with_hits(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    steps = press(*"korban", "escape", "space", "up", "n")
    assert snap_compare(app, terminal_size=(160, 45), run_before=steps)


def test_two_columns(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    assert snap_compare(app, terminal_size=(120, 35), run_before=press(*"orang"))


def test_small_with_sidebar(
    snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]
) -> None:
    steps = press(*"korban", "shift+tab", "down", "n")
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps)


def test_help(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    steps = press("escape", "question_mark")
    assert snap_compare(app, terminal_size=(100, 30), run_before=steps)


def test_no_hits(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    assert snap_compare(app, terminal_size=(100, 30), run_before=press(*"xyz"))


def test_wrong_query(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    steps = press(*"batam", "exclamation_mark")
    assert snap_compare(app, terminal_size=(100, 30), run_before=steps)
