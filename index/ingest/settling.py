"""After a file was read whole: what has left it, and which new article is an old one mended."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable

from index.ingest.identity import is_revision
from index.store.database import Database
from index.store.removal import remove_articles
from index.store.writing import ArticleWriter
from index.voices.likeness import are_copies
from index.voices.texts import read_text


class Settling:
    """What one run learns of the places of articles, and does about it when a file is done."""

    def __init__(self, database: Database, writer: ArticleWriter) -> None:
        self._database = database
        self._writer = writer
        # By file: the articles that are new in it, and the articles that lost a place in it, each
        # with the article that is in that place now, where it is known to be the same place.
        self._added: dict[str, list[int]] = defaultdict(list)
        self._left: dict[str, dict[int, int | None]] = defaultdict(dict)

    def added(self, file: str, number: int) -> None:
        """Notes that article ``number`` is new in ``file``."""
        self._added[file].append(number)

    def left(self, file: str, number: int, successor: int | None) -> None:
        """Notes that article ``number`` stands no more in a place of ``file``.

        ``successor`` is what stands there now, if the place is one that an article keeps.
        """
        self._left[file][number] = successor

    def settle(self, file: str, met: set[str]) -> set[int]:
        """Drops the places that ``file`` has no more; gives the new articles that are old ones.

        ``met`` are the places that it has. An article without a place gives its tags to the one
        that took its place, if that is another version of it, or to a new one of the same file
        that carries its text; then it goes. To be called inside a transaction.
        """
        connection = self._database.connection
        for key, number in connection.execute(
            "SELECT key, article FROM sources WHERE file = ?", (file,)
        ).fetchall():
            if key not in met:
                connection.execute("DELETE FROM sources WHERE key = ?", (key,))
                self._left[file].setdefault(number, None)
        mended: set[int] = set()
        for number, successor in self._left.pop(file, {}).items():
            if self._writer.sources(number):
                continue
            heir = self._heir(number, successor, self._added[file])
            if heir is not None:
                self._replace(number, heir)
                mended.add(heir)
        self._added.pop(file, None)
        return mended

    def _heir(self, number: int, successor: int | None, added: Iterable[int]) -> int | None:
        title, body = self._text(number)
        if successor is not None and successor != number:
            its_title, its_body = self._text(successor)
            if (bool(title) and title == its_title) or is_revision(body, its_body):
                return successor
        text = read_text(body)
        for other in added:
            its_body = self._text(other)[1]
            if other != number and (its_body == body or are_copies(text, read_text(its_body))):
                return other
        return None

    def _replace(self, number: int, heir: int) -> None:
        self._database.connection.execute(
            "UPDATE OR IGNORE tags SET article = ? WHERE article = ?", (heir, number)
        )
        remove_articles(self._database, [number])

    def _text(self, number: int) -> tuple[str | None, str]:
        row = self._database.connection.execute(
            "SELECT title, body FROM articles WHERE number = ?", (number,)
        ).fetchone()
        return (None, "") if row is None else (row[0], row[1])


def stands_elsewhere(writer: ArticleWriter, number: int, place: str) -> bool:
    """Whether the article stands in a place besides ``place`` that is still there."""
    return any(
        key != place and (file is None or os.path.lexists(file))
        for key, file in writer.places(number)
    )
