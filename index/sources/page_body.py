"""The text of the article on a page: what an extractor finds, else what the page itself offers."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from typing import Any

from index.sources.markup import is_marked_up, without_tags
from index.sources.page_captions import BOX, lines_of, take_captions

Extractor = Callable[..., Any]

# What is never read as text.
_SILENT = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
)
_ARTICLES = frozenset({"article", "main"})
_OUTSIDE = frozenset({"nav", "aside", "footer", "header", "form", "button", "figure"})
_BLOCKS = ("p", "h2", "h3", "h4", "li", "blockquote", "pre", "td")
# Beyond these, an extractor takes seconds for one page; no page of an article comes near.
_MOST_ELEMENTS = 20_000
_DEEPEST = 400
# How many elements are looked at in search of boxes, which may stand in one another.
_MOST_LOOKS = 200_000
_FEWEST_LETTERS = 25
_FEWEST_LINKS = 3
_LIST_SHARE = 0.7
# The share of the text that must stand in an element for it to hold the article.
_SHARE = 0.6
_KEY = 60
# detikcom sets the dateline before the first paragraph instead of into it.
_DATELINE = re.compile(r"^([^\n]{2,60}\s[-–—])\s*\n(?=[^\n]{60})", re.MULTILINE)

# An extractor says on its log what is said here as a problem.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())


def read_body(tree: Any, extract: Extractor, linked: str | None) -> str | None:
    """The paragraphs of the article in ``tree`` (lxml), a line each, captions first; None if none.

    ``extract`` is trafilatura's ``bare_extraction``; ``linked`` the text that the page repeats in
    JSON-LD, which is taken if nothing was extracted. Changes ``tree``.
    """
    for element in list(tree.iter(*_SILENT)):
        element.drop_tree()
    text = None
    captions: list[tuple[Any, str]] = []
    if _is_manageable(tree):
        captions = take_captions(tree)
        _drop_boxes(tree)
        text = _extracted(tree, extract)
    if text is None and linked is not None:
        text = without_tags(linked) if is_marked_up(linked) else linked
        text = "\n".join(line for line in map(str.strip, text.split("\n")) if line)
    if text is None or _letters(text) < _FEWEST_LETTERS:
        text = "\n".join(_paragraphs(tree))
    if _letters(text) < _FEWEST_LETTERS:
        return None
    lines = lines_of(captions, _around(tree, text)) if captions else []
    return "\n".join((*lines, text))


def _extracted(tree: Any, extract: Extractor) -> str | None:
    try:
        document = extract(
            tree, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False
        )
    except Exception:  # whatever a page makes of a library, it is read in another way
        return None
    text = _DATELINE.sub(r"\1 ", document.text) if document is not None and document.text else None
    return text if text and _letters(text) >= _FEWEST_LETTERS else None


def _is_manageable(tree: Any) -> bool:
    """Whether the page has neither too many elements nor elements too deep in others."""
    count = depth = 0
    element: Any = tree
    stack: list[Iterator[Any]] = []
    while True:
        stack.append(iter(element))
        depth = max(depth, len(stack))
        count += 1
        if count > _MOST_ELEMENTS or depth > _DEEPEST:
            return False
        while (following := next(stack[-1], None)) is None:
            stack.pop()
            if not stack:
                return True
        element = following


def _drop_boxes(tree: Any) -> None:
    """Takes out the boxes of titles of other articles, which extractors keep inside the article.

    A box is an element that is called one and whose words are links for the most part, or a list
    of three links and more with hardly a word besides.
    """
    left = _MOST_LOOKS
    gone: set[Any] = set()
    for element in list(tree.iter("div", "section", "ul", "ol", "table")):
        marked = f"{element.get('class') or ''} {element.get('id') or ''}"
        named = BOX.search(marked) is not None
        if element in gone or not (named or element.tag in ("ul", "ol")):
            continue
        held = list(element.iter())
        left -= len(held)
        if left < 0:
            return
        links = sum(1 for each in held if each.tag == "a")
        share = _link_share(element, "".join(element.itertext()))
        if share > 0.5 and (named or (links >= _FEWEST_LINKS and share > _LIST_SHARE)):
            gone.update(held)
            element.drop_tree()


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text[:2000]))


def _paragraphs(tree: Any) -> list[str]:
    """The paragraphs of the article or main element that holds most text, else of the page."""
    found: dict[Any, list[str]] = {}
    holders: dict[Any, Any] = {}
    for element in tree.iter(*_BLOCKS):
        if next(element.iterdescendants(*_BLOCKS), None) is not None:
            continue
        line = " ".join("".join(element.itertext()).split())
        if line and _link_share(element, line) <= 0.5:
            holder = _holder(element.getparent(), holders)
            if holder is not None:
                found.setdefault(holder, []).append(line)
    return max(found.values(), key=lambda lines: sum(map(len, lines)), default=[])


def _holder(element: Any, known: dict[Any, Any]) -> Any:
    """The article or main element around an element, else the page; None outside of the text."""
    passed: list[Any] = []
    holder: Any = None
    while element is not None:
        if element in known:
            holder = known[element]
            break
        passed.append(element)
        if element.tag in _OUTSIDE:
            break
        if element.tag in _ARTICLES or element.getparent() is None:
            holder = element
            break
        element = element.getparent()
    known.update(dict.fromkeys(passed, holder))
    return holder


def _link_share(element: Any, words: str) -> float:
    """The share of the ``words`` of an element that are links."""
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return linked / max(1, len(words.strip()))


def _around(tree: Any, text: str) -> list[Any]:
    """The elements around the text, from that which holds it to that which holds its photographs.

    The photograph above an article stands beside its text, in what holds both.
    """
    keys = {line[:_KEY] for line in text.split("\n") if len(line) >= _FEWEST_LETTERS}
    weights: dict[Any, int] = {}
    total = 0
    for element in tree.iter("p", "div", "li", "td", "span", "h2", "h3", "blockquote"):
        said = " ".join((element.text or "")[: 2 * _KEY].split())
        # A paragraph may begin with a word in bold type.
        if element.tag in ("p", "li") and len(said) < _KEY:
            said = " ".join("".join(element.itertext())[: 4 * _KEY].split())
        if said[:_KEY] in keys:
            total += 1
            for ancestor in element.iterancestors():
                weights[ancestor] = weights.get(ancestor, 0) + 1
    holder = tree
    for element, weight in weights.items():
        if weight >= _SHARE * total and _depth(element) > _depth(holder):
            holder = element
    around = [holder, *holder.iterancestors()][:4]
    articles = [number for number, each in enumerate(around) if each.tag in _ARTICLES]
    return around[: max([2, *articles]) + 1]


def _depth(element: Any) -> int:
    return sum(1 for _ in element.iterancestors())
