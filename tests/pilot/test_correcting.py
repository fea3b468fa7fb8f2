"""Correcting from the sidebar: what one can say, what would change, and what has changed."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from index.archive import ArchiveError
from index.article import Agency, Annotations, Mention, Quote
from index.correction import Correction
from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive, three_articles
from tui.app import TppoApp
from tui.correcting import Choice, Need, choices, correction, subject
from tui.entries import Entry, Kind, groups
from tui.screens.correction import CorrectionScreen
from tui.widgets.key_line import KeyLine
from tui.wording import correction_words


def screen(app: TppoApp) -> CorrectionScreen:
    assert isinstance(app.screen, CorrectionScreen)
    return app.screen


def said(app: TppoApp) -> str:
    return str(screen(app).query_one("#correction-said", Static).content)


def listed(app: TppoApp, name: str) -> list[str]:
    options = screen(app).query_one(f"#correction-{name}", OptionList).options
    return [str(option.prompt) for option in options]


def entries(app: TppoApp) -> list[str]:
    return [str(each.prompt).split("  ")[0] for each in app.main._sidebar.options]


def told(app: TppoApp) -> list[str]:
    return [each.message for each in app._notifications]


async def open_at(pilot: Pilot[Any], settle: Settle, label: str) -> None:
    """Goes to the sidebar, to the entry ``label``, and opens the screen."""
    app = pilot.app
    assert isinstance(app, TppoApp)
    await settle(pilot)
    app.main.action_focus_pane("entities")
    await settle(pilot)
    while app.main._sidebar.current is None or app.main._sidebar.current.label != label:
        await pilot.press("down")
        await settle(pilot)
    await pilot.press("e")
    await settle(pilot)


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (40, 12)])
async def test_the_screen_says_what_can_be_done_and_can_be_left(
    app: TppoApp, archive: FakeArchive, settle: Settle, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await open_at(pilot, settle, "Kamboja")
        assert listed(app, "list") == [
            "Rename …", "It is the same as …", "Reject: it is none",
            "Reject one printed form of it …", "One printed form is somebody else …",
            "Add a printed form, found in all texts …", "It is an agency", "It is a person",
        ]  # fmt: skip
        assert said(app).endswith("Enter, then type the name.")
        line = screen(app).query_one(KeyLine)
        assert line.content.cell_length <= line.content_size.width
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is app.main
        assert app.main.focused is app.main._sidebar
    assert archive.corrected_by == ()


async def test_a_rejection_shows_its_count_and_changes_all_in_place(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(size=(160, 45), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "down", "down")
        await open_at(pilot, settle, "Polda Riau")
        await pilot.press("down", "down")
        await settle(pilot)
        assert said(app).endswith("Articles that will change: 1")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.main and archive.corrected_by)
        await settle(pilot)
        assert archive.corrected_by == (Correction("reject", "agency", "Polda Riau"),)
        assert "Polda Riau" not in entries(app)
        assert app.main._list.current is not None
        assert app.main._list.current.id == "article-2"  # the cursor stayed
        assert app.main.focused is app.main._sidebar
        assert told(app) == ["Done: reject Polda Riau. Articles changed: 1."]


async def test_another_name_is_typed_with_help_of_the_names_that_are_there(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, settle, "Kementerian Luar Negeri")
        await pilot.press("down", "enter", "I")
        await settle(pilot)
        assert listed(app, "names") == ["Imigrasi Batam"]
        await pilot.press("down", "enter")
        await settle(pilot)
        line = screen(app).query_one("#correction-name", Input)
        assert line.value == "Imigrasi Batam"
        assert listed(app, "names") == []
        assert said(app).endswith("Articles that will change: 1")
        await pilot.press("enter")
        await until(pilot, lambda: archive.corrected_by)
        await settle(pilot)
        rule = Correction("merge", "agency", "Kementerian Luar Negeri", to="Imigrasi Batam")
        assert archive.corrected_by == (rule,)
        assert "Imigrasi Batam" in entries(app)


async def test_a_letter_that_is_a_key_is_typed_in_the_line(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, settle, "Kamboja")
        await pilot.press("enter", "ctrl+u", *"que")
        await settle(pilot)
        assert screen(app).query_one("#correction-name", Input).value == "que"
        await pilot.press("escape")
        await settle(pilot)
        assert not screen(app).query_one("#correction-name", Input).display
        assert said(app).endswith("Enter, then type the name.")


async def test_tab_chooses_between_all_articles_and_this_one(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, settle, "Rina Wijaya")
        assert said(app).startswith("For all articles")
        await pilot.press("enter", "backspace", "tab")
        await settle(pilot)
        assert said(app).startswith("For this article only")
        await pilot.press("enter")
        await until(pilot, lambda: archive.corrected_by)
        rule = Correction("rename", "person", "Rina Wijaya", to="Rina Wijay")
        assert archive.corrected_by[0].to == rule.to
        assert archive.corrected_by[0].articles == ("article-0",)


async def test_the_last_correction_is_named_and_taken_back(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    before = list(archive.articles)
    archive.correct(Correction("rename", "place", "Kamboja", to="Kerajaan Kamboja"))
    async with app.run_test(size=(160, 45), notifications=True) as pilot:
        await open_at(pilot, settle, "Kerajaan Kamboja")
        last = screen(app).query_one("#correction-last", Static)
        assert str(last.content) == "u takes back: rename Kamboja → Kerajaan Kamboja"
        await pilot.press("u")
        await until(pilot, lambda: not archive.corrected_by)
        await settle(pilot)
        assert archive.articles == before
        assert "Kamboja" in entries(app)
        assert told(app) == ["Taken back: rename Kamboja → Kerajaan Kamboja. Articles changed: 1."]


async def test_without_a_correction_there_is_nothing_to_take_back(
    app: TppoApp, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, settle, "Kamboja")
        await pilot.press("u")
        await settle(pilot)
        assert screen(app)


async def test_what_changes_nothing_is_not_made(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_at(pilot, settle, "Kamboja")
        await pilot.press("enter")
        await settle(pilot)
        assert said(app).endswith("No article would change.")  # its own name
        await pilot.press("enter")
        await settle(pilot)
        assert screen(app)
        await pilot.press("ctrl+u", "enter")
        await settle(pilot)
        assert said(app).endswith("Type the name.")
    assert archive.corrected_by == ()


async def test_trouble_with_the_file_is_told(
    app: TppoApp, archive: FakeArchive, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ArchiveError("corrections.yaml:3: to: is missing")

    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(archive, "correct", refuse)
        await open_at(pilot, settle, "Kamboja")
        await pilot.press("down", "down")
        await settle(pilot)
        assert said(app).endswith("corrections.yaml:3: to: is missing")
        await pilot.press("enter")
        await settle(pilot)
        assert screen(app)


async def test_keys_are_heard_while_a_correction_is_made(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.gates["correct"] = gate = threading.Event()
    async with app.run_test(size=(160, 45)) as pilot:
        await open_at(pilot, settle, "Kamboja")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: app.screen is app.main)
        await pilot.press("slash", *"abc")
        assert app.main.query_text == "abc"
        assert archive.corrected_by == ()
        gate.set()
        await until(pilot, lambda: archive.corrected_by)


async def test_who_leaves_at_once_loses_no_correction(
    app: TppoApp, archive: FakeArchive, settle: Settle
) -> None:
    archive.gates["correct"] = gate = threading.Event()
    async with app.run_test(size=(160, 45)) as pilot:
        await open_at(pilot, settle, "Kamboja")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: app.screen is app.main)
        await pilot.press("ctrl+q")
    threading.Timer(0.2, gate.set).start()
    app.librarian.close()
    assert len(archive.corrected_by) == 1


async def test_the_sample_and_an_empty_sidebar_cannot_be_corrected(
    archive: FakeArchive, settle: Settle
) -> None:
    archive.sample = True
    app = TppoApp(archive)
    async with app.run_test(size=(160, 45), notifications=True) as pilot:
        await settle(pilot)
        app.main.action_focus_pane("entities")
        await settle(pilot)
        await pilot.press("e")
        assert app.screen is app.main
        assert told(app)[0].startswith("The sample cannot be corrected")
    app.librarian.close()


def entry(label: str) -> Entry:
    return next(
        each for group in groups(three_articles()[0]) for each in group.entries
        if each.label == label
    )  # fmt: skip


def test_numbers_are_rejected_by_their_text_and_laws_are_not_retyped() -> None:
    number = entry("42 WNI")
    assert choices(number) == (Choice("reject", "reject"),)
    assert correction(number, choices(number)[0], "", "x") == Correction(
        "reject", "figure", "42 WNI", articles=("x",)
    )
    assert {choice.operation for choice in choices(entry("UU 21/2007"))} == {
        "reject", "rename", "merge", "alias",
    }  # fmt: skip


def test_a_speaker_can_be_renamed_and_what_nobody_says_cannot() -> None:
    quotes = (Quote("Rina Wijaya", "Pulang", 0, 5), Quote(None, "Belum", 6, 9))
    article = three_articles()[0]
    spoken = replace(article, annotations=replace(article.annotations, quotes=quotes))
    found = {each.value: each for group in groups(spoken) for each in group.entries
             if each.kind is Kind.SPEAKER}  # fmt: skip
    assert [choice.id for choice in choices(found["Rina Wijaya"])] == ["rename", "merge"]
    assert choices(found[""]) == ()


def test_what_is_corrected_says_so_in_the_sidebar() -> None:
    agency = Agency("Polri", (Mention("body", 0, 3, "Isi"),), corrected=True)
    article = replace(three_articles()[0], annotations=Annotations(agencies=(agency,)))
    assert groups(article)[0].entries[0].detail == "corrected"


@pytest.mark.parametrize(
    ("choice", "typed", "expected"),
    [
        ("rename", " Rina  W ", Correction("rename", "person", "Rina Wijaya", to="Rina W")),
        ("split", "Rina", Correction("split", "person", "Rina Wijaya", form="Rina")),
        ("reject_form", "Rina", Correction("reject", "person", "Rina Wijaya", form="Rina")),
        ("alias", "RW", Correction("alias", "person", "Rina Wijaya", form="RW")),
        ("role", "saksi", Correction("role", "person", "Rina Wijaya", to="saksi")),
        ("retype_agency", "", Correction("retype", "person", "Rina Wijaya", to="agency")),
        ("rename", "  ", None),
    ],
)
def test_what_is_chosen_and_typed_is_the_correction(
    choice: str, typed: str, expected: Correction | None
) -> None:
    person = entry("Rina Wijaya")
    (chosen,) = [each for each in choices(person) if each.id == choice]
    assert correction(person, chosen, typed, None) == expected
    assert subject(person) == "Rina Wijaya"


def test_corrections_in_words() -> None:
    assert correction_words(Correction("alias", "agency", "A", form="B")) == "add the form B → A"
    retyped = Correction("retype", "agency", "A", to="place")
    assert correction_words(retyped) == "retype A → place"
    assert Need.NAME.value == "name"
