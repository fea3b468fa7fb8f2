"""The dateline: where, and in which outlet, an article says that it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from index.language.patterns import alternatives
from index.reading.outlets import known_outlet, outlets
from index.reading.place_names import is_region, known_place, place_name
from index.reading.words import words

# A place: up to five capitalised words; "Le", "di" and the like may stand between.
_PLACE = r"[A-Z][\w'’]*\.?(?:[ /-](?:[A-Z][\w'’]*|di|of|de)){0,4}"
_WEEKDAY = r"(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"
_DATE = (
    rf"\s?,?\s?\(?(?:{_WEEKDAY},?\s\(?)?"
    r"(?P<{0}>\d{{1,2}}[\s/.-]\w{{1,10}}(?:[\s/.-]\d{{2,4}})?)\)?"
)
_DASH = r"(?:-{1,3}|[–—]{1,2})"
_BARE = re.compile(
    r"(?P<place>[A-Z][A-Z'’]+(?:[ /-][A-Z'’]+){0,3}|[A-Z][a-z]+(?:[ /-][A-Z][a-z]+){0,2})"
    rf"(?:(?:{_DATE.format('date')})|\s?,\s?(?P<beside>[A-Z][\w'’]*(?: [A-Z][\w'’]*){{0,3}})"
    rf"|\s?\((?P<bracket>[A-Z][\w'’]*(?: [A-Z][\w'’]*){{0,3}})\))?"
    rf"(?P<mark>\s{_DASH}\s|\s\|\s|\s?{_DASH}\s?)(?=[\"“'‘]?(?:[A-Z]|\d))"
)
# After the outlet: "KONTAN.CO.ID - JAKARTA. ...", "Krjogja.com - YOGYA - ...".
_PLACE_BEHIND = re.compile(
    rf"(?P<place>[A-Z][A-Z'’]{{3,}}(?: [A-Z]{{3,}}){{0,2}})(?:\.|\s?{_DASH})\s"
    rf"|(?P<known>[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}})\s{_DASH}\s"
)
# How a dateline begins that has an outlet, but for the names of outlets: with a domain or a place.
_BEGINS = re.compile(rf"[A-Za-z][\w-]*\s?\.|{_PLACE}\s{{0,2}}(?:[,|/(\d]|{_WEEKDAY})")
_START_OF_NAME = re.compile(r"\w*")
_SEPARATOR = re.compile(r"[-–—:|]")
# No dateline is longer, with by-line and all.
_LONGEST = 160
# A shouted word without a place's shape: a verb or noun with its affixes leads a caption.
_AFFIXED = re.compile(r"(?:DI|ME|PE|KE|BER|TER|SE)[A-Z]{4,}")
_SHORTEST_UNKNOWN = 5
_GLUED_DASH = re.compile(r"\w[-–—]\w")
_SHOUTED = re.compile(r"[A-Z]{3,}(?: [A-Z]{3,})*(?![a-z])")
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z]{2})")
_FIRST_WORD = re.compile(r"[A-Z][a-z]+")
# What nearly every outlet's name holds; without it the costly search is not begun.
_OUTLET_HINT = re.compile(
    r"[.,]\s?(?:com?|COM?|id|ID|net|news)\b|ANTARA|CNN Indonesia|CNBC|IDN Times|TIMES|KOMPAS"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, and where the article's own words begin behind it."""

    end: int
    place: str | None = None
    outlet: str | None = None
    date: str | None = None
    start: int = 0


@cache
def _with_outlet() -> re.Pattern[str]:
    known = outlets()
    domain = (
        r"[A-Za-z][\w-]*(?:\.[\w-]+){0,2}\s?[.]\s?"
        r"(?i:com?|co\.id|id|net|news|tv|org|go\.id|or\.id|info|online|media|asia|today)(?![\w])"
    )
    long = _named(name for name in known.printed if len(name) > 3)
    every = _named((*known.printed, *known.published))
    outlet = rf"(?:{domain}|(?i:{long})(?![\w.]))"
    between = r"(?:\s?[,|./]\s?|\s[Il]\s)"
    return re.compile(
        rf"(?:(?P<place1>{_PLACE})\s?[,|/]\s?(?P<outlet1>{outlet})"
        rf"|(?P<place2>{_PLACE})(?:\s?,\s?{_PLACE})?(?:{_DATE.format('date2')})?\s?"
        rf"\((?P<outlet2>{domain}|(?i:{every}))\)"
        rf"|(?P<outlet3>{outlet})(?:{between}\s?(?P<place3>{_PLACE})|\s?[,.]|\s[Il](?=\s))?)"
        rf"(?:{_DATE.format('date')})?"
        rf"[\s,]?(?:\s?{_DASH}\s?(?:-{{1,3}}\s)?|\s?[:|]\s)"
        # "JAKARTA, KOMPAS.com Seorang": the dash is lost, but nothing else looks like this.
        r"|(?P<place4>[A-Z]{4,}(?: [A-Z]{2,}){0,2}), "
        r"(?P<outlet4>[A-Z][\w-]*\.(?:com|COM|CO\.ID|co\.id))"
        r"\s(?=[\"“]?[A-Z][a-z])"
    )


@cache
def _starts_of_names() -> frozenset[str]:
    """The first words, in lower case, of the outlets with whose names a dateline may begin."""
    return frozenset(
        match.group().lower() for match in map(_START_OF_NAME.match, outlets().printed) if match
    )


def _may_begin(line: str, start: int) -> bool:
    """Whether a dateline with an outlet may begin at ``start``: cheap, and most lines fail."""
    if _BEGINS.match(line, start):
        return True
    name = _START_OF_NAME.match(line, start)
    return name is not None and name.group().lower() in _starts_of_names()


def _named(names: object) -> str:
    assert hasattr(names, "__iter__")
    forms = sorted({" ".join(str(name).lower().split()) for name in names})
    return alternatives(forms).replace(r"\ ", r"\s")


def read_dateline(line: str) -> Dateline | None:
    """The dateline with which ``line`` begins, or None.

    ``KAPUAS HULU, UNCAK .com - ``, ``Liputan6.com, Jakarta - ``, ``Jakarta (ANTARA) - ``,
    ``SURYA.co.id | SURABAYA - ``, ``Phnom Penh - ``; something has to follow it. Without an outlet
    in it the place has to be shouted or known, for a sentence may begin like that.
    """
    if not line[:1].isupper() and not line[:1].islower():
        return None
    if not _SEPARATOR.search(line, 0, _LONGEST) and "," not in line[:_LONGEST]:
        return None
    found = _read_with_outlet(line, 0) or _read_bare(line)
    return found if found and found.end < len(line) else None


def _read_with_outlet(line: str, start: int) -> Dateline | None:
    match = _with_outlet().match(line, start) if _may_begin(line, start) else None
    if match is None:
        return None
    said = {name: value for name, value in match.groupdict().items() if value}
    place = next(
        (said[f"place{number}"] for number in range(1, 5) if f"place{number}" in said), None
    )
    outlet = _unglued(
        next(said[f"outlet{number}"] for number in range(1, 5) if f"outlet{number}" in said)
    )
    end = match.end()
    if place and "place3" in said and _GLUED_DASH.search(line, end - 2, end + 1):
        place, end = _before_glue(line, match.start("place3"), place, end)
        if place is None:
            return None
    if place is None and (behind := _PLACE_BEHIND.match(line, end)):
        known = behind["known"]
        if known is None or known_place(known):
            place, end = behind["place"] or known, behind.end()
    date = said.get("date") or said.get("date2")
    return Dateline(end, place_name(place), outlet, date, start)


def _before_glue(line: str, start: int, place: str, end: int) -> tuple[str | None, int]:
    """The place, and the end of the dateline, where a dash inside a word was taken for its end.

    ``A.com, JAKARTA-Perserikatan Bangsa-Bangsa`` and ``A.com, Jakarta Pelatih Timnas U-17``.
    """
    shouted = _SHOUTED.match(place)
    if shouted and line[start + shouted.end() : start + shouted.end() + 1] == "-":
        return shouted.group(), start + shouted.end() + 1
    words = place.split(" ")
    for length in range(len(words), 0, -1):
        known = " ".join(words[:length])
        if known_place(known):
            return known, end if length == len(words) else start + len(known) + 1
    return None, start


def _unglued(outlet: str) -> str:
    """``SurabayaSURYA.co.id`` without the word before it, whose line end is lost."""
    for seam in _SEAM.finditer(outlet):
        if known_outlet(outlet[seam.end() :]):
            return outlet[seam.end() :]
    return outlet


def _read_bare(line: str) -> Dateline | None:
    match = _BARE.match(line)
    if match is None:
        return None
    place, end = match["place"], match.end()
    if words().no_places.intersection(place.lower().split()):
        return None
    known = known_place(place)
    if not known and not _looks_like_a_place(place, line[end : end + 600], match["mark"]):
        return None
    if not known and (match["beside"] or match["bracket"]):
        return None
    if not place.isupper() and _joins_places(match, line):
        return None
    outlet = match["bracket"] or match["beside"]
    if outlet and known_place(outlet):
        outlet = None
    found = Dateline(end, place_name(place), outlet, match["date"])
    # "JAKARTA - KOMPAS.com - ".
    if outlet is None and (more := _read_with_outlet(line, end)) and more.place is None:
        found = replace(found, end=more.end, outlet=more.outlet)
    return found


def _joins_places(match: re.Match[str], line: str) -> bool:
    """Whether the dash stands between two places: a route, or two that act together."""
    following = _FIRST_WORD.match(line, match.end())
    return match["mark"] == "-" or (following is not None and known_place(following.group()))


def _looks_like_a_place(place: str, behind: str, mark: str) -> bool:
    """Whether a place that the gazetteer does not know may be one: a shouted name."""
    lowered = place.lower()
    if not place.isupper() or " " in place or mark == mark.strip():
        return False
    if len(place) < _SHORTEST_UNKNOWN or _AFFIXED.fullmatch(place):
        return False
    if is_region(place) or known_outlet(place):
        return False
    return re.search(rf"\b{lowered}\b", behind) is None


def find_outlet_dateline(line: str, before: int) -> Dateline | None:
    """A dateline with an outlet that begins inside ``line``, at most ``before`` characters in."""
    window = line[: before + 80]
    if not _SEPARATOR.search(window) or not _OUTLET_HINT.search(window):
        return None
    for start in re.finditer(r"(?:(?<=[\s,.|])|(?<=[a-z])(?=[A-Z]{2}))(?=[A-Z])", line[:before]):
        found = _read_with_outlet(line, start.end())
        if found and found.end < len(line):
            return found
    return None
