"""The lines of a text that are an article's own, and the paragraphs that they make."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.article import Removed
from index.reading.boilerplate import Boilerplate, LineMatch, without_inline
from index.reading.captions import caption_end, is_caption, photo_credit
from index.reading.cleaning import folded, parted
from index.reading.closing import take_copy, take_menu, take_repeated_title
from index.reading.credits import author_name
from index.reading.headlines import titled_end
from index.reading.lines import is_item, is_title_case
from index.reading.related import CUES, without_related
from index.reading.tail import take_sign_off
from index.reading.title_lines import related_titles
from index.reading.unannounced import without_unannounced

# "BACA JUGA :" and no title behind it.
_BARE = 14
_LEAST_WORDS = 6


@dataclass(slots=True)
class Kept:
    """The lines that no line rule takes out, and the author and date that stood in the others."""

    lines: list[str] = field(default_factory=list)
    author: str | None = None
    date: str | None = None


def own_lines(text: str, rules: Boilerplate, removed: list[Removed]) -> Kept:
    """The lines of ``text``, folded and without empty ones, that no line rule takes out."""
    kept = Kept()
    announced = False
    for raw in text.split("\n"):
        # The text is cleaned: its ASCII lines hold no white space but blanks.
        line = raw.strip(" ") if raw.isascii() and "  " not in raw else folded(raw)
        if line.endswith("\\"):
            line = line.rstrip("\\ ")
        if not line:
            continue
        match = rules.line(line)
        if match is None and announced and _is_link(line):
            match = LineMatch("related-line")
        # A bare "Baca juga:" says that the next line is a link.
        announced = match is not None and match.rule == "related-line" and len(line) <= _BARE
        # The lines that end an article are needed where they stand, to find that end.
        if match is None or (not match.author and rules.ending(line)):
            kept.lines.append(line)
            continue
        removed.append(Removed(match.rule, line))
        kept.author = kept.author or author_name(match.author)
        kept.date = kept.date or match.date
    return kept


def _is_link(line: str) -> bool:
    """Whether a line reads as the title of an article and as no sentence of one.

    ANTARA writes its titles as sentences, but without a stop; a heading has fewer words.
    """
    if not 20 <= len(line) <= 170 or line[-1] in '.,;:"”…' or is_item(line):
        return False
    if is_title_case(line):
        return True
    return line[-1] not in "?!" and len(line.split()) >= _LEAST_WORDS and ". " not in line


def paragraphs(
    lines: list[str], text: str, captions: list[str], rules: Boilerplate, removed: list[Removed]
) -> list[str]:
    """The paragraphs of the body: captions, titles of other articles and inline pieces go.

    ``text`` is the whole that the lines come from; what is a caption is added to ``captions``.
    """
    off = rules.off
    others = set() if "related-title" in off else related_titles(lines, text)
    whole = "\n".join(lines)
    lowered = whole.lower()
    present = rules.cues_in(lowered)
    inline = rules.inline_rules(whole, lowered, present)
    announced = [] if "related-inline" in off else [cue for cue in CUES if cue in present]
    found: list[str] = []
    for number, line in enumerate(lines):
        rule = "related-title" if number in others else _rule_of(line, rules)
        if rule:
            removed.append(Removed(rule, line))
            continue
        if number and is_caption(line, above_the_article=False):
            captions.append(line)
            continue
        if number and (end := caption_end(line)):
            captions.append(line[:end])
            line = line[end:].lstrip()
        if inline:
            line = without_inline(line, inline, removed)
        if announced:
            line = without_related(line, removed, announced)
        if "related-title" not in off:
            line = without_unannounced(line, removed, last=number == len(lines) - 1)
        if "video-title" not in off and (start := titled_end(line)):
            removed.append(Removed("video-title", line[start:]))
            line = line[:start]
        line = parted(line)
        # A line that is as it was is folded already, but for its ends.
        line = line.strip(" ") if line is lines[number] else folded(line)
        line = line.removesuffix("\\").rstrip()
        if line.strip(".*-_=\\ "):
            found.append(line)
    # What stood behind the sign-off may be gone only now.
    if "sign-off" not in off:
        take_sign_off(found, removed)
    if "video-title" not in off:
        take_repeated_title(found, removed)
    if "page-mark" not in off:
        take_menu(found, removed)
    if "copy" not in off:
        take_copy(found, removed)
    return found


def _rule_of(line: str, rules: Boilerplate) -> str | None:
    """The rule by which a line between the paragraphs is none of the article's, or None."""
    if rules.ending(line):
        return "ending-line"
    if "photo-credit" not in rules.off and photo_credit(line)[0]:
        return "photo-credit"
    return None
