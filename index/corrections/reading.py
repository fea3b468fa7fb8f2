"""Reading the file of corrections: plain YAML, with errors that name the line and the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from index.correction import ENTITY_KINDS, KINDS, NAMED_KINDS, OPERATIONS, Correction
from index.corrections.checking import ContradictionError, check
from index.rules import RuleError
from index.text import clean_line

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LONGEST = 300  # characters of a name; a quote that is rejected may have more
_LONGEST_QUOTE = 5_000
TOP = "corrections"

# What stands in the file for `Correction.to`, by operation; `form` and `name` of an alias change
# places there: "alias: B2MI, of: BP2MI" reads as one would say it.
TO_FIELD = {
    "retype": "to", "rename": "to", "merge": "into", "split": "to", "role": "to", "alias": "of",
}  # fmt: skip
_NEEDED = {
    "reject": ("kind",),
    "retype": ("kind", "to"),
    "rename": ("kind", "to"),
    "merge": ("kind", "into"),
    "split": ("kind",),
    "alias": ("kind", "of"),
    "role": ("to",),
}
_ALLOWED = {"reject": ("form",), "split": ("form", "to"), "role": ("kind",)}
_ALWAYS = ("in", "note")
_KINDS = {
    "reject": KINDS,
    "retype": NAMED_KINDS,
    "rename": ENTITY_KINDS,
    "merge": ENTITY_KINDS,
    "split": NAMED_KINDS,
    "alias": ENTITY_KINDS,
    "role": ("person",),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction and the lines of the file that it takes up (from 0, the end exclusive)."""

    correction: Correction
    first: int
    end: int
    indent: int


class Field(ValueError):  # noqa: N818 - carries what is wrong with a field up to where it stands
    """What is wrong with one field of a correction."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field, self.reason = field, reason


def read_corrections(text: str, file: str) -> tuple[Entry, ...]:
    """The corrections of ``text``, the content of ``file``, in their order.

    Every value is taken as it is written: no word is a truth value, no id a number.

    Raises:
        RuleError: naming the line and the field: no YAML, an unknown or a missing field, a name
            that is empty, or corrections that contradict each other.
    """
    lines = text.splitlines()
    entries = tuple(_entry(node, lines, file) for node in _items(text, file))
    try:
        check([entry.correction for entry in entries])
    except ContradictionError as error:
        line = entries[error.at].first + 1
        other = f"line {entries[error.other].first + 1}"
        raise RuleError(file, line, error.reason.format(other=other)) from error
    return entries


def validated(correction: Correction) -> Correction:
    """``correction`` with clean names, if it can be written into the file.

    Raises:
        Field: a field is missing, unknown for the operation, or has a wrong value.
    """
    operation = correction.operation
    if operation not in OPERATIONS:
        raise Field("operation", f"unknown: {operation}; known are {', '.join(OPERATIONS)}")
    if correction.kind not in _KINDS[operation]:
        known = ", ".join(_KINDS[operation])
        raise Field("kind", f"{operation} is for {known}, not for {correction.kind or 'nothing'}")
    name = _clean(operation if operation != "alias" else "of", correction.name, correction.kind)
    form = correction.form and _clean("form", correction.form, "")
    to = correction.to and _clean(TO_FIELD.get(operation, "to"), correction.to, "")
    if operation == "alias" and not form:
        raise Field("alias", "is empty")
    if operation == "alias" and not any(map(str.isalnum, form or "")):
        raise Field("alias", "holds no letter and no digit")
    if operation in ("retype", "rename", "merge", "role") and not to:
        raise Field(TO_FIELD[operation], "is missing")
    if operation == "retype" and to not in NAMED_KINDS:
        raise Field("to", f"{to} is none of {', '.join(NAMED_KINDS)}")
    if form and correction.kind in ("figure", "quote"):
        raise Field("form", f"a {correction.kind} is named by its text and has no other form")
    if operation == "split":
        to = to or form
        if not form and not correction.articles:
            raise Field("form", "is missing (or give the articles, in, and the other name, to)")
        if not to:
            raise Field("to", "is missing")
    same = correction.kind if operation == "retype" else name
    if operation not in ("reject", "alias", "role") and to == same:
        raise Field(TO_FIELD[operation], f"is the same as before: {to}")
    note = correction.note and clean_line(correction.note)
    articles = tuple(dict.fromkeys(clean_line(each) for each in correction.articles))
    return Correction(operation, correction.kind, name, form or None, to or None, articles, note)


def _clean(field: str, value: str, kind: str) -> str:
    cleaned = clean_line(value)
    longest = _LONGEST_QUOTE if kind == "quote" else LONGEST
    if not cleaned:
        raise Field(field, "is empty")
    if len(cleaned) > longest:
        raise Field(field, f"has more than {longest} characters")
    return cleaned


def _items(text: str, file: str) -> Iterator[yaml.MappingNode]:
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise RuleError(file, line, f"is no YAML: {error.problem or error}") from error
    except yaml.YAMLError as error:
        raise RuleError(file, 0, f"is no YAML: {error}") from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise RuleError(file, 1, f"must begin with the key {TOP!r}")
    seen = False
    for key, value in root.value:
        if key.value != TOP or seen:
            reason = "stands twice" if seen and key.value == TOP else f"known is {TOP!r} only"
            raise RuleError(file, key.start_mark.line + 1, f"the key {key.value!r}: {reason}")
        seen = True
        if isinstance(value, yaml.ScalarNode) and value.value in ("", "~", "null"):
            continue
        if not isinstance(value, yaml.SequenceNode):
            line = value.start_mark.line + 1
            raise RuleError(file, line, f"{TOP}: must be a list, each correction after a dash")
        for item in value.value:
            if not isinstance(item, yaml.MappingNode):
                line = item.start_mark.line + 1
                raise RuleError(file, line, "must be fields and values, as in `reject: NAME`")
            yield item


def _entry(node: yaml.MappingNode, text: Sequence[str], file: str) -> Entry:
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    first = node.start_mark.line
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in values:
            raise RuleError(file, line, f"{key}: stands twice")
        values[key], lines[key] = _value(key, value_node, file), line
    operations = [key for key in values if key in OPERATIONS]
    if len(operations) != 1:
        said = " and ".join(operations) if operations else "none"
        known = ", ".join(OPERATIONS)
        raise RuleError(file, first + 1, f"must say one of {known}; this says {said}")
    operation = operations[0]
    needed, allowed = _NEEDED[operation], (*_ALLOWED.get(operation, ()), *_ALWAYS)
    for key in values:
        if key not in (operation, *needed, *allowed):
            known = ", ".join((operation, *needed, *allowed))
            raise RuleError(file, lines[key], f"{key}: unknown field; known are {known}")
    for key in needed:
        if key not in values:
            raise RuleError(file, first + 1, f"{key}: is missing from this {operation}")
    subject = values[operation]
    name, form = (values["of"], subject) if operation == "alias" else (subject, values.get("form"))
    to = None if operation == "alias" else values.get(TO_FIELD.get(operation, "to"))
    kind = values.get("kind", "person" if operation == "role" else "")
    note, articles = values.get("note"), values.get("in", ())
    try:
        correction = validated(Correction(operation, kind, name, form, to, articles, note))
    except Field as error:
        line = lines.get(error.field, first + 1)
        raise RuleError(file, line, str(error)) from error
    end = _end(node) + 1
    while not text[end - 1].strip():  # behind a block of lines
        end -= 1
    return Entry(correction, first, end, node.start_mark.column)


def _value(key: str, node: yaml.Node, file: str) -> str | tuple[str, ...]:
    line = node.start_mark.line + 1
    if key == "in":
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        if not items or not all(isinstance(item, yaml.ScalarNode) for item in items):
            raise RuleError(file, line, "in: must be ids of articles, at least one")
        if not all(item.value.strip() for item in items):
            raise RuleError(file, line, "in: an id is empty")
        return tuple(str(item.value) for item in items)
    if not isinstance(node, yaml.ScalarNode):
        raise RuleError(file, line, f"{key}: must be one value, no list and no fields")
    return str(node.value)


def _end(node: yaml.Node) -> int:
    """The last line (from 0) that holds something of ``node``."""
    if isinstance(node, yaml.ScalarNode):
        last = int(node.end_mark.line)
        # The mark of a block of lines stands after it.
        return max(last - 1, node.start_mark.line) if node.style in ("|", ">") else last
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        return int(node.end_mark.line)
    children = (
        [part for pair in node.value for part in pair]
        if isinstance(node, yaml.MappingNode)
        else node.value
    )
    return max((_end(child) for child in children), default=int(node.start_mark.line))
