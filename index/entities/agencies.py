"""Agencies in one part of an article: bodies of the lexicon, units by pattern, unknown bodies."""

from __future__ import annotations

from index.entities.bodies import Body, Unit, lexicon
from index.entities.found import Found
from index.entities.places import Site, site_at
from index.entities.tokens import Tokens, tokenize
from index.entities.unknown import unknown_at
from index.entities.vocabulary import vocabulary

_RUN_OF_PLACE = 3
_WINDOW = 14
_DEPTH = 4
_CLASS_WORDS = frozenset(
    ["kelas", "i", "ii", "iii", "iv", "iia", "iib", "ia", "ib", "khusus", "non", "tpi"]
)
_REGION_WORDS = frozenset(["kabupaten", "kota", "provinsi", "kab"])
_REPUBLIC = (("republik", "indonesia"), ("ri",), ("indonesia",))


def find_agencies(tokens: Tokens) -> list[Found]:
    """The agencies of one part, left to right, without overlaps."""
    found: list[Found] = []
    first_keys = lexicon().first_keys
    end = 0
    for at, key in enumerate(tokens.keys):
        if at < end or key not in first_keys:
            continue
        agency = agency_at(tokens, at)
        if agency is not None:
            found.append(agency)
            end = agency.end
    return found


def agency_at(tokens: Tokens, at: int, depth: int = 0) -> Found | None:
    """The agency that begins at token ``at``, or None; the longest reading wins."""
    known = lexicon()
    key = tokens.keys[at] if at < len(tokens) else ""
    hidden = None
    if known.masked.starts(key) or known.media.starts(key):
        hidden = known.masked.longest(tokens, at) or known.media.longest(tokens, at)
    best = Found(at, hidden[0], hidden[1], hidden=True) if hidden is not None else None
    if not tokens.is_capital(at):
        return best
    readings = []
    if known.aliases.starts(key):
        readings.append(_body_at(tokens, at))
    if known.units.starts(key) and depth < _DEPTH:
        readings.append(_unit_at(tokens, at, depth))
    for reading in readings:
        if reading is not None and (best is None or _rank(reading) > _rank(best)):
            best = reading
    if known.heads.starts(key) and not tokens.headline[at] and (best is None or not best.bare):
        unknown = unknown_at(tokens, at)
        if unknown is not None and (best is None or (unknown.end > best.end and unknown.known)):
            best = unknown
    return best


def _rank(found: Found) -> tuple[int, bool]:
    return found.end, not found.bare


def _body_at(tokens: Tokens, at: int) -> Found | None:
    match = lexicon().aliases.longest(tokens, at)
    if match is None:
        return None
    end, alias = match
    body = alias.body
    if alias.ambiguous and not _in_context(tokens, at, end, body):
        return None
    if body.silent:
        return Found(at, end, body.name, hidden=True)
    if not alias.weak:
        further = _extended(tokens, at, end, body)
        if further is not None:
            return further
        end = _republic(tokens, end, body)
        if body.within:
            end = _within(tokens, end, body.parent)
    elif _generic(tokens, at, end):
        return None
    return Found(at, end, body.name, body.parent, weak=alias.weak)


def _in_context(tokens: Tokens, at: int, end: int, body: Body) -> bool:
    near = set(tokens.keys[max(0, at - _WINDOW) : at]) | set(tokens.keys[end : end + _WINDOW])
    if near & body.unwanted:
        return False
    return not body.wanted or bool(near & body.wanted)


def _generic(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a weak form stands where it is a common word: sentence start, headline, compound."""
    before = tokens.key(at - 1)
    return (
        tokens.headline[at]
        or before in ("-", "kantor", "petugas", "pihak", "pejabat", "bidang", "pos", "staf")
        or (tokens.is_capital(at - 1) and not tokens.initial[at])
        or tokens.is_capital(end)
    )


def _extended(tokens: Tokens, at: int, end: int, body: Body) -> Found | None:
    """A body with a country, a province or a place after it, which makes another body of it."""
    site = site_at(tokens, end)
    if site is None:
        return None
    if body.foreign and site.kind == "country" and site.name != "Indonesia":
        name = f"{body.foreign} {site.name}"
        return _filed(tokens, Found(at, site.end, name, None, place=site.name))
    local = site.kind in ("province", "regency", "city")
    if body.regional and local:
        name = f"{body.regional} {body.short} {site.name}"
        return Found(at, site.end, name, body.name, unit=body.regional, place=site.name)
    if body.branches and local and (site.sure or not tokens.headline[at]):
        return Found(at, site.end, f"{body.short} {site.name}", body.name, place=site.name)
    return None


def _filed(tokens: Tokens, found: Found) -> Found:
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


def _unit_at(tokens: Tokens, at: int, depth: int) -> Found | None:
    match = lexicon().units.longest(tokens, at)
    if match is None:
        return None
    end, unit = match
    found = _completed(tokens, at, end, unit, depth)
    if found is None:
        printed = tokens.form(at, end)
        if unit.follows == {"regional"} or printed in ("Imigrasi", "Pengadilan", "Kedutaan Besar"):
            return None
        if not unit.alone and "unit" in unit.follows and tokens.initial[at]:
            return None
        found = Found(at, end, unit.name, unit.parent, bare=not _own(unit), unit=unit.name)
    if unit.silent:
        return Found(found.start, found.end, found.name, hidden=True)
    return found


def _own(unit: Unit) -> bool:
    return unit.alone and not unit.follows


def _completed(tokens: Tokens, at: int, end: int, unit: Unit, depth: int) -> Found | None:
    words = [unit.name]
    after = end
    if "regional" in unit.follows:
        return _regional(tokens, at, end, depth)
    if "unit" in unit.follows:
        other = agency_at(tokens, end, depth + 1) if end < len(tokens) else None
        if other is not None and not other.hidden and not other.weak:
            name = f"{unit.name} {other.name}"
            return Found(
                at, other.end, name, other.name, other.known, bare=other.bare, unit=unit.name
            )
    if unit.classed:
        after = _class_end(tokens, end)
        if after > end:
            words.append(" ".join(tokens.form(end, after).split()))
    while tokens.key(after) in unit.keep and tokens.is_capital(after):
        words.append(tokens.words[after])
        after += 1
    if unit.through and tokens.key(after) in unit.through:
        after += 1
    region = None
    if unit.region and tokens.key(after) in _REGION_WORDS and tokens.is_capital(after):
        region = tokens.words[after]
        after += 1
    site = site_at(tokens, after)
    if site is not None and (region is None or site.start == after):
        return _placed(tokens, at, unit, words, region, site)
    if "words" in unit.follows and not tokens.headline[at]:
        run = _place_run(tokens, after)
        if run > after:
            words.append(" ".join(tokens.form(after, run).split()))
            return Found(
                at, run, " ".join(words), unit.parent, False, unit=unit.name, place=words[-1]
            )
    return None


def _placed(
    tokens: Tokens, at: int, unit: Unit, words: list[str], region: str | None, site: Site
) -> Found | None:
    country = site.kind == "country" or (site.kind == "abroad" and unit.abroad is not None)
    if unit.follows == {"country"} and not country:
        return None
    if (
        "place" not in unit.follows
        and "country" not in unit.follows
        and not unit.follows & {"words"}
    ):
        return None
    if country and unit.abroad:
        if site.name == "Indonesia":
            return None
        return _filed(tokens, Found(at, site.end, f"{unit.abroad} {site.name}", place=site.name))
    if site.kind == "region":
        return None
    name = site.name.removeprefix("Bandara ").removeprefix("Pelabuhan ")
    if site.kind == "province" and unit.province and len(words) == 1:
        return Found(
            at, site.end, f"{unit.province} {name}", unit.parent, unit=unit.province, place=name
        )
    if region is None and unit.region and tokens.keys[site.start] in _REGION_WORDS:
        region = tokens.words[site.start]
    full = " ".join([*words, *([region] if region else []), name])
    found = Found(at, site.end, full, unit.parent, unit=unit.name, place=name)
    return _filed(tokens, found) if country else found


def _regional(tokens: Tokens, at: int, end: int, depth: int) -> Found | None:
    other = agency_at(tokens, end, depth + 1) if end < len(tokens) else None
    if other is None or other.hidden:
        return None
    if other.unit == "Kanwil":
        return Found(at, other.end, other.name, other.parent, unit="Kanwil", place=other.place)
    if other.unit is not None and other.unit.startswith("Kanwil"):
        return Found(at, other.end, other.name, other.parent, unit=other.unit, place=other.place)
    return None


def _class_end(tokens: Tokens, at: int) -> int:
    end = at
    while end < len(tokens) and (
        tokens.keys[end] in _CLASS_WORDS
        or (tokens.words[end].isdigit() and len(tokens.words[end]) <= 4)
        or (tokens.words[end] in "-/" and end > at and tokens.touches(end))
    ):
        end += 1
    while end > at and tokens.words[end - 1] in ("-", "/"):
        end -= 1
    return end


def _place_run(tokens: Tokens, at: int) -> int:
    words = vocabulary()
    end = at
    while end < len(tokens) and end - at < _RUN_OF_PLACE and tokens.capital[end]:
        key = tokens.keys[end]
        if key in words.never - _CARDINAL or key in words.honorifics or words.ranks.starts(key):
            break
        if (end > at and key in words.given) or words.offices.starts(key):
            break
        end += 1
    return end


_CARDINAL = frozenset(
    ["barat", "timur", "utara", "selatan", "tengah", "tenggara", "pulau", "kota", "kepulauan"]
)
