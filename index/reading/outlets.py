"""Outlets by the name that they print: from a record, a web address, or a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from index.rules import Entry, RuleError, check_keys, load_rules, packaged
from index.text import clean_line

_FILE = "outlets.yaml"
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_UNKNOWN = frozenset({"unknown", "null", "none", "-", "n/a", "nan"})


@dataclass(frozen=True, slots=True)
class Outlets:
    """Canonical names by domain and by squeezed name (lower case, no blanks)."""

    domains: dict[str, str]
    names: dict[str, str]
    printed: tuple[str, ...]


@cache
def outlets() -> Outlets:
    """The packaged outlets.

    Raises:
        RuleError: an entry lacks a key, has one too many, or repeats a domain or a name.
    """
    file = load_rules(packaged("index.reading", _FILE))
    check_keys(_FILE, file, required=("outlets",))
    domains: dict[str, str] = {}
    names: dict[str, str] = {}
    printed: list[str] = []
    for entry in file["outlets"]:
        if not isinstance(entry, Entry):
            raise RuleError(_FILE, file.line, "an outlet must be a mapping")
        check_keys(_FILE, entry, required=("name", "domains", "names"))
        name = str(entry["name"])
        for domain in entry["domains"]:
            if domain in domains:
                raise RuleError(_FILE, entry.line, f"the domain {domain!r} stands twice")
            domains[domain] = name
        for alias in (name, *map(str, entry["names"])):
            if names.setdefault(squeeze(alias), name) != name:
                raise RuleError(_FILE, entry.line, f"the name {alias!r} stands twice")
            printed.append(alias)
    return Outlets(domains, names, tuple(dict.fromkeys(printed)))


def squeeze(name: str) -> str:
    """``"UNCAK .com"`` as ``"uncak.com"``: without blanks and case, for comparing."""
    return re.sub(r"\s+", "", name).lower()


def outlet_of_url(url: str | None) -> str | None:
    """The outlet of a web address: its canonical name, else its domain without ``www.``."""
    if not url:
        return None
    try:
        host = (urlsplit(url if "://" in url else f"https://{url}").hostname or "").lower()
    except ValueError:
        return None
    host = host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    if not _DOMAIN.fullmatch(host):
        return None
    return _by_domain(host) or host


def outlet_named(name: str | None, text: str = "") -> str | None:
    """The outlet that a record or a dateline calls ``name``.

    An outlet that is not in the list keeps its name as printed; one shouted in a dateline is
    taken as it stands elsewhere in ``text``, else with one capital (``UNCAK .com``, ``Uncak.com``).
    """
    name = clean_line(name or "").strip(" .,;:|-–—()")
    squeezed = squeeze(name)
    if not squeezed or squeezed in _UNKNOWN:
        return None
    if "://" in name:
        return outlet_of_url(name)
    known = outlets()
    domain = squeezed.removeprefix("www.")
    found = known.names.get(squeezed) or known.names.get(domain) or _by_domain(domain)
    if found:
        return found
    if not _DOMAIN.fullmatch(squeezed):
        return name
    label, dot, rest = re.sub(r"\s+", "", name).removeprefix("www.").partition(".")
    if not label.isupper():
        return label + dot + rest
    shouted = label + dot + rest
    printed = (word.strip('.,()"“”') for word in text.split() if dot in word)
    elsewhere = next(
        (each for each in printed if each != shouted and squeeze(each) == squeezed), None
    )
    return elsewhere or label.capitalize() + dot + rest.lower()


def _by_domain(host: str) -> str | None:
    domains = outlets().domains
    while host:
        if host in domains:
            return domains[host]
        host = host.partition(".")[2]
    return None
