"""Entities across articles: when, under which names, in which roles, with whom, which figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from index.article import Article, Figure, Mention, Mentioned, Span
from index.language.sentences import sentence_at, sentences
from index.summaries import KINDS, Companion, EntitySummary, HeldRole, TracedFigure

_DAY = len("2024-03-01")
_MONTH = len("2024-03")
# Whom an entity is named with: a longer tail says nothing, and a set of articles has thousands.
MOST_COMPANIONS = 30

Key = tuple[str, str]


def summaries(articles: Iterable[Article], kinds: Collection[str] = ()) -> list[EntitySummary]:
    """A summary of every entity of ``articles``, the one in most articles first.

    Args:
        articles: each is looked at once, and none is kept.
        kinds: those of ``KINDS`` that are summarised; all, when empty. Companions are of any kind.

    ``figures`` of the summaries stay empty: ``measures`` count them.
    """
    tallies: dict[Key, _Tally] = {}
    keys: list[Key] = []
    numbers: dict[Key, int] = {}
    members: list[list[int]] = []
    for article in articles:
        reported = _Reported(article)
        here: list[int] = []
        for kind, entity in entities_of(article):
            key = kind, entity.name
            number = numbers.setdefault(key, len(keys))
            if number == len(keys):
                keys.append(key)
            here.append(number)
            if kinds and kind not in kinds:
                continue
            tally = tallies.setdefault(key, _Tally(*key))
            tally.add(article, entity, len(members))
            tally.measures.update(figure.measure for figure, _ in reported.of(kind, entity))
        members.append(here)
    ranked = sorted(tallies.values(), key=lambda tally: (-len(tally.where), -tally.mentions))
    return [tally.summary(_companions(tally, numbers, keys, members)) for tally in ranked]


def profile(
    kind: str, name: str, articles: Iterable[Article], *, figures: int | None = None
) -> EntitySummary | None:
    """The summary of one entity, with its figures; None when none of ``articles`` names it.

    Args:
        kind, name: as the articles have it; other names, even similar ones, are other entities.
        articles: each is looked at once, and none is kept.
        figures: how many of its figures are given, the latest; all of them when None.
    """
    tally = _Tally(kind, name)
    companions: Counter[Key] = Counter()
    traced: list[TracedFigure] = []
    for number, article in enumerate(articles):
        named = list(entities_of(article))
        own = next((each for each in named if (each[0], each[1].name) == (kind, name)), None)
        if own is None:
            continue
        entity = own[1]
        tally.add(article, entity, number)
        companions.update((other, each.name) for other, each in named if each is not entity)
        for figure, sentence in _Reported(article).of(kind, entity):
            tally.measures[figure.measure] += 1
            traced.append(
                TracedFigure(figure, article.id, article.published, article.outlet, sentence)
            )
    if not tally.where:
        return None
    # The sort is stable: the figures of one article stay in the order of its text.
    traced.sort(key=lambda each: (each.published or "", each.article), reverse=True)
    return tally.summary(_ranked(companions), tuple(traced[:figures]))


def entities_of(article: Article) -> Iterator[tuple[str, Mentioned]]:
    """``(kind, entity)`` of all that ``article`` names, in the order of ``KINDS``."""
    found = article.annotations
    lists: Sequence[Sequence[Mentioned]] = (
        found.agencies,
        found.people,
        found.places,
        found.offences,
        found.laws,
    )
    for kind, entities in zip(KINDS, lists, strict=True):
        for entity in entities:
            yield kind, entity


@dataclass(slots=True)
class _Tally:
    """What has been counted of one entity so far; ``where`` holds the numbers of its articles."""

    kind: str
    name: str
    parent: str | None = None
    mentions: int = 0
    where: list[int] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    roles: dict[str, list[str | None]] = field(default_factory=dict)
    measures: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article, entity: Mentioned, number: int) -> None:
        """Counts one article that names it."""
        day = article.published[:_DAY] if article.published else None
        self.where.append(number)
        self.mentions += entity.count
        self.parent = self.parent or getattr(entity, "parent", None)
        # What only the dateline names has its name for a form.
        self.forms.update([mention.form for mention in entity.mentions] or [entity.name])
        if day:
            self.days.append(day)
        if role := getattr(entity, "role", None):
            self.roles.setdefault(role, []).append(day)

    def summary(
        self, companions: tuple[Companion, ...], figures: tuple[TracedFigure, ...] = ()
    ) -> EntitySummary:
        """What was counted."""
        months = Counter(day[:_MONTH] for day in self.days if len(day) >= _MONTH)
        return EntitySummary(
            self.kind,
            self.name,
            self.parent,
            len(self.where),
            self.mentions,
            min(self.days, default=None),
            max(self.days, default=None),
            _counted(self.forms),
            tuple(sorted(map(_held, self.roles.items()), key=_latest_first, reverse=True)),
            tuple(sorted(months.items())),
            companions,
            _counted(self.measures),
            figures,
        )


def _held(role: tuple[str, list[str | None]]) -> HeldRole:
    words, days = role
    dated = [day for day in days if day]
    return HeldRole(words, len(days), min(dated, default=None), max(dated, default=None))


def _latest_first(role: HeldRole) -> tuple[str, int]:
    return role.last or "", role.articles


def _counted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _companions(
    tally: _Tally, numbers: dict[Key, int], keys: list[Key], members: list[list[int]]
) -> tuple[Companion, ...]:
    counts: Counter[int] = Counter()
    for number in tally.where:
        counts.update(members[number])
    del counts[numbers[tally.kind, tally.name]]
    return _ranked(Counter({keys[number]: count for number, count in counts.items()}))


def _ranked(counts: Counter[Key]) -> tuple[Companion, ...]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_COMPANIONS]
    return tuple(Companion(kind, name, count) for (kind, name), count in ranked)


class _Reported:
    """The figures of one article, each with the sentence in which it stands."""

    def __init__(self, article: Article) -> None:
        self._figures: list[tuple[Figure, Span, str]] = []
        spans: dict[str, list[Span]] = {}
        for figure in article.annotations.figures:
            text = article.part(figure.part)
            if figure.part not in spans:
                spans[figure.part] = sentences(text)
            span = sentence_at(spans[figure.part], figure.start) or (figure.start, figure.end)
            self._figures.append((figure, span, text[span[0] : span[1]]))

    def of(self, kind: str, entity: Mentioned) -> Iterator[tuple[Figure, str]]:
        """The figures that the entity says or that are of it, or whose sentence names it."""
        for figure, span, sentence in self._figures:
            said = kind in ("agency", "person") and figure.speaker == entity.name
            placed = kind == "place" and figure.place == entity.name
            if said or placed or _names(entity.mentions, figure.part, span):
                yield figure, sentence


def _names(mentions: Sequence[Mention], part: str, span: Span) -> bool:
    return any(
        mention.part == part and span[0] <= mention.start and mention.end <= span[1]
        for mention in mentions
    )
