"""What the background tells the main screen, as events that have happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.message import Message

from index.article import Article, Mention, Progress, Results


@dataclass
class ResultsFound(Message):
    """A search ended; ``generation`` tells which.

    ``first_words`` has the beginnings of the articles without a title, by id.
    """

    generation: int
    results: Results
    first_words: Mapping[str, str]


@dataclass
class PageFound(Message):
    """More rows of the results of ``generation``."""

    generation: int
    results: Results
    first_words: Mapping[str, str]


@dataclass
class AllFound(Message):
    """The ids of every hit of a query, in the order of the list."""

    ids: tuple[str, ...]


@dataclass
class ArticleRead(Message):
    """An article was fetched, with the places where ``query`` matches it."""

    article: Article
    query: str
    mentions: tuple[Mention, ...]


@dataclass
class IndexProgress(Message):
    """The index is being built; ``progress`` is None when it is ready."""

    progress: Progress | None


@dataclass
class WorkFailed(Message):
    """A job in the background raised ``error``."""

    error: Exception
