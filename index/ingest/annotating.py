"""All that is understood of one cleaned article."""

from __future__ import annotations

from dataclasses import dataclass

from index.article import Annotations, ReadArticle
from index.entities.evidence import Evidence, evidence
from index.entities.holders import with_offices
from index.entities.laws import find_laws
from index.entities.offences import find_offences
from index.entities.quotes import quotes_with
from index.entities.recalled import Recalled
from index.entities.speech import Speakers
from index.entities.statements import find_statements
from index.entities.who import Names, find_names
from index.figures import find_figures

# Characters of a body in which names and figures are looked for; a longer one is no news article.
LONGEST_ANNOTATED = 100_000
NOTHING = Recalled()


@dataclass(frozen=True, slots=True)
class Understood:
    """An article's annotations, and what it says of names for the memory of an archive."""

    annotations: Annotations
    evidence: frozenset[Evidence]


def annotate(read: ReadArticle, recalled: Recalled = NOTHING) -> Annotations:
    """All names, offences, laws, voices and figures of a cleaned article.

    ``recalled`` is what the archive knows of its names besides.
    """
    return _understood(read, recalled)[0]


def understand(read: ReadArticle) -> Understood:
    """What ``annotate`` gives without any memory, with what the article says of names."""
    annotations, names = _understood(read, NOTHING)
    return Understood(annotations, evidence(annotations.people, names))


def _understood(read: ReadArticle, recalled: Recalled) -> tuple[Annotations, Names]:
    title, body, captions = read.title, read.body[:LONGEST_ANNOTATED], read.captions
    names = find_names(title, body, captions, place=read.place, known=recalled.names)
    # Who speaks is read once, for the quotations and for the figures.
    people = with_offices(names.people, read.published, recalled.full)
    speakers = Speakers(body, people, names.agencies)
    quotes = quotes_with(speakers)
    annotations = Annotations(
        agencies=names.agencies,
        people=people,
        places=names.places,
        offences=find_offences(title, body, captions),
        laws=find_laws(title, body, captions),
        figures=find_figures(
            title,
            body,
            published=read.published,
            people=people,
            agencies=names.agencies,
            places=names.places,
            quotes=quotes,
            speakers=speakers,
        ),
        quotes=quotes,
        statements=find_statements(speakers, quotes),
    )
    return annotations, names
