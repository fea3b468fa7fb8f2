"""Opening the interface: terminal first, then ids from stdin, then the app, then stdout."""

from __future__ import annotations

import argparse
import os
import sys

from tui.location import open_archive
from tui.output.exit_codes import Exit
from tui.output.writer import Writer, say
from tui.terminal import NoTerminal, open_terminal
from tui.verbs import known_ids, print_articles, say_diagnostics, shape_of, wanted


def open_interface(options: argparse.Namespace, *, voices: bool = True) -> int:
    """Runs the interface and prints what was accepted; gives the exit code.

    With ``voices`` the list has one row for each text to begin with, however often it was printed.
    """
    reads_ids = options.words == ["-"]
    query = options.query or ("" if reads_ids else " ".join(options.words))
    with open_archive(options.archive) as archive:
        among: list[str] | None = None
        if reads_ids:
            text = sys.stdin.buffer.read().decode("utf-8", "replace")
            among = list(known_ids(archive, text.replace("\0", "\n").split()))
            if not among:
                say("none of the ids on stdin is in the archive")
                return Exit.NO_MATCH
        if options.select_1 or options.exit_0:
            results = archive.search(query, limit=2, among=among, snippets=False)
            if results.failed:
                say_diagnostics(results)
                return Exit.WRONG
            if results.total == 0 and options.exit_0:
                return Exit.NO_MATCH
            if results.total == 1 and options.select_1:
                with Writer(shape_of(options)) as writer:
                    if options.print_query:
                        writer.write_text(query + "\n")
                    what = wanted(options, results.searched)
                    print_articles(archive, [results.hits[0].id], writer, what)
                return Exit.DONE
        try:
            terminal = open_terminal()
        except NoTerminal as error:
            say(str(error))
            return Exit.WRONG
        # Textual paints at most so often a second; its 60 alone would cost 16 ms of each key.
        os.environ.setdefault("TEXTUAL_FPS", "120")
        from tui.app import run

        outcome = run(
            archive,
            query=query,
            among=among,
            sort=options.sort or "relevance",
            voices=voices,
            tty=terminal,
        )
        if outcome.ids is None:
            return outcome.return_code
        with Writer(shape_of(options)) as writer:
            if options.print_query:
                writer.write_text(outcome.query + "\n")
            print_articles(archive, outcome.ids, writer, wanted(options, outcome.searched))
    return Exit.DONE if writer.count else Exit.NO_MATCH
