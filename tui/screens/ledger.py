"""The ledger: the figures of all hits as a table to sort, narrow, group and jump from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from index.article import Progress
from index.check import Check
from index.reported import Reported
from index.text import clean_line
from tui.check_wording import check_words
from tui.commands import Command, Place
from tui.i18n import text
from tui.ledger.amounts import unit_words
from tui.ledger.columns import COLUMNS
from tui.ledger.detail import WARNING, Passage, detail
from tui.ledger.frequency import Group
from tui.ledger.scope import Scope
from tui.ledger.sheet import Narrowing, Sheet
from tui.librarian import Librarian
from tui.marks import Marks
from tui.messages import ChecksFound, LedgerRead
from tui.screens.sheets import SheetScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.sheet_table import MARK, SheetTable
from tui.wording import SEPARATOR, count_of_articles

BUSY_AFTER = 0.2  # seconds; what comes sooner shows no sign that it is on its way
PAUSE = 0.05  # seconds that the cursor rests before the sentence is fetched
STYLES = Path(__file__).parent.parent / "styles" / "ledger.tcss"
Printed = tuple[str, str, int]
"""Where a figure stands: id of the article, part of it, and offset in that part."""


class LedgerScreen(SheetScreen, inherit_bindings=False):
    """A table over figures; dismissed with the row to jump to, or None.

    ``command(scope)`` is the command line that prints the same.
    """

    CSS_PATH = STYLES
    AUTO_FOCUS = "#ledger"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        scope: Scope,
        librarian: Librarian,
        marks: Marks,
        looks: Mapping[str, str],
        command: Callable[[Scope], str],
    ) -> None:
        super().__init__(looks)
        self.scope = scope
        self.waiting = True
        self._librarian = librarian
        self._marks = marks
        self._command_of = command
        self._checks: dict[Printed, list[Check]] = {}
        self._passage: Passage | None = None
        self._reasons = False
        self._progress: Progress | None = None
        self._counted: tuple[list[int], int] = ([], 0)
        self._box = Vertical(self._table, id="ledger-box")
        self._notice = Static("", id="ledger-notice", markup=False)
        self._detail = Static("", id="ledger-detail", markup=False)
        self._line = Static("", id="ledger-command", markup=False)

    def compose(self) -> ComposeResult:
        """The table, the figure under the cursor in full, the command, the keys."""
        yield self._box
        yield self._notice
        yield self._detail
        yield self._filter
        yield self._line
        yield KeyLine(Place.LEDGER)

    def on_mount(self) -> None:
        """Waits for the archive."""
        self._detail.border_title = text("ledger.detail")
        self._box.border_title = text(
            "ledger.title_article" if self.scope.article else "ledger.title"
        )
        self._notice.display = False
        self._filter.display = False
        if self.waiting:
            self.set_timer(BUSY_AFTER, self._say_busy)
        self._tell_command()

    # What the archive answers

    def show(self, message: LedgerRead) -> None:
        """Shows the figures that were read."""
        self.waiting = False
        before = self._sheet
        self._sheet = Sheet(COLUMNS, message.rows, message.haystacks)
        if before.sorted_by is not None:
            self._sheet.sort(before.sorted_by, descending=before.descending)
        self._groups, self._units, self._checks = None, message.units, {}
        self._librarian.books.check(message.scope, message.rows)
        self._table.show(self._sheet, at=self._table.at)
        self.tell()
        self._tell_command()

    def warned(self, message: ChecksFound) -> None:
        """Marks the rows that checks warn of."""
        for check in message.checks:
            self._checks.setdefault(_place(check.figure), []).append(check)
        self._table.refresh()
        row = self._table.current
        if isinstance(row, Reported) and any(
            _place(c.figure) == _place(row) for c in message.checks
        ):
            self._passage = None
            self._fetch(row)

    def progress(self, step: Progress) -> None:
        """Says how far the reading is."""
        self._progress = step
        if self.waiting:
            self._say_busy()

    def _say_busy(self) -> None:
        if not self.waiting:
            return
        words = text("ledger.busy")
        if self._progress is not None:
            words = text("entity.reading", done=self._progress.done, total=self._progress.total)
        self._say(words)

    def passage(self, row: Reported, passage: Passage) -> None:
        """Shows the sentence of the row under the cursor."""
        if row is self._table.current:
            self._passage = passage
            self._tell_detail()

    # Telling

    def _say(self, words: str) -> None:
        self._notice.update(Content.styled(words, self._looks["faint"]))
        self._notice.display = bool(words)

    def tell(self) -> None:
        """Says what is shown: narrowed to what, how many rows, and the figure in full."""
        sheet: Sheet[Any] = self._groups if self._groups is not None else self._sheet
        heading = [text("ledger.title_article" if self.scope.article else "ledger.title")]
        if self.scope.query.strip() and not self.scope.article:
            heading.append(clean_line(self.scope.query))
        if self.scope.asked:
            heading.append(text("ledger.asked"))
        heading += self._sheet.narrowings
        if self._groups is not None:
            name = text(f"column.{COLUMNS[self._grouped_by].id}")
            heading.append(text("frequency.title", column=name))
            heading += self._groups.narrowings
        self._box.border_title = Content(SEPARATOR.join(heading))
        at = self._table.row + 1 if len(sheet) else 0
        position = text("results.position", position=at, total=len(sheet))
        if self._groups is None:
            position += SEPARATOR + count_of_articles(self._articles_shown())
        self._box.border_subtitle = position
        if not self.waiting:
            key = "ledger.no_row" if self._sheet.rows else "ledger.none"
            self._say("" if len(sheet) else text(key))
        self._tell_detail()

    def _articles_shown(self) -> int:
        """Of how many articles the rows are; counted anew only when other rows are shown."""
        order = self._sheet.order
        if self._counted[0] is not order:
            self._counted = order, len({row.article for row in self._sheet.shown})
        return self._counted[1]

    def _tell_detail(self) -> None:
        row = self._table.current
        size = self._detail.content_size
        if not isinstance(row, Reported) or not size.width:
            self._detail.update("")
            return
        self._detail.update(
            detail(
                row,
                self._passage,
                size.width,
                size.height,
                self._looks,
                reasons=self._reasons,
                warnings=[check_words(check) for check in self._checks.get(_place(row), ())],
            )
        )

    def _tell_command(self) -> None:
        words = f"$ {self._command_of(self.scope)}"
        self._line.update(Content.styled(words, self._looks["faint"]))

    def signs(self, row: object) -> tuple[str, str]:
        """The mark and the warning of a row."""
        if not isinstance(row, Reported):
            return "", ""
        return (
            MARK if row.article in self._marks else "",
            WARNING if _place(row) in self._checks else "",
        )

    @on(SheetTable.Moved)
    def _moved(self) -> None:
        self._passage = None
        self.tell()
        row = self._table.current
        if isinstance(row, Reported):
            self.set_timer(PAUSE, lambda: self._fetch(row))

    def _fetch(self, row: Reported) -> None:
        if row is self._table.current and self._passage is None:
            self._librarian.books.passage(row, self._checks.get(_place(row), ()))

    def on_resize(self, _event: Resize) -> None:
        """Draws the detail for the room it has now."""
        self.call_after_refresh(self._tell_detail)

    # Asking the archive for others

    def action_scope(self) -> None:
        """Keeps to the figures that the query asks for, or shows all of the hits again."""
        self._ask(Scope(
            self.scope.query, self.scope.sort, self.scope.among, self.scope.voices,
            not self.scope.asked, self.scope.article,
        ))  # fmt: skip

    def action_voices(self) -> None:
        """Reads each text once, or every copy of it."""
        self._ask(Scope(
            self.scope.query, self.scope.sort, self.scope.among, not self.scope.voices,
            self.scope.asked, self.scope.article,
        ))  # fmt: skip
        key = "notice.each_text" if self.scope.voices else "notice.every_copy"
        self.app.notify(text(key), timeout=4, markup=False)

    def _ask(self, scope: Scope) -> None:
        self.scope, self.waiting, self._progress = scope, True, None
        self._librarian.books.read(scope)
        self.set_timer(BUSY_AFTER, self._say_busy)

    # Marking, reading, leaving

    def action_mark(self) -> None:
        """Marks the article of the row, or unmarks it, and goes on to the next row."""
        row = self._table.current
        if isinstance(row, Reported):
            self._marks.toggle(row.article)
            self._table.move("down")

    def action_mark_all(self) -> None:
        """Marks the articles of all rows that are shown; if all are marked, unmarks them."""
        change = self._marks.toggle_all(row.article for row in self._sheet.shown)
        self._table.refresh()
        key = "notice.marked_all" if change > 0 else "notice.unmarked_all"
        self.app.notify(text(key, count=abs(change)), timeout=4, markup=False)

    def action_reasons(self) -> None:
        """Shows from which words each part of a figure was read, or hides them."""
        self._reasons = not self._reasons
        self.set_class(self._reasons, "-reasons")
        self.call_after_refresh(self._tell_detail)

    def action_warned(self) -> None:
        """Keeps to the rows that checks warn of."""
        if self._groups is None:
            number = self._table.number
            words = text("ledger.warned")
            self._sheet.keep(Narrowing(words, lambda _, row: _place(row) in self._checks))
            self._table.lay_out(keep=number)
            self.tell()

    @on(SheetTable.Chosen)
    def action_jump(self) -> None:
        """Goes to the sentence in the reader; from a group, to its rows."""
        row = self._table.current
        if isinstance(row, Reported):
            self.dismiss(row)
        elif isinstance(row, Group):
            self._narrow(self._grouped_by, row.key, keep=True)

    def action_plot(self) -> None:
        """Draws the rows that are shown: value over period."""
        from tui.screens.plot import PlotScreen

        rows = self._sheet.shown
        if self._groups is not None:
            group = self._table.current
            column = COLUMNS[self._grouped_by]
            if isinstance(group, Group):
                rows = [row for row in rows if column.key(row) == group.key]
        self.app.push_screen(PlotScreen(rows, self._looks, self.unit_of, unit_words), self._plotted)

    def _plotted(self, row: Reported | None) -> None:
        if row is not None:
            self.dismiss(row)

    def action_help(self) -> None:
        """Opens the list of commands."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(Place.LEDGER), self._run)

    def _run(self, command: Command | None) -> None:
        if command is not None:
            self.call_later(self.app.run_action, command.action, self)


def _place(row: Reported) -> Printed:
    return row.article, row.figure.part, row.figure.start
