"""Which files look as they did when they were read, and need not be read again."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from index.article import Selection
from index.sources.folders import printed
from index.store.database import Database

# A file that changed less than this before it was read may change again within one tick of its
# clock, unseen: nanoseconds.
_SETTLED = 2_000_000_000


def reading_of(selection: Selection) -> str:
    """A name for the way in which ``selection`` has files read."""
    said = [sorted(selection.mapping.items()), selection.include, selection.exclude]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Look:
    """How a file looks from outside: bytes, and the time of its last change in nanoseconds."""

    size: int
    modified: int


class KnownFiles:
    """The files that were read whole, without a problem; to be asked before one is opened.

    ``reading`` names the way in which files are read in this run: a file that was read in another
    way (with another mapping of its columns) is read again.
    """

    def __init__(self, database: Database, reading: str) -> None:
        self._database = database
        self._reading = reading
        self._looks: dict[str, _Look] = {}

    def look(self, path: Path) -> int | None:
        """The number of articles of ``path`` if it need not be read again, else None."""
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return None
        name, look = printed(path), _Look(status.st_size, status.st_mtime_ns)
        if time.time_ns() - look.modified > _SETTLED:
            self._looks[name] = look
        row = self._database.connection.execute(
            "SELECT size, modified, reading, articles,"
            " (SELECT count(*) FROM sources WHERE file = path) FROM files WHERE path = ?",
            (name,),
        ).fetchone()
        # An article that was taken out comes back when its file is added again.
        if row is None or row[:3] != (look.size, look.modified, self._reading) or row[4] < row[3]:
            return None
        return int(row[3])

    def note(self, name: str) -> None:
        """Keeps how the file looked, which was read whole; inside a transaction."""
        look = self._looks.pop(name, None)
        if look is None:
            self.forget(name)
            return
        self._database.connection.execute(
            "INSERT OR REPLACE INTO files (path, size, modified, reading, articles)"
            " SELECT ?, ?, ?, ?, count(*) FROM sources WHERE file = ?",
            (name, look.size, look.modified, self._reading, name),
        )

    def forget(self, name: str) -> None:
        """Lets the file be read again next time; inside a transaction."""
        self._looks.pop(name, None)
        self._database.connection.execute("DELETE FROM files WHERE path = ?", (name,))
