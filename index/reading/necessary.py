"""What must hold of a text before rules of boilerplate are worth trying on it: cheap to tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from index.reading.patterns import parse_tree

# Flags for a whole pattern, and groups by number or name: they mean something else inside another.
_APART = re.compile(r"\(\?[aiLmsux]+\)|\\[1-9]|\(\?P=|\(\?\(")
_NAMED = re.compile(r"\(\?P<\w+>")
# What tells capitals from small letters, or spells a letter by its number.
_CASED = re.compile(r"\(\?[a-z]*-?i[a-z]*:|\\[xuUN0]")
_FEWEST_LETTERS = 4
_MOST_NEEDS = 3


class Need(NamedTuple):
    """Words one of which stands in all that a pattern holds for; ``exact`` minds their case."""

    exact: bool
    words: tuple[str, ...]


class AnyOf:
    """Whether one of some patterns, which do not mind case, can hold for a whole line."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        said = [pattern.pattern for pattern in patterns]
        self._apart = [re.compile(each, re.IGNORECASE) for each in said if _APART.search(each)]
        # Named groups may stand only once in a pattern, and here nobody asks for them.
        joined = [_NAMED.sub("(?:", each) for each in said if not _APART.search(each)]
        self._all = _joined(joined, re.IGNORECASE)
        self._cased = _joined(filter(_CASED.search, joined), re.IGNORECASE)
        # The same in small letters alone, for a line in small letters, takes half the time.
        plain = (each for each in joined if not _CASED.search(each))
        self._small = _joined(map(_in_small_letters, plain))

    def may_hold(self, line: str, lowered: str) -> bool:
        """Whether one can hold for ``line``, which is ``lowered`` in small letters."""
        tried = (self._small, lowered), (self._cased, line)
        # Some letters of other alphabets change their length in lower case, or have two.
        for pattern, text in tried if line.isascii() else ((self._all, line),):
            if pattern is not None and pattern.fullmatch(text):
                return True
        # Hardly any rule file has such patterns.
        return bool(self._apart) and any(pattern.fullmatch(line) for pattern in self._apart)


def _joined(patterns: Iterable[str], flags: int = 0) -> re.Pattern[str] | None:
    either = "|".join([f"(?:{each})" for each in patterns])
    return re.compile(either, flags) if either else None


def _in_small_letters(pattern: str) -> str:
    # A letter behind a backslash is a class of characters, and \S is another one than \s.
    return re.sub(r"(\\.)|[^\\]+", lambda each: each[1] or each.group().lower(), pattern)


class Cues:
    """Which of some strings stand in a text, told with few looks at it."""

    def __init__(self, cues: Iterable[str]) -> None:
        every = sorted(set(cues))
        words = {cue: re.findall(rf"[^\W\d_]{{{_FEWEST_LETTERS},}}", cue) for cue in every}
        shared = Counter(word for found in words.values() for word in set(found))
        # Cues that share a word are looked for only where that word stands.
        self._by_word: dict[str, list[str]] = {}
        for cue in every:
            word = max(
                words[cue], key=lambda each: (shared[each] > 1, len(each), each), default=cue
            )
            key = word if shared[word] > 1 else cue
            # A mark alone is found faster than a word.
            self._by_word.setdefault(key if key[0].isalnum() else key[0], []).append(cue)
        # A word stands only where the shorter one inside it does.
        for key in sorted(self._by_word, key=len):
            for longer in [each for each in self._by_word if key in each and key != each]:
                self._by_word[key] += self._by_word.pop(longer)

    def standing_in(self, lowered: str) -> set[str]:
        """Those that stand in a text in lower case."""
        found: set[str] = set()
        for word in [word for word in self._by_word if word in lowered]:
            found.update([cue for cue in self._by_word[word] if cue in lowered])
        return found


def needs(pattern: str, cue: str) -> tuple[Need, ...]:
    """What a text needs, beside ``cue``, for ``pattern`` to hold in it, the case not minded.

    Without any need nothing can be told.
    """
    found = _needs(parse_tree(pattern), False)
    telling = {
        need for need in found if _weight(need) > 1 and not all(w in cue for w in need.words)
    }
    ordered = sorted(telling, key=lambda need: (-_weight(need), need))
    return tuple(ordered[:_MOST_NEEDS])


def may_hold(wanted: Sequence[Need], text: str, lowered: str) -> bool:
    """Whether ``text``, in lower case ``lowered``, has all that a pattern needs."""
    for need in wanted:
        for word in need.words:
            if word in (text if need.exact else lowered):
                break
        else:
            return False
    return True


def _weight(need: Need) -> int:
    return min(map(len, need.words))


def _needs(items: Any, exact: bool) -> list[Need]:
    """The needs of a sequence of a pattern's items, as the standard library parses it."""
    found: list[Need] = []
    run = ""
    for operator, argument in [*items, (None, None)]:
        name = str(operator)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if run:
            found.append(Need(exact, (run if exact else run.lower(),)))
            run = ""
        if name == "SUBPATTERN":
            _, added, taken, inner = argument
            minded = (exact or bool(taken & re.IGNORECASE)) and not added & re.IGNORECASE
            found.extend(_needs(inner, minded))
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0]:
            found.extend(_needs(argument[2], exact))
        elif name == "ATOMIC_GROUP":
            found.extend(_needs(argument, exact))
        elif name == "BRANCH":
            found.extend(_either([_needs(branch, exact) for branch in argument[1]]))
    return found


def _either(branches: Sequence[list[Need]]) -> list[Need]:
    """The need of a choice: of each branch its longest."""
    if not all(branches):
        return []
    longest = [max(branch, key=_weight) for branch in branches]
    exact = all(need.exact for need in longest)
    words = (word for need in longest for word in need.words)
    return [Need(exact, tuple(dict.fromkeys(w if exact else w.lower() for w in words)))]
