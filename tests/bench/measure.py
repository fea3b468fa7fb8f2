"""What the program reaches on this machine, as whole processes in a real terminal.

    python -m tests.bench.measure [--articles FILE.jsonl] [--runs 10]

Prints medians (and the range): ``--help``, the first frame on the seeds, ``add`` of the articles
with everything extracted, and key press to repainted results on them. Without ``--articles`` the
seeds stand in. Absolute times are of this machine and this moment; compare within one run.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.terminal.terminal import PROGRAM, Terminal

SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=SEEDS)
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = folder
        os.environ.pop("TPPO_ARCHIVE", None)
        report("--help", [timed(help_text) for _ in range(options.runs)])
        subprocess.run([*PROGRAM, "count"], check=True, capture_output=True)
        report("first frame on the seeds", [first_frame([]) for _ in range(options.runs)])
        archive = Path(folder) / "archive"
        report(f"add {options.articles.name}", [timed(lambda: add(options.articles, archive))])
        found = subprocess.run(
            [*PROGRAM, "--archive", str(archive), "count"], check=True, capture_output=True
        )
        print(f"{'articles':<42}{found.stdout.decode().strip():>8}")
        report("key press to repainted results", key_presses(archive, options.runs))


def report(what: str, seconds: list[float]) -> None:
    """A line: median, smallest, largest, in milliseconds."""
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{what:<42}{middle * 1000:>8.0f} ms  ({low * 1000:.0f} to {high * 1000:.0f})")


def timed(action: Callable[[], object]) -> float:
    """How long ``action`` takes, in seconds."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def help_text() -> None:
    """The whole process ``tppo-tui --help``."""
    subprocess.run([*PROGRAM, "--help"], check=True, capture_output=True)


def add(articles: Path, archive: Path) -> None:
    """The whole process ``tppo-tui add``."""
    command = [*PROGRAM, "--archive", str(archive), "add", str(articles)]
    subprocess.run(command, check=True, capture_output=True)


def first_frame(arguments: list[str]) -> float:
    """Seconds from the start of the process to the first characters on the screen."""
    begun = time.perf_counter()
    with Terminal([*PROGRAM, *arguments], columns=120, lines=40) as terminal:
        while not terminal.text.strip():
            terminal.read()
        return time.perf_counter() - begun


def key_presses(archive: Path, runs: int) -> list[float]:
    """Seconds from a key to the screen with the results of the new query."""
    seconds = []
    with Terminal([*PROGRAM, "--archive", str(archive)], columns=160, lines=45) as terminal:
        terminal.wait_for("newest")
        terminal.settle(1.0)
        for word in ("korban", "imigrasi", "paspor", "tppo", "polisi")[: max(1, runs // 2)]:
            for key in word:
                terminal.settle(0.3)
                before = below_the_box(terminal)
                begun = time.perf_counter()
                terminal.type(key)
                shown = None
                for arrived, data in terminal.record(0.4):
                    terminal.draw(data)
                    if shown is None and below_the_box(terminal) != before:
                        shown = arrived
                # A key that changes no hit cannot be seen; it is left out.
                if shown is not None:
                    seconds.append(shown - begun)
            terminal.type("\x15")
            terminal.settle(0.5)
    return seconds


def below_the_box(terminal: Terminal) -> str:
    """The screen without the search box, whose echo comes before the results."""
    return "\n".join(terminal.text.splitlines()[3:])


if __name__ == "__main__":
    main()
