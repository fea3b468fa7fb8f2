"""The plain records of the archive: frozen, comparable, free of any library.

Those of an article are here; those of its source, of a search and of the archive's work are in
modules of their own, and given on.

Offsets count code points, end exclusive, into the named part of an article:
``"title"``, ``"body"`` or ``"caption:N"`` (N from 0).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from index.record import Credit, Origin, ReadArticle, Removed, SourceRecord
from index.reports import AddReport, Problem, Progress, Selection, Status
from index.results import Diagnostic, Hit, Results, Snippet

__all__ = [
    "BODY",
    "TITLE",
    "AddReport",
    "Agency",
    "Annotations",
    "Article",
    "Credit",
    "Diagnostic",
    "Figure",
    "Hit",
    "Law",
    "Mention",
    "Mentioned",
    "Offence",
    "Origin",
    "Person",
    "Place",
    "Problem",
    "Progress",
    "Quote",
    "ReadArticle",
    "Removed",
    "Results",
    "Selection",
    "Snippet",
    "SourceRecord",
    "Span",
    "Statement",
    "Status",
    "caption_part",
]

Span = tuple[int, int]

BODY = "body"
TITLE = "title"


def caption_part(number: int) -> str:
    """The name of the part that holds caption ``number`` (from 0)."""
    return f"caption:{number}"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where something is named: a part, a half-open span in it, and the printed form."""

    part: str
    start: int
    end: int
    form: str


def _forms(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.form for mention in mentions))


def _body_spans(mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    return tuple((mention.start, mention.end) for mention in mentions if mention.part == BODY)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What all entities share: a name and the mentions that carry it.

    ``corrected`` tells an entity that is otherwise than it was found: the analyst said so.
    """

    name: str
    mentions: tuple[Mention, ...]
    corrected: bool = field(default=False, kw_only=True)

    @property
    def forms(self) -> tuple[str, ...]:
        """The distinct printed forms, in the order in which they first appear.

        What only the dateline names, which is no part of the text, has its name for a form.
        """
        return _forms(self.mentions) or (self.name,)

    @property
    def count(self) -> int:
        """How often it is named, title and captions included; a dateline counts once."""
        return len(self.mentions) or 1

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of the mentions that stand in the body."""
        return _body_spans(self.mentions)

    @property
    def layer(self) -> str:
        """Who says so: ``corrected`` (the analyst), ``curated`` (a lexicon), ``found`` (rules)."""
        if self.corrected:
            return "corrected"
        return "curated" if getattr(self, "curated", False) else "found"


@dataclass(frozen=True, slots=True)
class Agency(Mentioned):
    """A public body, court, NGO, union, company or international body.

    ``curated`` tells a name that the lexicon knows from one that rules have found;
    ``parent`` is the canonical name of the body above it, where that is known.
    """

    curated: bool = False
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Person(Mentioned):
    """A person: the name without ranks, degrees and honorifics, and the role as printed.

    The role as it can be compared is in ``office`` (in full), ``agency`` (the name it is filed
    under) and ``place``; ``case_role`` is the part in a case (korban, tersangka, terdakwa,
    terpidana, saksi, pelapor, terlapor, pelaku, buron). Each is None where unknown.
    ``full_name`` is that of the lexicon of office holders, for the date of the article; where the
    lexicon gave the office, too, ``from_lexicon`` is True. ``cue`` is what gave the name away at
    first (office, rank, speech, initials... or ``learned``). ``from_memory`` tells that other
    articles of the archive gave the name away (``cue`` is ``memory``), or the ``full_name``.
    """

    role: str | None = None
    office: str | None = None
    agency: str | None = None
    place: str | None = None
    case_role: str | None = None
    full_name: str | None = None
    from_lexicon: bool = False
    cue: str | None = None
    from_memory: bool = False


@dataclass(frozen=True, slots=True)
class Place(Mentioned):
    """A country, province, regency, city, village, airport, port or crossing.

    ``parent`` is the filed name of the place that it lies in, where that is known.
    """

    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Offence(Mentioned):
    """An offence by its acronym: TPPO, TPPM, TPPU, TPKS, online_scam, judi_online."""


@dataclass(frozen=True, slots=True)
class Law(Mentioned):
    """A law (``name`` = ``"UU 21/2007"``) and the articles (pasal) that are cited of it."""

    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """The words, a span of the figure's own part, from which a field of a figure was read."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported number.

    ``low`` and ``high`` bound the value: *lebih dari N* has no ``high``, *kurang dari N* no
    ``low``. ``what`` is what is counted, ``measure`` one of the keys of measures.yaml,
    ``period`` an ISO date or an interval ``start/end`` at the precision that was printed, an open
    end told by two dots (``2023-06/..``).
    ``approximate`` tells a value that was not printed as exact (*sekitar*, *hampir*, *puluhan*),
    ``cumulative`` whether it counts up to the end of its period, None where that is not said.
    ``agency`` is the body whose count or act it is, ``per`` what it is for each of (*per orang*).
    ``whole`` is the span of the figure that it is a part of, in the same part of the article, and
    ``breakdown`` what the parts differ in: sex, age, nationality, or other.
    """

    text: str
    low: float | None
    high: float | None
    unit: str | None
    what: str | None
    measure: str
    period: str | None
    place: str | None
    speaker: str | None
    part: str
    start: int
    end: int
    approximate: bool = False
    agency: str | None = None
    cumulative: bool | None = None
    per: str | None = None
    breakdown: str | None = None
    whole: Span | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation in the body: the speaker's full name, or the agency's, or None.

    ``cue`` is the word of speech that gives it to somebody, as printed, where one does.
    """

    speaker: str | None
    text: str
    start: int
    end: int
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Indirect speech in the body: a sentence that tells what somebody says.

    The speaker is a full name, or an agency's, or None where nobody is named; ``cue`` is the word
    of speech as printed.
    """

    speaker: str | None
    cue: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was understood of one article's text.

    ``rejected`` are the entities, or those mentions of them, that the analyst says are none.
    """

    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    offences: tuple[Offence, ...] = ()
    laws: tuple[Law, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    rejected: tuple[Mentioned, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the archive, whole.

    ``copies`` is the number of other articles of the archive that carry the same text: agency
    copy and light rewrites of it.
    """

    id: str
    path: str
    source_id: str | None
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    place: str | None
    author: str | None
    body: str
    captions: tuple[str, ...] = ()
    copies: int = 0
    tags: tuple[str, ...] = ()
    annotations: Annotations = field(default_factory=Annotations)
    section: str | None = None
    credits: tuple[Credit, ...] = ()
    origins: tuple[Origin, ...] = ()

    def part(self, name: str) -> str:
        """The text of a part (``"title"``, ``"body"``, ``"caption:N"``), empty if there is none."""
        if name == BODY:
            return self.body
        if name == TITLE:
            return self.title or ""
        kind, _, number = name.partition(":")
        if kind == "caption" and number.isdigit() and int(number) < len(self.captions):
            return self.captions[int(number)]
        return ""
