"""What means the same: acronyms and what they stand for, spellings, names of renamed bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from index.language.tokens import tokens
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "meanings.yaml"
_KEYS = ("same", "renamed", "offered")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say it: its words as the index has them, as it is printed, and since and until
    when a renamed body was called so (ISO, None where not known)."""

    words: Words
    printed: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Meanings:
    """meanings.yaml: the other forms of each form, by its words.

    ``renamed`` are the forms of bodies, ``offered`` what an ambiguous short form may mean;
    ``longest`` is the number of words of the longest form.
    """

    others: dict[Words, tuple[Form, ...]]
    renamed: frozenset[Words]
    offered: dict[Words, tuple[str, ...]]
    longest: int


@cache
def meanings() -> Meanings:
    """meanings.yaml, read once.

    Raises:
        RuleError: the file cannot be used: a form has no word, or stands twice.
    """
    data = load_rules(packaged("index.search", _FILE))
    check_keys(_FILE, data, required=_KEYS)
    groups = [[_form(data, each) for each in _list(data, group)] for group in _list(data, "same")]
    lines = [[_named(form) for each in _list(data, line) for form in _entries(each)]
             for line in _list(data, "renamed")]  # fmt: skip
    others: dict[Words, tuple[Form, ...]] = {}
    for group in (*groups, *lines):
        for form in group:
            if form.words in others:
                raise RuleError(_FILE, data.line, f"{form.printed!r} stands twice")
            others[form.words] = tuple(each for each in group if each is not form)
    offered: dict[Words, tuple[str, ...]] = {}
    for each in _list(data, "offered"):
        check_keys(_FILE, each, ("form", "meanings"))
        form = _form(each, each["form"])
        if form.words in others:
            raise RuleError(_FILE, each.line, f"{form.printed!r} has one meaning above")
        offered[form.words] = tuple(str(meaning) for meaning in _list(each, "meanings"))
    renamed = frozenset(form.words for line in lines for form in line)
    return Meanings(others, renamed, offered, max(map(len, others), default=0))


def _list(entry: Entry, key: Any) -> list[Any]:
    value = entry[key] if isinstance(key, str) else key
    if not isinstance(value, list) or not value:
        raise RuleError(_FILE, entry.line, f"{key!r} must be a list")
    return value


def _form(entry: Entry, printed: Any, since: Any = None, until: Any = None) -> Form:
    words = words_of(str(printed))
    if not words:
        raise RuleError(_FILE, entry.line, f"there is no word in {printed!r}")
    began, ended = (None if day is None else str(day) for day in (since, until))
    return Form(words, str(printed), began, ended)


def _entries(entry: Any) -> list[tuple[Entry, Any]]:
    check_keys(_FILE, entry, ("forms",), ("since", "until"))
    return [(entry, printed) for printed in _list(entry, "forms")]


def _named(form: tuple[Entry, Any]) -> Form:
    entry, printed = form
    return _form(entry, printed, entry.get("since"), entry.get("until"))


def words_of(text: str) -> Words:
    """The words of ``text`` as the index has them, a compound as one."""
    return tuple(token.text for token in tokens(text) if not token.part)
