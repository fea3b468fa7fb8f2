"""Lines between paragraphs that are titles of other articles, by their shape alone."""

from __future__ import annotations

import re

from index.reading.lines import content_words, is_item, is_prose, is_title_case
from index.reading.words import words

_SENTENCE_STOP = re.compile(r"""[.!?…]["'”’)]*$""")


# A heading of the article's own takes up more of its words than the title of another article.
_MOST_KNOWN = 0.3
_MOST_FOLLOWING = 0.2


def related_titles(lines: list[str], whole: str) -> set[int]:
    """The numbers of the lines that are titles of other articles between paragraphs.

    Such a line is in title case, ends no sentence, stands between two paragraphs of prose, holds
    one of the words that headlines are made with, and hardly any of its words stands elsewhere in
    ``whole`` or in the paragraph below it. In an article that has headings of its own all such
    lines are taken for headings.
    """
    found: set[int] = set()
    headings = 0
    known: dict[str, int] | None = None
    for number in range(1, len(lines) - 1):
        line = lines[number]
        if not _may_be_title(line) or not is_prose(lines[number + 1]):
            continue
        if not is_prose(lines[number - 1]):
            headings += 1
            continue
        # A paragraph broken in two by its page has no sentence end above it, or small words below.
        if not _SENTENCE_STOP.search(lines[number - 1]) or lines[number + 1][0].islower():
            continue
        if known is None:
            known = _counted(whole)
        content = content_words(line)
        own = sum(known.get(word, 0) > 1 for word in content)
        below = lines[number + 1].lower()
        if (
            own <= _MOST_KNOWN * len(content)
            and sum(word in below for word in content) <= _MOST_FOLLOWING * len(content)
            and not words().headline.isdisjoint(re.findall(r"[a-z]+", line.lower()))
        ):
            found.add(number)
        else:
            headings += 1
    return set() if headings else found


def _may_be_title(line: str) -> bool:
    return (
        30 <= len(line) <= 130
        and line[-1] not in ".:;,!…\"”’'*"
        and not line[0].isdigit()
        and len(line.split()) >= 5
        and not is_item(line)
        and is_title_case(line)
    )


def _counted(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in re.findall(r"\w[\w'’-]*", text.lower()):
        counts[word] = counts.get(word, 0) + 1
    return counts
