"""What is known of an article beside its text: each field from the best that told it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.article import Credit, Origin, Removed, SourceRecord
from index.language.dates import parse_date
from index.reading.addresses import canonical_url
from index.reading.captions import photo_credit
from index.reading.credits import (
    AUTHORS,
    author_name,
    credits_in,
    credits_said,
    names_of,
    photographers_in,
)
from index.reading.footers import outlet_below, outlet_reported_for, outlet_speaking
from index.reading.outlet_lines import OUTLET_LINE, outlet_above
from index.reading.outlets import known_outlet, outlet_named, outlet_of_url, squeeze
from index.reading.published import published
from index.reading.sections import section_of_url, section_said

# Rules of cleaning whose pieces may name people; in datelines only where a label stands.
_CREDIT_RULES = frozenset({"byline", "dateline"})
_LABELS = ("lapor", "liput", "penulis", "reporter", "pewarta", "oleh", "editor", "kontributor")


@dataclass(slots=True)
class Above:
    """What was told above and below the article: by its dateline, by-line, box and captions."""

    title: str | None = None
    place: str | None = None
    outlet: str | None = None
    header_date: str | None = None
    by_line_date: str | None = None
    header_author: str | None = None
    by_line_author: str | None = None
    boxed_author: str | None = None
    photographer: str | None = None
    captions: Sequence[str] = ()


@dataclass(slots=True)
class Metadata:
    """The fields of a read article that are no text of its own, and where each was found."""

    outlet: str | None = None
    section: str | None = None
    published: str | None = None
    place: str | None = None
    author: str | None = None
    url: str | None = None
    credits: tuple[Credit, ...] = ()
    origins: tuple[Origin, ...] = field(default=())


def read_metadata(
    record: SourceRecord, above: Above, removed: Sequence[Removed], text: str, body: str
) -> Metadata:
    """The metadata of an article from its record, its address and what was taken off its text.

    ``text`` is the source's whole text, ``body`` what is left of it. The record is believed before
    the address, that before the header, the by-line and the text. Never raises.
    """
    url = canonical_url(record.url)
    outlet, outlet_where, printed = _outlet(record, url, above, removed, text, body)
    when, when_where = published(
        record.published,
        url or record.url,
        [
            ("header", above.header_date),
            ("by-line", parse_date(above.by_line_date) if above.by_line_date else None),
        ],
        body,
    )
    place = above.place
    if place and outlet and squeeze(outlet).startswith(squeeze(place)) and not above.outlet:
        # "Rimanews - ...": what stood where a place stands was the outlet.
        place = None
    credits, author, author_where = _credits(record, above, removed)
    found = (
        ("title", above.title, "record" if record.title else "header"),
        ("outlet", outlet, outlet_where),
        ("published", when, when_where),
        ("place", place, "dateline"),
        ("author", author, author_where),
        ("url", url, "record"),
    )
    told = {origin.field: origin.where for origin in record.origins}
    origins = tuple(
        Origin(name, told.get(name, where) if where == "record" else where)
        for name, value, where in found
        if value is not None
    )
    section = _section(record, url, printed)
    return Metadata(outlet, section, when, place, author, url, credits, origins)


def _outlet(
    record: SourceRecord,
    url: str | None,
    above: Above,
    removed: Sequence[Removed],
    text: str,
    body: str,
) -> tuple[str | None, str, str | None]:
    """The outlet's canonical name, where it was found, and the name as it is printed there."""
    # A record's name of the outlet is believed before its address, which may be a short link.
    if said := outlet_named(record.outlet):
        return said, "record", record.outlet
    if of_url := outlet_of_url(url or record.url):
        return of_url, "url", None
    if of_dateline := outlet_named(above.outlet, text):
        return of_dateline, "dateline", above.outlet
    if of_header := outlet_above(removed):
        return of_header[0], "header", of_header[1]
    if below := outlet_below(removed):
        return below, "footer", None
    if reporting := outlet_reported_for(removed):
        return reporting, "by-line", None
    speaking = outlet_speaking(body)
    return outlet_named(speaking), "text", speaking


def _section(record: SourceRecord, url: str | None, printed: str | None) -> str | None:
    if said := section_said(record.section):
        return said
    named = known_outlet(printed) if printed else None
    if named and named[1]:
        return named[1]
    by_name = section_of_url(printed) if named and "." in (printed or "") else None
    return by_name or section_of_url(url or record.url)


def _credits(
    record: SourceRecord, above: Above, removed: Sequence[Removed]
) -> tuple[tuple[Credit, ...], str | None, str]:
    """All credits, the author's or authors' names, and where those were found."""
    said = credits_said(record.author)
    if not said and (printed := author_name(record.author)):
        said = [Credit("author", printed)]
    edited = credits_said(record.editor, "editor")
    below: list[Credit] = []
    for piece in removed:
        if piece.rule == OUTLET_LINE:
            below.extend(credits_said(piece.text))
        elif piece.rule in _CREDIT_RULES and _has_label(piece.text):
            below.extend(credits_in(piece.text))
    if not names_of(below):
        for name in (above.by_line_author, above.header_author, above.boxed_author):
            if name and all(name != credit.name for credit in below):
                below.append(Credit("author", name))
                break
    photographs = _photographers(above, removed)
    credits = _each_once((*said, *edited, *below, *photographs))
    if not credits:
        return (), None, ""
    for found, where in ((said, "record"), (below, "by-line"), (photographs, "caption")):
        names = names_of(found) or names_of(found, ("contributor",))
        if not names and where == "caption":
            names = above.photographer
        if names:
            return credits, names, where
    return credits, None, ""


def _has_label(text: str) -> bool:
    lowered = text.lower()
    return any(label in lowered for label in _LABELS)


def _photographers(above: Above, removed: Sequence[Removed]) -> list[Credit]:
    names = [above.photographer]
    names += [
        author_name(photo_credit(piece.text)[1])
        for piece in removed
        if piece.rule == "photo-credit"
    ]
    found = [Credit("photographer", name) for name in names if name]
    for caption in above.captions:
        found.extend(photographers_in(caption))
    return list(dict.fromkeys(found))


def _each_once(credits: Sequence[Credit]) -> tuple[Credit, ...]:
    """Each person once for a role; whoever is named as author is not reporter as well."""
    kept: dict[tuple[str, str], Credit] = {}
    for credit in credits:
        role = "author" if credit.role in AUTHORS else credit.role
        kept.setdefault((role, credit.name.lower()), credit)
    return tuple(kept.values())
