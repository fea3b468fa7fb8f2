"""The plain records of the archive: frozen, comparable, free of any library.

Offsets count code points, end exclusive, into the named part of an article:
``"title"``, ``"body"`` or ``"caption:N"`` (N from 0).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    first (office, rank, speech, initials... or ``learned``).
    """

    role: str | None = None
    office: str | None = None
    agency: str | None = None
    place: str | None = None
    case_role: str | None = None
    full_name: str | None = None
    from_lexicon: bool = False
    cue: str | None = None


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
    ``period`` an ISO date or an interval ``start/end`` at the precision that was printed.
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
class Origin:
    """Where a field of an article (``"published"``) was found: ``"dateline"``, ``"url"``..."""

    field: str
    where: str


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody who worked on an article.

    ``role`` is one of author, reporter, editor, contributor, translator, photographer.
    """

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What a source held, decoded but not yet cleaned.

    ``path`` names the file, with ``#3`` for the third record of a file. The other fields are
    what the source itself said, verbatim, and None where it said nothing; a plain text file
    says nothing but its ``text``. ``origins`` names, for a field, what part of the source said it
    (``"JSON-LD"``, ``"Open Graph"``, ``"front matter"``); a field without one stood in the record.
    """

    path: str
    text: str
    source_id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    editor: str | None = None
    section: str | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the source that cleaning took out, and the id of the rule that did it."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """A cleaned article before annotation.

    ``published`` is an ISO date (``2025-01-31``, ``2025-01``, ``2025``) or an ISO minute with its
    offset (``2025-05-20T13:31:00+07:00``). Paragraphs of ``body`` are parted by one ``\\n``.
    ``section`` is the part of the outlet that printed it (``"news"`` of news.detik.com),
    ``credits`` all who are named as having worked on it, ``origins`` where each of title, outlet,
    published, place, author and url was found.
    """

    title: str | None
    body: str
    captions: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    place: str | None = None
    author: str | None = None
    url: str | None = None
    removed: tuple[Removed, ...] = ()
    section: str | None = None
    credits: tuple[Credit, ...] = ()
    origins: tuple[Origin, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a query did not say well: a sentence for the user, and the span it is about."""

    message: str
    start: int = 0
    end: int = 0
    fatal: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article with the spans (into ``text``) where the query matched."""

    text: str
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of a result list.

    ``copies`` is the number of other hits of the same query that carry the same text.
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    snippet: Snippet
    score: float = 0.0
    tags: tuple[str, ...] = ()
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits and what the search understood.

    ``searched`` is the query that was run: ``query``, or while somebody types ``query`` with its
    last word left open (``korb*``). ``understood`` is the query as it was read, in the query
    language itself; ``total`` the exact number of hits; ``hits`` the page from ``offset`` on;
    ``elapsed`` seconds. ``complete`` is False for a query that is still being typed (an open
    quote or bracket, a bare ``field:``).
    A query with a fatal diagnostic has no hits and ``total`` 0. ``voices`` is the number of hits
    when copies of one text count once; where only voices were asked for, the page holds one hit
    of each, the first of its copies in the order of the page.
    """

    query: str
    understood: str
    total: int
    hits: tuple[Hit, ...]
    offset: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    complete: bool = True
    elapsed: float = 0.0
    searched: str = ""
    voices: int = 0

    @property
    def failed(self) -> bool:
        """Whether the query could not be run."""
        return any(diagnostic.fatal for diagnostic in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a source that could not be read: where, and why in one sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Which files of folders are read, and how.

    ``mapping`` names the columns that hold our fields (``{"title": "judul"}``); ``include`` and
    ``exclude`` are globs of names and of paths inside the folders.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddReport:
    """What one ``add`` did: numbers of articles, and the problems met on the way.

    ``copies`` counts articles that the archive had, met now in a second place; ``near_copies``
    how many of those that were added carry the text of another article; ``forgotten`` how many
    left the archive because their source has gone, ``kept`` how many stay all the same because
    they are tagged.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    copies: int = 0
    near_copies: int = 0
    forgotten: int = 0
    kept: int = 0
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a long job stands: ``stage`` is ``read``, ``index``, ``rebuild``, or ``wait`` (for
    another process that is writing the index).

    ``total`` is None while it is not known; ``share`` then says how much of the input is done
    (0 to 1), where that can be told.
    """

    stage: str
    done: int
    total: int | None
    detail: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What an archive holds."""

    path: str
    articles: int
    first: str | None
    last: str | None
    outlets: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    database_bytes: int
    index_bytes: int
    versions: tuple[tuple[str, str], ...]
