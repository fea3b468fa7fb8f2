"""The ledger: a table over the figures of all hits, and the way from a row to its sentence."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from index.article import Article, Progress
from index.check import Check
from index.reported import Reported
from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive, figure, three_articles
from tui.app import TppoApp
from tui.screens.ledger import LedgerScreen
from tui.screens.plot import PlotScreen
from tui.widgets.reader import Reader
from tui.widgets.result_list import ResultList
from tui.widgets.sheet_table import SheetTable


def many_figures() -> list[Article]:
    """The three articles; the first one has more figures than one."""
    first, second, third = three_articles()
    body = "Polisi memeriksa 5 saksi. Sebanyak 12 korban dan 900 korban lain dipulangkan."
    figures = (
        figure(body, "5 saksi", 5, "persons"),
        figure(body, "12 korban", 12, "victims", period="2024-01/2024-04"),
        replace(figure(body, "900 korban", 900, "victims", period="2023"), high=None),
    )
    more = replace(first.annotations, figures=figures)
    return [replace(first, body=body, annotations=more), second, third]


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive(many_figures())


def ledger(app: TppoApp) -> LedgerScreen:
    assert isinstance(app.screen, LedgerScreen)
    return app.screen


def table(app: TppoApp) -> SheetTable:
    return ledger(app).query_one(SheetTable)


def lines(app: TppoApp) -> list[str]:
    """What the table shows, line by line."""
    shown = table(app)
    height = shown.scrollable_content_region.height
    found = (shown.render_line(y).text.rstrip() for y in range(height))
    return [line for line in found if line]


def values(app: TppoApp) -> list[str]:
    """The first column of what is shown, without the margin."""
    return [line[4:].split()[0] for line in lines(app)[1:]]


def words_of(app: TppoApp, name: str) -> str:
    content = ledger(app).query_one(name, Static).content
    assert isinstance(content, Content | str)
    return str(content)


async def opened(app: TppoApp, pilot: Pilot[object], settle: Settle, key: str = "F") -> None:
    await settle(pilot)
    await pilot.press("escape", key)
    await until(pilot, lambda: isinstance(app.screen, LedgerScreen) and not ledger(app).waiting)
    await settle(pilot)


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 12)])
async def test_it_shows_the_figures_of_all_hits(
    app: TppoApp, settle: Settle, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, settle)
        assert values(app) == ["5", "12", "≥", "17", "3"]
        assert "value" in lines(app)[0]
        assert all(len(line) <= size[0] - 2 for line in lines(app))
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is app.main


async def test_every_column_can_be_reached_in_a_small_terminal(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, settle)
        assert "title" not in lines(app)[0]
        for _ in range(9):
            await pilot.press("right")
        await settle(pilot)
        assert "title" in lines(app)[0]
        assert "value" in lines(app)[0]
        assert "Kementerian Luar Neg" in "\n".join(lines(app))


async def test_sorting_both_ways(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("s")
        assert values(app) == ["≥", "17", "12", "5", "3"]
        assert "value ▼" in lines(app)[0]
        await pilot.press("s")
        assert values(app) == ["3", "5", "12", "17", "≥"]
        await pilot.press("right", "right", "right", "s")
        assert ["2023" in lines(app)[1], "2024-01..04" in lines(app)[2]] == [True, True]
        # Where no period is known, it comes last both ways.
        await pilot.press("s")
        assert "2024-01..04" in lines(app)[1]


async def test_words_filter_the_rows(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("slash", *"victims 2023")
        await settle(pilot)
        assert values(app) == ["≥"]
        await pilot.press("enter")
        assert "/victims 2023" in str(ledger(app).query_one("#ledger-box").border_title)
        await pilot.press("escape")
        assert len(values(app)) == 5
        await pilot.press("slash", *"zzz")
        await settle(pilot)
        assert values(app) == []
        assert "No row is left" in words_of(app, "#ledger-notice")
        await pilot.press("escape")
        assert len(values(app)) == 5


async def test_narrowing_to_a_value_and_back(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("down", "right", "right", "equals_sign")
        assert values(app) == ["12", "≥"]
        assert "measure = victims" in str(ledger(app).query_one("#ledger-box").border_title)
        await pilot.press("left", "left", "exclamation_mark")
        assert values(app) == ["≥"]
        await pilot.press("escape", "escape")
        assert len(values(app)) == 5
        assert isinstance(app.screen, LedgerScreen)


async def test_counting_the_values_of_a_column(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("right", "right", "F")
        assert lines(app)[1].split()[:5] == ["victims", "2", "1", "12–900", "people"]
        await pilot.press("s")
        assert "departures deferred" in lines(app)[1]
        await pilot.press("s", "home", "enter")
        assert values(app) == ["12", "≥"]
        await pilot.press("F", "F")
        assert values(app) == ["12", "≥"]
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert app.screen is app.main


async def test_enter_goes_to_the_sentence_and_n_through_the_figures(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("down", "enter")
        await settle(pilot)
        reader = app.main.query_one(Reader)
        assert app.main.focused is reader
        assert reader.border_subtitle == "figure 2/3"
        await pilot.press("n")
        assert reader.border_subtitle == "figure 3/3"
        await pilot.press("n", "N")
        assert reader.border_subtitle == "figure 3/3"
        await pilot.press("escape", "F")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen))
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        current = app.main.query_one(ResultList).current
        assert current is not None
        assert current.id == "article-2"
        assert reader.border_subtitle == "figure 1/1"


async def test_what_the_list_does_not_hold_stands_apart(settle: Settle) -> None:
    first, *_ = many_figures()
    bodies = [f"Naskah {number} tentang korban." for number in range(300)]
    plain = [
        replace(first, id=f"plain-{number}", body=body, annotations=type(first.annotations)())
        for number, body in enumerate(bodies)
    ]
    app = TppoApp(FakeArchive([*plain, first]))
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("enter")
        await settle(pilot)
        results = app.main.query_one(ResultList)
        assert results.current is not None
        assert results.current.id == first.id
        assert results.current_row is not None
        assert results.current_row.number == 0
        loaded = len(results.hits)
        assert app.main.query_one(Reader).border_subtitle == "figure 1/3"
        await pilot.press("escape", "end")
        await settle(pilot)
        assert len(results.hits) > loaded
        await pilot.press("home", "space", "enter")
    assert app.return_value == (first.id,)
    app.librarian.close()


async def test_the_figures_of_one_article(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle, "f")
        assert values(app) == ["5", "12", "≥"]
        assert "this article" in str(ledger(app).query_one("#ledger-box").border_title)
        assert "tppo-tui show article-0 --emit figures" in words_of(app, "#ledger-command")
        await pilot.press("enter", "n")
        await settle(pilot)
        assert app.main.query_one(Reader).border_subtitle == "figure 2/3"


async def test_marks_are_those_of_the_list(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("end", "space")
        assert lines(app)[-1].startswith("●")
        await pilot.press("home", "space")
        assert [line[0] for line in lines(app)[1:]] == ["●", "●", "●", " ", "●"]
        await pilot.press("escape")
        await settle(pilot)
        assert "2 marked" in str(app.main.query_one("#status").render())
        await pilot.press("enter")
    assert app.return_value == ("article-2", "article-0")


async def test_all_rows_are_marked_that_are_shown(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("right", "right", "equals_sign", "a", "escape", "escape")
        await settle(pilot)
        await pilot.press("enter")
    assert app.return_value == ("article-0",)


async def test_the_sentence_stands_below(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, settle)
        await until(pilot, lambda: "memeriksa 5 saksi" in words_of(app, "#ledger-detail"))
        await pilot.press("end")
        await until(pilot, lambda: "3 tersangka kasus" in words_of(app, "#ledger-detail"))
        await pilot.press("w")
        await until(pilot, lambda: "not known" in words_of(app, "#ledger-detail"))


async def test_only_what_the_query_asks_for(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("r")
        await until(pilot, lambda: len(values(app)) == 1)
        assert "--matching" in words_of(app, "#ledger-command")
        await pilot.press("r")
        await until(pilot, lambda: len(values(app)) == 5)


async def test_what_takes_long_says_how_far_it_is_and_can_be_left(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    gate = archive.gates["ledger"] = threading.Event()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "F")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen))
        await until(pilot, lambda: "reading figures" in words_of(app, "#ledger-notice"))
        ledger(app).progress(Progress("ledger", 3, 9))
        assert words_of(app, "#ledger-notice") == "reading… 3 of 9 articles"
        await pilot.press("s", "down", "F", "enter", "equals_sign", "space", "escape")
        await until(pilot, lambda: app.screen is app.main)
        gate.set()
        await settle(pilot)


async def test_without_hits_there_is_no_ledger(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press(*"zzzz", "escape", "F", "f")
        await settle(pilot)
        assert app.screen is app.main


async def test_the_mouse_sorts_and_chooses(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await pilot.click("#ledger", offset=(6, 0))
        await settle(pilot)
        assert values(app)[0] == "≥"
        await pilot.click("#ledger", offset=(10, 3), times=2)
        await settle(pilot)
        assert app.screen is app.main
        assert app.main.query_one(Reader).border_subtitle == "figure 2/3"


@pytest.mark.parametrize("language", ["en", "id"])
async def test_its_footer_is_never_cut(
    app: TppoApp, settle: Settle, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui import i18n
    from tui.widgets.key_line import KeyLine

    monkeypatch.setenv("TPPO_LANG", language)
    i18n.reload()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, settle)
        line = ledger(app).query_one(KeyLine)
        assert line.content.cell_length <= line.content_size.width
        for key in ("Enter", "s ", "/ ", "= ", "F ", "? ", "Esc"):
            assert key in str(line.content), key


async def test_checks_mark_the_rows_they_warn_of(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    first, second, *_ = archive.articles
    one, two = (
        Reported(each.annotations.figures[0], each.id, outlet=each.outlet)
        for each in (first, second)
    )
    archive.across = (Check("reports", "differs", one, (two,), 17, 5, "mild"),)
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot, settle)
        await until(pilot, lambda: lines(app)[1].startswith("  ! "))
        assert not any(line.startswith("  !") for line in lines(app)[2:])
        await until(pilot, lambda: "menunda keberangkatan 17" in words_of(app, "#ledger-detail"))
        assert "!" in words_of(app, "#ledger-detail")
        await pilot.press("c")
        assert len(lines(app)) == 2
        await pilot.press("escape")
        assert len(lines(app)) == 6


async def test_the_plot_and_the_way_from_it_to_the_sentence(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, PlotScreen))
        await pilot.pause()
        box = app.screen.query_one("#plot")
        drawing = app.screen.query_one("#plot-drawing", Static)
        assert str(box.border_title) == "victims · people · by outlet"
        assert "● Contoh.id 2" in str(drawing.content)
        assert "≥ 900 orang" in str(drawing.content)
        assert "Not drawn: 3 of other" in str(drawing.content)
        await pilot.press("right")
        assert "12 orang  Jan 2024 – Apr 2024" in str(drawing.content)
        await pilot.press("tab", "o")
        assert "by speaker" in str(box.border_title)
        await pilot.press("down")
        assert "measure 1/1" in str(box.border_subtitle)
        await pilot.press("up", "left", "enter")
        await settle(pilot)
        assert app.screen is app.main
        assert app.main.query_one(Reader).border_subtitle == "figure 3/3"


async def test_without_periods_there_is_nothing_to_draw(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.articles = archive.articles[1:]
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, settle)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, PlotScreen))
        await pilot.press("right", "down", "tab", "o", "enter")
        assert "Nothing to draw" in str(app.screen.query_one("#plot-drawing", Static).content)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen))
