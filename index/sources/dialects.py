"""How the cells of a table are parted and quoted, by its first lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass

from index.sources.fields import is_known

_DELIMITERS = (",", ";", "\t", "|")
# Excel's own line above the header.
_NAMED = re.compile(r"sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """The sign between cells, and the one around them."""

    delimiter: str
    quote: str = '"'


def named_delimiter(line: str) -> str | None:
    """The delimiter that a line ``sep=;`` names, or None if it is no such line."""
    match = _NAMED.fullmatch(line)
    return match[1] if match else None


def dialect_of(
    header: str,
    row: str,
    path: str,
    mapping: Mapping[str, str] | None = None,
    delimiter: str | None = None,
) -> Dialect:
    """The dialect under which ``header`` has most columns that are known, then most columns.

    ``row`` is the line below it. A table of one column, and a tie, goes to the tab for ``.tsv``
    and to the comma else.
    """
    # Two cells in single quotes, and none in double ones: "'" is an apostrophe otherwise.
    quotes = [
        "'" if any(_is_single(line, sign) for line in (header, row)) else '"'
        for sign in _DELIMITERS
    ]
    if delimiter is not None:
        return Dialect(delimiter, "'" if _is_single(header, delimiter) else '"')
    usual = "\t" if path.lower().removesuffix(".gz").endswith(".tsv") else ","
    scored = [
        (_score(header, Dialect(sign, quote), mapping), sign == usual, -number)
        for number, (sign, quote) in enumerate(zip(_DELIMITERS, quotes, strict=True))
    ]
    best = -max(scored)[2]
    return Dialect(_DELIMITERS[best], quotes[best])


def _is_single(line: str, delimiter: str) -> bool:
    return line.startswith("'") and f"'{delimiter}'" in line and f'"{delimiter}"' not in line


def _score(header: str, dialect: Dialect, mapping: Mapping[str, str] | None) -> tuple[int, int]:
    try:
        cells = next(csv.reader([header], delimiter=dialect.delimiter, quotechar=dialect.quote), [])
    except csv.Error:
        return 0, 0
    return sum(is_known(cell.strip(), mapping) for cell in cells), len(cells)
