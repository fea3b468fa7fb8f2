"""Captions of photographs, taken out of a page before its text is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from index.reading.captions import photo_credit

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:caption|captions?-text|keterangan-foto|foto-caption)", re.IGNORECASE
)
_ELSEWHERE = frozenset({"a", "article", "aside", "nav", "footer", "form"})
BOX = re.compile(
    r"related|terkait|baca-?juga|sidebar|widget|popul|rekomendasi|recommend|carousel|slider|most-|latest|terkini"
    r"|terbaru|pilihan|comment|komentar",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 8, 600
_MOST = 20
_LEAD = "Foto: "
_KNOWN = re.compile(r"(?:Foto|FOTO|Ilustrasi|ILUSTRASI)\b")
# The photographer stands in an element of his own, with nothing between: "Batam(ANTARA/X)".
_GLUED = re.compile(r"(?<=[\w.])\((?=[A-Z])")


def take_captions(tree: Any) -> list[tuple[Any, str]]:
    """Takes the captions out of ``tree``: for each the element that held it, and its words."""
    found = [each for each in tree.iter("figcaption", "p", "div", "span", "td", "em", "small")
             if _is_caption(each)]  # fmt: skip
    taken: list[tuple[Any, str]] = []
    for element in found:
        parent = element.getparent()
        if parent is None:
            continue
        words = _GLUED.sub(" (", " ".join("".join(element.itertext()).split()))
        if _SHORTEST <= len(words) <= _LONGEST:
            taken.append((parent, words))
        if len(words) <= _LONGEST:
            element.drop_tree()
    return taken


def _is_caption(element: Any) -> bool:
    if element.tag == "figcaption":
        return True
    marked = element.get("class")
    return (
        marked is not None
        and _CLASS.search(marked) is not None
        and next(element.iter("img", "picture", "figure", "video", "figcaption"), None) is None
    )


def lines_of(taken: Iterable[tuple[Any, str]], around: Sequence[Any]) -> list[str]:
    """The captions of the article's own photographs, each a line that says it is a caption.

    Those of the photographs that stand in the last of the elements ``around`` the text, and in no
    link, box or article besides.
    """
    lines: dict[str, None] = {}
    for parent, words in taken:
        if len(lines) < _MOST and _is_own(parent, around):
            known = _KNOWN.match(words) or photo_credit(words)[0]
            lines[words if known else _LEAD + words] = None
    return list(lines)


def _is_own(element: Any, around: Sequence[Any]) -> bool:
    while element is not None:
        if any(element is each for each in around):
            return True
        marked = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag in _ELSEWHERE or BOX.search(marked):
            return False
        element = element.getparent()
    return False
