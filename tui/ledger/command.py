"""The command line that prints what the ledger shows."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

_MOST_IDS = 3


def command(
    query: str,
    *,
    among: Sequence[str] | None = None,
    sort: str = "relevance",
    voices: bool = False,
    asked: bool = False,
    archive: Path | None = None,
) -> str:
    """A command for a shell that prints the figures of the same articles as CSV.

    Articles that were named stand in it by their ids, or where they are many are read from stdin.
    ``asked`` keeps to the figures that the query asks for; ``archive`` is named where the program
    would not open it by itself.
    """
    options = ["--emit", "figures"]
    if among is None:
        words = ["search", query]
        if sort != "relevance":
            options += ["--sort", sort]
        if voices:
            options.append("--voices")
        if asked:
            options.append("--matching")
    else:
        words = ["show", *(among if len(among) <= _MOST_IDS else "-")]
    options += ["--format", "csv"]
    if archive is not None:
        options += ["--archive", str(archive)]
    return shlex.join(["tppo-tui", *words, *options])
