"""Titles of other articles that stand inside an article: "Baca juga" and what follows it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from index.article import Removed
from index.reading.headlines import headline_end
from index.reading.title_end import title_end
from index.reading.title_words import GLUE
from index.reading.unannounced import LONGEST_TITLE, SHORTEST_TITLE, is_other_title

# With one of these a marker begins, or a letter or two before it.
CUES = (
    "baca",
    "simak",
    "lihat",
    "tonton",
    "saksikan",
    "lihan editor",
    "lihan redaksi",
    "artikel t",
)
_MARKER = re.compile(
    r"""(?:(?<![a-z])|(?=[A-Z]))(?:"""
    r"""(?:Simak|Tonton|Lihat|Saksikan)(?:\s[Jj]uga)?\sVideo\s?:?(?=\s?[A-Z0-9])|"""
    r"""(?i:baca|simak|lihat)[\s_](?i:juga|pula)\s?(?:[:;]|(?=["“'‘A-Z]))|BACA(?:\sJUGA)?\s?[:;]?(?=\s?[A-Z])"""
    r"""|(?:Baca Juga|Baca juga|BACA JUGA)(?=\s*(?:$|[#\-–\d”]))"""
    r"""|[Bb]aca\s?:|(?i:artikel terkait)\s?[:;]"""
    r"""|(?i:p(?:i)?lihan (?:editor|redaksi))(?:\s?[:;]|(?=[A-Z0-9]))"""
    r"""|Pilihan Redaksi(?=\s[A-Z0-9]))\s*"""
)
# "pilihan editor" begins two letters before its cue.
_CUE_BEHIND = 2
# A marker and a word behind it.
_SHORTEST_PIECE = 8
# No page prints more markers in one paragraph; a hostile one is not weighed any further.
_MOST_MARKERS = 60
_MOST_PLACES = 600
_LONGEST_BRACKET = 250
# CNN Indonesia prints three titles behind it.
_CHOICE = "Pilihan Redaksi"


def without_related(paragraph: str, removed: list[Removed], cues: Sequence[str] = CUES) -> str:
    """A paragraph without the "Baca juga: title" pieces in it; they are added to ``removed``.

    ``cues`` are those of ``CUES`` that stand in the whole text in lower case, or in more than it.

    A title has no mark at its end; ``title_end`` weighs where it is. Where that is not certain
    the words stay and only the marker goes: a headline too many harms less than half a sentence
    too few.
    """
    if len(paragraph) < _SHORTEST_PIECE:
        return paragraph
    pieces: list[str] = []
    position = 0
    markers = _markers(paragraph, cues)
    for marker, following in itertools.zip_longest(markers, markers[1:]):
        if marker.start() < position:
            continue
        start = marker.start()
        end = _end(paragraph, marker, following.start() if following else len(paragraph))
        opening = paragraph[max(position, start - 2) : start].rstrip()
        if opening.endswith(("(", "[")) and paragraph[end - 1] in ")]":
            start = paragraph.rindex(opening[-1], 0, start)
        pieces.append(paragraph[position:start])
        removed.append(Removed("related-inline", paragraph[start:end].strip()))
        pieces.append(" ")
        position = end
    if not pieces:
        return paragraph
    return "".join((*pieces, paragraph[position:]))


def _markers(text: str, cues: Sequence[str]) -> list[re.Match[str]]:
    """The markers of a paragraph, as many as are weighed."""
    lowered = text.lower()
    if len(lowered) != len(text):
        # Where a letter changes its length in lower case, places do not hold for the text itself.
        return list(itertools.islice(_MARKER.finditer(text), _MOST_MARKERS))
    places: set[int] = set()
    for cue in cues:
        at = lowered.find(cue)
        while at >= 0 and len(places) < _MOST_PLACES:
            places.update(range(max(0, at - _CUE_BEHIND), at + 1) if cue[0:2] == "li" else (at,))
            at = lowered.find(cue, at + 1)
    found: list[re.Match[str]] = []
    for place in sorted(places):
        if (not found or place >= found[-1].end()) and (marker := _MARKER.match(text, place)):
            found.append(marker)
    return found[:_MOST_MARKERS]


def _end(text: str, marker: re.Match[str], limit: int) -> int:
    """Where the piece ends that ``marker`` begins, at the next marker at the latest."""
    start = marker.end()
    opening = text[max(0, marker.start() - 2) : marker.start()].rstrip()
    if opening.endswith(("(", "[")):
        close = text.find(")" if opening.endswith("(") else "]", start, start + _LONGEST_BRACKET)
        return close + 1 if close >= 0 else start
    said = marker.group().rstrip()
    if not said.endswith((":", ";")) and not said.lower().endswith(("redaksi", "video")):
        # The link behind a bare "Baca Juga" is gone already; what comes now is the article.
        return start
    end = title_end(text, start, limit, marker.start())
    if end > start and said == _CHOICE:
        end = _further_choice(text, end, limit, marker.start())
    return _further_titles(text, end, limit) if end > start else end


def _further_choice(text: str, end: int, limit: int, marker: int) -> int:
    """The end of the two titles that follow the first of the editors' choice, parted by blanks."""
    for _ in range(2):
        further = title_end(text, end, limit, marker)
        if further == end or not is_other_title(text[end:further].rstrip(), strict=True):
            return end
        end = further
    return end


def _further_titles(text: str, end: int, limit: int) -> int:
    """The end of the titles that follow the first one, each glued to the next."""
    while end < limit:
        glue = GLUE.search(text, end + SHORTEST_TITLE, min(limit, end + LONGEST_TITLE))
        if glue is None or not is_other_title(text[end : glue.start()], strict=False):
            break
        end = glue.start()
    begin = end + text.startswith(" ", end)
    further = headline_end(text[:limit], begin, last=False)
    return end if further is None else further
