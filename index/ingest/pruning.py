"""Forgetting the articles whose files, or whose places in files, are there no more."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from index.ingest.identity import parted
from index.sources.folders import printed
from index.store.copies import CopyTable
from index.store.database import Database
from index.store.writing import ArticleWriter


class Pruning:
    """What one run has met of the files under ``roots``, and so what is no more.

    Only what certainly is gone is forgotten: a file that the system says does not exist in a
    folder that does, and a record that a file had which was now read whole without a problem.
    """

    def __init__(self, database: Database, roots: Iterable[Path], present: set[str]) -> None:
        self._database = database
        self._roots = [name for root in roots if _there(name := printed(root), root, present)]
        # Articles that stay although their source has gone, because they are tagged.
        self.kept = 0

    def prune(self, met: dict[str, set[str]]) -> int:
        """Forgets what is gone; gives the number of articles that left.

        ``met`` gives, for each file that was read whole, the places that it has now. What an
        analyst has tagged stays: only the analyst takes it out. To be called inside a transaction.
        """
        connection = self._database.connection
        for file in self._files():
            if file in met:
                held = {
                    str(row[0])
                    for row in connection.execute("SELECT key FROM sources WHERE file = ?", (file,))
                }
                connection.executemany(
                    "DELETE FROM sources WHERE key = ?", [(key,) for key in held - met[file]]
                )
            elif _gone(file):
                connection.execute("DELETE FROM sources WHERE file = ?", (file,))
                connection.execute("DELETE FROM files WHERE path = ?", (file,))
        return self._take_out(set(met))

    def _take_out(self, whole: set[str]) -> int:
        writer, copies = ArticleWriter(self._database), CopyTable(self._database)
        rows = self._database.connection.execute(
            "SELECT number, path, EXISTS (SELECT 1 FROM tags WHERE article = number) FROM articles"
            " WHERE NOT EXISTS (SELECT 1 FROM sources WHERE article = number)"
        ).fetchall()
        gone: list[int] = []
        for number, path, tagged in rows:
            file = parted(path)[0]
            if not self._inside(file) or not (_held(file, whole) or _gone(file)):
                continue
            if tagged:
                self.kept += 1
            else:
                gone.append(number)
        for number in gone:
            copies.remove(number)
            writer.remove(number)
        copies.regroup(gone)
        return len(gone)

    def _files(self) -> list[str]:
        rows = self._database.connection.execute(
            "SELECT DISTINCT file FROM sources WHERE file IS NOT NULL"
        )
        return [row[0] for row in rows if self._inside(row[0])]

    def _inside(self, file: str) -> bool:
        return any(_within(file, root) for root in self._roots)


def _within(file: str, folder: str) -> bool:
    return file == folder or file.startswith(folder.rstrip(os.sep) + os.sep)


def _held(file: str, whole: set[str]) -> bool:
    """Whether ``file``, or a packed file that holds it, is among ``whole``."""
    return file in whole or any(str(parent) in whole for parent in Path(file).parents)


def _there(name: str, root: Path, present: set[str]) -> bool:
    """Whether what is missing at ``root`` is really gone, and not on a disk that is not there.

    A folder in which nothing at all was met may be one on which nothing is mounted.
    """
    try:
        if root.is_dir():
            return any(_within(file, name) for file in present)
        return root.parent.is_dir()
    except OSError:
        return False


def _gone(file: str) -> bool:
    try:
        os.lstat(file)
    except OSError as error:
        return error.errno in (errno.ENOENT, errno.ENOTDIR)
    except ValueError:
        return False
    return False
