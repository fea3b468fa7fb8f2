"""Who speaks where: the words of speech of an article and the persons and bodies they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import BODY, Agency, Person
from index.entities.cues import Cue, CueIndex
from index.rules import RuleError, check_keys, load_rules, packaged

_FILE = "speech.yaml"
_KINDS = ("named_after", "pronoun", "subject_before", "source_after")
# How far a name may stand from the word of speech: a long office fits in between.
_REACH = 140
_STATED = re.compile(r"[,\"“”„»«?!.']\s{0,2}[”\"“]?\s{0,2}$")
_SENTENCE_END = re.compile(r"[.!?][\"”“]?\s|\n")
# Shorter names are initials of victims and suspects, who speak only where a word of speech says so.
_INITIALS = 4
_ABBREVIATIONS = frozenset(
    [
        "dr",
        "drs",
        "dra",
        "ir",
        "prof",
        "plt",
        "plh",
        "pj",
        "moh",
        "muh",
        "abd",
        "kh",
        "st",
        "h",
        "hj",
    ]
)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in the body of somebody who can speak."""

    start: int
    end: int
    name: str
    person: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of speech at ``[start, end)`` of its kind, and its speaker where that is known."""

    start: int
    end: int
    kind: str
    speaker: str | None


@cache
def _cues() -> CueIndex[str]:
    entry = load_rules(packaged("index.entities", f"lexicon/{_FILE}"))
    check_keys(_FILE, entry, _KINDS)
    phrases: dict[str, str] = {}
    for kind in _KINDS:
        forms = entry[kind]
        if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
            raise RuleError(_FILE, entry.line, f"{kind!r} must be a list of texts")
        phrases.update(dict.fromkeys(forms, kind))
    return CueIndex(phrases.items())


class Speakers:
    """The words of speech of one body, each with its speaker."""

    def __init__(self, body: str, people: Sequence[Person], agencies: Sequence[Agency]) -> None:
        self.body = body
        self.named = sorted(
            (
                Named(mention.start, mention.end, entity.name, isinstance(entity, Person))
                for entities in (people, agencies)
                for entity in entities
                for mention in entity.mentions
                if mention.part == BODY
            ),
            key=lambda named: (named.start, -named.end),
        )
        self._starts = [named.start for named in self.named]
        self._latest = _latest(self.named)
        self.speeches: list[Speech] = []
        self._persons = {person.name for person in people}
        self._last_person: str | None = None
        for cue in _cues().find(body):
            self._take(cue)
        self._speech_starts = [speech.start for speech in self.speeches]

    def between(self, start: int, end: int) -> list[Speech]:
        """The words of speech that begin in ``[start, end)``."""
        first = bisect_left(self._speech_starts, start)
        return self.speeches[first : bisect_left(self._speech_starts, end)]

    def following(self, offset: int) -> str | None:
        """The person (else the body) that is named next after ``offset`` in its sentence."""
        stop = _SENTENCE_END.search(self.body, offset, offset + _REACH)
        limit = offset + _REACH
        if stop and not _after_initial(self.body, stop):
            limit = stop.start() + 1
        first = bisect_left(self._starts, offset)
        near = self.named[first : bisect_left(self._starts, limit)]
        return _preferred(near)

    def preceding(self, offset: int) -> str | None:
        """The person (else the body) named last before ``offset`` in its sentence."""
        first = bisect_left(self._starts, offset - _REACH)
        near = self.named[first : bisect_left(self._starts, offset)]
        kept: list[Named] = []
        for named in reversed(near):
            if named.end > offset:
                continue
            between = self.body[named.end : offset]
            stop = _SENTENCE_END.search(between)
            if stop and not _after_initial(between, stop):
                break
            kept.append(named)
        return _preferred(kept)

    def _take(self, cue: Cue[str]) -> None:
        body, kind = self.body, cue.payload
        speaker: str | None = None
        if kind == "named_after":
            if not _STATED.search(body, max(0, cue.start - 5), cue.start):
                return
            speaker = self.following(cue.end)
        elif kind == "pronoun":
            speaker = self._last_person or self._last_named(cue.start)
        elif kind == "subject_before":
            speaker = self.preceding(cue.start)
        else:
            speaker = self._next_to(cue.end)
        if speaker is None and kind in ("subject_before", "source_after"):
            return
        self.speeches.append(Speech(cue.start, cue.end, kind, speaker))
        if speaker in self._persons:
            self._last_person = speaker

    def _next_to(self, offset: int) -> str | None:
        """A name that begins within a short office after ``offset``."""
        first = bisect_left(self._starts, offset)
        near = self.named[first : bisect_right(self._starts, offset + 60)]
        near = [
            named for named in near if not re.search(r"[.,\n]", self.body[offset : named.start])
        ]
        return _preferred(near)

    def _last_named(self, offset: int) -> str | None:
        """The person, else the body, that was named last before ``offset``."""
        return self._latest[bisect_left(self._starts, offset)]


def _latest(mentions: Sequence[Named]) -> list[str | None]:
    """For each number of mentions: the last person among so many, else the last body."""
    person: str | None = None
    agency: str | None = None
    latest: list[str | None] = [None]
    for named in mentions:
        if not named.person:
            agency = named.name
        elif len(named.name) >= _INITIALS:
            person = named.name
        latest.append(person or agency)
    return latest


def _preferred(near: Sequence[Named]) -> str | None:
    for named in near:
        if named.person:
            return named.name
    return near[0].name if near else None


def _after_initial(text: str, stop: re.Match[str]) -> bool:
    """Whether the full stop belongs to an initial or a title (*M. Fadil*, *Plt. Kepala*)."""
    if "\n" in stop.group():
        return False
    head = text[max(0, stop.start() - 6) : stop.start()].split()
    if not head:
        return False
    return (len(head[-1]) == 1 and head[-1].isupper()) or head[-1].lower() in _ABBREVIATIONS
