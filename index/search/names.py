"""How the names of agencies, laws, people ... are compared: one form for index and query."""

from __future__ import annotations

import re

from index.language.tokens import fold, words

# "Undang-Undang Nomor 21 Tahun 2007" is "UU 21/2007" (how Indonesian law is cited, UU 12/2011).
_NUMBERED = re.compile(r"(?:\b(?:nomor|no)\b\.?\s*)?(\d{1,4})\s*tahun\s*(\d{4})", re.IGNORECASE)
_NUMBER_WORD = re.compile(r"\b(?:nomor|no)\b\.?\s*(?=\d)", re.IGNORECASE)
_ACT = re.compile(r"\bundang-undang\b", re.IGNORECASE)
LONGEST_NAME = 200  # characters of a whole name that are compared


def name_words(field: str, name: str) -> tuple[str, ...]:
    """The normalised words of a name in ``field``; a law is brought to its short form first."""
    if field == "law":
        name = _NUMBERED.sub(r"\1/\2", _ACT.sub("uu", name[:500]))
        name = _NUMBER_WORD.sub("", name)
    return tuple(words(name))


def name_together(name: str) -> str:
    """``name`` as an address writes it, its letters and digits only: ``CNN Indonesia`` gives
    ``cnnindonesia``, ``Kompas.com`` gives ``kompascom``.
    """
    return "".join(letter for letter in fold(name) if letter.isalnum())[:LONGEST_NAME]
