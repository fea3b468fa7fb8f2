"""CSV and TSV: a header and a row a record, lists joined, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from tui.output.records import Record

# A spreadsheet runs a cell that begins with one of these as a formula (CWE-1236).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Delimited:
    """Writes records of one kind as rows; the first record gives the header."""

    def __init__(self, separator: str) -> None:
        self._tabs = separator == "\t"
        self._buffer = io.StringIO()
        self._writer = csv.writer(
            self._buffer,
            delimiter=separator,
            lineterminator="\n",
            # A tab-separated line has no quotes to hide a separator in: cells are folded instead.
            quoting=csv.QUOTE_NONE if self._tabs else csv.QUOTE_MINIMAL,
            quotechar=None if self._tabs else '"',
        )
        self._header: list[str] | None = None

    def format(self, record: Record) -> str:
        """The record as text, header first when it is the first one."""
        cells = {key: value for key, value in record.items() if key != "schema"}
        if self._header is None:
            self._header = list(cells)
            self._writer.writerow(self._header)
        self._writer.writerow([self._cell(cells.get(key)) for key in self._header])
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return text

    def _cell(self, value: Any) -> str:
        text = _joined(value)
        if isinstance(value, str) and text.startswith(_FORMULA):
            text = "'" + text
        return " ".join(text.split()) if self._tabs else text


def _joined(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(_item(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {number}" for key, number in value.items())
    return str(value)


def _item(item: Any) -> str:
    if isinstance(item, dict):
        for key in ("name", "law", "text", "role"):
            if item.get(key):
                return str(item[key])
        if "verdict" in item:
            return f"{item['kind']}: {item['verdict']}"
        return json.dumps(item, ensure_ascii=False)
    if isinstance(item, list):
        return "-".join(str(part) for part in item)
    return str(item)
