"""From what a source held to a clean article: text, title, outlet, date, place, author."""

from __future__ import annotations

from index.article import ReadArticle, Removed, SourceRecord
from index.language.dates import parse_date
from index.reading.boilerplate import boilerplate
from index.reading.captions import is_caption, photo_credit
from index.reading.cleaning import folded, parted, readable
from index.reading.header import Header, read_header
from index.reading.lines import is_prose
from index.reading.metadata import author_name, canonical_url, date_in_text, date_of_url
from index.reading.outlets import outlet_named, outlet_of_url, squeeze
from index.reading.related import related_titles, without_related
from index.reading.tail import cut_tail
from index.text import clean_line

__all__ = ["read_article"]


def read_article(record: SourceRecord) -> ReadArticle | None:
    """The clean article of a record, or None if no text of an article is left.

    What the record itself says of title, date, outlet, address and author wins over what its text
    says. Paragraphs of the body are parted by one line end; ``removed`` holds all that was taken
    out, with the rule that did it. Never raises for anything that a record may hold.
    """
    removed: list[Removed] = []
    title = clean_line(readable(record.title)).strip(" \\") if record.title else None
    text = readable(record.text)
    lines, author, date = _without_boilerplate(text, removed)
    header = read_header(lines, title or None, removed)
    body, box = cut_tail(header.lines, removed)
    paragraphs = _paragraphs(body, text, header, removed)
    if not any(map(str.isalpha, "".join(paragraphs))):
        return None
    joined = "\n".join(paragraphs)
    url = canonical_url(record.url)
    outlet = _outlet(record, header, text)
    place = header.place
    if place and outlet and squeeze(outlet).startswith(squeeze(place)):
        # "Rimanews - ...": what stood where a place stands was the outlet.
        place = None
    return ReadArticle(
        title=parted(header.title) if header.title else None,
        body=joined,
        captions=tuple(header.captions),
        outlet=outlet,
        published=_published(record, header, date, joined),
        place=place,
        author=author_name(record.author) or author or header.author or box or header.photographer,
        url=url,
        removed=tuple(removed),
    )


def _without_boilerplate(
    text: str, removed: list[Removed]
) -> tuple[list[str], str | None, str | None]:
    """The lines that no line rule takes out, and the author and date that stood in the others."""
    rules = boilerplate()
    lines: list[str] = []
    author = date = None
    for raw in text.split("\n"):
        line = folded(raw)
        if line.endswith("\\"):
            line = line.rstrip("\\ ")
        if not line:
            continue
        match = rules.line(line)
        # The lines that end an article are needed where they stand, to find that end.
        if match is None or (not match.author and rules.ending(line)):
            lines.append(line)
            continue
        removed.append(Removed(match.rule, line))
        author = author or author_name(match.author)
        date = date or match.date
    return lines, author, date


def _paragraphs(lines: list[str], text: str, header: Header, removed: list[Removed]) -> list[str]:
    """The paragraphs of the body: captions, titles of other articles and inline pieces go."""
    rules = boilerplate()
    others = related_titles(lines, text)
    paragraphs: list[str] = []
    for number, line in enumerate(lines):
        if number in others:
            removed.append(Removed("related-title", line))
            continue
        if rules.ending(line):
            removed.append(Removed("ending-line", line))
            continue
        if photo_credit(line)[0]:
            removed.append(Removed("photo-credit", line))
            continue
        if number and not is_prose(line) and is_caption(line, above_the_article=False):
            header.captions.append(line)
            continue
        line = without_related(rules.without_inline(line, removed), removed)
        line = folded(parted(line)).removesuffix("\\").rstrip()
        if line.strip(".*-_=\\ "):
            paragraphs.append(line)
    return paragraphs


def _outlet(record: SourceRecord, header: Header, text: str) -> str | None:
    of_url = outlet_of_url(record.url)
    said = outlet_named(record.outlet)
    # A domain that only repeats the address adds nothing to the name behind it.
    return said or of_url or outlet_named(header.outlet, text)


def _published(record: SourceRecord, header: Header, date: str | None, body: str) -> str | None:
    said = parse_date(clean_line(record.published)) if record.published else None
    return (
        said
        or date_of_url(record.url)
        or header.date
        or (parse_date(date) if date else None)
        or date_in_text(body)
        or date_in_text("\n".join(header.captions))
    )
