"""The section of an outlet that printed an article: from its record, address or printed name."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from index.reading.outlets import domain_of_host, host_of, known_outlet, outlets
from index.text import clean_line

_TRAIL = re.compile(r"\s*(?:[>»›|/;,]|\s-\s)\s*")
_HOME = frozenset({"", "home", "beranda", "index", "indeks"})
_PATH_SECTION = re.compile(r"[a-z]{2,}(?:-[a-z]+){0,2}")
# Parts of a host behind which the section stands (nasional.news.viva.co.id).
_GENERIC_LABELS = frozenset({"www", "m", "amp", "mobile", "id", "web", "portal"})
_LONGEST = 40


def section_said(said: str | None) -> str | None:
    """A record's own section in lower case; of a trail (``Home > Nasional``) the first part."""
    for part in _TRAIL.split(clean_line(said or "").strip("[]\"' ")):
        name = part.strip("[]\"' ")
        if name.lower() in _HOME or len(name) > _LONGEST or not any(map(str.isalpha, name)):
            continue
        of_outlet = known_outlet(name)
        if of_outlet is None:
            return name.lower()
        if of_outlet[1]:
            return of_outlet[1]
    return None


def section_of_url(url: str | None) -> str | None:
    """The section that an address names.

    Before the outlet's domain (``news.detik.com``, ``kalbar.antaranews.com``), else first in the
    path (``cnnindonesia.com/nasional/2025...``) where more of the path, with a number, follows.
    """
    if not url or not (host := host_of(url)):
        return None
    domain = domain_of_host(host)
    if domain and host != domain:
        labels = host.removesuffix(domain).rstrip(".").split(".")
        if labels[0] not in _GENERIC_LABELS:
            return labels[0]
    try:
        path = urlsplit(url if "://" in url else f"https://{url}").path
    except ValueError:
        return None
    parts = [part for part in path.lower().split("/") if part]
    no_sections = outlets().no_sections
    while parts and parts[0] in no_sections and len(parts) > 1 and parts[1] not in no_sections:
        # "/berita/nasional/hukum/15/08/25/...": what the path begins with says nothing.
        if not _PATH_SECTION.fullmatch(parts[1]):
            return None
        parts = parts[1:]
    if len(parts) < 2 or parts[0] in no_sections or not _PATH_SECTION.fullmatch(parts[0]):
        return None
    return parts[0] if any(map(str.isdigit, "".join(parts[1:]))) else None
