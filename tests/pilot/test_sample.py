"""The interface on the real sample archive: what only real searches and real articles show."""

from __future__ import annotations

from index.archive import Archive
from tests.pilot.conftest import until
from tui.app import TppoApp
from tui.widgets.entity_sidebar import EntitySidebar

KEYS = ["escape", "slash", "ctrl+u", *"kamboja", "escape", "tab", "n", "n", "n", "tab"]


async def test_a_sidebar_that_was_filled_while_hidden_has_its_whole_width(
    sample_archive: Archive,
) -> None:
    app = TppoApp(sample_archive, query="korban")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(1)
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause(0.02)
        sidebar = app.main.query_one(EntitySidebar)
        # In one line, in a pane of 29 columns.
        await until(
            pilot,
            lambda: any("Direktorat Jenderal" in str(option.prompt) for option in sidebar.options),
        )
