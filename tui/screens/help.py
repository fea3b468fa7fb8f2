"""What the keys do: a list to read, to filter by typing, and to run from."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.commands import COMMANDS, Command, Place, bindings, key_name, listing
from tui.i18n import text
from tui.widgets.search_box import inert

KEY_COLUMN = 16
STYLES = Path(__file__).parent.parent / "styles" / "help.tcss"


class HelpScreen(ModalScreen[Command | None], inherit_bindings=False):
    """Lists every command by the place where it holds, the place one comes from first."""

    BINDINGS = bindings(Place.HELP)
    AUTO_FOCUS = "#help-filter"
    CSS_PATH = STYLES

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._from = place
        self._commands: list[Command | None] = []
        self._input = Input(id="help-filter", placeholder=text("help.filter"))
        self._input.cursor_blink = False
        self._list = OptionList(id="help-list", markup=False)
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        """A filter, and the list."""
        with Vertical(id="help") as box:
            box.border_title = text("help.title")
            yield self._input
            yield self._list

    def on_mount(self) -> None:
        """Lists everything."""
        self._fill("")

    @property
    def shown(self) -> list[Command]:
        """The commands that the filter lets through."""
        return [command for command in self._commands if command is not None]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filters by every word typed, in the sentence, the key or the place."""
        self._fill(event.value)

    def _fill(self, query: str) -> None:
        words = inert(query).casefold().split()
        options: list[Option] = []
        self._commands = []
        places = sorted(Place, key=lambda place: place is not self._from)
        rows = list(listing())
        for place in places:
            heading = text(f"place.{place.value}")
            chosen = [
                (command, keys)
                for at, command, keys in rows
                if at is place and _matches(words, command, keys, heading)
            ]
            if chosen:
                if options:
                    self._add(options, Content(""), None)
                self._add(options, Content.styled(heading, "bold $primary"), None)
            for command, keys in chosen:
                self._add(options, _line(command, keys), command)
        if not options:
            self._add(options, Content.styled(text("help.none"), "$faint"), None)
        self._list.set_options(options)
        self._list.action_first()
        self._list.scroll_home(animate=False)

    def _add(self, options: list[Option], content: Content, command: Command | None) -> None:
        options.append(Option(content, disabled=command is None))
        self._commands.append(command)

    def action_down(self) -> None:
        """The next command."""
        self._list.action_cursor_down()

    def action_up(self) -> None:
        """The command before."""
        self._list.action_cursor_up()

    def action_run(self) -> None:
        """Closes the list and runs the command under the cursor."""
        at = self._list.highlighted
        command = None if at is None else self._commands[at]
        if command is not None:
            self.dismiss(command if command.runnable else None)

    def action_close(self) -> None:
        """Closes the list."""
        self.dismiss(None)

    def on_input_submitted(self) -> None:
        """Enter in the filter runs the command."""
        self.action_run()

    def on_option_list_option_selected(self) -> None:
        """A click runs the command."""
        self.action_run()


def _names(keys: tuple[str, ...]) -> str:
    """The keys of a command; one that has none is run from the palette, so the palette's."""
    if not keys:
        palette = next(command for command in COMMANDS if command.id == "palette")
        keys = palette.keys_at(Place.EVERYWHERE)
    return " ".join(key_name(key) for key in keys)


def _matches(words: list[str], command: Command, keys: tuple[str, ...], heading: str) -> bool:
    searched = f"{command.words} {_names(keys)} {heading}".casefold()
    return all(word in searched for word in words)


def _line(command: Command, keys: tuple[str, ...]) -> Content:
    names = _names(keys)
    gap = " " * max(1, KEY_COLUMN - len(names))
    return Content.assemble((names, "bold"), gap, command.words)
