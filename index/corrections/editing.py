"""Writing the file of corrections as a person would: one entry more or less, all else untouched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from index.correction import Correction
from index.corrections.reading import TO_FIELD, TOP, Entry, read_corrections
from index.rules import RuleError

HEADER = f"""\
# Corrections of this archive, laid over what was found in its articles. Written by
# `tppo-tui correct` and by hand; after a change by hand, the next call takes it in.
{TOP}:
"""
# What every YAML reader takes for a text as it stands.
_PLAIN = re.compile(r"[^\W\d_][\w./()&' -]*[\w.)]|[^\W\d_]")
_NO_TEXT = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def with_correction(text: str, correction: Correction, file: str) -> str:
    """``text`` with ``correction`` as its last entry; an empty text gets a heading.

    Raises:
        RuleError: ``text`` is no file of corrections, the new one contradicts an old one, or the
            list is not written one entry under the other.
    """
    entries = read_corrections(text, file)
    if not text.strip():
        text = HEADER
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    if entries:
        at = entries[-1].end
        column = _dash(lines, entries[-1], file)
    else:
        at, column = _after_key(lines, file), 2
        if at == len(lines) and not any(line.startswith(f"{TOP}:") for line in lines):
            lines.append(f"{TOP}:{newline}")
            at += 1
    written = [f"{' ' * column}{line}{newline}" for line in _written(correction)]
    return _checked([*lines[:at], *written, *lines[at:]], [*_all(entries), correction], file)


def without_correction(text: str, number: int, file: str) -> str:
    """``text`` without its entry ``number`` (from 0); comments stay.

    Raises:
        RuleError: ``text`` is no file of corrections, or the list is not written one entry under
            the other.
    """
    entries = read_corrections(text, file)
    lines = text.splitlines(keepends=True)
    entry = entries[number]
    _dash(lines, entry, file)
    kept = [each.correction for at, each in enumerate(entries) if at != number]
    return _checked([*lines[: entry.first], *lines[entry.end :]], kept, file)


def _all(entries: Sequence[Entry]) -> list[Correction]:
    return [entry.correction for entry in entries]


def _dash(lines: Sequence[str], entry: Entry, file: str) -> int:
    """The column of the dash before an entry, which must be the first thing on its line."""
    before = lines[entry.first][: entry.indent]
    if before.strip() != "-":
        reason = "cannot be changed by the program: write each correction on lines of its own"
        raise RuleError(file, entry.first + 1, f"{reason}, after a dash")
    return before.index("-")


def _after_key(lines: list[str], file: str) -> int:
    """Where the first entry of an empty list goes; `corrections: []` loses its brackets."""
    for at, line in enumerate(lines):
        if re.match(rf"{TOP}\s*:", line):
            key, _, rest = line.partition(":")
            value, hash_, comment = rest.partition("#")
            if value.strip() in ("[]", "null", "~"):
                end = line[len(line.rstrip("\r\n")) :]
                lines[at] = f"{key}:{f'  #{comment.rstrip()}' if hash_ else ''}{end}"
            return at + 1
    return len(lines)


def _checked(lines: Sequence[str], expected: Sequence[Correction], file: str) -> str:
    """The new text, if it says what it should: nothing is written that cannot be read back."""
    text = "".join(lines)
    if _all(read_corrections(text, file)) != list(expected):
        raise RuleError(file, 1, "is written in a way that the program cannot change; edit it")
    return text


def _written(correction: Correction) -> Iterator[str]:
    is_alias = correction.operation == "alias"
    subject = correction.form if is_alias else correction.name
    yield f"- {correction.operation}: {_scalar(subject or '')}"
    if correction.operation != "role":
        yield f"  kind: {correction.kind}"
    if is_alias:
        yield f"  of: {_scalar(correction.name)}"
    elif correction.form is not None:
        yield f"  form: {_scalar(correction.form)}"
    implied = correction.operation == "split" and correction.to == correction.form
    if correction.to is not None and not implied:
        yield f"  {TO_FIELD[correction.operation]}: {_scalar(correction.to)}"
    if correction.articles:
        yield f"  in: [{', '.join(json.dumps(each) for each in correction.articles)}]"
    if correction.note:
        yield f"  note: {_scalar(correction.note)}"


def _scalar(text: str) -> str:
    """``text`` as YAML: bare where every reader takes it for text, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _NO_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)
