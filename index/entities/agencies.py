"""Agencies in one part of an article: bodies of the lexicon, units by pattern, unknown bodies."""

from __future__ import annotations

from dataclasses import replace

from index.entities.bodies import Unit, lexicon
from index.entities.brackets import find_brackets, leave_out, put_back
from index.entities.found import Found
from index.entities.gazetteer import gazetteer
from index.entities.introduced import introduced_at
from index.entities.lineage import unit_above
from index.entities.listed import body_at, filed
from index.entities.places import Site, site_at
from index.entities.tokens import Tokens
from index.entities.unknown import division_end, named_by_tail, unknown_at
from index.entities.vocabulary import vocabulary

_RUN_OF_PLACE = 3
_DEPTH = 4
_ONLY_WITHIN = 99
_CLASS_WORDS = frozenset(
    ["kelas", "klas", "i", "ii", "iii", "iv", "iia", "iib", "ia", "ib", "khusus", "non", "tpi"]
)
_POSTS = ("tempat", "pemeriksaan", "imigrasi")
_REGION_WORDS = frozenset(["kabupaten", "kota", "provinsi", "kab"])


def find_agencies(tokens: Tokens) -> list[Found]:
    """The agencies of one part, left to right, without overlaps.

    A bracket with an acronym inside a name is no end of the name; where the name ends before it,
    the acronym is read for itself.
    """
    brackets = find_brackets(tokens)
    if not brackets:
        return _scan(tokens)
    plain, numbers = leave_out(tokens, brackets)
    found = [put_back(agency, numbers) for agency in _scan(plain)]
    covered = {at for agency in found for at in range(agency.start, agency.end)}
    for start, end in brackets:
        inner = agency_at(tokens, start + 1) if start not in covered else None
        if inner is not None and inner.end == end - 1:
            found.append(inner)
    return sorted(found, key=lambda agency: agency.start)


def _scan(tokens: Tokens) -> list[Found]:
    found: list[Found] = []
    known = lexicon()
    first_keys, tails, introducing = known.first_keys, known.tails, known.introducing
    telling = known.telling
    end = 0
    for at, key in enumerate(tokens.keys):
        if key not in telling or at < end:
            continue
        agency = agency_at(tokens, at) if key in first_keys else None
        if agency is None and key in tails:
            agency = named_by_tail(tokens, at, end)
        if agency is None and key in introducing:
            agency = introduced_at(tokens, at)
        if agency is None:
            continue
        end = agency.end
        # A building called after a body is a place: Gedung Dewan Pers, kompleks DPR/MPR.
        if not _housed(tokens, agency.start) and not _inserted(tokens, agency):
            found.append(agency)
    return found


def _inserted(tokens: Tokens, agency: Found) -> bool:
    """Whether an editor has put the name into a quotation: (PBB, red)."""
    return (
        tokens.key(agency.start - 1) == "("
        and tokens.key(agency.end) == ","
        and tokens.key(agency.end + 1) in ("red", "redaksi")
    )


def _housed(tokens: Tokens, at: int) -> bool:
    buildings = lexicon().buildings
    if tokens.key(at - 1) == "/" and tokens.touches(at):
        at -= 2
    return tokens.key(at - 1) in buildings


def agency_at(tokens: Tokens, at: int, depth: int = 0) -> Found | None:
    """The agency that begins at token ``at``, or None; the longest reading wins."""
    known = lexicon()
    key = tokens.keys[at] if at < len(tokens) else ""
    hidden = None
    if known.masked.starts(key) or known.media.starts(key):
        hidden = known.masked.longest(tokens, at) or known.media.longest(tokens, at)
    best = Found(at, hidden[0], hidden[1], hidden=True) if hidden is not None else None
    if not tokens.is_capital(at):
        return best or _lower_at(tokens, at, depth)
    readings = []
    if known.aliases.starts(key):
        readings.append(body_at(tokens, at))
    if known.units.starts(key) and depth < _DEPTH:
        readings.append(_unit_at(tokens, at, depth))
    for reading in readings:
        if reading is not None and (best is None or _rank(reading) > _rank(best)):
            best = reading
    if known.heads.starts(key) and not tokens.headline[at]:
        unknown = _division_at(tokens, at, depth) if best is None or best.bare else None
        if unknown is None and (best is None or not best.bare):
            unknown = unknown_at(tokens, at)
        if unknown is not None and (best is None or best.bare or _longer(tokens, best, unknown)):
            best = unknown
    return best


def _longer(tokens: Tokens, best: Found, unknown: Found) -> bool:
    """Whether a name that no list knows goes on where a listed one ends."""
    if unknown.end <= best.end:
        return False
    head = lexicon().heads.longest(tokens, unknown.start)
    return unknown.known or (head is not None and head[1].company)


def _division_at(tokens: Tokens, at: int, depth: int) -> Found | None:
    """A part of a body with the body's name after it: *Biro Hukum Kemnaker*."""
    head = lexicon().heads.longest(tokens, at)
    if head is None or not head[1].division or depth >= _DEPTH:
        return None
    end = division_end(tokens, head[0])
    above = agency_at(tokens, end, depth + 1) if end < len(tokens) else None
    if above is None or above.hidden or above.weak or above.bare or above.start != end:
        return None
    words = " ".join(tokens.words[at:end])
    if head[1].least < _ONLY_WITHIN:
        # A directorate and its ministry printed together are two bodies.
        return Found(at, end, words, above.name, False) if end > head[0] else None
    return Found(at, above.end, f"{words} {above.name}", above.name, False)


def _lower_at(tokens: Tokens, at: int, depth: int) -> Found | None:
    """A unit whose head is in lower case, with its place: *kepolisian Filipina*."""
    match = lexicon().units.longest(tokens, at)
    if match is None or not match[1].lower or depth or tokens.capital[match[0] - 1]:
        return None
    found = _completed(tokens, at, match[0], match[1], _DEPTH)
    return found if found is not None and found.known and found.end > match[0] else None


def _rank(found: Found) -> tuple[int, bool]:
    return found.end, not found.bare


def _unit_at(tokens: Tokens, at: int, depth: int) -> Found | None:
    match = lexicon().units.longest(tokens, at)
    if match is None:
        return None
    end, unit = match
    found = _completed(tokens, at, end, unit, depth)
    if found is None:
        printed = tokens.form(at, end)
        if unit.follows == {"regional"} or printed in (
            "Imigrasi",
            "Pengadilan",
            "Kedutaan Besar",
            "Kedutaan",
        ):
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
    plain = None
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
        if after > end and unit.classed != "dropped":
            words.append(" ".join(" ".join(tokens.words[end:after]).split()))
            plain = unit.name if unit.classed == "kept" else None
    while tokens.key(after) in unit.keep and tokens.is_capital(after):
        words.append(tokens.words[after])
        after += 1
    if unit.through and tokens.key(after) in unit.through:
        after += 1
    region = None
    if unit.region and tokens.key(after) in _REGION_WORDS and tokens.is_capital(after):
        region = tokens.words[after] if tokens.keys[after] != "provinsi" else None
        after += 1
    site = site_at(tokens, after)
    if site is not None and (region is None or site.start == after):
        found = _placed(tokens, at, unit, words, region, site)
        if found is not None and plain is not None and found.place is not None:
            found = replace(found, plain=f"{plain} {found.place}")
        return found
    classed = unit.classed == "kept" and after > end
    if ("words" in unit.follows or classed) and not tokens.headline[at]:
        run = _place_run(tokens, after)
        if run > after:
            words.append(" ".join(tokens.form(after, run).split()))
            return Found(
                at, run, " ".join(words), unit.parent, False, unit=unit.name, place=words[-1],
                plain=f"{plain} {words[-1]}" if plain else None,
            )  # fmt: skip
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
        return filed(tokens, Found(at, site.end, f"{unit.abroad} {site.name}", place=site.name))
    if site.kind == "region":
        return None
    name = site.name.removeprefix("Bandara ").removeprefix("Pelabuhan ")
    if unit.capital and site.kind == "country":
        if site.name == "Indonesia":
            return None
        name = gazetteer().capitals.get(site.name, name)
    name = dict(unit.called).get(name, name)
    if unit.capital and site.kind == "country":
        return Found(at, site.end, f"{unit.name} {name}", unit.parent, unit=unit.name, place=name)
    if site.kind == "province" and unit.province and len(words) == 1:
        return Found(
            at, site.end, f"{unit.province} {name}", unit.parent, unit=unit.province, place=name
        )
    if region is None and unit.region and tokens.keys[site.start] in _REGION_WORDS - {"provinsi"}:
        region = tokens.words[site.start]
    full = " ".join([*words, *([region] if region else []), name])
    end = site.end
    if "kota" in unit.keep and tokens.key(end) == "kota" and tokens.is_capital(end):
        # A city's police beside that of the regency around it: Polres Blitar Kota.
        full, end = f"{full} Kota", end + 1
    if unit.seat and tokens.key(end) == "di" and (seat := site_at(tokens, end + 1)) is not None:
        return Found(at, seat.end, f"{full} di {seat.name}", unit=unit.name, place=name)
    parent = unit_above(unit, site.name, site.kind, region)
    found = Found(at, end, full, parent, unit=unit.name, place=name)
    if unit.full is not None and tokens.form(at, at + 2).lower() == _opening(unit.full):
        found = replace(found, name=full.replace(unit.name, unit.full, 1))
    return filed(tokens, found) if country else found


def _opening(name: str) -> str:
    return " ".join(name.lower().split()[:2])


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
        or (tokens.words[end] in ("A", "B") and end > at)
        or tuple(tokens.keys[end : end + 3]) == _POSTS
    ):
        end += 3 if tokens.keys[end] == _POSTS[0] else 1
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
