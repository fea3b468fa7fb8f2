"""Where a text names a law: by its kind, number and year, by what it is about, or as a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from index.entities.gazetteer import gazetteer
from index.entities.law_lexicon import law_lexicon
from index.entities.tokens import tokenize

# No numbered law without a number and a year.
_DATED = re.compile(
    r"[0-9](?<![0-9/].)[0-9]{0,3}\s?(?:/|,?\s?[Tt](?:ahun|hn|h|AHUN))\.?\s?[A-Z0-9.\-/]{0,20}?(?:19|20)[0-9]{2}"
)
# The name of a numbered law with its words in between is not longer than this.
_LONGEST = 200
# It begins with a letter that is looked for fast; what follows asks what stands before it.
_ACT = re.compile(
    r"[Uu](?<!\w.)(?:(?<=U)U|(?<=u)u|ndang[-\s–]?[Uu]ndang)\s+(?:RI\s+)?(?:(?i:tentang)\s+)?"
)
_NAME = re.compile(
    r"[A-Z][\w-]*(?:(?:\s+|,\s+)(?:(?:dan|atau|serta|di|dalam|atas|dari)\s+)?[A-Z][\w-]*){0,8}"
)
_ACRONYM = re.compile(r"\s*\((?:UU|uu)?\s*([A-Z][A-Za-z0-9]{1,11})\)")
# "UU Nomor 7 Tahun 2021 tentang ... (HPP)", "(UU HPP)": the short name of a law that has a number.
_DEFINED = re.compile(
    r"(?:\s*,?\s*(?:tentang|mengenai)\s[^.;\n()]{0,160})?\s*\((?:UU\s+)?([A-Z][A-Za-z0-9]{1,11})\)"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NO_NAME = frozenset(
    ["nomor", "no", "nomer", "ri", "republik", "tahun", "pasal", "dasar", "ini", "itu", "baru",
     "yang", "darurat", "negara", "tersebut", "perubahan", "undang-undang", "dan", "karena",
     "untuk", "dpr"]
)  # fmt: skip
_MOST_WORDS = 12
_TITLE_OF = re.compile(r"\s*,?\s*(?:tentang|mengenai)\s+(?:perubahan\s+(?:\w+\s+)?atas\s+)?$", re.I)
_REPEATS = re.compile(r"\s*,?\s*(?:tentang|mengenai)\s[^.;\n]{0,160}?\(?$", re.I)
_ISSUER_WORDS = re.compile(r"\s+((?:[A-Z][\w-]*)(?:\s+[A-Z][\w-]*){0,5})")
_GOVERNOR = re.compile(r"Gubernur\s+((?:[A-Z]\w*\s+){1,4})")
_GAP = re.compile(r"[ \t]{1,2}")
_SHORTENED = {"satuan tugas": "Satgas", "republik indonesia": "RI"}


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law at ``[start, end)`` of a text, by the name to file it under."""

    start: int
    end: int
    name: str


@cache
def _numbered_pattern() -> re.Pattern[str]:
    kind = law_lexicon().pattern
    return re.compile(
        rf"(?<!\w)(?P<kind>{kind})"
        r"(?P<between>(?:\s+(?!(?:Nomor|No|Nomer|Tahun|yang|di|untuk|dengan|dan)(?!\w))"
        r"\(?[^\W\d][\w()-]*(?:\s+dan(?=\s+(?-i:[A-Z])))?){0,8}?)"
        r"\s*,?\s*(?:(?:Nomor|Nomer|No)\s*[.:]?\s*)?(?P<number>\d{1,4})"
        r"(?:\s*/\s*(?:(?-i:[A-Z])[A-Z.\d-]*\s*/\s*)?|\s*,?\s*(?:Tahun|Thn|Th)\.?\s*)"
        r"(?P<year>(?:19|20)\d{2})(?!\w)",
        re.IGNORECASE,
    )


def numbered_spans(text: str) -> list[tuple[int, int]]:
    """The spans of numbered laws (*UU Nomor 21 Tahun 2007*)."""
    return [match.span() for match in _numbered(text)]


def named_laws(text: str, *, title: bool = False) -> list[NamedLaw]:
    """The laws that ``text`` names, in order, without overlaps.

    In a ``title`` the words after *UU* are a name only where they are an acronym or listed.
    """
    matches = _numbered(text)
    found = [law for match in matches if (law := _of_number(text, match)) is not None]
    taken = [match.span() for match in matches]
    short = {
        f"UU {defined.group(1)}": law.name
        for law in found
        if (defined := _DEFINED.match(text, law.end)) is not None
    }
    for law in (*_codes(text), *_acts(text, title=title)):
        if any(start < law.end and law.start < end for start, end in taken):
            continue
        taken.append((law.start, law.end))
        law = _repeated(text, law, found)
        found.append(replace(law, name=short.get(law.name, law.name)))
    return sorted(found, key=lambda law: law.start)


def _repeated(text: str, law: NamedLaw, numbered: list[NamedLaw]) -> NamedLaw:
    """``law``, or the numbered law of which it is the title (*UU 1/2023 tentang KUHP*)."""
    for other in numbered:
        if other.end <= law.start <= other.end + _LONGEST and other.name != law.name:
            between = text[other.end : law.start]
            if _TITLE_OF.fullmatch(between) or (
                _REPEATS.fullmatch(between) and text[law.start - 1 : law.start] == "("
            ):
                return NamedLaw(law.start, law.end, other.name)
    return law


# The same text is read for laws and for numbers that are none of what a figure counts.
@lru_cache(maxsize=4)
def _numbered(text: str) -> tuple[re.Match[str], ...]:
    """The numbered laws of ``text``, looked for only where a kind, a number and a year stand."""
    found: list[re.Match[str]] = []
    end = 0
    pattern, known = _numbered_pattern(), law_lexicon()
    for dated in _DATED.finditer(text):
        if dated.start() < end:
            continue
        start, stop = max(end, dated.start() - _LONGEST), dated.end() + 8
        window = text[start:stop]
        lower = window.lower()
        if not any(head in lower for head in known.heads) and not any(
            acronym in window for acronym in known.acronyms
        ):
            continue
        match = pattern.search(text, start, stop)
        while match is not None:
            found.append(match)
            end = match.end()
            match = pattern.search(text, end, stop)
    return tuple(found)


def _of_number(text: str, match: re.Match[str]) -> NamedLaw | None:
    printed = " ".join(re.split(r"[-\s–]+", match["kind"].lower()))
    kind = law_lexicon().kinds.get(printed, match["kind"])
    between = match["between"]
    if kind == "UU" and "ubahan" in between:
        return None
    number = f"{int(match['number'])}/{match['year']}"
    issuer = _issuer(text, match, kind) if kind in law_lexicon().issuer else ""
    return NamedLaw(match.start(), match.end(), " ".join(f"{kind} {issuer} {number}".split()))


def _issuer(text: str, match: re.Match[str], kind: str) -> str:
    """Who issued a regulation: the words before its number, or else after its year."""
    words = re.sub(r"\([^)]*\)?", " ", match["between"])
    words = re.sub(r"(?i)\b(?:Provinsi|Republik Indonesia|RI)\b", " ", words).strip()
    if not words and kind == "SE":
        after = _ISSUER_WORDS.match(text, match.end())
        words = after.group(1) if after else ""
    if not words and kind in ("Pergub", "Kepgub", "Ingub"):
        words = _province(text)
    for long, short in _SHORTENED.items():
        words = re.sub(rf"(?i)\b{long}\b", short, words)
    return words


def _province(text: str) -> str:
    """The only province whose governor the text names, as printed; empty if there are others."""
    found: set[str] = set()
    for match in _GOVERNOR.finditer(text):
        tokens = tokenize("", match.group(1))
        place = gazetteer().spots.longest(tokens, 0)
        if place is not None and place[1].kind == "province":
            found.add(tokens.form(0, place[0]))
    return found.pop() if len(found) == 1 else ""


def _codes(text: str) -> Iterator[NamedLaw]:
    for cue in law_lexicon().codes.find(text):
        yield NamedLaw(cue.start, cue.end, cue.payload)


def _acts(text: str, *, title: bool) -> Iterator[NamedLaw]:
    """The laws that are named by what they are about: *UU TPPO*, *Undang-Undang Desa (UU Desa)*."""
    for match in _ACT.finditer(text):
        lower = match.group()[0] == "u" and not match.group().startswith("uu")
        if text[: match.start()].endswith(("Rancangan ", "rancangan ")) or (
            lower and not text[match.end() : match.end() + 1].isupper()
        ):
            continue
        known = _known(text, match.end())
        if known is not None:
            end, law = known
            yield NamedLaw(match.start(), end, law)
            continue
        name = _NAME.match(text, match.end())
        if lower or name is None or name.group().split()[0].lower().strip(",") in _NO_NAME:
            continue
        words = name.group().split()
        acronym = _ACRONYM.match(text, name.end())
        if acronym is not None:
            yield NamedLaw(match.start(), acronym.end(), f"UU {acronym.group(1)}")
        elif _is_acronym(words[0]):
            short = words[0].rstrip(",")
            yield NamedLaw(match.start(), name.start() + len(short), f"UU {short}")
        elif not title:
            yield NamedLaw(match.start(), name.end(), f"UU {' '.join(words)}")


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _known(text: str, at: int) -> tuple[int, str] | None:
    """The end and the name of the listed law whose name begins at ``at``."""
    named = law_lexicon().named
    words: list[str] = []
    best: tuple[int, str] | None = None
    end = at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, end)
        if word is None:
            break
        words.append(word.group().lower())
        law = named.get(tuple(words))
        if law is not None:
            best = word.end(), law
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        end = gap.end()
    return best
