"""Titles of pages as browsers show them: the headline, and behind it the outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.reading.outlets import known_outlet, squeeze

_SEPARATOR = re.compile(r"\s+(?:[-–—|•·»]|::|//)\s+|\s*\|\s*")
_DOMAIN = re.compile(
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news|info|my|sg)", re.IGNORECASE
)
_PAGE = re.compile(r"(?:halaman|page|hal)\.?\s(?:all|semua|\d{1,3})", re.IGNORECASE)
# "Judul Halaman all - Kompas.com": of an article that was printed on several pages.
_PAGE_BEHIND = re.compile(r"(?<=\S) (?:Halaman|Page) (?:all|[1-9]\d?)$")
_LONGEST_NAME = 50
# Shorter headings are names of sections.
_SHORTEST_HEADING = 15


def part_outlet(
    title: str, names: set[str], headings: Sequence[str] = ()
) -> tuple[str, str | None]:
    """The headline of ``title``, and the outlet's name that stood behind or before it.

    Only what is certain is taken off: a name in ``names`` (squeezed) or of an outlet that is
    known, a domain, the number of a page, and all but the part that a heading of the page repeats.
    """
    title = " ".join(title.split())
    by_heading = _repeated(title, headings)
    if by_heading is not None:
        return by_heading
    outlet: str | None = None
    pieces = _pieces(title)
    while len(pieces) > 1:
        last = pieces[-1][0]
        if _is_outlet(last, names):
            outlet = outlet or last
        elif not _PAGE.fullmatch(last):
            break
        pieces.pop()
    if len(pieces) > 1 and outlet is None and _is_outlet(pieces[0][0], names):
        outlet = pieces.pop(0)[0]
    headline = title[pieces[0][1] : pieces[-1][2]]
    # A heading that says the same means the page of a book or a file.
    return headline if headline in headings else _PAGE_BEHIND.sub("", headline), outlet


def _pieces(title: str) -> list[tuple[str, int, int]]:
    """The pieces between the separators of ``title``: each with its start and end."""
    pieces: list[tuple[str, int, int]] = []
    start = 0
    for match in _SEPARATOR.finditer(title):
        pieces.append((title[start : match.start()], start, match.start()))
        start = match.end()
    pieces.append((title[start:], start, len(title)))
    return [piece for piece in pieces if piece[0]] or [(title, 0, len(title))]


def _is_outlet(piece: str, names: set[str]) -> bool:
    if squeeze(piece) in names or known_outlet(piece) is not None:
        return True
    if len(piece) > _LONGEST_NAME:
        return False
    # "Nasional Tempo.co", "www.suara.com": a section and a domain.
    words = piece.split()
    return len(words) <= 3 and _DOMAIN.fullmatch(words[-1]) is not None


def _repeated(title: str, headings: Sequence[str]) -> tuple[str, str | None] | None:
    """``title`` parted where one of ``headings`` begins or ends in it."""
    for heading in headings:
        if not _SHORTEST_HEADING <= len(heading) < len(title):
            continue
        if title.startswith(heading):
            rest = _SEPARATOR.match(f" {title[len(heading) :].lstrip()}")
            if rest:
                behind = title[len(heading) :].strip().lstrip("-–—|•·»:/ ")
                return heading, _pieces(behind)[-1][0]
        if title.endswith(heading):
            before = title[: -len(heading)].rstrip()
            if before.endswith((":", "|", "-", "–", "—", "»")) and len(before) <= _LONGEST_NAME:
                return heading, before.rstrip("-–—|•·»: ")
    return None
