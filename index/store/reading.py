"""Reading articles back from the database of record."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from index.article import (
    Agency,
    Annotations,
    Article,
    Credit,
    Figure,
    Law,
    Mention,
    Mentioned,
    Offence,
    Origin,
    Person,
    Place,
    Quote,
    Removed,
    Statement,
)
from index.corrections.applying import corrected, entities_of, text_parts
from index.corrections.checking import State
from index.corrections.routes import Routes
from index.store.batches import batches, marks
from index.store.database import Database
from index.store.facts import unpacked_facts, unpacked_figure
from index.store.originals import unpacked_text


@dataclass(frozen=True, slots=True)
class Heading:
    """What a row of a result list needs of an article."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    body: str
    captions: tuple[str, ...]
    tags: tuple[str, ...]


class ArticleReader:
    """Reads from ``database``; safe in any thread.

    ``routes`` are the corrections that are laid over what was found, none to begin with;
    ``refresh`` brings them in step with what the analyst has written since.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.routes = Routes()
        self.refresh: Callable[[], None] = lambda: None
        self._known: tuple[Routes, dict[State, Mentioned]] = (self.routes, {})

    def newest(self, limit: int | None = None, offset: int = 0) -> list[str]:
        """Ids by date of publication, newest first, the undated last."""
        rows = self._database.connection.execute(
            "SELECT id FROM articles ORDER BY published DESC NULLS LAST, id LIMIT ? OFFSET ?",
            (-1 if limit is None else limit, offset),
        )
        return [row[0] for row in rows]

    def count(self) -> int:
        """The number of articles."""
        return self._database.number("SELECT count(*) FROM articles")

    def resolve(self, name: str) -> list[str]:
        """The ids that are ``name`` or, from four characters on, begin with it; at most two."""
        if self._database.value("SELECT 1 FROM articles WHERE id = ?", name):
            return [name]
        if len(name) < 4 or not name.isalnum():
            return []
        rows = self._database.connection.execute(
            "SELECT id FROM articles WHERE id >= ? AND id < ? LIMIT 2", (name, name + "\x7f")
        )
        return [row[0] for row in rows]

    def number(self, identifier: str) -> int | None:
        """The row number of the article ``identifier``, or None."""
        found = self._database.value("SELECT number FROM articles WHERE id = ?", identifier)
        return found if isinstance(found, int) else None

    def ids(self, numbers: Sequence[int]) -> list[str]:
        """The ids of the articles with these row numbers, in that order."""
        found: dict[int, str] = {}
        for batch in batches(numbers):
            found.update(
                self._database.connection.execute(
                    f"SELECT number, id FROM articles WHERE number IN ({marks(batch)})", batch
                )
            )
        return [found[number] for number in numbers if number in found]

    def headings(self, ids: Sequence[str]) -> dict[str, Heading]:
        """The headings of the articles ``ids``; unknown ids are left out."""
        found: dict[str, Heading] = {}
        for batch in batches(ids):
            rows = self._database.connection.execute(
                "SELECT id, title, outlet, published, body, captions,"
                " (SELECT json_group_array(name) FROM tags WHERE article = number) FROM articles"
                f" WHERE id IN ({marks(batch)})",
                batch,
            )
            for name, title, outlet, published, body, captions, tags in rows:
                found[name] = Heading(
                    name,
                    title,
                    outlet,
                    published,
                    body,
                    tuple(json.loads(captions)),
                    tuple(json.loads(tags)),
                )
        return found

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles ``ids``, whole, in that order; unknown ids are left out."""
        lay_over = self.corrector(self.routes)
        return (lay_over(article) for article in self.as_found(ids))

    def as_found(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles ``ids`` without any correction; unknown ids are left out."""
        for batch in batches(ids):
            loaded = self._load(batch)
            for identifier in batch:
                if identifier in loaded:
                    yield loaded[identifier]

    def corrector(self, routes: Routes) -> Callable[[Article], Article]:
        """Lays the corrections of ``routes`` over an article as it was found."""
        if not routes:
            return lambda article: article
        templates = self._templates(routes)

        def lay_over(article: Article) -> Article:
            found = article.annotations
            parts = text_parts(article.title, article.body, article.captions)
            better = corrected(found, parts, article.id, routes, templates)
            return article if better is found else replace(article, annotations=better)

        return lay_over

    def _templates(self, routes: Routes) -> dict[State, Mentioned]:
        """What the archive knows of the names that corrections lead to; looked up once."""
        known = self._known
        if known[0] is not routes:
            known = self._known = (routes, dict(self._looked_up(routes)))
        return known[1]

    def _looked_up(self, routes: Routes) -> Iterator[tuple[State, Mentioned]]:
        for state in dict.fromkeys(routes.targets()):
            number = self._database.value(
                "SELECT article FROM entities WHERE kind = ? AND name = ? LIMIT 1", *state
            )
            if isinstance(number, int):
                for kind, entity in entities_of(self._annotations([number])[number]):
                    if (kind, entity.name) == state:
                        yield state, replace(entity, mentions=())

    def changed(self, since: int) -> list[str]:
        """Ids of the articles that changed after change ``since``, oldest change first."""
        rows = self._database.connection.execute(
            "SELECT id FROM articles WHERE change > ? ORDER BY change", (since,)
        )
        return [row[0] for row in rows]

    def forgotten(self, since: int) -> list[str]:
        """Ids of the articles that were taken out after change ``since``."""
        rows = self._database.connection.execute(
            "SELECT id FROM forgotten WHERE change > ?", (since,)
        )
        return [row[0] for row in rows]

    def original(self, identifier: str) -> str:
        """What the source of an article held, before cleaning; empty for an unknown id."""
        return unpacked_text(
            self._database.value(
                "SELECT text FROM originals JOIN articles ON number = article WHERE id = ?",
                identifier,
            )
        )

    def removed(self, identifier: str) -> tuple[Removed, ...]:
        """What cleaning took out of an article, in the order of the text."""
        rows = self._database.connection.execute(
            "SELECT rule, text FROM removed JOIN articles ON number = article WHERE id = ?"
            " ORDER BY removed.rowid",
            (identifier,),
        )
        return tuple(Removed(*row) for row in rows)

    def _load(self, batch: Sequence[str]) -> dict[str, Article]:
        rows = self._database.connection.execute(
            "SELECT number, id, path, source_id, url, title, outlet, published, place, author,"
            " body, section, credits, origins, captions, copies"
            f" FROM articles WHERE id IN ({marks(batch)})",
            batch,
        ).fetchall()
        numbers = [row[0] for row in rows]
        tags = self._grouped("SELECT article, name FROM tags", numbers, "name")
        annotations = self._annotations(numbers)
        loaded: dict[str, Article] = {}
        for number, identifier, *fields, captions, copies in rows:
            path, source_id, url, title, outlet, published, place, author, body, *more = fields
            section, credits, origins = more
            loaded[identifier] = Article(
                identifier,
                path,
                source_id,
                url,
                title,
                outlet,
                published,
                place,
                author,
                body,
                tuple(json.loads(captions)),
                copies,
                tuple(tag for (tag,) in tags[number]),
                annotations[number],
                section,
                tuple(Credit(*credit) for credit in json.loads(credits)),
                tuple(Origin(*origin) for origin in json.loads(origins)),
            )
        return loaded

    def _annotations(self, numbers: Sequence[int]) -> dict[int, Annotations]:
        entities = self._entities(numbers)
        figures = self._grouped(
            "SELECT article, text, low, high, unit, what, measure, period, place, speaker, part,"
            ' start, "end", agency, facts FROM figures',
            numbers,
            "rowid",
        )
        quotes = self._grouped(
            'SELECT article, speaker, text, start, "end", cue FROM quotes', numbers, "rowid"
        )
        statements = self._grouped(
            'SELECT article, speaker, cue, text, start, "end" FROM statements', numbers, "rowid"
        )
        return {
            number: Annotations(
                **{kind: tuple(found) for kind, found in entities[number].items()},
                figures=tuple(_figure(*row) for row in figures[number]),
                quotes=tuple(Quote(*row) for row in quotes[number]),
                statements=tuple(Statement(*row) for row in statements[number]),
            )
            for number in numbers
        }

    def _entities(self, numbers: Sequence[int]) -> dict[int, dict[str, list[Any]]]:
        mentions: dict[int, list[Mention]] = defaultdict(list)
        found: dict[int, dict[str, list[Any]]] = {number: defaultdict(list) for number in numbers}
        among = marks(numbers)
        for entity, *mention in self._database.connection.execute(
            'SELECT entity, part, start, mentions."end", form FROM mentions'
            f" JOIN entities ON number = entity WHERE article IN ({among}) ORDER BY mentions.rowid",
            numbers,
        ):
            mentions[entity].append(Mention(*mention))
        for (
            number,
            article,
            kind,
            name,
            role,
            curated,
            parent,
            pasal,
            facts,
        ) in self._database.connection.execute(
            "SELECT number, article, kind, name, role, curated, parent, pasal, facts FROM entities"
            f" WHERE article IN ({among}) ORDER BY number",
            numbers,
        ):
            where = tuple(mentions[number])
            of_article = found[article]
            if kind == "agency":
                of_article["agencies"].append(Agency(name, where, bool(curated), parent))
            elif kind == "person":
                of_article["people"].append(Person(name, where, role, **unpacked_facts(facts)))
            elif kind == "place":
                of_article["places"].append(Place(name, where, parent))
            elif kind == "offence":
                of_article["offences"].append(Offence(name, where))
            elif kind == "law":
                of_article["laws"].append(Law(name, where, tuple(json.loads(pasal or "[]"))))
        return found

    def _grouped(
        self, select: str, numbers: Sequence[int], order: str
    ) -> dict[int, list[tuple[Any, ...]]]:
        groups: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for article, *row in self._database.connection.execute(
            f"{select} WHERE article IN ({marks(numbers)}) ORDER BY {order}", numbers
        ):
            groups[article].append(tuple(row))
        return groups


def _figure(*row: Any) -> Figure:
    *columns, agency, facts = row
    held: dict[str, Any] = {**unpacked_figure(facts), "agency": agency}
    return Figure(*columns, **held)
