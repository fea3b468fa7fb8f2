"""Saved web pages: one page, one article, in the extra ``[html]``."""

from __future__ import annotations

import codecs
import importlib
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from index.article import Problem, SourceRecord
from index.sources.decoding import decode, utf16
from index.sources.fields import record_with
from index.sources.lines import EMPTY
from index.sources.page_body import read_body
from index.sources.page_metadata import read_metadata

MISSING = (
    "is a web page; to read pages, install the extra: pip install 'tppo-tui[html]' "
    "(or trafilatura and lxml_html_clean)"
)
NO_ARTICLE = "is a web page that holds no text of an article"
TOO_ODD = "is a web page whose tags have thousands of attributes; left out"

_BEGINNING = 4096
_PAGE = re.compile(
    r"[\s\ufeff]*+(?:<\?xml\b[^>]{0,200}\?>\s*+)?(?:<!--.{0,2000}?-->\s*+){0,3}"
    r"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.I
)
# The encodings of the web that are no UTF (encoding.spec.whatwg.org); others are not believed.
_DECLARED = re.compile(
    r"(?:windows-?|cp-?)(?:125\d|874)|iso-?8859-?\d{1,2}|latin-?\d|koi8-[ru]|gbk|gb2312|gb18030|big5"
    r"|shift[_-]jis|euc-(?:jp|kr)|macintosh",
    re.IGNORECASE,
)
_WESTERN = re.compile(r"iso-?8859-?1|latin-?1", re.IGNORECASE)
_DECLARATION = re.compile(r"[\s\ufeff]*+<\?xml\b[^>]{0,200}\?>", re.IGNORECASE)
# A tag as browsers read it: attributes with and without values, quoted or not.
_ATTRIBUTE = r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?"
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE})*+")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_LONG_TAG = 2000
# The parser's time grows with the square of a tag's attributes: at 25 ns each, this is a second.
_MOST_WORK = 40_000_000
_MOST_ATTRIBUTES = 100


def is_page(start: str) -> bool:
    """Whether a text that begins with ``start`` is a web page, whatever its file is called."""
    return _PAGE.match(start[:_BEGINNING]) is not None


def may_be_page(data: bytes) -> bool:
    """Whether it is worth to look if ``data`` is a page: it begins with a tag, in any encoding."""
    return data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<"


def read_html(data: bytes, path: str) -> Iterator[SourceRecord | Problem]:
    """The one record of a page: metadata by the page's own word, the text by trafilatura.

    Before it a problem line if its encoding was guessed. Without the extra, a page is one
    problem that says what to install. Nothing is fetched, and no page raises.
    """
    libraries = _libraries()
    if libraries is None:
        yield Problem(path, MISSING)
        return
    text, reason = decode_page(data)
    if reason is not None:
        yield Problem(path, reason)
    if text is not None:
        yield _record(text, path, *libraries) if text.strip() else Problem(path, EMPTY)


def read_page(text: str, path: str) -> SourceRecord | Problem:
    """The record of a page that was decoded already, such as the column of a table."""
    libraries = _libraries()
    return Problem(path, MISSING) if libraries is None else _record(text, path, *libraries)


def _libraries() -> tuple[Any, Any] | None:
    """lxml.html and trafilatura, imported with the first page; None without the extra."""
    try:
        return importlib.import_module("lxml.html"), importlib.import_module("trafilatura")
    except ImportError:
        return None


def decode_page(data: bytes) -> tuple[str | None, str | None]:
    """The text of a page and, if its encoding had to be guessed at, the reason.

    A byte order mark and UTF-8 that is flawless are certain; else what the page declares counts.
    """
    if utf16(data) is None and b"\x00" in data:
        data = data.replace(b"\x00", b"")
    declared = _CHARSET.search(data, 0, _BEGINNING)
    if declared is not None and utf16(data) is None and not data.startswith(codecs.BOM_UTF8):
        name = declared[1].decode("ascii", "replace")
        try:
            return data.decode("utf-8"), None
        except UnicodeDecodeError:
            pass
        if _DECLARED.fullmatch(name):
            try:
                return data.decode("cp1252" if _WESTERN.fullmatch(name) else name), None
            except (UnicodeDecodeError, LookupError):
                pass
    return decode(data)


def _record(text: str, path: str, lxml_html: Any, trafilatura: Any) -> SourceRecord | Problem:
    text = text.replace("\x00", "")
    if _is_odd(text):
        return Problem(path, TOO_ODD)
    tree = _parse(text, lxml_html)
    if tree is None:
        return Problem(path, NO_ARTICLE)
    metadata = read_metadata(tree, text)
    body = read_body(tree, trafilatura.bare_extraction, metadata.body)
    if body is None:
        return Problem(path, NO_ARTICLE)
    return replace(record_with(path, body, metadata.fields), origins=metadata.origins)


def _parse(text: str, lxml_html: Any) -> Any:
    """The tree of a page, mended where it was broken; None if there is nothing in it."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    declaration = _DECLARATION.match(text)
    data = text[declaration.end() if declaration else 0 :].encode("utf-8", "replace")
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except Exception:  # lxml raises errors of several kinds for a page without an element
        return None
    for element in tree.iter():
        if len(element.attrib) > _MOST_ATTRIBUTES:
            element.attrib.clear()
    return tree


def _is_odd(text: str) -> bool:
    """Whether the tags of a page have so many attributes that parsing it would take minutes."""
    work = 0
    for match in _TAG.finditer(text):
        if match.end() - match.start() > _LONG_TAG:
            work += sum(1 for _ in _ATTRIBUTES.finditer(match.group())) ** 2
            if work > _MOST_WORK:
                return True
    return False
