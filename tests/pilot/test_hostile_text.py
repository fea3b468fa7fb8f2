"""No text of an article, a query or a message may act on the terminal or on the interface."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from textual import events
from textual.command import CommandPalette
from textual.drivers.headless_driver import HeadlessDriver

from index.article import (
    Agency,
    Annotations,
    Article,
    Credit,
    Figure,
    Mention,
    Origin,
    Person,
    Reason,
    Removed,
)
from index.correction import Correction
from index.text import clean, clean_line
from tests.pilot.conftest import Settle, until
from tests.pilot.fake_archive import FakeArchive, three_articles
from tui.app import TppoApp
from tui.screens.ledger import LedgerScreen
from tui.widgets.search_box import SearchBox, inert

PAYLOADS = {
    "title": "\x1b]0;PWNED\x1b\\",
    "clipboard": "\x1b]52;c;UFdORUQ=\x07",
    "link": "\x1b]8;;http://evil.example\x1b\\PWNED",
    "blink": "\x1b[5mPWNED",
    "c1": "\x9b5mPWNED\x9d0;PWNED\x9c",
    "dcs": "\x1bP$qPWNED\x1b\\",
    "bidi": "PWNED\u202e\u2066gnp.exe",
    "zero-width": "P\u200bW\u200dN\ufeffED",
    "tags": "P\U000e0041\U000e0042WNED",
    "controls": "P\x00\x07\x08\x0b\x0c\x0e\x0f\x7fWNED",
    "marks": "P" + "\u0301" * 500 + "WNED",
    "markup": "[@click=app.exit]PWNED[/] [/] [b] [/foo] [link='u']",
}
FORBIDDEN = (
    "\x1b]0;",
    "\x1b]52;",
    "\x1b]8;",
    "\x1b[5m",
    "\x1bP",
    "\x07",
    "\x08",
    "\x0e",
    "\x0f",
    "\x00",
    "\x7f",
    "\x9b",
    "\x9d",
    "\x9c",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\U000e0041",
    "\u0301" * 4,
)


OWN = re.compile("\x1b]22;[a-z]+\x07")  # Textual sets the shape of the mouse pointer


class RecordingDriver(HeadlessDriver):
    """Keeps what would have gone to the terminal."""

    written: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type(self).written = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        type(self).written.append(data)


class RecordedApp(TppoApp):
    """Draws on a ``RecordingDriver``."""

    def _build_driver(self, *args: Any, **kwargs: Any) -> Any:
        self._driver = RecordingDriver(self, size=kwargs["size"])
        return self._driver


def hostile_article(payload: str) -> Article:
    """An article as the archive would keep it: every text has passed the gate."""
    body = clean(f"Isi dengan {payload} di tengah.\nParagraf kedua {payload}")
    name = clean_line(f"Badan {payload}")
    mention = Mention("body", 0, 3, "Isi")
    return replace(
        three_articles()[0],
        title=clean_line(f"Judul {payload}"),
        outlet=clean_line(f"Media {payload}"),
        author=clean_line(payload),
        place=clean_line(payload),
        path=clean_line(f"folder/{payload}.txt"),
        body=body,
        captions=(clean(payload),),
        tags=(clean_line(payload),),
        annotations=Annotations(
            agencies=(Agency(name, (mention,)),),
            people=(Person(name, (mention,), role=name),),
        ),
    )


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_no_payload_reaches_the_terminal(size: tuple[int, int], settle: Settle) -> None:
    articles = [replace(hostile_article(payload), id=name) for name, payload in PAYLOADS.items()]
    everything = "".join(PAYLOADS.values())
    app = RecordedApp(FakeArchive(articles), query=f"isi {everything}")
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for payload in PAYLOADS.values():
            app.post_message(events.Paste(payload))
        await settle(pilot)
        await pilot.press("exclamation_mark", "enter")
        await settle(pilot)
        app.main.query_one(SearchBox).value = "isi"
        await settle(pilot)
        for _ in PAYLOADS:
            await pilot.press("down")
            await settle(pilot)
        for key in ("escape", "n", "tab", "tab", "enter", "question_mark"):
            await pilot.press(key)
            await settle(pilot)
        app.post_message(events.Paste(everything))
        await settle(pilot)
        await pilot.press("escape", "ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        app.post_message(events.Paste(everything))
        await pilot.pause(0.2)
    drawn = "".join(RecordingDriver.written)
    app.librarian.close()
    assert "Articles" in drawn
    drawn = OWN.sub("", drawn)
    assert not [each for each in FORBIDDEN if each in drawn]
    assert app._exception is None


@pytest.mark.parametrize("size", [(160, 45), (40, 12)])
async def test_no_payload_of_a_source_reaches_the_terminal(
    size: tuple[int, int], settle: Settle
) -> None:
    everything = "\n".join(PAYLOADS.values())
    names = clean_line(everything)
    article = replace(
        hostile_article(everything),
        origins=(Origin("title", everything), Origin("outlet", everything)),
        credits=(Credit(everything, everything), Credit("editor", everything)),
        section=everything,
        source_id=everything,
    )
    archive = FakeArchive([article, replace(article, id="copy", title=names)])
    # As a source held it: nothing of this has passed the gate.
    archive.sources = dict.fromkeys((article.id, "copy"), f"{everything}\n{article.body}")
    archive.taken_out[article.id] = archive.taken_out["copy"] = tuple(
        Removed(payload, f"{payload}\n{payload}") for payload in PAYLOADS.values()
    )
    archive.rules = dict.fromkeys(PAYLOADS.values(), everything)
    app = RecordedApp(archive)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for key in ("escape", "c", "down", "x", *["pagedown"] * 6, "G", "r", "pagedown", "G"):
            await pilot.press(key)
            await settle(pilot)
        assert app.screen is not app.main
        await pilot.press("escape", "v", "c")
        await settle(pilot)
    drawn = OWN.sub("", "".join(RecordingDriver.written))
    app.librarian.close()
    assert "PWNED" in drawn
    assert not [each for each in FORBIDDEN if each in drawn]
    assert app._exception is None


async def test_the_recording_would_notice() -> None:
    app = RecordedApp(FakeArchive([replace(three_articles()[0], title="\x1b]0;PWNED\x1b\\")]))
    async with app.run_test(size=(160, 45)) as pilot:
        await until(pilot, lambda: "\x1b]0;" in "".join(RecordingDriver.written))
    app.librarian.close()


async def test_typed_brackets_are_only_text(app: TppoApp, settle: Settle) -> None:
    async with app.run_test() as pilot:
        await settle(pilot)
        for payload in ("[", "[/", "[0]", "[/#888]", "[@click=app.exit]x[/]"):
            app.main.query_one(SearchBox).value = payload
            await settle(pilot)
            assert app.main.query_text == payload
        assert app.is_running


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_the_box_takes_no_control_character(payload: str) -> None:
    kept = inert(f"a{payload} b")
    assert inert(kept) == kept
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in kept)


def test_spaces_stay_as_typed() -> None:
    assert inert("a  b ") == "a  b "
    assert inert("a\nb") == "a b"


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_no_payload_of_a_name_reaches_the_terminal_while_it_is_corrected(
    size: tuple[int, int], settle: Settle
) -> None:
    articles = [replace(hostile_article(payload), id=name) for name, payload in PAYLOADS.items()]
    archive = FakeArchive(articles)
    everything = "".join(PAYLOADS.values())
    name = articles[0].annotations.agencies[0].name
    archive.correct(Correction("rename", "agency", name, to=f"Lain {everything}"))
    app = RecordedApp(archive)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        for _ in PAYLOADS:
            app.main.action_focus_pane("entities")
            await settle(pilot)
            await pilot.press("e", "down", "enter", "B")
            await settle(pilot)
            app.post_message(events.Paste(everything))
            await settle(pilot)
            await pilot.press("escape", "escape", "escape", "down")
            await settle(pilot)
        app.main.action_focus_pane("entities")
        await settle(pilot)
        await pilot.press("e", "u")
        await settle(pilot)
    drawn = OWN.sub("", "".join(RecordingDriver.written))
    app.librarian.close()
    assert "u takes back" in drawn
    assert not [each for each in FORBIDDEN if each in drawn]
    assert app._exception is None
    assert archive.corrected_by == ()


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_no_payload_of_a_figure_reaches_the_terminal(
    size: tuple[int, int], settle: Settle
) -> None:
    everything = "".join(PAYLOADS.values())
    # As no archive would keep them: nothing of the figures has passed the gate.
    articles = [
        replace(
            hostile_article(payload),
            id=name,
            annotations=Annotations(
                figures=(
                    Figure(
                        payload, 5, 5, payload, payload, "victims", "2023", payload, payload,
                        "body", 0, 3, agency=payload, reasons=(Reason(payload, 0, 3),),
                    ),
                )
            ),
        )
        for name, payload in PAYLOADS.items()
    ]  # fmt: skip
    app = RecordedApp(FakeArchive(articles), query="isi")
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape", "F")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen))
        await settle(pilot)
        await pilot.press("w", *["down"] * len(PAYLOADS), *["right"] * 9)
        await settle(pilot)
        await pilot.press("F", "F", *["left", "F", "F"] * 9, "equals_sign", "escape", "slash")
        app.post_message(events.Paste(everything))
        await settle(pilot)
        await pilot.press("escape", "p", *["right"] * len(PAYLOADS), "tab", "tab", "escape")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.main
    drawn = OWN.sub("", "".join(RecordingDriver.written))
    app.librarian.close()
    assert "PWNED" in drawn
    assert not [each for each in FORBIDDEN if each in drawn]
    assert app._exception is None
