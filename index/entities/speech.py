"""Who speaks where: the words of speech of an article and the persons and bodies they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Agency, Person
from index.entities.attribution import words
from index.entities.candidates import Candidates
from index.entities.cues import Cue
from index.entities.described import AGAIN, Descriptions, Referent
from index.entities.subjects import Subjects
from index.entities.turns import Turn, find_turns
from index.entities.vocabulary import vocabulary

_STATED = re.compile(r"[,\"“”„«»?!.'’]\s{0,2}[”\"“]?\s{0,2}$")
_QUOTED = re.compile(r"[\"“”„«»]\s{0,2}$")
# What a statement begins with after its verb.
_STATEMENT = re.compile(
    r"\s?[,:]|\s(?:bahwa|bila|jika|kalau|agar|supaya|ada|terdapat|tidak|telah|sudah|akan|[\"“])"
    r"(?:\s|(?<=[\"“]))|\s(?:kepada|ke|pada)\s[^,.]{3,60}?\sbahwa\s"
)
_DATA = re.compile(r"data$|catatan$")
_CLAUSE = re.compile(r",|\s(?:bahwa|bila|jika|kalau)\s")
_JOINED = re.compile(r"(?<!\w)(?:dan|serta|lalu)\s$")
_NAME_NEXT = re.compile(r"\s[A-Z][a-z]")
_WORD_BEFORE = re.compile(r"(\w+)\s$")
_DENIES = re.compile(r"memba|mena|mene|menyang|memung")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’-]*,?\s$")
_BRACKETED = re.compile(r"[\s.,;–—-]{0,4}\((?=[A-Z])")
_FALLBACK_REACH = 400
_LAST_MARK = re.compile(r"[\"“”„«»](?=[^\"“”„«»\n]*$)")
# Sources that say something; what "data X" and "keterangan X" stand for is often no statement.
_SAYS = re.compile(r"menurut|di(?!kutip)\w+")


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of speech at ``[start, end)`` of its kind, and its speaker where that is known.

    Kinds: ``named_after`` (*kata X*), ``pronoun`` (*katanya*, *sambungnya*), ``subject_before``
    (*X mengatakan*), ``source_after`` (*menurut X*). ``states`` tells that its form alone says that
    a statement belongs to it.
    """

    start: int
    end: int
    kind: str
    speaker: str | None
    states: bool = True


class Speakers:
    """The words of speech of one body, each with its speaker.

    Nobody is better than somebody else: where the name at a word of speech is not known, the
    speaker is None, and so it is for *katanya* after it.
    """

    def __init__(self, body: str, people: Sequence[Person], agencies: Sequence[Agency]) -> None:
        self.body = body
        self.candidates = Candidates(body, people, agencies)
        self.bounds = self.candidates.bounds
        self.speeches: list[Speech] = []
        self._subjects = Subjects(self.candidates, Descriptions(people))
        self._turns: list[Turn] = find_turns(body, people, agencies)
        self._turn_starts = [turn.start for turn in self._turns]
        # The last speaker, and the last to whom a statement was given; "" is nobody yet.
        self._last: str | None = ""
        self._stated: str | None = ""
        # Where the last verb stands that has a subject of its own.
        self._main = -1
        self._main_speaker: str | None = None
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
        inside = self.candidates.within(match.end(), close)
        persons = [named for named in inside if named.person]
        if persons:
            return True, persons[0].name
        return "," in self.body[match.end() : close], None

    def named_at(self, offset: int) -> str | None:
        """The person whose name, or a short form of it, begins at ``offset``, or None."""
        for named in self.candidates.within(offset, offset + 1):
            if named.person:
                return named.name
        word = re.compile(r"[\w'’-]+").match(self.body, offset)
        return self.candidates.nickname(word[0]) if word else None

    def others_between(self, start: int, end: int, name: str | None) -> bool:
        """Whether somebody else than ``name``, who could speak, is named in ``[start, end)``."""
        return self.candidates.others_between(start, end, name)

    def _take(self, cue: Cue[str]) -> None:
        kind, body = cue.payload, self.body
        # A sentence may begin with *Pesan*, but behind a quotation it is a word of speech.
        before = _QUOTED if body[cue.start].isupper() else _STATED
        stated = before.search(body, max(0, cue.start - 5), cue.start) is not None
        stated = stated or self._says_plainly(cue)
        states = True
        if kind == "named_after":
            if not stated:
                return
            speaker = self._named_after(cue)
        elif kind in ("pronoun", "goes_on"):
            states = stated or self._stands_alone(cue)
            speaker = self._pronoun(cue, goes_on=kind == "goes_on")
            if states:
                self._last = self._stated = speaker
            kind = "pronoun"
        elif kind in ("subject_before", "subject_of_deed"):
            clause = _STATEMENT.match(body, cue.end) is not None
            states = self._is_told(cue) and (clause or not self._needs_clause(cue))
            speaker = self._subject(cue, states=kind == "subject_before" or clause)
            kind = "subject_before"
        else:
            speaker, states = self._source(cue)
        self.speeches.append(Speech(cue.start, cue.end, kind, speaker, states))

    def _source_word(self, cue: Cue[str]) -> str:
        return self.body[cue.start : cue.end].lower()

    def _says_plainly(self, cue: Cue[str]) -> bool:
        """Whether *kata* stands without a comma before it, or at the head: *Kata Budi, ...*."""
        word = self._source_word(cue)
        if word in ("kata dia", "kata ia"):
            return True
        return word == "kata" and any(
            named.start == cue.end + 1 for named in self.candidates.within(cue.end, cue.end + 2)
        )

    def _stands_alone(self, cue: Cue[str]) -> bool:
        """Whether a form with a pronoun is speech though no statement leads up to it.

        *Menurutnya* is, and what a comma follows; *ceritanya panjang*, *lebih lanjut dia* are not.
        """
        word = self._source_word(cue)
        adverb = self.body[max(0, cue.start - 6) : cue.start].lower() == "lebih "
        return word.startswith(("menurut", "di")) or (
            self.body[cue.end : cue.end + 1] == "," and not adverb
        )

    def _needs_clause(self, cue: Cue[str]) -> bool:
        """Whether the verb gives a statement only with a clause after it.

        One of a deed does in a relative clause, too (*pria yang mengaku polisi*).
        """
        relative = self.body[max(0, cue.start - 5) : cue.start] == "yang "
        return self._source_word(cue) in words().with_clause or (
            relative and cue.payload == "subject_of_deed"
        )

    def _is_told(self, cue: Cue[str]) -> bool:
        """Whether a verb tells of what was said, not of what should be (*perlu meminta*)."""
        before = _WORD_BEFORE.search(self.body, max(0, cue.start - 20), cue.start)
        if words().deed.match(self.body, cue.end):
            return False
        denied = _DENIES.match(self._source_word(cue)) is not None
        return before is None or denied or before[1].lower() not in words().modals

    def _known_last(self, offset: int) -> str | None:
        return self.candidates.only_person(offset) if self._last == "" else self._last

    def _resolved(self, meant: Referent, offset: int) -> str | None:
        if meant != AGAIN:
            return meant.name
        return self._subjects.topic(offset) or self._known_last(offset)

    def _named_after(self, cue: Cue[str]) -> str | None:
        thing = self._source_word(cue) in words().after_only
        meant = self._subjects.following(cue.end, self._last, source=thing)
        speaker = self._resolved(meant, cue.start)
        quoted = _QUOTED.search(self.body, max(0, cue.start - 3), cue.start) is not None
        if speaker is not None or quoted:
            self._last = self._stated = speaker
        return speaker

    def _pronoun(self, cue: Cue[str], *, goes_on: bool) -> str | None:
        if self._source_word(cue).startswith("menurut") and not self._in_quotation(cue.start):
            topic = self._subjects.topic(cue.start)
            if topic is not None:
                return topic
        speaker = self._stated if goes_on else self._last
        return self.candidates.only_person(cue.start) if speaker == "" else speaker

    def _subject(self, cue: Cue[str], *, states: bool) -> str | None:
        """The subject of a verb; notes who it is, for a form in *-nya* after it."""
        main = self._main
        inner = main >= 0 and self.bounds.end(main, cue.start) >= cue.start
        meant = self._subjects.preceding(cue.start, self._last, inner=inner)
        speaker = self._resolved(meant, cue.start)
        if self._in_quotation(cue.start):
            return speaker
        if inner and speaker is None and _JOINED.search(self.body, cue.start - 9, cue.start):
            # "X menyampaikan duka dan berharap ...": one subject for both.
            speaker = self._main_speaker
        if speaker is not None:
            self._main, self._main_speaker = cue.start, speaker
        if inner:
            return speaker
        if speaker is None:
            told = states or self._source_word(cue) in vocabulary().strong
            if told and self._unknown_before(cue.start):
                self._last = self._stated = None
        elif speaker in self.candidates.persons or (states and self._last == ""):
            self._last = speaker
            if states:
                self._stated = speaker
        return speaker

    def _source(self, cue: Cue[str]) -> tuple[str | None, bool]:
        """Who a source word (*menurut*, *data*) names, and whether a statement follows."""
        word = self._source_word(cue)
        if not _SAYS.fullmatch(word):
            named = self._subjects.source(cue.end)
            # Data on somebody are not data of his.
            theirs = _DATA.search(word) is None or named not in self.candidates.persons
            return named if theirs else None, theirs and word in words().leading
        meant = self._subjects.following(cue.end, self._last, source=True)
        speaker = self._resolved(meant, cue.start)
        if word in words().passive:
            return self._passive(cue, speaker)
        if not self._in_quotation(cue.start):
            self._main, self._main_speaker = cue.start, speaker
            if speaker in self.candidates.persons:
                self._last = speaker
            elif speaker is None and _NAME_NEXT.match(self.body, cue.end):
                self._last = self._stated = None
        return speaker, word in words().leading

    def _passive(self, cue: Cue[str], speaker: str | None) -> tuple[str | None, bool]:
        """The speaker at a verb in the passive, which states at the head of a sentence."""
        body = self.body
        heads = body[cue.start].isupper()
        clause = _CLAUSE.match(body, cue.end) is not None
        if clause and speaker is None and (heads or body[cue.start - 2 : cue.start] == ", "):
            return self._known_last(cue.start), heads or body[cue.end] != ","
        if speaker in self.candidates.persons and not self._in_quotation(cue.start):
            self._last = speaker
        return speaker, heads and speaker is not None

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

    def _unknown_before(self, offset: int) -> bool:
        """Whether the verb at ``offset`` has a subject with a name that nobody knows."""
        match = _CAPITAL_BEFORE.search(self.body, max(0, offset - 30), offset)
        return match is not None and match.group().strip(" ,").lower() not in words().no_names
