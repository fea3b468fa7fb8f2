"""One table of commands: bindings, footer, help and palette come from nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from textual.binding import Binding
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.style import Style
from textual.widgets import OptionList

from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive, three_articles
from tui import i18n
from tui.app import TppoApp
from tui.commands import COMMANDS, Place, bindings, footer, key_name, listing
from tui.entries import groups
from tui.ledger.scope import Scope
from tui.marks import Marks
from tui.palette import CommandProvider
from tui.screens.cleaning import CleaningScreen
from tui.screens.correction import CorrectionScreen
from tui.screens.entity import EntityScreen
from tui.screens.help import HelpScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.main import MainScreen
from tui.screens.plot import PlotScreen
from tui.theme import COLOURED
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.filter_line import FilterLine
from tui.widgets.key_line import KeyLine
from tui.widgets.reader import Reader
from tui.widgets.result_list import ResultList
from tui.widgets.search_box import SearchBox
from tui.widgets.sheet_table import SheetTable

OWNERS = {
    Place.EVERYWHERE: TppoApp,
    Place.MAIN: MainScreen,
    Place.SEARCH: SearchBox,
    Place.RESULTS: ResultList,
    Place.READER: Reader,
    Place.ENTITIES: EntitySidebar,
    Place.HELP: HelpScreen,
    Place.CLEANING: CleaningScreen,
    Place.ENTITY: EntityScreen,
    Place.CORRECTION: CorrectionScreen,
    Place.LEDGER: SheetTable,
    Place.FILTER: FilterLine,
    Place.PLOT: PlotScreen,
}


def over_the_main(app: TppoApp) -> tuple[Screen[Any], ...]:
    """One of each screen that opens over the main one."""
    entity = EntityScreen("agency", "Polri", COLOURED, lambda _: None)
    entry = groups(three_articles()[0])[0].entries[0]
    correction = CorrectionScreen(entry, "article-0", app.librarian, COLOURED)
    ledger = LedgerScreen(Scope(""), app.librarian, Marks(), COLOURED, lambda _: "")
    picture = PlotScreen((), COLOURED, lambda _: "", str)
    cleaning = CleaningScreen("a", COLOURED)
    return HelpScreen(Place.SEARCH), cleaning, entity, correction, ledger, picture


@pytest.mark.parametrize("place", Place)
def test_every_binding_comes_from_the_table(place: Place) -> None:
    assert OWNERS[place].__dict__["BINDINGS"] == bindings(place)
    owned = list(OWNERS[place].__dict__["BINDINGS"])
    assert all(isinstance(binding, Binding) for binding in owned)


def test_screens_and_app_inherit_no_bindings() -> None:
    app = TppoApp(FakeArchive())
    for node in (app, app.main, *over_the_main(app)):
        ids = {binding.id for _, binding in node._bindings}
        assert all(identifier and "@" in identifier for identifier in ids), ids


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_an_action(command: object) -> None:
    app = TppoApp(FakeArchive())
    name, _, call = command.action.partition(".")
    method = f"action_{call.partition('(')[0]}"
    screens = [app.main, *over_the_main(app)]
    owners = {"app": [app], "screen": screens}[name]
    ours = [each for owner in owners for each in type(owner).__mro__ if "tui." in each.__module__]
    assert any(method in vars(each) for each in ours), method


def test_no_key_means_two_things_in_one_place() -> None:
    for place in Place:
        keys = [key for command in COMMANDS for key in command.keys.get(place, ())]
        assert len(keys) == len(set(keys)), place


def test_keys_are_those_that_every_terminal_sends() -> None:
    lost = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+s"}
    for command in COMMANDS:
        for keys in command.keys.values():
            assert not lost & set(keys)
            assert not any("shift+" in key and key != "shift+tab" for key in keys)


@pytest.mark.parametrize("place", [Place.SEARCH, Place.RESULTS, Place.READER, Place.ENTITIES])
def test_footer_has_at_most_six_entries_with_help_and_quit(place: Place) -> None:
    entries = footer(place)
    assert len(entries) <= 6
    assert tuple(command.id for _, command in entries[-2:]) == ("help", "quit")


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 15), (40, 10), (24, 10)])
async def test_footer_is_never_cut(app: TppoApp, settle: Settle, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        for _ in range(4):
            await settle(pilot)
            line = app.main.query_one(KeyLine)
            assert line.content.cell_length <= line.content_size.width
            assert str(line.content).endswith("quit")
            assert "help" in str(line.content)
            await pilot.press("tab")


async def test_help_filters_and_runs(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press(*"orang", "escape", "question_mark")
        await pilot.pause()
        help_screen = app.screen
        assert isinstance(help_screen, HelpScreen)
        assert set(help_screen.shown) == set(COMMANDS)
        await pilot.press(*"next order")
        await pilot.pause()
        assert {command.id for command in help_screen.shown} == {"sort"}
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.main
        assert "by newest" in str(app.main.query_one("#status").content)


async def test_help_from_the_box_and_back(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press(*"[/]")
        await pilot.pause()
        assert app.screen.shown == []
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.main


async def test_palette_offers_the_same_commands(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        provider = CommandProvider(app.main)
        offered = [hit.display async for hit in provider.discover()]
        assert offered == [command.words for command in COMMANDS if command.runnable]
        found = [hit async for hit in provider.search("sort")]
        assert any("Sort" in str(hit.match_display) for hit in found)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"light")
        offers = app.screen.query_one(CommandList)
        await until(
            pilot,
            lambda: offers.highlighted == 0 and "Light" in str(offers.options[0].prompt),
        )
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "tppo-light")


def test_listing_shows_every_command() -> None:
    assert {command.id for _, command, _ in listing()} == {command.id for command in COMMANDS}


def test_key_names() -> None:
    assert [key_name(key) for key in ("ctrl+q", "question_mark", "n", "N", "f1")] == [
        "Ctrl-Q",
        "?",
        "n",
        "N",
        "F1",
    ]


async def test_help_shows_the_key_of_the_palette_for_a_command_without_key(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f1", *"light or dark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert [command.id for command in app.screen.shown] == ["light"]
        line = str(app.screen.query_one("#help-list", OptionList).options[1].prompt)
        assert line.split() == ["Ctrl-P", "Light", "or", "dark", "colours"]


@pytest.mark.parametrize("language", ["en", "id"])
async def test_a_narrow_footer_keeps_enter_and_the_way_to_the_other_panes(
    archive: FakeArchive, settle: Settle, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("TPPO_LANG", language)
    i18n.reload()
    app = TppoApp(archive)
    async with app.run_test(size=(40, 12)) as pilot:
        for place in (Place.SEARCH, Place.RESULTS, Place.READER, Place.ENTITIES):
            await settle(pilot)
            line = app.main.query_one(KeyLine)
            assert line.content.cell_length <= line.content_size.width
            actions = {
                span.style.meta.get("action")
                for span in line.content.spans
                if isinstance(span.style, Style)
            }
            enter = "screen.narrow" if place is Place.ENTITIES else "screen.accept"
            assert {enter, "screen.next_pane(1)", "screen.help", "app.leave"} <= actions
            await pilot.press("tab")
    app.librarian.close()
