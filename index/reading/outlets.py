"""Outlets by the name that they print: from a record, a web address, or a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from index.rules import Entry, RuleError, check_keys, load_rules, packaged
from index.text import clean_line

_FILE = "outlets.yaml"
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}", re.IGNORECASE)
_HOST_PREFIX = re.compile(r"^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)")
_UNKNOWN = frozenset({"unknown", "null", "none", "-", "n/a", "nan", "undefined", "nil"})
_LISTS = ("domains", "names", "sections")
URL_TIMES = ("path", "epoch")


@dataclass(frozen=True, slots=True)
class Outlets:
    """Outlets by domain and by squeezed name (lower case, no blanks).

    ``names`` gives outlet and section; ``printed`` are the names that a dateline may carry,
    ``published`` those of ``publishers``, which are no Indonesian news outlets; ``hosts`` the
    host behind a mobile one by domain; ``url_times`` how an outlet's addresses tell the time, by
    its name.
    """

    domains: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    printed: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    publishers: set[str] = field(default_factory=set)
    hosts: dict[str, str] = field(default_factory=dict)
    url_times: dict[str, str] = field(default_factory=dict)
    no_sections: frozenset[str] = frozenset()


@cache
def outlets() -> Outlets:
    """The packaged outlets, loaded once."""
    return load_outlets(packaged("index.reading", _FILE))


def load_outlets(source: Traversable | Path) -> Outlets:
    """The outlets in ``source``.

    Raises:
        RuleError: an entry lacks a key, has one too many, holds what is no list of names, or
            repeats a domain or a name of another.
    """
    data = load_rules(source)
    check_keys(source.name, data, required=("outlets", "publishers", "no_sections"))
    known = Outlets(no_sections=frozenset(_strings(source.name, data, "no_sections")))
    for key, printed in (("outlets", known.printed), ("publishers", known.published)):
        if not isinstance(data[key], list):
            raise RuleError(source.name, data.line, f"{key!r} must be a list of mappings")
        for entry in data[key]:
            if not isinstance(entry, Entry):
                raise RuleError(source.name, data.line, f"{key!r} must be a list of mappings")
            printed.extend(_add(known, source.name, entry))
            if key == "publishers":
                known.publishers.add(str(entry["name"]))
    return known


def _add(known: Outlets, file: str, entry: Entry) -> Iterator[str]:
    check_keys(file, entry, ("name", "domains", "names"), ("sections", "host", "url_time"))
    name = str(entry["name"])
    domains, aliases, sections = (_strings(file, entry, key) for key in _LISTS)
    if not domains:
        raise RuleError(file, entry.line, f"{name!r} has no domain")
    for domain in domains:
        if known.domains.setdefault(domain, name) != name:
            raise RuleError(file, entry.line, f"the domain {domain!r} stands twice")
        if "host" in entry:
            known.hosts[domain] = str(entry["host"])
    if "url_time" in entry:
        if entry["url_time"] not in URL_TIMES:
            raise RuleError(file, entry.line, f"'url_time' must be one of {', '.join(URL_TIMES)}")
        known.url_times[name] = entry["url_time"]
    printed = dict.fromkeys((name, *aliases, *domains))
    forms: list[tuple[str, str | None]] = [(alias, None) for alias in printed]
    forms += [(alias + part, part) for part in sections for alias in (name, *aliases)]
    for form, section in forms:
        if known.names.setdefault(squeeze(form), (name, section))[0] != name:
            raise RuleError(file, entry.line, f"the name {form!r} stands twice")
    return iter(printed)


def _strings(file: str, entry: Entry, key: str) -> list[str]:
    values: Any = entry.get(key, [])
    if not isinstance(values, list):
        raise RuleError(file, entry.line, f"{key!r} must be a list of names")
    return [str(value) for value in values]


def squeeze(name: str) -> str:
    """``"UNCAK .com"`` as ``"uncak.com"``: without blanks and case, for comparing."""
    return "".join(name.split()).lower()


def host_of(url: str) -> str | None:
    """The host of a web address or of a bare domain, without ``www.``, ``m.`` and ``amp.``."""
    try:
        return _bare_host(urlsplit(url if "://" in url else f"https://{url}").netloc)
    except ValueError:
        return None


# Of an archive's addresses most share a few hosts.
@lru_cache(maxsize=4096)
def _bare_host(place: str) -> str | None:
    host = (SplitResult("https", place, "", "", "").hostname or "").lower()
    host = _HOST_PREFIX.sub("", host.rstrip("."))
    return host if _DOMAIN.fullmatch(host) else None


def outlet_of_url(url: str | None) -> str | None:
    """The outlet of a web address: its canonical name, else its host without ``www.``."""
    host = host_of(url) if url else None
    return outlet_of_host(host) or host if host else None


def outlet_of_host(host: str) -> str | None:
    """The listed outlet that owns ``host`` or a domain above it."""
    domain = domain_of_host(host)
    return outlets().domains[domain] if domain else None


@lru_cache(maxsize=4096)
def domain_of_host(host: str) -> str | None:
    """The listed domain that ``host`` is or belongs to."""
    domains = outlets().domains
    while host:
        if host in domains:
            return host
        host = host.partition(".")[2]
    return None


def outlet_named(name: str | None, text: str = "") -> str | None:
    """The outlet that a record or a dateline calls ``name``.

    An outlet that is not in the list keeps its name as printed; one shouted in a dateline is
    taken as it stands elsewhere in ``text``, else with one capital (``UNCAK .com``, ``Uncak.com``).
    """
    name = clean_line(name or "").strip(" .,;:|-–—()[]\"'")
    squeezed = squeeze(name)
    if squeezed in _UNKNOWN or not any(map(str.isalnum, squeezed)):
        return None
    if "://" in name:
        return outlet_of_url(name)
    if found := known_outlet(name):
        return found[0]
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


@lru_cache(maxsize=4096)
def known_outlet(name: str) -> tuple[str, str | None] | None:
    """A listed outlet by a name or domain of its own, and its section (``"detikNews"``)."""
    squeezed = squeeze(name).strip(".,;:|")
    known = outlets()
    if found := known.names.get(squeezed):
        return found
    if "." not in squeezed:
        return None
    host = _HOST_PREFIX.sub("", squeezed)
    listed = known.names.get(host)
    if listed is None and (outlet := outlet_of_host(host)):
        listed = outlet, None
    return listed


def is_publisher(outlet: str) -> bool:
    """Whether a canonical name is listed, but not as that of an Indonesian news outlet."""
    return outlet in outlets().publishers
