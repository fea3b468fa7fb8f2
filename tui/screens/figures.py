"""The figures half of the main screen: the ledger, and the way from its rows into the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from index.article import Article, Mention
from index.reported import Reported
from tui.commands import Place
from tui.ledger.command import command
from tui.ledger.scope import Scope
from tui.librarian import Librarian
from tui.location import named_folder, own_folder
from tui.messages import ChecksFound, HitFetched, LedgerProgress, LedgerRead, PassageRead
from tui.screens.searching import SearchScreen
from tui.widgets.reader import Reader

if TYPE_CHECKING:
    from tui.screens.ledger import LedgerScreen


class FiguresScreen(SearchScreen, inherit_bindings=False):
    """Opens the ledger, and brings the reader to a figure of it."""

    def __init__(
        self,
        librarian: Librarian,
        looks: dict[str, str],
        *,
        query: str,
        among: Sequence[str] | None,
        sort: str,
        voices: bool,
    ) -> None:
        super().__init__(librarian, looks, query=query, among=among, sort=sort, voices=voices)
        self._looks = looks
        self._reader = Reader(looks)
        self._ledger: LedgerScreen | None = None
        self._wanted: Reported | None = None  # the figure that the reader is to go to

    def action_ledger(self) -> None:
        """Shows the figures of all hits."""
        results = self._results
        if results is None or not results.hits:
            self.tell("reader.empty")
            return
        asked = self._question(results.searched)
        self._open_ledger(Scope(asked.query, asked.sort, asked.among, asked.voices))

    def action_figures(self) -> None:
        """Shows the figures of the article that is read."""
        hit = self._list.current
        if hit is None:
            self.tell("reader.empty")
            return
        query = self._results.searched if self._results is not None else ""
        self._open_ledger(Scope(query, among=(hit.id,), article=True))

    def _open_ledger(self, scope: Scope) -> None:
        from tui.screens.ledger import LedgerScreen

        self._ledger = LedgerScreen(scope, self._librarian, self._marks, self._looks, self._command)
        self.app.push_screen(self._ledger, self._ledger_closed)
        self._librarian.books.read(scope)

    def _command(self, scope: Scope) -> str:
        named = named_folder(None) or own_folder()
        ours = self._librarian.sample or named.resolve() == self._librarian.path.resolve()
        return command(
            scope.query,
            among=scope.among,
            sort=scope.sort,
            voices=scope.voices,
            asked=scope.asked,
            archive=None if ours else self._librarian.path,
        )

    def _ledger_closed(self, row: Reported | None) -> None:
        self._librarian.books.forget()
        self._ledger = None
        self._list.refresh()
        self._tell()  # articles may have been marked
        if row is not None:
            self._go_to(row)

    @on(LedgerRead)
    def _ledger_read(self, message: LedgerRead) -> None:
        if self._ledger is not None and self._ledger.scope == message.scope:
            self._ledger.show(message)

    @on(ChecksFound)
    def _checks_found(self, message: ChecksFound) -> None:
        if self._ledger is not None and self._ledger.scope == message.scope:
            self._ledger.warned(message)

    @on(LedgerProgress)
    def _ledger_progress(self, message: LedgerProgress) -> None:
        if self._ledger is not None:
            self._ledger.progress(message.progress)

    @on(PassageRead)
    def _passage_read(self, message: PassageRead) -> None:
        if self._ledger is not None:
            self._ledger.passage(message.row, message.passage)

    # The way into the reader

    def _go_to(self, row: Reported) -> None:
        self._wanted = row
        article, hit = self._reader.article, self._list.current
        if article is not None and hit is not None and article.id == hit.id == row.article:
            self.arrived(article)
        elif not self._list.go_to(row.article):
            query = self._results.searched if self._results is not None else ""
            self._librarian.books.hit(row.article, query)

    @on(HitFetched)
    def _hit_fetched(self, message: HitFetched) -> None:
        if self._wanted is not None and self._wanted.article == message.hit.id:
            self._list.add_apart(message.hit)

    def arrived(self, article: Article) -> None:
        """The reader shows ``article``: goes to the figure, where one of it is wanted."""
        row = self._wanted
        if row is None or row.article != article.id:
            return
        self._wanted = None
        wanted = Mention(row.figure.part, row.figure.start, row.figure.end, row.figure.text)
        figures = [
            Mention(each.part, each.start, each.end, each.text)
            for each in article.annotations.figures
        ]
        self.action_focus_pane(Place.READER)
        self._reader.visit_figures(figures, wanted)
