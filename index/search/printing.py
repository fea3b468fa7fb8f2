"""Queries in the query language: what was understood, so that it can be read and typed again."""

from __future__ import annotations

import calendar
import re

from index.search.nodes import (
    And,
    Everything,
    FigureCondition,
    Fuzzy,
    Name,
    Near,
    Nearby,
    Node,
    Not,
    Nothing,
    OneFigure,
    Or,
    Period,
    Phrase,
    Prefix,
    Published,
    Saved,
    Tag,
    Word,
)

# Words that would be read as operators, or be warned about, when they are printed bare.
_PLAIN_VALUE = re.compile(r"[\w-]*\w")


def print_query(node: Node) -> str:
    """``node`` in the query language; parsing the text gives an equal node again."""
    if isinstance(node, And):
        return " AND ".join(_child(child, (Or, OneFigure)) for child in node.children)
    if isinstance(node, OneFigure):
        return " AND ".join(_child(part, (Or,)) for part in node.apart)
    if isinstance(node, Or):
        return " OR ".join(_child(child, (And, OneFigure)) for child in node.children)
    if isinstance(node, Not):
        return "NOT " + _child(node.child, (And, Or, OneFigure))
    if isinstance(node, Everything):
        return "*"
    if isinstance(node, Nothing):
        return "NOT *"
    if isinstance(node, Near):
        text = f"{_side(node.left)} NEAR/{node.distance} {_side(node.right)}"
        return f"{node.field}:({text})" if node.field else text
    if isinstance(node, Word | Prefix | Fuzzy | Phrase):
        return f"{node.field}:{_free(node)}" if node.field else _free(node)
    return _filter(node)


def print_number(number: float) -> str:
    """``number`` with a decimal comma and no grouping: ``1500``, ``75,19``."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}".replace(".", ",") if abs(number) < 1e15 else f"{number:.0f}"


def print_days(low: str | None, high: str | None) -> str:
    """An interval of ISO days as briefly as the query language allows: ``2024-03``."""
    if low is None or high is None:
        return f"{low or ''}..{high or ''}"
    if low == high:
        return low
    year, month = int(low[:4]), int(low[5:7])
    if low[4:] == "-01-01" and high == f"{low[:4]}-12-31":
        return low[:4]
    if low[7:] == "-01" and high == f"{low[:7]}-{calendar.monthrange(year, month)[1]:02d}":
        return low[:7]
    return f"{low}..{high}"


def _child(node: Node, bracketed: tuple[type, ...]) -> str:
    text = print_query(node)
    return f"({text})" if isinstance(node, bracketed) else text


def _side(nodes: tuple[Nearby, ...]) -> str:
    text = " OR ".join(_free(node) for node in nodes)
    return f"({text})" if len(nodes) > 1 else text


def _free(node: Nearby) -> str:
    if isinstance(node, Word):
        return f"={node.text}" if node.exact else node.text
    if isinstance(node, Prefix):
        return node.pattern
    if isinstance(node, Fuzzy):
        return f"{node.text}~{node.distance}"
    words = " ".join(item.text if isinstance(item, Word) else item.pattern for item in node.items)
    return f'"{words}"~{node.slop}' if node.slop else f'"{words}"'


def _filter(node: Node) -> str:
    if isinstance(node, Name):
        text = " ".join(node.words) + ("*" if node.prefix else "")
        value = f'"{text}"' if node.quoted else text
        return f"{node.field}:{value}{'+' if node.below else ''}"
    if isinstance(node, Published | Period):
        name = "published" if isinstance(node, Published) else "period"
        return f"{name}:{'none' if node.undated else print_days(node.low, node.high)}"
    if isinstance(node, FigureCondition):
        return "figure:" + _figure(node)
    if isinstance(node, Tag):
        # Inside the quotes, where a star still opens the tag: after them it would be a word.
        star = "*" if node.prefix else ""
        plain = _value(node.name) == node.name
        return f"tag:{node.name}{star}" if plain else f'tag:"{node.name}{star}"'
    if isinstance(node, Saved):
        return f"query:{_value(node.name)}"
    raise TypeError(f"no node of a query: {node!r}")


def _value(name: str) -> str:
    return name if not name or _PLAIN_VALUE.fullmatch(name) else f'"{name}"'


def _figure(node: FigureCondition) -> str:
    measure = node.measure or ""
    if node.low is None and node.high is None:
        return measure or "*"
    if node.low is not None and node.low == node.high and not (node.low_open or node.high_open):
        return f"{measure}={print_number(node.low)}"
    if node.high is None and node.low is not None:
        return f"{measure}{'>' if node.low_open else '>='}{print_number(node.low)}"
    if node.low is None and node.high is not None:
        return f"{measure}{'<' if node.high_open else '<='}{print_number(node.high)}"
    numbers = f"{print_number(node.low or 0)}..{print_number(node.high or 0)}"
    return f"{measure}:{numbers}" if measure else numbers
