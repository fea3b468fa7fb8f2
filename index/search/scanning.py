"""Going through the text of a query: where the reader stands, and what it has to say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from index.article import Diagnostic, Span
from index.language.tokens import fold

MOST_CLAUSES = 100

SavedSearches = Callable[[str], str | None]

_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟«»″＂", '"'), "：": ":", "（": "(", "）": ")"})
_SPACE = re.compile(r"\s*")
_OPERATOR = re.compile(r"(AND|OR|NOT|&&|\|\|?|NEAR(?:/(\d{1,3}))?)(?=[\s()\"]|$)|\|")
_LOOKS_LIKE_OPERATOR = {
    "and": "AND", "dan": "AND", "or": "OR", "atau": "OR", "not": "NOT", "bukan": "NOT",
}  # fmt: skip


class Budget:
    """How many clauses a query has used, the saved searches in it included."""

    def __init__(self) -> None:
        self.clauses = 0


class Refused(Exception):  # noqa: N818 - it leaves the parser with a diagnostic, as planned
    """The query cannot be read on."""


class Scanner:
    """The text of one query, read from left to right."""

    def __init__(
        self,
        text: str,
        any_words: bool,
        saved: SavedSearches | None,
        inside: tuple[str, ...],
        budget: Budget,
    ) -> None:
        self.text = text.translate(_STRAIGHT)
        self.at = 0
        self.depth = 0
        self.field: str | None = None
        self.any_words = any_words
        self.saved = saved
        self.inside = inside
        self.budget = budget
        self.diagnostics: list[Diagnostic] = []
        self.complete = True
        self._warned: set[str] = set()

    def say(self, message: str, span: Span, fatal: bool = False) -> None:
        """Takes a diagnostic."""
        self.diagnostics.append(Diagnostic(message, span[0], span[1], fatal))

    # Small steps.

    def _count(self, span: Span) -> None:
        self.budget.clauses += 1
        if self.budget.clauses > MOST_CLAUSES:
            self._fatal(f"a query has {MOST_CLAUSES} clauses at most", span)

    def _fatal(self, message: str, span: Span) -> NoReturn:
        self.say(message, span, True)
        raise Refused

    def _unfinished(self, message: str, span: Span) -> None:
        self.complete = False
        self.say(message, span)

    def _warn_of_operator(self, raw: str, span: Span) -> None:
        operator = _LOOKS_LIKE_OPERATOR.get(fold(raw))
        if operator is None and re.fullmatch(r"near(/\d+)?", raw, re.IGNORECASE):
            operator = "NEAR/5"
        if operator and not self.any_words and raw not in self._warned:
            self._warned.add(raw)
            self.say(f"{raw} was read as a word; the operator is {operator}", span)

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _at_end(self) -> bool:
        self._skip()
        return self.at >= len(self.text) or self.text[self.at] == ")"

    def _operator(self) -> re.Match[str] | None:
        self._skip()
        return _OPERATOR.match(self.text, self.at)
