"""Which articles carry the same text, kept up to date with every article that comes or goes."""

from __future__ import annotations

import struct
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache
from typing import TYPE_CHECKING

from index.store.batches import batches, marks
from index.store.copy_tables import COPY_TABLES
from index.voices.groups import Member, connected, groups, representative
from index.voices.likeness import are_copies, same_days
from index.voices.signature import keys, scheme
from index.voices.texts import FILED, Day, Text, read_text

if TYPE_CHECKING:
    from index.store.database import Database

__all__ = ["COPY_TABLES", "CopyTable"]

_SCHEME = "copies"
# Texts that are kept as they are compared, some five kilobytes each.
_KEPT = 2048


class CopyTable:
    """The copies among the articles of ``database``; one instance for all of one ``add``.

    ``put``, ``remove``, ``regroup`` and ``rebuild`` belong inside an open transaction, the rest
    may be asked at any time. What came in which order leaves no trace in the groups.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._touched: set[int] = set()
        self._text = lru_cache(maxsize=_KEPT)(self._read_text)

    # Keeping up

    def stale(self) -> bool:
        """Whether the keys are missing or of another scheme, so that ``rebuild`` is called for."""
        return self._database.value("SELECT value FROM meta WHERE key = ?", _SCHEME) != scheme()

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> set[int]:
        """Compares all articles anew; gives what ``regroup`` gives.

        ``progress`` hears of the number of articles that are done, and of all.
        """
        execute = self._database.connection.execute
        for table in ("copy_keys", "copy_links", "copy_texts", "copy_articles"):
            execute(f"DELETE FROM {table}")
        execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_SCHEME, scheme()))
        numbers = [row[0] for row in execute("SELECT number FROM articles ORDER BY number")]
        for done, number in enumerate(numbers, 1):
            body = self._database.value("SELECT body FROM articles WHERE number = ?", number)
            self.put(number, str(body))
            if progress is not None:
                progress(done, len(numbers))
        return self.regroup()

    def put(self, number: int, body: str) -> None:
        """Files article ``number``, new or changed, whose ``body`` is in the database already."""
        self._touched.add(number)
        text = read_text(body)
        execute = self._database.connection.execute
        row = execute("SELECT number FROM copy_texts WHERE digest = ?", (text.digest,)).fetchone()
        if row and row[0] == self._text_of(number):
            return
        self.remove(number)
        if text.length < FILED:
            return
        filed = row[0] if row else self._file(text)
        execute(
            "INSERT INTO copy_articles (article, id, text)"
            " SELECT number, id, ? FROM articles WHERE number = ?",
            (filed, number),
        )

    def remove(self, number: int) -> None:
        """Takes article ``number`` out; to be called before its row leaves ``articles``."""
        text = self._text_of(number)
        self._touched.add(number)
        if text is None:
            return
        self._touched.update(self.copies(number))
        execute = self._database.connection.execute
        execute("DELETE FROM copy_articles WHERE article = ?", (number,))
        if execute("SELECT 1 FROM copy_articles WHERE text = ?", (text,)).fetchone():
            return
        for (other,) in execute("SELECT other FROM copy_links WHERE text = ?", (text,)).fetchall():
            self._touched.update(self._articles_of([other]))
            execute("DELETE FROM copy_links WHERE text = ? AND other = ?", (other, text))
        execute("DELETE FROM copy_links WHERE text = ?", (text,))
        packed = execute("SELECT keys FROM copy_texts WHERE number = ?", (text,)).fetchone()[0]
        self._database.connection.executemany(
            "DELETE FROM copy_keys WHERE key = ? AND text = ?",
            [(key, text) for key in _unpacked(packed)],
        )
        execute("DELETE FROM copy_texts WHERE number = ?", (text,))

    def regroup(self, changed: Iterable[int] = ()) -> set[int]:
        """Groups anew what ``put`` and ``remove`` have touched, and the articles ``changed``.

        Keeps ``articles.copies`` up to date. Gives the numbers of the articles whose number of
        copies or whose representative is another than before, without those that are gone.
        """
        touched = self._touched.union(changed)
        self._touched = set()
        links = _Links(self._database)
        texts = {text for text in map(self._text_of, sorted(touched)) if text is not None}
        texts = connected(links, texts)
        articles = self._articles_of(texts)
        represented = self._represented(texts, links, articles)
        return self._write(touched | articles.keys(), represented)

    # Asking

    def copies(self, number: int) -> list[int]:
        """The other articles of the group of article ``number``, its representative first."""
        rows = self._database.connection.execute(
            "SELECT mate.article FROM copy_articles AS own JOIN copy_articles AS mate"
            " ON mate.representative = own.representative"
            " JOIN articles ON articles.number = mate.article"
            " WHERE own.article = ? AND mate.article <> own.article"
            " ORDER BY mate.article <> mate.representative, published NULLS LAST, mate.id",
            (number,),
        )
        return [row[0] for row in rows]

    def of(self, identifier: str) -> list[str]:
        """The ids of the other articles of the group of ``identifier``, in the order of ``copies``.

        Empty for an article without copies, and for an unknown id.
        """
        number = self._database.value("SELECT number FROM articles WHERE id = ?", identifier)
        if not isinstance(number, int):
            return []
        value = self._database.value
        mates = self.copies(number)
        return [str(value("SELECT id FROM articles WHERE number = ?", mate)) for mate in mates]

    def voices(self, numbers: Iterable[int]) -> dict[int, int]:
        """For each of ``numbers`` the article that stands for its group: itself, if it is alone."""
        found = {number: number for number in numbers}
        for batch in batches(list(found)):
            rows = self._database.connection.execute(
                "SELECT article, representative FROM copy_articles"
                f" WHERE representative IS NOT NULL AND article IN ({marks(batch)})",
                batch,
            )
            found.update(rows.fetchall())
        return found

    def all_groups(self) -> dict[str, int]:
        """The id of every article that has copies, with the number of its group."""
        rows = self._database.connection.execute(
            "SELECT id, representative FROM copy_articles WHERE representative IS NOT NULL"
        )
        return dict(rows.fetchall())

    # Filing

    def _file(self, text: Text) -> int:
        execute = self._database.connection.execute
        found = keys(text)
        number = execute(
            "INSERT INTO copy_texts (digest, words, days, keys) VALUES (?, ?, ?, ?)",
            (text.digest, text.length, _printed(text.days), _packed(found)),
        ).lastrowid
        assert number is not None
        near = execute(
            "SELECT number, digest, days FROM copy_texts WHERE number IN"
            f" (SELECT text FROM copy_keys WHERE key IN ({marks(found)}))",
            found.tolist(),
        ).fetchall()
        for other, digest, days in near:
            # A text of another day of a series is not even read.
            if same_days(text.days, _days(days)) and are_copies(text, self._text(digest)):
                pairs = (number, other, other, number)
                execute("INSERT INTO copy_links VALUES (?, ?), (?, ?)", pairs)
        self._database.connection.executemany(
            "INSERT INTO copy_keys VALUES (?, ?)", [(key, number) for key in found]
        )
        return number

    def _read_text(self, digest: bytes) -> Text:
        body = self._database.value(
            "SELECT body FROM copy_texts JOIN copy_articles ON text = copy_texts.number"
            " JOIN articles ON articles.number = article WHERE digest = ?",
            digest,
        )
        return read_text(str(body))

    def _text_of(self, article: int) -> int | None:
        found = self._database.value("SELECT text FROM copy_articles WHERE article = ?", article)
        return found if isinstance(found, int) else None

    def _articles_of(self, texts: Iterable[int]) -> dict[int, int]:
        """The articles that carry one of ``texts``, each with its text."""
        found: dict[int, int] = {}
        for batch in batches(texts):
            rows = self._database.connection.execute(
                f"SELECT article, text FROM copy_articles WHERE text IN ({marks(batch)})", batch
            )
            found.update(rows.fetchall())
        return found

    # Grouping

    def _represented(
        self, texts: set[int], links: dict[int, set[int]], articles: dict[int, int]
    ) -> dict[int, tuple[int, int]]:
        """The representative and the number of copies of those of ``articles`` that have any."""
        of_text: dict[int, set[int]] = defaultdict(set)
        for article, text in articles.items():
            of_text[text].add(article)
        found = groups(links, self._ranks(texts))
        found += [{text} for text in texts.difference(*found) if len(of_text[text]) > 1]
        represented: dict[int, tuple[int, int]] = {}
        for group in found:
            numbers = set().union(*(of_text[text] for text in group))
            first = representative(self._members(numbers)).number
            represented.update(dict.fromkeys(numbers, (first, len(numbers) - 1)))
        return represented

    def _ranks(self, texts: Iterable[int]) -> dict[int, tuple[int, bytes]]:
        """What orders texts: the longest first; of equal length, by what they say."""
        ranks: dict[int, tuple[int, bytes]] = {}
        for batch in batches(texts):
            rows = self._database.connection.execute(
                f"SELECT number, words, digest FROM copy_texts WHERE number IN ({marks(batch)})",
                batch,
            )
            ranks.update((number, (-words, digest)) for number, words, digest in rows)
        return ranks

    def _members(self, numbers: Iterable[int]) -> Iterator[Member]:
        for batch in batches(numbers):
            rows = self._database.connection.execute(
                "SELECT number, id, published, length(body) FROM articles"
                f" WHERE number IN ({marks(batch)})",
                batch,
            )
            for row in rows:
                yield Member(*row)

    def _write(self, numbers: set[int], represented: dict[int, tuple[int, int]]) -> set[int]:
        """Writes the groups of the articles ``numbers``; gives those for which they changed."""
        execute = self._database.connection.execute
        changed: set[int] = set()
        for batch in batches(numbers):
            rows = execute(
                "SELECT number, copies, representative FROM articles"
                f" LEFT JOIN copy_articles ON article = number WHERE number IN ({marks(batch)})",
                batch,
            ).fetchall()
            for number, *before in rows:
                first, copies = represented.get(number, (None, 0))
                if before == [copies, first]:
                    continue
                changed.add(number)
                execute("UPDATE articles SET copies = ? WHERE number = ?", (copies, number))
                execute(
                    "UPDATE copy_articles SET representative = ? WHERE article = ?",
                    (first, number),
                )
        return changed


class _Links(dict[int, set[int]]):
    """The texts that are copies of a text, read when they are asked for."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database

    def __missing__(self, text: int) -> set[int]:
        rows = self._database.connection.execute(
            "SELECT other FROM copy_links WHERE text = ?", (text,)
        )
        self[text] = {row[0] for row in rows}
        return self[text]


def _printed(days: Set[Day]) -> str:
    return " ".join(f"{day}/{month}" for day, month in sorted(days))


def _days(printed: str) -> set[Day]:
    pairs = (day.split("/") for day in printed.split())
    return {(int(day), int(month)) for day, month in pairs}


def _packed(found: array[int]) -> bytes:
    return struct.pack(f"<{len(found)}I", *found)


def _unpacked(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)
