"""Where articles stand: in which places of which files, and what has left them when one is done."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from index.article import ReadArticle
from index.ingest.identity import is_revision, parted
from index.store.database import Database
from index.store.removal import remove_articles
from index.store.writing import ArticleWriter
from index.voices.likeness import are_copies
from index.voices.texts import read_text


class Places:
    """The places in which one run meets articles, and those that articles had before.

    A place is a file with one article, a record with an id of its own, or the number of a record.
    All calls belong inside a transaction.
    """

    def __init__(self, database: Database, writer: ArticleWriter) -> None:
        self._database = database
        self._writer = writer
        # Where each article was met first in this run.
        self._first: dict[int, str] = {}
        # By file: the articles that are new in it, and the articles that lost a place in it, each
        # with the article that is in that place now, where it is known to be the same place.
        self._added: dict[str, list[int]] = defaultdict(list)
        self._left: dict[str, dict[int, int | None]] = defaultdict(dict)

    def is_second(self, number: int, place: str, file: str | None) -> bool:
        """Whether article ``number``, which the archive has, is met in a further place now."""
        first = self._first.setdefault(number, place)
        if self._writer.at(place) == number:
            return False
        if first != place:
            return True
        others = {other for _, other in self._writer.places(number)} - {None, file}
        return file is not None and any(os.path.lexists(other) for other in others if other)

    def revised(self, number: int | None, place: str, read: ReadArticle) -> int | None:
        """The article ``number`` of ``place``, if ``read`` is another version of it only."""
        if number is None or any(
            key != place and (file is None or os.path.lexists(file))
            for key, file in self._writer.places(number)
        ):
            return None
        if not is_revision(self._text(number), (read.title, read.body)):
            return None
        self._first[number] = place
        return number

    def stand(self, number: int, path: str, place: str, file: str | None) -> None:
        """Lets article ``number`` say where it stands now, when it or its file has moved."""
        stored = str(self._database.value("SELECT path FROM articles WHERE number = ?", number))
        if stored == path:
            return
        holders = {stored, parted(stored)[0], *map(str, Path(stored).parents)}
        within = file in holders and self._first.get(number) == place
        # "a.zip/b.txt" is there as long as a.zip is.
        gone = not any(os.path.isfile(holder) for holder in holders)
        if within or gone:
            self._database.connection.execute(
                "UPDATE articles SET path = ? WHERE number = ?", (path, number)
            )

    def added(self, number: int, place: str, file: str | None) -> None:
        """Notes that article ``number`` is new."""
        self._first[number] = place
        if file is not None:
            self._added[file].append(number)

    def taken(self, before: int | None, now: int, file: str | None, *, keyed: bool) -> None:
        """Notes that article ``now`` stands in a place of ``file`` that ``before`` had.

        ``keyed`` tells a place that an article keeps from the mere number of a record.
        """
        if file is not None and before is not None and before != now:
            self._left[file][before] = now if keyed else None

    def settle(self, file: str, met: set[str]) -> set[int]:
        """Drops the places that ``file`` has no more; gives the new articles that are old ones.

        ``met`` are the places that it has. An article without a place gives its tags to the one
        that took its place, if that is another version of it, or to a new one of the same file
        that carries its text; then it goes.
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
        own = self._text(number)
        if successor is not None and is_revision(own, self._text(successor)):
            return successor
        body = own[1]
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
