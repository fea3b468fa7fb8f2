"""Bytes of unknown encoding become text, and say so when they had to be guessed."""

from __future__ import annotations

import codecs
import re

BINARY = "is binary, not text"
WINDOWS_1252 = "is not UTF-8; read as Windows-1252"
BROKEN_UTF8 = "holds bytes that are not UTF-8; read with replacement characters"

_SAMPLE = 8192
_CONTROL_SHARE = 0.1
_BAD_SHARE = 0.3
# Formats that may begin without a NUL byte.
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
_ESCAPED = re.compile("[\udc80-\udcff]")
_FOREIGN = re.compile("[^\x00-\x7f\udc80-\udcff]")
# A lead byte with some of its followers: only UTF-8 cut short looks like this.
_CUT_SHORT = re.compile("[\udce0-\udcf4][\udc80-\udcbf]")
# Bytes that Windows-1252 leaves free, and letters that Indonesian and its loans never have.
_NOT_WINDOWS = re.compile("[\udc81\udc8d\udc8f\udc90\udc9d\udcfe\udcff]")


def has_utf16_mark(start: bytes) -> bool:
    """Whether ``start`` begins with the byte order mark of UTF-16."""
    return start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and not start.startswith(
        codecs.BOM_UTF32_LE
    )


def is_binary(data: bytes) -> bool:
    """Whether the first 8 kB of ``data`` are no text in any encoding that is read here."""
    sample = data[:_SAMPLE]
    if has_utf16_mark(sample):
        return False
    if sample.startswith(_MAGIC) or b"\x00" in sample:
        return True
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _CONTROL_SHARE * len(sample)


def decode(data: bytes) -> tuple[str | None, str | None]:
    """The text of ``data`` and, if it had to be guessed at, the reason for a problem line.

    UTF-8 with or without byte order mark and UTF-16 with one are certain. What is not UTF-8 is
    read as UTF-8 with U+FFFD when most of its foreign characters are UTF-8, as Windows-1252
    otherwise. Binary data gives ``(None, reason)``.
    """
    if is_binary(data):
        return None, BINARY
    if has_utf16_mark(data):
        text = data.decode("utf-16", errors="replace")
        return text, (BROKEN_UTF8.replace("UTF-8", "UTF-16") if "\ufffd" in text else None)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    escaped = data.decode("utf-8-sig", errors="surrogateescape")
    bad = len(_ESCAPED.findall(escaped))
    if bad > _BAD_SHARE * len(escaped):
        return None, BINARY
    likely_utf8 = (
        len(_FOREIGN.findall(escaped)) >= bad
        or _CUT_SHORT.search(escaped) is not None
        or _NOT_WINDOWS.search(escaped) is not None
    )
    if likely_utf8:
        return _ESCAPED.sub("\ufffd", escaped), BROKEN_UTF8
    return data.decode("cp1252", errors="replace"), WINDOWS_1252
