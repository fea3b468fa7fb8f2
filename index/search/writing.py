"""Writing the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import LockError

from index.article import Article
from index.language.stems import stem
from index.search.opening import (
    IndexBusy,
    IndexUnusable,
    create_index,
    open_index,
    reading_index,
)
from index.search.schema import FORM_MARK, FORMAT, document_of

__all__ = [
    "FORMAT",
    "IndexBusy",
    "IndexUnusable",
    "create_index",
    "open_index",
    "write_articles",
]

_MEMORY = 256  # MB of postings that are sorted in memory before a run is written to disk
_COMPRESSION = 1  # of zlib: a third larger than with 3, and a tenth quicker to write
_WAIT = 10.0  # seconds to wait for another process that is writing


def write_articles(
    folder: Path,
    articles: Iterable[Article],
    *,
    removed: Iterable[str] = (),
    progress: Callable[[int], None] | None = None,
) -> int:
    """Writes ``articles`` in one commit, in place of those with their ids and with ``removed``.

    Of two articles with one id the first is taken. ``progress`` is called with the number of
    articles written so far. On any error the index stays as it was. Returns the number written.

    Raises:
        IndexUnusable: there is no usable index in ``folder``.
        IndexBusy: another process has been writing it for ten seconds.
        OSError: the disk is full, or the folder cannot be written.
    """
    opened = open_index(folder)
    try:
        with reading_index():
            codec: Any = W3Codec
            writer = opened.writer(
                limitmb=_MEMORY, timeout=_WAIT, codec=codec(compression=_COMPRESSION)
            )
    except IndexUnusable as error:
        if isinstance(error.__cause__, LockError):
            raise IndexBusy("another process is writing the index") from error
        if isinstance(error.__cause__, OSError):
            raise error.__cause__ from None
        raise
    try:
        with reading_index():
            reader = opened.reader()
        written = _write(writer, reader, articles, removed, progress)
        reader.close()
        writer.commit()
    except BaseException:
        _give_up(writer)
        raise
    return written


def _write(
    writer: Any,
    reader: Any,
    articles: Iterable[Article],
    removed: Iterable[str],
    progress: Callable[[int], None] | None,
) -> int:
    fresh = reader.doc_count_all() == 0
    for identifier in removed:
        _delete(writer, reader, identifier)
    done: set[str] = set()
    seen: set[str] = set()
    for article in articles:
        if article.id in done:
            continue
        done.add(article.id)
        if not fresh:
            _delete(writer, reader, article.id)
        writer.add_document(**document_of(article, seen))
        if progress is not None:
            progress(len(done))
    forms = [form for form in _forms(seen) if fresh or ("forms", form) not in reader]
    if forms:
        writer.add_document(forms=forms)
    return len(done)


def _forms(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        root = stem(word)
        if root != word:
            yield f"{root}{FORM_MARK}{word}"


def _delete(writer: Any, reader: Any, identifier: str) -> None:
    with reading_index():
        if ("id", identifier) not in reader:
            return
        matcher = reader.postings("id", identifier)
        while matcher.is_active():
            writer.delete_document(matcher.id())
            matcher.next()


def _give_up(writer: Any) -> None:
    """Releases the lock and removes what the failed writer left behind."""
    try:
        writer.cancel()
    except Exception:  # the first error is the one to tell; cancelling may fail after it
        lock = getattr(writer, "writelock", None)
        if lock is not None:
            lock.release()
