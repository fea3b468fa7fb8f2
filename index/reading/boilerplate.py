"""The rules of boilerplate.yaml, compiled once: lines, pieces of lines, endings, openings.

An archive may hold a file of the same form; its rules come after the packaged ones, and it may
switch packaged rules off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from index.article import Removed
from index.reading.descriptions import in_code
from index.reading.necessary import AnyOf, Cues, Need, may_hold, needs
from index.reading.patterns import literal_start, pattern_of
from index.reading.probing import SECONDS, Probe, first_unending
from index.reading.related import CUES
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "boilerplate.yaml"
_PARTS = ("lines", "inline", "endings", "openings")
_LONGEST = 220
# An archive's rule may ask for longer lines, but not for whole articles.
_LONGEST_OF_ARCHIVE = 600
# No inline rule can hold in fewer characters.
_SHORTEST_PIECE = 8
_ANY_LENGTH = 2**31
# An inline rule is searched for in whole paragraphs, an opening in the start of a text.
_PARAGRAPH = 2000
_OPENING = 500
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, its pattern, and the longest line for which it is tried.

    ``needs`` are the words without which an inline rule is not tried either.
    """

    id: str
    pattern: re.Pattern[str]
    cue: str = ""
    longest: int = _LONGEST
    needs: tuple[Need, ...] = ()


@dataclass(frozen=True, slots=True)
class LineMatch:
    """A line that a rule took out: the rule, and the author or date that stood in it."""

    rule: str
    author: str | None = None
    date: str | None = None


class Boilerplate:
    """What can be asked of the rules; made by ``boilerplate()``.

    ``off`` holds the ids of rules that the archive switched off.
    """

    def __init__(self, rules: dict[str, list[Rule]], off: frozenset[str] = frozenset()) -> None:
        self.off = off
        self._lines, self._inline, self._endings, self._openings = (rules[part] for part in _PARTS)
        # Most rules are for short lines, and most lines of an article are long.
        self._long_lines = [rule for rule in self._lines if rule.longest > _LONGEST]
        self._cued_lines = tuple(dict.fromkeys(rule.cue for rule in self._lines if rule.cue))
        self._longest = max((rule.longest for rule in self._lines), default=0)
        self._longest_ending = max((rule.longest for rule in self._endings), default=0)
        self._cues = Cues((*CUES, *(rule.cue for rule in self._inline)))
        # One pass over a line tells whether any rule at all can hold.
        self._any_line = AnyOf(rule.pattern for rule in self._lines if not rule.cue)
        self._any_long_line = AnyOf(rule.pattern for rule in self._long_lines if not rule.cue)
        self._any_ending = AnyOf(rule.pattern for rule in self._endings)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all rules that are in force."""
        parts = (self._lines, self._inline, self._endings, self._openings)
        return frozenset(rule.id for part in parts for rule in part)

    def line(self, text: str) -> LineMatch | None:
        """The rule by which the whole line ``text`` is no part of an article, or None."""
        length = len(text)
        if length > self._longest:
            return None
        any_line = self._any_long_line if length > _LONGEST else self._any_line
        lowered = text.lower()
        if not any_line.may_hold(text, lowered):
            for cue in self._cued_lines:
                if cue in lowered:
                    break
            else:
                return None
        for rule in self._lines:
            if length <= rule.longest and (match := rule.pattern.fullmatch(text)):
                groups = match.groupdict()
                return LineMatch(rule.id, groups.get("author"), groups.get("date"))
        return None

    def ending(self, text: str) -> str | None:
        """The rule by which the line ``text`` begins what follows an article, or None."""
        if len(text) > self._longest_ending or not self._any_ending.may_hold(text, text.lower()):
            return None
        return next((rule.id for rule in self._endings if rule.pattern.fullmatch(text)), None)

    def opening(self, text: str) -> re.Match[str] | None:
        """The head of a page that was scraped onto the first line, with its groups, or None."""
        start = text[:_OPENING]
        for rule in self._openings:
            if rule.cue in start and (match := rule.pattern.match(start)):
                return match
        return None

    def cues_in(self, lowered: str) -> set[str]:
        """The cues of inline rules, and of titles that are announced, in a text in lower case."""
        return self._cues.standing_in(lowered)

    def inline_rules(self, text: str, lowered: str, present: Set[str]) -> Sequence[Rule]:
        """The inline rules that can hold in a piece of a text, ``lowered`` in lower case.

        Their cues are among those ``present`` in it. There are none unless one of them finds all
        that it needs, for the others may only come to hold by what that one takes.
        """
        rules = [rule for rule in self._inline if rule.cue in present] if present else []
        return rules if any(may_hold(rule.needs, text, lowered) for rule in rules) else ()


def without_inline(text: str, rules: Iterable[Rule], removed: list[Removed]) -> str:
    """A paragraph without the pieces that are none of it; they are added to ``removed``."""
    if len(text) < _SHORTEST_PIECE:
        return text
    lowered = now = text.lower()
    for rule in rules:
        if rule.cue not in lowered or len(text) > rule.longest:
            continue
        if not may_hold(rule.needs, text, now):
            continue

        def take(match: re.Match[str], rule: Rule = rule) -> str:
            if not match.group():
                return ""
            removed.append(Removed(rule.id, match.group().strip()))
            return " "

        rest = rule.pattern.sub(take, text)
        if rest != text:
            text, now = rest, rest.lower()
    return text


def boilerplate(extra: Path | None = None) -> Boilerplate:
    """The packaged rules, and behind them those of the file ``extra`` if there is such a file.

    ``extra`` has the keys of the packaged file, each optional, and ``off``, a list of ids of
    packaged rules that do not suit the archive. It is read again when it has changed.

    Raises:
        RuleError: a rule lacks a key, has one too many, is no regular expression, or may take
            without end, by its look or when it is tried (in a process of its own, for
            ``SECONDS`` at most); the error names the file and the line.
    """
    if extra is None:
        return _packaged()
    try:
        status = extra.stat()
    except OSError:
        return _packaged()
    return _extended(extra, status.st_mtime_ns, status.st_size)


@cache
def _packaged() -> Boilerplate:
    return Boilerplate(_packaged_rules())


@cache
def _packaged_rules() -> dict[str, list[Rule]]:
    file = load_rules(packaged("index.reading", _FILE))
    check_keys(_FILE, file, required=_PARTS)
    return {part: _rules(_FILE, file, part) for part in _PARTS}


@lru_cache(maxsize=8)
def _extended(path: Path, _changed: int, _size: int) -> Boilerplate:
    name = str(path)
    if _says_nothing(path):
        return _packaged()
    try:
        file = load_rules(path)
    except RuleError as error:
        raise RuleError(name, error.line, error.reason) from error
    check_keys(name, file, allowed=(*_PARTS, "off"))
    own = {part: _rules(name, file, part, own=True) for part in _PARTS if part in file}
    _try_out(name, file, own)
    known = _packaged_rules()
    off = file.get("off", [])
    if not isinstance(off, list) or not all(isinstance(each, str) for each in off):
        raise RuleError(name, file.line, "'off' must be a list of rule ids")
    ids = {rule.id for part in known.values() for rule in part} | in_code()
    for each in off:
        if each not in ids:
            raise RuleError(
                name, file.line, f"no packaged rule {each!r}; known are {', '.join(sorted(ids))}"
            )
    switched = frozenset(off)
    merged = {
        part: [rule for rule in known[part] if rule.id not in switched] + own.get(part, [])
        for part in _PARTS
    }
    # The archive's own rules stay in force even under the id of a packaged one that is off.
    return Boilerplate(merged, switched)


def _says_nothing(path: Path) -> bool:
    """Whether a file holds nothing but comments."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    return all(not line.strip() or line.lstrip()[0] == "#" for line in lines)


def _try_out(name: str, file: Entry, own: dict[str, list[Rule]]) -> None:
    """Refuses the first of an archive's rules that takes without end."""
    rules = [(part, rule) for part, each in own.items() for rule in each]
    if not rules:
        return
    try:
        number = first_unending(tuple(_probe(part, rule) for part, rule in rules))
    except OSError as error:
        reason = f"the patterns cannot be tried: {error.strerror or error}"
        raise RuleError(name, file.line, reason) from error
    if number is not None:
        entries = [entry for part in own for entry in file[part]]
        reason = f"the pattern takes too long: when tried, it did not end in {SECONDS} seconds"
        raise RuleError(name, entries[number].line, reason)


def _probe(part: str, rule: Rule) -> Probe:
    starts = tuple(dict.fromkeys(filter(None, (literal_start(rule.pattern), rule.cue))))
    if part == "inline":
        return Probe(rule.pattern.pattern, "sub", min(rule.longest, _PARAGRAPH), starts)
    if part == "openings":
        return Probe(rule.pattern.pattern, "match", _OPENING, starts)
    # Joined to others, a rule is tried on lines as long as theirs.
    long = part == "endings" or rule.longest > _LONGEST
    length = _LONGEST_OF_ARCHIVE if long else _LONGEST
    return Probe(rule.pattern.pattern, "fullmatch", length, starts)


def _rules(name: str, file: Entry, key: str, *, own: bool = False) -> list[Rule]:
    if not isinstance(file[key], list):
        raise RuleError(name, file.line, f"{key!r} must be a list of rules")
    rules: list[Rule] = []
    for entry in file[key]:
        if not isinstance(entry, Entry):
            raise RuleError(name, file.line, f"{key!r} must be a list of mappings")
        cued = ("cue",) if key in ("inline", "openings") else ()
        check_keys(name, entry, required=("id", "pattern", *cued), allowed=("longest", "cue"))
        rules.append(_rule(name, entry, key, own))
    return rules


def _rule(name: str, entry: Entry, key: str, own: bool) -> Rule:
    identity = str(entry["id"])
    if not _ID.fullmatch(identity):
        raise RuleError(name, entry.line, f"the id {identity!r} must be words joined by '-'")
    longest = entry.get("longest", _LONGEST if key != "inline" else _ANY_LENGTH)
    if not isinstance(longest, int) or isinstance(longest, bool) or longest < 1:
        raise RuleError(name, entry.line, "'longest' must be a number of characters")
    if own and key in ("lines", "endings") and longest > _LONGEST_OF_ARCHIVE:
        raise RuleError(name, entry.line, f"'longest' must not exceed {_LONGEST_OF_ARCHIVE}")
    pattern = pattern_of(name, entry, bounded=own and key in ("inline", "openings"))
    if own and pattern.fullmatch("") is not None:
        raise RuleError(name, entry.line, "the pattern holds for nothing at all")
    cue = str(entry.get("cue", ""))
    if own and key == "inline" and len(cue) < 3:
        raise RuleError(name, entry.line, "'cue' must be three characters or more")
    if key == "openings":
        return Rule(identity, pattern, cue, longest)
    wanted = needs(pattern.pattern, cue.lower()) if key == "inline" else ()
    return Rule(identity, pattern, cue.lower(), longest, wanted)
