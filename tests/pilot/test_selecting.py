"""Marks, acceptance, and the ways to leave."""

from __future__ import annotations

import threading

import pytest

from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive
from tui.app import TppoApp
from tui.marks import Marks
from tui.widgets.reader import Reader
from tui.widgets.result_list import ResultList
from tui.widgets.status_line import StatusLine


async def test_enter_with_nothing_marked_accepts_the_row_under_the_cursor(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("down", "enter")
    assert app.return_value == ("article-1",)


async def test_marks_keep_their_order_and_survive_queries(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"dumai", "escape", "space", "escape")
        await settle(pilot)
        await pilot.press("slash", *"batam", "escape", "space")
        await settle(pilot)
        status = str(app.main.query_one(StatusLine).content)
        assert "2 marked" in status
        await pilot.press("enter")
    assert app.return_value == ("article-2", "article-1")


async def test_space_marks_and_goes_on_and_takes_back(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("escape", "space", "space")
        assert app.main.query_one(ResultList).highlighted == 2
        await pilot.press("up", "space", "enter")
    assert app.return_value == ("article-0",)


async def test_space_in_the_reader_marks_what_is_read(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("escape", "down")
        await settle(pilot)
        await pilot.press("tab", "space", "enter")
    assert app.return_value == ("article-1",)


async def test_mark_all_and_show_only_marked(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"orang", "escape", "a")
        await settle(pilot)
        await pilot.press("escape", "m")
        await settle(pilot)
        hits = app.main.query_one(ResultList).hits
        assert [hit.id for hit in hits] == ["article-0", "article-2"]
        await pilot.press("m")
        await settle(pilot)
        assert len(app.main.query_one(ResultList).hits) == 3
        await pilot.press("enter")
    assert app.return_value == ("article-0", "article-2")


async def test_enter_in_the_box_waits_for_what_was_typed(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.gates["dumai"] = gate = threading.Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"dumai", "enter")
        await pilot.pause(0.15)
        assert app.return_value is None
        gate.set()
        await until(pilot, lambda: app.return_value is not None)
    assert app.return_value == ("article-2",)


async def test_enter_on_a_wrong_query_accepts_nothing(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(*"batam", "exclamation_mark")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.return_value is None
        assert len(app._notifications) == 1
        assert app.is_running


@pytest.mark.parametrize("keys", [["ctrl+q"], ["ctrl+c"], ["escape", "q"], ["escape", "escape"]])
async def test_leaving_without_a_selection(app: TppoApp, settle: Settle, keys: list[str]) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*keys)
    assert app.return_value is None
    assert app.return_code == 130


async def test_escape_clears_before_it_leaves_and_spares_marks(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(*"batam", "escape", "space", "escape")
        await settle(pilot)
        assert app.main.query_text == ""
        await pilot.press("escape")
        await settle(pilot)
        assert app.is_running
        assert len(app._notifications) == 1


async def test_control_c_copies_a_selection(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        app.main.query_one(Reader).query_one("#page").text_select_all()
        await pilot.pause()
        await pilot.press("ctrl+c")
        assert app.is_running
        assert "Rina Wijaya" in app.clipboard
        await pilot.press("ctrl+c")
    assert app.return_code == 130


def test_marks_toggle_all() -> None:
    marks = Marks()
    marks.toggle("b")
    assert marks.toggle_all(["a", "b", "c"]) == 2
    assert list(marks) == ["b", "a", "c"]
    assert marks.toggle_all(["a", "b"]) == -2
    assert list(marks) == ["c"]
