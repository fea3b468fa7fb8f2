"""The reader's hits and the sidebar's mentions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content
from textual.widgets import Static

from index.article import Annotations, Article, Mention, Quote, Statement
from tests.pilot.conftest import Settle
from tests.pilot.fake_archive import FakeArchive, three_articles
from tui.app import TppoApp
from tui.article_text import CAPPED_AT, ArticleText
from tui.entries import Kind, groups
from tui.theme import COLOURED
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.reader import Reader
from tui.widgets.search_box import SearchBox


def current(app: TppoApp) -> tuple[str, int]:
    """The text of the current place in the reader, and where it starts."""
    content = app.main.query_one("#page", Static).content
    assert isinstance(content, Content)
    span = next(span for span in content.spans if span.style == COLOURED["current"])
    return content.plain[span.start : span.end], span.start


def counter(app: TppoApp) -> str:
    return str(app.main.query_one(Reader).border_subtitle)


async def test_opens_at_the_first_hit_and_steps_round(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press(*"korban", "escape")
        await settle(pilot)
        assert counter(app) == "hit 1/3"
        places = []
        for _ in range(3):
            places.append(current(app))
            await pilot.press("n")
            await settle(pilot)
        assert [form.lower() for form, _ in places] == ["korban"] * 3
        assert places == sorted(places, key=lambda place: place[1])
        assert counter(app) == "hit 1/3"
        await pilot.press("N")
        await settle(pilot)
        assert counter(app) == "hit 3/3"
        assert current(app) == places[2]


async def test_the_current_hit_is_in_sight(settle: Settle) -> None:
    body = "\n".join(["Kalimat pengisi yang panjang sekali tanpa isi apa pun."] * 200)
    body += "\nJarumnya ada di sini."
    article = replace(three_articles()[0], body=body, annotations=Annotations())
    app = TppoApp(FakeArchive([article]), query="jarumnya")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        reader = app.main.query_one(Reader)
        lines = [strip.text for strip in reader.screen._compositor.render_strips()]
        assert any("Jarumnya" in line for line in lines)
        await pilot.resize_terminal(160, 45)
        await settle(pilot)
        lines = [strip.text for strip in reader.screen._compositor.render_strips()]
        assert any("Jarumnya" in line for line in lines)
    app.librarian.close()


async def test_sidebar_lists_groups_with_counts(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        sidebar = app.main.query_one(EntitySidebar)
        prompts = [" ".join(str(option.prompt).split()) for option in sidebar.options]
        assert [prompt for prompt in prompts if prompt] == [
            "Agencies 1",
            "Kementerian Luar Negeri 2",
            "Figures - People 1",
            "Rina Wijaya 2 Direktur Perlindungan WNI",
            "Figures - Numbers 1",
            "42 WNI 1 repatriations · May 2025 · Rina Wijaya",
            "Places 2",
            "Phnom Penh 1",
            "Kamboja 1",
            "Law 2",
            "TPPO 1",
            "UU 21/2007 1 articles 2, 10",
        ]


async def test_moving_in_the_sidebar_jumps_in_the_reader(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press("shift+tab")
        await settle(pilot)
        sidebar = app.main.query_one(EntitySidebar)
        assert current(app)[0] == "Kementerian Luar Negeri"
        assert sidebar.border_subtitle == "mention 1/2"
        first = current(app)[1]
        await pilot.press("n")
        await settle(pilot)
        assert sidebar.border_subtitle == "mention 2/2"
        assert current(app)[1] > first
        await pilot.press("n")
        await settle(pilot)
        assert current(app)[1] == first
        await pilot.press("down")
        await settle(pilot)
        assert current(app)[0] == "Rina Wijaya"
        await pilot.press("j")
        await settle(pilot)
        assert current(app)[0] == "42 WNI"


async def test_enter_in_the_sidebar_narrows_the_search(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await pilot.press(*"korban", "shift+tab")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.main.query_one(SearchBox).value == 'korban agency:"Kementerian Luar Negeri"'
        assert archive.searched[-1] == 'korban agency:"Kementerian Luar Negeri"'
        assert app.main.focused is not None
        assert app.main.focused.id == "results"


async def test_entities_are_coloured_by_kind(app: TppoApp, settle: Settle) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        content = app.main.query_one("#page", Static).content
        assert isinstance(content, Content)
        seen = {
            str(span.style).removeprefix("$"): content.plain[span.start : span.end]
            for span in content.spans
        }
        assert seen["agency"] == "Kementerian Luar Negeri"
        assert seen["figure"] == "42 WNI"
        assert seen["law"] == "UU 21/2007"
        assert set(Kind) - {Kind.SPEAKER} <= set(seen)


def text_of(article: Article, *mentions: Mention) -> ArticleText:
    return ArticleText(article, mentions, groups(article), COLOURED)


@given(
    body=st.text(alphabet="ab \n", max_size=60),
    start=st.integers(0, 60),
    length=st.integers(1, 10),
)
@settings(max_examples=200)
def test_a_mention_keeps_its_form_on_the_page(body: str, start: int, length: int) -> None:
    article = replace(three_articles()[0], body=body, annotations=Annotations())
    mention = Mention("body", start, start + length, body[start : start + length])
    page = text_of(article)
    place = page.place(mention)
    if start + length > len(body):
        assert place is None
    else:
        assert place is not None
        assert page.plain[place[0] : place[1]] == mention.form.replace("\n", "\n\n")


@given(body=st.text(alphabet="abc dé\n", max_size=200), width=st.integers(5, 40), data=st.data())
@settings(max_examples=150)
def test_the_line_of_a_place_is_the_line_it_is_drawn_on(
    body: str, width: int, data: st.DataObject
) -> None:
    article = replace(three_articles()[0], body=f"awal{body}Z akhir", annotations=Annotations())
    page = text_of(article)
    offset = page.plain.index("Z")
    lines = [line.plain for line in Content(page.plain).wrap(width)]
    assert "Z" in lines[page.line_of(offset, width)]


def test_titles_and_captions_have_their_mentions() -> None:
    article = three_articles()[0]
    page = text_of(article, Mention("title", 0, 11, "Kementerian"), Mention("caption:0", 5, 11, ""))
    assert [page.plain[start:end] for start, end in page.hits] == ["Kementerian", "korban"]
    assert page.place(Mention("caption:4", 0, 2, "")) is None


def test_overlapping_hits_count_once() -> None:
    article = three_articles()[0]
    page = text_of(article, Mention("body", 0, 23, ""), Mention("body", 12, 16, ""))
    assert len(page.hits) == 1


def test_a_very_long_article_is_capped_and_says_so() -> None:
    article = replace(three_articles()[0], body="a " * CAPPED_AT, annotations=Annotations())
    page = text_of(article, Mention("body", CAPPED_AT + 2, CAPPED_AT + 3, "a"))
    assert len(page.plain) < CAPPED_AT + 1_000
    assert "Cut here, of 400000 characters" in page.plain
    assert page.hits == ()


def test_who_says_what_is_listed_with_the_passages() -> None:
    said = Quote("Siti Aminah", "Ada dua korban.", 1, 16, "kata")
    told = Statement("Siti Aminah", "menyebut", "Siti menyebut dua korban.", 30, 55)
    nobody = Quote(None, "Kami akan pulang.", 60, 77)
    article = replace(
        three_articles()[0], annotations=Annotations(quotes=(said, nobody), statements=(told,))
    )
    (group,) = groups(article)
    assert group.kind is Kind.SPEAKER
    siti, other = group.entries
    assert siti.value == "Siti Aminah"
    assert [(mention.start, mention.end) for mention in siti.mentions] == [(1, 16), (30, 55)]
    assert (other.field, other.value) == ("", "")
