"""From the columns of a record to the fields of an article, by usual names or by a mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from index.article import Problem, SourceRecord
from index.sources.markup import is_marked_up, without_tags
from index.text import clean_line

NO_OBJECT = "is no record: a JSON object with a text is expected"
NO_TEXT = "holds no text of an article (no body, content, text or isi)"

# The field of a ``SourceRecord`` for each name that a mapping may use.
_MAPPED = {
    "id": "source_id", "title": "title", "body": "text", "published": "published",
    "outlet": "outlet", "url": "url", "author": "author", "editor": "editor", "section": "section",
}  # fmt: skip
_ALIASES = {"text": "body", "content": "body", "date": "published"}

# Names under which scrapers, archives and schema.org keep a field; the first that holds wins.
# Compared without case, "_", "-" and blanks.
_USUAL: dict[str, tuple[str, ...]] = {
    "text": (
        "body", "content", "text", "isi", "article", "articlebody", "fulltext", "isiberita",
        "konten", "teks", "artikel", "berita", "maintext", "paragraphs", "contenttext",
        "articletext", "bodytext", "rawtext",
    ),
    "source_id": ("id", "sourceid", "guid", "uuid", "docid", "articleid", "newsid"),
    "title": ("title", "judul", "headline", "judulberita", "heading"),
    "published": (
        "published", "date", "publishedat", "publishdate", "publisheddate", "datepublished",
        "datepublish", "pubdate", "tanggal", "tanggalterbit", "tgl", "waktu", "datetime",
        "timestamp", "createdat", "created",
    ),
    "outlet": (
        "outlet", "source", "sumber", "media", "site", "sitename", "publisher", "portal",
        "situs", "website", "newspaper", "domain", "sourcedomain",
    ),
    "url": ("url", "link", "permalink", "canonicalurl", "sourceurl", "tautan", "href", "uri",
            "canonical"),
    "author": ("author", "penulis", "byline", "authors", "creator", "wartawan", "reporter",
               "writer"),
    "editor": ("editor", "penyunting", "redaktur", "editors"),
    "section": ("section", "category", "kategori", "kanal", "channel", "rubrik",
                "articlesection"),
}  # fmt: skip
_SQUEEZE = str.maketrans("", "", "_- ")
_RANKS = {name: (field, rank) for field, names in _USUAL.items() for rank, name in enumerate(names)}
# A longer name is no name of a column, and is not kept in the cache.
_LONGEST_NAME = 64
_MOST_SHOWN = 20
# Records of one file may have names without end.
_MOST_KEPT = 200


def parse_mapping(text: str) -> dict[str, str]:
    """``"title=judul,body=isi"`` as ``{"title": "judul", "body": "isi"}``: field and column.

    Fields are id, title, body (also text, content), published (also date), outlet, url, author,
    editor and section. A column may hold blanks and ``=``, and no comma.

    Raises:
        ValueError: a pair lacks a side, a field is unknown or stands twice.
    """
    mapping: dict[str, str] = {}
    for pair in text.split(","):
        name, equals, column = (part.strip() for part in pair.partition("="))
        if not (name and equals and column):
            raise ValueError(f"{pair.strip()!r} is no pair FIELD=COLUMN, such as title=judul")
        field = _ALIASES.get(name.lower(), name.lower())
        if field not in _MAPPED:
            raise ValueError(f"{name!r} is no field of an article; fields are {', '.join(_MAPPED)}")
        if field in mapping:
            raise ValueError(f"the field {field!r} stands twice")
        mapping[field] = column
    return mapping


def record_of(
    values: Mapping[str, Any], path: str, where: str, mapping: Mapping[str, str] | None = None
) -> SourceRecord | Problem:
    """The record whose columns are ``values``, or the problem at ``where`` if it has no text.

    Mapped columns win over the usual names. A mapped column of the text must be there; another
    one that is missing or empty leaves its field to the usual names.
    """
    fields = fields_of(values, mapping)
    text = fields.pop("text", None)
    if text is None:
        mapped = mapping is not None and "body" in mapping
        return Problem(where, (lacks_text(values, mapping) if mapped else None) or NO_TEXT)
    if is_marked_up(text):
        text = without_tags(text)
    outlet = fields.get("outlet")
    if outlet is not None and "://" in outlet and fields.get("url") is None:
        fields["url"] = fields.pop("outlet")
    return record_with(path, text, fields)


def record_with(path: str, text: str, fields: Mapping[str, str]) -> SourceRecord:
    """A record of ``text`` with those of ``fields`` (by the names of ``SourceRecord``) it has."""
    get = fields.get
    return SourceRecord(
        path=path,
        text=text,
        source_id=get("source_id"),
        title=get("title"),
        published=get("published"),
        outlet=get("outlet"),
        url=get("url"),
        author=get("author"),
        editor=get("editor"),
        section=get("section"),
    )


def fields_of(
    values: Mapping[str, Any], mapping: Mapping[str, str] | None = None
) -> dict[str, str]:
    """What ``values`` says of each field of ``SourceRecord``; a field without a value is absent."""
    mapped: dict[str, str] = {}
    taken: set[str] = set()
    for name, column in (mapping or {}).items():
        key = _column(values, column)
        if key is not None:
            taken.add(key)
            if (said := _said(values[key], _MAPPED[name])) is not None:
                mapped[_MAPPED[name]] = said
    usual: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for key, value in values.items():
        found = _RANKS.get(_squeezed(key)) if len(key) <= _LONGEST_NAME else None
        if found is None or key in taken:
            continue
        field, rank = found
        if ranks.get(field, rank + 1) > rank and (said := _said(value, field)) is not None:
            usual[field], ranks[field] = said, rank
    if mapping and "body" in mapping:
        # Whoever names the column of the text means no other.
        usual.pop("text", None)
    return usual | mapped


def lacks_text(columns: Iterable[str], mapping: Mapping[str, str] | None = None) -> str | None:
    """Why ``columns`` hold no text: the mapped one is missing, or none has a usual name."""
    names = {str(name): None for name in columns}
    wanted = mapping.get("body") if mapping else None
    if wanted is not None:
        if _column(names, wanted) is not None:
            return None
        return f"has no column {clean_line(wanted)!r} for the text; it has {_shown(names)}"
    if any(_RANKS.get(_form(name), ("",))[0] == "text" for name in names):
        return None
    return f"names no column of a text (body, content, text or isi); it has {_shown(names)}"


def is_known(name: str, mapping: Mapping[str, str] | None = None) -> bool:
    """Whether a column has one of the usual names, or is mapped."""
    form = _form(name)
    return form in _RANKS or any(form == _form(column) for column in (mapping or {}).values())


class MappedColumns:
    """The mapped columns of one file, to tell in the end which of them none of its records has.

    That of the text is left out: ``lacks_text`` and ``record_of`` tell of it.
    """

    def __init__(self, mapping: Mapping[str, str] | None) -> None:
        self._lacking = [column for field, column in (mapping or {}).items() if field != "body"]
        self._names: dict[str, None] = {}

    def met(self, columns: Iterable[str]) -> None:
        """Notes the names of the columns of a record, or of a header."""
        if not self._lacking:
            return
        names = dict.fromkeys(columns)
        self._lacking = [each for each in self._lacking if _column(names, each) is None]
        if len(self._names) < _MOST_KEPT:
            self._names.update(names)

    def problem(self, path: str) -> Problem | None:
        """That no record of ``path`` has some of the mapped columns, or None."""
        if not self._lacking or not self._names:
            return None
        lacking = " and no column ".join(repr(clean_line(each)) for each in self._lacking)
        return Problem(path, f"has no column {lacking}; it has {_shown(self._names)}")


def _shown(names: Iterable[str]) -> str:
    shown = [clean_line(name)[:_LONGEST_NAME] or "(no name)" for name in names]
    more = len(shown) - _MOST_SHOWN
    return ", ".join(shown[:_MOST_SHOWN]) + (f" and {more} more" if more > 0 else "") or "none"


def _column(values: Mapping[str, Any], column: str) -> str | None:
    """The key that a mapping calls ``column``: the same, else the same but for case and ``_``."""
    if column in values:
        return column
    form = _form(column)
    return next((key for key in values if _form(key) == form), None)


def _form(name: str) -> str:
    """A name as names are compared; NFC, for macOS parts letters from their accents."""
    return normalize("NFC", name).lower().translate(_SQUEEZE)


@lru_cache(maxsize=1024)
def _squeezed(name: str) -> str:
    return _form(name)


def _said(value: Any, field: str, depth: int = 0) -> str | None:
    """A field's value as text: strings as they are, numbers printed, lists joined."""
    if isinstance(value, str):
        return value if value and not value.isspace() else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return str(value) if field != "text" else None
    if depth > 1:
        return None
    if isinstance(value, list):
        parts = [part for item in value if (part := _said(item, field, depth + 1))]
        return ("\n" if field == "text" else ", ").join(parts) or None
    if isinstance(value, dict):
        inner = ("rendered", "text", "name", "$oid", "$date", "value", "@value")
        return next(
            (said for key in inner if (said := _said(value.get(key), field, depth + 1))), None
        )
    return None
