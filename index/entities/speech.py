"""Who speaks where: the words of speech of an article and the persons and bodies they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import BODY, Agency, Person
from index.entities.attribution import sentence_end, words
from index.entities.cues import Cue
from index.entities.turns import Turn, find_turns

# How far a name may stand from the word of speech: a long office fits in between.
_REACH = 140
_STATED = re.compile(r"[,\"“”„«»?!.']\s{0,2}[”\"“]?\s{0,2}$")
_QUOTED = re.compile(r"[\"“”„«»]\s{0,2}$")
# Shorter names are initials of victims and suspects, who speak only where a word of speech says so.
_INITIALS = 4
# "OJK", "OJK (Otoritas Jasa Keuangan) juga", ", Budi," straight before its verb.
_TO_VERB = re.compile(
    r"[\s,]{0,2}(?:\([^()]{1,40}\)[\s,]{1,2})?"
    r"(?:(?:juga|telah|sudah|kemudian|pun|lalu|turut|sendiri|kembali|sebelumnya|pernah|sempat|terus|"
    r"langsung|hanya|tidak|belum|kini|masih|tetap|secara \w{1,15})\s){0,3}"
)
_APPOSITION = re.compile(r"\s?[,(]")
# What a statement begins with after its verb.
_STATEMENT = re.compile(r"\s?[,:]|\s(?:bahwa|jika|kalau)\s|\s[\"“]")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]+\s[A-Z][a-z]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’-]*,?\s$")
_BRACKETED = re.compile(r"[\s.,;–—-]{0,4}\((?=[A-Z])")
_FALLBACK_REACH = 400
_LAST_MARK = re.compile(r"[\"“”„«»](?=[^\"“”„«»\n]*$)")


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in the body of somebody who can speak."""

    start: int
    end: int
    name: str
    person: bool
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of speech at ``[start, end)`` of its kind, and its speaker where that is known.

    Kinds: ``named_after`` (*kata X*), ``pronoun`` (*katanya*, *sambungnya*), ``subject_before``
    (*X mengatakan*), ``source_after`` (*menurut X*).
    """

    start: int
    end: int
    kind: str
    speaker: str | None


class Speakers:
    """The words of speech of one body, each with its speaker.

    Nobody is better than somebody else: where the name at a word of speech is not known, the
    speaker is None, and so it is for *katanya* after it.
    """

    def __init__(self, body: str, people: Sequence[Person], agencies: Sequence[Agency]) -> None:
        self.body = body
        silent = words().silent
        entities: list[tuple[Person | Agency, bool, bool]] = [
            (person, True, bool(person.role and silent.search(person.role))) for person in people
        ]
        entities += [(agency, False, False) for agency in agencies]
        self.named = sorted(
            (
                Named(mention.start, mention.end, entity.name, person, mute)
                for entity, person, mute in entities
                for mention in entity.mentions
                if mention.part == BODY
            ),
            key=lambda named: (named.start, -named.end),
        )
        self._starts = [named.start for named in self.named]
        self.speeches: list[Speech] = []
        self._turns: list[Turn] = find_turns(body, people, agencies)
        self._turn_starts = [turn.start for turn in self._turns]
        self._persons = {person.name for person in people}
        # The last speaker, and the last to whom a statement was given; "" is nobody yet.
        self._last: str | None = ""
        self._stated: str | None = ""
        for cue in words().cues.find(body):
            self._take(cue)
        self._speech_starts = [speech.start for speech in self.speeches]

    def between(self, start: int, end: int) -> list[Speech]:
        """The words of speech that begin in ``[start, end)``."""
        first = bisect_left(self._speech_starts, start)
        return self.speeches[first : bisect_left(self._speech_starts, end, first)]

    def turn_at(self, offset: int) -> str | None:
        """Whose answer in an interview (``BUDI: ...``) holds ``offset``, or None."""
        position = bisect_right(self._turn_starts, offset) - 1
        if position < 0 or offset >= self._turns[position].end:
            return None
        return self._turns[position].speaker

    def bracketed(self, offset: int) -> tuple[bool, str | None]:
        """Whether brackets with a name follow a quotation that ends at ``offset``, and whose.

        *"..." (Budi Wibowo, Kepala Dinas)*.
        """
        match = _BRACKETED.match(self.body, offset)
        if match is None:
            return False, None
        close = self.body.find(")", match.end(), match.end() + 120)
        if close < 0:
            return False, None
        inside = self._within(match.end(), close)
        persons = [named for named in inside if named.person]
        if persons:
            return True, persons[0].name
        return "," in self.body[match.end() : close], None

    def others_between(self, start: int, end: int, name: str | None) -> bool:
        """Whether somebody else than ``name``, who could speak, is named in ``[start, end)``."""
        return any(
            named.person and named.name != name and not named.silent
            and len(named.name) >= _INITIALS
            for named in self._within(start, end)
        )  # fmt: skip

    def _within(self, start: int, end: int) -> list[Named]:
        first = bisect_left(self._starts, start)
        return self.named[first : bisect_left(self._starts, end, first)]

    def _take(self, cue: Cue[str]) -> None:
        kind, body = cue.payload, self.body
        if kind == "named_after":
            if not _STATED.search(body, max(0, cue.start - 5), cue.start):
                return
            speaker = self._following(cue.end, cue.end + _REACH)
            quoted = _QUOTED.search(body, max(0, cue.start - 3), cue.start) is not None
            if speaker is not None or quoted:
                self._last = self._stated = speaker
        elif kind in ("pronoun", "goes_on"):
            speaker = self._stated if kind == "goes_on" else self._last
            if speaker == "":
                speaker = self._only_person(cue.start)
            self._last = self._stated = speaker
            kind = "pronoun"
        elif kind in ("subject_before", "subject_of_deed"):
            speaker = self._preceding(cue.start)
            states = kind == "subject_before" or _STATEMENT.match(body, cue.end) is not None
            kind = "subject_before"
            self._subject(cue.start, speaker, states=states)
            if speaker is None:
                return
        else:
            speaker = self._source(cue)
            if speaker is None:
                return
            if speaker in self._persons and not self._in_quotation(cue.start):
                self._last = speaker
        self.speeches.append(Speech(cue.start, cue.end, kind, speaker))

    def _subject(self, offset: int, speaker: str | None, *, states: bool) -> None:
        """Note who is the subject of the verb at ``offset``, for a form in *-nya* after it."""
        if self._in_quotation(offset):
            return
        if speaker is None:
            if states and self._unknown_before(offset):
                self._last = self._stated = None
        elif speaker in self._persons or (states and self._last == ""):
            self._last = speaker
            if states:
                self._stated = speaker

    def _in_quotation(self, offset: int) -> bool:
        """Whether the last quotation mark before ``offset`` in its line is one that opens."""
        body = self.body
        mark = _LAST_MARK.search(body, max(0, offset - _FALLBACK_REACH), offset)
        if mark is None or "\n" in body[mark.end() : offset]:
            return False
        at = mark.start()
        if body[at] in "“„«":
            return True
        before, after = body[at - 1 : at], body[at + 1 : at + 3].lstrip()[:1]
        return body[at] == '"' and (not before or before.isspace()) and not after.islower()

    def _following(self, offset: int, limit: int) -> str | None:
        """Who is named after ``offset`` as the speaker: behind an office, in the same sentence."""
        body, rules = self.body, words()
        limit = sentence_end(body, offset, limit)
        stop = rules.stop.search(body, offset, limit)
        if stop:
            limit = stop.start()
        near = self._within(offset, limit)
        for number, named in enumerate(near):
            head = body[max(offset, named.start - 24) : named.start]
            following = near[number + 1] if number + 1 < len(near) else None
            if not named.person:
                if rules.head.fullmatch(body, offset, named.start) and not (
                    _NAME_AFTER.match(body, named.end) or (following and following.person)
                ):
                    return named.name
                continue
            beside = following is not None and following.person and (
                body[named.end : following.start].strip() == ","
            )  # fmt: skip
            if rules.relation.search(head):
                return following.name if beside and following else None
            if beside and following and rules.representative.search(head):
                return following.name
            return named.name
        return None

    def _preceding(self, offset: int) -> str | None:
        """Who is the subject of the verb at ``offset``: right before it, else alone before it."""
        body, rules = self.body, words()
        near = [named for named in self._within(offset - _REACH, offset) if named.end <= offset]
        kept: list[Named] = []
        for named in reversed(near):
            if sentence_end(body, named.end, offset) < offset:
                break
            kept.append(named)
        for named in kept[:2]:
            if _TO_VERB.fullmatch(body, named.end, offset):
                head = body[max(0, named.start - 24) : named.start]
                if rules.relation.search(head) or (not named.person and rules.office.search(head)):
                    return None
                return named.name
        persons = dict.fromkeys(named.name for named in kept if named.person)
        names = persons or dict.fromkeys(named.name for named in kept)
        if len(names) == 1:
            return next(iter(names))
        # "Budi Wibowo, Kepala Polda Anu, mengatakan": the first is the subject.
        first = kept[-1] if kept else None
        if first is not None and first.person and _APPOSITION.match(body, first.end):
            return first.name
        return None

    def _unknown_before(self, offset: int) -> bool:
        """Whether the verb at ``offset`` has a subject with a name that nobody knows."""
        match = _CAPITAL_BEFORE.search(self.body, max(0, offset - 30), offset)
        return match is not None and match.group().strip(" ,").lower() not in words().no_names

    def _source(self, cue: Cue[str]) -> str | None:
        """A name that begins within a short office after a source word (*data*, *menurut*)."""
        if self.body[cue.start : cue.end].lower() in ("menurut", "dikatakan", "disampaikan",
                                                      "diungkapkan", "dijelaskan"):  # fmt: skip
            return self._following(cue.end, cue.end + _REACH)
        near = self._within(cue.end, cue.end + 60)
        for named in near:
            gap = self.body[cue.end : named.start]
            if not re.search(r"[.,\n]", gap) and (named.person or len(gap.split()) <= 2):
                return named.name
        return None

    def _only_person(self, offset: int) -> str | None:
        """The one person shortly before ``offset`` who could speak, where it is only one."""
        near = [
            named for named in self._within(max(0, offset - _FALLBACK_REACH), offset)
            if named.person and not named.silent and len(named.name) >= _INITIALS
        ]  # fmt: skip
        names = {named.name for named in near}
        return names.pop() if len(names) == 1 else None
