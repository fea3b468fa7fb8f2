"""The one table of commands: bindings, footer, help and palette all read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tui.i18n import catalogue, text

if TYPE_CHECKING:
    from textual.binding import BindingType


class Place(StrEnum):
    """Where a key holds: the whole program, the main screen, one of its panes, a list over it."""

    EVERYWHERE = "everywhere"
    MAIN = "main"
    SEARCH = "search"
    RESULTS = "results"
    READER = "reader"
    ENTITIES = "entities"
    HELP = "help"
    CLEANING = "cleaning"
    ENTITY = "entity"
    CORRECTION = "correction"
    LEDGER = "ledger"
    FILTER = "filter"
    PLOT = "plot"


Keys = Mapping[Place, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """Something a key does.

    ``keys`` gives the keys, in Textual's spelling, by the place where they hold. ``footer`` is
    the rank in the footer (1 is the leftmost, 0 is not shown). ``runnable`` commands can be run
    from the help list and the palette too; the others make sense only as a key.
    """

    id: str
    action: str
    keys: Keys
    footer: int = 0
    runnable: bool = True

    @property
    def words(self) -> str:
        """What it does, in a sentence."""
        return text(f"command.{self.id}")

    @property
    def word(self) -> str:
        """What it does, in one or two words for the footer."""
        return text(f"footer.{self.id}")

    @property
    def short_word(self) -> str:
        """What it does, in as few letters as can be understood, for a narrow footer."""
        known = f"footer.short.{self.id}"
        return text(known) if known in catalogue("en") else self.word

    def keys_at(self, place: Place) -> tuple[str, ...]:
        """The keys that do it when ``place`` has the focus, the nearest first."""
        return tuple(key for at in _reach(place) for key in self.keys.get(at, ()))


_APART = (
    *(Place.HELP, Place.CLEANING, Place.ENTITY, Place.CORRECTION, Place.LEDGER, Place.FILTER),
    Place.PLOT,
)


def _reach(place: Place) -> tuple[Place, ...]:
    if place in _APART:
        return (place, Place.EVERYWHERE)
    return tuple(dict.fromkeys((place, Place.MAIN, Place.EVERYWHERE)))


def _panes(*keys: str) -> dict[Place, tuple[str, ...]]:
    """Keys that hold in the three panes where letters are commands."""
    return dict.fromkeys((Place.RESULTS, Place.READER, Place.ENTITIES), keys)


def _moving(*keys: str) -> dict[Place, tuple[str, ...]]:
    """Keys that move about, in the three panes and on the pages over them."""
    pages = (Place.CLEANING, Place.ENTITY, Place.LEDGER)
    return {**_panes(*keys), **dict.fromkeys(pages, keys)}


COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "mark",
        "screen.mark",
        {Place.RESULTS: ("space",), Place.READER: ("space",), Place.SEARCH: ("ctrl+t",)},
        footer=1,
    ),
    Command(
        "narrow",
        "screen.narrow",
        {Place.ENTITIES: ("enter",)},
        footer=2,
    ),
    Command(
        "accept",
        "screen.accept",
        {Place.SEARCH: ("enter",), Place.RESULTS: ("enter",), Place.READER: ("enter",)},
        footer=2,
    ),
    Command(
        "next_hit",
        "screen.step(1)",
        {Place.RESULTS: ("n",), Place.READER: ("n",)},
        footer=3,
    ),
    Command("previous_hit", "screen.step(-1)", {Place.RESULTS: ("N",), Place.READER: ("N",)}),
    Command("next_mention", "screen.step_mention(1)", {Place.ENTITIES: ("n",)}, footer=1),
    Command("previous_mention", "screen.step_mention(-1)", {Place.ENTITIES: ("N",)}),
    Command("correct", "screen.correct", {Place.ENTITIES: ("e",)}, footer=3),
    Command("focus_search", "screen.focus_pane('search')", _panes("slash"), footer=4),
    Command(
        "focus_results",
        "screen.focus_pane('results')",
        {
            Place.SEARCH: ("escape",),
            Place.READER: ("escape",),
            Place.ENTITIES: ("escape",),
        },
        footer=3,
    ),
    Command("next_pane", "screen.next_pane(1)", {Place.MAIN: ("tab",)}, footer=5),
    Command("previous_pane", "screen.next_pane(-1)", {Place.MAIN: ("shift+tab",)}),
    Command("sort", "screen.sort", _panes("s")),
    Command("mark_all", "screen.mark_all", {Place.RESULTS: ("a",)}),
    Command("only_marked", "screen.only_marked", {Place.RESULTS: ("m",)}),
    Command("back", "screen.back", {Place.RESULTS: ("escape",)}),
    Command("copies", "screen.copies", {Place.RESULTS: ("c",)}, footer=6),
    Command("voices", "screen.voices", _panes("v")),
    Command("cleaning", "screen.cleaning", _panes("x"), footer=7),
    Command("figures", "screen.figures", _panes("f"), footer=7),
    Command("ledger", "screen.ledger", _panes("F"), footer=5),
    Command("entity", "screen.entity", {Place.ENTITIES: ("p",)}, footer=3),
    Command("down", "screen.move('down')", {Place.SEARCH: ("down",), **_moving("down", "j")}),
    Command("up", "screen.move('up')", {Place.SEARCH: ("up",), **_moving("up", "k")}),
    Command(
        "page_down",
        "screen.move('page_down')",
        {Place.SEARCH: ("pagedown",), **_moving("pagedown")},
    ),
    Command("page_up", "screen.move('page_up')", {Place.SEARCH: ("pageup",), **_moving("pageup")}),
    Command("first", "screen.move('first')", _moving("home", "g")),
    Command("last", "screen.move('last')", _moving("end", "G")),
    Command("light", "app.light", {}),
    Command("palette", "app.command_palette", {Place.EVERYWHERE: ("ctrl+p",)}, runnable=False),
    Command("suspend", "app.suspend", {Place.EVERYWHERE: ("ctrl+z",)}),
    Command("interrupt", "app.interrupt", {Place.EVERYWHERE: ("ctrl+c",)}, runnable=False),
    Command(
        "help",
        "screen.help",
        {Place.MAIN: ("f1",), **_panes("question_mark")},
        footer=8,
        runnable=False,
    ),
    Command("quit", "app.leave", {Place.EVERYWHERE: ("ctrl+q",), **_panes("q")}, footer=9),
    Command("run", "screen.run", {Place.HELP: ("enter",)}, runnable=False),
    Command("close_help", "screen.close", {Place.HELP: ("escape", "f1")}, runnable=False),
    Command("help_down", "screen.down", {Place.HELP: ("down",)}, runnable=False),
    Command("help_up", "screen.up", {Place.HELP: ("up",)}, runnable=False),
    Command("raw_text", "screen.raw_text", {Place.CLEANING: ("r",)}, footer=1, runnable=False),
    Command(
        "close_cleaning",
        "screen.close",
        {Place.CLEANING: ("escape", "q", "x")},
        footer=2,
        runnable=False,
    ),
    Command("narrow_to_it", "screen.narrow", {Place.ENTITY: ("enter",)}, footer=1, runnable=False),
    Command("scope", "screen.scope", {Place.ENTITY: ("r",)}, footer=2, runnable=False),
    Command(
        "close_entity",
        "screen.close",
        {Place.ENTITY: ("escape", "q", "p")},
        footer=3,
        runnable=False,
    ),
    Command("apply", "screen.apply", {Place.CORRECTION: ("enter",)}, footer=1, runnable=False),
    Command("all_or_this", "screen.scope", {Place.CORRECTION: ("tab",)}, footer=2, runnable=False),
    Command("undo", "screen.undo", {Place.CORRECTION: ("u",)}, footer=3, runnable=False),
    Command(
        "close_correction",
        "screen.close",
        {Place.CORRECTION: ("escape",)},
        footer=4,
        runnable=False,
    ),
    Command("choose_down", "screen.move('down')", {Place.CORRECTION: ("down",)}, runnable=False),
    Command("choose_up", "screen.move('up')", {Place.CORRECTION: ("up",)}, runnable=False),
    Command("jump", "screen.jump", {Place.LEDGER: ("enter",)}, footer=1, runnable=False),
    Command("sort_column", "screen.sort", {Place.LEDGER: ("s",)}, footer=2, runnable=False),
    Command("filter_rows", "screen.filter", {Place.LEDGER: ("slash",)}, footer=3, runnable=False),
    Command(
        "same", "screen.same(True)", {Place.LEDGER: ("equals_sign",)}, footer=4, runnable=False
    ),
    Command("other", "screen.same(False)", {Place.LEDGER: ("exclamation_mark",)}, runnable=False),
    Command("group", "screen.group", {Place.LEDGER: ("F",)}, footer=5, runnable=False),
    Command("mark_row", "screen.mark", {Place.LEDGER: ("space",)}, footer=8, runnable=False),
    Command("mark_rows", "screen.mark_all", {Place.LEDGER: ("a",)}, runnable=False),
    Command("plot", "screen.plot", {Place.LEDGER: ("p",)}, footer=6, runnable=False),
    Command("reasons", "screen.reasons", {Place.LEDGER: ("w",)}, footer=7, runnable=False),
    Command("warned", "screen.warned", {Place.LEDGER: ("c",)}, footer=7, runnable=False),
    Command("asked", "screen.scope", {Place.LEDGER: ("r",)}, runnable=False),
    Command("ledger_voices", "screen.voices", {Place.LEDGER: ("v",)}, runnable=False),
    Command("column_left", "screen.move('left')", {Place.LEDGER: ("left", "h")}, runnable=False),
    Command("column_right", "screen.move('right')", {Place.LEDGER: ("right", "l")}, runnable=False),
    Command(
        "ledger_help",
        "screen.help",
        {Place.LEDGER: ("question_mark", "f1")},
        footer=9,
        runnable=False,
    ),
    Command(
        "ledger_back", "screen.back", {Place.LEDGER: ("escape", "q")}, footer=10, runnable=False
    ),
    Command("end_filter", "screen.end_filter(True)", {Place.FILTER: ("enter",)}, runnable=False),
    Command("drop_filter", "screen.end_filter(False)", {Place.FILTER: ("escape",)}, runnable=False),
    Command(
        "next_point", "screen.step(1)", {Place.PLOT: ("right", "l", "n")}, footer=1, runnable=False
    ),
    Command("previous_point", "screen.step(-1)", {Place.PLOT: ("left", "h", "N")}, runnable=False),
    Command("next_kind", "screen.kind(1)", {Place.PLOT: ("down", "j")}, footer=3, runnable=False),
    Command("previous_kind", "screen.kind(-1)", {Place.PLOT: ("up", "k")}, runnable=False),
    Command("source", "screen.source", {Place.PLOT: ("tab",)}, footer=4, runnable=False),
    Command("logarithmic", "screen.logarithmic", {Place.PLOT: ("o",)}, footer=5, runnable=False),
    Command("jump_to_point", "screen.jump", {Place.PLOT: ("enter",)}, footer=2, runnable=False),
    Command(
        "plot_help",
        "screen.help",
        {Place.PLOT: ("question_mark", "f1")},
        footer=9,
        runnable=False,
    ),
    Command(
        "close_plot", "screen.close", {Place.PLOT: ("escape", "q", "p")}, footer=10, runnable=False
    ),
)

ALWAYS: Final = ("help", "quit", "ledger_help", "ledger_back", "plot_help", "close_plot")
"""The commands that no footer may drop."""
ESSENTIAL: Final = (
    "accept",
    "narrow",
    "next_pane",
    "jump",
    "sort_column",
    "same",
    "group",
    "next_point",
)
"""The commands that a narrow footer shows before any other: what Enter does, and the way on."""
FOOTER_ENTRIES: Final = 6
ROOMY_ENTRIES: Final = 9
"""What a footer may show on a terminal with room for it."""


def bindings(place: Place) -> list[BindingType]:
    """Textual's bindings for one place; each carries the id ``command@place``."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join(command.keys[place]),
            command.action,
            command.words,
            show=False,
            id=f"{command.id}@{place}",
        )
        for command in COMMANDS
        if place in command.keys
    ]


def footer(
    place: Place, *, most: int = FOOTER_ENTRIES, narrow: bool = False
) -> list[tuple[str, Command]]:
    """``(key, command)`` for the footer at ``place``: at most ``most``, help and quit the last.

    A ``narrow`` one has all the essential commands, so that what is dropped of it is not those.
    """
    shown = sorted(
        (command for command in COMMANDS if command.footer and command.keys_at(place)),
        key=lambda command: command.footer,
    )
    if place in (Place.LEDGER, Place.PLOT):
        # Its own q and Esc are enough of a way out; the room is for what a table can do.
        shown = [command for command in shown if command.id != "quit"]
    kept = ALWAYS + (ESSENTIAL if narrow else ())
    others = [command for command in shown if command.id not in kept]
    room = most - (len(shown) - len(others))
    return [
        (key_name(command.keys_at(place)[0]), command)
        for command in shown
        if command.id in kept or command in others[:room]
    ]


def listing() -> Iterator[tuple[Place, Command, tuple[str, ...]]]:
    """Every command once for each place where it holds, place by place; then those without key."""
    for place in Place:
        for command in COMMANDS:
            if place in command.keys:
                yield place, command, command.keys[place]
    for command in COMMANDS:
        if not command.keys:
            yield Place.EVERYWHERE, command, ()


def key_name(key: str) -> str:
    """A key as people write it: ``ctrl+q`` -> ``Ctrl-Q``, ``question_mark`` -> ``?``."""
    known = f"key.{key}"
    if known in catalogue("en"):
        return text(known)
    if key.startswith("ctrl+"):
        return f"Ctrl-{key.removeprefix('ctrl+').upper()}"
    return key.upper() if len(key) > 1 else key
