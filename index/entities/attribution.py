"""The words by which a statement is given to somebody: lexicon/speech.yaml, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.entities.cues import CueIndex
from index.rules import Entry, RuleError, check_keys, load_rules, packaged

_FILE = "speech.yaml"
# The kinds of words of speech.
KINDS = (
    "named_after", "pronoun", "goes_on", "subject_before", "subject_of_deed", "source_after",
)  # fmt: skip
_LISTS = (
    "relations", "representatives", "heads", "stops", "offices", "silent_roles", "title_nouns",
)  # fmt: skip
_SETS = ("abbreviations", "no_names", "english", "indonesian")
# A sentence may begin with these, and they honour nobody as "Ibu" does.
_CAPITALISED = "Keluarga|Istri|Suami"
_SENTENCE_END = re.compile(r"[.!?][\"”“]?\s|\n")


@dataclass(frozen=True, slots=True)
class Words:
    """speech.yaml: the words of speech, and what stands around the name of who speaks."""

    cues: CueIndex[str]
    # The text before a name ends in a word of kin: the name is not who speaks.
    relation: re.Pattern[str]
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
    abbreviations: frozenset[str]
    no_names: frozenset[str]
    english: frozenset[str]
    indonesian: frozenset[str]


@cache
def words() -> Words:
    """speech.yaml, read once.

    Raises:
        RuleError: a list is missing or holds what is no text, or there is one more.
    """
    entry = load_rules(packaged("index.entities", f"lexicon/{_FILE}"))
    check_keys(_FILE, entry, (*KINDS, *_LISTS, *_SETS))
    phrases: dict[str, str] = {}
    for kind in KINDS:
        phrases.update(dict.fromkeys(_texts(entry, kind), kind))
    either = {key: _either(_texts(entry, key)) for key in _LISTS}
    return Words(
        cues=CueIndex(phrases.items()),
        relation=re.compile(rf"(?<!\w)(?:{either['relations']}|{_CAPITALISED})\s$"),
        representative=re.compile(rf"(?<!\w)(?i:{either['representatives']})\s$"),
        head=re.compile(rf"\s(?:(?i:{either['heads']})\s){{0,3}}"),
        stop=re.compile(rf"(?<!\w)(?:{either['stops']})(?!\w)"),
        office=re.compile(rf"(?<!\w)(?i:{either['offices']})\s$"),
        silent=re.compile(rf"(?<!\w)(?i:{either['silent_roles']})(?!\w)"),
        title=re.compile(rf"(?<!\w)(?i:{either['title_nouns']})\s?:?\s?$"),
        **{key: frozenset(_texts(entry, key)) for key in _SETS},
    )


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that holds ``start`` ends in ``text``, ``end`` at the latest."""
    at = start
    while stop := _SENTENCE_END.search(text, at, end):
        if not _after_initial(text, stop):
            return stop.start() + 1
        at = stop.end()
    return end


def _after_initial(text: str, stop: re.Match[str]) -> bool:
    """Whether the full stop belongs to an initial or a title (*M. Fadil*, *Plt. Kepala*)."""
    if "\n" in stop.group():
        return False
    head = text[max(0, stop.start() - 10) : stop.start()].split()
    if not head:
        return False
    return (len(head[-1]) == 1 and head[-1].isupper()) or head[-1].lower() in words().abbreviations


def _texts(entry: Entry, key: str) -> list[str]:
    forms = entry[key]
    if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
        raise RuleError(_FILE, entry.line, f"{key!r} must be a list of texts")
    return [str(form) for form in forms]


def _either(phrases: list[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)
