"""From what a source held to a clean article: text, title, outlet, date, place, author."""

from __future__ import annotations

from index.article import ReadArticle, Removed, SourceRecord
from index.reading.body import own_lines, paragraphs
from index.reading.boilerplate import Boilerplate, boilerplate
from index.reading.cleaning import parted, readable
from index.reading.contents import without_contents
from index.reading.header import read_header
from index.reading.metadata import Above, read_metadata
from index.reading.tail import cut_tail
from index.reading.wrapping import relinked, undashed, unwrapped
from index.text import clean_line

__all__ = ["read_article"]


def read_article(record: SourceRecord, *, rules: Boilerplate | None = None) -> ReadArticle | None:
    """The clean article of a record, or None if no text of an article is left.

    What the record itself says of title, date, outlet, address and author wins over what its text
    says. Paragraphs of the body are parted by one line end; ``removed`` holds all that was taken
    out, with the rule that did it; ``rules`` are the packaged ones unless others are given. Never
    raises for anything that a record may hold.
    """
    rules = rules or boilerplate()
    removed: list[Removed] = []
    title = clean_line(readable(record.title)).strip(" \\") if record.title else None
    text = unwrapped(undashed(relinked(readable(record.text))))
    text = without_contents(text, removed)
    own = own_lines(text, rules, removed)
    author, date = own.author, own.date
    header = read_header(own.lines, title or None, rules, removed)
    lines, box = cut_tail(header.lines, rules, removed)
    joined = "\n".join(paragraphs(lines, text, header.captions, rules, removed))
    if not any(map(str.isalpha, joined)):
        return None
    above = Above(
        title=header.title,
        place=header.place,
        outlet=header.outlet,
        header_date=header.date,
        by_line_date=date,
        header_author=header.author,
        by_line_author=author,
        boxed_author=box,
        photographer=header.photographer,
        captions=tuple(header.captions),
    )
    known = read_metadata(record, above, removed, text, joined)
    return ReadArticle(
        title=parted(header.title) if header.title else None,
        body=joined,
        captions=tuple(header.captions),
        outlet=known.outlet,
        published=known.published,
        place=known.place,
        author=known.author,
        url=known.url,
        removed=tuple(removed),
        section=known.section,
        credits=known.credits,
        origins=known.origins,
    )
