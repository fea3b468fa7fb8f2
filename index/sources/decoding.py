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
# Below, chance may lay the zeros of a binary file as UTF-16 does.
_SHORTEST_UTF16 = 32
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF16_SHARE = 0.8
# Formats that may begin without a NUL byte.
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\x1b")
_ESCAPED = re.compile("[\udc80-\udcff]")
_FOREIGN = re.compile("[^\x00-\x7f\udc80-\udcff]")
# A lead byte with some of its followers: UTF-8 cut short looks like this.
_CUT_SHORT = re.compile("[\udce0-\udcef][\udc80-\udcbf]|[\udcf0-\udcf4][\udc80-\udcbf]{1,2}")
# Bytes that Windows-1252 leaves free, and letters that Indonesian and its loans never have.
_NOT_WINDOWS = re.compile("[\udc81\udc8d\udc8f\udc90\udc9d\udcfe\udcff]")


def utf16(start: bytes) -> str | None:
    """The codec of bytes that are UTF-16 beyond doubt, by their mark or their shape, else None.

    Text in Latin letters without a mark has a NUL in every second byte and in no other.
    """
    if start.startswith(_UTF16_MARKS):
        return None if start.startswith(codecs.BOM_UTF32_LE) else "utf-16"
    if b"\x00" not in start or len(start) < _SHORTEST_UTF16:
        return None
    sample = start[:_SAMPLE]
    first, second = sample[::2], sample[1::2]
    for codec, letters, zeros in (("utf-16-le", first, second), ("utf-16-be", second, first)):
        if (
            zeros.count(0) >= _UTF16_SHARE * len(zeros)
            and 0 not in letters
            and not any(
                letter in _CONTROLS and not zero
                for letter, zero in zip(letters, zeros, strict=False)
            )
        ):
            return codec
    return None


def is_binary(data: bytes) -> bool:
    """Whether the first 8 kB of ``data`` are no text in any encoding that is read here."""
    sample = data[:_SAMPLE]
    if b"\x00" in sample or sample.startswith(_UTF16_MARKS):
        return utf16(sample) is None
    if sample.startswith(_MAGIC):
        return True
    return len(sample) - len(sample.translate(None, _CONTROLS)) > _CONTROL_SHARE * len(sample)


def decode(data: bytes) -> tuple[str | None, str | None]:
    """The text of ``data`` and, if it had to be guessed at, the reason for a problem line.

    UTF-8 and UTF-16 are certain, with or without a byte order mark. What is not UTF-8 is
    read as UTF-8 with U+FFFD when most of its foreign characters are UTF-8 or some are cut
    short, as Windows-1252 otherwise. Binary data gives ``(None, reason)``.
    """
    if is_binary(data):
        return None, BINARY
    encoding = utf16(data)
    if encoding is not None:
        text = data.decode(encoding, errors="replace")
        return text, (BROKEN_UTF8.replace("UTF-8", "UTF-16") if "\ufffd" in text else None)
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    escaped = data.decode("utf-8-sig", errors="surrogateescape")
    bad = len(_ESCAPED.findall(escaped))
    if bad > _BAD_SHARE * len(escaped):
        return None, BINARY
    if _is_likely_utf8(escaped, bad):
        return _ESCAPED.sub("\ufffd", escaped), BROKEN_UTF8
    return data.decode("cp1252", errors="replace"), WINDOWS_1252


def _is_likely_utf8(escaped: str, bad: int) -> bool:
    """Whether a text with ``bad`` escaped bytes is broken UTF-8 and not Windows-1252."""
    if _NOT_WINDOWS.search(escaped) is not None:
        return True
    whole = len(_FOREIGN.findall(escaped))
    cut_short = sum(map(len, _CUT_SHORT.findall(escaped)))
    if whole == 0:
        # In Windows-1252 an accented letter before a closing quote looks cut short as well.
        return cut_short == bad
    return whole >= bad or cut_short > 0
