"""Forgetting the articles whose files, or whose places in files, are there no more."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from index.article import Problem
from index.ingest.identity import parted
from index.sources.folders import printed
from index.store.database import Database
from index.store.removal import remove_articles

NOT_MOUNTED = (
    "holds nothing now, as a disk that is not there; nothing of it was forgotten "
    "(tppo-tui remove takes articles out)"
)


class Pruning:
    """What one run has met of the files under ``roots``, and so what is no more.

    Only what certainly is gone is forgotten: a file that the system says does not exist in a
    folder that does, and a record that a file had which was now read whole without a problem.
    """

    def __init__(self, database: Database, roots: Iterable[Path], present: set[str]) -> None:
        self._database = database
        self._present = present
        self._roots: list[str] = []
        # Articles that stay although their source has gone, because they are tagged.
        self.kept = 0
        # Folders that may be on a disk that is not there.
        self.spared: list[Problem] = []
        for root in roots:
            name = printed(root)
            if self._is_there(name, root):
                self._roots.append(name)
            elif any(_within(file, name) for file in self._all_files()):
                self.spared.append(Problem(name, NOT_MOUNTED))

    def prune(self, whole: set[str]) -> int:
        """Forgets what is gone; gives the number of articles that left.

        ``whole`` are the files that are read whole, whose places are all known. What an analyst has
        tagged stays: only the analyst takes it out. To be called inside a transaction.
        """
        connection = self._database.connection
        for file in filter(self._inside, self._all_files()):
            if file not in self._present and _gone(file):
                connection.execute("DELETE FROM sources WHERE file = ?", (file,))
                connection.execute("DELETE FROM files WHERE path = ?", (file,))
        self._follow()
        return self._take_out(whole)

    def _follow(self) -> None:
        """Lets articles say where they stand that stood in another, vanished file as well."""
        connection = self._database.connection
        for number, path, key in connection.execute(
            "SELECT number, path, key FROM articles JOIN sources ON article = number"
            " WHERE key <> path AND key = file"
        ).fetchall():
            file = parted(path)[0]
            if self._inside(file) and file not in self._present and _gone(file):
                connection.execute("UPDATE articles SET path = ? WHERE number = ?", (key, number))

    def _take_out(self, whole: set[str]) -> int:
        rows = self._database.connection.execute(
            "SELECT number, path, EXISTS (SELECT 1 FROM tags WHERE article = number) FROM articles"
            " WHERE NOT EXISTS (SELECT 1 FROM sources WHERE article = number)"
        ).fetchall()
        gone: list[int] = []
        for number, path, tagged in rows:
            file = parted(path)[0]
            if not self._inside(file):
                continue
            if not _held(file, whole) and (file in self._present or not _gone(file)):
                continue
            if tagged:
                self.kept += 1
            else:
                gone.append(number)
        remove_articles(self._database, gone)
        return len(gone)

    def _all_files(self) -> list[str]:
        rows = self._database.connection.execute(
            "SELECT DISTINCT file FROM sources WHERE file IS NOT NULL"
        )
        return [row[0] for row in rows]

    def _is_there(self, name: str, root: Path) -> bool:
        """Whether what is missing at ``root`` is really gone, and not on a disk that is not there.

        A folder in which nothing at all was met may be one on which nothing is mounted.
        """
        try:
            if root.is_dir():
                return any(_within(file, name) for file in self._present)
            return root.exists() or (root.parent.is_dir() and name in self._all_files())
        except OSError:
            return False

    def _inside(self, file: str) -> bool:
        return any(_within(file, root) for root in self._roots)


def _within(file: str, folder: str) -> bool:
    return file == folder or file.startswith(folder.rstrip(os.sep) + os.sep)


def _held(file: str, whole: set[str]) -> bool:
    """Whether ``file``, or a packed file that holds it, is among ``whole``."""
    return file in whole or any(str(parent) in whole for parent in Path(file).parents)


def _gone(file: str) -> bool:
    """Whether no file has this name; ``file`` is as it is printed, which may not be its name."""
    path = Path(file)
    try:
        for child, folder in zip([path, *path.parents], path.parents, strict=False):
            if _exists(child):
                return False
            if _exists(folder):
                # A name with a newline or a decomposed letter is printed otherwise than it is.
                return not any(printed(folder / name) == str(child) for name in os.listdir(folder))
    except (OSError, ValueError):
        return False
    return False


def _exists(path: Path) -> bool:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True
