"""Names of one article that nothing in it gives away, and those of them that the archive knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from index.entities.marks import Marks
from index.entities.naming import no_person
from index.entities.places import Site
from index.entities.related import of_thing
from index.entities.repeated import capitalised_inside, thing_beside, title_around, true_start
from index.entities.sighting import Sighting
from index.entities.tokens import key_of, phrase_keys

MEMORY = "memory"
_LONGEST = 5


def name_key(name: str) -> str:
    """The words of a name as the archive's memory keeps them: ``"abdul kadir karding"``."""
    return " ".join(key_of(word) for word in phrase_keys(name)[0] if word[0].isalnum())


def is_full_name(key: str) -> bool:
    """Whether a key is of two to five words, two of them at least no initials."""
    words = key.split()
    return sum(len(word) > 1 for word in words) >= 2 and len(words) <= _LONGEST


def bare_names(marked: Sequence[Marks], guessed: Sequence[Sequence[Site]]) -> frozenset[str]:
    """The keys of the runs that look like a full name and were taken for nothing.

    ``guessed`` are the places of each part that were guessed. To be called when all the people of
    the article are marked.
    """
    return frozenset(
        key
        for number, start, end, key in _runs(marked)
        if not any(site.start < end and start < site.end for site in guessed[number])
    )


def recall(
    marked: Sequence[Marks], believed: Sequence[list[Sighting]], names: Collection[str]
) -> None:
    """Adds to ``believed`` the runs that are exactly one of ``names``, and marks them."""
    for number, start, end, key in list(_runs(marked)):
        if key in names:
            marked[number].mark_name(start, end)
            believed[number].append(Sighting(start, end, cue=MEMORY))


def _runs(marked: Sequence[Marks]) -> Iterator[tuple[int, int, int, str]]:
    """Part, span of tokens and key of each doubtful run that is no name yet, and may be one."""
    inside = capitalised_inside(marked)
    for number, marks in enumerate(marked):
        tokens = marks.tokens
        for first, end in marks.doubtful:
            start = true_start(marks, first, inside)
            if any(marks.name[start:end]) or any(marks.office[start:end]):
                continue
            key = " ".join(
                tokens.keys[at] for at in range(start, end) if tokens.words[at][0].isalnum()
            )
            if not is_full_name(key) or no_person(marks, start, end) or of_thing(marks, start):
                continue
            if not thing_beside(marks, start, end) and not title_around(marks, start, end):
                yield number, start, end, key
