"""What a page repeats or signs at the very end of an article: titles, menus, copies, the writer."""

from __future__ import annotations

import re

from index.article import Removed
from index.reading.lines import is_title_case
from index.reading.person_names import no_name, office_in, person_name
from index.reading.words import words

_SHORTEST_TITLE, _LONGEST_TITLE = 19, 150
_FEWEST_WORDS = 3
_ENDS_SENTENCE = re.compile(r"[.!?][\"”’]?$")
# A row of so many words of a menu, of which each stands there twice on the average.
_MENU = 6
_LONGEST_MENU = 200
# An article that is printed twice: its first words stand once more behind a third of it, and so do
# nearly all the words of its sentences.
_FIRST_WORDS = 60
_SHORTEST_COPY = 600
_PART_OF_COPY = 0.35
_MOST_NEW = 0.15
# So many runs of three words an article and its copy share.
_SAME_ORDER = 0.75
_LONGEST_WRITER = 200
# "Dr Siti Aminah, M.H., Dosen Hukum Universitas Anu".
_WRITER = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]*\s){1,5}[A-Z][\w'’-]*(?:\.\s[A-Z])?)(?:,\s?[A-Z][\w.]{1,8}){0,5}\.?"
    r"\s?[,.:–-]\s?(?P<who>[A-Za-z]\w+)\b(?P<where>[^\"“”\n]*)"
)


def take_repeated_title(lines: list[str], removed: list[Removed]) -> None:
    """The title of a video or a set of pictures below the article, printed twice in a row."""
    if len(lines) >= _FEWEST_WORDS and _ENDS_SENTENCE.search(lines[-3]):
        title = lines[-1]
        if title == lines[-2] and len(title.split()) >= _FEWEST_WORDS and is_title_case(title):
            removed.extend(Removed("video-title", line) for line in lines[-2:])
            del lines[-2:]
            return
    if not lines:
        return
    last = lines[-1]
    if last.find(last[-_SHORTEST_TITLE:], max(0, len(last) - 2 * _LONGEST_TITLE - 2)) < (
        len(last) - _SHORTEST_TITLE
    ):
        _take_doubled(lines, removed)


def _take_doubled(lines: list[str], removed: list[Removed]) -> None:
    last = lines[-1]
    for length in range(min(_LONGEST_TITLE, len(last) // 2), _SHORTEST_TITLE - 1, -1):
        title = last[-length:]
        start = len(last) - 2 * length - 1
        if start < 0 or not last.startswith(f"{title} ", start):
            continue
        if len(title.split()) >= _FEWEST_WORDS and is_title_case(title) and title[-1] != ".":
            removed.append(Removed("video-title", last[start:]))
            lines[-1] = last[:start].rstrip()
            if not lines[-1] and len(lines) > 1:
                lines.pop()
        return


def take_menu(lines: list[str], removed: list[Removed]) -> None:
    """The names of a portal's channels behind the last sentence, the same ones again and again."""
    if not lines:
        return
    last = lines[-1]
    row = last[-_LONGEST_MENU:].split()
    names = set(row[-_MENU:])
    if len(names) * 2 > _MENU or not all(name.isalpha() and name[0].isupper() for name in names):
        return
    count = 0
    for word in reversed(row):
        if not word.isalpha() or not word[0].isupper():
            break
        count += 1
    pieces = last.rsplit(None, count)
    kept = pieces[0] if len(pieces) > count else ""
    if kept and _ENDS_SENTENCE.search(kept):
        removed.append(Removed("page-mark", last[len(kept) :].strip()))
        lines[-1] = kept


def take_copy(lines: list[str], removed: list[Removed]) -> None:
    """The article once more below itself, as pages print it that keep two versions of it."""
    whole = "\n".join(lines)
    if len(whole) < _SHORTEST_COPY:
        return
    start = whole.find(whole[:_FIRST_WORDS], int(len(whole) * _PART_OF_COPY))
    if start < 0:
        return
    known, again = set(whole[:start].split()), whole[start:].split()
    if sum(word not in known for word in again) > _MOST_NEW * len(again):
        return
    if len(whole) - start < _PART_OF_COPY * len(whole):
        return
    # A fact check quotes what it is about once more; a copy has all of the article in its order.
    first, second = _runs(whole[:start].split()), _runs(again)
    if len(first & second) < _SAME_ORDER * max(len(first), len(second)):
        return
    kept = whole[:start].rstrip()
    # Between the two stands the title, if anything does.
    stop = max(kept.rfind(mark) for mark in (". ", ".\n", '." ', '."\n', "? ", "! "))
    title = kept[stop + 1 :].strip('" \n') if stop >= 0 else ""
    if title and title[-1] not in '.!?"”' and is_title_case(title):
        start, kept = stop + 1, kept[: stop + 1]
    removed.append(Removed("copy", whole[start:].strip()))
    lines[:] = kept.rstrip().split("\n")


def _runs(listed: list[str]) -> set[tuple[str, str, str]]:
    """The runs of three words, which tell in what order words stand."""
    return set(zip(listed, listed[1:], listed[2:], strict=False))


def take_writer(lines: list[str], removed: list[Removed]) -> str | None:
    """Who wrote an opinion, in the line below it: ``Siti Aminah, Dosen Hukum Universitas Anu``."""
    if len(lines) <= _FEWEST_WORDS or len(lines[-1]) > _LONGEST_WRITER:
        return None
    match = _WRITER.fullmatch(lines[-1]) if _ENDS_SENTENCE.search(lines[-2]) else None
    if match is None or match["who"].lower() not in words().roles | words().writers:
        return None
    where = match["where"].strip(" .")
    said = match["name"]
    name = None if no_name(said) or office_in(said) == 0 else person_name(said)
    if name is None or (where and not is_title_case(where)):
        return None
    removed.append(Removed("byline", lines.pop()))
    return name
