"""Which files are wanted: ``--include`` and ``--exclude``, as globs of paths and names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]]*\]|.", re.DOTALL)
# What a set of a regular expression reads as more than itself.
_SPECIAL = re.compile(r"[\\\[\]^&|~]|(?<=-)-")


@dataclass(frozen=True, slots=True)
class Globs:
    """What is to be read of a folder or an archive: a file that is included and not excluded.

    A pattern is matched on the path below the folder, parted by ``/``, and on every name in it:
    one that matches a folder goes for all that the folder holds. ``*`` and ``?`` stay within a
    name, ``**`` crosses folders.
    """

    include: tuple[re.Pattern[str], ...] = ()
    exclude: tuple[re.Pattern[str], ...] = ()

    @classmethod
    def of(cls, include: Iterable[str] = (), exclude: Iterable[str] = ()) -> Globs:
        """The rules for the globs ``include`` and ``exclude``; without any, all is wanted.

        Never raises: a bracket that ``check_globs`` refuses means itself.
        """
        return cls(tuple(map(_compiled, include)), tuple(map(_compiled, exclude)))

    def takes(self, *paths: str) -> bool:
        """Whether a file is wanted that goes by each of ``paths`` (``a.csv.gz`` and ``a.csv``)."""
        if any(_matches(self.exclude, path) for path in paths):
            return False
        return not self.include or any(_matches(self.include, path) for path in paths)

    def enters(self, path: str) -> bool:
        """Whether a folder or an archive at ``path`` may hold what is wanted."""
        return not _matches(self.exclude, path)


def check_globs(patterns: Iterable[str]) -> None:
    """Refuses globs that cannot mean what they say, such as ``[z-a]*``.

    Raises:
        ValueError: a bracket is empty or holds a range that runs backwards; the message names it.
    """
    for glob in patterns:
        for token in _TOKEN.findall(glob):
            if _is_set(token) and not _holds(_set(token)):
                raise ValueError(
                    f"{glob!r} is no glob: {token!r} is empty or holds a range that runs backwards"
                )


def _matches(patterns: tuple[re.Pattern[str], ...], path: str) -> bool:
    if not patterns:
        return False
    names = path.split("/")
    forms = {*names, *("/".join(names[:end]) for end in range(1, len(names) + 1))}
    return any(pattern.fullmatch(form) for pattern in patterns for form in forms)


def _compiled(glob: str) -> re.Pattern[str]:
    glob = glob.strip().removeprefix("./").rstrip("/") or "**"
    return re.compile("".join(map(_translated, _TOKEN.findall(glob))), re.DOTALL)


def _translated(token: str) -> str:
    if token == "**/":
        return "(?:.*/)?"
    if token in ("**", "*"):
        return ".*" if token == "**" else "[^/]*"
    if token == "?":
        return "[^/]"
    if _is_set(token) and _holds(_set(token)):
        return _set(token)
    return re.escape(token)


def _is_set(token: str) -> bool:
    return len(token) > 2 and token[0] == "["


def _set(token: str) -> str:
    """The set of characters of a bracket as a regular expression, which may be none."""
    inside = _SPECIAL.sub(r"\\\g<0>", token[1:-1].removeprefix("!"))
    return f"[{'^' if token[1] == '!' else ''}{inside}]"


def _holds(expression: str) -> bool:
    try:
        re.compile(expression)
    except re.error:
        return False
    return True
