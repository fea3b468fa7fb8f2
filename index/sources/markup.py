"""Tags taken off a text that was written with a few of them, without building a page of it."""

from __future__ import annotations

import html
import re

# Without one of these ends of a paragraph, a "<" is a sign like any other.
_SIGNS = ("</p>", "</P>", "<br", "<BR", "</div>", "</DIV>")
_HIDDEN = re.compile(r"<(script|style)\b[^<>]*>|<!--", re.IGNORECASE)
_ENDS = {
    "script": re.compile(r"</script\b[^<>]*>", re.IGNORECASE),
    "style": re.compile(r"</style\b[^<>]*>", re.IGNORECASE),
    "": re.compile("-->"),
}
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_BREAK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|blockquote|figure|figcaption|table|tbody|tr|section|article"
    r"|hr|pre|header|footer|aside|center)\b[^<>]*>",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"</?(?:a|abbr|amp-[a-z]+|b|big|button|cite|code|del|em|font|i|iframe|img|ins|label|mark|o:p|s"
    r"|small|source|span|strike|strong|sub|sup|td|th|time|tt|u|video)\b[^<>]*>",
    re.IGNORECASE,
)


def is_marked_up(text: str) -> bool:
    """Whether ``text`` holds the tags with which paragraphs are made."""
    return "<" in text and any(sign in text for sign in _SIGNS)


def without_tags(text: str) -> str:
    """``text`` without the common tags of HTML, a line for each block, entities resolved.

    Scripts, styles and comments go with all that they hold; a ``<`` that begins no common tag
    stays. Takes time linear in the length of ``text``.
    """
    text = _IMAGE.sub("", without_hidden(text))
    text = html.unescape(_INLINE.sub("", _BREAK.sub("\n", text)))
    return "\n".join(line for line in map(str.strip, text.split("\n")) if line)


def without_hidden(text: str) -> str:
    """``text`` without scripts, styles and comments; one that does not end is left as it is."""
    if "<" not in text:
        return text
    # An end that was looked for in vain is not looked for again.
    missing: set[str] = set()
    kept: list[str] = []
    position = 0
    while match := _HIDDEN.search(text, position):
        kind = (match[1] or "").lower()
        end = None if kind in missing else _ENDS[kind].search(text, match.end())
        if end is None:
            missing.add(kind)
            kept.append(text[position : match.end()])
            position = match.end()
        else:
            kept.append(text[position : match.start()])
            position = end.end()
    kept.append(text[position:])
    return "".join(kept)
