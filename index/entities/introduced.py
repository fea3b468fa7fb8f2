"""Bodies that a common noun for their kind leads in: *perusahaan Sinar Bahari*."""

from __future__ import annotations

from index.entities.bodies import lexicon
from index.entities.found import Found
from index.entities.places import site_at
from index.entities.tokens import Tokens
from index.entities.unknown import begins_other, is_acronym
from index.entities.vocabulary import vocabulary

_FEWEST_INTRODUCED = 2
_LONGEST_INTRODUCED = 4
_CONTESTS = frozenset(["league", "liga", "games", "cup", "piala", "open", "masters"])


def introduced_at(tokens: Tokens, at: int) -> Found | None:
    """A body named after a common noun for its kind: *perusahaan Sinar Bahari*, or None.

    The noun is no part of the name, unless the name was found with it elsewhere.
    """
    if tokens.words[at] not in lexicon().introducing or not tokens.is_capital(at + 1):
        return None
    words, start = vocabulary(), at + 1
    end = start
    while (
        end < len(tokens)
        and end - start < _LONGEST_INTRODUCED
        and tokens.capital[end]
        and tokens.keys[end] not in words.never
        and tokens.keys[end] not in words.given
        and tokens.keys[end] not in words.honorifics
        and not words.offices.starts(tokens.keys[end])
        and site_at(tokens, end) is None
        and not (end == start and begins_other(tokens, end))
    ):
        end += 1
    shouted = end - start == 1 and is_acronym(tokens.words[start])
    if end - start < _FEWEST_INTRODUCED and not shouted:
        return None
    known = lexicon()
    hidden = known.masked.longest(tokens, start) or known.media.longest(tokens, start)
    if hidden or tokens.keys[end - 1] in _CONTESTS:
        return None
    if tokens.words[start] in words.shouts or tokens.headline[at]:
        return None
    return Found(start, end, " ".join(tokens.form(start, end).split()), None, False)
