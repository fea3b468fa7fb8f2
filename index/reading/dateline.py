"""The dateline: where, and in which outlet, an article says that it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.reading.outlets import outlets
from index.reading.words import words

# A place: up to five capitalised words; "Le", "di" and the like may stand between.
_PLACE = r"[A-Z][\w'’]*\.?(?:[ /-](?:[A-Z][\w'’]*|di|of|de)){0,4}"
_BARE = re.compile(
    r"(?P<place>[A-Z][A-Z'’]+(?:[ /-][A-Z'’]+){0,3}|[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})"
    r"(?:\s\((?P<date>[\d/.-]{6,10})\))?\s(?:-{1,3}|[–—])\s(?=[\"“'‘]?(?:[A-Z]|\d))"
)
# After the outlet: "KONTAN.CO.ID - JAKARTA. ...", "Krjogja.com - YOGYA - ...".
_PLACE_BEHIND = re.compile(r"(?P<place>[A-Z]{4,}(?: [A-Z]{3,}){0,2})(?:\.|\s?[-–—]{1,2})\s")
_SEPARATOR = re.compile(r"[-–—:|]")
# What nearly every outlet's name holds; without it the costly search is not begun.
_OUTLET_HINT = re.compile(
    r"\.\s?(?:com?|COM?|id|ID|net|news)\b|ANTARA\)|CNN Indonesia|IDN Times|TIMES"
)
_ABBREVIATED = frozenset(["DKI", "DIY", "DC", "NTB", "NTT", "IKN", "AS", "UEA", "RI"])


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
    names = sorted((re.escape(name) for name in outlets().printed if len(name) > 3), key=len)
    named = "|".join(name.replace(r"\ ", r"\s") for name in reversed(names))
    outlet = (
        r"(?:[A-Za-z][\w-]*(?:\.[\w-]+){0,2}\s?\.\s?(?i:com?|co\.id|id|net|news|tv|org|go\.id)"
        rf"(?![\w])|(?i:{named})(?![\w.]))"
    )
    return re.compile(
        rf"(?:(?P<place1>{_PLACE})\s?[,|/]\s?(?P<outlet1>{outlet})"
        rf"|(?P<place2>{_PLACE})\s?\((?P<outlet2>{outlet})\)"
        rf"|(?P<outlet3>{outlet})(?:\s?(?:[,|./]|\bI\b)\s?(?P<place3>{_PLACE}))?)"
        r"(?:\s?,?\s?\(?(?P<date>\d{1,2}[\s/.-]\w{1,10}[\s/.-]\d{2,4})\)?)?"
        r"[\s,]?(?:\s?(?:-{1,3}|[–—]{1,2})\s?(?:-{1,3}\s)?|\s?[:|]\s)"
    )


def read_dateline(line: str) -> Dateline | None:
    """The dateline with which ``line`` begins, or None.

    ``KAPUAS HULU, UNCAK .com - ``, ``Liputan6.com, Jakarta - ``, ``Jakarta (ANTARA) - ``,
    ``SURYA.co.id | SURABAYA - ``, ``Phnom Penh - ``; something has to follow it.
    """
    match = _with_outlet().match(line)
    if match and match.end() < len(line):
        groups = match.groupdict()
        place = groups["place1"] or groups["place2"] or groups["place3"]
        outlet = groups["outlet1"] or groups["outlet2"] or groups["outlet3"]
        end = match.end()
        if place is None and (behind := _PLACE_BEHIND.match(line, end)):
            place, end = behind["place"], behind.end()
        return Dateline(end, _place(place), outlet, groups["date"])
    match = _BARE.match(line)
    if (
        match
        and match.end() < len(line)
        and not words().no_places & set(match["place"].lower().split())
    ):
        return Dateline(match.end(), _place(match["place"]), None, match["date"])
    return None


def find_outlet_dateline(line: str, before: int) -> Dateline | None:
    """A dateline with an outlet that begins inside ``line``, at most ``before`` characters in."""
    window = line[: before + 80]
    if not _SEPARATOR.search(window) or not _OUTLET_HINT.search(window):
        return None
    for start in re.finditer(r"(?:(?<=[\s,.|])|(?<=[a-z])(?=[A-Z]{2}))(?=[A-Z])", line[:before]):
        match = _with_outlet().match(line, start.end())
        if match and match.end() < len(line):
            found = read_dateline(line[start.end() :])
            if found:
                end = start.end() + found.end
                return Dateline(end, found.place, found.outlet, found.date, start.end())
    return None


def _place(place: str | None) -> str | None:
    """A shouted place in title case, but for abbreviations; others as printed."""
    if place is None:
        return None
    place = place.strip(" .,")
    if not place.isupper():
        return place or None
    return re.sub(
        r"[^\W\d_]+",
        lambda word: word.group() if word.group() in _ABBREVIATED else word.group().capitalize(),
        place,
    )
