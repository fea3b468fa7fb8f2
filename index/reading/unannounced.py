"""Titles of other articles that stand inside a paragraph with nothing to announce them."""

from __future__ import annotations

import re
from functools import cache

from index.article import Removed
from index.reading.headlines import counted_words, headline_end, is_heading
from index.reading.lines import content_words, is_title_case
from index.reading.title_words import GLUE, is_one_name
from index.reading.words import words

SHORTEST_TITLE = 24
# Shorter ones with nothing before them are headings more often than titles.
_SHORTEST_UNANNOUNCED = 42
_ABBREVIATED = re.compile(r"\b[A-Z][A-Za-z]{0,3}\.\s?$")
# Where more than the shape speaks for a title, capitals and short names end a sentence as well.
_SURELY_ABBREVIATED = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,2}|Prof|Brig|Kapt)\.\s?$")
_FOREIGN = re.compile(r"[^\x00-\u024f\u2010-\u203a\u20ac]")
LONGEST_TITLE = 150
_QUOTE = re.compile('["“”]')
# A title or a saying in single marks; an apostrophe inside a word is none.
_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSES = re.compile(r"(?<=[\w.!?])['’](?!\w)")
# From the end of a sentence to where the next one is glued to a title, or a quotation begins.
_BETWEEN = re.compile(
    r"[.!?](?:(?<=[a-z)%\]”\"’A-Z].)|(?<=\d\d\d.))[\"”]?\s?"
    r"(?=['‘]?[A-Z0-9]\S{0,24}\s(?:[A-Z0-9'‘]|[a-z]{2,6}\s[A-Z0-9])\S{0,24}\s(?:[A-Z0-9'‘]|[a-z]{2,7}\s))"
)
# Where it may end: where a word is glued to it, before a quotation, a sign-off, with the text.
_TITLE_STOP = re.compile(
    rf"{GLUE.pattern}|(?<![,:])\s?(?=[\"“][A-Z])|(?<=\w)\s*(?=\([a-z]{{2,9}}/[a-z]{{2,9}}\)|$)"
)
# What follows a title of another article takes up few of its words.
_MOST_TAKEN_UP = 0.4
_FOLLOWING = 400


def is_other_title(said: str, *, strict: bool) -> bool:
    """Whether some words between two sentences are the title of another article by their shape.

    Such a title is in title case and has no sentence stop in it; if ``strict``, it also holds one
    of the words that headlines write with a capital and names do not.
    """
    if not SHORTEST_TITLE <= len(said) <= LONGEST_TITLE or len(said.split()) < 4:
        return False
    if re.search(r"[.;“”\"](?:\s|$)|,$", said) or _FOREIGN.search(said) or not is_title_case(said):
        return False
    # The first word alone may open a sentence: "Digelar di ...".
    return not strict or not words().headline.isdisjoint(
        re.findall(r"[a-z]+", said.partition(" ")[2].lower())
    )


def without_unannounced(paragraph: str, removed: list[Removed], *, last: bool = False) -> str:
    """A paragraph without titles of other articles that stand in it with nothing before them.

    Portals print them between two paragraphs; where the line ends are lost, such a title stands
    behind the end of a sentence, and the next sentence is glued to it, or a quotation follows with
    no comma between. What follows must not speak of what the title says, else the title is a
    heading of the article's own. In the ``last`` paragraph the title may stand at the very end.
    """
    if len(paragraph) < 2 * SHORTEST_TITLE:
        return paragraph
    before = len(removed)
    rest = _without(paragraph, removed, last=last, loose=False)
    # A page that prints one such title prints more of them.
    return _without(rest, removed, last=last, loose=True) if len(removed) > before else rest


def _without(paragraph: str, removed: list[Removed], *, last: bool, loose: bool) -> str:
    pieces: list[str] = []
    position = 0
    for stop in _BETWEEN.finditer(paragraph, SHORTEST_TITLE):
        start = stop.end()
        if start < position:
            continue
        label = _label().match(paragraph, start)
        first, more = (label.end(), True) if label else (start, loose)
        end = _title_end(paragraph, first, last, more)
        if end is None or _is_quoted(paragraph, start):
            continue
        pieces.extend((paragraph[position:start].rstrip(), " "))
        # More titles may stand right behind the first one.
        while end is not None:
            removed.append(Removed("related-title", paragraph[start:end].strip()))
            position = start = end + (paragraph[end : end + 1] == " ")
            end = headline_end(paragraph, start, last=last, loose=loose)
    if not position:
        return paragraph
    return "".join((*pieces, paragraph[position:].lstrip()))


@cache
def _label() -> re.Pattern[str]:
    """What a page sets before a title, glued to it or not: ``ANALISIS``, ``BREAKING NEWS``."""
    said = sorted(words().labels)
    either = "|".join(
        [re.escape(each) for label in said for each in (label.upper(), label.title())]
    )
    return re.compile(rf"(?:{either})\s?(?=['‘]?[A-Z0-9][a-z0-9])")


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation is open at ``at``: the next mark, not far behind it, closes one."""
    if _is_in_single_marks(text, at):
        return True
    mark = _QUOTE.search(text, at, at + LONGEST_TITLE)
    if mark is None or mark.group() == "“":
        return False
    behind = text[mark.end() : mark.end() + 1]
    return mark.group() == "”" or not (text[mark.start() - 1].isspace() or behind.isalnum())


def _is_in_single_marks(text: str, at: int) -> bool:
    """Whether a single mark opens before ``at`` that only closes behind it, neither far off."""
    opened = [mark.start() for mark in _OPENS.finditer(text, max(0, at - LONGEST_TITLE), at)]
    if not opened or _CLOSES.search(text, opened[-1], at):
        return False
    return _CLOSES.search(text, at, at + LONGEST_TITLE) is not None


def _title_end(text: str, start: int, last: bool, loose: bool) -> int | None:
    """The end of the title of another article that begins at ``start``, by shape or by words."""
    before = max(0, start - 7)
    if not _ABBREVIATED.search(text, before, start):
        end = _unannounced_end(text, start, last, loose)
        if end is not None:
            return end
    if _SURELY_ABBREVIATED.search(text, before, start):
        return None
    return headline_end(text, start, last=last, loose=loose)


def _unannounced_end(text: str, start: int, last: bool, loose: bool) -> int | None:
    """The end of the title of another article that begins at ``start``, or None if none does."""
    window = text[start : start + LONGEST_TITLE + 2]
    if not _begins_title(window[:60].split()[:-1]):
        return None
    for mark in _TITLE_STOP.finditer(window, SHORTEST_TITLE):
        end = mark.start()
        if not last and mark.end() == len(window):
            return None
        if is_one_name(window, end):
            continue
        said = window[:end].rstrip()
        if len(said) < _SHORTEST_UNANNOUNCED or said.split()[-1].islower():
            return None
        quoted = text[start + mark.end() : start + mark.end() + 60]
        if quoted[:1] in ('"', "“") and is_title_case(re.split('["”,]', quoted[1:])[0] or "A"):
            return None
        strict = quoted[:1] not in ('"', "“") or _is_subject(said)
        if not is_other_title(said, strict=strict and not (loose and counted_words(said))):
            return None
        if loose:
            return None if is_heading(text, start, start + end, said, loose=True) else start + end
        content = content_words(said)
        following = text[start + end : start + end + _FOLLOWING].lower()
        taken_up = sum(word in following for word in content)
        return start + end if taken_up <= _MOST_TAKEN_UP * len(content) else None
    return None


def _begins_title(words_: list[str]) -> bool:
    """Whether the first words may begin a title in title case: cheap, and most sentences fail."""
    particles = words().particles
    return len(words_) > 3 and all(
        not word[0].islower() or word.strip(",.:;") in particles for word in words_
    )


def _is_subject(said: str) -> bool:
    """Whether some words may be a person's office and name, which a quotation follows as well."""
    first = said.split(None, 1)[0].lower()
    return first in words().roles or len(said) < 40
