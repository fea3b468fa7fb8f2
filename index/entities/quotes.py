"""Direct quotations of a body and who speaks them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.article import Agency, Person, Quote, Span
from index.entities.speech import Speakers, Speech

_MARKS = re.compile('["“”„«»]')
_LEAST_WORDS = 3
# A quotation of so many words is speech even where no word says so.
_SURELY_WORDS = 8
_NESTED = 80
_CUE_AFTER = 90
_CUE_BEFORE = 170
_AFTER_CLOSE = re.compile(r"[\s,.;–—-]{0,4}$")


def find_quotes(
    body: str, people: Sequence[Person], agencies: Sequence[Agency]
) -> tuple[Quote, ...]:
    """The direct quotations of ``body`` in order, without their marks: ``text == body[start:end]``.

    Marks of any shape are paired within their paragraph; one that is never closed ends with it.
    Fewer than three words are no quotation, nor is a quoted name. The speaker is the person (else
    the agency) at the word of speech after or before the quotation, by full name; a form in *-nya*
    and a quotation that goes on are the last speaker's. Words of speech: lexicon/speech.yaml.
    Never raises.
    """
    return quotes_with(Speakers(body, people, agencies))


def quotes_with(speakers: Speakers) -> tuple[Quote, ...]:
    """``find_quotes`` with the words of speech of the body already read."""
    body = speakers.body
    quotes: list[Quote] = []
    for paragraph in _paragraphs(body):
        spans = _paired(body, paragraph)
        for number, (start, end) in enumerate(spans):
            limit = spans[number + 1][0] if number + 1 < len(spans) else paragraph[1]
            quote = _quote(speakers, (start, end), paragraph, limit, quotes)
            if quote is not None:
                quotes.append(quote)
    return tuple(quotes)


def _paragraphs(body: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in body.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _paired(body: str, paragraph: Span) -> list[Span]:
    """The spans between paired marks; the last mark may stay open to the end of the paragraph."""
    marks = [match.start() for match in _MARKS.finditer(body, *paragraph)]
    spans: list[Span] = []
    opened: int | None = None
    number = 0
    while number < len(marks):
        at = marks[number]
        if opened is None:
            opened = at
        elif _opens(body, at) and _nests(body, marks, number):
            number += 1
        else:
            spans.append((opened + 1, at))
            opened = None
        number += 1
    if opened is not None and _opens(body, opened):
        spans.append((opened + 1, paragraph[1]))
    return spans


def _opens(body: str, at: int) -> bool:
    before, after = body[at - 1 : at] if at else "", body[at + 1 : at + 2]
    if before and not before.isspace() and before not in "([:—–-":
        return False
    if not after or after.isspace():
        return False
    # `, ”ujarnya` closes although it leans the wrong way.
    return body[max(0, at - 3) : at].rstrip()[-1:] not in (",", "?", "!") or after.isupper()


def _nests(body: str, marks: Sequence[int], number: int) -> bool:
    """Whether the mark opens a short name inside a quotation that closes later.

    A quotation that begins after the one before was left open follows a full stop or a comma.
    """
    if number + 2 >= len(marks) or marks[number + 1] - marks[number] > _NESTED:
        return False
    before = body[max(0, marks[number] - 3) : marks[number]].rstrip()[-1:]
    return before.isalnum() and not _opens(body, marks[number + 1])


def _quote(
    speakers: Speakers, span: Span, paragraph: Span, limit: int, earlier: Sequence[Quote]
) -> Quote | None:
    body = speakers.body
    start, end = _stripped(body, span)
    words = len(body[start:end].split())
    if words < _LEAST_WORDS:
        return None
    after = _speech_after(speakers, span[1] + 1, limit)
    before = None if after else _speech_before(speakers, span[0] - 1, paragraph[0])
    speech = after or before
    if speech is None and not _is_speech(body, (start, end), span, paragraph, words):
        return None
    speaker = speech.speaker if speech is not None else _continued(body, paragraph, earlier)
    return Quote(speaker, body[start:end], start, end)


def _stripped(body: str, span: Span) -> Span:
    piece = body[span[0] : span[1]]
    left = len(piece) - len(piece.lstrip())
    return span[0] + left, span[0] + max(left, len(piece.rstrip()))


def _speech_after(speakers: Speakers, at: int, limit: int) -> Speech | None:
    for speech in speakers.between(at, min(limit, at + _CUE_AFTER)):
        if speech.kind in ("named_after", "pronoun") and _AFTER_CLOSE.fullmatch(
            speakers.body, at, speech.start
        ):
            return speech
        break
    return None


def _speech_before(speakers: Speakers, at: int, floor: int) -> Speech | None:
    """The word of speech that leads up to a quotation: *X mengatakan, "..."*."""
    lead = speakers.body[max(floor, at - 3) : at].rstrip()
    if lead[-1:] not in (",", ":", "n", "a", "t"):
        return None
    found = None
    for speech in speakers.between(max(floor, at - _CUE_BEFORE), at):
        if speech.kind in ("subject_before", "pronoun", "source_after"):
            found = speech
    if found is None or ". " in speakers.body[found.end : at]:
        return None
    if lead[-1:] not in (",", ":") and at - found.end > 12:
        return None
    return found


def _is_speech(body: str, inner: Span, span: Span, paragraph: Span, words: int) -> bool:
    if words >= _SURELY_WORDS:
        return True
    begins = not body[paragraph[0] : span[0] - 1].strip()
    return words > _LEAST_WORDS and (begins or body[inner[1] - 1] in ",.?!")


def _continued(body: str, paragraph: Span, earlier: Sequence[Quote]) -> str | None:
    """The speaker of a quotation without a word of speech: that of the one it goes on from."""
    if not earlier:
        return None
    last = earlier[-1]
    if last.start >= paragraph[0]:
        return last.speaker
    between = body[last.end : paragraph[0]]
    return last.speaker if between.count("\n") <= 1 else None
