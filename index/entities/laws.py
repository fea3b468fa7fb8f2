"""Laws and the articles that are cited of them, in every form in which the press prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.article import BODY, TITLE, Law, Mention, Span, caption_part
from index.entities.law_lexicon import law_lexicon
from index.entities.law_names import NamedLaw, named_laws, numbered_spans

# "76I", "156.A", "12 B": the letter of an inserted article.
_ARTICLE = (
    r"\d{1,3}(?:[A-Za-z]{1,2}|\.[A-Z](?!\w)|\s(?-i:[A-Z])(?![\w.])"
    r"|\s[a-z](?=\s+(?:jo|juncto|junto|UU|Undang|KUHP|ayat)\b))?"
)
_ROMAN_OR_LETTER = r"(?:huruf\s+[a-z](?!\w)|angka\s+\d+|ke-?\s?\d+(?:e)?|kesatu|kedua)"
_CLAUSE = rf"(?:[,\s]*(?:ayat\s*\(?\d+[a-z]?\)?|\(\d+[a-z]?\)|{_ROMAN_OR_LETTER}))"
_LINK = (
    r"(?:\s*,\s*|\s*/\s*|\s+)(?:(?:jo|juncto|junto|jis|dan\s*/\s*atau|dan|atau|subsider|subsidair|serta|"
    r"lebih subsider|sub|&)\.?\s*(?:/\s*atau\s+)?){0,3}"
)
_COUNTED = (
    r"(?:tahun|bulan|orang|hari|juta|ribu|miliar|persen|tersangka|korban|pelaku|kali|WNI|PMI|saksi)"
)
# "Pasal 81 jo Pasal 69", "Pasal 2 ayat (1), Pasal 4 dan 10", "Pasal 55 ayat (1) ke-1".
_CITATION = re.compile(
    rf"(?<!\w)Pasal[\s-]+{_ARTICLE}(?!\w){_CLAUSE}{{0,6}}"
    rf"(?:{_LINK}(?:Pasal[\s-]+|ayat\s*\(?(?=\d))?{_ARTICLE}\)?(?!\w)(?!\.\d)(?!\s+{_COUNTED})"
    rf"{_CLAUSE}{{0,6}}){{0,20}}",
    re.IGNORECASE,
)
_PASAL_NUMBER = re.compile(
    rf"(?:Pasal[\s-]+|(?P<ayat>ayat\s*\(?)|(?P<other>\(|ke-?\s?|angka\s+)|(?<![\w(]))({_ARTICLE})(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:dan\s*/\s*atau|dan atau|jo|juncto|junto|subsider|subsidair|dan|atau)\.?\s+"
    rf"(\d{{2,3}}[A-Z]?)(?!\w)"
    rf"{_CLAUSE}{{0,3}}\s*$",
    re.IGNORECASE,
)
_LONGEST_BARE = 60
_RIGHT_AFTER = re.compile(
    r"[\s,:()]{0,4}(?:(?:yakni|yaitu|khususnya|terutama|pada|dalam|dengan|di)\s+)?", re.IGNORECASE
)
_RIGHT_BEFORE = re.compile(r"[\s,(]{0,3}(?:(?:dari|dalam|pada|di)\s+)?", re.IGNORECASE)
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
    _join_issuers(found)
    return tuple(
        Law(name, tuple(sorted(law.mentions)), tuple(law.articles)) for name, law in found.items()
    )


def _join_issuers(found: dict[str, _Found]) -> None:
    """Joins *Peraturan Menteri Nomor 10 Tahun 2020* to the one whose issuer the article names."""
    for name in list(found):
        kind, _, number = name.partition(" ")
        if kind not in law_lexicon().issuer:
            continue
        fuller = [
            other
            for other in found
            if other != name and other.startswith(kind) and other.split()[-1] == number
        ]
        if len(fuller) == 1:
            found[fuller[0]].mentions += found[name].mentions
            found[fuller[0]].articles |= found[name].articles
            del found[name]


def citations(text: str) -> list[Span]:
    """The spans of citations of articles (``Pasal 4 jo Pasal 10 ayat (1)``) and numbered laws."""
    spans: list[Span] = []
    if _cites(text):
        spans += [match.span() for match in _CITATION.finditer(text)]
    spans += numbered_spans(text)
    return sorted(spans)


def _cites(text: str) -> bool:
    return "Pasal" in text or "pasal" in text or "PASAL" in text


def _read(part: str, text: str, found: dict[str, _Found]) -> None:
    if not text:
        return
    named = named_laws(text, title=part == TITLE)
    for law in named:
        gathered = found.setdefault(law.name, _Found())
        gathered.mentions.append(Mention(part, law.start, law.end, text[law.start : law.end]))
    if not named or not _cites(text):
        return
    for match in _CITATION.finditer(text):
        owner = _owner(text, match, named)
        if owner is not None:
            for number in _numbers(match.group()):
                found[owner].articles.setdefault(number)
    for law in named:
        for number in _bare(text, law):
            found[law.name].articles.setdefault(number)


def _bare(text: str, law: NamedLaw) -> list[str]:
    """The article that a link alone joins to others: *Pasal 340 KUHP atau 339 KUHP*."""
    start = max(0, law.start - _LONGEST_BARE)
    match = _BARE.search(text, start, law.start)
    return _numbers(f"Pasal {match.group(1)}") if match is not None else []


def _owner(text: str, match: re.Match[str], named: list[NamedLaw]) -> str | None:
    """The law of a citation: the next one within its sentence, else the one just before it.

    The one before comes first where the citation stands right after it, and no law right after
    the citation (*UU TPPO Pasal 2 dan UU PPMI Pasal 81*).
    """
    following = next((law for law in named if law.start >= match.end()), None)
    ahead = text[match.end() : following.start] if following is not None else None
    before = next((law for law in reversed(named) if law.end <= match.start()), None)
    behind = text[before.end : match.start()] if before is not None else None
    if (
        before is not None
        and behind is not None
        and _RIGHT_AFTER.fullmatch(behind)
        and (ahead is None or not _RIGHT_BEFORE.fullmatch(ahead))
    ):
        return before.name
    if (
        following is not None
        and ahead is not None
        and len(ahead) <= _REACH
        and "\n" not in ahead
        and ". " not in ahead
    ):
        return following.name
    if before is not None and behind is not None and len(behind) <= _REACH and "\n" not in behind:
        return before.name
    return _only_law(text, match, named)


def _only_law(text: str, match: re.Match[str], named: list[NamedLaw]) -> str | None:
    """The law that stands somewhere before a citation, where no other can be meant."""
    laws = {law.name for law in named}
    if len(laws) != 1 or named[0].end > match.start():
        return None
    # "Pasal 3 Peraturan Menteri itu": the article of a regulation that has no number here.
    return None if _OTHER_LAW.match(text, match.end()) else laws.pop()


def _numbers(citation: str) -> list[str]:
    return [
        re.sub(r"[.\s]", "", match.group(3)).upper()
        for match in _PASAL_NUMBER.finditer(citation)
        if not match.group("ayat") and not match.group("other")
    ]
