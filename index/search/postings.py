"""Reading one generation of the index: postings, terms and columns, with what was read kept."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple

from index.errors import Cancelled
from index.language.stems import remember
from index.search.opening import reading_index
from index.search.schema import ARTICLE, FORM_MARK, positions_of

_MOST_KEPT = 3_000_000  # postings kept in memory, the least recently used go first
_CHECK_EVERY = 512  # postings read between two looks at whether the search was taken back


class Posting(NamedTuple):
    """The articles that hold a term (rising document numbers) and how often each does."""

    documents: list[int]
    counts: list[float]


class Postings:
    """What one reader of the index holds. Not to be shared between threads."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._kept: OrderedDict[tuple[str, str], Posting] = OrderedDict()
        self._kept_values: OrderedDict[tuple[str, str], list[bytes]] = OrderedDict()
        self._size = 0
        self._value_size = 0
        self._columns: dict[str, list[Any]] = {}
        self._forms: dict[str, list[str]] = {}
        self._averages: dict[str, float] = {}
        self._document_of: dict[str, int] | None = None
        self.cancelled: Callable[[], bool] = lambda: False

    def check(self) -> None:
        """Raises ``Cancelled`` when the search was taken back."""
        if self.cancelled():
            raise Cancelled

    def all_documents(self) -> list[int]:
        """The numbers of all articles."""
        return self.posting("kind", ARTICLE).documents

    def frequency(self, field: str, term: str) -> int:
        """In how many articles ``term`` stands; deleted ones may still be counted."""
        kept = self._kept.get((field, term))
        if kept is not None:
            return len(kept.documents)
        with reading_index():
            return int(self._reader.doc_frequency(field, term))

    def posting(self, field: str, term: str) -> Posting:
        """The articles of ``term`` in ``field``; none where it stands in no article."""
        key = (field, term)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        documents: list[int] = []
        counts: list[float] = []
        for matcher in self._walk(key):
            documents.append(matcher.id())
            counts.append(matcher.weight())
        posting = Posting(documents, counts)
        self._kept[key] = posting
        self._size += len(documents) + 1
        while self._size > _MOST_KEPT and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone.documents) + 1
        return posting

    def positions(self, field: str, term: str, wanted: set[int]) -> dict[int, array[int]]:
        """The word numbers of ``term`` in each of the ``wanted`` articles that holds it."""
        documents = self.posting(field, term).documents
        if len(wanted) * 20 < len(documents):
            pairs = [(bisect_left(documents, document), document) for document in wanted]
            here = [(at, doc) for at, doc in pairs if at < len(documents) and documents[at] == doc]
        else:
            here = [(at, doc) for at, doc in enumerate(documents) if doc in wanted]
        if not here:
            return {}
        values = self._values(field, term)
        return {document: positions_of(values[at]) for at, document in here}

    def terms(self, field: str, prefix: str) -> list[str]:
        """The terms of ``field`` that begin with ``prefix``, in order."""
        with reading_index():
            found = [term.decode("utf-8") for term in self._reader.expand_prefix(field, prefix)]
        self.check()
        return found

    def forms(self, stem: str) -> list[str]:
        """The printed words that have ``stem`` for their stem, itself not among them."""
        found = self._forms.get(stem)
        if found is None:
            found = [pair.partition(FORM_MARK)[2] for pair in self.terms("forms", stem + FORM_MARK)]
            self._forms[stem] = found
            for form in found:
                remember(form, stem)
        return found

    def forms_from(self, start: str) -> list[str]:
        """The printed words whose stems begin with ``start``."""
        return [pair.partition(FORM_MARK)[2] for pair in self.terms("forms", start)]

    def remember_forms(self, most: int) -> None:
        """Hands the stems of the index's words to the stemmer, ``most`` of them at the most."""
        for pair in islice(self.terms("forms", ""), most):
            stem, _, form = pair.partition(FORM_MARK)
            remember(form, stem)

    def column(self, name: str) -> list[Any]:
        """The values of a column, by document number."""
        values = self._columns.get(name)
        if values is None:
            values = []
            with reading_index():
                for leaf, _ in self._reader.leaf_readers():
                    column = leaf.column_reader(name, translate=False)
                    values.extend(column[number] for number in range(leaf.doc_count_all()))
            self._columns[name] = values
        return values

    def average_length(self, field: str) -> float:
        """The mean number of words in ``field`` over all articles, at least 1."""
        average = self._averages.get(field)
        if average is None:
            lengths = self.column(f"{field}_length")
            documents = self.all_documents()
            total = sum(lengths[document] for document in documents)
            average = max(total / max(len(documents), 1), 1.0)
            self._averages[field] = average
        return average

    def documents_of(self, identifiers: set[str]) -> set[int]:
        """The document numbers of those of ``identifiers`` that the index holds."""
        if len(identifiers) < 50 and self._document_of is None:
            found = (self.posting("id", identifier).documents for identifier in identifiers)
            return {document for documents in found for document in documents}
        if self._document_of is None:
            column = self.column("id")
            self._document_of = {
                column[document].decode("utf-8"): document for document in self.all_documents()
            }
        numbers = self._document_of
        return {numbers[identifier] for identifier in identifiers if identifier in numbers}

    def identifier(self, document: int) -> str:
        """The id of an article."""
        return bytes(self.column("id")[document]).decode("utf-8")

    def close(self) -> None:
        """Closes the reader; nothing can be read any more."""
        self._reader.close()

    def _values(self, field: str, term: str) -> list[bytes]:
        key = (field, term)
        kept = self._kept_values.get(key)
        if kept is not None:
            self._kept_values.move_to_end(key)
            return kept
        values = [matcher.value() for matcher in self._walk(key)]
        self._kept_values[key] = values
        self._value_size += len(values)
        while self._value_size > _MOST_KEPT and len(self._kept_values) > 1:
            _, gone = self._kept_values.popitem(last=False)
            self._value_size -= len(gone)
        return values

    def _walk(self, key: tuple[str, str]) -> Any:
        """A matcher of the term, standing on each of its articles in turn."""
        with reading_index():
            if key not in self._reader:
                return
            matcher = self._reader.postings(*key)
            seen = 0
            active, step = matcher.is_active, matcher.next
            while active():
                yield matcher
                step()
                seen += 1
                if not seen % _CHECK_EVERY:
                    self.check()
