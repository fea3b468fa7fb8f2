"""The turns of an interview that is printed as one: ``BUDI: ...``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Agency, Person

# Shouted anywhere in a line, or a name at its beginning.
_LABEL = re.compile(
    r"(?:(?<![^\s])(?P<shouted>[A-Z][A-Z.'’]{2,20}(?:\s[A-Z][A-Z.'’]{1,20}){0,3})"
    r"|^(?P<named>[A-Z][\w.'’-]{1,20}(?:\s[A-Z][\w.'’-]{0,20}){0,3}))\s?:\s",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side of an interview says, at ``[start, end)``; the speaker None if not known."""

    start: int
    end: int
    speaker: str | None


def find_turns(body: str, people: Sequence[Person], agencies: Sequence[Agency]) -> list[Turn]:
    """The turns of an interview, in order; none where no label names a person or a body.

    A turn ends where the next label stands. A label that is not known (the outlet's own) begins a
    turn of nobody.
    """
    if ":" not in body:
        return []
    marks: list[tuple[int, int, str | None]] = []
    for match in _LABEL.finditer(body):
        speaker = _speaker(match["shouted"] or match["named"], people, agencies)
        if speaker is not None or match["shouted"]:
            marks.append((match.start(), match.end(), speaker))
    if not any(speaker for _, _, speaker in marks):
        return []
    ends = [start for start, _, _ in marks[1:]] + [len(body)]
    return [Turn(mark[1], end, mark[2]) for mark, end in zip(marks, ends, strict=True)]


def _speaker(label: str, people: Sequence[Person], agencies: Sequence[Agency]) -> str | None:
    wanted = set(label.casefold().split())
    named = [person.name for person in people if wanted <= set(person.name.casefold().split())]
    if not named:
        folded = label.casefold()
        named = [agency.name for agency in agencies
                 if any(form.casefold() == folded for form in agency.forms)]  # fmt: skip
    return named[0] if len(named) == 1 else None
