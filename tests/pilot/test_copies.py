"""Copies of one text: a row for each text, opened in place, or a row for every copy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.article import Hit, Snippet
from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive, three_articles
from tui import i18n
from tui.app import TppoApp
from tui.listing import Listing, Row
from tui.theme import COLOURED
from tui.widgets.reader import Reader
from tui.widgets.result_list import ResultList
from tui.widgets.rows import row
from tui.widgets.search_box import SearchBox
from tui.widgets.status_line import StatusLine


@pytest.fixture
def archive() -> FakeArchive:
    """Five articles, three texts: the first was printed by three outlets."""
    first, *others = three_articles()
    evening = replace(first, id="evening", outlet="Riau Kini", published="2025-05-21", title=None)
    morning = replace(first, id="morning", outlet="Kabar Batam", published="2025-05-19")
    return FakeArchive([first, *others, evening, morning])


def rows(app: TppoApp) -> list[str]:
    return [each.hit.id for each in app.main.query_one(ResultList).rows]


def prompts(app: TppoApp) -> list[str]:
    return [str(option.prompt) for option in app.main.query_one(ResultList).options]


def status(app: TppoApp) -> str:
    return str(app.main.query_one(StatusLine).content)


def position(app: TppoApp) -> str:
    return str(app.main.query_one("#articles").border_subtitle)


def told(app: TppoApp) -> list[str]:
    return [each.message for each in app._notifications]


FOLDED = ["article-0", "article-1", "article-2"]
OPENED = ["article-0", "morning", "evening", "article-1", "article-2"]


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_a_text_has_one_row_that_tells_of_its_copies(
    app: TppoApp, settle: Settle, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert rows(app) == FOLDED
        assert ["+2 copies" in prompt for prompt in prompts(app)] == [True, False, False]
        assert status(app).startswith("5 articles, 3 voices · each text once · by newest")
        assert position(app) == "1 of 3"


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_copies_open_below_and_close(
    app: TppoApp, settle: Settle, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c")
        await settle(pilot)
        assert rows(app) == OPENED
        assert [prompt.startswith("└ ") for prompt in prompts(app)] == [
            False, True, True, False, False,
        ]  # fmt: skip
        assert "+2 copies" not in prompts(app)[0]
        assert "2 copies" in prompts(app)[0]
        assert "Kabar Batam · 19 May 2025" in prompts(app)[1]
        assert "Kementerian Luar Negeri memulangkan" in prompts(app)[2]  # it has no title
        results = app.main.query_one(ResultList)
        assert results.highlighted == 0
        assert position(app) == "1 of 3"
        await pilot.press("down", "down")
        await settle(pilot)
        assert position(app) == "1 of 3 · copy 2/2"
        article = app.main.query_one(Reader).article
        assert article is not None
        assert article.id == "evening"
        await pilot.press("down")
        await settle(pilot)
        assert position(app) == "2 of 3"
        await pilot.press("up", "c")  # from a copy: closes, and goes to the row it was under
        await settle(pilot)
        assert rows(app) == FOLDED
        assert results.highlighted == 0
        assert position(app) == "1 of 3"
        article = app.main.query_one(Reader).article
        assert article is not None
        assert article.id == "article-0"


async def test_copies_are_marked_and_accepted_like_other_rows(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c")
        await settle(pilot)
        await pilot.press("down", "down", "space", "up", "up", "space")
        await settle(pilot)
        assert "2 marked" in status(app)
        await pilot.press("c", "c")  # the mark outlives the row
        await settle(pilot)
        await pilot.press("slash", *"batam", "escape", "space")
        await settle(pilot)
        assert "3 marked" in status(app)
        await pilot.press("enter")
    assert app.return_value == ("evening", "morning", "article-1")


async def test_a_copy_under_the_cursor_is_accepted(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c")
        await settle(pilot)
        await pilot.press("down", "enter")
    assert app.return_value == ("morning",)


async def test_the_margin_of_a_copy_is_clicked(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c")
        await settle(pilot)
        results = app.main.query_one(ResultList)
        await pilot.click(results, offset=(0, results._index_to_line[2]))
        await settle(pilot)
        await pilot.press("enter")
    assert app.return_value == ("evening",)


async def test_the_marked_are_shown_with_every_copy(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c")
        await settle(pilot)
        await pilot.press("space", "space", "m")
        await settle(pilot)
        assert rows(app) == ["article-0", "morning"]
        assert "2 articles, 1 voice · every copy · marked only" in status(app)
        await pilot.press("v")
        await settle(pilot)
        assert rows(app) == ["article-0", "morning"]
        assert told(app) == ["The marked articles are shown with every copy."]
        await pilot.press("m")
        await settle(pilot)
        assert rows(app) == FOLDED


async def test_v_changes_between_texts_and_copies(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "v")
        await settle(pilot)
        assert rows(app) == [*FOLDED, "evening", "morning"]
        assert "5 articles, 3 voices · every copy · by newest" in status(app)
        assert position(app) == "1 of 5"
        assert "· 2 copies" in prompts(app)[0]
        await pilot.press("c")
        await settle(pilot)
        assert rows(app) == [*FOLDED, "evening", "morning"]
        assert told(app) == ["The list shows every copy; v gives each text one row."]
        await pilot.press("a")
        await settle(pilot)
        assert "5 marked" in status(app)
        await pilot.press("a", "v", "a")
        await settle(pilot)
        assert rows(app) == FOLDED
        assert "3 marked" in status(app)
        await pilot.press("enter")
    assert app.return_value == tuple(FOLDED)


async def test_v_is_answered_where_nothing_would_change(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(*"batam", "escape", "v")
        await settle(pilot)
        assert "voice" not in status(app)
        assert told(app) == ["From now on every copy of a text has its row."]


async def test_the_command_line_can_ask_for_every_copy(
    archive: FakeArchive, settle: Settle
) -> None:
    app = TppoApp(archive, voices=False)
    async with app.run_test() as pilot:
        await settle(pilot)
        assert len(rows(app)) == 5
        assert "every copy" in status(app)
    app.librarian.close()


async def test_sorting_and_typing_close_what_was_open(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press(*"korban", "escape", "c")
        await settle(pilot)
        assert rows(app) == OPENED
        await pilot.press("s", "s")
        await settle(pilot)
        assert rows(app) == ["morning", "article-2", "article-1"]
        assert "by oldest" in status(app)
        await pilot.press("c")
        await settle(pilot)
        assert rows(app) == ["morning", "article-0", "evening", "article-2", "article-1"]
        await pilot.press("slash", "space", *"kamboja")
        await settle(pilot)
        assert rows(app) == ["morning"]


async def test_only_copies_that_the_search_hits_are_opened(
    archive: FakeArchive, settle: Settle
) -> None:
    app = TppoApp(archive, among=["article-0", "evening", "article-1"])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "+1 copy" in prompts(app)[0]
        await pilot.press("escape", "c")
        await settle(pilot)
        assert rows(app) == ["article-0", "evening", "article-1"]
    app.librarian.close()
    app = TppoApp(archive, query="pulangkan")  # in the titles alone, and one copy has none
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "+1 copy" in prompts(app)[0]
        await pilot.press("escape", "c")
        await settle(pilot)
        assert rows(app) == ["article-0", "morning"]
    app.librarian.close()


async def test_copies_outside_the_search_are_told_of(archive: FakeArchive, settle: Settle) -> None:
    app = TppoApp(archive, among=["morning", "article-1"])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c", "down", "c")
        await until(pilot, lambda: told(app))
        await settle(pilot)
        assert rows(app) == ["article-1", "morning"]
        assert told(app) == [
            "No other article has this text.",
            "Other articles with this text, outside this search: 2.",
        ]
    app.librarian.close()


async def test_copies_that_take_long_show_it_and_come_too_late(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.gates["copies article-0"] = gate = threading.Event()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c")
        box = app.main.query_one(SearchBox)
        await until(pilot, lambda: box.border_subtitle == "searching…")
        await pilot.press("s")  # other results: the answer is to a question that is gone
        gate.set()
        await settle(pilot)
        assert rows(app) == FOLDED
        assert not box.border_subtitle


async def test_more_rows_come_below_open_copies(archive: FakeArchive, settle: Settle) -> None:
    first = three_articles()[1]
    archive.articles += [
        replace(first, id=f"a{number}", body=f"{first.body}\n{number}") for number in range(130)
    ]
    app = TppoApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "c")
        await settle(pilot)
        for _ in range(3):
            await pilot.press("end")
            await settle(pilot)
        wanted = [*OPENED, *[f"a{number}" for number in range(130)]]
        assert rows(app) == wanted
        assert position(app) == "133 of 133"
        await pilot.press("home", "c", "end")
        await settle(pilot)
        assert position(app) == "133 of 133"


async def test_opening_leaves_the_list_where_it_was(archive: FakeArchive, settle: Settle) -> None:
    first, *others = archive.articles
    filler = three_articles()[1]
    before = [
        replace(filler, id=f"b{number}", body=f"{filler.body}\n{number}") for number in range(20)
    ]
    archive.articles = [*before, first, *others]
    app = TppoApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "end")
        await settle(pilot)
        results = app.main.query_one(ResultList)
        results.highlighted = results.get_option_index("article-0")
        await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        assert results.current is not None
        assert results.current.id == "article-0"
        top, bottom = results.scroll_y, results.scroll_y + results.size.height
        lines = results._index_to_line
        at = results.highlighted
        assert at == 20
        assert top <= lines[at]
        assert lines[at + 3] <= bottom  # the hit and both of its copies are in sight
        await pilot.press("c")
        await settle(pilot)
        assert results.highlighted == 20
        assert results.scroll_y <= results._index_to_line[20] < results.scroll_y + bottom - top
    app.librarian.close()


@pytest.fixture
def indonesian(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The interface in Indonesian."""
    monkeypatch.setenv("TPPO_LANG", "id")
    i18n.reload()
    yield
    i18n.reload()


@pytest.mark.usefixtures("indonesian")
async def test_copies_are_told_of_in_indonesian(archive: FakeArchive, settle: Settle) -> None:
    app = TppoApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "+2 salinan" in prompts(app)[0]
        assert status(app).startswith("5 artikel, 3 naskah · tiap naskah sekali · urut terbaru")
    app.librarian.close()


def hit(identifier: str, copies: int = 0) -> Hit:
    return Hit(identifier, "Judul", "Contoh.id", "2025", Snippet("isi"), copies=copies)


def test_no_article_has_two_rows() -> None:
    listing = Listing()
    listing.replace([hit("a", 2), hit("b")], folded=True)
    assert listing.open("a", [hit("b"), hit("c")])
    assert [(each.hit.id, each.number, each.copy) for each in listing.rows] == [
        ("a", 1, 0),
        ("c", 1, 1),
        ("b", 2, 0),
    ]
    assert not listing.open("gone", [hit("d")])
    assert [each.hit.id for each in listing.extend([hit("c"), hit("b"), hit("d")])] == ["d"]
    listing.close("a")
    assert [each.hit.id for each in listing.rows] == ["a", "b", "d"]


@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("width", [5, 12, 20, 30, 60])
def test_the_word_of_copies_stays_whole(width: int, compact: bool) -> None:
    long = replace(hit("a", 12), outlet="Media Daring Terpanjang Se-Nusantara")
    shown = row(Row(long, 1, hidden=True), width, COLOURED, compact=compact)
    assert all(line.cell_length <= max(width, 12) for line in shown.split("\n", allow_blank=True))
    assert "+12 copies" in shown.plain
    copy = row(Row(long, 1, copy=1), width, COLOURED, compact=compact)
    assert all(line.cell_length <= max(width, 12) for line in copy.split("\n", allow_blank=True))
