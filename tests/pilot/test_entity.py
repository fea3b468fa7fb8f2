"""The page of one entity: what the archive, or the hits, say of it."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.widgets import Static

from index.article import Progress
from index.summaries import Companion, EntitySummary, HeldRole
from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive, three_articles
from tui.app import TppoApp
from tui.entity_page import page, sparkline
from tui.screens.entity import EntityScreen
from tui.theme import COLOURED


@pytest.fixture
def archive() -> FakeArchive:
    """Four articles: the first again, a month later, with the same words and other metadata."""
    first, *others = three_articles()
    later = replace(first, id="later", published="2025-06-01", outlet="Kabar Lain")
    return FakeArchive([first, *others, later])


def shown(app: TppoApp) -> str:
    assert isinstance(app.screen, EntityScreen)
    content = app.screen.query_one("#entity-page", Static).content
    assert isinstance(content, Content | str)
    return str(content)


def title(app: TppoApp) -> str:
    return str(app.screen.query_one("#entity").border_title)


async def test_the_page_of_an_agency(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "tab", "tab", "p")
        await until(pilot, lambda: "Named with" in shown(app))
        assert title(app) == "Agency in the archive"
        assert "2 articles · named 4 times · 20 May 2025 – 1 Jun 2025" in shown(app)
        assert "Rina Wijaya 2" in shown(app)
        assert "42 WNI" in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, EntityScreen))
        assert app.main.query_text == ""


async def test_in_the_hits_only_and_back(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.articles[3] = replace(archive.articles[3], body="Kementerian Luar Negeri diam saja.")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press(*"memulangkan", "escape")
        await settle(pilot)
        await pilot.press("tab", "tab", "p")
        await until(pilot, lambda: "2 articles" in shown(app))
        await pilot.press("r")
        await until(pilot, lambda: "1 article ·" in shown(app))
        assert title(app) == "Agency in these hits"
        await pilot.press("r")
        await until(pilot, lambda: "2 articles" in shown(app))


async def test_enter_narrows_the_search_to_it(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "tab", "tab", "p")
        await until(pilot, lambda: "Named with" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Kementerian Luar Negeri" in app.main.query_text)
        assert not isinstance(app.screen, EntityScreen)


async def test_a_number_has_no_page(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "tab", "tab")
        await pilot.press("down", "down", "p")
        await settle(pilot)
        assert not isinstance(app.screen, EntityScreen)


async def test_what_takes_long_says_how_far_it_is_and_can_be_left(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    gate = archive.gates["profile Kementerian Luar Negeri"] = threading.Event()
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "tab", "tab", "p")
        await until(pilot, lambda: shown(app) == "reading…")
        assert isinstance(app.screen, EntityScreen)
        app.screen.tell(Progress("entities", 3, 9))
        await until(pilot, lambda: shown(app) == "reading… 3 of 9 articles")
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, EntityScreen))
        gate.set()
        await settle(pilot)


MONTHS = st.dictionaries(
    st.tuples(st.integers(1990, 2030), st.integers(1, 12)), st.integers(1, 10_000), min_size=1
)


@given(MONTHS, st.integers(1, 200))
def test_bars_fit_and_none_is_lost(counts: dict[tuple[int, int], int], width: int) -> None:
    months = [(f"{year}-{month:02}", count) for (year, month), count in sorted(counts.items())]
    bars, together, most = sparkline(months, width)
    assert len(bars) <= width
    assert bars[0] != " "
    assert bars[-1] != " "
    assert "█" in bars
    assert most >= max(counts.values())
    if together == 1:
        assert sum(bar != " " for bar in bars) == len(months)


@pytest.mark.parametrize("width", [36, 76, 120])
def test_nothing_is_wider_than_the_page(width: int) -> None:
    name = "Direktorat Jenderal Pengawasan Sumber Daya Kelautan dan Perikanan"
    summary = EntitySummary(
        "agency", name, "Kementerian Kelautan dan Perikanan", 2, 5, "2024-01-02", "2025-02-03",
        ((name, 4), ("Ditjen PSDKP", 1)), (HeldRole("Juru Bicara " * 9, 1, None, None),),
        (("2024-01", 1), ("2025-02", 1)), (Companion("place", "Kepulauan Anambas", 2),), (),
    )  # fmt: skip
    lines = str(page(summary, width, COLOURED)).split("\n")
    assert max(map(len, lines)) <= width
    assert "Ditjen PSDKP 1" in " ".join(lines)
