"""What a source held, and what reading made of it: the plain records before annotation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field of an article (``"published"``) was found: ``"dateline"``, ``"url"``..."""

    field: str
    where: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody who worked on an article.

    ``role`` is one of author, reporter, editor, contributor, translator, photographer.
    """

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What a source held, decoded but not yet cleaned.

    ``path`` names the file, with ``#3`` for the third record of a file. The other fields are
    what the source itself said, verbatim, and None where it said nothing; a plain text file
    says nothing but its ``text``. ``origins`` names, for a field, what part of the source said it
    (``"JSON-LD"``, ``"Open Graph"``, ``"front matter"``); a field without one stood in the record.
    """

    path: str
    text: str
    source_id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    editor: str | None = None
    section: str | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the source that cleaning took out, and the id of the rule that did it."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """A cleaned article before annotation.

    ``published`` is an ISO date (``2025-01-31``, ``2025-01``, ``2025``) or an ISO minute with its
    offset (``2025-05-20T13:31:00+07:00``). Paragraphs of ``body`` are parted by one ``\\n``.
    ``section`` is the part of the outlet that printed it (``"news"`` of news.detik.com),
    ``credits`` all who are named as having worked on it, ``origins`` where each of title, outlet,
    published, place, author and url was found.
    """

    title: str | None
    body: str
    captions: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    place: str | None = None
    author: str | None = None
    url: str | None = None
    removed: tuple[Removed, ...] = ()
    section: str | None = None
    credits: tuple[Credit, ...] = ()
    origins: tuple[Origin, ...] = ()
