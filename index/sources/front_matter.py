"""The head of a Markdown file: YAML between ``---``, or TOML between ``+++``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

import yaml

# No head is longer: what follows a line of dashes from there on is text.
_LONGEST = 16_384
_START = re.compile(r"\s*?(---|\+\+\+)[ \t]*\n")
_ENDS = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_PAIR = re.compile(r"([A-Za-z_][\w -]{0,40}?)[ \t]*[:=][ \t]*(.*)")
_TOML_LINE = re.compile(r"\(at line (\d+)")
_NOTHING = frozenset({"", "~", "null", "none"})
_MOST_ITEMS = 50


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a head says, as text by key, the text behind it, and what was wrong with it.

    ``error`` is a reason and ``line`` the line of the file, counted from 1.
    """

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    error: str | None = None
    line: int = 0


def part_front_matter(text: str) -> FrontMatter:
    """``text`` (line ends ``\\n``) parted into its head and the rest; never raises.

    A head that is no YAML or TOML is read line by line as far as its lines are ``key: value``.
    """
    start = _START.match(text)
    end = _ENDS[start[1]].search(text, start.end(), start.end() + _LONGEST) if start else None
    if start is None or end is None:
        return FrontMatter(text)
    head, rest = text[start.end() : end.start()], text[end.end() :]
    above = text.count("\n", 0, start.end())
    kind = "YAML" if start[1] == "---" else "TOML"
    if kind == "YAML" and not _PAIR.search(head):
        # Two rules of dashes around a piece of the text.
        return FrontMatter(text)
    try:
        values = _yaml(head) if kind == "YAML" else tomllib.loads(head)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        reason = f"has a head that is no {kind}: {_said_of(error)}; the text was read"
        return FrontMatter(rest, _by_line(head), reason, above + _line_of(error))
    if not isinstance(values, dict):
        reason = f"has a head that is no {kind} of keys and values; the text was read"
        return FrontMatter(rest, {}, reason, above + 1)
    return FrontMatter(rest, {str(key): _plain(value) for key, value in values.items()})


def _yaml(head: str) -> Any:
    # Every scalar stays the text that was written: a date keeps its offset and its form.
    return yaml.load(head, Loader=yaml.BaseLoader)


def _plain(value: Any) -> Any:
    """A value without dates, empty words, and lists that aliases may have made endless."""
    if isinstance(value, str):
        return None if value.strip().lower() in _NOTHING else value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [item for item in map(_item, value[:_MOST_ITEMS]) if item is not None]
    return _item(value)


def _item(value: Any) -> Any:
    if isinstance(value, dict):
        value = value.get("name") or value.get("nama")
    return _plain(value) if isinstance(value, str | int | float | date) else None


def _by_line(head: str) -> dict[str, str]:
    pairs = (match for line in head.split("\n") if (match := _PAIR.fullmatch(line)))
    said = {match[1]: match[2].strip().strip("\"'").strip() for match in pairs}
    return {key: value for key, value in said.items() if value.lower() not in _NOTHING}


def _said_of(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    problem = getattr(error, "problem", None)
    return " ".join(str(problem or error).partition("(at line")[0].split())[:200]


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    found = _TOML_LINE.search(str(error))
    return int(found[1]) if found else 1
