"""What the sources of articles held, as it was before cleaning."""

from __future__ import annotations

import json
import zlib

from index.article import Origin, SourceRecord
from index.store.database import Database

# What a source may say of an article besides its text.
SAID = ("title", "published", "outlet", "url", "author", "editor", "section")


def packed_text(record: SourceRecord) -> bytes:
    """The text of a record as it is kept."""
    return zlib.compress(record.text.encode("utf-8", "surrogatepass"), 6)


def packed_fields(record: SourceRecord) -> str:
    """What a record says besides its text, as it is kept: JSON without the empty fields."""
    said = {name: value for name in SAID if (value := getattr(record, name)) is not None}
    if record.origins:
        said["origins"] = [(origin.field, origin.where) for origin in record.origins]
    return json.dumps(said)


def unpacked_text(packed: object) -> str:
    """The text that ``packed_text`` has packed; empty for what is none."""
    if not isinstance(packed, bytes):
        return ""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def source_record(database: Database, number: int) -> SourceRecord:
    """The record from which the article ``number`` was read.

    Raises:
        LookupError: there is no such article.
    """
    row = database.connection.execute(
        "SELECT path, source_id, text, fields FROM articles JOIN originals ON article = number"
        " WHERE number = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise LookupError(f"there is no article {number}")
    path, source_id, text, fields = row
    said = json.loads(fields)
    origins = tuple(Origin(*origin) for origin in said.pop("origins", ()))
    known = {name: said.get(name) for name in SAID}
    return SourceRecord(path, unpacked_text(text), source_id, **known, origins=origins)
