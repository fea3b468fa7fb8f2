"""Runs of capitalised words, and the properties by which they are weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import compress

from index.entities.tokens import Tokens
from index.entities.vocabulary import vocabulary

# Small words inside names: of Arabic, Dutch, Spanish and English (Ali bin Amir, Bank of China).
_LINKS = frozenset(
    ["bin", "binti", "van", "de", "da", "del", "al", "von", "ibn", "der", "el", "la",
     "of", "the", "and", "'", "&"]
)  # fmt: skip
_VERB_PREFIXES = ("me", "ber", "ter", "di")
_VERB_LENGTH = 6
_LONGEST = 6
_SHAPES = 5
_TITLE_LENGTH = 3


def runs(tokens: Tokens, free: Callable[[int], bool] = lambda _: True) -> Iterator[tuple[int, int]]:
    """The longest runs of capitalised words, as ``(start, end)``; each of their words is ``free``.

    Links (*bin*, *of*), hyphens and the full stops of initials stand inside a run, never at its
    ends.
    """
    capital, size = tokens.capital, len(tokens)
    reached = 0
    for at in compress(range(size), capital):
        if at < reached or not free(at):
            continue
        end = at + 1
        while end < size:
            if capital[end] and free(end):
                end += 1
            elif end + 1 < size and capital[end + 1] and _links(tokens, end) and free(end + 1):
                end += 2
            else:
                break
        yield at, end
        reached = end


def _links(tokens: Tokens, at: int) -> bool:
    word, before = tokens.words[at], tokens.words[at - 1]
    short = len(before) <= _TITLE_LENGTH and before[0].isupper()
    return tokens.keys[at] in _LINKS or word == "-" or (word == "." and short)


def properties(tokens: Tokens, start: int, end: int) -> list[str]:
    """What can be said of the run ``start:end`` and of what stands beside it, a word each."""
    beside, around = context(tokens, start, end)
    return [*beside, *word_properties(tokens, start, end), *around]


def context(tokens: Tokens, start: int, end: int) -> tuple[list[str], list[str]]:
    """Of what stands beside a run: what ``properties`` names before its words, and behind them."""
    words, all_keys = tokens.words, tokens.keys
    size = len(all_keys)

    def key(at: int) -> str:
        found = all_keys[at] if 0 <= at < size else ""
        return "line-end" if found == "\n" else found

    before2, before, after, after2 = key(start - 2), key(start - 1), key(end), key(end + 1)
    beside = [
        "any",
        f"before={before}",
        f"before2={before2} {before}",
        f"two-before={before2}",
        f"after={after}",
        f"after2={after} {after2}",
        f"two-after={after2}",
    ]
    found: list[str] = []
    if tokens.initial[start]:
        found.append("opens")
    if tokens.headline[start]:
        found.append("headline")
    if end - start == 1:
        shape = _shape(words[start])
        found += [f"one-before={before}", f"one-after={after}", f"one-shape={shape}"]
    if len(after) >= _VERB_LENGTH and after.startswith(_VERB_PREFIXES):
        found.append("acts")
    if after == "(":
        inside = words[end + 1] if end + 1 < len(words) else ""
        found.append("bracket=" + ("number" if inside.isdigit() else _shape(inside)))
    return beside, found


def word_properties(tokens: Tokens, start: int, end: int) -> list[str]:
    """What can be said of the words of the run ``start:end`` alone."""
    keys = tokens.keys[start:end]
    first, last = keys[0], keys[-1]
    found = [
        f"length={min(end - start, _LONGEST)}",
        f"first={first}",
        f"last={last}",
        f"first-ends={first[-3:]}",
        f"last-ends={last[-3:]}",
        f"last-ends2={last[-2:]}",
        "shapes=" + "".join(map(_shape, tokens.words[start:end]))[:_SHAPES],
    ]
    for word in keys:
        found.append(f"word={word}")
        if len(word) > _TITLE_LENGTH:
            found += [f"ends2={word[-2:]}", f"ends3={word[-3:]}", f"begins={word[:3]}"]
    if first in vocabulary().given:
        found.append("given")
    return found


def _shape(word: str) -> str:
    """``C`` an acronym, ``c`` one capital, ``T`` Title, ``M`` mIxed, ``9`` a number, ``x`` else."""
    if word.isupper():
        return "C" if len(word) > 1 else "c"
    if word[:1].isupper():
        return "T" if word[1:].islower() else "M"
    return "9" if word[:1].isdigit() else "x"
