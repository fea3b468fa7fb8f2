"""The words by which a statement is given to somebody: lexicon/speech.yaml, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.entities.cues import CueIndex
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "speech.yaml"
# Lists of words of speech; how they become the kinds of speech.py is told in ``_phrases``.
_CUES = (
    "after", "after_only", "goes_on", "pronouns", "pronoun_only", "subject_before",
    "subject_of_deed", "source_after", "passive",
)  # fmt: skip
_LISTS = (
    "relations", "representatives", "heads", "stops", "offices", "silent_roles", "title_nouns",
    "adverbs", "prepositions", "subject_pronouns", "called", "objects_of_deed",
    "dates_and_states",
)  # fmt: skip
_SETS = (
    "abbreviations", "no_names", "english", "indonesian", "with_clause", "leading", "passive",
    "person_nouns", "unnamed", "lettered", "modals",
    "body_nouns", "no_speakers", "after_only",
)  # fmt: skip
# A sentence may begin with these, and they honour nobody as "Ibu" does.
_CAPITALISED = "Keluarga|Istri|Suami|Relawan|Pendukung|Kubu"


@dataclass(frozen=True, slots=True)
class Words:
    """speech.yaml: the words of speech, and what stands around the name of who speaks."""

    cues: CueIndex[str]
    # The text before a name ends in a word of kin: the name is not who speaks.
    relation: re.Pattern[str]
    # The same with an office between (*anak legislator Partai X, Y*).
    kin_of: re.Pattern[str]
    # It ends in a spokesman or counsel: the name may be who is spoken for.
    representative: re.Pattern[str]
    # Nothing but these stands between a word of speech and the body that speaks.
    head: re.Pattern[str]
    stop: re.Pattern[str]
    # The text before a body ends in an office of it.
    office: re.Pattern[str]
    silent: re.Pattern[str]
    # The text before a quotation mark ends in a noun whose name is quoted.
    title: re.Pattern[str]
    # What may stand between a subject and its verb.
    to_verb: re.Pattern[str]
    # The text before a name ends in a preposition: the name is no subject.
    governed: re.Pattern[str]
    # A text ends in a capitalised word that can be the subject of a verb after it.
    unknown: re.Pattern[str]
    # A text ends in what stands for a person.
    pronoun: re.Pattern[str]
    # A word before the name that somebody is called by.
    called: re.Pattern[str]
    # Capitalised words that are nobody's name.
    dated: re.Pattern[str]
    # What follows a verb of speech makes a deed of it.
    deed: re.Pattern[str]
    abbreviations: frozenset[str]
    no_names: frozenset[str]
    english: frozenset[str]
    indonesian: frozenset[str]
    # Verbs that give a statement only where a clause follows.
    with_clause: frozenset[str]
    # Sources and verbs in the passive that lead up to a statement.
    leading: frozenset[str]
    passive: frozenset[str]
    person_nouns: frozenset[str]
    # Words for a body, before "itu".
    body_nouns: frozenset[str]
    # Words after a statement behind which a thing may stand (demikian isi surat itu).
    after_only: frozenset[str]
    # Capitalised words after *menurut* that are laws and books.
    no_speakers: frozenset[str]
    # Nouns of who speaks without a name (polisi, warga).
    unnamed: frozenset[str]
    # A capital letter behind one of these is no initial (tipe B).
    lettered: frozenset[str]
    # A verb behind one of these tells of no statement that was made (perlu meminta).
    modals: frozenset[str]
    short_offices: dict[str, tuple[str, ...]]
    # What the holder of an office is called, and the office.
    epithets: dict[str, str]


@cache
def words() -> Words:
    """speech.yaml, read once.

    Raises:
        RuleError: a list is missing or holds what is no text, or there is one more.
    """
    entry = load_rules(packaged("index.entities", f"lexicon/{_FILE}"))
    check_keys(_FILE, entry, {*_CUES, *_LISTS, *_SETS, "short_offices", "epithets"})
    either = {key: _either(_texts(entry, key)) for key in _LISTS}
    adverbs = rf"(?:(?:{either['adverbs']}|secara\s\w{{1,15}}|dengan\s\w{{1,15}})\s){{0,3}}"
    kin = rf"(?<!\w)(?:{either['relations']}|{_CAPITALISED})\s"
    return Words(
        cues=CueIndex(dict(_phrases(entry)).items()),
        relation=re.compile(rf"{kin}$"),
        kin_of=re.compile(rf"{kin}(?:[^\s.]+\s){{0,4}}$"),
        representative=re.compile(rf"(?<!\w)(?i:{either['representatives']})\s$"),
        head=re.compile(rf"\s(?:(?i:{either['heads']})\s){{0,3}}"),
        stop=re.compile(rf"(?<!\w)(?:{either['stops']})(?!\w)"),
        office=re.compile(rf"(?<!\w)(?i:{either['offices']})\s$"),
        silent=re.compile(rf"(?<!\w)(?i:{either['silent_roles']})(?!\w)"),
        title=re.compile(rf"(?<!\w)(?i:{either['title_nouns']})\s?:?\s?$"),
        to_verb=re.compile(rf"[\s,]{{0,2}}(?:\([^()]{{1,40}}\)[\s,]{{1,2}})?{adverbs}"),
        unknown=re.compile(rf"(?:^|[\s,])[A-Z][\w.'’-]+\s{adverbs}$"),
        governed=re.compile(rf"(?<!\w)(?i:{either['prepositions']})\s(?:[\w.]+\s){{0,3}}$"),
        pronoun=re.compile(rf"(?:^|[\s,(\"“])(?i:{either['subject_pronouns']})\s*$"),
        called=re.compile(rf"(?<!\w)(?:{either['called']})\s"),
        dated=re.compile(rf"(?<!\w)(?:{either['dates_and_states']})(?!\w)"),
        deed=re.compile(rf"-|\s(?:{either['objects_of_deed']})(?!\w)"),
        short_offices={
            short: tuple(str(full).split()) for short, full in entry["short_offices"].items()
        },
        epithets={name: str(office) for name, office in entry["epithets"].items()},
        **{key: frozenset(_texts(entry, key)) for key in _SETS},
    )


def _phrases(entry: Entry) -> Iterator[tuple[str, str]]:
    """The words of speech with their kinds; the last that is given for a phrase holds."""
    for kind in ("source_after", "subject_before", "subject_of_deed"):
        for phrase in _texts(entry, kind):
            yield phrase, kind
    for phrase in _texts(entry, "passive"):
        yield phrase, "source_after"
    for phrase in _texts(entry, "pronoun_only"):
        yield phrase, "pronoun"
    for key, kind in (("after", "pronoun"), ("goes_on", "goes_on")):
        for verb in _texts(entry, key):
            yield verb, "named_after"
            yield f"{verb}nya", kind
            for pronoun in _texts(entry, "pronouns"):
                yield f"{verb} {pronoun}", kind
    for phrase in _texts(entry, "after_only"):
        yield phrase, "named_after"


def _texts(entry: Entry, key: str) -> list[str]:
    forms = entry[key]
    if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
        raise RuleError(_FILE, entry.line, f"{key!r} must be a list of texts")
    return [str(form) for form in forms]


def _either(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)
