"""Two languages with the same keys; dates, bylines and rows in words."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from textual.content import Content

import tui
from index.article import Hit, Snippet
from tests.pilot.conftest import Settle
from tests.pilot.fake_archive import FakeArchive, figure, three_articles
from tui import i18n
from tui.app import TppoApp
from tui.commands import COMMANDS, Place
from tui.i18n import english, indonesian
from tui.listing import Row
from tui.theme import COLOURED, DARK, LIGHT, PLAIN
from tui.widgets import rows
from tui.widgets.snippets import snippet
from tui.wording import date, figure_detail, first_words, measure, period

FOLDER = Path(tui.__file__).parent


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert english.WORDS.keys() == indonesian.WORDS.keys()


@pytest.mark.parametrize("key", english.WORDS)
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    assert placeholders(english.WORDS[key]) == placeholders(indonesian.WORDS[key])
    assert english.WORDS[key].strip()
    assert indonesian.WORDS[key].strip()


def test_both_languages_name_twelve_months() -> None:
    assert len(english.WORDS["months"].split()) == 12
    assert len(indonesian.WORDS["months"].split()) == 12


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    asked = set()
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name | ast.Attribute)
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            ):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if name in ("text", "tell"):
                    asked.add(node.args[0].value)
    assert asked
    assert asked <= english.WORDS.keys()


def test_every_command_and_place_has_words() -> None:
    for command in COMMANDS:
        assert command.words
        assert not command.footer or command.word
    assert all(f"place.{place.value}" in english.WORDS for place in Place)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TPPO_LANG": "id"}, "id"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LC_ALL": "C", "LANG": "id_ID.UTF-8"}, "en"),
        ({"LC_MESSAGES": "id_ID", "LANG": "en_US"}, "id"),
        ({"TPPO_LANG": "en", "LC_ALL": "id_ID"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TPPO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.language() == expected


async def test_the_interface_speaks_indonesian(
    archive: FakeArchive, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TPPO_LANG", "id")
    i18n.reload()
    app = TppoApp(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "3 artikel · urut terbaru" in str(app.main.query_one("#status").content)
        assert str(app.main.query_one("#keys").content).endswith("F1 bantuan   Ctrl-Q keluar")
    app.librarian.close()


def test_dates_keep_their_precision() -> None:
    assert date("2025-05-20T13:31:00+07:00") == "20 May 2025"
    assert date("2025-05-20T13:31:00+07:00", time=True) == "20 May 2025 13:31"
    assert date("2025-05") == "May 2025"
    assert date("2025") == "2025"
    assert date(None) == ""
    assert date("2025-13-40") == "2025"
    assert period("2025-01/2025-04") == "Jan 2025 – Apr 2025"
    assert period("2025-01") == "Jan 2025"
    assert measure("departure_deferred") == "departures deferred"
    assert measure("brand_new") == "brand new"


def row(
    hit: Hit, width: int, looks: dict[str, str], *, compact: bool, first_words: str = ""
) -> Content:
    """The row of a hit that is no copy."""
    return rows.row(Row(hit, 1), width, looks, compact=compact, first_words=first_words)


def hit(title: str | None, text: str, *marks: tuple[int, int]) -> Hit:
    return Hit("a", title, "Contoh.id", "2025-01-02", Snippet(text, marks))


def test_a_row_without_title_shows_its_first_words() -> None:
    words = " ".join(f"kata{number}" for number in range(30))
    article = replace(three_articles()[2], body=words)
    assert first_words(article) == " ".join(words.split()[:12]) + "…"
    lines = row(hit(None, "lain"), 200, COLOURED, compact=True, first_words="Awal kata")
    assert lines.plain.startswith("Awal kata\n")


def test_a_long_snippet_is_cut_round_its_first_hit() -> None:
    text = "pengisi " * 40 + "jarum " + "pengisi " * 40
    start = text.index("jarum")
    shown = snippet(Snippet(text, ((start, start + 5),)), 60, COLOURED)
    assert "jarum" in shown.plain
    assert shown.plain.startswith("…")
    marked = [shown.plain[span.start : span.end] for span in shown.spans]
    assert marked == ["jarum"]


@pytest.mark.parametrize("compact", [True, False])
@pytest.mark.parametrize("width", [5, 20, 60, 140])
def test_no_line_of_a_row_is_wider_than_the_list(width: int, compact: bool) -> None:
    long = hit("Judul yang sangat panjang " * 9, "kata 検索結果 " * 40, (5, 9))
    content = row(long, width, COLOURED, compact=compact)
    lines = content.split("\n", allow_blank=True)
    assert len(lines) <= (2 if compact else 6)
    assert all(line.cell_length <= max(width, 12) for line in lines)


def test_a_figure_without_a_measure_says_what_is_counted() -> None:
    other = replace(figure("185 desa binaan", "185 desa binaan", 185, "other"), what="desa binaan")
    assert figure_detail(other) == ""
    assert figure_detail(replace(other, text="185", speaker="Budi")) == "desa binaan · Budi"


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_colours_can_be_read(theme: object) -> None:
    colours = theme.variables
    for kind in ("agency", "person", "figure", "place", "law", "faint"):
        for ground in (theme.background, colours["row"], colours["row-focus"]):
            assert contrast(colours[kind], ground) >= 4.5, (kind, ground)
    assert contrast(colours["hit-ink"], colours["hit-ground"]) >= 7
    assert contrast(colours["current-ink"], colours["current-ground"]) >= 7


async def test_hits_are_seen_without_colour(
    archive: FakeArchive, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = TppoApp(archive, query="korban")
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        styles = {
            segment.style
            for strip in app.screen._compositor.render_strips()[4:]  # below the search box
            for segment in strip
            if re.fullmatch("korban", segment.text, re.IGNORECASE)
        }
        assert styles
        assert all(style is not None and style.reverse for style in styles)
    app.librarian.close()
    assert PLAIN.keys() == COLOURED.keys()


def marked(text: str, *forms: str) -> Snippet:
    """A passage with every place of ``forms`` marked."""
    places = [found.span() for form in forms for found in re.finditer(form, text)]
    return Snippet(text, tuple(sorted(places)))


FAR = (
    "…" + "pengisi kalimat yang panjang " * 5 + "lalu korban dibawa " + "ke tempat lain " * 5 + "…"
)


@pytest.mark.parametrize("width", range(12, 150))
@pytest.mark.parametrize("compact", [True, False])
def test_a_snippet_holds_a_whole_hit_or_is_left_out(width: int, compact: bool) -> None:
    found = Hit("a", "Judul", "CNN Indonesia", "2025-01-27", marked(FAR, "korban"))
    shown = row(found, width, COLOURED, compact=compact).plain
    lines = shown.rstrip("\n").split("\n")
    assert "……" not in shown
    assert "… …" not in shown
    rest = " ".join(lines[1 if compact else 2 :]).replace("CNN Indonesia · 27 Jan 2025", "")
    if not rest.strip(" …"):
        assert compact
        assert width < len("CNN Indonesia · 27 Jan 2025  …korban…")
    elif "CNN Indonesia · 27 Jan 2025" in shown:
        assert "korban" in rest.split() or "…korban" in rest or "korban…" in rest
        assert set(rest.replace("…", " ").split()) <= set(FAR.replace("…", " ").split())


def test_a_cut_snippet_shows_where_most_different_hits_stand_together() -> None:
    text = "korban " + "pengisi " * 9 + "korban korban " + "kata " * 9 + "paspor para korban " * 2
    shown = snippet(marked(text, "korban", "paspor"), 40, COLOURED).plain
    assert "paspor para korban" in shown
    once = snippet(marked(text, "korban"), 40, COLOURED).plain
    assert once.startswith("korban ")


def test_a_hit_of_several_words_is_not_broken() -> None:
    text = "awal " * 20 + "tindak pidana perdagangan orang " + "akhir " * 20
    passage = marked(text, "tindak pidana perdagangan orang")
    assert "tindak pidana perdagangan orang" in snippet(passage, 36, COLOURED).plain
    assert snippet(passage, 30, COLOURED).plain == ""


@pytest.mark.parametrize("width", range(12, 100))
def test_a_row_of_several_lines_keeps_its_hit(width: int) -> None:
    text = "…" + "kata sambungan " * 3 + "x" * (width // 2) + " korban " + "berikutnya saja " * 9
    found = hit("Judul", text, *marked(text, "korban").marks)
    shown = row(found, width, COLOURED, compact=False)
    assert "korban" in shown.plain


@pytest.mark.parametrize(
    "text",
    ["a" * 20_000, "…" * 20_000, " " * 20_000, "検" * 20_000],
    ids=["letters", "dots", "spaces", "wide"],
)
def test_odd_passages_have_room(text: str) -> None:
    for marks in ((), ((5, 9),), ((0, 0),), ((3, 19_000),)):
        for compact in (True, False):
            content = row(hit("Judul", text, *marks), 60, COLOURED, compact=compact)
            assert all(line.cell_length <= 60 for line in content.split("\n", allow_blank=True))
