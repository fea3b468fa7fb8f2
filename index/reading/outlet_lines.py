"""Lines above an article that name its outlet: alone, with the writer, or with the date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.article import Removed
from index.reading.outlets import is_publisher, known_outlet
from index.reading.person_names import no_name, person_name

OUTLET_LINE = "outlet-line"
_PARTS = re.compile(r"\s[-–—|]\s|[|,]|(?<=[a-z])\s(?=\d)")
_LONGEST = 80
_LEAST_WORDS, _MOST_WORDS = 2, 4


def is_outlet_line(line: str) -> bool:
    """Whether a line is an outlet's name, alone or behind its writer's.

    ``CNN Indonesia``, ``Tim detikcom - detikNews``, ``Siti Aminah - detikFinance``.
    """
    if len(line) > _LONGEST or line[-1:] in ".?!:;":
        return False
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    if not 1 <= len(parts) <= 3 or not _outlet(parts[-1]):
        return False
    return all(_outlet(part) or no_name(part) or _is_writer(part) for part in parts[:-1])


def outlet_above(removed: Iterable[Removed]) -> tuple[str, str] | None:
    """The outlet in a line of its own or in one with the date, and its name as printed there."""
    for piece in removed:
        if piece.rule in (OUTLET_LINE, "date-line"):
            for part in reversed(_PARTS.split(piece.text)):
                if found := _outlet(part.strip()):
                    return found, part.strip()
    return None


def _is_writer(part: str) -> bool:
    # More words than a name has are a title ("Judul Berita Hari Itu - Kompas.com"), fewer a place.
    return _LEAST_WORDS <= len(part.split()) <= _MOST_WORDS and person_name(part) is not None


def _outlet(name: str) -> str | None:
    found = known_outlet(name) if name else None
    return found[0] if found and not is_publisher(found[0]) else None
