"""The command line: verbs and options, with nothing heavy imported."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

KINDS = (
    "articles", "ids", "paths", "urls", "text", "hits", "entities", "figures", "quotes", "series",
)  # fmt: skip
ENTITY_KINDS = ("agency", "person", "place", "offence", "law")
FORMATS = ("jsonl", "csv", "tsv", "md", "text")
SORTS = ("relevance", "newest", "oldest", "title", "outlet")
VERBS = {
    "add": "read files and folders into the archive",
    "search": "print what a query finds",
    "show": "print whole articles",
    "count": "print how many articles a query finds",
    "tag": "tag what a query finds: tag +NAME -NAME -- QUERY",
    "correct": "correct agencies, people, places ... in all articles",
    "remove": "take what a query finds out of the archive",
    "status": "print what the archive holds",
    "check": "verify the archive",
}
_VALUED = frozenset(
    (
        *("--archive", "--emit", "--format", "--limit", "--offset", "--sort", "-o", "--output"),
        *("-q", "--query", "--map", "--include", "--exclude", "--kind"),
    )
)

_DESCRIPTION = """\
Search an archive of Indonesian news from the keyboard. Without a verb, opens the interface
with QUERY filled in; what is accepted there is printed to stdout."""

_QUERY_HELP = """\
query language:
  perdagangan orang          both words, in any form (AND)
  "penundaan paspor"         the phrase          a OR b, a | b      either
  -kata, NOT kata            without             ( )                grouping
  tund*  tund~1  =Kata       prefix, similar, exactly as printed
  "a b"~5   a NEAR/5 b       near, in order; near, in any order
  lembaga:bp2mi tokoh:"Agus Andrianto" peran:tersangka tempat:batam sumber:detik,kompas
  lembaga:polri+             the agency and every unit below it; tempat:ntt+ all that lies there
  uu:21/2007 pasal:2 tindak:tppo terbit:2024-01..2024-03 angka:korban>100 tag:penting
"""

_ADD_HELP = """\
reads:
  text, Markdown, saved web pages, JSON, JSONL, CSV, TSV, and .zip and .gz of these; folders
  are read through. Fields for --map: id title body published outlet url author editor section.
  What looks as it did last time is not read again. Globs match names and paths in the folder:
  --include '*.html' --exclude 'drafts/**'"""

_EXIT_HELP = """\
exit codes: 0 printed or done, 1 no match, 2 wrong use, 130 left without a selection"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n{self.format_usage()}")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line as a namespace whose ``verb`` is None for the interface.

    Raises:
        SystemExit: 0 after ``--help`` or ``--version``, 2 for wrong use.
    """
    position = _verb_position(arguments)
    if position is None:
        parser = _interface_parser()
        options = parser.parse_args(_with_exclusions(arguments))
    else:
        verb = arguments[position]
        rest = [*arguments[:position], *arguments[position + 1 :]]
        parser, options = _verb_parser(verb, rest)
    if getattr(options, "emit", "entities") != "entities" and (options.kind or options.summary):
        parser.error("--kind and --summary go with --emit entities")
    if getattr(options, "verb", None) == "show" and options.emit in ("hits", "series"):
        parser.error(f"--emit {options.emit} needs a query: tppo-tui search QUERY")
    for only in ("checked", "matching", "totals"):
        if getattr(options, only, False) and options.emit != "figures":
            parser.error(f"--{only} goes with --emit figures")
    if getattr(options, "indirect", False):
        if options.emit != "quotes":
            parser.error("--indirect goes with --emit quotes")
        options.emit = "speech"
    return options


def _verb_position(arguments: Sequence[str]) -> int | None:
    """Where the verb stands: the first word that is no option and no option's value."""
    skip = False
    for position, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument == "--":
            return None
        elif argument in _VALUED:
            skip = True
        elif not argument.startswith("-") or argument == "-":
            return position if argument in VERBS else None
    return None


def _parser(name: str, description: str, epilog: str = "") -> _Parser:
    parser = _Parser(
        prog=name,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--archive",
        metavar="DIR",
        help="the archive; else $TPPO_ARCHIVE, else the user's data folder",
    )
    return parser


def _interface_parser() -> _Parser:
    verbs = "\n".join(f"  {verb:<8} {words}" for verb, words in VERBS.items())
    epilog = f"verbs (tppo-tui VERB --help):\n{verbs}\n\n{_QUERY_HELP}\n{_EXIT_HELP}"
    parser = _parser("tppo-tui", _DESCRIPTION, epilog)
    parser.set_defaults(verb=None, any=False, limit=None, offset=0)
    parser.add_argument("words", nargs="*", metavar="QUERY", help="- reads ids from stdin")
    parser.add_argument("-q", "--query", metavar="QUERY", help="QUERY where it is a verb's name")
    parser.add_argument("-1", "--select-1", action="store_true", help="print a single hit at once")
    parser.add_argument("--exit-0", action="store_true", help="leave at once when nothing is hit")
    parser.add_argument("--print-query", action="store_true", help="print the query first")
    voices = "one row for each text, however often it was printed (the default)"
    parser.add_argument(
        "--voices", action=argparse.BooleanOptionalAction, default=True, help=voices
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    _add_shape(parser)
    return parser


def _verb_parser(verb: str, arguments: Sequence[str]) -> tuple[_Parser, argparse.Namespace]:
    parser = _parser(
        f"tppo-tui {verb}",
        VERBS[verb][0].upper() + VERBS[verb][1:] + ".",
        f"{_QUERY_HELP}\n{_EXIT_HELP}"
        if verb in ("search", "count", "tag", "remove")
        else _EXIT_HELP,
    )
    parser.set_defaults(verb=verb)
    if verb == "tag":
        return parser, _parse_tag(parser, arguments)
    if verb == "add":
        _add_reading(parser)
    elif verb == "search":
        parser.add_argument("words", nargs="*", metavar="QUERY")
        parser.add_argument("--any", action="store_true", help="join the words by OR")
        _add_exact(parser)
        explain = "print what the search does, not what it finds: clauses, their hits and words"
        parser.add_argument("--explain", action="store_true", help=explain)
        parser.add_argument("--batch", action="store_true", help="read one query a line from stdin")
        parser.add_argument("--limit", type=_count, metavar="N")
        parser.add_argument("--offset", type=_count, default=0, metavar="N")
        _add_voices(parser)
        _add_shape(parser)
    elif verb == "show":
        parser.add_argument("ids", nargs="+", metavar="ID", help="- reads ids from stdin")
        raw = "with --emit text: what the source held, before cleaning"
        parser.add_argument("--raw", action="store_true", help=raw)
        _add_shape(parser, sort=False)
    elif verb == "count":
        parser.add_argument("queries", nargs="*", metavar="QUERY")
        parser.add_argument("--any", action="store_true", help="join the words by OR")
        _add_exact(parser)
        parser.add_argument("--batch", action="store_true", help="read one query a line from stdin")
        _add_voices(parser)
    elif verb == "correct":
        from tui.correct_arguments import add_actions

        add_actions(parser)
    elif verb == "remove":
        parser.add_argument("words", nargs="+", metavar="QUERY")
        parser.add_argument("--yes", action="store_true", help="do not ask")
    elif verb == "status":
        parser.add_argument("--format", choices=("text", "json"), default="text")
        parser.add_argument("--problems", action="store_true", help="list every problem")
    elif verb == "check":
        parser.add_argument("--rebuild", action="store_true", help="make the index anew")
        reread = "clean and annotate every article anew, by the rules of today"
        parser.add_argument("--reread", action="store_true", help=reread)
    return parser, parser.parse_args(_with_exclusions(arguments))


def _parse_tag(parser: _Parser, arguments: Sequence[str]) -> argparse.Namespace:
    # "-NAME" would be an option to argparse: the changes are taken out before it looks.
    parser.usage = "tppo-tui tag [--archive DIR] +NAME -NAME ... -- QUERY"
    before, dashes, query = list(arguments), False, list[str]()
    if "--" in before:
        position = before.index("--")
        before, query, dashes = before[:position], before[position + 1 :], True
    changes, options = list[str](), list[str]()
    for word in before:
        is_change = word[:1] in "+-" and not word.startswith("--") and word not in ("-h", "-", "+")
        (changes if is_change else options).append(word)
    parser.add_argument("words", nargs="*", metavar="QUERY")
    parsed = parser.parse_args(options)
    parsed.words = query if dashes else parsed.words
    parsed.add = [word[1:] for word in changes if word.startswith("+")]
    parsed.drop = [word[1:] for word in changes if word.startswith("-")]
    if not changes:
        parser.error("name at least one +TAG or -TAG")
    if not parsed.words:
        parser.error("a query is needed after --; '*' means every article")
    return parsed


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.epilog = f"{_ADD_HELP}\n\n{_EXIT_HELP}"
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="- reads JSONL from stdin")
    mapping = "what the columns hold: title=judul,body=isi"
    add("--map", metavar="OURS=THEIRS,...", default="", help=mapping)
    again = "(may be given several times)"
    include, exclude = f"read only these files of folders {again}", f"pass over these {again}"
    add("--include", action="append", default=[], metavar="GLOB", help=include)
    add("--exclude", action="append", default=[], metavar="GLOB", help=exclude)
    add("--prune", action="store_true", help="forget the articles whose files have gone")
    add("--watch", action="store_true", help="stay, and add what arrives until Ctrl-C")


def _add_exact(parser: argparse.ArgumentParser) -> None:
    words = "take words as printed: no other forms, nothing that means the same"
    parser.add_argument("--exact", action="store_true", help=words)


def _add_voices(parser: argparse.ArgumentParser) -> None:
    words = "let copies of one text count once"
    parser.add_argument("--voices", action="store_true", help=words)


def _add_shape(parser: argparse.ArgumentParser, *, sort: bool = True) -> None:
    group = parser.add_argument_group("what is printed")
    group.add_argument("--emit", choices=KINDS, default="articles", metavar="KIND",
                       help=" ".join(KINDS))  # fmt: skip
    group.add_argument("--kind", type=_entity_kinds, default=(), metavar="KIND,...",
                       help="of entities, only these: " + " ".join(ENTITY_KINDS))  # fmt: skip
    group.add_argument("--summary", action="store_true",
                       help="of entities, a record for each over all articles")  # fmt: skip
    group.add_argument("--format", choices=FORMATS, metavar="FORMAT",
                       help=" ".join(FORMATS) + " (text on a terminal, else jsonl)")  # fmt: skip
    indirect = "with --emit quotes: indirect speech as well; every record tells which it is"
    group.add_argument("--indirect", action="store_true", help=indirect)
    matching = "with --emit figures: only those that the query itself asks for"
    group.add_argument("--matching", action="store_true", help=matching)
    rejected = "with --emit entities: also those that a correction rejects"
    group.add_argument("--rejected", action="store_true", help=rejected)
    checked = "with --emit figures: only those that a check warns of"
    group.add_argument("--checked", action="store_true", help=checked)
    totals = "with --emit figures: sums over disjoint periods of one measure and one source"
    group.add_argument("--totals", action="store_true", help=totals)
    group.add_argument("-0", "--print0", action="store_true",
                       help="end ids, paths and urls with NUL")  # fmt: skip
    group.add_argument("-o", "--output", metavar="FILE", help="write to FILE, not to stdout")
    if sort:
        group.add_argument("--sort", choices=SORTS, metavar="ORDER", help=" ".join(SORTS))


# More than this SQLite cannot count to, and no archive holds.
_MOST = 2**62


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number") from None
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is less than 0")
    return min(number, _MOST)


def _entity_kinds(text: str) -> tuple[str, ...]:
    """The kinds of entity that ``agency,person`` names."""
    kinds = tuple(dict.fromkeys(word.strip() for word in text.split(",")))
    wrong = [word for word in kinds if word not in ENTITY_KINDS]
    if wrong:
        known = " ".join(ENTITY_KINDS)
        raise argparse.ArgumentTypeError(f"{wrong[0]!r} is no kind of entity; there are: {known}")
    return kinds


# "-malaysia" is a word of a query, "-o" and "-q" take what follows them.
_EXCLUSION = re.compile(r"-[^\W\d_hoq]\w+|-[^\W\d_]+:.*", re.DOTALL)


def _with_exclusions(arguments: Sequence[str]) -> list[str]:
    """``arguments`` with ``-word`` made safe from being read as an option."""
    # argparse takes what holds a space for no option; the query does not mind the space.
    end = arguments.index("--") if "--" in arguments else len(arguments)
    options = (f" {word}" if _EXCLUSION.fullmatch(word) else word for word in arguments[:end])
    return [*options, *arguments[end:]]
