"""What an article as a whole tells of: where a word alone is ambiguous, the others decide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from index.figures.resources import rules, worded
from index.language.patterns import alternatives
from index.rules import Entry, RuleError, check_keys

_FILE = "scenes.yaml"
# So much of an article, in characters, shows what it tells of.
_READ = 3000


@dataclass(frozen=True, slots=True)
class Scenes:
    """The words of scenes.yaml: which scenes each of them speaks for."""

    names: tuple[str, ...]
    of_word: Mapping[str, tuple[str, ...]]
    least: Mapping[str, int]
    defaults: Mapping[str, Mapping[str, str]]
    pattern: re.Pattern[str]


@cache
def scenes() -> Scenes:
    """scenes.yaml, read once.

    Raises:
        RuleError: the file has not the shape that its comment tells.
    """
    table = rules(_FILE, ("scenes",))["scenes"]
    if not isinstance(table, Entry):
        raise RuleError(_FILE, 1, "'scenes' must map a name to its words")
    of_word: dict[str, tuple[str, ...]] = {}
    least: dict[str, int] = {}
    defaults: dict[str, Mapping[str, str]] = {}
    for name, scene in table.items():
        if not isinstance(scene, Entry):
            raise RuleError(_FILE, table.line, f"{name!r} must have words, least and defaults")
        check_keys(_FILE, scene, ("least", "words", "defaults"))
        if not isinstance(scene["least"], int) or not isinstance(scene["defaults"], Entry):
            raise RuleError(_FILE, scene.line, "'least' is a number, 'defaults' a mapping")
        least[name], defaults[name] = scene["least"], scene["defaults"]
        for word in worded(_FILE, scene, "words"):
            of_word[word] = (*of_word.get(word, ()), name)
    pattern = re.compile(rf"(?<![\w-]){alternatives(sorted(of_word))}(?!\w)")
    return Scenes(tuple(table), of_word, least, defaults, pattern)


class Scene:
    """What one article tells of; read when it is first asked for."""

    def __init__(self, title: str | None, body: str) -> None:
        self._text = f"{title or ''}\n{body[:_READ]}"
        self._counts: dict[str, int] | None = None

    def tells_of(self, scene: str) -> bool:
        """Whether enough of the article's words are of ``scene``."""
        return self._known().get(scene, 0) >= scenes().least[scene]

    def default(self, kind: str, usual: str) -> str:
        """The measure of a class of units where no cue tells more, ``usual`` in most articles."""
        known = scenes()
        for name in known.names:
            if kind in known.defaults[name] and self._leads(name):
                return known.defaults[name][kind]
        return usual

    def _leads(self, name: str) -> bool:
        counts = self._known()
        earlier = scenes().names[: scenes().names.index(name)]
        mine = counts.get(name, 0)
        return self.tells_of(name) and all(mine > counts.get(other, 0) for other in earlier)

    def _known(self) -> dict[str, int]:
        if self._counts is None:
            counts: dict[str, int] = {}
            for match in scenes().pattern.finditer(self._text.lower()):
                for name in scenes().of_word[match.group()]:
                    counts[name] = counts.get(name, 0) + 1
            self._counts = counts
        return self._counts
