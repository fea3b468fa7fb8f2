"""What cleaning took out: where each field was found, each piece with its rule, the raw text."""

from __future__ import annotations

import threading
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.widgets import Static

from index.archive import ArchiveError
from index.article import Credit, Origin, Removed
from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import BODIES, FakeArchive, three_articles
from tests.watch import comes_to_an_end
from tui.app import TppoApp
from tui.cleaning import Cleaning, examine, locate
from tui.cleaning_page import MOST_PIECES, findings, moment, raw
from tui.screens.cleaning import CleaningScreen
from tui.theme import COLOURED, PLAIN
from tui.widgets.key_line import KeyLine

LINES = BODIES[0].split("\n")
SOURCE = (
    f"JAKARTA, CONTOH.id - {LINES[0]}\n"
    "Baca juga:  Sindikat Daring di Perbatasan\n"
    f"{LINES[1]}\n\n"
    "Baca juga: Cara Melapor ke Kedutaan\n"
    f"{LINES[2]} (tw/lm)\n"
    "Dilarang mengutip tanpa izin."
)
# In the order of the rules, as cleaning finds them, not in that of the text.
REMOVED = (
    Removed("related-line", "Baca juga: Sindikat Daring di Perbatasan"),
    Removed("related-line", "Baca juga: Cara Melapor ke Kedutaan"),
    Removed("copyright", "Dilarang mengutip tanpa izin."),
    Removed("dateline", "JAKARTA, CONTOH.id -"),
    Removed("sign-off", "(tw/lm)"),
)
RULES = {
    "related-line": "A line that leads to another article.",
    "copyright": "A notice of copyright.",
    "dateline": "Place and outlet before the first sentence.",
    "sign-off": "Initials at the end.",
}


@pytest.fixture
def archive() -> FakeArchive:
    """Three articles; the first has a source, of which pieces were taken out."""
    first, *others = three_articles()
    first = replace(
        first,
        url="https://contoh.id/1",
        section="nasional",
        path="folder/contoh.jsonl#3",
        origins=(Origin("title", "JSON-LD"), Origin("published", "by-line")),
        credits=(Credit("author", "Sari Dewi"), Credit("editor", "Lina M")),
    )
    archive = FakeArchive([first, *others])
    archive.sources[first.id] = SOURCE
    archive.taken_out[first.id] = REMOVED
    archive.rules = RULES
    return archive


def page(app: TppoApp) -> str:
    assert isinstance(app.screen, CleaningScreen)
    content = app.screen.query_one("#cleaning-page", Static).content
    assert isinstance(content, Content | str)
    return str(content)


def title(app: TppoApp) -> str:
    return str(app.screen.query_one("#cleaning").border_title)


@pytest.mark.parametrize(
    ("size", "pane"), [((160, 45), "results"), ((80, 24), "entities"), ((40, 12), "reader")]
)
async def test_the_view_opens_from_each_pane_and_gives_the_focus_back(
    app: TppoApp, settle: Settle, size: tuple[int, int], pane: str
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.main.action_focus_pane(pane)
        await settle(pilot)
        for close in ("escape", "q", "x"):
            await pilot.press("x")
            await settle(pilot)
            assert title(app) == "What cleaning took out"
            assert "Pieces taken out: 5 · rules: 4 · " in " ".join(page(app).split())
            await pilot.press(close)
            await settle(pilot)
            assert app.screen is app.main
            assert app.main.focused is not None
            assert app.main.focused.id == pane
    assert app.return_value is None


async def test_fields_and_pieces_stand_in_their_order(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "x")
        await settle(pilot)
        lines = [" ".join(line.split()) for line in page(app).split("\n")]
        taken = sum(len(piece.text) for piece in REMOVED)
        assert lines[0] == (
            f"Pieces taken out: 5 · rules: 4 · characters: {taken} of {len(SOURCE)}"
        )
        assert lines[2:14] == [
            "Where it was found",
            "title Kementerian Luar Negeri Pulangkan Korban dari Kamboja - from JSON-LD",
            "outlet Contoh.id",
            "published 20 May 2025 13:31 WIB - from the by-line",
            "place Jakarta",
            "author Sari Dewi",
            "address https://contoh.id/1",
            "editor Lina M",
            "section nasional",
            "file folder/contoh.jsonl#3",
            "",
            "Taken out",
        ]
        assert lines[14:] == [
            "Place and outlet before the first sentence. (dateline)",
            "1 ▎ JAKARTA, CONTOH.id -",
            "",
            "A line that leads to another article. (related-line)",
            "2 ▎ Baca juga: Sindikat Daring di Perbatasan",
            "3 ▎ Baca juga: Cara Melapor ke Kedutaan",
            "",
            "Initials at the end. (sign-off)",
            "4 ▎ (tw/lm)",
            "",
            "A notice of copyright. (copyright)",
            "5 ▎ Dilarang mengutip tanpa izin.",
        ]


async def test_the_raw_text_and_back(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "x")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert title(app) == "The text as the source held it"
        assert page(app).endswith(SOURCE)
        content = app.screen.query_one("#cleaning-page", Static).content
        assert isinstance(content, Content)
        struck = [
            content.plain[span.start : span.end]
            for span in content.spans
            if "strike" in str(span.style)
        ]
        assert sorted(struck) == sorted(
            {"Baca juga:  Sindikat Daring di Perbatasan", *(each.text for each in REMOVED[1:])}
        )
        await pilot.press("r")
        await settle(pilot)
        assert title(app) == "What cleaning took out"
        assert "related-line" in page(app)


async def test_an_article_that_lost_nothing_says_so(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "down", "x")
        await settle(pilot)
        assert page(app).startswith("Cleaning took nothing out of this article.")
        assert "Taken out" not in page(app)
        assert "address       not found" in page(app)
        await pilot.press("r")
        await settle(pilot)
        assert page(app) == "The archive keeps no source of this article."


async def test_the_view_scrolls(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "x")
        await settle(pilot)
        scroll = app.screen.query_one("#cleaning-scroll")
        assert scroll.max_scroll_y > 0
        for key, line in (("j", 1), ("down", 2), ("k", 1), ("G", scroll.max_scroll_y), ("g", 0)):
            await pilot.press(key)
            await settle(pilot)
            assert scroll.scroll_y == line, key
        await pilot.press("pagedown", "r")
        await settle(pilot)
        assert scroll.scroll_y == 0


async def test_the_page_is_laid_out_anew_when_the_terminal_changes(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "x")
        await settle(pilot)
        await pilot.resize_terminal(40, 12)
        box = app.screen.query_one("#cleaning-page")
        await until(
            pilot,
            lambda: max(map(len, page(app).split("\n")[1:])) <= box.content_size.width <= 38,
        )
        await settle(pilot)
        assert box.content_size.height == len(Content(page(app)).wrap(box.content_size.width))
        line = app.screen.query_one(KeyLine)
        assert line.content.cell_length <= line.content_size.width
        assert "close" in str(line.content)


async def test_what_takes_long_says_so_and_can_be_left(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.gates["removed article-0"] = gate = threading.Event()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "x")
        await until(pilot, lambda: page(app) == "reading…")
        await pilot.press("r")
        assert page(app) == "reading…"
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.main)
        gate.set()
        await settle(pilot)
        assert app.screen is app.main
        await pilot.press("down", "x")
        await settle(pilot)
        assert page(app).startswith("Cleaning took nothing")


async def test_trouble_of_the_archive_closes_a_view_that_waits(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        archive.failure = ArchiveError("the disk is gone")
        await pilot.press("escape", "x")
        await until(pilot, lambda: app.screen is app.main and app._notifications)
        told = [each.message for each in app._notifications]
        assert told == ["The archive says: the disk is gone"]
        archive.failure = None


async def test_without_an_article_there_is_no_view(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(notifications=True) as pilot:
        await settle(pilot)
        await pilot.press(*"xyz", "escape", "x")
        await settle(pilot)
        assert app.screen is app.main
        assert [each.message for each in app._notifications] == ["Choose an article."]


def cleaned(*removed: Removed, source: str) -> Cleaning:
    return examine(three_articles()[0], removed, source, lambda rule: RULES.get(rule, ""))


def test_moments_name_the_zone() -> None:
    assert moment("2025-05-20T13:31:00+08:00") == "20 May 2025 13:31 WITA"
    assert moment("2025-05-20T13:31:00+09:00") == "20 May 2025 13:31 WIT"
    assert moment("2025-05-20T13:31:00+02:00") == "20 May 2025 13:31 +02:00"
    assert moment("2025-05") == "May 2025"
    assert moment(None) == ""


def test_equal_pieces_take_their_places_in_order() -> None:
    source = "IKLAN\nSatu.\nIKLAN\nDua."
    assert locate(["IKLAN", "IKLAN", "IKLAN"], source) == [(0, 5), (12, 17), None]


def test_a_short_piece_is_not_looked_for_inside_a_line() -> None:
    assert locate(["tiga"], "Satu dua tiga empat lima.") == [None]
    assert locate(["Satu"], "Satu dua tiga.") == [(0, 4)]
    assert locate(["(ab/cd)"], "Satu dua tiga. (ab/cd)\nEmpat.") == [(15, 22)]
    assert locate(["dua tiga empat"], "Satu dua tiga empat lima.") == [(5, 19)]


def test_a_piece_without_a_place_stays_behind_the_one_before_it() -> None:
    cleaning = cleaned(
        Removed("b", "Baris kedua."), Removed("x", "tak ada"), Removed("a", "Baris pertama."),
        source="Baris pertama.\nBaris kedua.",
    )  # fmt: skip
    assert [piece.rule for piece in cleaning.pieces] == ["a", "b", "x"]


@given(
    st.lists(st.text(alphabet="ab. \n\\", max_size=8), max_size=8),
    st.text(alphabet="ab. \n\\", max_size=80),
)
def test_places_hold_their_words_and_do_not_overlap(texts: list[str], source: str) -> None:
    spans = locate(texts, source)
    found = sorted(span for span in spans if span)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    for text, span in zip(texts, spans, strict=True):
        if span:
            words = " ".join(source[slice(*span)].split())
            assert words.rstrip("\\ ") == " ".join(text.split()).rstrip("\\ ")


@pytest.mark.parametrize("unit", ["a", "1", '"', "A ", "ab\n", "\n", "\x1b[5m", "[/]"])
def test_hostile_sources_come_to_an_end(unit: str) -> None:
    source = unit * (200_000 // len(unit))
    removed = [Removed("x", unit.strip() * 3)] * 3_000 + [Removed("y", source)]
    with comes_to_an_end():
        cleaning = cleaned(*removed, source=source)
        for width in (20, 98):
            findings(cleaning, width, COLOURED)
        raw(cleaning, PLAIN)


def test_very_many_pieces_are_capped_and_counted() -> None:
    removed = [Removed("x", f"potongan {number}") for number in range(MOST_PIECES + 5)]
    shown = findings(cleaned(*removed, source=""), 80, COLOURED).plain
    assert f"Pieces taken out: {MOST_PIECES + 5} " in shown
    assert shown.endswith(f"Shown here: {MOST_PIECES} of {MOST_PIECES + 5} pieces.")
    long = findings(cleaned(Removed("x", "a " * 150_000), source=""), 80, COLOURED).plain
    assert len(long) < 250_000
    assert long.endswith("Shown here: 1 of 1 pieces.")
