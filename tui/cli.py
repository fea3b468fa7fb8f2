"""The command ``tppo-tui``: parses, dispatches, and turns what happens into an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from tui.output.exit_codes import Exit


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line; gives the exit code."""
    from tui.arguments import parse
    from tui.terminal import reopen_missing_streams

    reopen_missing_streams()
    options = parse(sys.argv[1:] if arguments is None else arguments)
    from index.errors import ArchiveError
    from tui.output.writer import OutputError, say

    try:
        if options.verb is None:
            if options.version:
                from importlib.metadata import version

                print(f"tppo-tui {version('tppo-tui')}")
                return Exit.DONE
            from tui.interface import open_interface

            return open_interface(options, voices=options.voices)
        return _verb(options)
    except (ArchiveError, OutputError) as error:
        say(str(error))
        return Exit.WRONG
    except KeyboardInterrupt:
        return Exit.LEFT


def _verb(options: argparse.Namespace) -> int:
    from tui import upkeep, verbs

    if options.verb == "correct":
        from tui.correct import correct

        return correct(options)
    call: dict[str, Callable[[argparse.Namespace], int]] = {
        "add": upkeep.add,
        "search": verbs.search,
        "show": verbs.show,
        "count": verbs.count,
        "tag": upkeep.tag,
        "remove": upkeep.remove,
        "status": upkeep.status,
        "check": upkeep.check,
    }
    return call[options.verb](options)


if __name__ == "__main__":
    sys.exit(main())
