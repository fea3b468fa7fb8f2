"""The line under the search box: how many, in which order, what is marked, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

from index.article import Results
from index.text import clean_line
from tui.i18n import text
from tui.wording import SEPARATOR


@dataclass(frozen=True, slots=True)
class Situation:
    """What the line tells; ``problem`` is a sentence about the query, empty if it is fine.

    ``total`` counts articles, ``texts`` their copies once; ``voices`` tells that each text has
    one row; ``also`` is what was searched besides the words that were typed.
    """

    total: int = 0
    texts: int = 0
    voices: bool = True
    marked: int = 0
    only_marked: bool = False
    sort: str = "newest"
    understood: str = ""
    also: str = ""
    problem: str = ""
    sample: bool = False


class StatusLine(Static):
    """One line; a problem takes the place of what is less urgent."""

    def __init__(self, looks: Mapping[str, str]) -> None:
        super().__init__("", id="status", markup=False)
        self._looks = looks

    def describe(
        self,
        results: Results,
        *,
        voices: bool,
        marked: int,
        only_marked: bool,
        sort: str,
        problem: str,
        sample: bool,
    ) -> None:
        """Tells of ``results``; what the query was read as only where that is not what it says."""
        empty = not results.query.strip()
        same = empty or clean_line(results.understood) == clean_line(results.query)
        self.show(
            Situation(
                total=results.total,
                texts=results.voices,
                voices=voices,
                marked=marked,
                only_marked=only_marked,
                sort="newest" if empty and sort == "relevance" else sort,
                understood="" if same else results.understood,
                also=", ".join(form for each in results.expansions for form in each.forms),
                problem=problem,
                sample=sample,
            )
        )

    def show(self, situation: Situation) -> None:
        """Replaces the line."""
        parts = _counts(situation)
        if situation.only_marked:
            parts.append(text("status.only_marked"))
        parts.append(text("status.sort", sort=text(f"sort.{situation.sort}")))
        pieces = [Content.styled(SEPARATOR.join(parts), self._looks["faint"])]
        if situation.marked:
            words = text("status.marked", count=situation.marked)
            pieces.append(Content.styled(words, self._looks["marked"]))
        if situation.problem:
            pieces = [Content.styled(clean_line(situation.problem), self._looks["problem"])]
        elif situation.understood:
            words = text("status.understood", query=clean_line(situation.understood))
            pieces.append(Content.styled(words, self._looks["faint"]))
        elif situation.also:
            words = text("status.also", forms=clean_line(situation.also))
            pieces.append(Content.styled(words, self._looks["faint"]))
        elif situation.sample:
            pieces.append(Content.styled(text("status.sample"), self._looks["faint"]))
        self.update(Content.styled(SEPARATOR, self._looks["faint"]).join(pieces), layout=False)


def _counts(situation: Situation) -> list[str]:
    """How many articles; where some are copies, how many texts, and which of them have a row."""
    one = situation.total == 1
    articles = text("status.article" if one else "status.articles", count=situation.total)
    if not 0 < situation.texts < situation.total:
        return [articles]
    one = situation.texts == 1
    voices = text("status.voice" if one else "status.voices", count=situation.texts)
    shown = text("status.each_text" if situation.voices else "status.every_copy")
    return [f"{articles}, {voices}", shown]
