"""Every size, and the mouse."""

from __future__ import annotations

import pytest
from textual.widget import Widget

from tests.pilot.conftest import Settle
from tui.app import TppoApp
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.key_line import KeyLine
from tui.widgets.reader import Reader
from tui.widgets.result_list import ResultList
from tui.widgets.search_box import SearchBox

SMALLEST_PANE = 5


def panes(app: TppoApp) -> dict[str, Widget]:
    found = [app.main.query_one(f"#{name}") for name in ("articles", "reader", "entities")]
    return {pane.id or "": pane for pane in found if pane.display}


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((160, 45), {"articles", "reader", "entities"}),
        ((120, 30), {"articles", "reader", "entities"}),
        ((80, 24), {"articles", "reader"}),
        ((60, 24), {"articles", "reader"}),
        ((40, 10), {"articles"}),
    ],
)
async def test_what_is_shown_at_each_size(
    app: TppoApp, settle: Settle, size: tuple[int, int], expected: set[str]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert set(panes(app)) == expected


@pytest.mark.parametrize("size", [(160, 45), (120, 30), (100, 24), (80, 24), (60, 20), (40, 10)])
async def test_no_pane_is_too_low_and_the_focused_one_is_in_sight(
    app: TppoApp, settle: Settle, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for place in ("results", "reader", "entities", "search"):
            await pilot.press("tab")
            await settle(pilot)
            assert app.main.focused is not None
            assert app.main.focused.id == place
            assert app.main.focused.region.height > 0
            for pane in panes(app).values():
                assert pane.region.height >= SMALLEST_PANE, pane.id
                assert pane.region.right <= size[0]
                assert pane.region.bottom <= size[1]


async def test_resize_keeps_the_session(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press(*"korban", "escape", "space")
        for size in ((80, 24), (40, 10), (10, 3), (160, 45)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert app.main.query_one(SearchBox).value == "korban"
        assert app.main.query_one(ResultList).highlighted == 1
        assert set(panes(app)) == {"articles", "reader", "entities"}
        await pilot.press("enter")
    assert app.return_value == ("article-0",)


async def test_rows_have_two_lines_in_a_small_terminal(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        results = app.main.query_one(ResultList)
        assert [len(str(option.prompt).split("\n")) for option in results.options] == [2, 2, 2]
        await pilot.resize_terminal(160, 45)
        await settle(pilot)
        assert all(len(str(option.prompt).split("\n")) > 2 for option in results.options)


async def test_the_sidebar_leaves_the_reader_in_sight_at_80x24(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("shift+tab")
        await settle(pilot)
        assert set(panes(app)) == {"articles", "reader", "entities"}


async def test_a_click_moves_and_two_accept(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        results = app.main.query_one(ResultList)
        line = results._index_to_line[1]
        await pilot.click(results, offset=(10, line))
        await settle(pilot)
        assert app.is_running
        assert results.highlighted == 1
        assert app.main.query_one(Reader).article is not None
        await pilot.click(results, offset=(10, line), times=2)
        await pilot.pause()
    assert app.return_value == ("article-1",)


async def test_a_click_in_the_margin_marks(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        results = app.main.query_one(ResultList)
        await pilot.click(results, offset=(0, results._index_to_line[2]))
        await settle(pilot)
        assert "1 marked" in str(app.main.query_one("#status").content)
        await pilot.press("enter")
    assert app.return_value == ("article-2",)


async def test_clicks_in_the_sidebar_visit_and_narrow(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        sidebar = app.main.query_one(EntitySidebar)
        await pilot.click(sidebar, offset=(5, 2))
        await settle(pilot)
        assert sidebar.border_subtitle == "mention 1/2"
        await pilot.click(sidebar, offset=(5, 2), times=2)
        await settle(pilot)
        assert app.main.query_text == 'agency:"Kementerian Luar Negeri"'


async def test_a_click_on_the_footer_does_it(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        line = app.main.query_one(KeyLine)
        at = str(line.content).index("quit") + 2
        await pilot.click(line, offset=(at + 1, 0))
        await pilot.pause()
    assert app.return_code == 130


def laid_out_width(sidebar: EntitySidebar) -> int:
    """Where the counts at the right of the first heading end."""
    return sidebar.options[0].prompt.cell_length  # type: ignore[union-attr]


async def test_the_sidebar_is_laid_out_for_its_width_however_it_was_filled(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        sidebar = app.main.query_one(EntitySidebar)
        await pilot.press("shift+tab")
        await settle(pilot)
        width = laid_out_width(sidebar)
        assert width == sidebar.scrollable_content_region.width - 1
        await pilot.press("slash", *"batam")  # filled anew while it is hidden
        await settle(pilot)
        assert not sidebar.display
        await pilot.press("escape", "tab", "tab")
        await settle(pilot)
        assert sidebar.display
        assert laid_out_width(sidebar) == width
        assert sidebar.current is not None
        assert sidebar.current.label == "Imigrasi Batam"
        await pilot.resize_terminal(60, 24)
        await settle(pilot)
        assert laid_out_width(sidebar) == sidebar.scrollable_content_region.width - 1 > width


async def test_rows_filled_while_the_list_is_hidden_are_laid_out_when_it_is_shown(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        results = app.main.query_one(ResultList)
        rows = [str(option.prompt) for option in results.options]
        await pilot.press("escape", "tab")
        await settle(pilot)
        assert not results.region
        results.show(results.hits, {})
        results.show(results.hits, results._first_words)
        await pilot.press("escape")
        await settle(pilot)
        assert [str(option.prompt) for option in results.options][:2] == rows[:2]


async def test_rows_change_their_height_with_that_of_the_terminal(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await settle(pilot)
        results = app.main.query_one(ResultList)
        assert {str(option.prompt).count("\n") for option in results.options} == {1}
        await pilot.resize_terminal(120, 35)
        await settle(pilot)
        assert all(str(option.prompt).count("\n") > 1 for option in results.options)
