"""What the archive says of one entity, or the hits of the search."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.content import Content

from index.article import Progress
from index.summaries import EntitySummary
from tui.commands import Place, bindings
from tui.entity_page import page
from tui.i18n import text
from tui.screens.page import PageScreen


class EntityScreen(PageScreen, inherit_bindings=False):
    """The page of one entity.

    ``ask(in_hits)`` asks for what the page shows: over the whole archive, or over the hits. The
    screen is dismissed with the entity's name where the search is to be narrowed to it.
    """

    BINDINGS = bindings(Place.ENTITY)
    PLACE = Place.ENTITY
    NAME = "entity"

    def __init__(
        self, kind: str, entity: str, looks: Mapping[str, str], ask: Callable[[bool], None]
    ) -> None:
        self.kind = kind
        self.entity = entity
        self.in_hits = False
        self._ask = ask
        self._answer: EntitySummary | None = None
        self._progress: Progress | None = None
        super().__init__(looks)

    def heading(self) -> str:
        """Of what kind the entity is, and where it was looked for."""
        key = "entity.title_hits" if self.in_hits else "entity.title"
        return text(key, kind=text(f"entity.kind.{self.kind}"))

    def busy_words(self) -> str:
        """How many articles have been read."""
        if self._progress is None:
            return text("entity.busy")
        return text("entity.reading", done=self._progress.done, total=self._progress.total)

    def draw(self, width: int) -> Content:
        """The page, or that nothing names the entity."""
        if self._answer is None:
            return Content.styled(text("entity.none"), self.looks["faint"])
        return page(self._answer, width, self.looks)

    def show(self, answer: EntitySummary | None) -> None:
        """Fills the page."""
        self._answer = answer
        self.filled(from_the_top=True)

    def tell(self, progress: Progress) -> None:
        """Says how far the reading is, where it takes long."""
        self._progress = progress
        self.still_busy()

    def action_scope(self) -> None:
        """Looks in the hits of the search, or again in the whole archive."""
        self.in_hits, self._progress = not self.in_hits, None
        self.wait()
        self._ask(self.in_hits)

    def action_narrow(self) -> None:
        """Closes the view, and narrows the search to the entity."""
        self.dismiss(self.entity)
