"""What the sidebar lists of an article: groups of entries, each with its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.article import Article, Figure, Mention
from index.text import clean_line
from tui.i18n import text
from tui.wording import figure_detail


class Kind(StrEnum):
    """The five kinds of entry; the value is also the name of the kind's colour."""

    AGENCY = "agency"
    PERSON = "person"
    FIGURE = "figure"
    PLACE = "place"
    LAW = "law"

    @property
    def words(self) -> str:
        """The heading of the group."""
        return text(f"kind.{self.value}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the sidebar.

    ``field`` and ``value`` are what ``Archive.narrow`` takes; ``detail`` is the second, quieter
    line, empty when there is nothing to add.
    """

    kind: Kind
    field: str
    value: str
    label: str
    detail: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one kind."""

    kind: Kind
    entries: tuple[Entry, ...]


def groups(article: Article) -> tuple[Group, ...]:
    """The groups of an article that have entries, in the order of ``Kind``."""
    notes = article.annotations
    agencies = (
        Entry(Kind.AGENCY, "agency", each.name, clean_line(each.name), "", each.mentions)
        for each in notes.agencies
    )
    people = (
        Entry(
            Kind.PERSON,
            "person",
            each.name,
            clean_line(each.name),
            clean_line(each.role or ""),
            each.mentions,
        )
        for each in notes.people
    )
    places = (
        Entry(Kind.PLACE, "place", each.name, clean_line(each.name), "", each.mentions)
        for each in notes.places
    )
    offences = (
        Entry(
            Kind.LAW,
            "offence",
            each.name,
            clean_line(each.name.replace("_", " ")),
            "",
            each.mentions,
        )
        for each in notes.offences
    )
    laws = (
        Entry(
            Kind.LAW,
            "law",
            each.name,
            clean_line(each.name),
            text("entities.articles", numbers=clean_line(", ".join(each.articles)))
            if each.articles
            else "",
            each.mentions,
        )
        for each in notes.laws
    )
    found = (
        Group(Kind.AGENCY, _most_named_first(agencies)),
        Group(Kind.PERSON, _most_named_first(people)),
        Group(Kind.FIGURE, _figures(notes.figures)),
        Group(Kind.PLACE, _most_named_first(places)),
        Group(Kind.LAW, (*_most_named_first(offences), *_most_named_first(laws))),
    )
    return tuple(group for group in found if group.entries)


def _most_named_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.mentions)))


def _figures(figures: Sequence[Figure]) -> tuple[Entry, ...]:
    """Figures in the order of the text; one that is printed again becomes a second mention."""
    merged: dict[tuple[str, str, str], list[Mention]] = {}
    first: dict[tuple[str, str, str], Figure] = {}
    for figure in figures:
        key = (figure.text.casefold(), figure.measure, figure.period or "")
        first.setdefault(key, figure)
        merged.setdefault(key, []).append(
            Mention(figure.part, figure.start, figure.end, figure.text)
        )
    return tuple(
        Entry(
            Kind.FIGURE,
            "figure",
            figure.measure,
            clean_line(figure.text),
            figure_detail(figure),
            tuple(merged[key]),
        )
        for key, figure in first.items()
    )
