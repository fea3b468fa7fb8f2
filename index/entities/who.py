"""Who and where: the agencies, people and places of an article, with every mention.

How readings are decided (conventions of annotation):

- A body that stands only inside an office (*Menteri Luar Negeri*, *Kadiv Humas Polri*, *Kepala
  Dinas Sosial X*) counts through the role and is no mention. The exceptions: a body printed by
  its whole name after an office of a part of it (*Kepala Bidang X Disnakertrans Kabupaten Y*);
  one that is named outside offices too, of which the form inside one is another mention; and the
  ``holders`` of lexicon/agencies.yaml, words of an office that stand for the body itself.
- A place inside an agency's name or an office is none; a region after Kota or Kabupaten is filed
  without that word.
- A person needs a cue; after that, any word of the name that cannot be something else is one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.article import BODY, TITLE, Agency, Person, Place, caption_part
from index.entities.agencies import find_agencies
from index.entities.found import Found
from index.entities.guessing.guess import guesses
from index.entities.known import settle
from index.entities.located import settle_places
from index.entities.marks import Marks
from index.entities.memory import remember
from index.entities.people import find_people
from index.entities.places import Site, find_sites
from index.entities.recalling import bare_names, recall
from index.entities.repeated import believe
from index.entities.sighting import Sighting
from index.entities.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of an article, each kind in the order of first mention.

    ``bare`` are the keys of what looks like a full name and was taken for nothing.
    """

    agencies: tuple[Agency, ...]
    people: tuple[Person, ...]
    places: tuple[Place, ...]
    bare: frozenset[str] = frozenset()


def find_names(
    title: str | None,
    body: str,
    captions: Sequence[str],
    *,
    place: str | None = None,
    known: Collection[str] = (),
) -> Names:
    """The agencies, people and places of an article.

    Args:
        title, body, captions: the texts that offsets count into, exactly as given.
        place: the dateline's place, already taken off the body; it comes first among the places,
            without a mention where the texts do not name it.
        known: keys of full names that are people without a cue, too (the archive knows them).

    Spans of different mentions never overlap; mentions are in the order title, body, captions,
    and by offset. Any string is accepted.
    """
    parts = [(TITLE, title or ""), (BODY, body)]
    parts += [(caption_part(number), text) for number, text in enumerate(captions)]
    marked: list[Marks] = []
    for part, text in parts:
        tokens = tokenize(part, text)
        sites = find_sites(tokens)
        found = [agency for agency in find_agencies(tokens) if not _housed(agency, sites)]
        marked.append(Marks(tokens, found, sites))
    # The body first: what it says decides how short forms in the title are read.
    order = sorted(range(len(marked)), key=lambda number: marked[number].tokens.part != BODY)
    sightings = {number: find_people(marked[number]) for number in order}
    believed = believe([(marks, sightings[number]) for number, marks in enumerate(marked)])
    agencies = settle(marked)
    if known:
        recall(marked, believed, known)
    guessed = _with_guesses(marked, believed)
    people = remember(list(zip(marked, believed, strict=True)))
    places = settle_places(marked, guessed, place)
    return Names(agencies, tuple(people), places, bare_names(marked, guessed))


def _with_guesses(marked: Sequence[Marks], believed: list[list[Sighting]]) -> list[list[Site]]:
    """The places that are guessed in each part; people that are guessed join ``believed``."""
    sites: list[list[Site]] = [[] for _ in marked]
    for guess in guesses(marked):
        marks = marked[guess.number]
        if guess.label == "person":
            marks.mark_name(guess.start, guess.end)
            believed[guess.number].append(Sighting(guess.start, guess.end, cue="learned"))
        else:
            form = " ".join(marks.tokens.form(guess.start, guess.end).split())
            sites[guess.number].append(Site(guess.start, guess.end, form, "guessed"))
    return sites


def _housed(agency: Found, sites: Sequence[Site]) -> bool:
    """Whether the name of a building or a street holds that of a body (*Gedung Dewan Pers*)."""
    return any(
        site.house and site.start <= agency.start and agency.end <= site.end for site in sites
    )
