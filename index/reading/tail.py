"""What stands below an article: sign-off, author box, related titles, footer."""

from __future__ import annotations

import re

from index.article import Removed
from index.reading.boilerplate import Boilerplate
from index.reading.closing import take_repeated_title, take_writer
from index.reading.lines import is_item, is_name, is_prose, is_title_case, split_sign_off
from index.reading.person_names import no_name, person_name
from index.reading.published import date_line

_LONG_PARAGRAPH = 140
_FEWEST_LINES = 3
_DAY_LENGTH = len("2025-01-31")
# No page prints more lines below its article.
_LONGEST_TAIL = 300
_ENDS_SENTENCE = re.compile(r"[.!?][\"”’]?$")
# What a language model answers that was asked to sum the article up.
_SUMMARY = re.compile(
    r"(?:berikut (?:(?:adalah|ini) )?|ini adalah )?ringkasan (?:singkat )?(?:dari )?"
    r"(?:berita|artikel)[^.:]{0,60}:|sekarang, mari kita .{3,90}\bsatire\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][\"”’)]*(?=\s)")


def cut_tail(
    lines: list[str], rules: Boilerplate, removed: list[Removed]
) -> tuple[list[str], str | None]:
    """The lines of the article itself, and the author that a box below it names.

    The article ends at a paragraph with a sign-off or at a line that begins what portals print
    below it, if nothing but short lines comes after. Nothing is cut from an article that shows
    neither, and never its first paragraph.
    """
    lines = list(lines)
    if "summary" not in rules.off:
        _take_summary(lines, removed)
    end, rule = _end(lines, rules)
    author = None
    if end is not None:
        tail = lines[end:]
        author = _boxed_name(tail)
        removed.extend(Removed(rule, line) for line in tail)
        lines = lines[:end]
    if end is None:
        _take_minutes(lines, removed)
        _take_name(lines, removed)
        author = take_writer(lines, removed)
    if "sign-off" not in rules.off:
        take_sign_off(lines, removed)
    if "video-title" not in rules.off:
        _take_video_title(lines, removed)
        take_repeated_title(lines, removed)
    return lines, author


def _end(lines: list[str], rules: Boilerplate) -> tuple[int | None, str]:
    """The number of the first line below the article, and the rule that tells so."""
    end: int | None = None
    rule = ""
    # From below: a line that is prose closes the article for every mark above it.
    for number in range(len(lines) - 1, max(0, len(lines) - 1 - _LONGEST_TAIL), -1):
        line = lines[number]
        if ending := rules.ending(line):
            end, rule = number, ending
            continue
        if split_sign_off(f". {line}")[0] == ".":
            end, rule = number, "sign-off"
            continue
        rest, sign = split_sign_off(line)
        if sign is not None and is_prose(rest):
            if number + 1 < len(lines) and not any(map(is_item, lines[number + 1 :])):
                end, rule = number + 1, "below-the-sign-off"
            break
        if len(line) >= _LONG_PARAGRAPH or (is_prose(line) and _ENDS_SENTENCE.search(line)):
            break
    return end, rule


def _take_summary(lines: list[str], removed: list[Removed]) -> None:
    """A summary below the article that says of itself that it is one."""
    for number in range(max(1, len(lines) // 2), len(lines)):
        if _SUMMARY.match(lines[number]):
            removed.extend(Removed("summary", line) for line in lines[number:])
            del lines[number:]
            return


def _take_minutes(lines: list[str], removed: list[Removed]) -> None:
    """Days with their minute below the article: those of others, whose titles are gone."""
    first = len(lines)
    while first > 1 and len(date_line(lines[first - 1]) or "") > _DAY_LENGTH:
        first -= 1
    removed.extend(Removed("date-below", line) for line in lines[first:])
    del lines[first:]


def _take_name(lines: list[str], removed: list[Removed]) -> None:
    """A name on a line of its own behind the last sentence: who wrote or edited the article."""
    if len(lines) <= _FEWEST_LINES or not _ENDS_SENTENCE.search(lines[-2]):
        return
    if is_name(lines[-1]) and not no_name(lines[-1]) and person_name(lines[-1]):
        removed.append(Removed("byline", lines.pop()))


def _boxed_name(tail: list[str]) -> str | None:
    """A name that stands twice below the article: the box about its author."""
    seen: set[str] = set()
    for line in tail[:12]:
        if is_name(line):
            if line in seen:
                return line
            seen.add(line)
    return None


def take_sign_off(lines: list[str], removed: list[Removed]) -> None:
    """Takes the sign-off off the last of ``lines``, or that line if it is nothing else."""
    if not lines:
        return
    rest, sign = split_sign_off(lines[-1])
    if sign is None:
        if len(lines) > 1 and split_sign_off(f". {lines[-1]}")[0] == ".":
            removed.append(Removed("sign-off", lines.pop()))
        return
    removed.append(Removed("sign-off", sign))
    lines[-1] = rest


def _take_video_title(lines: list[str], removed: list[Removed]) -> None:
    """The title of a video with a colon behind it, glued to the last sentence."""
    if not lines or not lines[-1].endswith(":"):
        return
    last = lines[-1]
    stops = list(_STOP.finditer(last, max(0, len(last) - 200)))
    start = stops[-1].end() if stops else 0
    title = last[start:].strip()
    if (
        (start or len(lines) > 1)
        and len(title) <= 150
        and len(title.split()) > 2
        and is_title_case(title)
    ):
        removed.append(Removed("video-title", title))
        lines[-1] = last[:start].rstrip()
        if not lines[-1]:
            lines.pop()
