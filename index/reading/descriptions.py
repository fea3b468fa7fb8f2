"""What each cleaning rule takes out, in words for the reader of an article."""

from __future__ import annotations

from functools import cache

from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "descriptions.yaml"
_LANGUAGES = ("en", "id")


@cache
def _described() -> tuple[dict[str, Entry], frozenset[str]]:
    """The descriptions by rule id, and the ids of rules in code that may be switched off.

    Raises:
        RuleError: a description lacks a language, has an unknown key, or stands twice.
    """
    file = load_rules(packaged("index.reading", _FILE))
    check_keys(_FILE, file, required=("rules", "code"))
    found: dict[str, Entry] = {}
    switchable: set[str] = set()
    for part in ("rules", "code"):
        for identity, entry in file[part].items():
            if not isinstance(entry, Entry):
                raise RuleError(_FILE, file.line, f"{identity!r} must have a text in {_LANGUAGES}")
            check_keys(_FILE, entry, required=_LANGUAGES, allowed=("off",))
            if identity in found:
                raise RuleError(_FILE, entry.line, f"the id {identity!r} stands twice")
            found[identity] = entry
            if entry.get("off"):
                switchable.add(identity)
    return found, frozenset(switchable)


def in_code() -> frozenset[str]:
    """The ids of the rules that stand in code and that an archive may switch off."""
    return _described()[1]


def described() -> frozenset[str]:
    """The ids of all rules that have a description."""
    return frozenset(_described()[0])


def describe_rule(id: str, language: str = "en") -> str:
    """What the rule ``id`` takes out: ``"title of another article"``, ``"judul artikel lain"``.

    ``language`` is ``"en"`` or ``"id"``; any other gives English. A rule of the archive's own,
    which no file describes, is described by the words of its id.
    """
    entry = _described()[0].get(id)
    if entry is None:
        return id.replace("-", " ")
    return str(entry[language if language in _LANGUAGES else "en"])
