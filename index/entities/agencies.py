"""Agencies in one part of an article: bodies of the lexicon, units by pattern, unknown bodies."""

from __future__ import annotations

from index.entities.bodies import Unit, lexicon
from index.entities.brackets import find_brackets, leave_out, put_back
from index.entities.found import Found
from index.entities.gazetteer import gazetteer
from index.entities.listed import body_at, filed
from index.entities.places import Site, site_at
from index.entities.tokens import Tokens
from index.entities.unknown import named_by_tail, unknown_at
from index.entities.vocabulary import vocabulary

_RUN_OF_PLACE = 3
_DEPTH = 4
_CLASS_WORDS = frozenset(
    ["kelas", "i", "ii", "iii", "iv", "iia", "iib", "ia", "ib", "khusus", "non", "tpi"]
)
_REGION_WORDS = frozenset(["kabupaten", "kota", "provinsi", "kab"])
_POLICE = frozenset(["polisi", "kepolisian"])


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
    first_keys, tails = known.first_keys, known.tails
    end = 0
    for at, key in enumerate(tokens.keys):
        if at < end:
            continue
        agency = agency_at(tokens, at) if key in first_keys else None
        if agency is None and key in tails:
            agency = named_by_tail(tokens, at, end)
        if agency is None and key in _POLICE:
            agency = _foreign_police(tokens, at)
        if agency is not None:
            found.append(agency)
            end = agency.end
    return found


def _foreign_police(tokens: Tokens, at: int) -> Found | None:
    """The police of a country that is named by it: *polisi Kamboja*, *kepolisian Myanmar*."""
    site = site_at(tokens, at + 1) if tokens.is_capital(at + 1) else None
    if site is None or site.kind != "country" or site.name == "Indonesia":
        return None
    name = f"Kepolisian {site.name}"
    return filed(tokens, Found(at, site.end, name, None, place=site.name))


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
        readings.append(body_at(tokens, at))
    if known.units.starts(key) and depth < _DEPTH:
        readings.append(_unit_at(tokens, at, depth))
    for reading in readings:
        if reading is not None and (best is None or _rank(reading) > _rank(best)):
            best = reading
    if known.heads.starts(key) and not tokens.headline[at] and (best is None or not best.bare):
        unknown = unknown_at(tokens, at)
        if unknown is not None and (
            best is None or (unknown.end > best.end and (unknown.known or key == "pt"))
        ):
            best = unknown
    return best


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
        return filed(tokens, Found(at, site.end, f"{unit.abroad} {site.name}", place=site.name))
    if site.kind == "region":
        return None
    name = site.name.removeprefix("Bandara ").removeprefix("Pelabuhan ")
    if unit.capital and site.kind == "country":
        if site.name == "Indonesia":
            return None
        name = gazetteer().capitals.get(site.name, name)
        return Found(at, site.end, f"{unit.name} {name}", unit.parent, unit=unit.name, place=name)
    if site.kind == "province" and unit.province and len(words) == 1:
        return Found(
            at, site.end, f"{unit.province} {name}", unit.parent, unit=unit.province, place=name
        )
    if region is None and unit.region and tokens.keys[site.start] in _REGION_WORDS:
        region = tokens.words[site.start]
    full = " ".join([*words, *([region] if region else []), name])
    found = Found(at, site.end, full, unit.parent, unit=unit.name, place=name)
    return filed(tokens, found) if country else found


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
