"""Whose count or act a figure is: subject, agent, or keeper of the record that it is read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import Agency, Person, Reason, Span
from index.figures.clauses import Anatomy, clause_words
from index.figures.measures import Reading, measures
from index.figures.resources import listed, rules, worded
from index.language.patterns import alternatives
from index.rules import RuleError

_FILE = "owners.yaml"
_KEYS = ("adverbs", "says", "records", "helpers", "ourselves", "own_acts", "authorities")
# So far before a name the words that govern it stand, in characters.
_LEAD = 60
_VERB = re.compile(r"\s(me[mnlrwy]\w{3,})(?!\w)")
_WORD = re.compile(r"\s(\w+)")
_TAIL = re.compile(
    r"(?:\s?\([^()]{1,40}\)|\sTbk|\s[A-Z]{2,6}(?!\w)|\sRI(?!\w))*"
    r"(?:\s(?:melalui|lewat|bersama|dan|di)\s[^.,;]{1,60}?)?(?:,[^.;\d]{1,90},)?"
)
_NEXT_VERB = re.compile(r"(\w+|,)\s((?:me[mnlrwy]|di|ber|ter)[a-z]{3,})(?!\w)")
# After these a verb has the subject of the one before it.
_JOINED = frozenset({"dan", "serta", "juga", "lalu", "kemudian", "hingga", "berhasil", "telah"})
_AND = frozenset({"dan", "serta", "bersama", "maupun"})
# Between the agent and what is counted may be no more of the sentence than this.
_NEAR = 120
# An agent stands so near behind its verb.
_AT_VERB = 40


@dataclass(frozen=True, slots=True)
class _Words:
    says: frozenset[str]
    own_acts: frozenset[str]
    authorities: tuple[str, ...]
    to_verb: re.Pattern[str]
    by: re.Pattern[str]
    record: re.Pattern[str]
    ourselves: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(_FILE, _KEYS)
    words = {
        key: alternatives(sorted(set(worded(_FILE, entry, key))))
        for key in ("adverbs", "records", "helpers", "ourselves")
    }
    unknown = set(worded(_FILE, entry, "own_acts")) - measures().keys
    if unknown:
        raise RuleError(_FILE, entry.line, f"no measure: {', '.join(sorted(unknown))}")
    helpers = rf"(?:{words['helpers']}\s){{0,3}}"
    return _Words(
        frozenset(worded(_FILE, entry, "says")),
        frozenset(worded(_FILE, entry, "own_acts")),
        tuple(listed(_FILE, entry, "authorities")),
        re.compile(rf"(?:\s{words['adverbs']}(?!\w))*"),
        re.compile(rf"(?<!\w)(?:[Oo]leh|di(?!nas|rektorat|visi|strik|ri)[a-z]{{4,}})\s{helpers}$"),
        re.compile(
            rf"(?<!\w){words['records']}(?:\s(?:resmi|terbaru|milik|dari|yang|internal)){{0,2}}\s$"
        ),
        re.compile(
            rf"(?<!\w)(?:{words['ourselves']})(?:\s{words['adverbs']}(?!\w))*\s(me[mnlrwy]\w{{3,}})"
        ),
    )


@dataclass(frozen=True, slots=True)
class Owner:
    """The body whose count or act a figure is, and the words that say so."""

    agency: str
    words: Span

    @property
    def reason(self) -> Reason:
        """Why the agency is what it is."""
        return Reason("agency", *self.words)


class Owners:
    """The bodies of one part of an article, asked for each of its figures."""

    def __init__(
        self,
        text: str,
        lower: str,
        part: str,
        agencies: Sequence[Agency],
        people: Sequence[Person],
    ) -> None:
        self._text = text
        self._lower = lower
        self._named = sorted(
            (mention.start, mention.end, agency.name)
            for agency in agencies
            for mention in agency.mentions
            if mention.part == part
        )
        self._bodies = {agency.name for agency in agencies}
        self._of_person = {one.name: one.agency for one in people if one.agency}

    def of(
        self,
        sentence: Span,
        figure: Span,
        reading: Reading,
        anatomy: Anatomy,
        speaker: str | None,
    ) -> Owner | None:
        """The owner of the figure at ``figure``, or None where its sentence names none.

        ``reading`` is what happened to what is counted.

        Its agent (*oleh X*), the keeper of the record (*data X*), the subject of an active verb
        that the figure belongs to; *kami* and *pihaknya* are the body of ``speaker``.
        """
        first = bisect_left(self._named, (sentence[0], 0, ""))
        near = self._named[first : bisect_left(self._named, (sentence[1], 0, ""))]
        for start, end, name in near:
            lead = self._text[max(sentence[0], start - _LEAD) : start]
            if _words().by.search(lead):
                if self._by(start, figure, reading.words, anatomy):
                    return Owner(name, (start, end))
            elif _words().record.search(lead.lower()):
                return Owner(name, (start, end))
        for number in range(len(near) - 1, -1, -1):
            start, end, name = near[number]
            if end <= figure[0] and self._acts(end, figure[0], anatomy):
                return self._alone(near, number)
        body = speaker if speaker in self._bodies else self._of_person.get(speaker or "")
        if body is None:
            return None
        own = self._ourselves(sentence, figure, anatomy, body)
        if own is None and all(name == body for _, _, name in near):
            own = self._own_act(reading, body)
        return own

    def _alone(self, near: Sequence[tuple[int, int, str]], number: int) -> Owner | None:
        """The body at ``number``, the unit printed before its parent, or None of several."""
        start, end, name = near[number]
        if number:
            before = near[number - 1]
            between = self._lower[before[1] : start]
            if between == " ":
                return Owner(before[2], before[:2])
            if between.strip(" ,") in _AND:
                return None
        return Owner(name, (start, end))

    def _by(self, start: int, figure: Span, deed: Span | None, anatomy: Anatomy) -> bool:
        """Whether an agent named at ``start`` does what happened to the figure."""
        if deed is not None and 0 <= start - deed[1] <= _AT_VERB:
            return True
        first, second = sorted(((start, start), figure))
        near = second[0] - first[1] <= _NEAR
        return near and not anatomy.broken(first[1], second[0])

    def _acts(self, end: int, figure: int, anatomy: Anatomy) -> bool:
        """Whether a body named up to ``end`` is the subject of the verb of a figure's clause."""
        tail = _TAIL.match(self._text, end, figure)
        for at in dict.fromkeys((end, tail.end() if tail else end)):
            adverbs = _words().to_verb.match(self._lower, at, figure)
            at = adverbs.end() if adverbs else at
            verb = _VERB.match(self._lower, at, figure)
            if verb is None:
                word = _WORD.match(self._lower, at, figure)
                if word is None or word[1] not in clause_words().bare:
                    continue
                verb = word
            if verb[1] in _words().says:
                return False
            return not anatomy.broken(verb.end(), figure) and self._is_last(verb.start(1), figure)
        return False

    def _is_last(self, verb: int, figure: int) -> bool:
        """Whether no other verb than one of the same subject stands between a verb and a figure."""
        for match in _NEXT_VERB.finditer(self._lower, verb, figure):
            if match[2] in clause_words().light or match.start(2) == verb:
                continue
            if match[1] not in _JOINED:
                return False
        return True

    def _ourselves(self, sentence: Span, figure: Span, anatomy: Anatomy, body: str) -> Owner | None:
        """``body``, where who speaks of it says *kami* or *pihaknya* has done it."""
        for match in _words().ourselves.finditer(self._lower, sentence[0], figure[0]):
            if match[1] not in _words().says and not anatomy.broken(match.end(), figure[0]):
                return Owner(body, match.span())
        return None

    def _own_act(self, reading: Reading, body: str) -> Owner | None:
        """``body``, where what is counted is what only such a body does."""
        words = _words()
        if reading.measure not in words.own_acts or reading.words is None or reading.certainty <= 0:
            return None
        return Owner(body, reading.words) if body.startswith(words.authorities) else None
