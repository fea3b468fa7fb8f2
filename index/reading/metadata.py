"""Names, addresses and dates of a record in their canonical form."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from index.language.dates import find_dates, parse_date
from index.text import clean_line

_LABEL = re.compile(
    r"^(?:penulis|reporter|pewarta|wartawan|jurnalis|kontributor|oleh|author|by|editor|laporan"
    r"(?:\s(?:wartawan|reporter|kontributor))?)\s*[:;|]?\s+(?=\S)|^(?:penulis|reporter|oleh|by)\s*[:;]",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(
    r"\s*(?:[|(]\s?.*|[,;/]?\s*\b(?:editor|penulis)\s?[:;].*|\s[-–—]\s?\S+.*|\S+@\S+.*)$",
    re.IGNORECASE,
)
_OUTLET_BEHIND = re.compile(r"[,\s]*\b[\w-]+\.(?:com|co\.id|id)\b.*$", re.IGNORECASE)
_NOBODY = frozenset({"", "-", "null", "none", "unknown", "admin", "administrator", "nan", "n/a"})
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|igsh|mc_[ce]id|yclid|twclid|wt_mc|_ga|_gl|ref_src"
    r"|tag_from|fromnewsletter|cmpid|s_cid|amp",
    re.IGNORECASE,
)
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?:/|$)")
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])\d{6}-")
_DATE_LABEL = re.compile(
    r"\b(?:terbit|diterbitkan|dipublikasikan|diperbarui|published|updated?|tanggal|pada|on|pukul"
    r"|wi[bt]a?|jam)\b|\d{1,2}[:.]\d\d",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b", re.IGNORECASE)


def author_name(said: str | None) -> str | None:
    """An author without label, outlet and mail address; a shouted name in title case."""
    name = clean_line(said or "")
    name = _LABEL.sub("", name, count=1)
    name = _BEHIND_NAME.sub("", name)
    name = _OUTLET_BEHIND.sub("", name).strip(" .,:;-–—*\\/")
    if name.lower() in _NOBODY or not any(map(str.isalpha, name)) or len(name) > 150:
        return None
    return name.title() if name.isupper() and " " in name else name


def canonical_url(url: str | None) -> str | None:
    """A web address without fragment and tracking parameters; None if it is none."""
    said = clean_line(url or "").replace(" ", "%20")
    if not said:
        return None
    try:
        parts = urlsplit(said)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(key)
    ]
    kept = parts.query if len(query) == parts.query.count("&") + 1 else urlencode(query)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, kept, ""))


def date_of_url(url: str | None) -> str | None:
    """The day that a web address carries (``/2025/11/04/``, ``/20250810082659-``), or None."""
    if not url:
        return None
    match = _PATH_DAY.search(url) or _DAY_IN_PATH.search(url)
    return parse_date("-".join(part.zfill(2) for part in match.groups())) if match else None


def date_line(line: str) -> str | None:
    """The date of a line that holds a date and nothing else (``Selasa 20-05-2025,13:31 WIB``)."""
    if len(line) > 80 or not any(map(str.isdigit, line)):
        return None
    found = find_dates(line)
    if len(found) != 1 or "/" in found[0].value or len(found[0].value) < 10:
        return None
    rest = line[: found[0].start] + line[found[0].end :]
    rest = _DATE_LABEL.sub("", rest)
    return found[0].value if not any(map(str.isalpha, rest)) else None


def date_in_text(text: str) -> str | None:
    """The day of the news by its own words: the first day with weekday and year, or None."""
    for found in find_dates(text[:6000]):
        if "/" not in found.value and len(found.value) >= 10 and _WEEKDAY.match(found.text):
            return found.value
    return None
