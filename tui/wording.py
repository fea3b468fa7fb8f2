"""Dates, bylines and figures in words: plain strings, ready to be shown."""

from __future__ import annotations

import re

from index.article import Article, Figure, Hit
from index.correction import Correction
from index.text import clean_line
from tui.i18n import catalogue, text

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?")
_FIRST_WORDS = 12
_FIRST_CHARACTERS = 300
SEPARATOR = " · "


def date(published: str | None, *, time: bool = False) -> str:
    """``2025-05-20T13:31:00+07:00`` -> ``20 May 2025``, with ``time`` ``20 May 2025 13:31``.

    A date of a month or a year keeps that precision; what is no date is given back as it is.
    """
    found = _DATE.match(published or "")
    if found is None:
        return clean_line(published or "")
    year, month, day, clock = found.groups()
    months = text("months").split()
    parts = [year]
    if month and 1 <= int(month) <= len(months):
        parts.insert(0, months[int(month) - 1])
        if day:
            parts.insert(0, str(int(day)))
    if time and clock:
        parts.append(clock)
    return " ".join(parts)


def period(value: str) -> str:
    """``2025-01/2025-04`` -> ``Jan 2025 – Apr 2025``; open ends (``2023/..``) stay open."""
    start, slash, end = value.replace("..", "").partition("/")
    return f"{date(start)} – {date(end)}".strip() if slash else date(start)


def first_words(article: Article) -> str:
    """The beginning of the body, to stand for a title that is not known."""
    words = clean_line(article.body[:_FIRST_CHARACTERS]).split(" ")
    more = "…" if len(words) > _FIRST_WORDS else ""
    return " ".join(words[:_FIRST_WORDS]) + more


def count_of_articles(count: int) -> str:
    """``1 article``, ``12 articles``."""
    return text("status.article") if count == 1 else text("status.articles", count=count)


def source_of(hit: Hit) -> str:
    """``outlet · date``, what there is of it."""
    return SEPARATOR.join(filter(None, (clean_line(hit.outlet or ""), date(hit.published))))


def byline(article: Article) -> str:
    """``outlet · date and time · author · place``, what there is of it."""
    known = (article.outlet, date(article.published, time=True), article.author, article.place)
    return SEPARATOR.join(clean_line(part) for part in known if part)


def measure(key: str) -> str:
    """A measure in words; one that the catalogue does not know keeps its key."""
    known = f"measure.{key}"
    return text(known) if known in catalogue("en") else clean_line(key.replace("_", " "))


def figure_detail(figure: Figure) -> str:
    """What a figure counts, over which period, and who says so."""
    what = measure(figure.measure)
    if figure.measure == "other":  # then only the article's own words say what is counted
        known = clean_line(figure.what or "")
        what = "" if known.casefold() in figure.text.casefold() else known
    parts = [what] if what else []
    if figure.period:
        parts.append(period(figure.period))
    if figure.speaker:
        parts.append(clean_line(figure.speaker))
    return SEPARATOR.join(parts)


def correction_words(correction: Correction) -> str:
    """A correction in a few words: ``rename Slimy Karim → Silmy Karim``."""
    is_alias = correction.operation == "alias"
    subject = correction.form if is_alias else correction.name
    to = correction.name if is_alias else correction.to
    words = f"{text(f'correction.done.{correction.operation}')} {clean_line(subject or '')}"
    if correction.form and not is_alias:
        words += f" ({clean_line(correction.form)})"
    if to and to != correction.form:
        shown = text(f"correction.kind.{to}") if correction.operation == "retype" else to
        words += f" → {clean_line(shown)}"
    return words
