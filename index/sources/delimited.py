"""Tables as text (CSV, TSV): a header row, then a row an article."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping

from index.article import Problem, SourceRecord
from index.sources.decoding import BINARY
from index.sources.dialects import Dialect, dialect_of, named_delimiter
from index.sources.fields import MappedColumns, lacks_text, record_of
from index.sources.lines import EMPTY, MAXIMUM_BYTES, TOO_LARGE, ByteStream, chunks
from index.sources.table_lines import TableLines

UNCLOSED = "opens a quotation mark that nothing closes; only its first line was read"
NO_ROWS = "holds a header row and no records"

# Stands behind the last line, so that a cell that is never closed has taken more than one.
_END = "\ue000end of the table\ue000"
_Mapping = Mapping[str, str] | None


def read_delimited(
    stream: ByteStream, path: str, mapping: _Mapping = None
) -> Iterator[SourceRecord | Problem]:
    """The records of a table, lazily; that of the third row below the header is ``path#3``.

    Comma, semicolon, tab or ``|``, whichever parts the header row; cells may be quoted and hold
    line ends. Mapped columns that the header lacks are one problem of the file, whose rows are
    read all the same (but for the text's). A row with cells too many or too few is a problem at
    ``path:line``, and so is a quotation mark that nothing closes; both are read as far as their
    text goes.

    Raises:
        OSError: the stream cannot be read any further.
    """
    # The limit is the process's: no cell of any table may be longer than what is read elsewhere.
    csv.field_size_limit(MAXIMUM_BYTES)
    lines = TableLines(chunks(stream), path, _END)
    first, second = lines.peek()
    if lines.is_binary:
        yield Problem(path, BINARY)
        return
    if not first.strip() or first.startswith(_END):
        yield from lines.problems
        yield Problem(path, EMPTY)
        return
    delimiter = named_delimiter(first)
    if delimiter is not None:
        lines.drop()
        first, second = lines.peek()
    yield from _rows(lines, path, mapping, dialect_of(first, second, path, mapping, delimiter))


def _rows(
    lines: TableLines, path: str, mapping: _Mapping, dialect: Dialect
) -> Iterator[SourceRecord | Problem]:
    header: list[str] | None = None
    mapped = MappedColumns(mapping)
    record = 0
    for cells, reason in _cells(lines, dialect):
        where = f"{path}:{lines.first}"
        yield from lines.taken_problems()
        if header is None:
            header = [cell.strip() for cell in cells]
            lacking = lacks_text(header, mapping)
            if lacking is not None:
                yield Problem(path, lacking)
                return
            mapped.met(header)
            unmapped = mapped.problem(path)
            if unmapped is not None:
                yield unmapped
            continue
        if reason is None and not any(map(str.strip, cells)):
            continue
        record += 1
        reason = reason or _uneven(cells, header)
        # From behind, so that of two columns with one name the first counts.
        values = dict(reversed(list(zip(header, cells, strict=False))))
        found = record_of(values, f"{path}#{record}", where, mapping)
        if reason is not None:
            yield Problem(where, reason)
        if reason is None or isinstance(found, SourceRecord):
            yield found
    yield from lines.taken_problems()
    if record == 0:
        yield Problem(path, EMPTY if header is None else NO_ROWS)


def _cells(lines: TableLines, dialect: Dialect) -> Iterator[tuple[list[str], str | None]]:
    """The rows of a table, each with what is wrong with its quotation marks."""
    delimiter, quote = dialect.delimiter, dialect.quote
    rows = csv.reader(lines, delimiter=delimiter, quotechar=quote, strict=True)
    while True:
        lines.begin()
        reason: str | None = None
        try:
            cells = next(rows, [_END])
        except csv.Error as error:
            if lines.taken > 1:
                # The lines that the open cell has swallowed are read anew, each for itself.
                line = lines.give_back()
                reason = UNCLOSED
                again = csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE)
            else:
                # A mark inside a cell that is quoted: the rest of the cell follows it.
                line = lines.give_back()
                reason = TOO_LARGE if "limit" in str(error) else None
                again = csv.reader([line], delimiter=delimiter, quotechar=quote)
            cells = [] if reason == TOO_LARGE else next(again, [])
        if cells == [_END]:
            return
        yield cells, reason


def _uneven(cells: list[str], header: list[str]) -> str | None:
    more = any(map(str.strip, cells[len(header) :]))
    if more or len(cells) < len(header):
        return f"has {len(cells)} cells where the header has {len(header)}"
    return None
