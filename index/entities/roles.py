"""A printed role read as an office, a body and a place: *Kapolda NTT* is Kepala, Polda NTT, NTT."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from index.entities.agencies import find_agencies
from index.entities.found import Found
from index.entities.listed import body_named
from index.entities.places import find_sites
from index.entities.tokens import Tokens, key_of, tokenize
from index.entities.trie import Trie
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "offices.yaml"
_LONGEST_BODY = 12
_HOME = "Indonesia"
_JOINING = frozenset(["di", "dari", "pada", "untuk", "dan", "the", "of"])


@dataclass(frozen=True, slots=True)
class Short:
    """How an office is called in full, and its body: by name, or by the words it begins with."""

    office: str
    agency: str | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A role that was read: the office in full, the body's filed name, the place; None: unknown."""

    office: str | None = None
    agency: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Offices:
    short: Trie[Short]
    before: Trie[str]
    case_roles: tuple[tuple[str, frozenset[str]], ...]


@lru_cache(maxsize=16384)
def read_role(role: str) -> Reading:
    """The office, body and place of a printed role; nothing of a part in a case.

    The body is filed as everywhere (*Polda Nusa Tenggara Timur*); a body that is not known stays
    as printed. *Plt.* and *mantan* stay with the office.
    """
    tokens = tokenize("role", role)
    known = _offices()
    at, before = 0, ""
    while (match := known.before.longest(tokens, at)) is not None:
        before += match[1] + " "
        at = match[0] + (tokens.key(match[0]) == ".")
    if at >= len(tokens):
        return Reading()
    match_short = known.short.longest(tokens, at)
    end, short = match_short if match_short is not None else (at, None)
    bodies = [found for found in find_agencies(tokens) if not found.hidden]
    if short is not None and short.agency is not None:
        abroad = next((site for site in find_sites(tokens) if site.start == end), None)
        if abroad is not None and abroad.kind == "country" and abroad.name != _HOME:
            agency, place = _headed(short.agency, tokens, end, bodies)
            return Reading(before + short.office, agency, place or abroad.name)
        return Reading(before + short.office, short.agency, _place(tokens, end, bodies))
    if short is not None and short.head is not None:
        agency, place = _headed(short.head, tokens, end, bodies)
        return Reading(before + short.office, agency, place)
    body = next((found for found in bodies if found.start >= at), None)
    stop = _office_end(tokens, end, body)
    office = short.office if short is not None else ""
    rest = " ".join(tokens.form(end, stop).split()) if stop > end else ""
    office = f"{office} {rest}".strip() if short is not None else _capitalised(rest)
    place = _place(tokens, stop, bodies)
    return Reading(before + office if office else None, body.name if body else None, place)


def case_role(parts: tuple[str, ...]) -> str | None:
    """The part in a case that roles in lower case tell: the latest stage, None if none does."""
    printed = [set(key_of(part).split()) for part in parts]
    for name, words in _offices().case_roles:
        for part in printed:
            if any(set(word.split()) <= part for word in words):
                return name
    return None


def _headed(
    head: str, tokens: Tokens, at: int, bodies: list[Found]
) -> tuple[str | None, str | None]:
    """The body that ``head`` and the words after an office make: Polda + NTT, and its place."""
    rest = " ".join(tokens.words[at : at + _LONGEST_BODY])
    if not rest:
        return None, None
    joined = tokenize("role", f"{head} {rest}")
    found = next((each for each in find_agencies(joined) if each.start == 0), None)
    if found is not None:
        return found.name, found.place or _place(joined, found.end, [])
    # No body begins with the head: a body named whole in the role is it (Menteri, Kementerian X).
    named = next((each for each in bodies if each.start >= at), None)
    place = _place(tokens, at, bodies)
    return (named.name if named is not None else None), place


def _office_end(tokens: Tokens, at: int, body: Found | None) -> int:
    """Where the words of an office end: before its body, before a joining word and a place."""
    sites = [
        site
        for site in find_sites(tokens)
        if (site.sure or site.kind == "country") and site.start >= at
    ]
    stops = [site.start for site in sites] + [len(tokens)]
    if body is not None:
        stops.append(body.start)
    end = min(stop for stop in stops if stop >= at)
    while end > at and (tokens.keys[end - 1] in _JOINING or not tokens.words[end - 1][0].isalnum()):
        end -= 1
    return end


def _place(tokens: Tokens, at: int, bodies: list[Found]) -> str | None:
    """The place that the role names, as it is filed; the first one, else that of its body."""
    for site in find_sites(tokens):
        inside = any(found.start <= site.start < found.end for found in bodies)
        if site.start >= at and not inside and (site.sure or site.kind == "country"):
            return site.name
    return next((found.place for found in bodies if found.place), None)


def _capitalised(office: str) -> str:
    return office[:1].upper() + office[1:]


@cache
def _offices() -> _Offices:
    """offices.yaml, read once.

    Raises:
        RuleError: an entry is no office, or names a body that the lexicon does not have.
    """
    data = load_rules(packaged("index.entities", f"lexicon/{_FILE}"))
    check_keys(_FILE, data, ("before", "short", "case_roles"))
    short: Trie[Short] = Trie()
    for printed, entry in data["short"].items():
        if not isinstance(entry, Entry) or not isinstance(entry.get("office"), str):
            raise RuleError(_FILE, data.line, f"{printed!r} must have an office")
        check_keys(_FILE, entry, ("office",), ("agency", "head"))
        agency = filed_body(_FILE, entry) if "agency" in entry else None
        value = Short(entry["office"], agency, entry.get("head"))
        short.add(printed, value)
        short.add(printed.lower(), value)
    before: Trie[str] = Trie()
    for printed, written in data["before"].items():
        for form in (printed, printed.title()):
            before.add(form, written)
    cases = tuple(
        (name, frozenset(key_of(form) for form in forms))
        for name, forms in data["case_roles"].items()
    )
    return _Offices(short, before, cases)


def filed_body(file: str, entry: Entry) -> str | None:
    """The filed name of the body that a rule's ``agency`` names; None where it names none.

    Raises:
        RuleError: the lexicon of bodies does not know it.
    """
    printed = entry["agency"]
    if printed is None:
        return None
    body = body_named(printed)
    if body is None:
        raise RuleError(file, entry.line, f"{printed!r} is no body of agencies.yaml")
    return body.name
