"""Who gives a figure: the words of speech of its sentence, and the account that it is part of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import Quote, Span
from index.entities.attribution import words
from index.entities.speech import Speakers, Speech
from index.figures.carried import holds_no_longer
from index.figures.counted import Counted
from index.figures.resources import listed, rules
from index.language.patterns import alternatives

_FILE = "credited.yaml"
_KEYS = ("so_said", "passive", "media", "before_name", "own_side", "of_whole")
# Within so many sentences after a speaker, and before he speaks again, the account is his.
_AFTER, _BEFORE = 2, 3
_QUOTE_REACH = 160
_BEGINNING = 70
_RECORD = re.compile(r"(?:data|catatan|laporan|keterangan)(?:\sdari)?$")
_WORD_BEFORE = re.compile(r"(\w+)\s$")
_NAME = r"(?P<name>[A-Z][\w.&’'-]*(?:\s(?:[A-Z][\w.&’'-]*|of|and|dan)){0,4})"


@dataclass(frozen=True, slots=True)
class Credit:
    """Who gives a figure (a full name, or an agency's), and the words that say so."""

    speaker: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Words:
    so_said: re.Pattern[str]
    medium: re.Pattern[str]
    own_side: re.Pattern[str]
    of_whole: re.Pattern[str]


@cache
def _words() -> _Words:
    entry = rules(_FILE, _KEYS)
    either = {key: alternatives(listed(_FILE, entry, key)) for key in _KEYS}
    return _Words(
        so_said=re.compile(
            rf"\s{{0,2}}(?i:{either['so_said']})(?!\w)(?:\s\w+){{0,4}}?\s(?i:{either['passive']})(?!\w)"
        ),
        medium=re.compile(
            rf"[\s\"“(]{{0,2}}(?:\[[\w.]+\]\s)?(?i:{either['media']})\s(?:(?:{either['before_name']})\s)?{_NAME}"
        ),
        own_side=re.compile(rf"(?<!\w){either['own_side']}(?!\w)", re.I),
        of_whole=re.compile(rf"[\s\"“]{{0,2}}(?:{either['of_whole']})(?!\w)", re.I),
    )


class Credits:
    """The speakers of the figures of one body, asked for in their order.

    ``quotes`` are in order and do not overlap; ``bounds`` are the sentences of ``text``.
    """

    def __init__(
        self, text: str, bounds: Sequence[Span], quotes: Sequence[Quote], speakers: Speakers
    ) -> None:
        self._text = text
        self._bounds = bounds
        self._quotes = quotes
        self._speakers = speakers
        self._voices: dict[int, list[Credit | None]] = {}
        self._account: dict[int, Credit | None] = {}
        self._previous: Credit | None = None

    def of(self, counted: Counted) -> Credit | None:
        """Who gives a figure, or None where the paper says it itself.

        The speaker of its quotation; else of the words of speech of its sentence; else whose
        account the sentence goes on with.
        """
        found = self._of(counted)
        self._previous = found
        return found

    def _of(self, counted: Counted) -> Credit | None:
        offset = counted.amount.core
        quote = self._quote_at(offset)
        if quote is not None:
            return self._credit_of(quote)
        number = bisect_right(self._bounds, counted.sentence) - 1
        spoken = self._spoken(counted)
        if spoken is not None:
            return spoken
        turn = self._speakers.turn_at(offset)
        if turn is not None:
            return Credit(turn, counted.span)
        if number not in self._account:
            self._account[number] = self._of_account(number)
            if self._account[number] is not None:
                self._voices[number] = [self._account[number]]
        return self._account[number] or self._of_whole(counted)

    def _quote_at(self, offset: int) -> Quote | None:
        position = bisect_right(self._quotes, offset, key=_start_of) - 1
        if position < 0 or offset >= self._quotes[position].end:
            return None
        return self._quotes[position]

    def _credit_of(self, quote: Quote) -> Credit | None:
        """The speaker of a quotation, and the word of speech that stands nearest to it."""
        if quote.speaker is None:
            return None
        low, high = quote.start - _QUOTE_REACH, quote.end + _QUOTE_REACH
        near = [
            speech for speech in self._speakers.between(max(0, low), high)
            if speech.speaker == quote.speaker
            and not quote.start <= speech.start < quote.end
        ]  # fmt: skip
        if not near:
            return Credit(quote.speaker, (quote.start, quote.end))
        best = min(near, key=lambda one: max(one.start - quote.end, quote.start - one.end))
        return Credit(quote.speaker, (best.start, best.end))

    def _spoken(self, counted: Counted) -> Credit | None:
        """The speaker of a word of speech in the sentence that has the figure in its statement."""
        offset = counted.amount.core
        speeches = [
            speech for speech in self._speakers.between(*counted.window)
            if speech.speaker and self._can_tell(speech, offset)
        ]  # fmt: skip
        if not speeches:
            return None
        # Who cites data gives the figure, not the data: "X menyoroti ..., berdasarkan catatan Y".
        voices = [speech for speech in speeches if not self._is_record(speech)] or speeches
        stating = [speech for speech in voices if speech.states] or voices
        before = [speech for speech in stating if speech.start < offset]
        speech = before[-1] if before else stating[0]
        return Credit(str(speech.speaker), (speech.start, speech.end))

    def _is_record(self, speech: Speech) -> bool:
        word = self._text[speech.start : speech.end].lower()
        return speech.kind == "source_after" and _RECORD.search(word) is not None

    def _can_tell(self, speech: Speech, offset: int) -> bool:
        """Whether a word of speech can have what stands at ``offset`` in its statement.

        What follows a verb with its subject is said (*X mengatakan ada 12 kasus*), what goes before
        is part of the subject; a verb that tells of no statement made (*diduga meminta*) says none.
        """
        if speech.kind != "subject_before" or speech.states:
            return speech.kind != "subject_before" or speech.start < offset
        before = _WORD_BEFORE.search(self._text, max(0, speech.start - 20), speech.start)
        told = before is None or before[1].lower() not in words().modals
        return told and speech.start < offset

    def _of_account(self, number: int) -> Credit | None:
        """Whose account a sentence without a word of speech is part of, if anybody's."""
        text, bound = self._text, self._bounds[number]
        said = self._so_said(number)
        if said is not None:
            return said
        medium = _words().medium.match(text, *bound)
        if medium is not None:
            return Credit(medium["name"].rstrip(".,"), medium.span("name"))
        if holds_no_longer(text, bound):
            return None
        before = self._before(number)
        if before is None:
            return None
        behind = self._behind(number)
        if behind is not None and behind.speaker == before.speaker:
            return before
        if _words().own_side.search(text, *bound):
            return before
        return None

    def _so_said(self, number: int) -> Credit | None:
        """The speaker whom the sentence behind names: *Hal itu diungkapkan X*."""
        if number + 1 >= len(self._bounds):
            return None
        start, end = self._bounds[number + 1]
        match = _words().so_said.match(self._text, start, min(end, start + _BEGINNING))
        if match is None:
            return None
        return next(
            (
                Credit(speech.speaker, (speech.start, speech.end))
                for speech in self._speakers.between(start, end)
                if speech.speaker and speech.start < match.end()
            ),
            None,
        )

    def _of_whole(self, counted: Counted) -> Credit | None:
        """The speaker of the figure before, of which this one is a part."""
        text = self._text
        part = _words().of_whole.match(text, counted.sentence[0], counted.sentence[1])
        part = part or _words().of_whole.match(text, counted.span[1], counted.span[1] + 20)
        return self._previous if part else None

    def _before(self, number: int) -> Credit | None:
        for back in range(number - 1, max(number - _AFTER, 0) - 1, -1):
            voice = self._voice(back)
            if voice:
                return voice[-1]
        return None

    def _behind(self, number: int) -> Credit | None:
        for ahead in range(number + 1, min(number + _BEFORE + 1, len(self._bounds))):
            voice = self._voice(ahead)
            if voice:
                return voice[0]
        return None

    def _voice(self, number: int) -> list[Credit | None]:
        """Who speaks in a sentence, in order; None is somebody who is not known."""
        known = self._voices.get(number)
        if known is None:
            known = self._heard(*self._bounds[number]) or self._goes_on(number)
            self._voices[number] = known
        return known

    def _heard(self, start: int, end: int) -> list[Credit | None]:
        heard: list[tuple[int, Credit | None]] = []
        first = max(0, bisect_right(self._quotes, start, key=_start_of) - 1)
        last = bisect_left(self._quotes, end, key=_start_of)
        for quote in self._quotes[first:last]:
            if quote.end > start:
                heard.append((max(start, quote.start), self._credit_of(quote)))
        for speech in self._speakers.between(start, end):
            if speech.speaker and speech.states and self._quote_at(speech.start) is None:
                credit = Credit(speech.speaker, (speech.start, speech.end))
                heard.append((speech.start, credit))
        return [credit for _, credit in sorted(heard, key=lambda one: one[0])]

    def _goes_on(self, number: int) -> list[Credit | None]:
        """The speaker before a sentence that has no word of speech but tells of his own side."""
        if not _words().own_side.search(self._text, *self._bounds[number]):
            return []
        for back in range(number - 1, max(number - _AFTER, 0) - 1, -1):
            heard = self._heard(*self._bounds[back])
            if heard:
                return heard[-1:]
        return []


def _start_of(quote: Quote) -> int:
    return quote.start
