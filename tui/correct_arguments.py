"""The command line of ``tppo-tui correct``: one action, its names, and for which articles."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from index.correction import ENTITY_KINDS, KINDS, NAMED_KINDS, Correction

ACTIONS = {
    "reject": "an agency, person ... that is none; also a figure or a quote, by its text",
    "retype": "an agency that is a place, and the like",
    "rename": "another name for it",
    "merge": "two names that are one",
    "split": "a printed form that is somebody else, or one name of two people",
    "alias": "a further printed form, looked for in all articles",
    "role": "what a person is",
    "list": "print the corrections with their numbers",
    "undo": "take a correction back, the last or number N",
}
EPILOG = """\
examples:
  tppo-tui correct reject agency 'Kantor Pusat'
  tppo-tui correct reject agency 'Polri' --form 'Polisi'
  tppo-tui correct retype 'Ruang Mawar' agency place
  tppo-tui correct rename person 'Slimy Karim' 'Silmy Karim'
  tppo-tui correct merge agency 'BNP2TKI' 'BP2MI'
  tppo-tui correct alias agency 'BP2MI' 'B2MI'
  tppo-tui correct split person 'Budi' --to 'Budi (Batam)' --in 3a2495859fc8a42a
  tppo-tui correct role 'Silmy Karim' 'Direktur Jenderal Imigrasi'
  tppo-tui correct undo 3

Corrections hold for all articles, or for those after --in. They stand in corrections.yaml in the
archive, which may be edited by hand, shared and kept under version control.
exit codes: 0 done, 1 nothing would change (and nothing is written), 2 wrong use"""


def add_actions(parser: argparse.ArgumentParser) -> None:
    """Adds the actions to the parser of the verb."""
    parser.epilog = EPILOG
    actions = parser.add_subparsers(
        dest="action", metavar="ACTION", required=True, title="actions", parser_class=type(parser)
    )
    for action, words in ACTIONS.items():
        chosen = actions.add_parser(
            action, help=words, description=f"{words[0].upper()}{words[1:]}.", allow_abbrev=False
        )
        # After the action as well as before it; there it must not take back what was said.
        chosen.add_argument("--archive", metavar="DIR", default=argparse.SUPPRESS)
        if action == "list":
            chosen.add_argument("--format", choices=("text", "json", "jsonl"))
            continue
        if action == "undo":
            chosen.add_argument("number", nargs="?", type=int, metavar="N")
        else:
            _add_subject(chosen, action)
            chosen.add_argument("--in", dest="articles", nargs="+", default=[], metavar="ID",
                                help="for these articles only")  # fmt: skip
            chosen.add_argument("--note", metavar="TEXT", help="why, for those who read the file")
        dry_run = "print how many articles would change, and change none"
        chosen.add_argument("--dry-run", action="store_true", help=dry_run)


def _add_subject(chosen: argparse.ArgumentParser, action: str) -> None:
    add = chosen.add_argument
    if action == "role":
        add("name", metavar="PERSON")
        add("to", metavar="ROLE")
    elif action == "retype":
        add("name", metavar="NAME")
        add("kind", choices=NAMED_KINDS, metavar="KIND", help="what it is taken for")
        add("to", choices=NAMED_KINDS, metavar="KIND", help="what it is")
    else:
        kinds: Sequence[str] = KINDS if action == "reject" else ENTITY_KINDS
        kinds = NAMED_KINDS if action == "split" else kinds
        add("kind", choices=kinds, metavar="KIND", help=" ".join(kinds))
        add("name", metavar="NAME")
    if action == "rename":
        add("to", metavar="NEW", help="what it is to be called")
    elif action == "merge":
        add("to", metavar="OTHER", help="the name that stays")
    elif action == "alias":
        add("form", metavar="FORM", help="as it is printed")
    elif action == "reject":
        add("--form", metavar="FORM", help="only what is printed like this")
    elif action == "split":
        add("--form", metavar="FORM", help="the printed form that is somebody else")
        add("--to", metavar="NEW", help="what that one is called; else FORM")


def correction_of(options: argparse.Namespace) -> Correction:
    """The correction that the options ask for."""
    return Correction(
        options.action,
        getattr(options, "kind", "person"),
        options.name,
        getattr(options, "form", None),
        getattr(options, "to", None),
        tuple(options.articles),
        options.note,
    )
