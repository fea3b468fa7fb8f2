"""Correcting an entry of the sidebar: what is wrong, for which articles, and how many change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from index.correction import Correction
from index.text import clean_line
from tui.commands import Place, bindings
from tui.correcting import Choice, Need, choices, correction, forms
from tui.entries import Entry, Kind
from tui.i18n import text
from tui.librarian import Librarian
from tui.messages import CorrectionCounted, NamesFound
from tui.widgets.key_line import KeyLine
from tui.widgets.search_box import inert
from tui.wording import correction_words

STYLES = Path(__file__).parent.parent / "styles" / "correction.tcss"


@dataclass(frozen=True, slots=True)
class Undo:
    """The last correction is to be taken back."""


class CorrectionScreen(ModalScreen[Correction | Undo | None], inherit_bindings=False):
    """A list of what can be done, a line to type a name into, and what would come of it.

    Keys act on the list; where a name is needed, Enter goes to the line and letters are typed.
    """

    BINDINGS = bindings(Place.CORRECTION)
    AUTO_FOCUS = ""
    CSS_PATH = STYLES
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012

    def __init__(
        self, entry: Entry, article: str, librarian: Librarian, looks: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._entry, self._article = entry, article
        self._librarian, self._looks = librarian, looks
        self._choices = choices(entry)
        # A number of one article is seldom wrong in others.
        self._for_all = entry.kind is not Kind.FIGURE
        self._asked: Correction | None = None
        self._count: CorrectionCounted | None = None
        self._names: Sequence[str] = ()
        self._list = OptionList(id="correction-list", markup=False)
        self._list.can_focus = False
        self._input = Input(id="correction-name", select_on_focus=False)
        self._input.cursor_blink = False
        self._found = OptionList(id="correction-names", markup=False)
        self._found.can_focus = False
        self._room = Static("", id="correction-room")
        self._said = Static("", id="correction-said", markup=False)
        self._last = Static("", id="correction-last", markup=False)

    def compose(self) -> ComposeResult:
        """From top to bottom: what can be done, the name, what would come of it, the keys."""
        with Vertical(id="correction") as box:
            # Never a string here: names would be read as markup.
            box.border_title = Content(text("correction.title", name=self._entry.label))
            box.border_subtitle = text(f"correction.kind.{self._entry.field}")
            yield self._list
            yield self._input
            yield self._found
            yield self._room
            yield self._said
            yield self._last
            yield KeyLine(Place.CORRECTION)

    def on_mount(self) -> None:
        """Lists what can be done."""
        self._list.set_options(
            Option(Content(text(f"correction.{choice.id}"))) for choice in self._choices
        )
        self._put_away()
        self._list.highlighted = 0

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return self._choices[self._list.highlighted or 0]

    @property
    def typing(self) -> bool:
        """Whether letters are typed into the line."""
        return self.focused is self._input

    @property
    def wanted(self) -> Correction | None:
        """The correction as it stands; None while a name is missing."""
        article = None if self._for_all else self._article
        typed = self._input.value if self._input.display else ""
        return correction(self._entry, self.choice, typed, article)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another thing to do: its line to type into, and its count."""
        if event.option_list is self._list:
            self._put_away()
            self._ask()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click chooses; on a name, it is taken."""
        if event.option_list is self._found:
            self._take_name()
        else:
            self.action_apply()

    def on_input_changed(self) -> None:
        """What is typed is counted, and names that begin so are listed."""
        self._ask()
        self._suggest()

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        self.action_apply()

    def action_apply(self) -> None:
        """Takes the name under the cursor; goes to the line; or closes with the correction."""
        if self.choice.need is not Need.NOTHING and not self.typing:
            self._type()
        elif self.typing and self._found.display and self._found.highlighted is not None:
            self._take_name()
        elif (wanted := self.wanted) is None:
            self._tell("correction.name_missing")
        elif self._count is None or self._count.changed:
            self.dismiss(wanted)

    def _type(self) -> None:
        self._input.placeholder = text(f"correction.need.{self.choice.id}")
        self._input.display = True
        with self.prevent(Input.Changed):
            self._input.value = self._first_text()
        self._input.cursor_position = len(self._input.value)
        self._input.focus()
        self._ask()
        self._suggest()

    def _first_text(self) -> str:
        if self.choice.id == "rename":
            return self._entry.value
        if self.choice.need is Need.FORM:
            return next((each for each in forms(self._entry) if each != self._entry.value), "")
        return ""

    def _take_name(self) -> None:
        at = self._found.highlighted
        if at is not None:
            self._input.value = self._names[at]
            self._input.cursor_position = len(self._input.value)
            self._list_names(())

    def _suggest(self) -> None:
        """Lists the names that may be meant: of the archive, or the printed forms."""
        typed = inert(self._input.value).strip()
        if self.choice.need is Need.FORM:
            self.show_names(NamesFound(typed, forms(self._entry)))
        elif self.choice.need is Need.NAME and typed:
            self._librarian.names(self._entry.field, typed)
        else:
            self._list_names(())

    def show_names(self, message: NamesFound) -> None:
        """Lists names below the line; none that is typed already."""
        if message.beginning != inert(self._input.value).strip() or not self.typing:
            return
        self._list_names([name for name in message.names if name != message.beginning])

    def _list_names(self, names: Sequence[str]) -> None:
        self._names = names
        self._found.set_options(Option(Content(clean_line(name))) for name in names)
        self._found.highlighted = None
        self._found.display = bool(names)
        self._room.display = not names

    def _put_away(self) -> None:
        """Takes the line away, and the names below it."""
        self._input.display = False
        self._list_names(())

    def _ask(self) -> None:
        """Asks how many articles would change."""
        wanted = self.wanted
        self._count = None
        self._asked = wanted
        self._librarian.count_correction(wanted)
        self._show()

    def show_count(self, message: CorrectionCounted) -> None:
        """Shows how many articles would change, and the last correction that was made."""
        if message.correction == self._asked:
            self._count = message
            self._show()
        words = "" if message.last is None else correction_words(message.last)
        line = text("correction.last", words=words) if words else ""
        self._last.update(Content.styled(line, self._looks["faint"]))

    def _show(self) -> None:
        scope = text("correction.all" if self._for_all else "correction.this")
        count = self._count
        if self._asked is None:
            words = text("correction.name_missing" if self.typing else "correction.name_first")
        elif count is None:
            words = text("correction.counting")
        elif count.problem:
            words = clean_line(count.problem)
        elif count.changed:
            words = text("correction.count", count=count.changed)
        else:
            words = text("correction.none")
        wrong = count is not None and not count.changed and self._asked is not None
        colour = self._looks["problem"] if wrong else "bold"
        self._said.update(
            Content("\n").join([Content.styled(scope, "$accent"), Content.styled(words, colour)])
        )

    def action_scope(self) -> None:
        """Changes between all articles and this one."""
        self._for_all = not self._for_all
        self._ask()

    def action_move(self, direction: str) -> None:
        """Moves in the list, or among the names while one types."""
        moved = self._found if self.typing else self._list
        if not moved.display:
            return
        if direction == "down":
            moved.action_cursor_down()
        else:
            moved.action_cursor_up()

    def action_undo(self) -> None:
        """Closes, to take the last correction back."""
        if self._last.content:
            self.dismiss(Undo())

    def action_close(self) -> None:
        """Leaves the line, then the screen."""
        if self.typing:
            self.set_focus(None)
            self._put_away()
            self._ask()
        else:
            self.dismiss(None)

    def _tell(self, key: str) -> None:
        self.app.notify(text(key), timeout=4, markup=False)
