"""What the sidebar lists of an article: groups of entries, each with its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.article import BODY, Annotations, Article, Figure, Mention, Mentioned, Quote, Statement
from index.check import Check
from index.text import clean_line
from tui.check_wording import check_words
from tui.i18n import text
from tui.wording import figure_detail


class Kind(StrEnum):
    """The kinds of entry; the value is also the name of the kind's colour."""

    AGENCY = "agency"
    PERSON = "person"
    SPEAKER = "speaker"
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

    ``field`` and ``value`` are what ``Archive.narrow`` takes, empty where nobody is named;
    ``detail`` is the second, quieter line, empty when there is nothing to add; ``warning`` is
    what checks of a figure show that somebody should look at.
    """

    kind: Kind
    field: str
    value: str
    label: str
    detail: str
    mentions: tuple[Mention, ...]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one kind."""

    kind: Kind
    entries: tuple[Entry, ...]


def groups(article: Article, checks: Iterable[Check] = ()) -> tuple[Group, ...]:
    """The groups of an article that have entries, in the order of ``Kind``.

    ``checks`` are those of its figures; what they warn of stands under the figure.
    """
    notes = article.annotations
    agencies = (
        Entry(Kind.AGENCY, "agency", each.name, clean_line(each.name), _detail(each), each.mentions)
        for each in notes.agencies
    )
    people = (
        Entry(
            Kind.PERSON,
            "person",
            each.name,
            clean_line(each.name),
            _detail(each, clean_line(each.role or "")),
            each.mentions,
        )
        for each in notes.people
    )
    places = (
        Entry(Kind.PLACE, "place", each.name, clean_line(each.name), _detail(each), each.mentions)
        for each in notes.places
    )
    offences = (
        Entry(
            Kind.LAW,
            "offence",
            each.name,
            clean_line(each.name.replace("_", " ")),
            _detail(each),
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
            _detail(
                each,
                text("entities.articles", numbers=clean_line(", ".join(each.articles)))
                if each.articles
                else "",
            ),
            each.mentions,
        )
        for each in notes.laws
    )
    found = (
        Group(Kind.AGENCY, _most_named_first(agencies)),
        Group(Kind.PERSON, _most_named_first(people)),
        Group(Kind.SPEAKER, _speakers(notes)),
        Group(Kind.FIGURE, _figures(notes.figures, checks)),
        Group(Kind.PLACE, _most_named_first(places)),
        Group(Kind.LAW, (*_most_named_first(offences), *_most_named_first(laws))),
    )
    return tuple(group for group in found if group.entries)


def _detail(entity: Mentioned, words: str = "") -> str:
    """``words``, and where the analyst has corrected the entity, that it is so."""
    said = text("entities.corrected") if entity.corrected else ""
    return " · ".join(filter(None, (words, said)))


def _most_named_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.mentions)))


def _speakers(notes: Annotations) -> tuple[Entry, ...]:
    """Who speaks, most often first, with the passages; what nobody is named for comes last."""
    passages: dict[str, list[Quote | Statement]] = {}
    everything: tuple[Quote | Statement, ...] = (*notes.quotes, *notes.statements)
    for said in everything:
        passages.setdefault(said.speaker or "", []).append(said)
    people = {person.name for person in notes.people}
    entries = [
        Entry(
            Kind.SPEAKER,
            ("person" if name in people else "agency") if name else "",
            name,
            clean_line(name) or text("entities.nobody"),
            _counted(found),
            tuple(Mention(BODY, said.start, said.end, said.text)
                  for said in sorted(found, key=lambda said: said.start)),
        )
        for name, found in passages.items()
    ]  # fmt: skip
    return tuple(sorted(entries, key=lambda entry: (not entry.value, -len(entry.mentions))))


def _counted(found: Sequence[Quote | Statement]) -> str:
    quotes = sum(isinstance(said, Quote) for said in found)
    numbers = (("entities.quotes", quotes), ("entities.statements", len(found) - quotes))
    return " · ".join(text(key, number=number) for key, number in numbers if number)


def _figures(figures: Sequence[Figure], checks: Iterable[Check]) -> tuple[Entry, ...]:
    """Figures in the order of the text; one that is printed again becomes a second mention."""
    merged: dict[tuple[str, str, str], list[Mention]] = {}
    first: dict[tuple[str, str, str], Figure] = {}
    warnings: dict[tuple[str, int], list[str]] = {}
    for check in checks:
        if check.warns:
            of = check.figure.figure
            warnings.setdefault((of.part, of.start), []).append(check_words(check))
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
            " ".join(words for each in merged[key] for words in warnings.get(_at(each), ())),
        )
        for key, figure in first.items()
    )


def _at(mention: Mention) -> tuple[str, int]:
    return mention.part, mention.start
