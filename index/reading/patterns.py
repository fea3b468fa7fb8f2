"""Regular expressions from rule files, refused where they could take without end."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

from index.rules import Entry, RuleError

_LONGEST_PATTERN = 2000
# From so many repetitions on, one inside another counts as without end.
_MANY = 8


def pattern_of(name: str, entry: Entry, *, bounded: bool) -> re.Pattern[str]:
    """The pattern of a rule, compiled without regard to case.

    ``bounded`` refuses repetitions of any character without an upper bound as well: a pattern that
    is searched for in whole paragraphs must not run to their end from each of its places.

    Raises:
        RuleError: it is no regular expression, is too long, or may take without end.
    """
    said = entry["pattern"]
    if not isinstance(said, str) or not said:
        raise RuleError(name, entry.line, "'pattern' must be a regular expression")
    if len(said) > _LONGEST_PATTERN:
        raise RuleError(name, entry.line, f"the pattern is longer than {_LONGEST_PATTERN}")
    try:
        compiled = re.compile(said, re.IGNORECASE)
        parsed = parse_tree(said)
    except (re.error, RecursionError, OverflowError) as error:
        raise RuleError(name, entry.line, f"no regular expression: {error}") from error
    if _nested(parsed):
        reason = "repeats a repetition, and may take without end: (a+)+ must be written a+"
        raise RuleError(name, entry.line, f"the pattern {reason}")
    if bounded and _unbounded(parsed):
        raise RuleError(
            name, entry.line, "the pattern has no bound: write .{0,200} instead of .* or .+"
        )
    return compiled


def literal_start(pattern: re.Pattern[str]) -> str:
    """The characters with which all that ``pattern`` holds for begins, as far as it spells them."""
    start = ""
    for operator, argument in _parser().parse(pattern.pattern, pattern.flags):
        if str(operator) != "LITERAL":
            break
        start += chr(argument)
    return start


def parse_tree(pattern: str) -> Any:
    """The items of a pattern that does not mind case, as the standard library parses them."""
    return _parser().parse(pattern, re.IGNORECASE)


def _parser() -> Any:
    # The standard library's own parser; no other can tell what its expressions mean.
    return import_module("re._parser")


def _children(operator: str, argument: Any) -> list[Any]:
    if operator in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [argument[2]]
    if operator == "SUBPATTERN":
        return [argument[3]]
    if operator == "BRANCH":
        return list(argument[1])
    if operator in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    if operator == "ATOMIC_GROUP":
        return [argument]
    if operator == "GROUPREF_EXISTS":
        return [each for each in argument[1:] if each is not None]
    return []


def _nested(parsed: Any) -> bool:
    """Whether a repetition repeats what is itself little but a repetition."""
    for operator, argument in parsed:
        name = str(operator)
        repeats = name in ("MAX_REPEAT", "MIN_REPEAT") and argument[1] >= _MANY
        if repeats and _ambiguous(argument[2]):
            return True
        if any(_nested(child) for child in _children(name, argument)):
            return True
    return False


def _ambiguous(parsed: Any) -> bool:
    """Whether a sequence is a repetition with nothing that must stand beside it."""
    items = list(parsed)
    for number, (operator, argument) in enumerate(items):
        others = items[:number] + items[number + 1 :]
        if any(_needed(other) for other in others):
            continue
        name = str(operator)
        if name in ("MAX_REPEAT", "MIN_REPEAT") and (
            argument[1] >= _MANY or _ambiguous(argument[2])
        ):
            return True
        if name in ("SUBPATTERN", "BRANCH") and any(
            _ambiguous(child) for child in _children(name, argument)
        ):
            return True
    return False


def _needed(item: Any) -> bool:
    """Whether an item of a sequence takes at least one character."""
    low, _ = _parser().SubPattern(_parser().State(), [item]).getwidth()
    return bool(low)


def _unbounded(parsed: Any) -> bool:
    """Whether any character at all may be repeated without an upper bound."""
    for operator, argument in parsed:
        name = str(operator)
        if name in ("MAX_REPEAT", "MIN_REPEAT") and argument[1] >= 10_000:
            inner = [str(each[0]) for each in argument[2]]
            if inner != ["LITERAL"]:
                return True
        if any(_unbounded(child) for child in _children(name, argument)):
            return True
    return False
