"""The searching half of the screen: query, order, pages of hits, copies, what is told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input

from index.archive import SORTS, ArchiveError
from index.article import Results
from index.text import clean_line
from tui.i18n import text
from tui.librarian import Librarian, Question
from tui.live_search import LiveSearch
from tui.marks import Marks
from tui.messages import CopiesFound, IndexProgress, PageFound, ResultsFound, WorkFailed
from tui.screens.panes import PanedScreen
from tui.widgets.notice import Notice
from tui.widgets.result_list import ResultList
from tui.widgets.search_box import SearchBox
from tui.widgets.status_line import StatusLine
from tui.wording import SEPARATOR

BUSY_AFTER = 0.2  # seconds; a quicker search shows no sign that it runs


class SearchScreen(PanedScreen, inherit_bindings=False):
    """Holds what is searched for and the last good results.

    Its heir says what happens when there are results (``came``), when there is nothing to read
    (``emptied``), and when the archive could not answer (``failed``).
    """

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
        super().__init__()
        self._librarian = librarian
        self._among = None if among is None else tuple(among)
        self._only_marked = False
        self._sort = sort
        self._voices = voices
        self._marks = Marks()
        self._results: Results | None = None
        self._problem = ""
        self._stay = False  # whether the next results are those of before, seen anew
        self._busy_timer: Timer | None = None
        self._live = LiveSearch(self._search, self.set_timer)
        self._query = query
        self._box = SearchBox()
        self._status = StatusLine(looks)
        self._notice = Notice(looks)
        self._list = ResultList(self._marks, looks)
        self._articles = Vertical(self._notice, self._list, id="articles")
        self._articles.border_title = text("results.title")

    def on_mount(self) -> None:
        """Asks for the first results; the index is made ready after the first frame."""
        self._librarian.listen(self.post_message)
        with self.prevent(Input.Changed):
            self._box.fill(self._query)
        self.call_after_refresh(self._live.start)

    def came(self) -> None:
        """The answer to the newest query is on the screen."""

    def emptied(self) -> None:
        """No article is in the list any more."""

    def failed(self) -> None:
        """The archive could not answer."""

    # State that others may read

    @property
    def query_text(self) -> str:
        """The query as it stands in the box."""
        return self._box.value

    @property
    def searched(self) -> str:
        """The query of the results that are shown; the box's text where there are none yet."""
        return self.query_text if self._results is None else self._results.searched

    @property
    def settled(self) -> bool:
        """Whether every answer to the present state is on the screen."""
        return not self._live.pending

    @property
    def folded(self) -> bool:
        """Whether the list has one row for each text; of the marked it shows every one."""
        return self._voices and not self._only_marked

    # Searching

    def _question(self, query: str) -> Question:
        among = tuple(self._marks) if self._only_marked else self._among
        return Question(query, self._sort, among, self.folded)

    def _search(self, generation: int) -> None:
        question = self._question(self._box.value)
        rows = self._list.rows_in_sight
        if self._stay:
            rows = max(rows, len(self._list.hits))
        self._librarian.search(generation, question, rows)
        self._wait()

    def _wait(self) -> None:
        """Shows before long that the archive is at work."""
        if self._busy_timer is None:
            self._busy_timer = self.set_timer(BUSY_AFTER, lambda: self._box.set_busy(True))

    def _rest(self) -> None:
        if self._busy_timer is not None:
            self._busy_timer.stop()
            self._busy_timer = None
        self._box.set_busy(False)

    def search_again(self) -> None:
        """Asks the same again, because the archive has changed; the cursor stays on its article."""
        self._stay = True
        self._live.start()

    @on(Input.Changed, "#search")
    def _query_changed(self) -> None:
        self._stay = False
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
        self.came()

    def _show(self, results: Results, first_words: Mapping[str, str]) -> None:
        self._results = results
        self._list.show(results.hits, first_words, folded=self.folded, stay=self._stay)
        self._stay = False
        if results.hits:
            self._notice.hide()
            return
        self.emptied()
        self._point()
        if self._only_marked and not self._marks:
            self._notice.say(text("results.no_marks"))
        elif not results.query.strip():
            self._notice.say(text("results.empty"))
        elif not results.failed:
            self._notice.say(text("results.none"), text("results.none.hint"))

    @property
    def _rows_in_all(self) -> int:
        """How many rows the list has when every page is loaded and no copies are open."""
        if self._results is None:
            return 0
        return self._results.voices if self._list.folded else self._results.total

    @on(ResultList.EndNeared)
    def _end_neared(self) -> None:
        results, loaded = self._results, len(self._list.hits)
        if results is not None and loaded < self._rows_in_all:
            question = self._question(results.searched)
            self._librarian.page(self._live.answered, question, loaded)

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
        self.failed()
        self.tell("notice.failed", message=clean_line(str(message.error)))

    def action_sort(self) -> None:
        """Sorts by the next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self._live.start()

    def action_only_marked(self) -> None:
        """Shows the marked articles alone, or all again."""
        self._only_marked = not self._only_marked
        self._live.start()

    # Copies of one text

    def action_voices(self) -> None:
        """Changes between a row for each text and a row for each of its copies."""
        if self._only_marked:
            self.tell("notice.marked_all_shown")
            return
        self._voices = not self._voices
        if self._results is not None and self._results.voices == self._results.total:
            # Nothing on the screen would show that the key was heard.
            self.tell("notice.each_text" if self._voices else "notice.every_copy")
        self._live.start()

    def action_copies(self) -> None:
        """Opens the copies of the article under the cursor below it, or closes them."""
        hit = self._list.current
        if hit is None or self._list.close_copies():
            return
        if not self._list.folded:
            self.tell("notice.copies_listed")
        elif self._results is not None:
            question = self._question(self._results.searched)
            self._librarian.copies(self._live.answered, hit.id, question)
            self._wait()

    @on(CopiesFound)
    def _copies_found(self, message: CopiesFound) -> None:
        if not self._live.pending:
            self._rest()
        if message.generation != self._live.generation:
            return
        if message.hits:
            self._list.open_copies(message.identifier, message.hits, message.first_words)
        elif message.elsewhere:
            self.tell("notice.copies_elsewhere", count=message.elsewhere)
        else:
            self.tell("notice.no_copies")

    # Telling

    def _point(self) -> None:
        """Where in the list the cursor is; on a copy, which of how many."""
        row = self._list.current_row
        position = ""
        if row is not None:
            position = text("results.position", position=row.number, total=self._rows_in_all)
            if not row.number:
                position = text("results.apart")
            if row.copy:
                copies = self._list.copies_open
                words = text("results.copy", position=row.copy, total=copies)
                position = f"{position}{SEPARATOR}{words}"
        self._articles.border_subtitle = position

    def _tell(self) -> None:
        if self._results is not None:
            self._status.describe(
                self._results,
                voices=self._list.folded,
                marked=len(self._marks),
                only_marked=self._only_marked,
                sort=self._sort,
                problem=self._problem,
                sample=self._librarian.sample,
            )
