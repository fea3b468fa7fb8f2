"""Direct quotations of a body and who speaks them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.article import Agency, Person, Quote, Span
from index.entities.attribution import words as lexicon
from index.entities.quoted import MARKS, quoted_spans
from index.entities.speech import Speakers, Speech

_LEAST_WORDS = 3
# A quotation of so many words is speech even where no word says so.
_SURELY_WORDS = 8
# Fewer words in the middle of the paper's own sentence are a phrase that it takes up.
_PARTIAL_WORDS = 6
_CUE_AFTER = 90
_CUE_BEFORE = 170
# So far apart, in characters, two quotations still are one speech.
_GOES_ON = 600
_TITLE_SHARE = 0.8
_LINK_AFTER = re.compile(r"\s{0,2}\(?(?:https?:|www\.)")
_UNKNOWN_VERB = re.compile(r"\s?([a-z]{4,12})\s(?=[A-Z])")
_BETWEEN = f"{MARKS} \n\t"
_AFTER_CLOSE = re.compile(r"[\s,.;–—-]{0,4}$")


def find_quotes(
    body: str, people: Sequence[Person], agencies: Sequence[Agency]
) -> tuple[Quote, ...]:
    """The direct quotations of ``body`` in order, without their marks: ``text == body[start:end]``.

    Marks of any shape are paired within their paragraph (``quoted.py``). Fewer than three words are
    no quotation, nor is the name of something (a title, a slogan, a headline). The speaker is the
    person (else the agency) at the word of speech after or before the quotation, by full name; a
    form in *-nya* and a quotation that goes on are the last speaker's. A speaker whose name is not
    among ``people`` and ``agencies`` is None. Words of speech: lexicon/speech.yaml. Never raises.
    """
    return quotes_with(Speakers(body, people, agencies))


def quotes_with(speakers: Speakers) -> tuple[Quote, ...]:
    """``find_quotes`` with the words of speech of the body already read."""
    body = speakers.body
    quotes: list[Quote] = []
    for paragraph in _paragraphs(body):
        spans = quoted_spans(speakers, paragraph)
        for number, (start, end) in enumerate(spans):
            limit = spans[number + 1][0] if number + 1 < len(spans) else paragraph[1]
            quote = _quote(speakers, (start, end), paragraph, limit, quotes)
            if quote is not None:
                quotes.append(quote)
    return tuple(_side_by_side(body, quotes))


def _side_by_side(body: str, quotes: list[Quote]) -> list[Quote]:
    """Quotations with nothing between them have one speaker, whom the last of them names."""
    for number in range(len(quotes) - 2, -1, -1):
        quote, following = quotes[number], quotes[number + 1]
        if quote.cue is None and not body[quote.end : following.start].strip(_BETWEEN):
            quotes[number] = replace(quote, speaker=following.speaker)
    return quotes


def _paragraphs(body: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for line in body.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def _quote(
    speakers: Speakers, span: Span, paragraph: Span, limit: int, earlier: Sequence[Quote]
) -> Quote | None:
    body = speakers.body
    start, end = _stripped(body, span)
    words = body[start:end].split()
    if len(words) < _LEAST_WORDS:
        return None
    after = _speech_after(speakers, span, limit)
    if after is not None:
        cue = body[after.start : after.end]
        return Quote(after.speaker, body[start:end], start, end, cue)
    if not any(map(str.islower, body[start:end])) or _is_title(body, span, words):
        return None
    bracketed, speaker = speakers.bracketed(span[1] + 1)
    if bracketed:
        return Quote(speaker, body[start:end], start, end)
    partial = body[start].islower() and len(words) >= _PARTIAL_WORDS
    before = _speech_before(speakers, span[0] - 1, _lead(body, span, paragraph), partial=partial)
    if before is None and not _is_speech(body, (start, end), span, paragraph, words):
        return None
    if before is not None:
        return Quote(before.speaker, body[start:end], start, end, body[before.start : before.end])
    speaker = _continued(speakers, start, paragraph, earlier)
    return Quote(speaker, body[start:end], start, end)


def _lead(body: str, span: Span, paragraph: Span) -> int:
    """From where words may lead up to a quotation: the line before, if that ends in a colon."""
    start = paragraph[0]
    if body[start : span[0] - 1].strip() or not body[:start].endswith(":\n"):
        return start
    return body.rfind("\n", 0, start - 1) + 1


def _stripped(body: str, span: Span) -> Span:
    piece = body[span[0] : span[1]]
    left = len(piece) - len(piece.lstrip())
    return span[0] + left, span[0] + max(left, len(piece.rstrip()))


def _speech_after(speakers: Speakers, span: Span, limit: int) -> Speech | None:
    """The word of speech right behind a quotation, or behind one whose closing mark is lost."""
    body, at = speakers.body, span[1]
    if at < len(body) and body[at] in MARKS:
        at += 1
    for speech in speakers.between(at, min(max(limit, at), at + _CUE_AFTER)):
        if not _AFTER_CLOSE.fullmatch(body, at, speech.start):
            break
        return speech if speech.kind in ("named_after", "pronoun") else None
    return _misprinted(speakers, span[1], at)


def _misprinted(speakers: Speakers, end: int, at: int) -> Speech | None:
    """A word and a person's name right behind a statement: the word must be one of speech."""
    match = _UNKNOWN_VERB.match(speakers.body, at)
    if match is None or speakers.body[end - 1 : end] != ",":
        return None
    speaker = speakers.named_at(match.end())
    return Speech(*match.span(1), "named_after", speaker) if speaker else None


def _speech_before(speakers: Speakers, at: int, floor: int, *, partial: bool) -> Speech | None:
    """The word of speech that leads up to a quotation: *X mengatakan, "..."*.

    A ``partial`` one goes on the paper's own sentence: *X menyebut hal itu "sangat ..."*.
    """
    lead = speakers.body[max(floor, at - 3) : at].rstrip()
    if not partial and lead[-1:] not in (",", ":", "n", "a", "t"):
        return None
    found = None
    for speech in speakers.between(max(floor, at - _CUE_BEFORE), at):
        if speech.kind in ("subject_before", "pronoun", "source_after"):
            found = speech
    if found is None or ". " in speakers.body[found.end : at]:
        return None
    if not partial and lead[-1:] not in (",", ":") and at - found.end > 12:
        return None
    return found


def _is_title(body: str, span: Span, words: Sequence[str]) -> bool:
    """Whether what is quoted is the name of something: a title, a slogan, a headline, a link."""
    rules = lexicon()
    if rules.title.search(body, max(0, span[0] - 32), max(0, span[0] - 1)):
        return True
    if _LINK_AFTER.match(body, span[1] + 1):
        return True
    weighty = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in weighty)
    if len(weighty) > 2 and capitals >= _TITLE_SHARE * len(weighty):
        return True
    bare = [word.strip(".,:;?!").lower() for word in words]
    english = sum(word in rules.english for word in bare)
    return english >= 0.2 * len(bare) and not any(word in rules.indonesian for word in bare)


def _is_speech(body: str, inner: Span, span: Span, paragraph: Span, words: Sequence[str]) -> bool:
    """Whether a quotation that nothing introduces is somebody's sentence and no phrase."""
    if len(words) <= _LEAST_WORDS:
        return False
    if body[inner[1] - 1] in ",.?!…":
        return True
    begins = not body[paragraph[0] : max(paragraph[0], span[0] - 1)].strip()
    ends = not body[span[1] + 1 : paragraph[1]].strip() or body[span[1] + 1 : span[1] + 2] in ".,"
    return ends and (begins or len(words) >= _SURELY_WORDS)


def _continued(
    speakers: Speakers, start: int, paragraph: Span, earlier: Sequence[Quote]
) -> str | None:
    """The speaker of a quotation without a word of speech: that of the one it goes on from."""
    if not earlier:
        return speakers.turn_at(start)
    last = earlier[-1]
    near = start - last.end <= _GOES_ON and (
        last.start >= paragraph[0] or speakers.body.count("\n", last.end, paragraph[0]) <= 1
    )
    if near and not speakers.others_between(last.end, start, last.speaker):
        return last.speaker
    return speakers.turn_at(start)
