"""Where quotation marks open and close: the spans between them, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.article import Span
from index.entities.speech import Speakers, Speech

MARKS = '"“”„«»'
_MARKS = re.compile(f"[{MARKS}]")
# A quoted name inside a quotation is not longer than this.
_NESTED = 80
# A quotation that has lost its opening mark is not looked for further back.
_BACK = 700
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z\"“])")
_OPENERS, _CLOSERS = "“„«", "”»"
_CUE_GAP = 3


def quoted_spans(speakers: Speakers, paragraph: Span) -> list[Span]:
    """The spans between the marks of one paragraph, without the marks, in order.

    A mark opens or closes by what stands around it, whichever way it leans. One that is never
    closed ends where a word of speech follows (*..., kata X*), else with the next opening mark or
    the paragraph. One that was never opened ends the sentence before it, if a word of speech
    follows the mark.
    """
    body = speakers.body
    marks = [match.start() for match in _MARKS.finditer(body, *paragraph)]
    spans: list[Span] = []
    opened: int | None = None
    floor = paragraph[0]
    number = 0
    while number < len(marks):
        at = marks[number]
        kind = _kind(speakers, at, paragraph)
        if opened is None:
            if kind != "close":
                opened = at
            else:
                start = _lost_start(speakers, floor, at)
                if start is not None:
                    spans.append((start, at))
                elif _opens_late(speakers, marks, number, paragraph):
                    opened = at
                floor = at + 1
        elif kind == "open" and _nests(speakers, marks, number, paragraph):
            number += 1
        elif kind == "open" or (kind == "either" and _told_before(speakers, opened, at)):
            spans.append((opened + 1, _unclosed_end(speakers, opened + 1, at)))
            opened = at
        else:
            spans.append((opened + 1, at))
            opened, floor = None, at + 1
        number += 1
    if opened is not None and _kind(speakers, opened, paragraph) != "close":
        spans.append((opened + 1, _unclosed_end(speakers, opened + 1, paragraph[1])))
    return [(start, end) for start, end in spans if end > start]


def _kind(speakers: Speakers, at: int, paragraph: Span) -> str:
    """``"open"``, ``"close"`` or ``"either"`` for the mark at ``at``."""
    body = speakers.body
    before = body[at - 1] if at > paragraph[0] else " "
    after = body[at + 1] if at + 1 < paragraph[1] else " "
    spoken = any(
        speech.kind in ("named_after", "pronoun") and not body[at + 1 : speech.start].strip(" ,.")
        for speech in speakers.between(at + 1, at + 1 + _CUE_GAP)
    )
    if spoken and after != ".":
        return "close"
    if before.isspace() or before in "([:—–-":
        if not after.isspace():
            return "close" if before == " " and after in ",.;" else "open"
        # With space on both sides the way it leans is all that tells.
        if body[at] in _OPENERS:
            return "open"
        printed = body[max(paragraph[0], at - 3) : at].rstrip()[-1:]
        if not printed or printed == ":":
            return "open"
        following = body[at + 1 : at + 4].lstrip()[:1]
        if following.islower():
            return "close"
        return "either"
    if after.isspace() or after in ".,;:)]!?" or not after.isalnum():
        return "close"
    if before in ".,?!" and after.isupper():
        return "open" if body[at] in _OPENERS else "close" if body[at] in _CLOSERS else "either"
    return "close" if before in ".,?!" else "either"


def _nests(speakers: Speakers, marks: Sequence[int], number: int, paragraph: Span) -> bool:
    """Whether the mark opens a short name inside a quotation that closes later.

    A quotation that begins after the one before was left open follows a full stop or a comma.
    """
    if number + 2 >= len(marks) or marks[number + 1] - marks[number] > _NESTED:
        return False
    body = speakers.body
    before = body[max(0, marks[number] - 3) : marks[number]].rstrip()[-1:]
    return before.isalnum() and _kind(speakers, marks[number + 1], paragraph) != "open"


def _opens_late(speakers: Speakers, marks: Sequence[int], number: int, paragraph: Span) -> bool:
    """Whether a mark printed behind a full stop opens the sentence after it (*pergi." Kami ...*).

    Nothing is open before it, and the next mark closes a statement that somebody is given.
    """
    body, at = speakers.body, marks[number]
    if body[at - 1 : at] not in tuple(".?!") or not body[at + 1 : at + 3].lstrip()[:1].isupper():
        return False
    return number + 1 < len(marks) and _kind(speakers, marks[number + 1], paragraph) == "close"


def _told(speakers: Speakers, start: int, end: int) -> Speech | None:
    """The first word of speech in ``[start, end)`` that gives what is before it to a speaker."""
    for speech in speakers.between(start + 12, end):
        if speech.kind == "named_after" and speech.speaker is not None:
            return speech
    return None


def _told_before(speakers: Speakers, opened: int, at: int) -> bool:
    return _told(speakers, opened + 1, at) is not None


def _unclosed_end(speakers: Speakers, start: int, limit: int) -> int:
    speech = _told(speakers, start, limit)
    if speech is None:
        return limit
    return start + len(speakers.body[start : speech.start].rstrip())


def _lost_start(speakers: Speakers, floor: int, at: int) -> int | None:
    """Where a quotation begins that is closed at ``at`` and whose opening mark is lost."""
    body = speakers.body
    if body[at - 1 : at] not in (",", ".", "?", "!"):
        return None
    spoken = [
        speech for speech in speakers.between(at + 1, at + 1 + _CUE_GAP)
        if speech.kind in ("named_after", "pronoun")
    ]  # fmt: skip
    if not spoken:
        return None
    start = max(floor, at - _BACK)
    if start == floor and floor and not body[floor - 1].isspace():
        # After a quotation comes who said it; the next begins with the sentence behind that.
        first = _SENTENCE.search(body, start, at)
        if first is None:
            return None
        start = first.end()
    last = start
    for match in _SENTENCE.finditer(body, start, at - 1):
        last = match.end()
    return last
