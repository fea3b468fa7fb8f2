"""Warnings of checks in the interface."""

from __future__ import annotations

from dataclasses import replace

from tests.pilot.conftest import Settle
from tests.pilot.fake_archive import FakeArchive, figure, three_articles
from tui.app import TppoApp
from tui.widgets.entity_sidebar import EntitySidebar

BODY = "Polisi menolong 100 orang, terdiri dari 60 pria dan 38 wanita."


async def test_a_figure_that_a_check_warns_of_is_marked(settle: Settle) -> None:
    article = three_articles()[0]
    figures = tuple(
        replace(figure(BODY, form, number, "victims"), unit=form.split()[1])
        for form, number in (("100 orang", 100), ("60 pria", 60), ("38 wanita", 38))
    )
    notes = replace(article.annotations, people=(), agencies=(), figures=figures)
    app = TppoApp(FakeArchive([replace(article, body=BODY, annotations=notes)]))
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        options = app.main.query_one(EntitySidebar).options
        prompts = [" ".join(str(option.prompt).split()) for option in options]
        (marked,) = [prompt for prompt in prompts if "! " in prompt]
        assert marked.startswith("100 orang")
        assert marked.endswith("Its parts add up to 98 only, printed is 100.")
    app.librarian.close()
