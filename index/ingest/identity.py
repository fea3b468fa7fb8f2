"""Which article is which: fingerprints, places in sources, versions of one article."""

from __future__ import annotations

import hashlib
import re

from index.article import SourceRecord
from index.language.tokens import words

# A file, and the number of the record or line in it that a path names.
_FILE = re.compile(r"(.*?)(?:[#:](\d+))?$", re.DOTALL)


def fingerprint(record: SourceRecord) -> str:
    """A name for what a source held: the same on every machine and under every path.

    The source's own id and author do not count: exports number and sign the same article anew.
    """
    fields = (record.title, record.published, record.outlet, record.url, record.text)
    digest = hashlib.sha256()
    for value in fields:
        digest.update((value or "").encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def source_key(record: SourceRecord, name: str | None = None) -> str | None:
    """The place in a source that may hold an article in another version later; None where none may.

    A file with one article is such a place, and so is a record with an id or a url of its own. The
    number of a record is none, for it moves when records come or go before it; standard input is
    none, for the next pipe brings something else. ``name`` is the file's, where it is known: a
    name such as ``laporan #3`` ends like the number of a record.
    """
    file, number = parted(record.path)
    if number is None or record.path == name:
        return record.path
    if from_pipe(record.path):
        return None
    if record.source_id is not None:
        return f"{file} id {record.source_id}"
    return None if record.url is None else f"{file} url {record.url}"


def from_pipe(path: str) -> bool:
    """Whether ``path`` names standard input."""
    return path.startswith("<")


def parted(path: str) -> tuple[str, str | None]:
    """A path without the number of the record or line in it, and that number."""
    match = _FILE.match(path)
    assert match is not None  # it matches any text
    return match.group(1), match.group(2)


def is_revision(old: tuple[str | None, str], new: tuple[str | None, str]) -> bool:
    """Whether ``new`` is ``old`` in another version, rather than another article.

    Both are a title and a body. One title is enough, and half of the words of the shorter body:
    an article that was edited keeps more, two articles about different things share less.
    """
    if old[0] and old[0] == new[0]:
        return True
    before, after = set(words(old[1])), set(words(new[1]))
    shorter = min(len(before), len(after))
    return shorter > 0 and 2 * len(before & after) >= shorter
