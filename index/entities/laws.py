"""Laws and the articles that are cited of them, in every form in which the press prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from index.article import BODY, TITLE, Law, Mention, Span, caption_part
from index.entities.cues import CueIndex
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "laws.yaml"
_ARTICLE = r"\d{1,3}[A-Za-z]{0,2}"
_ROMAN_OR_LETTER = r"(?:huruf\s+[a-z](?!\w)|angka\s+\d+|ke-?\s?\d+(?:e)?|kesatu|kedua)"
_CLAUSE = rf"(?:[,\s]*(?:ayat\s*\(?\d+[a-z]?\)?|\(\d+[a-z]?\)|{_ROMAN_OR_LETTER}))"
_LINK = (
    r"(?:\s*,\s*|\s*/\s*|\s+)(?:(?:jo|juncto|junto|jis|dan\s*/\s*atau|dan|atau|subsider|subsidair|serta|"
    r"lebih subsider|sub|&)\.?\s*(?:/\s*atau\s+)?){0,3}"
)
# "Pasal 81 jo Pasal 69", "Pasal 2 ayat (1), Pasal 4 dan 10", "Pasal 55 ayat (1) ke-1".
_CITATION = re.compile(
    rf"(?<!\w)Pasal[\s-]+{_ARTICLE}(?!\w){_CLAUSE}{{0,6}}"
    rf"(?:{_LINK}(?:Pasal[\s-]+|ayat\s*\(?(?=\d))?{_ARTICLE}\)?(?!\w)(?!\.\d)(?!\s+(?:tahun|bulan|orang))"
    rf"{_CLAUSE}{{0,6}}){{0,20}}",
    re.IGNORECASE,
)
_PASAL_NUMBER = re.compile(
    rf"(?:Pasal[\s-]+|(?P<ayat>ayat\s*\(?)|(?P<other>\(|ke-?\s?|angka\s+)|(?<![\w(]))({_ARTICLE})(?!\w)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?<!\w)(?P<kind>Undang[-\s–]?Undang|UU|Peraturan Pemerintah(?: Pengganti Undang[-\s]Undang)?"
    r"|Perppu|Perpu|PP|Peraturan Presiden|Perpres|Keputusan Presiden|Keppres|Inpres"
    r"|Instruksi Presiden|Permen[a-z]*|Kepmen[a-z]*|Peraturan Menteri|Perkap(?:olri)?|Perda|Perma)"
    r"(?P<between>(?:\s+(?!(?:Nomor|No|Tahun|yang|dan|di|untuk|dengan)(?!\w))\(?[^\W\d][\w()-]*){0,6}?)"
    r"\s*,?\s*(?:(?:Nomor|Nomer|No|Nomer)\s*[.:]?\s*)?(?P<number>\d{1,3})"
    r"(?:\s*/\s*(?:[A-Z.\d-]+\s*/\s*)?|\s*,?\s*(?:Tahun|Thn|Th)\.?\s*)(?P<year>(?:19|20)\d{2})(?!\w)",
    re.IGNORECASE,
)
# No numbered law without a number and a year.
_DATED = re.compile(
    r"[0-9](?<![0-9/].)[0-9]{0,2}\s?(?:/|,?\s?[Tt](?:ahun|hn|h|AHUN))\.?\s?[A-Z0-9.\-/]{0,20}?(?:19|20)[0-9]{2}"
)
# The name of a numbered law with its words in between is not longer than this.
_LONGEST = 200
_REACH = 160
_OTHER_LAW = re.compile(
    r"[^.;\n]{0,40}?(?<!\w)(?:Peraturan|Permen\w*|Kep(?:utusan|men\w*)|Konvensi|Perjanjian|Statuta|PP|"
    r"Perpres|Perda|Qanun|Konstitusi|UUD|AD/ART)(?!\w)"
)


@dataclass(slots=True)
class _Found:
    """A law as it is gathered over the parts of an article."""

    mentions: list[Mention] = field(default_factory=list)
    articles: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    kinds: dict[str, str]
    names: CueIndex[str]


@cache
def _lexicon() -> _Lexicon:
    source = packaged("index.entities", f"lexicon/{_FILE}")
    rules = load_rules(source)
    check_keys(_FILE, rules, ("kinds", "laws"))
    kinds: dict[str, str] = {}
    for key, forms in _mapping(rules, "kinds").items():
        kinds.update({form.lower(): key for form in forms})
    names = [(form, law) for law, forms in _mapping(rules, "laws").items() for form in forms]
    return _Lexicon(kinds, CueIndex(names))


def _mapping(rules: Entry, key: str) -> dict[str, list[str]]:
    value = rules[key]
    if not isinstance(value, Entry):
        raise RuleError(_FILE, rules.line, f"{key!r} must map a name to its forms")
    for name, forms in value.items():
        if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
            raise RuleError(_FILE, value.line, f"the forms of {name!r} must be a list of texts")
    return value


def find_laws(title: str | None, body: str, captions: Sequence[str]) -> tuple[Law, ...]:
    """The laws that an article names, each once, with the numbers of the cited articles.

    ``name`` is the kind and ``number/year`` (``"UU 21/2007"``), or ``"KUHP"``, ``"KUHAP"``; an
    article (pasal) is its number alone (``"120"`` for *Pasal 120 ayat (2)*). A pasal belongs to the
    first law after it in the same sentence (``Pasal 81 jo Pasal 69 UU 18/2017``), else to one
    shortly before it, else to the only law that its part of the article names. Forms of names:
    lexicon/laws.yaml. Never raises.
    """
    found: dict[str, _Found] = {}
    parts = [(TITLE, title or ""), (BODY, body)]
    parts += [(caption_part(number), caption) for number, caption in enumerate(captions)]
    for part, text in parts:
        _read(part, text, found)
    return tuple(
        Law(name, tuple(sorted(law.mentions)), tuple(law.articles)) for name, law in found.items()
    )


def citations(text: str) -> list[Span]:
    """The spans of citations of articles (``Pasal 4 jo Pasal 10 ayat (1)``) and numbered laws."""
    spans: list[Span] = []
    if _cites(text):
        spans += [match.span() for match in _CITATION.finditer(text)]
    spans += [match.span() for match in _numbered(text)]
    return sorted(spans)


def _numbered(text: str) -> Iterator[re.Match[str]]:
    """The numbered laws of ``text``, looked for only where a number and a year stand."""
    end = 0
    for dated in _DATED.finditer(text):
        if dated.start() < end:
            continue
        match = _NUMBERED.search(text, max(end, dated.start() - _LONGEST), dated.end() + 8)
        while match is not None:
            yield match
            end = match.end()
            match = _NUMBERED.search(text, end, dated.end() + 8)


def _cites(text: str) -> bool:
    return "Pasal" in text or "pasal" in text or "PASAL" in text


def _read(part: str, text: str, found: dict[str, _Found]) -> None:
    if not text:
        return
    named = _named(text)
    for start, end, name in named:
        law = found.setdefault(name, _Found())
        law.mentions.append(Mention(part, start, end, text[start:end]))
    if not named or not _cites(text):
        return
    for match in _CITATION.finditer(text):
        owner = _owner(text, match, named)
        if owner is not None:
            for number in _numbers(match.group()):
                found[owner].articles.setdefault(number)


def _named(text: str) -> list[tuple[int, int, str]]:
    kinds = _lexicon().kinds
    named: list[tuple[int, int, str]] = []
    for match in _numbered(text):
        printed = " ".join(match.group("kind").replace("-", " ").replace("–", " ").lower().split())
        kind = kinds.get(printed, match.group("kind"))
        if kind == "UU" and "ubahan" in match.group("between"):
            continue
        named.append((match.start(), match.end(), f"{kind} {int(match['number'])}/{match['year']}"))
    taken = [(start, end) for start, end, _ in named]
    for cue in _lexicon().names.find(text):
        if not any(start < cue.end and cue.start < end for start, end in taken):
            named.append((cue.start, cue.end, cue.payload))
            taken.append((cue.start, cue.end))
    return sorted(named)


def _owner(text: str, match: re.Match[str], named: list[tuple[int, int, str]]) -> str | None:
    """The law of a citation: the next one within its sentence, else the one just before it."""
    for start, _, name in named:
        if start >= match.end():
            between = text[match.end() : start]
            if start - match.end() <= _REACH and "\n" not in between and ". " not in between:
                return name
            break
    for _, end, name in reversed(named):
        if end <= match.start():
            between = text[end : match.start()]
            if len(between) <= _REACH and "\n" not in between:
                return name
            break
    return _only_law(text, match, named)


def _only_law(text: str, match: re.Match[str], named: list[tuple[int, int, str]]) -> str | None:
    """The law that stands somewhere before a citation, where no other can be meant."""
    laws = {name for _, _, name in named}
    if len(laws) != 1 or named[0][1] > match.start():
        return None
    # "Pasal 3 Peraturan Menteri itu": the article of a regulation that has no number here.
    return None if _OTHER_LAW.match(text, match.end()) else laws.pop()


def _numbers(citation: str) -> list[str]:
    return [
        match.group(3).upper()
        for match in _PASAL_NUMBER.finditer(citation)
        if not match.group("ayat") and not match.group("other")
    ]
