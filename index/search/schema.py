"""What the Whoosh index holds of an article.

The text is indexed once, word by word as printed. Which printed words share a stem stands in the
field ``forms`` of a document of its own, so that a search for a stem reads the postings of its
few forms; an index with a second, stemmed copy of the text would be twice as large and slow to
write. Nothing is stored but four columns; the articles themselves are in the database.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import Any

from whoosh import columns, fields, formats

from index.article import Article
from index.entities.ancestors import ancestors, names_of
from index.language.tokens import word_positions
from index.search.lines import places_around
from index.search.names import LONGEST_NAME, name_together, name_words

FORMAT = 4  # to be raised with every change to what is indexed, the words and stems included

ARTICLE = "article"  # the one value of the field ``kind``
UNDATED = "none"
ANY = "*"  # the term of every article that has a value in a field of names
WHOLE = "="  # begins the term of a whole name
TOGETHER = "~"  # begins the term of an outlet's name written together
FORM_MARK = "\x1f"  # parts stem and printed word in the field ``forms``
_BETWEEN_TEXTS = 50  # positions between captions, and between names: no phrase spans them
_LONGEST_SORT_KEY = 120

NAME_FIELDS = (
    "outlet", "author", "place", "around", "agency", "above", "person", "role", "offence", "law",
    "article",
)  # fmt: skip

Posting = tuple[bytes, int, float, bytes]


class WordField(fields.FieldType):
    """Words with their positions, prepared by us: Whoosh's analysers never see the text."""

    def __init__(self) -> None:
        self.format = formats.Positions()
        self.analyzer = None
        self.scorable = False  # lengths stand in columns of their own, exact and quick to read
        self.stored = False
        self.unique = False
        self.vector = None
        self.set_sortable(False)

    def index(self, value: Any, **_: Any) -> Any:
        """``value`` as it is: a list of postings made by ``postings_of``."""
        return value


class TermField(WordField):
    """Terms without positions; ``value`` is a list of texts."""

    def __init__(self) -> None:
        super().__init__()
        self.format = formats.Existence()

    def index(self, value: Any, **_: Any) -> Any:
        """A posting for each distinct text."""
        return [(text.encode("utf-8"), 1, 1.0, b"") for text in dict.fromkeys(value)]


def make_schema() -> Any:
    """The schema of a new index."""
    bytes_column: Any = columns.VarBytesColumn
    number_column: Any = columns.NumericColumn
    texts = {"title": WordField(), "body": WordField()}
    names = {name: WordField() for name in NAME_FIELDS}
    return fields.Schema(
        id=fields.ID(unique=True, sortable=True),
        kind=TermField(),
        published=fields.ID(sortable=True),
        title_key=fields.COLUMN(bytes_column()),
        outlet_key=fields.COLUMN(bytes_column()),
        title_length=fields.COLUMN(number_column("I")),
        body_length=fields.COLUMN(number_column("I")),
        forms=TermField(),
        **texts,
        **names,
    )


def document_of(article: Article, seen: set[str]) -> dict[str, Any]:
    """The fields of an article's document; its distinct words are added to ``seen``."""
    title, title_length = _texts((article.title or "",), seen)
    body, body_length = _texts((article.body, *article.captions), seen)
    document: dict[str, Any] = {
        "id": article.id,
        "kind": [ARTICLE],
        "published": (article.published or UNDATED)[:10],
        "_stored_published": article.published or "",
        "title": title,
        "title_length": title_length,
        "body": body,
        "body_length": body_length,
        "title_key": _sort_key(article.title),
        "outlet_key": _sort_key(article.outlet),
    }
    for field, names in _names(article).items():
        document[field] = _name_postings(field, names)
    return document


def positions_of(value: bytes) -> array[int]:
    """The word numbers in the value of a posting."""
    positions = array("I")
    positions.frombytes(value)
    return positions


def _texts(texts: Iterable[str], seen: set[str]) -> tuple[list[Posting], int]:
    """The postings of the words of ``texts``, and how many words there are."""
    found: dict[str, list[int]] = {}
    base = length = 0
    for text in texts:
        places, count = word_positions(text)
        if base == 0:
            found = places
        else:
            for word, positions in places.items():
                found.setdefault(word, []).extend(base + position for position in positions)
        length += count
        base += count + _BETWEEN_TEXTS
    seen.update(found)
    return _postings(found), length


def _postings(found: dict[str, list[int]]) -> list[Posting]:
    return [
        (word.encode("utf-8"), len(places), float(len(places)), array("I", places).tobytes())
        for word, places in found.items()
    ]


def _name_postings(field: str, names: Iterable[str]) -> list[Posting]:
    found: dict[str, list[int]] = {}
    base = 0
    for name in dict.fromkeys(names):
        parts = name_words(field, name)
        if not parts:
            continue
        found.setdefault(ANY, [0])
        found.setdefault(WHOLE + " ".join(parts)[:LONGEST_NAME], [0])
        if field == "outlet":
            found.setdefault(TOGETHER + name_together(name), [0])
        for offset, part in enumerate(parts):
            found.setdefault(part, []).append(base + offset)
        base += len(parts) + _BETWEEN_TEXTS
    return _postings(found)


def _names(article: Article) -> dict[str, list[str]]:
    notes = article.annotations
    people = [person.role for person in notes.people if person.role]
    return {
        "outlet": [article.outlet] if article.outlet else [],
        "author": [article.author] if article.author else [],
        "place": [
            *([article.place] if article.place else []),
            *(form for place in notes.places for form in (place.name, *place.forms)),
        ],
        "around": [name for place in notes.places for name in places_around(place)],
        "agency": [form for agency in notes.agencies for form in (agency.name, *agency.forms)],
        "above": [
            form
            for agency in notes.agencies
            for name in ancestors(agency.name, agency.parent)
            for form in names_of(name)
        ],
        "person": [form for person in notes.people for form in (person.name, *person.forms)],
        "role": people,
        "offence": [form for offence in notes.offences for form in (offence.name, *offence.forms)],
        "law": [form for law in notes.laws for form in (law.name, *law.forms)],
        "article": [number for law in notes.laws for number in law.articles],
    }


def _sort_key(text: str | None) -> bytes:
    return " ".join((text or "").casefold().split())[:_LONGEST_SORT_KEY].encode("utf-8")
