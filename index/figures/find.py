"""The figures of an article: numbers with their unit, measure, period, place and speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from index.article import BODY, TITLE, Agency, Figure, Person, Place, Quote, Reason, Span
from index.entities.speech import Speakers
from index.figures.amounts import dollar_of, find_amounts
from index.figures.counted import Counted, counted_in
from index.figures.credited import Credit, Credits
from index.figures.cumulation import Cumulation
from index.figures.distinct import distinct, repeats
from index.figures.meaning import Counts, meanings, untold
from index.figures.periods import Covered
from index.figures.placed import Placed, Placing
from index.figures.scenes import Scene
from index.figures.spans import Count, Periods, lead_day
from index.figures.structure import Structure
from index.figures.subject import Owners
from index.figures.traps import masked
from index.figures.units import same_unit
from index.language.dates import FoundDate, find_dates
from index.language.patterns import lowered
from index.language.sentences import sentences

# The least certainty at which a number of years is a term of prison.
_TERM = 1.8


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the article with what was read in it once."""

    name: str
    text: str
    bounds: list[Span]
    dates: list[FoundDate]
    counted: list[Counted]


def find_figures(
    title: str | None,
    body: str,
    *,
    published: str | None,
    people: Sequence[Person],
    agencies: Sequence[Agency],
    places: Sequence[Place],
    quotes: Sequence[Quote],
    speakers: Speakers | None = None,
) -> tuple[Figure, ...]:
    """The reported figures of an article, each distinct (value, unit, measure) once.

    The mention in the body is preferred to the title's; ``start``/``end`` count code points of
    ``part``. Dates, times, ages, citations, labels, scores, statutory maxima and idioms are none.
    ``published`` (ISO) dates what is told relative to it (*tahun lalu*). ``speakers`` may hand over
    the body's words of speech where they have been read already. Never raises.
    """
    dollar = dollar_of(body)
    main = _read(BODY, body, published, dollar)
    head = _read(TITLE, title or "", published, dollar)
    exact: set[float | None] = {
        counted.amount.low for counted in head.counted
        if counted.amount.low is not None and counted.amount.low == counted.amount.high
    }  # fmt: skip
    if speakers is None and main.counted:
        speakers = Speakers(body, people, agencies)
    scene, known = Scene(title, body), Counts()
    whose = (agencies, people)
    titled = _figures(head, published, (), (), None, exact, whose, scene, known)
    kept = distinct(
        _figures(main, published, quotes, places, speakers, exact, whose, scene, untold(known))
    )
    of_title = [figure for figure, _ in titled if not any(repeats(figure, other) for other in kept)]
    if of_title:
        day = lead_day(body, speakers, published)
        kept += [replace(figure, period=figure.period or day) for figure in of_title]
    return tuple(kept)


def _read(name: str, text: str, published: str | None, dollar: str) -> _Part:
    amounts = find_amounts(text, dollar) if text else []
    if not amounts:
        return _Part(name, text, [], [], [])
    bounds = sentences(text)
    dates = find_dates(text, published)
    spans = masked(text, [(date.start, date.end) for date in dates])
    counted = counted_in(text, amounts, bounds, spans, titled=name == TITLE)
    return _Part(name, text, bounds, dates, counted)


def _figures(
    part: _Part,
    published: str | None,
    quotes: Sequence[Quote],
    places: Sequence[Place],
    speakers: Speakers | None,
    exact: set[float | None],
    whose: tuple[Sequence[Agency], Sequence[Person]],
    scene: Scene,
    known: Counts,
) -> list[tuple[Figure, float]]:
    figures: list[tuple[Figure, float]] = []
    placing = Placing(part.text, places)
    credits = Credits(part.text, part.bounds, quotes, speakers) if speakers else None
    periods = Periods(part.text, part.bounds, part.dates, speakers, published)
    counts = [(one.amount.low, one.amount.high, same_unit(one.unit.name)) for one in part.counted]
    beside: dict[Span, list[Count]] = {}
    for counted, count in zip(part.counted, counts, strict=True):
        beside.setdefault(counted.sentence, []).append(count)
    spans: dict[Span, list[Span]] = {}
    for counted in part.counted:
        spans.setdefault(counted.sentence, []).append(counted.span)
    lower = lowered(part.text)
    owners = Owners(part.text, lower, part.name, *whose)
    cumulation = Cumulation(lower, part.dates)
    meant = meanings(part.text, lower, part.counted, scene, known)
    structure = Structure(part.text, part.counted)
    for number, (counted, count, meaning) in enumerate(
        zip(part.counted, counts, meant, strict=True)
    ):
        reading, anatomy = meaning.reading, meaning.anatomy
        if counted.unit.kind == "time" and reading.certainty < _TERM:
            continue
        covered = periods.of(counted, count, beside[counted.sentence], reading.measure)
        placed = placing.of(counted, spans[counted.sentence], covered.span if covered else None)
        credit = credits.of(counted) if credits else None
        period = covered.value if covered else None
        speaker = credit.speaker if credit else None
        owner = owners.of(counted.sentence, counted.span, reading, anatomy, speaker)
        said = cumulation.of(counted.sentence, counted.span, anatomy, period)
        figure = _figure(
            part,
            counted,
            reading.measure,
            exact,
            period=period,
            place=placed.name if placed else None,
            speaker=speaker,
            agency=owner.agency if owner else None,
            cumulative=said.cumulative if said else None,
            approximate=counted.amount.approximate,
            per=structure.per(number),
            breakdown=structure.breakdown(number),
            whole=structure.whole(number),
            reasons=[
                *_reasons(period=covered, place=placed, speaker=credit),
                *(one.reason for one in (reading, owner, said) if one and one.reason),
                *structure.reasons(number),
            ],
        )
        figures.append((figure, reading.certainty))
    return figures


def _figure(
    part: _Part,
    counted: Counted,
    measure: str,
    exact: set[float | None],
    *,
    period: str | None = None,
    place: str | None = None,
    speaker: str | None = None,
    agency: str | None = None,
    cumulative: bool | None = None,
    approximate: bool = False,
    per: str | None = None,
    breakdown: str | None = None,
    whole: Span | None = None,
    reasons: Iterable[Reason] = (),
) -> Figure:
    """The figure of ``counted``; ``exact`` are the values that the title prints, which close an
    open bound. ``reasons`` are the words of all the fields, in any order."""
    amount, unit = counted.amount, counted.unit
    low, high = amount.low, amount.high
    bound = low if high is None else high
    if amount.bounded and high is None and bound in exact:
        low = high = bound
    start, end = counted.span
    return Figure(
        part.text[start:end], low, high, unit.name, unit.what, measure, period, place,
        speaker, part.name, start, end, approximate=approximate, agency=agency,
        cumulative=cumulative, per=per, breakdown=breakdown, whole=whole,
        reasons=tuple(sorted(reasons, key=attrgetter("field", "start"))),
    )  # fmt: skip


def _reasons(**found: Covered | Placed | Credit | None) -> list[Reason]:
    return [Reason(field, *one.span) for field, one in found.items() if one is not None]
