"""The one screen: search box, list of hits, reader, names and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import DescendantFocus, Resize
from textual.widgets import Input, OptionList

from index.archive import SORTS
from index.correction import Correction
from index.summaries import KINDS
from tui.commands import Place, bindings
from tui.correcting import choices
from tui.entries import groups
from tui.librarian import Librarian
from tui.messages import (
    AllFound,
    ArticleRead,
    CleaningRead,
    Corrected,
    CorrectionCounted,
    EntityProgress,
    EntityRead,
    NamesFound,
)
from tui.screens.figures import FiguresScreen
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.key_line import KeyLine
from tui.widgets.result_list import ResultList
from tui.wording import correction_words

if TYPE_CHECKING:
    from tui.screens.cleaning import CleaningScreen
    from tui.screens.correction import CorrectionScreen, Undo
    from tui.screens.entity import EntityScreen

LEFT = 130  # as fzf: 128 + SIGINT, left without a selection


class MainScreen(FiguresScreen, inherit_bindings=False):
    """Arranges the panes; reading, marking, accepting and leaving."""

    BINDINGS = bindings(Place.MAIN)
    AUTO_FOCUS = "#search"

    def __init__(
        self,
        librarian: Librarian,
        looks: dict[str, str],
        *,
        query: str = "",
        among: Sequence[str] | None = None,
        sort: str = SORTS[0],
        voices: bool = True,
    ) -> None:
        super().__init__(librarian, looks, query=query, among=among, sort=sort, voices=voices)
        self._accept_waits = False
        self._cleaning: CleaningScreen | None = None
        self._entity: EntityScreen | None = None
        self._correction: CorrectionScreen | None = None
        self._sidebar = EntitySidebar(looks)
        self._keys = KeyLine()
        self.panes = {
            Place.SEARCH: self._box,
            Place.RESULTS: self._list,
            Place.READER: self._reader,
            Place.ENTITIES: self._sidebar,
        }

    def compose(self) -> ComposeResult:
        """The widgets from top to bottom."""
        yield self._box
        yield self._status
        yield Container(self._articles, self._reader, self._sidebar, id="panes")
        yield self._keys

    @on(Input.Changed, "#search")
    def _typed_on(self) -> None:
        self._accept_waits = False

    def came(self) -> None:
        """Accepts, where Enter has waited for these results."""
        if self._accept_waits:
            self._accept_waits = False
            self._accept(typed=True)

    def emptied(self) -> None:
        """There is nothing to read."""
        self._reader.clear()
        self._sidebar.clear()

    def failed(self) -> None:
        """Closes a view that would wait for ever."""
        for view in (self._cleaning, self._entity, self._ledger):
            if view is not None and view.waiting:
                view.dismiss(None)

    # Reading

    @on(OptionList.OptionHighlighted, "#results")
    def _row_highlighted(self) -> None:
        self._point()
        self.call_after_refresh(self._read)

    def _read(self) -> None:
        hit = self._list.current
        if hit is not None and self._results is not None:
            self._librarian.read(hit.id, self._results.searched)

    @on(ArticleRead)
    def _article_read(self, message: ArticleRead) -> None:
        hit = self._list.current
        if hit is None or hit.id != message.article.id:
            return
        found = groups(message.article, message.checks)
        before = self._reader.article
        self._reader.show(message.article, message.query, message.mentions, found)
        if before != message.article:
            same = before is not None and before.id == message.article.id
            self._sidebar.show(found, stay=same)
        self.arrived(message.article)

    def action_cleaning(self) -> None:
        """Shows what cleaning took out of the article that is read."""
        hit = self._list.current
        if hit is None:
            self.tell("reader.empty")
            return
        from tui.screens.cleaning import CleaningScreen

        self._cleaning = CleaningScreen(hit.id, self._looks)
        self.app.push_screen(self._cleaning, self._cleaning_closed)
        self._librarian.clean(hit.id)

    def _cleaning_closed(self, _result: str | None) -> None:
        self._cleaning = None

    @on(CleaningRead)
    def _cleaning_read(self, message: CleaningRead) -> None:
        view = self._cleaning
        if view is not None and view.identifier == message.cleaning.article.id:
            view.show(message.cleaning)

    def action_entity(self) -> None:
        """Shows what the archive says of the entity under the cursor."""
        entry = self._sidebar.current
        if entry is None:
            self.tell("reader.empty")
            return
        if entry.field not in KINDS:
            self.tell("entity.choose")
            return
        from tui.screens.entity import EntityScreen

        kind, name, results = entry.field, entry.value, self._results

        def ask(in_hits: bool) -> None:
            within = in_hits and results is not None
            question = self._question(results.searched) if within and results else None
            self._librarian.profile(kind, name, question)

        self._entity = EntityScreen(kind, name, self._looks, ask)
        self.app.push_screen(self._entity, self._entity_closed)
        ask(False)

    def _entity_closed(self, name: str | None) -> None:
        self._librarian.forget_profile()
        self._entity = None
        if name is not None:
            self.action_narrow()

    @on(EntityRead)
    def _entity_read(self, message: EntityRead) -> None:
        view = self._entity
        asked = message.kind, message.name, message.in_hits
        if view is not None and (view.kind, view.entity, view.in_hits) == asked:
            view.show(message.summary)

    @on(EntityProgress)
    def _entity_progress(self, message: EntityProgress) -> None:
        if self._entity is not None:
            self._entity.tell(message.progress)

    # Correcting

    def action_correct(self) -> None:
        """Opens the screen that corrects the entry under the cursor of the sidebar."""
        entry, article = self._sidebar.current, self._reader.article
        if entry is None or article is None or not choices(entry):
            self.tell("correction.no_entry")
            return
        if self._librarian.sample:
            self.tell("correction.sample")
            return
        from tui.screens.correction import CorrectionScreen

        self._correction = CorrectionScreen(entry, article.id, self._librarian, self._looks)
        self.app.push_screen(self._correction, self._correction_closed)

    def _correction_closed(self, result: Correction | Undo | None) -> None:
        self._correction = None
        if result is not None:
            self._librarian.correct(result if isinstance(result, Correction) else None)
            self._wait()

    @on(CorrectionCounted)
    def _correction_counted(self, message: CorrectionCounted) -> None:
        if self._correction is not None:
            self._correction.show_count(message)

    @on(NamesFound)
    def _names_found(self, message: NamesFound) -> None:
        if self._correction is not None:
            self._correction.show_names(message)

    @on(Corrected)
    def _corrected(self, message: Corrected) -> None:
        words = correction_words(message.report.correction)
        key = "correction.undone" if message.undone else "correction.made"
        if not message.report.number:
            key = "correction.none"
        self.tell(key, words=words, count=message.report.changed)
        self.search_again()

    @on(EntitySidebar.Visited)
    def _entity_visited(self, message: EntitySidebar.Visited) -> None:
        self._sidebar.count(*self._reader.visit(message.entry, message.number))

    @on(EntitySidebar.Chosen)
    def action_narrow(self) -> None:
        """Adds the entity under the cursor to the query."""
        entry = self._sidebar.current
        if entry is not None and entry.field:
            results, query = self._results, self._box.value
            if results is not None and results.query == query:
                query = results.searched  # the hits that were seen: a last word may be open
            query = self._librarian.narrow(query, entry.field, entry.value)
            self._box.fill(query)
            self.action_focus_pane(Place.RESULTS)

    def action_step(self, direction: int) -> None:
        """Goes to the next hit in the reader, or the one before."""
        self._reader.step(direction)

    def action_step_mention(self, direction: int) -> None:
        """Goes to the next mention of the entity under the cursor, or the one before."""
        self._sidebar.step(direction)

    # Marking and leaving

    def action_mark(self) -> None:
        """Marks the article under the cursor, or unmarks it; in the list, goes on to the next."""
        hit = self._list.current
        if hit is not None:
            self._toggle(hit.id)
            if self.focused is not self._reader:
                self._list.move("down")

    @on(ResultList.MarkClicked)
    def _mark_clicked(self, message: ResultList.MarkClicked) -> None:
        self._toggle(message.identifier)

    def _toggle(self, identifier: str) -> None:
        self._marks.toggle(identifier)
        self._list.refresh()
        self._tell()

    def action_mark_all(self) -> None:
        """Marks every hit of the query, also those not loaded; if all are marked, unmarks them."""
        if self._results is not None:
            self._librarian.find_all(self._question(self._results.searched))

    @on(AllFound)
    def _all_found(self, message: AllFound) -> None:
        change = self._marks.toggle_all(message.ids)
        self._list.refresh()
        self._tell()
        words = "notice.marked_all" if change > 0 else "notice.unmarked_all"
        self.tell(words, count=abs(change))

    @on(ResultList.Chosen)
    def action_accept(self) -> None:
        """Ends the session with the marked articles, or the one under the cursor.

        From the search box it waits for the results of what was typed.
        """
        typed = self.focused is self._box
        if typed and not self._marks and self._live.pending:
            self._accept_waits = True
            self._live.flush()
        else:
            self._accept(typed=typed)

    def _accept(self, *, typed: bool) -> None:
        current = self._list.current
        if self._marks:
            self.app.exit(tuple(self._marks))
        elif typed and self._results is not None and self._results.query != self._box.value:
            self.tell("notice.query_wrong")
        elif current is None:
            self.tell("notice.no_hits")
        else:
            self.app.exit((current.id,))

    def action_back(self) -> None:
        """Takes back one thing: the query, the view of the marked; then leaves, unless marked."""
        if self._box.value:
            self._box.value = ""
        elif self._only_marked:
            self.action_only_marked()
        elif self._marks:
            self.tell("notice.marks_kept", count=len(self._marks))
        else:
            self.app.exit(return_code=LEFT)

    # Moving about

    def action_move(self, direction: str) -> None:
        """Moves in the focused pane; from the search box, in the list."""
        if self.focused is self._reader:
            self._reader.move(direction)
        elif self.focused is self._sidebar:
            self._sidebar.move(direction)
        else:
            self._list.move(direction)

    def action_focus_pane(self, place: str) -> None:
        """Puts the focus on a pane; in the sidebar the cursor comes to an entry."""
        super().action_focus_pane(place)
        if place == Place.RESULTS:
            self._reader.leave_figures()
        if place == Place.ENTITIES:
            self.call_after_refresh(self._sidebar.enter)

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """Shows the keys of the pane that has the focus now."""
        self._keys.show(self.place)

    def on_resize(self, event: Resize) -> None:
        """Takes rows of two lines where the list is low."""
        self._list.compact_rows = event.size.width < 100 or event.size.height < 30
