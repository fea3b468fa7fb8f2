"""The rules of boilerplate.yaml, compiled once: lines, pieces of lines, endings, openings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.article import Removed
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "boilerplate.yaml"
_LONGEST = 220
# No inline rule can hold in fewer characters.
_SHORTEST_PIECE = 8


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    pattern: re.Pattern[str]
    cue: str = ""
    longest: int = _LONGEST


@dataclass(frozen=True, slots=True)
class LineMatch:
    """A line that a rule took out: the rule, and the author or date that stood in it."""

    rule: str
    author: str | None = None
    date: str | None = None


class Boilerplate:
    """What can be asked of the rules; made by ``boilerplate()``."""

    def __init__(self, lines: list[_Rule], inline: list[_Rule], endings: list[_Rule],
                 openings: list[_Rule]) -> None:  # fmt: skip
        self._lines = lines
        self._inline = inline
        self._endings = endings
        self._openings = openings
        self._longest = max((rule.longest for rule in lines), default=0)
        # One pass over a line tells whether any rule at all can hold.
        self._any_line = _either(lines)
        self._any_ending = _either(endings)

    def line(self, text: str) -> LineMatch | None:
        """The rule by which the whole line ``text`` is no part of an article, or None."""
        if len(text) > self._longest or not self._any_line.fullmatch(text):
            return None
        for rule in self._lines:
            if len(text) <= rule.longest and (match := rule.pattern.fullmatch(text)):
                groups = match.groupdict()
                return LineMatch(rule.id, groups.get("author"), groups.get("date"))
        return None

    def ending(self, text: str) -> str | None:
        """The rule by which the line ``text`` begins what follows an article, or None."""
        if len(text) > _LONGEST or not self._any_ending.fullmatch(text):
            return None
        return next((rule.id for rule in self._endings if rule.pattern.fullmatch(text)), None)

    def opening(self, text: str) -> re.Match[str] | None:
        """The head of a page that was scraped onto the first line, with its groups, or None."""
        start = text[:500]
        for rule in self._openings:
            if rule.cue in start and (match := rule.pattern.match(start)):
                return match
        return None

    def without_inline(self, text: str, removed: list[Removed]) -> str:
        """A paragraph without the pieces that are none of it; they are added to ``removed``."""
        if len(text) < _SHORTEST_PIECE:
            return text
        lowered = text.lower()
        for rule in self._inline:
            if rule.cue not in lowered:
                continue

            def take(match: re.Match[str], rule: _Rule = rule) -> str:
                removed.append(Removed(rule.id, match.group().strip()))
                return " "

            text = rule.pattern.sub(take, text)
        return text


@cache
def boilerplate() -> Boilerplate:
    """The packaged rules.

    Raises:
        RuleError: a rule lacks a key, has one too many, or is no regular expression.
    """
    file = load_rules(packaged("index.reading", _FILE))
    check_keys(_FILE, file, required=("lines", "inline", "endings", "openings"))
    return Boilerplate(*(_rules(file, key) for key in ("lines", "inline", "endings", "openings")))


def _either(rules: list[_Rule]) -> re.Pattern[str]:
    # Named groups may stand only once in a pattern, and here nobody asks for them.
    alternatives = (re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in rules)
    return re.compile("|".join(f"(?:{each})" for each in alternatives), re.IGNORECASE)


def _rules(file: Entry, key: str) -> list[_Rule]:
    if not isinstance(file[key], list):
        raise RuleError(_FILE, file.line, f"{key!r} must be a list of rules")
    rules: list[_Rule] = []
    for entry in file[key]:
        if not isinstance(entry, Entry):
            raise RuleError(_FILE, file.line, f"{key!r} must be a list of mappings")
        cued = ("cue",) if key in ("inline", "openings") else ()
        check_keys(_FILE, entry, required=("id", "pattern", *cued), allowed=("longest",))
        try:
            pattern = re.compile(str(entry["pattern"]), re.IGNORECASE)
        except re.error as error:
            raise RuleError(_FILE, entry.line, f"no regular expression: {error}") from error
        longest = entry.get("longest", _LONGEST)
        if not isinstance(longest, int):
            raise RuleError(_FILE, entry.line, "'longest' must be a number of characters")
        rules.append(_Rule(str(entry["id"]), pattern, str(entry.get("cue", "")), longest))
    return rules
