"""The one screen: search box, list of hits, reader, names and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.events import DescendantFocus, Resize
from textual.timer import Timer
from textual.widgets import Input, OptionList

from index.archive import SORTS, ArchiveError
from index.article import Results
from index.text import clean_line
from tui.commands import Place, bindings
from tui.entries import groups
from tui.i18n import text
from tui.librarian import Librarian
from tui.live_search import LiveSearch
from tui.marks import Marks
from tui.messages import AllFound, ArticleRead, IndexProgress, PageFound, ResultsFound, WorkFailed
from tui.screens.panes import PanedScreen
from tui.widgets.entity_sidebar import EntitySidebar
from tui.widgets.key_line import KeyLine
from tui.widgets.notice import Notice
from tui.widgets.reader import Reader
from tui.widgets.result_list import ResultList
from tui.widgets.search_box import SearchBox
from tui.widgets.status_line import StatusLine

BUSY_AFTER = 0.2  # seconds; a quicker search shows no sign that it runs
LEFT = 130  # as fzf: 128 + SIGINT, left without a selection


class MainScreen(PanedScreen, inherit_bindings=False):
    """Holds the state of a session: query, order, marks, the last good results."""

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
    ) -> None:
        super().__init__()
        self._librarian = librarian
        self._among = None if among is None else tuple(among)
        self._only_marked = False
        self._sort = sort
        self._marks = Marks()
        self._results: Results | None = None
        self._problem = ""
        self._accept_waits = False
        self._busy_timer: Timer | None = None
        self._live = LiveSearch(self._search, self.set_timer)
        self._query = query
        self._box = SearchBox()
        self._status = StatusLine(looks)
        self._notice = Notice(looks)
        self._list = ResultList(self._marks, looks)
        self._reader = Reader(looks)
        self._sidebar = EntitySidebar(looks)
        self._keys = KeyLine()
        self._articles = Vertical(self._notice, self._list, id="articles")
        self._articles.border_title = text("results.title")
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

    def on_mount(self) -> None:
        """Asks for the first results; the index is made ready after the first frame."""
        self._librarian.listen(self.post_message)
        with self.prevent(Input.Changed):
            self._box.fill(self._query)
        self.call_after_refresh(self._live.start)

    # State that others may read

    @property
    def query_text(self) -> str:
        """The query as it stands in the box."""
        return self._box.value

    @property
    def settled(self) -> bool:
        """Whether every answer to the present state is on the screen."""
        return not self._live.pending

    # Searching

    @property
    def _searched(self) -> Sequence[str] | None:
        return tuple(self._marks) if self._only_marked else self._among

    def _search(self, generation: int) -> None:
        self._librarian.search(
            generation, self._box.value, self._sort, self._searched, self._list.rows_in_sight
        )
        if self._busy_timer is None:
            self._busy_timer = self.set_timer(BUSY_AFTER, lambda: self._box.set_busy(True))

    def _rest(self) -> None:
        if self._busy_timer is not None:
            self._busy_timer.stop()
            self._busy_timer = None
        self._box.set_busy(False)

    @on(Input.Changed, "#search")
    def _query_changed(self) -> None:
        self._accept_waits = False
        self._live.changed()

    @on(ResultsFound)
    def _results_found(self, message: ResultsFound) -> None:
        if not self._live.accepts(message.generation):
            return
        self._rest()
        results = message.results
        self._problem = next((each.message for each in results.diagnostics), "")
        if self._results is None:
            self._librarian.prepare()  # after the first rows, which need no index
        if (results.complete and not results.failed) or self._results is None:
            self._show(results, message.first_words)
        self._tell()
        if self._accept_waits:
            self._accept_waits = False
            self._accept(typed=True)

    def _show(self, results: Results, first_words: Mapping[str, str]) -> None:
        self._results = results
        self._list.show(results.hits, first_words)
        if results.hits:
            self._notice.hide()
            return
        self._reader.clear()
        self._sidebar.clear()
        self._point()
        if self._only_marked and not self._marks:
            self._notice.say(text("results.no_marks"))
        elif not results.query.strip():
            self._notice.say(text("results.empty"))
        elif not results.failed:
            self._notice.say(text("results.none"), text("results.none.hint"))

    @on(ResultList.EndNeared)
    def _end_neared(self) -> None:
        results = self._results
        if results is not None and len(self._list.hits) < results.total:
            generation, offset = self._live.answered, len(self._list.hits)
            self._librarian.page(generation, results.searched, self._sort, self._searched, offset)

    @on(PageFound)
    def _page_found(self, message: PageFound) -> None:
        if message.generation == self._live.generation:
            self._list.extend(message.results.hits, message.first_words)

    @on(IndexProgress)
    def _index_progressed(self, message: IndexProgress) -> None:
        if message.progress is not None:
            self._notice.progress(message.progress)
        elif self._results is not None and self._results.hits:
            self._notice.hide()

    @on(WorkFailed)
    def _work_failed(self, message: WorkFailed) -> None:
        self._rest()
        self._notice.hide()
        self._live.accepts(self._live.generation)
        if not isinstance(message.error, ArchiveError):
            raise message.error
        self.tell("notice.failed", message=clean_line(str(message.error)))

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
        found = groups(message.article)
        if self._reader.article != message.article:
            self._sidebar.show(found)
        self._reader.show(message.article, message.query, message.mentions, found)

    @on(EntitySidebar.Visited)
    def _entity_visited(self, message: EntitySidebar.Visited) -> None:
        self._sidebar.count(*self._reader.visit(message.entry, message.number))

    @on(EntitySidebar.Chosen)
    def action_narrow(self) -> None:
        """Adds the entity under the cursor to the query."""
        entry = self._sidebar.current
        if entry is not None:
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
            self._librarian.find_all(self._results.searched, self._sort, self._searched)

    @on(AllFound)
    def _all_found(self, message: AllFound) -> None:
        change = self._marks.toggle_all(message.ids)
        self._list.refresh()
        self._tell()
        words = "notice.marked_all" if change > 0 else "notice.unmarked_all"
        self.tell(words, count=abs(change))

    def action_only_marked(self) -> None:
        """Shows the marked articles alone, or all again."""
        self._only_marked = not self._only_marked
        self._live.start()

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

    def action_sort(self) -> None:
        """Sorts by the next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self._live.start()

    def action_focus_pane(self, place: str) -> None:
        """Puts the focus on a pane; in the sidebar the cursor comes to an entry."""
        super().action_focus_pane(place)
        if place == Place.ENTITIES:
            self.call_after_refresh(self._sidebar.enter)

    def on_descendant_focus(self, _event: DescendantFocus) -> None:
        """Shows the keys of the pane that has the focus now."""
        self._keys.show(self.place)

    def on_resize(self, event: Resize) -> None:
        """Takes rows of two lines where the list is low."""
        self._list.compact_rows = event.size.width < 100 or event.size.height < 30

    # Telling

    def _point(self) -> None:
        total = 0 if self._results is None else self._results.total
        at = self._list.highlighted
        position = "" if at is None else text("results.position", position=at + 1, total=total)
        self._articles.border_subtitle = position

    def _tell(self) -> None:
        if self._results is not None:
            self._status.describe(
                self._results,
                marked=len(self._marks),
                only_marked=self._only_marked,
                sort=self._sort,
                problem=self._problem,
                sample=self._librarian.sample,
            )
