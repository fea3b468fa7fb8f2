"""The bodies above a body, by its filed name alone: for a search that takes in the units below."""

from __future__ import annotations

from functools import cache, lru_cache

from index.entities.agencies import agency_at
from index.entities.bodies import lexicon
from index.entities.tokens import tokenize

_HIGHEST = 8
_ACRONYM = 4


@lru_cache(maxsize=65536)
def ancestors(name: str, parent: str | None = None) -> tuple[str, ...]:
    """The filed names of the bodies above the agency ``name``, the nearest first.

    ``parent`` is the body above it where that is known (:attr:`index.article.Agency.parent`); else
    the lexicon and the patterns of names tell (``Ditreskrimum Polda Nusa Tenggara Timur``: ``Polda
    Nusa Tenggara Timur``, ``Polri``). Empty where nothing is known of the name.
    """
    line: list[str] = []
    above = parent or parent_of(name)
    while above is not None and above not in (name, *line) and len(line) < _HIGHEST:
        line.append(above)
        above = parent_of(above)
    return tuple(line)


def names_of(name: str) -> tuple[str, ...]:
    """The filed name of a body and the other names under which it may be asked for."""
    return _other_names().get(name, (name,))


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    return {body.name: tuple(dict.fromkeys((body.name, body.short))) for body in lexicon().bodies}


@lru_cache(maxsize=1024)
def filed_name(typed: str) -> str | None:
    """The name under which an agency is filed that somebody calls ``typed``, in any case, or None.

    *polda ntt* is ``Polda Nusa Tenggara Timur``, *kemlu* ``Kementerian Luar Negeri``.
    """
    words = typed.split()
    cased = " ".join(word.upper() if len(word) <= _ACRONYM else word.title() for word in words)
    for form in (typed, cased, typed.upper(), typed.title()):
        tokens = tokenize("", form)
        tokens.headline = [False] * len(tokens)
        found = agency_at(tokens, 0)
        if found is not None and found.end == len(tokens) and found.known and not found.hidden:
            return found.name
    return None


def parent_of(name: str) -> str | None:
    """The filed name of the body directly above the one filed as ``name``, or None."""
    known = lexicon().parents
    if name in known:
        return known[name]
    tokens = tokenize("", name)
    found = agency_at(tokens, 0)
    if found is None or found.end != len(tokens) or found.parent == name:
        return None
    return found.parent
