"""The one gate that text passes on its way in: after it, no character can act on a terminal."""

from __future__ import annotations

import re
import unicodedata

# C0 but tab and newline, DEL, C1, zero width, bidi controls, soft hyphen, tags, surrogates,
# line and paragraph separators, byte order mark, interlinear and other format characters.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\ud800-\udfff\U0001d173-\U0001d17a]"
)
_MARKS = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
# What is neither ASCII that is harmless, nor a letter of Latin or a mark of common print: anything
# else, and nothing else, can need more than its blanks mended.
_UNUSUAL = re.compile("[^\n -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]")
_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def _inert(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character in _LINE_ENDS:
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0x80 <= code <= 0x9F or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return ""


def clean(text: str) -> str:
    """``text`` in NFC with every character made inert that could act on a terminal.

    C0 controls become their pictures (U+2400...), DEL U+2421, C1 and lone surrogates U+FFFD;
    bidi controls, zero-width and tag characters go; ``\\r\\n`` and Unicode line ends become
    ``\\n``, tabs and no-break spaces a space; more than three combining marks in a row are cut.
    """
    if text.isascii() and not _SUSPECT.search(text):
        return text.replace("\t", " ") if "\t" in text else text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\xa0", " ")
    if not _UNUSUAL.search(text):
        return text
    text = _SUSPECT.sub(_inert, unicodedata.normalize("NFC", text))
    return _MARKS.sub(r"\1", text)


def clean_line(text: str) -> str:
    """``clean`` for what must stay on one line (titles, names, paths): white space is folded."""
    return " ".join(clean(text).split())
