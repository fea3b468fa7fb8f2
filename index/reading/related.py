"""Titles of other articles that stand inside an article: "Baca juga" and what follows it."""

from __future__ import annotations

import re

from index.article import Removed
from index.reading.lines import content_words, is_item, is_prose, is_title_case
from index.reading.words import words

_MARKER = re.compile(
    r"""(?P<open>[(\[]\s?)?(?<![a-z])(?:"""
    r"""(?i:baca|simak|lihat)\s(?i:juga|pula)\s?(?:[:;]|(?=["“'‘A-Z]))|BACA(?:\sJUGA)?\s?[:;]?(?=\s?[A-Z])"""
    r"""|[Bb]aca\s?:|(?i:pilihan editor|artikel terkait)\s?[:;])\s*"""
)
_CUES = (
    "baca",
    "simak juga",
    "lihat juga",
    "simak pula",
    "lihat pula",
    "pilihan editor",
    "artikel terkait",
)
# A marker and a word behind it.
_SHORTEST_PIECE = 8
_LONGEST_TITLE = 30
_LONGEST_SUBJECT = 9
_LEAST_SUBJECT = 3
_SHORTEST_TITLE = 4
_SURE_OPENERS = frozenset({"namun", "menurut", "sementara", "selain", "adapun"})
_TOKEN = re.compile(r"\S+")
# "DadakanLalu": the title's last word and the first of the sentence after it.
_GLUED_WORDS = re.compile(r"[a-z]{3}(?=[A-Z][a-z]{3}|[\"“][A-Z])")
_SENTENCE_STOP = re.compile(r"""[.!?…]["'”’)]*$""")


def without_related(paragraph: str, removed: list[Removed]) -> str:
    """A paragraph without the "Baca juga: title" pieces in it; they are added to ``removed``.

    A title has no mark at its end, so the first word of what follows has to be told by its shape.
    Where that is not certain the words stay and only the marker goes: a headline too many harms
    less than half a sentence too few.
    """
    if len(paragraph) < _SHORTEST_PIECE:
        return paragraph
    lowered = paragraph.lower()
    if not any(cue in lowered for cue in _CUES):
        return paragraph
    pieces: list[str] = []
    position = 0
    while marker := _MARKER.search(paragraph, position):
        pieces.append(paragraph[position : marker.start()])
        end = _title_end(paragraph, marker)
        removed.append(Removed("related-inline", paragraph[marker.start() : end].strip()))
        pieces.append(" ")
        position = end
    if not position:
        return paragraph
    return "".join((*pieces, paragraph[position:]))


def _title_end(text: str, marker: re.Match[str]) -> int:
    start = marker.end()
    if marker["open"] or marker.group().startswith("("):
        close = text.find(")", start, start + 250)
        return close + 1 if close >= 0 else start
    if not marker.group().rstrip().endswith((":", ";")):
        # The link behind a bare "Baca Juga" is gone already; what comes now is the article.
        return start
    following = _MARKER.search(text, start, start + 250)
    limit = following.start() if following else len(text)
    tokens = list(_TOKEN.finditer(text, start, min(limit, start + 400)))[:_LONGEST_TITLE]
    cut_off = bool(tokens) and tokens[-1].end() < limit
    for number, token in enumerate(tokens):
        word = token.group()
        if number and _opens_quotation(text, token.start()):
            return token.start()
        if number >= 3 and _opens_sentence(tokens, number):
            return token.start()
        if number >= 2 and (glued := _GLUED_WORDS.search(word)):
            return token.start() + glued.end()
        if number and _is_small(word):
            # No headline: the sentence began before this word, somewhere among the capitals.
            return (
                _subject_start(tokens, number)
                or _known_subject(text[: marker.start()], tokens, number)
                or start
            )
        if number >= 2 and _SENTENCE_STOP.search(word) and len(word) > 3:
            # A title ends here, unless it has swallowed a sentence.
            return token.end() if is_title_case(text[start : token.end()]) else start
    if not tokens:
        return start
    return start if cut_off else tokens[-1].end()


def _opens_quotation(text: str, at: int) -> bool:
    """Whether a direct quotation of some length, not a quoted word of a headline, begins here."""
    if text[at] not in '"“':
        return False
    close = text.find("”" if text[at] == "“" else '"', at + 1, at + 100)
    quoted = text[at + 1 : close]
    return close < 0 or (len(quoted.split()) > 3 and not is_title_case(quoted))


def _opens_sentence(tokens: list[re.Match[str]], number: int) -> bool:
    """Whether a sentence begins with this token: an opener, and no capital behind it.

    Inside a headline in title case the next word would have a capital as well, unless it is a
    particle.
    """
    particles, openers = words().particles, words().openers
    word = tokens[number].group()
    bare = word.rstrip(",").lower()
    if not word[0].isupper() or bare not in openers:
        return False
    if tokens[number - 1].group().lower() in particles:
        return False
    following = tokens[number + 1].group() if number + 1 < len(tokens) else ""
    if bare in ("ia", "dia"):
        return following[:1].islower()
    if word.endswith(",") or bare in _SURE_OPENERS:
        return True
    # "Hal itu", "Kasus ini": a headline would write "Kasus Ini".
    return following[:1].islower() and (
        following in ("itu", "ini") or following.rstrip(",.").lower() not in particles
    )


def _is_small(word: str) -> bool:
    """Whether a word is one that a headline in title case would capitalise."""
    return word[0].islower() and word.strip(',.()"').lower() not in words().particles


def _known_subject(before: str, tokens: list[re.Match[str]], number: int) -> int | None:
    """Where the subject of the sentence begins, if the text before the marker has named it.

    Of the words before the first small one as many belong to the subject as stand together in
    ``before``: three at least, and not all of them, for a headline comes first.
    """
    first = number
    text = tokens[0].string
    while first > 0 and text[tokens[first - 1].start() : tokens[number - 1].end()] in before:
        first -= 1
    if (
        first < _SHORTEST_TITLE
        or number - first < _LEAST_SUBJECT
        or not tokens[first].group()[0].isupper()
    ):
        return None
    return tokens[first].start()


def _subject_start(tokens: list[re.Match[str]], number: int) -> int | None:
    """Where, before the first small word of a sentence, its subject may begin at the earliest.

    The capitals right before the word are its subject, or the end of the headline, or both: all
    of them are left to the sentence. None if there are none, or too many to tell.
    """
    first = number
    while first > 0:
        before = tokens[first - 1].group()
        joins = (
            before in ("dan", "of", "&")
            or before[0].isupper()
            or before[0].isdigit()
            or before[0] in '(“"'
        )
        if not joins or (before[-1] in ",:;" and first < number):
            break
        first -= 1
        if before[0] in '“"':
            break
    if first < 2 or not 0 < number - first <= _LONGEST_SUBJECT:
        return None
    return tokens[first].start()


def related_titles(lines: list[str], whole: str) -> set[int]:
    """The numbers of the lines that are titles of other articles between paragraphs.

    Such a line is in title case, ends no sentence, stands between two paragraphs of prose, and
    most of its words stand nowhere else in ``whole``: a heading of the article's own takes up
    the words of its text.
    """
    found: set[int] = set()
    known: dict[str, int] | None = None
    for number in range(1, len(lines) - 1):
        line = lines[number]
        if not 30 <= len(line) <= 130 or is_item(line) or line[-1] in ".:;,!…\"”’'":
            continue
        if len(line.split()) < 5 or line[0].isdigit() or not is_title_case(line):
            continue
        if not (is_prose(lines[number - 1]) and is_prose(lines[number + 1])):
            continue
        # A paragraph broken in two by its page has no sentence end above it, or small words below.
        if not _SENTENCE_STOP.search(lines[number - 1]) or lines[number + 1][0].islower():
            continue
        if known is None:
            known = _counted(whole)
        content = content_words(line)
        own = sum(known.get(word, 0) > 1 for word in content)
        if content and own <= 0.4 * len(content):
            found.add(number)
    return found


def _counted(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in re.findall(r"\w[\w'’-]*", text.lower()):
        counts[word] = counts.get(word, 0) + 1
    return counts
