"""The article under the cursor, with its hits and its entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from index.article import Article, Mention, Span
from tui.article_text import ArticleText
from tui.commands import Place, bindings
from tui.entries import Entry, Group
from tui.i18n import text


class Reader(VerticalScroll):
    """A page that scrolls; steps through the hits of the query and the mentions of an entity."""

    BINDINGS = bindings(Place.READER)

    def __init__(self, looks: Mapping[str, str]) -> None:
        super().__init__(id="reader")
        self._looks = looks
        self._page = Static("", id="page", markup=False)
        self._text: ArticleText | None = None
        self._article: Article | None = None
        self._query = ""
        self._hit = 0
        self._chosen: Sequence[Span] = ()
        self._current: Span | None = None
        self._figures: Sequence[Span] = ()  # what `step` goes through in place of the hits
        self.border_title = text("reader.title")

    def compose(self) -> ComposeResult:
        """One page."""
        yield self._page

    def on_mount(self) -> None:
        """An empty page says what would be there."""
        self.clear()

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return self._article

    def clear(self) -> None:
        """Takes the article away."""
        self._article = self._text = self._current = None
        self._chosen = self._figures = ()
        self.border_subtitle = ""
        self._page.update(Content.styled(text("reader.empty"), self._looks["faint"]))

    def show(
        self, article: Article, query: str, mentions: Sequence[Mention], groups: Sequence[Group]
    ) -> None:
        """Shows an article, opened at its first hit.

        The same article under the same query keeps its place.
        """
        if self._article == article and self._query == query:
            return
        before = self._article
        if (
            before is not None
            and self._query == query
            and replace(before, annotations=article.annotations) == article
        ):
            # Only its names have been corrected: what is read stays where it is.
            self._article, self._chosen = article, ()
            self._text = ArticleText(article, mentions, groups, self._looks)
            self._go(self._current, scroll=False)
            return
        self._article, self._query = article, query
        self._text = ArticleText(article, mentions, groups, self._looks)
        self._hit, self._chosen, self._figures = 0, (), ()
        self._go(self._text.hits[0] if self._text.hits else None)

    def step(self, direction: int) -> None:
        """Goes to the next hit (1) or the one before (-1), round the ends; or the next figure."""
        if self._figures:
            places = self._figures
            at = places.index(self._current) if self._current in places else -direction
            self._go(places[(at + direction) % len(places)])
            return
        if self._text is None or not self._text.hits:
            return
        if self._current in self._text.hits:
            self._hit = (self._hit + direction) % len(self._text.hits)
        self._go(self._text.hits[self._hit])

    def visit(self, entry: Entry, number: int) -> tuple[int, int]:
        """Goes to mention ``number`` of an entity; gives ``(position from 1, total)`` on the page.

        ``number`` counts from 0 and goes round the ends; total is 0 when none is on the page.
        """
        if self._text is None:
            return 0, 0
        self._figures = ()
        self._chosen = self._text.places(entry.mentions)
        if not self._chosen:
            self._go(None, scroll=False)
            return 0, 0
        position = number % len(self._chosen)
        self._go(self._chosen[position])
        return position + 1, len(self._chosen)

    def visit_figures(self, figures: Sequence[Mention], wanted: Mention) -> None:
        """Goes to the figure ``wanted``; from now on ``step`` goes through ``figures``."""
        if self._text is None:
            return
        self._figures = self._chosen = self._text.places(figures)
        place = self._text.place(wanted)
        # Of two figures that overlap, one is not stepped to; it is gone to all the same.
        self._go(place if place is not None else next(iter(self._figures), None))

    def leave_figures(self) -> None:
        """Lets ``step`` go through the hits again."""
        if self._figures:
            self._figures = ()
            self._count()

    def move(self, direction: str) -> None:
        """Scrolls: ``down up page_down page_up first last``."""
        scroll = {
            "down": self.scroll_down,
            "up": self.scroll_up,
            "page_down": self.scroll_page_down,
            "page_up": self.scroll_page_up,
            "first": self.scroll_home,
            "last": self.scroll_end,
        }[direction]
        scroll(animate=False)

    def _go(self, place: Span | None, *, scroll: bool = True) -> None:
        """Redraws with ``place`` as the current one and brings it into view."""
        if self._text is None:
            return
        self._current = place
        self._page.update(self._text.marked(place, self._chosen))
        self._count()
        if scroll:
            self.call_after_refresh(self._bring_into_view)

    def _count(self) -> None:
        hits = self._text.hits if self._text is not None else ()
        if self._figures and self._current in self._figures:
            position = self._figures.index(self._current) + 1
            words = text("reader.figure", position=position, total=len(self._figures))
        elif hits:
            words = text("reader.counter", position=self._hit + 1, total=len(hits))
        else:
            words = text("reader.no_hits") if self._query.strip() else ""
        self.border_subtitle = words

    def _bring_into_view(self) -> None:
        """Scrolls so that the current place stands in the upper third; the top if there is none."""
        width = self._page.content_size.width
        if self._text is None or width <= 0:
            return
        target = 0
        if self._current is not None:
            line = self._text.line_of(self._current[0], width) + self._page.styles.padding.top
            if line >= self.size.height - 2:
                target = max(0, line - self.size.height // 3)
        self.scroll_to(y=target, animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """Keeps the current place in view."""
        if self._current is not None:
            self.call_after_refresh(self._bring_into_view)
