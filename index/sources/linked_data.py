"""What a page says of its article in JSON-LD, the vocabulary of schema.org."""

from __future__ import annotations

import html
import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

# From the most to the least certain; a page of WordPress keeps the date in WebPage alone.
_TYPES = (
    ("newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
     "opinionnewsarticle", "reviewnewsarticle", "askpublicnewsarticle"),
    ("article", "blogposting", "liveblogposting", "report", "socialmediaposting",
     "satiricalarticle", "advertisercontentarticle", "techarticle", "scholarlyarticle"),
    ("webpage", "itempage"),
)  # fmt: skip
_RANKS = {name: rank for rank, names in enumerate(_TYPES) for name in names}
_PAGE = len(_TYPES) - 1
_MOST_NODES = 5_000
_LONGEST_BLOCK = 2_000_000
_MOST_NAMES = 20

Node = dict[str, Any]


class LinkedData:
    """The node of the article among those of all blocks of a page, and what it refers to."""

    def __init__(self, blocks: Iterable[str], address: str | None = None) -> None:
        """Reads ``blocks``; of several articles, that with the ``address`` of the page is meant."""
        nodes = list(_nodes(blocks))
        self._named = {
            node["@id"]: node
            for node in nodes
            if isinstance(node.get("@id"), str) and len(node) > 1
        }
        ranked = [(rank, node) for node in nodes if (rank := _rank(node)) is not None]
        ranked.sort(
            key=lambda pair: (pair[0], address is None or self._address(pair[1]) != address)
        )
        self._node: Node = ranked[0][1] if ranked else {}
        self._is_page = bool(ranked) and ranked[0][0] == _PAGE
        self._page = next((node for rank, node in ranked if rank == _PAGE), {})

    def fields(self) -> dict[str, str]:
        """Title, published, author, editor, outlet, url and section, as far as they are said."""
        node = self._node
        found = {
            "title": None if self._is_page else _first(node, "headline", "name"),
            "published": _first(node, "datePublished") or _first(self._page, "datePublished"),
            "author": self._names(node.get("author")) or self._names(node.get("creator")),
            "editor": self._names(node.get("editor")),
            "outlet": self._names(node.get("publisher"))
            or self._names(node.get("sourceOrganization")),
            "url": self._address(node),
            "section": _text(node.get("articleSection")),
        }
        return {field: value for field, value in found.items() if value}

    def body(self) -> str | None:
        """The text of the article, if the page repeats it here."""
        said = self._node.get("articleBody") or self._node.get("text")
        return said if isinstance(said, str) and said.strip() else None

    def _address(self, node: Node) -> str | None:
        for key in ("url", "mainEntityOfPage", "@id"):
            value = node.get(key)
            if isinstance(value, dict):
                value = value.get("@id") or value.get("url")
            if isinstance(value, str) and value.startswith(("http://", "https://")):
                return value.partition("#")[0].strip()
        return None

    def _names(self, value: Any) -> str | None:
        """The names of people or bodies: text, nodes, references to nodes, or lists of them."""
        names: dict[str, None] = {}
        for item in (value if isinstance(value, list) else [value])[:_MOST_NAMES]:
            if isinstance(item, dict):
                known = self._named.get(str(item.get("@id")), {})
                item = item.get("name") or known.get("name")
            if name := _text(item):
                names[name] = None
        return ", ".join(names) or None


def _nodes(blocks: Iterable[str]) -> Iterator[Node]:
    """The objects of all blocks, outer ones first."""
    waiting: deque[Any] = deque(value for block in blocks if (value := _parse(block)) is not None)
    count = 0
    while waiting and count < _MOST_NODES:
        value = waiting.popleft()
        count += 1
        if isinstance(value, dict):
            yield value
            waiting.extend(item for item in value.values() if isinstance(item, dict | list))
        elif isinstance(value, list):
            waiting.extend(item for item in value[:_MOST_NODES] if isinstance(item, dict | list))


def _parse(block: str) -> Any:
    """The JSON of a block, without the marks that pages put around it; None if it is none."""
    text = block.strip()
    for start, end in (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>")):
        text = text.removeprefix(start).removesuffix(end).strip()
    text = text.rstrip(";")
    if len(text) > _LONGEST_BLOCK:
        return None
    try:
        # Not strict: pages leave the line ends of a text as they are.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _rank(node: Mapping[str, Any]) -> int | None:
    kind = node.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    ranks = [
        rank
        for name in names[:_MOST_NAMES]
        if isinstance(name, str)
        and (rank := _RANKS.get(name.rpartition("/")[2].rpartition(":")[2].lower())) is not None
    ]
    return min(ranks, default=None)


def _first(node: Mapping[str, Any], *keys: str) -> str | None:
    return next((said for key in keys if (said := _text(node.get(key)))), None)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    # Some pages write their entities twice.
    return " ".join(html.unescape(value).split())[:1000] or None
