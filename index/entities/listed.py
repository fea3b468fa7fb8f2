"""Bodies that the lexicon lists, with the country or the place that makes another body of one."""

from __future__ import annotations

from index.entities.bodies import Body, lexicon
from index.entities.found import Found
from index.entities.places import site_at
from index.entities.tokens import Tokens, tokenize

_WINDOW = 14
_STATE_HEADS = frozenset(
    ["kementerian", "mahkamah", "kejaksaan", "badan", "direktorat", "komisi", "otoritas", "dewan",
     "majelis", "departemen", "tentara"]
)  # fmt: skip
# In headlines every word has a capital: these say that no compound goes on (`Minta Imigrasi`).
_BEFORE_SUBJECTS = frozenset(
    ["minta", "ke", "dari", "oleh", "dan", "bersama", "gandeng", "dengan", "dorong", "desak", ",",
     ":"]
)  # fmt: skip
_REGIONS = frozenset(["kota", "kabupaten"])
_REPUBLIC = (("republik", "indonesia"), ("ri",), ("indonesia",))


def body_at(tokens: Tokens, at: int) -> Found | None:
    """The listed body whose name begins at token ``at``, or None; its context must fit."""
    match = lexicon().aliases.longest(tokens, at)
    if match is None:
        return None
    end, alias = match
    body = alias.body
    if alias.ambiguous and not _in_context(tokens, at, end, body):
        return None
    if body.silent:
        return Found(at, end, body.name, hidden=True)
    if body.namesakes and (other := _namesake(tokens, body)) is not None:
        return Found(at, end, other, lexicon().parents.get(other))
    if not alias.weak:
        further = _extended(tokens, at, end, body)
        if further is not None:
            return further
        end = _republic(tokens, end, body)
        if body.within:
            end = _within(tokens, end, body.parent)
    elif _generic(tokens, at, end):
        return None
    return Found(at, end, body.name, body.parent, weak=alias.weak, holder=alias.holder)


def _namesake(tokens: Tokens, body: Body) -> str | None:
    """The other body of that short name whose words the text has (Partai Demokrat of the US)."""
    printed = set(tokens.keys)
    for name, words in body.namesakes:
        if printed & words:
            return name
    return None


def _in_context(tokens: Tokens, at: int, end: int, body: Body) -> bool:
    near = set(tokens.keys[max(0, at - _WINDOW) : at]) | set(tokens.keys[end : end + _WINDOW])
    if near & body.unwanted:
        return False
    return not body.wanted or bool(near & body.wanted)


def _generic(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a weak form stands where it is a common word: sentence start, headline, compound."""
    before = tokens.key(at - 1)
    if "pemasyarakatan" in tokens.keys[end : end + 3]:
        # In the name of a ministry: Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan.
        return True
    if tokens.headline[at]:
        return not (tokens.initial[at] or before in _BEFORE_SUBJECTS)
    return (
        before in ("-", "kantor", "petugas", "pejabat", "bidang", "pos", "staf", "kepala")
        or (tokens.is_capital(at - 1) and not tokens.initial[at])
        or tokens.is_capital(end)
    )


def _extended(tokens: Tokens, at: int, end: int, body: Body) -> Found | None:
    """A body with a country, a province or a place after it, which makes another body of it."""
    site = site_at(tokens, end)
    if site is None:
        return None
    if site.kind == "country" and site.name != "Indonesia" and _of_states(tokens, at, end, body):
        name = f"{body.foreign or tokens.form(at, end)} {site.name}"
        return filed(tokens, Found(at, site.end, name, None, place=site.name))
    local = site.kind in ("province", "regency", "city")
    if body.regional and local:
        name = f"{body.regional} {body.short} {site.name}"
        return Found(at, site.end, name, body.name, unit=body.regional, place=site.name)
    if body.branches and local and (site.sure or not tokens.headline[at]):
        region = f"{tokens.words[site.start]} " if tokens.keys[site.start] in _REGIONS else ""
        name = f"{body.short} {region}{site.name}"
        return Found(at, site.end, name, body.name, place=site.name)
    return None


def _of_states(tokens: Tokens, at: int, end: int, body: Body) -> bool:
    """Whether every country has a body so called: Kementerian Sosial, not BP2MI."""
    return body.foreign is not None or (
        body.country == "ID" and end - at > 1 and tokens.keys[at] in _STATE_HEADS
    )


def filed(tokens: Tokens, found: Found) -> Found:
    """The lexicon's own name of a foreign body, where it has one (Imigresen Malaysia)."""
    match = lexicon().aliases.longest(tokens, found.start)
    if match is not None and match[0] == found.end:
        return Found(found.start, found.end, match[1].body.name, match[1].body.parent)
    own = body_named(found.name)
    if own is None:
        return found
    return Found(found.start, found.end, own.name, own.parent)


def body_named(name: str) -> Body | None:
    """The body of the lexicon that is called ``name`` in any of its forms, or None."""
    tokens = tokenize("", name)
    match = lexicon().aliases.longest(tokens, 0) if len(tokens) else None
    return match[1].body if match is not None and match[0] == len(tokens) else None


def _republic(tokens: Tokens, end: int, body: Body) -> int:
    if body.country == "ID":
        for words in _REPUBLIC:
            if tuple(tokens.keys[end : end + len(words)]) == words and tokens.is_capital(end):
                return end + len(words)
    return end


def _within(tokens: Tokens, end: int, parent: str | None) -> int:
    """The end with the names of the bodies above it, printed directly after the unit's."""
    while parent is not None and tokens.is_capital(end):
        match = lexicon().aliases.longest(tokens, end)
        if match is None or match[1].body.name not in _line_of(parent):
            break
        end = match[0]
    return end


def _line_of(parent: str | None) -> set[str]:
    line: set[str] = set()
    while parent is not None and parent not in line:
        line.add(parent)
        parent = lexicon().parents.get(parent)
    return line
