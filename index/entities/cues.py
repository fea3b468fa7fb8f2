"""Finding the phrases of a lexicon in running text, in one pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Payload = TypeVar("Payload")

# So many letters of a phrase decide whether it is tried at a word.
_KEY_LENGTH = 7
_GAP = r"[^.!?;\n\d]{0,40}?"


@dataclass(frozen=True, slots=True)
class Cue(Generic[Payload]):
    """A phrase found at ``[start, end)`` of the text that was read, and what it stands for."""

    start: int
    end: int
    payload: Payload


class CueIndex(Generic[Payload]):
    """Phrases of a lexicon, ready to be found.

    In a phrase a space stands for white space, ``*`` for the rest of a word, ``...`` for up to
    40 characters of the same clause without a digit. A phrase with an upper-case letter is
    matched as printed, any other in any case. The longest phrase at a word wins, one
    without a gap before one with it.
    """

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        groups: dict[str, list[tuple[int, re.Pattern[str], Payload]]] = {}
        for phrase, payload in phrases:
            literal = re.match(rf"\w{{1,{_KEY_LENGTH}}}", phrase)
            if literal is None:
                raise ValueError(f"a phrase starts with a word, not {phrase!r}")
            groups.setdefault(literal.group().lower(), []).append(
                (len(phrase) - (100 if "..." in phrase else 0), _compile(phrase), payload)
            )
        self._groups = {
            key: [(pattern, payload) for _, pattern, payload in sorted(group, key=_by_length)]
            for key, group in groups.items()
        }
        self._keys = re.compile(rf"(?<!\w)(?:{_alternatives(list(groups))})") if groups else None

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Cue[Payload]]:
        """The phrases that begin in ``text[start:end]``, in order of their starts."""
        found: list[Cue[Payload]] = []
        if self._keys is None:
            return found
        for key in self._keys.finditer(lowered(text), start, len(text) if end is None else end):
            match = _first(self._groups[key.group()], text, key.start())
            if match is not None:
                found.append(match)
        return found


def lowered(text: str) -> str:
    """``text`` in lower case at its own length (a dotted capital I would grow)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def _alternatives(keys: list[str]) -> str:
    """A pattern for ``keys`` that shares their beginnings, the longest key first."""
    by_letter: dict[str, list[str]] = {}
    for key in keys:
        if key:
            by_letter.setdefault(key[0], []).append(key[1:])
    branches = [
        re.escape(letter) + _alternatives(tails) for letter, tails in sorted(by_letter.items())
    ]
    if "" in keys:
        return f"(?:{'|'.join(branches)})?" if branches else ""
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]


def _first(
    group: list[tuple[re.Pattern[str], Payload]], text: str, start: int
) -> Cue[Payload] | None:
    for pattern, payload in group:
        match = pattern.match(text, start)
        if match:
            return Cue(start, match.end(), payload)
    return None


def _by_length(item: tuple[int, re.Pattern[str], Payload]) -> int:
    return -item[0]


def _compile(phrase: str) -> re.Pattern[str]:
    pieces = re.split(r"(\s*\.\.\.\s*|\*|\s+)", phrase)
    source = []
    for piece in pieces:
        if piece.strip() == "...":
            source.append(_GAP + r"\b")
        elif piece == "*":
            source.append(r"\w*")
        elif piece.isspace():
            source.append(r"\s{1,3}")
        else:
            source.append(re.escape(piece))
    flags = re.NOFLAG if any(letter.isupper() for letter in phrase) else re.IGNORECASE
    return re.compile("".join(source) + r"(?!\w)", flags)
