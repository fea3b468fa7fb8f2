"""What stands above an article: its title, by-lines, dates, captions and the dateline."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.article import Removed
from index.reading.boilerplate import Boilerplate
from index.reading.captions import is_caption, photo_credit
from index.reading.credits import author_name
from index.reading.dateline import Dateline, find_outlet_dateline, read_dateline
from index.reading.lines import (
    is_headline,
    is_item,
    is_prose,
    is_sentence,
    is_title_case,
    same_words,
)
from index.reading.outlet_lines import OUTLET_LINE, is_outlet_line
from index.reading.place_names import place_name
from index.reading.published import date_line

# A dateline stands near the top, or it is none.
_SEARCHED_LINES = 40
_BYLINE_LENGTH = 260
# Fewer words are no title.
_TITLE_WORDS = 5
_BYLINE_STARTS = ("Laporan ", "Penulis", "Reporter", "Berita ", "Oleh", "http")


@dataclass(slots=True)
class Header:
    """What was gathered above the article, and the lines that are left of it."""

    lines: list[str]
    title: str | None = None
    author: str | None = None
    photographer: str | None = None
    date: str | None = None
    place: str | None = None
    outlet: str | None = None
    captions: list[str] = field(default_factory=list)


def read_header(
    lines: list[str], title: str | None, rules: Boilerplate, removed: list[Removed]
) -> Header:
    """Takes apart what stands above the article; ``title`` is the record's own, if it has one.

    Lines that no rule knows stay in the body, but in a page that has a title of its own, short
    lines above that title go, for there they are the page's navigation.
    """
    header = Header(lines, title)
    start = _start(header, rules, removed)
    above, below = header.lines[:start], header.lines[start:]
    if header.title is None:
        header.title = _headline(above, bool(below))
    kept = _sort(header, above, below, rules, removed)
    header.lines = kept + below
    return header


def _start(header: Header, rules: Boilerplate, removed: list[Removed]) -> int:
    """The number of the line with which the article begins, its dateline taken off."""
    lines = header.lines
    first_prose: int | None = None
    for number, line in enumerate(lines[:_SEARCHED_LINES]):
        if first_prose is not None and number > first_prose + 4:
            break
        if _opening(header, number, rules, removed):
            return number
        dateline = read_dateline(line)
        if dateline is None and first_prose is None:
            dateline = _inner_dateline(header, number, removed)
            line = header.lines[number]
        # A dateline leads a paragraph; before words that end no sentence it is a breadcrumb or
        # part of a title.
        if dateline is not None and (
            _is_led(line[dateline.end :]) or _goes_on_below(lines, number, dateline)
        ):
            _take_dateline(header, number, dateline, removed)
            return number
        if dateline is not None and _leads_title(lines, number, dateline):
            _take_dateline(header, number, dateline, removed)
            return number + is_title_case(lines[number])
        if first_prose is None and is_prose(line) and not _is_above(line, header.title):
            first_prose = number
    if first_prose is None and len(lines) > 1 and _is_title(lines[0], header.title):
        return 1
    return first_prose if first_prose is not None else 0


def _is_led(text: str) -> bool:
    return is_prose(text) or is_sentence(text)


def _goes_on_below(lines: list[str], number: int, dateline: Dateline) -> bool:
    """Whether a link broke the first sentence behind ``Liwa (Lampost.co) -`` at its page's will."""
    line = lines[number]
    if dateline.outlet is None or "(" not in line[: dateline.end] or number + 1 >= len(lines):
        return False
    rest = line[dateline.end :]
    return len(rest.split()) < _TITLE_WORDS or not is_title_case(rest)


def _leads_title(lines: list[str], number: int, dateline: Dateline) -> bool:
    """Whether the dateline stands before the title, or a sentence without a stop, as in jpnn.com
    at times, the article right below: ``A.com, JAKARTA - Warga Menunggu Pembuktian Bupati``."""
    if number or dateline.outlet is None or dateline.place is None or len(lines) < 2:
        return False
    return len(lines[0][dateline.end :].split()) >= _TITLE_WORDS and is_prose(lines[1])


def _is_above(line: str, title: str | None) -> bool:
    return (
        is_caption(line, above_the_article=True)
        or date_line(line) is not None
        or _is_title(line, title)
    )


def _is_title(line: str, title: str | None) -> bool:
    return title is not None and same_words(line, title)


def _opening(header: Header, number: int, rules: Boilerplate, removed: list[Removed]) -> bool:
    line = header.lines[number]
    match = rules.opening(line)
    if match is None or match.end() >= len(line):
        return False
    groups = match.groupdict()
    # The title may stand before the author, with nothing between them.
    author = (groups.get("author") or "").removeprefix(header.title or "").strip()
    header.author = author_name(author) if len(author.split()) <= 5 else None
    header.date = date_line(groups.get("date") or "")
    header.place, header.outlet = place_name(groups.get("place")), groups.get("outlet")
    if groups.get("caption"):
        header.captions.append(groups["caption"])
    removed.append(Removed("opening", match.group().strip()))
    header.lines[number] = line[match.end() :]
    return True


def _inner_dateline(header: Header, number: int, removed: list[Removed]) -> Dateline | None:
    """The dateline of a line that begins with a by-line, a headline or a teaser.

    By-line and headline are taken for part of the dateline; a teaser that ends a sentence stays.
    """
    line = header.lines[number]
    found = find_outlet_dateline(line, _BYLINE_LENGTH)
    if found is None:
        return None
    above = line[: found.start].strip()
    if line.startswith(_BYLINE_STARTS):
        _author_above(header, above)
        return found
    if is_title_case(above) and len(above.split()) >= 4 and above[-1] not in ".,":
        return found
    if above.endswith((".", "!", "?", '"', "”")) and is_prose(line[found.end :]):
        removed.append(Removed("dateline", line[found.start : found.end].strip()))
        header.lines[number] = f"{above} {line[found.end :].lstrip()}"
        header.place, header.outlet = found.place, found.outlet
    return None


def _author_above(header: Header, said: str) -> None:
    """``Laporan Wartawan Tribunnews.com, NAME OUTLET, PLACE -``: the name, if it can be told."""
    for label in ("Penulis:", "Reporter:"):
        if said.startswith(label):
            header.author = author_name(said[len(label) :].partition("|")[0])


def _take_dateline(header: Header, number: int, found: Dateline, removed: list[Removed]) -> None:
    line = header.lines[number]
    removed.append(Removed("dateline", line[: found.end].strip()))
    header.lines[number] = line[found.end :].lstrip()
    header.place, header.outlet = found.place, found.outlet
    if found.date:
        header.date = date_line(found.date)


def _headline(above: list[str], has_body: bool) -> str | None:
    """The article's headline among the lines above it: one that is repeated, else the first."""
    candidates = [
        line
        for line in above
        if is_headline(line)
        and not is_item(line)
        and not is_caption(line, above_the_article=True)
        and not photo_credit(line)[0]
        and date_line(line) is None
        and not is_outlet_line(line)
    ]
    if not has_body:
        return None
    for number, line in enumerate(candidates):
        if any(same_words(line, other) for other in candidates[number + 1 :]):
            return line
    return candidates[0] if candidates else None


def _sort(
    header: Header,
    above: list[str],
    below: list[str],
    rules: Boilerplate,
    removed: list[Removed],
) -> list[str]:
    kept: list[str] = []
    after_credit = False
    title_seen = not any(header.title and same_words(line, header.title) for line in above)
    for line in above:
        credit, photographer = photo_credit(line)
        date = date_line(line)
        if header.title and same_words(line, header.title):
            title_seen = True
            removed.append(Removed("title-line", line))
        elif credit:
            header.photographer = header.photographer or author_name(photographer)
            removed.append(Removed("photo-credit", line))
        elif date:
            # The fullest date wins: a page prints the day first and the minute below.
            header.date = max(header.date or "", date, key=len)
            removed.append(Removed("date-line", line))
        elif is_outlet_line(line):
            removed.append(Removed(OUTLET_LINE, line))
        elif after_credit or is_caption(line, above_the_article=True):
            header.captions.append(line)
        elif rules.ending(line):
            removed.append(Removed("ending-line", line))
        elif any(same_words(line, other) for other in below):
            removed.append(Removed("teaser-repeated", line))
        elif not title_seen and not is_prose(line):
            removed.append(Removed("above-the-title", line))
        else:
            kept.append(line)
        after_credit = credit
    return kept
