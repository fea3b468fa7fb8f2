"""The plain records of the archive's work: what is to be read, how far it is, what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source that could not be read: where, and why in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of folders are read, and how.

    ``mapping`` names the columns that hold our fields (``{"title": "judul"}``); ``include`` and
    ``exclude`` are globs of names and of paths inside the folders.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddReport:
    """What one ``add`` did: numbers of articles, and the problems met on the way.

    ``copies`` counts articles that the archive had, met now in a second place; ``near_copies``
    how many of those that were added carry the text of another article; ``forgotten`` how many
    left the archive because their source has gone, ``kept`` how many stay all the same because
    they are tagged.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    copies: int = 0
    near_copies: int = 0
    forgotten: int = 0
    kept: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a long job stands: ``stage`` is ``read``, ``index``, ``rebuild``, or ``wait`` (for
    another process that is writing the index).

    ``total`` is None while it is not known; ``share`` then says how much of the input is done
    (0 to 1), where that can be told.
    """

    stage: str
    done: int
    total: int | None
    detail: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What an archive holds."""

    path: str
    articles: int
    first: str | None
    last: str | None
    outlets: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    database_bytes: int
    index_bytes: int
    versions: tuple[tuple[str, str], ...]
