"""The archive's memory of names: what its articles say of them, and what follows for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.entities.evidence import Evidence
from index.entities.memory_rules import MemoryRules, Recall
from index.entities.recalled import Office, Recalled
from index.store.database import Database
from index.store.office_memory import Held, full_names

# What is decided for one article: a name, its office, and the full name (None: it is a person).
_Decision = tuple[int, str, str, str, str, str | None]


class NameMemory:
    """What the articles of ``database`` know of names; all calls belong inside a transaction.

    A decision follows from what all articles say without the memory, and from nothing else: in
    which order they came leaves no trace.
    """

    def __init__(self, database: Database, rules: MemoryRules) -> None:
        self._database = database
        self._rules = rules

    def put(self, number: int, found: Iterable[Evidence]) -> None:
        """Lets ``found`` be what article ``number`` says of names."""
        new = {_row(each) for each in found}
        old: set[tuple[str, ...]] = set(
            self._database.connection.execute(
                "SELECT way, name, form, office, agency, place FROM name_evidence"
                " WHERE article = ?",
                (number,),
            )
        )
        self._database.connection.executemany(
            "DELETE FROM name_evidence WHERE article = ? AND way = ? AND name = ? AND form = ?"
            " AND office = ? AND agency = ? AND place = ?",
            [(number, *row) for row in sorted(old - new)],
        )
        self._database.connection.executemany(
            "INSERT INTO name_evidence VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(number, *row) for row in sorted(new - old)],
        )

    def await_turn(self, number: int) -> None:
        """Lets article ``number``, which was written without the memory, wait for what it knows."""
        self._database.connection.execute(
            "INSERT OR IGNORE INTO articles_to_settle"
            " SELECT article FROM recalled WHERE article = ? LIMIT 1",
            (number,),
        )

    def recalled(self, number: int) -> Recalled:
        """What was decided for article ``number``."""
        names: set[str] = set()
        full: dict[tuple[str, Office], str] = {}
        for name, *held, meant in self._database.connection.execute(
            "SELECT name, office, agency, place, full FROM recalled WHERE article = ?", (number,)
        ):
            if meant is None:
                names.add(name)
            else:
                full[name, Office(*held)] = meant
        return Recalled(frozenset(names), full)

    def decide(self, *, everything: bool = False) -> None:
        """Decides anew on all names that came, went or changed; or on ``everything``.

        The articles for which it decides otherwise than before wait (``waiting``) until they are
        ``done``.
        """
        execute = self._database.connection.execute
        if everything:
            execute("INSERT OR IGNORE INTO names_to_settle SELECT name FROM name_evidence")
            execute("INSERT OR IGNORE INTO names_to_settle SELECT name FROM recalled")
        # Only these can be decided on, or were.
        names = [
            row[0]
            for row in execute(
                "SELECT name FROM names_to_settle AS stale WHERE"
                " EXISTS (SELECT 1 FROM recalled WHERE recalled.name = stale.name) OR"
                " EXISTS (SELECT 1 FROM name_evidence AS said WHERE said.name = stale.name"
                " AND way IN ('bare', 'short')) ORDER BY name"
            ).fetchall()
        ]
        for name in names:
            self._database.connection.executemany(
                "INSERT OR IGNORE INTO articles_to_settle VALUES (?)",
                [(number,) for number in sorted(self._decide(name))],
            )
        execute("DELETE FROM names_to_settle")

    def waiting(self) -> list[int]:
        """The articles that have to be annotated anew."""
        rows = self._database.connection.execute(
            "SELECT article FROM articles_to_settle ORDER BY article"
        )
        return [row[0] for row in rows]

    def done(self, number: int) -> None:
        """Notes that article ``number`` is annotated by what was decided."""
        self._database.connection.execute(
            "DELETE FROM articles_to_settle WHERE article = ?", (number,)
        )

    def _decide(self, name: str) -> set[int]:
        """Decides on one name; gives the articles for which that changes anything."""
        connection = self._database.connection
        before: set[_Decision] = set(
            connection.execute(
                "SELECT article, name, office, agency, place, full FROM recalled WHERE name = ?",
                (name,),
            )
        )
        now = self._people(name) | self._filed(name)
        for row in before - now:
            connection.execute(
                "DELETE FROM recalled WHERE article = ? AND name = ? AND office = ?"
                " AND agency = ? AND place = ? AND full IS ?",
                row,
            )
        connection.executemany("INSERT INTO recalled VALUES (?, ?, ?, ?, ?, ?)", now - before)
        return {row[0] for row in now ^ before}

    def _people(self, name: str) -> set[_Decision]:
        """The articles that print the name bare, if enough others give it away."""
        rule = self._rules.recall
        if rule is None:
            return set()
        rows = self._database.connection.execute(
            "SELECT DISTINCT article FROM name_evidence WHERE name = ? AND way = 'bare'", (name,)
        ).fetchall()
        if not rows or not self._believed(name, rule):
            return set()
        return {(row[0], name, "", "", "", None) for row in rows}

    def _believed(self, name: str, rule: Recall) -> bool:
        texts: dict[str, set[int]] = defaultdict(set)
        kinds: set[str] = set()
        for way, cue, text in self._database.connection.execute(
            "SELECT way, form, ifnull(representative, said.article)"
            " FROM name_evidence AS said LEFT JOIN copy_articles USING (article) WHERE name = ?",
            (name,),
        ):
            texts[way].add(text)
            if way == "cued":
                kinds.add(cue)
        cued = len(texts["cued"])
        if cued < (rule.texts if len(kinds) >= rule.kinds else rule.often):
            return False
        person = len(texts["cued"] | texts["weak"])
        if len(texts["case"]) > rule.case * person:
            return False
        return person >= rule.share * (person + len(texts["bare"]) + len(texts["thing"]))

    def _filed(self, name: str) -> set[_Decision]:
        """The articles that print a single name with an office, each with the full name."""
        rule = self._rules.filing
        if rule is None:
            return set()
        short = self._held(name, "short")
        if not short:
            return set()
        called = self._held(name, "called")
        return {
            (one.article, name, one.held.office, one.held.agency, one.held.place, full)
            for one, full in full_names(short, called, rule)
        }

    def _held(self, name: str, way: str) -> list[Held]:
        rows = self._database.connection.execute(
            "SELECT said.article, ifnull(representative, said.article), substr(published, 1, 10),"
            " form, office, agency, said.place FROM name_evidence AS said"
            " JOIN articles ON number = said.article LEFT JOIN copy_articles USING (article)"
            " WHERE name = ? AND way = ?",
            (name, way),
        )
        return [
            Held(article, text, published, form, Office(*held))
            for article, text, published, form, *held in rows
        ]


def _row(each: Evidence) -> tuple[str, ...]:
    held = each.held
    return each.way, each.name, each.form, held.office, held.agency, held.place
