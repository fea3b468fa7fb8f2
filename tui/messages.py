"""What the background tells the main screen, as events that have happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.message import Message

from index.article import Article, Hit, Mention, Progress, Results
from index.check import Check
from index.correction import Correction, CorrectionReport
from index.reported import Reported
from index.summaries import EntitySummary
from tui.cleaning import Cleaning
from tui.ledger.detail import Passage
from tui.ledger.scope import Scope


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
class CopiesFound(Message):
    """The other hits of the query of ``generation`` with the text of the article ``identifier``.

    ``elsewhere`` is how many articles of the archive carry that text and are no hits.
    """

    generation: int
    identifier: str
    hits: tuple[Hit, ...]
    first_words: Mapping[str, str]
    elsewhere: int


@dataclass
class AllFound(Message):
    """The ids of every hit of a query, in the order of the list."""

    ids: tuple[str, ...]


@dataclass
class ArticleRead(Message):
    """An article was fetched, with the places where ``query`` matches it.

    ``checks`` is what its figures show beside each other.
    """

    article: Article
    query: str
    mentions: tuple[Mention, ...]
    checks: tuple[Check, ...] = ()


@dataclass
class CleaningRead(Message):
    """What cleaning did to an article was fetched."""

    cleaning: Cleaning


@dataclass
class EntityRead(Message):
    """What the archive, or the hits, say of an entity; None when nothing names it."""

    kind: str
    name: str
    in_hits: bool
    summary: EntitySummary | None


@dataclass
class EntityProgress(Message):
    """How far the reading for an entity is."""

    progress: Progress


@dataclass
class LedgerRead(Message):
    """The figures of ``scope`` were read, with the words by which each is found.

    ``units`` has the kind of each unit: only values of one kind stand beside each other.
    """

    scope: Scope
    rows: Sequence[Reported]
    haystacks: Sequence[str]
    units: Mapping[str | None, str]


@dataclass
class ChecksFound(Message):
    """Checks warn of some figures of ``scope``; more of them may come."""

    scope: Scope
    checks: Sequence[Check]


@dataclass
class LedgerProgress(Message):
    """How far the reading of figures is."""

    progress: Progress


@dataclass
class PassageRead(Message):
    """The sentence of a figure was fetched."""

    row: Reported
    passage: Passage


@dataclass
class HitFetched(Message):
    """An article was fetched as a hit, to be read although the list does not show it."""

    hit: Hit


@dataclass
class CorrectionCounted(Message):
    """How many articles ``correction`` would change, or why it cannot be made.

    ``last`` is the last correction that was made, ``correction`` None if there is none to count.
    """

    correction: Correction | None
    changed: int
    problem: str
    last: Correction | None


@dataclass
class NamesFound(Message):
    """Names of the archive that begin with ``beginning``."""

    beginning: str
    names: tuple[str, ...]


@dataclass
class Corrected(Message):
    """A correction was made, or taken back (``undone``), and holds everywhere."""

    report: CorrectionReport
    undone: bool


@dataclass
class IndexProgress(Message):
    """The index is being built; ``progress`` is None when it is ready."""

    progress: Progress | None


@dataclass
class WorkFailed(Message):
    """A job in the background raised ``error``."""

    error: Exception
