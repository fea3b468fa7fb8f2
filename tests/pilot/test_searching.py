"""Search as one types: at once, newest answer wins, the last good results stay."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace

from textual.widgets import Static

from index.article import Progress
from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive, three_articles
from tui.app import TppoApp
from tui.live_search import INTERVAL, LiveSearch
from tui.widgets.notice import Notice
from tui.widgets.result_list import ResultList
from tui.widgets.search_box import SearchBox
from tui.widgets.status_line import StatusLine


def shown(app: TppoApp) -> list[str]:
    return [hit.id for hit in app.main.query_one(ResultList).hits]


def words(app: TppoApp, kind: type[Static]) -> str:
    return str(app.main.query_one(kind).content)


async def test_empty_query_lists_the_newest(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        assert shown(app) == ["article-0", "article-1", "article-2"]
        assert "3 articles · by newest" in words(app, StatusLine)


async def test_typing_searches(app: TppoApp, archive: FakeArchive, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"batam")
        await settle(pilot)
        assert shown(app) == ["article-1"]
        assert archive.searched[-1] == "batam"
        assert "1 article · by relevance" in words(app, StatusLine)


async def test_a_row_without_title_shows_the_first_words(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"dumai")
        await settle(pilot)
        prompt = str(app.main.query_one(ResultList).options[0].prompt)
        assert prompt.startswith("Polda Riau menetapkan 3 tersangka kasus perdagangan orang")


async def test_query_of_the_command_line_is_filled_in(archive: FakeArchive, settle: Settle) -> None:
    app = TppoApp(archive, query="dumai")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert app.main.query_one(SearchBox).value == "dumai"
        assert shown(app) == ["article-2"]


async def test_stale_answers_are_dropped(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.gates["b"] = gate = threading.Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press("b")
        await until(pilot, lambda: "b" in archive.searched)
        await pilot.press("backspace", "d", "u", "m")
        await pilot.pause(0.15)
        gate.set()
        await settle(pilot)
        assert shown(app) == ["article-2"]
        assert "b" in archive.searched
        assert archive.searched[-1] == "dum"


async def test_wrong_query_keeps_the_last_good_results(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"batam", "exclamation_mark")
        await settle(pilot)
        assert shown(app) == ["article-1"]
        assert "cannot read batam!" in words(app, StatusLine)
        await pilot.press("backspace")
        await settle(pilot)
        assert "cannot read" not in words(app, StatusLine)


async def test_incomplete_query_keeps_the_last_good_results(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"batam", "space", "quotation_mark")
        await settle(pilot)
        assert shown(app) == ["article-1"]


async def test_no_hits_is_said_only_when_the_search_has_ended(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.gates["xyz"] = gate = threading.Event()
    async with app.run_test() as pilot:
        await settle(pilot)
        box = app.main.query_one(SearchBox)
        box.value = "xyz"
        await until(pilot, lambda: box.border_subtitle == "searching…")
        assert not app.main.query_one(Notice).display
        assert shown(app)
        gate.set()
        await settle(pilot)
        assert app.main.query_one(Notice).display
        assert "No article matches." in words(app, Notice)
        assert not shown(app)
        assert not app.main.query_one(SearchBox).border_subtitle


async def test_more_rows_come_when_the_end_is_near(settle: Settle) -> None:
    first = three_articles()[0]
    many = [
        replace(first, id=f"a{number}", body=f"{first.body}\n{number}") for number in range(130)
    ]
    app = TppoApp(FakeArchive(many))
    async with app.run_test() as pilot:
        await settle(pilot)
        loaded = len(shown(app))
        assert loaded < 130
        await pilot.press("escape", "end")
        await settle(pilot)
        assert app.main.query_one(ResultList).highlighted == loaded - 1
        assert len(shown(app)) > loaded
        await pilot.press("end")
        await settle(pilot)
        assert shown(app) == [f"a{number}" for number in range(130)]
    app.librarian.close()


async def test_sort_goes_round(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        await pilot.press(*"orang", "escape", "s", "s")
        await settle(pilot)
        assert "by oldest" in words(app, StatusLine)
        assert shown(app) == ["article-2", "article-0"]


async def test_building_the_index_shows_a_bar_and_leaves_the_keys_alive(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.building = [Progress("rebuild", 30, 60)]
    archive.build_gate = threading.Event()
    async with app.run_test() as pilot:
        await until(pilot, lambda: "50%" in words(app, Notice))
        assert "Rebuilding the search index" in words(app, Notice)
        await until(pilot, lambda: shown(app))
        archive.build_gate.set()
        await settle(pilot)
        assert not app.main.query_one(Notice).display


async def test_quitting_does_not_wait_for_the_index(archive: FakeArchive) -> None:
    archive.building = [Progress("rebuild", 30, None)]
    archive.build_gate = threading.Event()
    app = TppoApp(archive)
    async with app.run_test() as pilot:
        await until(pilot, lambda: "Rebuilding" in words(app, Notice))
        await pilot.press("ctrl+q")
    assert app.return_code == 130
    archive.build_gate.set()
    app.librarian.close()


async def test_trouble_of_the_archive_is_told(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        from index.archive import ArchiveError

        archive.failure = ArchiveError("the disk is full [/]")
        await pilot.press("x")
        await settle(pilot)
        told = [each.message for each in app._notifications]
        assert told == ["The archive says: the disk is full [/]"]
        archive.failure = None
        await pilot.press("backspace", *"batam")
        await settle(pilot)
        assert shown(app) == ["article-1"]


@dataclass
class Appointments:
    """A clock that the test moves, and the timers set on it."""

    now: float = 100.0
    due: list[tuple[float, object]] = field(default_factory=list)

    def set_timer(self, seconds: float, call: object) -> Appointments:
        self.due.append((self.now + seconds, call))
        return self

    def stop(self) -> None:
        self.due.clear()


def test_first_key_searches_at_once_and_a_burst_once_an_interval() -> None:
    clock = Appointments()
    started: list[int] = []
    live = LiveSearch(started.append, clock.set_timer, lambda: clock.now)
    live.changed()
    assert started == [1]
    for _ in range(5):
        clock.now += INTERVAL / 10
        live.changed()
    assert started == [1]
    assert len(clock.due) == 1
    when, call = clock.due[0]
    assert abs(when - (100.0 + INTERVAL)) < 1e-9
    clock.now = when
    call()  # type: ignore[operator]
    assert started == [1, 2]
    clock.now += INTERVAL
    live.changed()
    assert started == [1, 2, 3]


def test_only_the_newest_generation_is_accepted() -> None:
    clock = Appointments()
    live = LiveSearch(lambda _generation: None, clock.set_timer, lambda: clock.now)
    live.start()
    live.start()
    assert not live.accepts(1)
    assert live.pending
    assert live.accepts(2)
    assert not live.pending
