"""The observable properties of a place where the title of another article may end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.reading.lines import is_title_case
from index.reading.title_shapes import Shape
from index.reading.title_words import Word

# Characters below which the length of a title has a name of its own.
_BOUNDS = (25, 40, 52, 64, 76, 88, 100, 115, 140)
_LENGTHS = (*(f"length-{bound}" for bound in _BOUNDS), "length-more")
_SMALL = tuple(f"small-{count}" for count in range(4))
_RUNS = tuple(f"run-{count}" for count in range(7))
_QUOTE_END = re.compile('["”]')


@dataclass(frozen=True, slots=True)
class Known:
    """What the article says before the marker and behind the title.

    ``said`` holds its words without the marks behind them, parted and enclosed by single blanks.
    """

    text: str
    words: frozenset[str]
    said: str

    @classmethod
    def of(cls, before: str, behind: str) -> Known:
        """What two pieces of the article say."""
        text = f"{before} | {behind}"
        said = [word.rstrip(",.;:") for word in text.split()]
        return cls(text, frozenset(said), f" {' '.join(said)} ")

    def has_pair(self, word: str, following: str) -> bool:
        """Whether two words stand one behind the other."""
        return (
            word in self.words and following in self.words and f" {word} {following} " in self.said
        )


def features(tokens: Sequence[Word], number: int, known: Known) -> list[str]:
    """The properties of the end before word ``number``; each has its weight in title_end.yaml."""
    following = tokens[number : number + 8]
    small = sum([token.shape.stays_small for token in tokens[1:number]])
    length = tokens[number - 1].end - tokens[0].start
    found = [
        _LENGTHS[bisect_right(_BOUNDS, length)],
        _SMALL[min(3, small)],
        tokens[number - 1].shape.last,
    ]
    if not following:
        found.append("nothing-follows")
        return found
    first = following[0].shape
    if office := _office(tokens[max(0, number - 4) : number]):
        found.append(f"office-{office}-{'name' if first.names else 'other'}")
    if following[0].glued:
        found.append("glued")
    found.append(_run(following))
    second = following[1].shape if len(following) > 1 else None
    found.extend(_first(first, second, following))
    found.extend(_known(tokens[number - 1].text, following, known))
    return found


def _office(title: Sequence[Word]) -> int:
    """How many words before the end an office begins that may go on behind it; 0 if none does."""
    for back, word in enumerate(reversed(title), 1):
        if word.shape.leads_office:
            return back
        if word.shape.ends_office:
            return 0
    return 0


def _run(following: Sequence[Word]) -> str:
    """How many words in capitals stand before the first that no headline writes small."""
    for count, word in enumerate(following):
        if word.shape.stays_small:
            return _RUNS[min(count, 6)]
    return "run-endless"


def _first(first: Shape, second: Shape | None, following: Sequence[Word]) -> list[str]:
    """What the first word of the article behind the title looks like."""
    small_second = second is not None and second.is_small
    small_particle = second is not None and second.is_small and second.is_particle
    found: list[str] = []
    if first.first == "quote":
        quoted = " ".join([token.text for token in following])[1:]
        close = _QUOTE_END.search(quoted)
        short = close is not None and is_title_case(quoted[: close.start()] or "A")
        found.append("quote-short" if short else "quote")
    elif first.first == "opener":
        kind = "comma" if first.has_comma else "small" if small_second else "capital"
        if kind == "small" and small_particle:
            kind = "particle"
        found.append(f"opener-{kind}")
    elif first.first:
        found.append(first.first)
    elif small_second:
        found.append("then-particle" if small_particle else "then-small")
    if second is not None and second.is_demonstrative:
        found.append("demonstrative")
    if first.is_role:
        found.append("role")
    if first.has_nya:
        found.append("nya")
    return found


def _known(last: str, following: Sequence[Word], known: Known) -> list[str]:
    """Whether the article has named elsewhere what would be its next subject."""
    found: list[str] = []
    run: list[str] = []
    for word in following:
        if word.shape.stays_small or word.shape.ends_run:
            break
        run.append(word.text)
        if word.text[-1] in ",.;:":
            break
    if len(run) > 1 and known.has_pair(run[0], following[1].shape.stem):
        whole = len(run) == 2 or " ".join(run).rstrip(",.;:") in known.text
        found.append(f"subject-known-{min(len(run), 4)}" if whole else "two-known")
    stem = following[0].shape.stem
    if len(stem) > 2 and stem[0].isupper():
        if stem in known.words:
            found.append("first-known")
        if stem.lower() in known.words:
            found.append("first-small-elsewhere")
    if known.has_pair(last, stem):
        found.append("pair-known")
    return found
