"""Draws the README's picture from the program: the sample archive, a search, an entity.

python -m tests.bench.screenshot docs/screenshot.svg
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from index.archive import Archive
from tui.app import TppoApp

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"


async def draw(target: Path, size: tuple[int, int] = (140, 38)) -> None:
    """Searches, goes to the sidebar, and writes the screen as SVG to ``target``."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.create(Path(folder) / "archive") as archive,
    ):
        archive.add(sorted(SEEDS.glob("*.txt")))
        app = TppoApp(archive, query="penundaan keberangkatan")
        async with app.run_test(size=size) as pilot:
            await settle()
            await pilot.press("escape")
            await settle()
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(app.export_screenshot(title="tppo-tui"), encoding="utf-8")


async def settle() -> None:
    """Lets every answer come and be drawn."""
    await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(draw(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshot.svg")))
