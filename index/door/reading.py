"""The articles of an archive, one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from index.article import Article, Removed
from index.door.opened import OpenArchive, told


class ReadingArchive(OpenArchive):
    """What an archive tells of single articles."""

    @told
    def newest(self, limit: int | None = None) -> list[str]:
        """The ids of all articles, newest first, the undated last."""
        return self._reader.newest(limit)

    @told
    def article(self, identifier: str) -> Article:
        """The article ``identifier``; the first four or more characters of an id will do.

        Raises:
            ArchiveError: there is none, or there are several.
        """
        self._corrections.refresh()
        return next(self._reader.articles([self._full_id(identifier)]))

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """The articles ``ids`` in that order; unknown ids are left out. Read as one goes."""
        try:
            self._corrections.refresh()
            yield from self._reader.articles(ids)
        except sqlite3.Error as error:
            raise self._damage(error) from error

    @told
    def original(self, identifier: str) -> str:
        """What the source of an article held before cleaning."""
        return self._reader.original(identifier)

    @told
    def removed(self, identifier: str) -> tuple[Removed, ...]:
        """What cleaning took out of an article, and by which rules."""
        return self._reader.removed(identifier)

    def describe_rule(self, rule: str, language: str = "en") -> str:
        """What a rule of cleaning takes out, in a few words; ``language`` is en or id."""
        from index.reading.descriptions import describe_rule

        return describe_rule(rule, language)

    def sentence(self, text: str, offset: int) -> str:
        """The sentence of ``text`` that holds ``offset``; empty when none does."""
        from index.language.sentences import sentence_at, sentences

        span = sentence_at(sentences(text), offset)
        return text[span[0] : span[1]] if span else ""
