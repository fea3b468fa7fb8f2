"""Reading the YAML files that hold lexicons, measures and rules, with errors that name the line."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

# libyaml reads a lexicon ten times as fast; a wheel without it still works.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RuleError(ValueError):
    """A rule file that cannot be used; the message names file, line and what is wrong."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class Entry(dict[str, Any]):
    """A mapping of a rule file that knows the line on which it starts (from 1)."""

    line: int = 0


class _Loader(_Base):  # type: ignore[misc]
    """``SafeLoader`` whose mappings are entries and whose duplicate keys are errors."""


def _construct_entry(loader: Any, node: yaml.MappingNode) -> Entry:
    entry = Entry()
    entry.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        # As it is written: YAML 1.1 takes `off`, `no` and `on` for truth values.
        key = str(key_node.value)
        if key in entry:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key!r} stands twice", key_node.start_mark
            )
        entry[key] = loader.construct_object(value_node, deep=True)
    return entry


_Loader.add_constructor("tag:yaml.org,2002:map", _construct_entry)


def packaged(package: str, name: str) -> Traversable:
    """The rule file ``name`` that is packed with ``package`` (``"index.reading"``)."""
    return files(package).joinpath(name)


def load_rules(source: Traversable | Path) -> Entry:
    """The rule file as entries.

    Raises:
        RuleError: the file is missing, is no YAML, or is not a mapping at its top.
    """
    name = source.name
    try:
        text = source.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_Loader)
    except OSError as error:
        raise RuleError(name, 0, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise RuleError(name, 0, "is not UTF-8") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise RuleError(
            name, mark.line + 1 if mark else 0, error.problem or "is no YAML"
        ) from error
    except yaml.YAMLError as error:
        raise RuleError(name, 0, f"is no YAML: {error}") from error
    if not isinstance(data, Entry):
        raise RuleError(name, 1, "must be a mapping of keys to rules")
    return data


def check_keys(
    file: str, entry: Entry, required: Iterable[str] = (), allowed: Iterable[str] = ()
) -> None:
    """Refuses an entry that lacks a required key or has one that nobody reads.

    Raises:
        RuleError: naming the file, the entry's line and the key.
    """
    needed = set(required)
    known = needed | set(allowed)
    for key in sorted(needed - entry.keys()):
        raise RuleError(file, entry.line, f"the key {key!r} is missing")
    for key in entry:
        if key not in known:
            raise RuleError(
                file, entry.line, f"unknown key {key!r}; known are {', '.join(sorted(known))}"
            )
