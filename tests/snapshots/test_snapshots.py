"""Pictures of the screens that people see most; `pytest --snapshot-update` takes them anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from index.article import Credit, Origin, Removed
from index.correction import Correction
from tests.pilot.conftest import Settle
from tests.pilot.fake_archive import FakeArchive, figure
from tui.app import TppoApp

Compare = Callable[..., bool]
Steps = Callable[[Pilot[Any]], Awaitable[None]]


@pytest.fixture
def press(settle: Settle) -> Callable[..., Steps]:
    """Steps that press keys one by one, each answered before the next."""

    def keys(*names: str) -> Steps:
        async def steps(pilot: Pilot[Any]) -> None:
            await settle(pilot)
            for name in names:
                await pilot.press(name)
                await settle(pilot)

        return steps

    return keys


def test_wide_with_hits(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    steps = press(*"korban", "escape", "space", "up", "n")
    assert snap_compare(app, terminal_size=(160, 45), run_before=steps)


def test_two_columns(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    assert snap_compare(app, terminal_size=(120, 35), run_before=press(*"orang"))


def test_small_with_sidebar(
    snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]
) -> None:
    steps = press(*"korban", "shift+tab", "down", "n")
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps)


def test_help(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    steps = press("escape", "question_mark")
    assert snap_compare(app, terminal_size=(100, 30), run_before=steps)


def test_no_hits(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    assert snap_compare(app, terminal_size=(100, 30), run_before=press(*"xyz"))


def test_wrong_query(snap_compare: Compare, app: TppoApp, press: Callable[..., Steps]) -> None:
    steps = press(*"batam", "exclamation_mark")
    assert snap_compare(app, terminal_size=(100, 30), run_before=steps)


def test_what_cleaning_took_out(
    snap_compare: Compare, archive: FakeArchive, app: TppoApp, press: Callable[..., Steps]
) -> None:
    first = archive.articles[0]
    lines = first.body.split("\n")
    archive.articles[0] = replace(
        first,
        section="nasional",
        origins=(
            Origin("title", "JSON-LD"),
            Origin("outlet", "url"),
            Origin("published", "by-line"),
            Origin("place", "dateline"),
        ),
        credits=(Credit("author", "Sari Dewi"), Credit("editor", "Lina Marpaung")),
    )
    related = "Baca juga: Sindikat Penipuan Daring di Perbatasan"
    archive.sources[first.id] = f"{lines[0]}\n{related}\n{lines[1]}\n{lines[2]} (tw/lm)"
    archive.taken_out[first.id] = (
        Removed("sign-off", "(tw/lm)"),
        Removed("related-line", related),
    )
    archive.rules = {
        "related-line": "A line that leads to another article.",
        "sign-off": "The initials of those who wrote it.",
    }
    assert snap_compare(app, terminal_size=(100, 30), run_before=press("escape", "x"))


def test_the_page_of_an_entity(
    snap_compare: Compare, archive: FakeArchive, app: TppoApp, press: Callable[..., Steps]
) -> None:
    first = archive.articles[0]
    archive.articles += [
        replace(first, id="march", outlet="Kabar Batam", published="2025-03-19"),
        replace(first, id="may", outlet="Riau Kini", published="2025-05-21"),
    ]
    steps = press("escape", "tab", "tab", "p")
    assert snap_compare(app, terminal_size=(100, 30), run_before=steps)


def test_copies(
    snap_compare: Compare, archive: FakeArchive, app: TppoApp, press: Callable[..., Steps]
) -> None:
    first = archive.articles[0]
    archive.articles += [
        replace(first, id="morning", outlet="Kabar Batam", published="2025-05-19"),
        replace(first, id="evening", outlet="Riau Kini", published="2025-05-21"),
    ]
    steps = press("escape", "c", "down", "space")
    assert snap_compare(app, terminal_size=(120, 35), run_before=steps)


def test_correcting_a_name(
    snap_compare: Compare, archive: FakeArchive, app: TppoApp, press: Callable[..., Steps]
) -> None:
    archive.correct(Correction("rename", "place", "Kamboja", to="Kerajaan Kamboja"))
    steps = press("escape", "tab", "tab", "e", "down", "enter", "I", "down")
    assert snap_compare(app, terminal_size=(100, 30), run_before=steps)


def more_figures(archive: FakeArchive) -> None:
    """Gives the first article figures that can be compared."""
    first = archive.articles[0]
    figures = tuple(
        replace(
            figure(first.body, "42 WNI", low, measure, period=period, speaker=speaker),
            agency="Kementerian Luar Negeri",
            place="Kamboja",
        )
        for low, measure, period, speaker in (
            (42, "repatriation", "2025-05", "Rina Wijaya"),
            (310, "repatriation", "2025-01/2025-04", "Rina Wijaya"),
            (120, "repatriation", "2024", "Budi Santoso"),
            (95, "repatriation", "2023", "Budi Santoso"),
            (1006, "victims", "2023-06-05/2023-06-13", None),
        )
    )
    archive.articles[0] = replace(first, annotations=replace(first.annotations, figures=figures))


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
def test_the_ledger(
    snap_compare: Compare,
    archive: FakeArchive,
    app: TppoApp,
    press: Callable[..., Steps],
    size: tuple[int, int],
) -> None:
    more_figures(archive)
    steps = press("escape", "F", "s", "down", "space", "right", "right")
    assert snap_compare(app, terminal_size=size, run_before=steps)


def test_values_counted(
    snap_compare: Compare, archive: FakeArchive, app: TppoApp, press: Callable[..., Steps]
) -> None:
    more_figures(archive)
    steps = press("escape", "F", "right", "right", "F")
    assert snap_compare(app, terminal_size=(80, 24), run_before=steps)


@pytest.mark.parametrize("size", [(120, 35), (80, 24)])
def test_the_plot(
    snap_compare: Compare,
    archive: FakeArchive,
    app: TppoApp,
    press: Callable[..., Steps],
    size: tuple[int, int],
) -> None:
    more_figures(archive)
    steps = press("escape", "F", "p", "tab", "right")
    assert snap_compare(app, terminal_size=size, run_before=steps)
