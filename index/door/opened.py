"""An archive's folder, opened: its files, its database, and who reads them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar, cast

from index.article import Selection
from index.correcting import FILE as CORRECTIONS
from index.correcting import CorrectionKeeper
from index.errors import ArchiveError
from index.store.database import Database, DatabaseError
from index.store.reading import ArticleReader
from index.text import clean_line

if TYPE_CHECKING:
    from index.entities.memory_rules import MemoryRules
    from index.finding import Finder
    from index.reading.boilerplate import Boilerplate

DATABASE = "archive.sqlite"
INDEX = "index"
# The folder of an archive in which an analyst extends the packaged rules.
RULES = "rules"
# What an archive's folder may hold before it has a database: rules, traces of a killed `create`.
OWN_FILES = (
    DATABASE,
    f"{DATABASE}-wal",
    f"{DATABASE}-shm",
    INDEX,
    "index.lock",
    RULES,
    CORRECTIONS,
)

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")
Opened = TypeVar("Opened", bound="OpenArchive")


def told(
    method: Callable[Concatenate[Opened, Arguments], Answer],
) -> Callable[Concatenate[Opened, Arguments], Answer]:
    """Lets ``method`` tell of a damaged database in words, whenever the damage shows."""

    @wraps(method)
    def call(self: Opened, *arguments: Arguments.args, **options: Arguments.kwargs) -> Answer:
        try:
            return method(self, *arguments, **options)
        except sqlite3.Error as error:
            raise self._damage(error) from error

    return cast(Callable[Concatenate[Opened, Arguments], Answer], call)


class OpenArchive:
    """The folder of an archive with its database, open.

    Everything that touches Whoosh or the lexicons is imported when first needed, because a list
    of the newest articles needs neither.
    """

    def __init__(self, path: Path, database: Database, *, sample: bool = False) -> None:
        self.path = path
        self.sample = sample
        self._database = database
        self._reader = ArticleReader(database)
        self._corrections = CorrectionKeeper(database, self._reader, path)
        self._finder: Finder | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, *, sample: bool = False) -> Self:
        """Opens the archive in the folder ``path``.

        Raises:
            ArchiveError: there is none, or it cannot be read.
        """
        if not (path / DATABASE).is_file():
            raise ArchiveError(f"{path} is not an archive (tppo-tui add makes one)")
        return cls(path, Database.open(path / DATABASE), sample=sample)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Opens the archive in the folder ``path``, and makes it where there is none.

        Raises:
            ArchiveError: the folder holds something else, or cannot be written.
        """
        if not Database.blank(path / DATABASE):
            return cls.open(path)
        try:
            path.mkdir(parents=True, exist_ok=True)
            if any(entry.name not in OWN_FILES for entry in path.iterdir()):
                raise ArchiveError(f"{path} holds other files; name an empty or a new folder")
            return cls(path, Database.create(path / DATABASE))
        except (OSError, DatabaseError) as error:
            raise ArchiveError(f"{path} cannot become an archive: {error}") from error

    @staticmethod
    def selection(
        mapping: str = "", include: Iterable[str] = (), exclude: Iterable[str] = ()
    ) -> Selection:
        """What ``add`` is to read: ``title=judul,body=isi`` names columns, the others are globs.

        Raises:
            ValueError: a field is unknown, a pair is none, or a glob cannot be read.
        """
        from index.sources import check_globs, parse_mapping

        chosen = Selection(
            parse_mapping(mapping) if mapping.strip() else {}, tuple(include), tuple(exclude)
        )
        check_globs((*chosen.include, *chosen.exclude))
        return chosen

    @staticmethod
    def exists(path: Path) -> bool:
        """Whether the folder ``path`` holds an archive."""
        return (path / DATABASE).is_file()

    def close(self) -> None:
        """Lets go of the database and the index; the instance is of no use after it."""
        with self._lock:
            if self._finder is not None:
                self._finder.close()
                self._finder = None
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _full_id(self, identifier: str) -> str:
        found = self._reader.resolve(identifier)
        if not found:
            raise ArchiveError(f"no article has the id {clean_line(identifier)!r}")
        if len(found) > 1:
            raise ArchiveError(f"several articles have an id that begins with {identifier!r}")
        return found[0]

    def _rules(self) -> Boilerplate:
        """The rules of cleaning: the packaged ones, and those of the archive."""
        from index.reading.boilerplate import boilerplate
        from index.rules import RuleError

        try:
            file = self.path / RULES / "boilerplate.yaml"
            other = file.with_suffix(".yml")
            return boilerplate(other if other.exists() and not file.exists() else file)
        except RuleError as error:
            raise ArchiveError(str(error)) from error

    def _memory_rules(self) -> MemoryRules:
        """When the memory of names is believed: the packaged rules, and those of the archive."""
        from index.entities.memory_rules import memory_rules
        from index.rules import RuleError

        try:
            return memory_rules(self.path / RULES / "memory.yaml")
        except RuleError as error:
            raise ArchiveError(str(error)) from error

    def _damage(self, error: sqlite3.Error) -> ArchiveError:
        return ArchiveError(
            f"the database in {self.path} cannot be read or written ({error}); "
            "tppo-tui check says more"
        )

    @property
    def _find(self) -> Finder:
        with self._lock:
            if self._finder is None:
                from index.finding import Finder

                self._finder = Finder(self._database, self._reader, self.path / INDEX)
            return self._finder
