"""The observable properties of a place where the title of another article may end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.reading.lines import is_title_case
from index.reading.title_words import Word
from index.reading.words import words

_QUOTES = '"“'


@dataclass(frozen=True, slots=True)
class Known:
    """What the article says before the marker and behind the title: its words and pairs of them."""

    text: str
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, before: str, behind: str) -> Known:
        """The words of two pieces of the article, without the marks behind them."""
        text = f"{before} | {behind}"
        said = [word.rstrip(",.;:") for word in text.split()]
        return cls(text, frozenset(said), frozenset(itertools.pairwise(said)))


def features(tokens: Sequence[Word], number: int, known: Known) -> list[str]:
    """The properties of the end before word ``number``; each has its weight in title_end.yaml."""
    title = [token.text for token in tokens[max(0, number - 4) : number]]
    following = [token.text for token in tokens[number : number + 8]]
    small = sum(token.small for token in tokens[1:number])
    found = [_length(tokens, number), f"small-{min(3, small)}", f"last-{_last(title[-1])}"]
    office = _office(title)
    if not following:
        found.append("nothing-follows")
        return found
    if office:
        named = following[0][0].isupper() and following[0].lower().strip(",.") not in _no_names()
        found.append(f"office-{office}-{'name' if named else 'other'}")
    if tokens[number].glued:
        found.append("glued")
    found.append(f"run-{_run(tokens[number : number + 8])}")
    found.extend(_first(following))
    found.extend(_known(title, tokens[number : number + 8], known))
    return found


def _length(tokens: Sequence[Word], number: int) -> str:
    length = tokens[number - 1].end - tokens[0].start
    for bound in (25, 40, 52, 64, 76, 88, 100, 115, 140):
        if length < bound:
            return f"length-{bound}"
    return "length-more"


def _last(word: str) -> str:
    """What kind of word the title would end with."""
    if word[-1] in "?!":
        return "question"
    if word[-1] in ",:;&-–":
        return "open"
    if word[-1] == ".":
        return "stop"
    if word[-1] in "\"”'’)…":
        return "closed"
    if word.lower() in words().particles:
        return "particle"
    if word[0].islower():
        return "small"
    return "number" if word[0].isdigit() else "capital"


@cache
def _no_names() -> frozenset[str]:
    """Words that open sentences or offices, and so are no names of persons."""
    return words().openers | words().roles


def _office(title: Sequence[str]) -> int:
    """How many words before the end an office begins that may go on behind it; 0 if none does."""
    for back, word in enumerate(reversed(title), 1):
        if word.strip("\"“‘'(").lower() in words().roles:
            return back
        if not word[0].isupper() or word[-1] in ",:;.?!":
            return 0
    return 0


def _run(following: Sequence[Word]) -> str:
    """How many words in capitals stand before the first that no headline writes small."""
    for count, word in enumerate(following):
        if word.small:
            return str(min(count, 6))
    return "endless"


def _first(following: Sequence[str]) -> list[str]:
    """What the first word of the article behind the title looks like."""
    word = following[0]
    bare = word.strip(",.()\"“”'’?!:;")
    lowered = bare.lower()
    second = following[1] if len(following) > 1 else ""
    small_second = bool(second) and second[0].islower()
    found: list[str] = []
    if word[0] in _QUOTES:
        quoted = " ".join(following)[1:]
        close = re.search('["”]', quoted)
        short = close is not None and (is_title_case(quoted[: close.start()] or "A"))
        found.append("quote-short" if short else "quote")
    elif word[0].isdigit():
        found.append("digit")
    elif lowered in words().openers:
        kind = "comma" if word.endswith(",") else "small" if small_second else "capital"
        if kind == "small" and second.strip(",.").lower() in words().particles:
            kind = "particle"
        found.append(f"opener-{kind}")
    elif bare.isupper() and len(bare) > 1:
        found.append("shouted")
    elif small_second:
        found.append(
            "then-particle" if second.strip(",.").lower() in words().particles else "then-small"
        )
    if second.strip(",.") in ("itu", "ini", "tersebut"):
        found.append("demonstrative")
    if lowered in words().roles:
        found.append("role")
    if lowered.endswith("nya"):
        found.append("nya")
    return found


def _known(title: Sequence[str], following: Sequence[Word], known: Known) -> list[str]:
    """Whether the article has named elsewhere what would be its next subject."""
    found: list[str] = []
    run: list[str] = []
    for word in following:
        if word.small or word.text.lower() in words().particles:
            break
        run.append(word.text)
        if word.text[-1] in ",.;:":
            break
    first = following[0].text.rstrip(",.;:")
    if len(run) > 1 and (run[0], run[1].rstrip(",.;:")) in known.pairs:
        whole = len(run) == 2 or " ".join(run).rstrip(",.;:") in known.text
        found.append(f"subject-known-{min(len(run), 4)}" if whole else "two-known")
    if len(first) > 2 and first[0].isupper():
        if first in known.words:
            found.append("first-known")
        if first.lower() in known.words:
            found.append("first-small-elsewhere")
    if (title[-1], first) in known.pairs:
        found.append("pair-known")
    return found
