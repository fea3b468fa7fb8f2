"""Text whose lines were broken at a column (by e-mail, a PDF, an editor) made whole again."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from index.reading.lines import is_item, is_title_case

# A line that goes on with a small letter.
_GOES_ON = re.compile(r"\n[ \t]*[a-z]")
_FEWEST = 3
# Columns at which mail, exports and editors break lines.
_NARROWEST, _WIDEST = 40, 120
# How far a proportional font or a ragged margin strays from one column.
_RAGGED = 10
_MOST_LINES = 5000
_STOP = re.compile(r"[.!?:;…][\"”’')\]]*$|[\"”]$")
# A dash that its page set on a line of its own: in a dateline at the top, or inside a sentence.
_DASH_AT_TOP = re.compile(
    r"([A-Z][\w .,'’/()-]{1,60}?[\w)])[ \t]*\n\s*(-{1,3}|[–—])[ \t]*\n\s*(?!null\b)(?=\S)"
)
_DASH_INSIDE = re.compile(r"\n(?<=[\w,)]\n)[ \t]*(-{2,3}|[–—])[ \t]*\n\s*(?=[a-z])(?!null\b)")
# A dash that ends the first line: the dateline stands on a line of its own.
_DASH_ENDS = re.compile(
    r"([A-Z][\w .,'’/()-]{1,80}?[\w)])[ \t]*(-{1,3}|[–—])[ \t]*\n\s*(?!null\b)(?=[A-Z\"“])"
)
# A dash that begins the second line: the place, and the outlet in brackets, stand above it.
_DASH_BEGINS = re.compile(
    r"([A-Z][\w ,'’/-]{2,40}?\s?\([\w. ]{3,30}\))[ \t]*\n\s*(-{1,3}|[–—])[ \t]*(?=[A-Z\"“])"
)
# A line that ends with an opening bracket, or begins with what closes a piece of a sentence:
# its page had a link there.
_LINK_OPENS = re.compile(r"(?<=\w )\([ \t]*\n\s*(?=\w)")
_LINK_ENDS = re.compile(r"(?<=[\w)])[ \t]*\n[ \t]*(?=\)[\s,.;]|[,.]\s\w)")
_LINK_MARK = re.compile(r"\( ?\n|\n ?[),.]")
# The words of a link on a line of their own, in the middle of a sentence: a mark begins the next
# line, or blanks stand at both line ends and a small letter goes on.
_LINK_ALONE = re.compile(
    r"\n(?:(?<=[a-zA-Z,]\n)|(?<=[a-zA-Z,] \n))[ \t]*(?=[A-Z][^\n]{1,60}\n[ \t]*[,.]\s\w)"
    r"|\n(?<=[\w),] \n)(?=[A-Z][^\n]{1,60}\n [a-z])"
)
_DASHES = ("-", "–", "—")
# A blank beside the line end, small letters on both sides: a link inside a sentence stood there.
# What the pattern begins with is looked for fast; what stands before it is asked behind that.
_LINK_INSIDE = re.compile(r"(?: (?<=[a-z,] )\n ?|\n(?<=[a-z,]\n) )(?=[a-z]{2,20}(?:[ ,;\n]|\.\s))")
# "dilihatdetikcom", "kepadadetikJateng": the blank before the link to the own outlet is lost.
_GLUED_OUTLET = re.compile(r"detik(?<=[a-z]{4}detik)(?:com|[A-Z][a-z]{2,9})\b")
_HYPHEN = re.compile(r"(\w+)-$")
_WORD = re.compile(r"\w+")


def undashed(text: str) -> str:
    """``text`` with a dash that stands on a line of its own put back between its two sides.

    ``Pringsewu``, ``-``, ``Tiga pria ...`` on three lines is a dateline, and on two if the dash
    ends the first; inside a sentence the next line goes on with a small letter.
    """
    if begins := _DASH_BEGINS.match(text):
        text = f"{begins[1]} {begins[2]} {text[begins.end() :]}"
    # Each of the patterns holds a dash that ends a line, and hardly any text does.
    if not any(line.rstrip(" \t").endswith(_DASHES) for line in text.split("\n")):
        return text
    start = text[: len(text) - len(text.lstrip())]
    at_top = _DASH_AT_TOP.match(text, len(start)) or _DASH_ENDS.match(text, len(start))
    if at_top:
        text = f"{start}{at_top[1]} {at_top[2]} {text[at_top.end() :]}"
    return _DASH_INSIDE.sub(r" \1 ", text)


def relinked(text: str) -> str:
    """``text`` with the line ends gone that its page's links have left inside brackets.

    ``Aparatur Negara (``, ``PANRB``, ``), Purwadi`` on three lines is one piece of a sentence.
    """
    if "detik" in text:
        text = _GLUED_OUTLET.sub(r" \g<0>", text)
    if " \n" in text or "\n " in text:
        text = _LINK_ALONE.sub(" ", text)
        text = _LINK_INSIDE.sub(" ", text)
    if not _LINK_MARK.search(text):
        return text
    return _LINK_ENDS.sub("", _LINK_ALONE.sub(" ", _LINK_OPENS.sub("(", text)))


def unwrapped(text: str) -> str:
    """``text`` with each paragraph on one line, if its lines were certainly broken at a column.

    That is certain where most of the lines that go on with a small letter are as long as one
    column allows: the next line's first word had no more room. Any other text, and every line that
    ends a paragraph, stays as it is. A word broken by a hyphen is joined, a doubled one
    (``orang-orang``) keeps it.
    """
    if text.count("\n") < _FEWEST or len(_GOES_ON.findall(text)) < _FEWEST:
        return text
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if len(lines) > _MOST_LINES:
        return text
    column = _column(lines)
    if column is None:
        return text
    return "\n".join(_joined(lines, column, text))


def _column(lines: Sequence[str]) -> int | None:
    """The column at which the lines were broken, or None if they were not."""
    pairs: list[tuple[int, int]] = []
    both = 0
    for line, following in itertools.pairwise(lines):
        if not line or not following:
            continue
        both += 1
        if following[0].islower() and not _STOP.search(line):
            pairs.append((len(line), len(line) + 1 + len(following.split(" ", 1)[0])))
    if len(pairs) < _FEWEST or 4 * len(pairs) < both:
        return None
    fits: Counter[int] = Counter()
    for shortest, longest in pairs:
        low, high = max(_NARROWEST, shortest - _RAGGED), min(_WIDEST, longest + _RAGGED)
        for column in range(low, high):
            fits[column] += 1
    if not fits:
        return None
    most = max(fits.values())
    if most < _FEWEST or most < 0.6 * len(pairs):
        return None
    best = [column for column, count in fits.items() if count == most]
    return (min(best) + max(best)) // 2


def _joined(lines: Sequence[str], column: int, text: str) -> list[str]:
    blank = sum(1 for first, second in itertools.pairwise(lines) if first and not second)
    parted_by_blanks = blank >= 2
    full = column - 2 * _RAGGED
    result: list[str] = []
    last = ""
    for line in lines:
        if result and _belongs(last, line, full, parted_by_blanks, len(result) == 1):
            result[-1] = _together(result[-1], line, text)
        else:
            result.append(line)
        last = line
    return result


def _belongs(line: str, following: str, full: int, parted_by_blanks: bool, first: bool) -> bool:
    """Whether ``following`` goes on with the sentence or the paragraph of ``line``."""
    if not line or not following or is_item(following):
        return False
    if _STOP.search(line):
        # A sentence may end at the column by chance, if blank lines part the paragraphs.
        return parted_by_blanks and len(line) >= full and not line.endswith(":")
    if following[0].islower():
        return True
    if first and is_title_case(line) and not re.search(r"\s?[-–—]\s", line):
        return False
    return len(line) >= full


def _together(paragraph: str, line: str, text: str) -> str:
    hyphen = _HYPHEN.search(paragraph[-40:])
    if hyphen is None or not line[0].islower():
        return f"{paragraph} {line}"
    following = _WORD.match(line)
    first, second = hyphen[1], following.group() if following else ""
    if _is_doubled(first.lower(), second) or f"{first}-{second}" in text:
        return paragraph + line
    return paragraph[:-1] + line


def _is_doubled(first: str, second: str) -> bool:
    """Whether two halves are one word twice, as in ``orang-orang`` and ``tolong-menolong``."""
    if len(first) < 3 or len(second) < 3:
        return True
    return first[1:4] in second or second[1:4] in first
