"""What stands above the rows: the progress of the index, or that there is nothing."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.widgets import Static

from index.article import Progress
from index.text import clean_line
from tui.i18n import text

BAR = 24


class Notice(Static):
    """Hidden unless it has something to say."""

    def __init__(self, looks: Mapping[str, str]) -> None:
        super().__init__("", id="notice", markup=False)
        self._looks = looks
        self.display = False

    def hide(self) -> None:
        """Says nothing any more."""
        self.display = False

    def say(self, words: str, hint: str = "") -> None:
        """A sentence, and under it a quieter one."""
        lines = [Content.styled(words, "bold")]
        if hint:
            lines.append(Content.styled(hint, self._looks["faint"]))
        self._show(Content("\n").join(lines))

    def progress(self, progress: Progress) -> None:
        """A bar with a word; without a total, the number done so far."""
        words = text(f"progress.{progress.stage}")
        if progress.total:
            share = min(progress.done / progress.total, 1.0)
            full = round(share * BAR)
            figure = f"{'█' * full}{'░' * (BAR - full)}  {share:.0%}"
        else:
            figure = str(progress.done)
        detail = clean_line(progress.detail) or text("progress.hint")
        self._show(
            Content("\n").join(
                [
                    Content.styled(words, "bold"),
                    Content.styled(figure, "$accent"),
                    Content.styled(detail, self._looks["faint"]),
                ]
            )
        )

    def _show(self, content: Content) -> None:
        self.update(content)
        self.display = True
