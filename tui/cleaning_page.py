"""What cleaning did to an article, laid out: where each field was found, what was taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from textual.content import Content, Span

from index.article import Article
from index.text import clean_line
from tui.article_text import CAPPED_AT
from tui.cleaning import Cleaning, Piece
from tui.i18n import catalogue, text
from tui.wording import date

LABEL = 14
"""Cells for the name of a field."""
MOST_PIECES = 1_000
"""Pieces that are shown; laying out more would stall the interface."""
_FIELDS = ("title", "outlet", "published", "place", "author", "url")
_OFFSET = re.compile(r"T[\d:]+(Z|[+-]\d\d:\d\d)$")
# The three zones of Indonesia: Keputusan Presiden 41/1987.
_ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT"}


def moment(published: str | None) -> str:
    """``2025-05-20T13:31:00+07:00`` -> ``20 May 2025 13:31 WIB``; a date without a time as it is.

    An offset that none of Indonesia's zones has is written out.
    """
    words = date(published, time=True)
    offset = _OFFSET.search(published or "")
    return f"{words} {_ZONES.get(offset[1], offset[1])}" if offset else words


def findings(cleaning: Cleaning, width: int, looks: Mapping[str, str]) -> Content:
    """The page in ``width`` cells: counts, where the fields were found, credits, the pieces."""
    lines = [Content.styled(_counts(cleaning), "bold")]
    lines += [Content(""), _heading("cleaning.fields")]
    for label, value, note in _facts(cleaning.article):
        lines += _fact(label, value, note, width, looks)
    if cleaning.pieces:
        lines += [Content(""), _heading("cleaning.taken"), *_pieces(cleaning, width, looks)]
    return Content("\n").join(lines)


def raw(cleaning: Cleaning, looks: Mapping[str, str]) -> Content:
    """The source as it was, what was taken out of it struck through."""
    if not cleaning.source.strip():
        return Content.styled(text("cleaning.no_source"), looks["faint"])
    shown = cleaning.source[:CAPPED_AT]
    strike = f"strike {looks['faint']}"
    spans = [Span(*piece.span, strike) for piece in cleaning.pieces if piece.span]
    parts = [Content(shown, spans=[span for span in spans if span.end <= len(shown)])]
    if spans:
        parts.insert(0, Content.styled(text("cleaning.struck"), looks["faint"]))
    if len(shown) < len(cleaning.source):
        words = text("cleaning.capped", length=len(cleaning.source))
        parts.append(Content.styled(words, looks["problem"]))
    return Content("\n\n").join(parts)


def _counts(cleaning: Cleaning) -> str:
    if not cleaning.pieces:
        return text("cleaning.nothing")
    return text(
        "cleaning.counts",
        pieces=len(cleaning.pieces),
        rules=len({piece.rule for piece in cleaning.pieces}),
        taken=cleaning.taken,
        whole=len(cleaning.source),
    )


def _heading(key: str) -> Content:
    return Content.styled(text(key), "bold $primary")


def _facts(article: Article) -> Iterator[tuple[str, str, str]]:
    """Label, value and where it was found (both empty where unknown), of all that is known."""
    origins = {origin.field: origin.where for origin in article.origins}
    for field in _FIELDS:
        value = moment(article.published) if field == "published" else getattr(article, field)
        where = _where(origins[field]) if value and field in origins else ""
        yield text(f"field.{field}"), clean_line(value or ""), where
    for credit in article.credits:
        if (credit.role, credit.name) != ("author", article.author):
            yield _word("credit", credit.role), clean_line(credit.name), ""
    if article.section:
        yield text("field.section"), clean_line(article.section), ""
    yield text("field.path"), clean_line(article.path), ""
    if article.source_id:
        yield text("field.source_id"), clean_line(article.source_id), ""


def _where(where: str) -> str:
    return text("cleaning.from", where=_word("origin", where))


def _word(group: str, key: str) -> str:
    """A word of the catalogue; one that it does not know stays as it is."""
    known = f"{group}.{key.casefold()}"
    return text(known) if known in catalogue("en") else clean_line(key)


def _fact(
    label: str, value: str, note: str, width: int, looks: Mapping[str, str]
) -> Iterator[Content]:
    """``label   value - note`` on as many lines as it takes, the label hanging."""
    faint = looks["faint"]
    words = Content(value) if value else Content.styled(text("cleaning.not_found"), faint)
    if note:
        words = Content.assemble(words, (f" - {note}", faint))
    lines = words.wrap(max(width - LABEL, 8))
    for number, line in enumerate(lines):
        head = f"{label:<{LABEL - 1}} " if number == 0 else " " * LABEL
        yield Content.assemble((head, faint), line.rstrip())


def _pieces(cleaning: Cleaning, width: int, looks: Mapping[str, str]) -> Iterator[Content]:
    """The pieces, those of one rule that follow on each other under one heading."""
    shown = cleaning.pieces[:MOST_PIECES]
    digits = len(str(len(shown)))
    room = max(width - digits - 4, 8)
    left = CAPPED_AT
    number = 0
    for rule, pieces in groupby(shown, key=lambda piece: piece.rule):
        if number:
            yield Content("")
        yield from _rule(rule, cleaning.rules.get(rule, ""), width, looks)
        for piece in pieces:
            number += 1
            yield from _piece(piece, number, digits, room, left, looks)
            left -= len(piece.text)
            if left <= 0:
                break
        if left <= 0:
            break
    if number < len(cleaning.pieces) or left < 0:
        words = text("cleaning.more", shown=number, pieces=len(cleaning.pieces))
        yield Content("")
        yield Content.styled(words, looks["problem"])


def _rule(rule: str, words: str, width: int, looks: Mapping[str, str]) -> list[Content]:
    line = Content.assemble(words, " " if words else "", (f"({rule})", looks["faint"]))
    return [part.rstrip() for part in line.wrap(max(width, 8))]


def _piece(
    piece: Piece, number: int, digits: int, room: int, most: int, looks: Mapping[str, str]
) -> Iterator[Content]:
    """A piece with its number before the first of its lines and a bar before each."""
    head = f"{number:>{digits}} "
    for paragraph in piece.text[:most].split("\n"):
        for line in Content(paragraph).wrap(room) if paragraph else [Content("")]:
            yield Content.assemble((head, looks["faint"]), ("▎ ", looks["faint"]), line.rstrip())
            head = " " * len(head)
