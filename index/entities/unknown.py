"""Bodies that no list knows: a capitalised run after Yayasan, Lembaga, PT and the like."""

from __future__ import annotations

from index.entities.bodies import lexicon
from index.entities.found import Found
from index.entities.places import site_at
from index.entities.spelling import nearest_body
from index.entities.tokens import Tokens
from index.entities.vocabulary import vocabulary

_RUN_OF_WORDS = 9
_DATES = frozenset(
    [
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "sabtu",
        "minggu",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ]
)


def unknown_at(tokens: Tokens, at: int) -> Found | None:
    """The body that no list knows, opened by a head (Yayasan, PT) at token ``at``, or None."""
    match = lexicon().heads.longest(tokens, at)
    if match is None:
        return None
    start, head = match
    if head.company and tokens.key(start) == ".":
        start += 1
    end = _run_end(tokens, start, head.company)
    if end - start < head.least:
        return None
    name = " ".join(tokens.form(at, end).split())
    body = None if head.company else nearest_body(name)
    if body is not None:
        return Found(at, end, body.name, body.parent, misprint=True)
    return Found(at, end, name, None, False)


def _begins_other(tokens: Tokens, at: int) -> bool:
    """Whether another body begins here, so that the name of the one before it has ended."""
    known = lexicon()
    if known.heads.starts(tokens.keys[at]) and known.heads.longest(tokens, at) is not None:
        return True
    match = known.units.longest(tokens, at)
    if match is not None and tokens.words[at] != "Imigrasi":
        return True
    alias = known.aliases.longest(tokens, at)
    return alias is not None and not alias[1].weak and not alias[1].ambiguous


def _run_end(tokens: Tokens, start: int, company: bool) -> int:
    known, words = lexicon(), vocabulary()
    end = start
    while end < len(tokens) and end - start < _RUN_OF_WORDS:
        key = tokens.keys[end]
        if tokens.capital[end]:
            if end > start and not company:
                site = site_at(tokens, end)
                if site is not None and site.kind != "region":
                    return site.end
            if key in words.honorifics or (
                words.ranks.starts(key) and tokens.words[end] != "Kapten"
            ):
                break
            if end > start and not company and key in words.given:
                break
            if key in _DATES or _begins_other(tokens, end):
                break
            end += 1
        elif (
            key in known.joiners
            and end > start
            and tokens.is_capital(end + 1)
            and not _begins_other(tokens, end + 1)
        ):
            end += 1
        elif tokens.words[end] == "-" and tokens.touches(end) and tokens.touches(end + 1):
            end += 2 if tokens.key(end + 1).isdigit() else 1
        else:
            break
    while end > start and not (tokens.capital[end - 1] or tokens.words[end - 1].isdigit()):
        end -= 1
    return min(end, len(tokens))
