"""Finding the phrases of a lexicon in running text, in one pass over its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from index.language.patterns import alternatives, lowered

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
        # Each begins with a word character: before it, this is what (?<!\w) asks, but faster.
        self._keys = re.compile(rf"\b(?:{alternatives(groups)})") if groups else None

    def find(
        self, text: str, start: int = 0, end: int | None = None, *, lower: str | None = None
    ) -> list[Cue[Payload]]:
        """The phrases that begin in ``text[start:end]``, in order of their starts.

        ``lower`` may hand over ``lowered(text)`` to who reads a text piece by piece.
        """
        found: list[Cue[Payload]] = []
        if self._keys is None:
            return found
        lower = lowered(text) if lower is None else lower
        for key in self._keys.finditer(lower, start, len(text) if end is None else end):
            match = _first(self._groups[key.group()], text, key.start())
            if match is not None:
                found.append(match)
        return found


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
