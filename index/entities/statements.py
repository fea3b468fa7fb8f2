"""Indirect speech of a body: the sentences that give what somebody says in the paper's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.article import Quote, Span, Statement
from index.entities.attribution import words
from index.entities.speech import Speakers, Speech

# A statement has at least so many words beside its word of speech.
_LEAST_WORDS = 4
_MARKS = "\"“”„«»'’"
_OPENING = '"“”„«» '
_ENDS = ".!?…"
_HAPPENED = re.compile(r"(?:Hal|Pernyataan|Demikian|Penegasan|Penjelasan)\b")
_CLAUSE = re.compile(r"\s?,|\sbahwa\s")
# Between two subjects: an office of the second may stand there.
_AND = re.compile(r"\s(?:dan|serta)\s(?:[A-Z][\w.]*\s){0,6}")
_THAT = re.compile(r"\sbahwa\s")
_WORD = re.compile(r"[\w-]+")


def find_statements(speakers: Speakers, quotes: Sequence[Quote]) -> tuple[Statement, ...]:
    """The statements in indirect speech of a body, in order: ``text == body[start:end]``.

    A statement is a sentence outside the direct ``quotes`` with a word of speech and a content:
    *X mengatakan (bahwa) ...*, *menurut X, ...*, *..., kata X, ...*, *berdasarkan data X, ...*. Its
    cue is the first such word of the sentence that is no part of a relative clause, else the
    first. What two say together (*X dan Y mengatakan*) is a statement of each. A sentence that
    only leads up to a quotation, or gives it its speaker, is none. The speaker is found as for
    quotations, None where nobody is named. Never raises.
    """
    body = speakers.body
    found: list[Statement] = []
    for start, end in _sentences(speakers, quotes):
        speech = _word_of_speech(speakers, start, end)
        if speech is not None:
            cue = body[speech.start : speech.end]
            for speaker in (*_together_with(speakers, speech, start), speech.speaker):
                found.append(Statement(speaker, cue, body[start:end], start, end))
    return tuple(found)


def _sentences(speakers: Speakers, quotes: Sequence[Quote]) -> Iterator[Span]:
    """The sentences with words of speech that touch no quotation, without space around them."""
    body = speakers.body
    start = 0
    for quote in (*quotes, None):
        limit = quote.start if quote is not None else len(body)
        # The mark that opens the quotation may stand right behind a full stop.
        while quote is not None and limit > start and body[limit - 1] in _OPENING:
            limit -= 1
        for speech in speakers.between(start, limit):
            if speech.start < start:
                continue
            start = speakers.bounds.start(start, speech.start)
            stop = speakers.bounds.end(speech.start, limit)
            if stop >= limit and quote is not None and not _closed(body[start:limit]):
                break
            span = _stripped(body, start, stop)
            if span is not None:
                yield span
            start = stop
        if quote is not None:
            start = _after(speakers, quote.end)


def _closed(piece: str) -> bool:
    """Whether a sentence has ended before the quotation that follows it."""
    left = piece.rstrip(f" \t{_MARKS}")
    return left[-1:] in _ENDS or (left[-1:] == "\n" and left.rstrip()[-1:] not in ",:")


def _after(speakers: Speakers, end: int) -> int:
    """Where the first sentence begins behind a quotation and the words that give its speaker."""
    body = speakers.body
    at = end
    while at < len(body) and body[at] in f"{_MARKS},":
        at += 1
    said = body[at : at + 3].lstrip()[:1]
    if body[end - 1 : end] in _ENDS and said.isupper():
        return at
    return speakers.bounds.end(at, len(body))


def _stripped(body: str, start: int, end: int) -> Span | None:
    piece = body[start:end]
    left = len(piece) - len(piece.lstrip(f" \n\t{'”’»'}"))
    right = len(piece.rstrip())
    return (start + left, start + right) if right > left else None


def _word_of_speech(speakers: Speakers, start: int, end: int) -> Speech | None:
    """The word of speech by which the sentence is a statement, or None."""
    body = speakers.body
    if len(_WORD.findall(body[start:end])) <= _LEAST_WORDS:
        return None
    spare: Speech | None = None
    for speech in speakers.between(start, end):
        if not speech.states or not _says(speakers, speech, start, end):
            continue
        # Behind a quotation that was too short to be one ("Setuju," kata X).
        if body[max(start, speech.start - 2) : speech.start].strip()[-1:] in tuple(_MARKS):
            continue
        if body[max(start, speech.start - 5) : speech.start] != "yang " or _CLAUSE.match(
            body, speech.end
        ):
            return speech
        spare = spare or speech
    return spare


def _together_with(speakers: Speakers, speech: Speech, start: int) -> tuple[str, ...]:
    """Who says it together with the speaker, named before him: *X dan Y mengatakan*."""
    if speech.kind != "subject_before" or speech.speaker is None:
        return ()
    near = speakers.candidates.within(start, speech.start)
    if len(near) != 2 or near[1].name != speech.speaker or near[0].name == speech.speaker:
        return ()
    one, other = near
    beside = _AND.fullmatch(speakers.body, one.end, other.start)
    return (one.name,) if beside and one.person == other.person else ()


def _says(speakers: Speakers, speech: Speech, start: int, end: int) -> bool:
    """Whether the sentence has a content beside the word of speech, and somebody who says it."""
    body = speakers.body
    if speech.kind == "subject_before":
        return len(_WORD.findall(body[speech.end : end])) >= 3 and (
            speech.speaker is not None
            or _somebody(body[start : speech.start])
            or words().unknown.search(body[start : speech.start]) is not None
            or _THAT.match(body, speech.end) is not None
        )
    if speech.kind == "source_after":
        following = body[speech.end : end].split(",")[0].split()[:4]
        return not _HAPPENED.match(body, start) and (
            speech.speaker is not None
            or _somebody(" ".join(following))
            or (bool(following) and _names_somebody(following[0]))
        )
    if speech.kind == "named_after" and speech.speaker is None:
        # "..., nilai tukar" is no verb: who speaks is a name or a kind of people.
        following = body[speech.end : end].split()[:1]
        return bool(following) and (_names_somebody(following[0]) or _somebody(following[0]))
    return True


def _names_somebody(word: str) -> bool:
    """Whether a word is a name, of somebody whom the article does not list, and no law's."""
    return word[0].isupper() and word.strip(".,").lower() not in words().no_speakers


def _somebody(text: str) -> bool:
    """Whether the words name a kind of people, though nobody by name."""
    unnamed = words().unnamed
    return any(word in unnamed for word in re.findall(r"\w+", text.lower()))
