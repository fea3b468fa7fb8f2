"""Runs that no rule explains, weighed over the whole article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.entities.guessing.listing import in_list
from index.entities.guessing.runs import context, runs, word_properties
from index.entities.guessing.weights import LABELS, probabilities, rows, summed, weights
from index.entities.marks import Marks
from index.entities.naming import is_name_word, name_end, no_person
from index.entities.related import of_thing
from index.entities.repeated import capitalised_inside, true_start
from index.entities.tokens import Tokens
from index.entities.vocabulary import vocabulary

# How likely a guess must be (measured by tests/bench/names.py with and without it): a wrong name
# costs an analyst more than a missing one.
LIKELY = {"person": 0.95, "place": 0.9}
# The same for a run in a list beside a name.
LISTED = 0.7
_SHORTEST = 4
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Guess:
    """A run in tokens ``start:end`` of part ``number``, and what it is likely to be."""

    number: int
    start: int
    end: int
    label: str
    probability: float


def guesses(marked: Sequence[Marks]) -> list[Guess]:
    """What the unexplained runs of an article are likely to be: people and places.

    All the places where a run is printed speak for it together. Nothing is guessed of lines in
    title case, of words glued to others or to numbers, nor of a person with a word that is none
    of a name's.
    """
    inside = capitalised_inside(marked)
    found: defaultdict[tuple[str, ...], list[tuple[int, int, int]]] = defaultdict(list)
    for number, marks in enumerate(marked):
        tokens = marks.tokens
        free = _free(marks)
        for first, end in runs(tokens, free.__getitem__):
            start = true_start(marks, first, inside) if end - first > 1 else first
            if _worth_weighing(tokens, start, end):
                found[tuple(tokens.words[start:end])].append((number, start, end))
    known = weights()
    guessed: list[Guess] = []
    for words, places in found.items():
        if len(words) == 1 and all(marked[each[0]].tokens.initial[each[1]] for each in places):
            # Most words that only open sentences are no names, and the others cannot be told.
            continue
        sums = [0.0] * len(LABELS)
        # Its own words speak for a run in the same way wherever it stands.
        first, start, end = places[0]
        own = rows(known, word_properties(marked[first].tokens, start, end))
        for number, start, end in places:
            beside, around = context(marked[number].tokens, start, end)
            one = summed((*rows(known, beside), *own, *rows(known, around)))
            sums = [left + right for left, right in zip(sums, one, strict=True)]
        # The occurrences are no independent witnesses: they count by the root of their number.
        likely = probabilities([value / len(places) ** 0.5 for value in sums])
        best = max(range(len(LABELS)), key=likely.__getitem__)
        label = LABELS[best]
        least = LIKELY.get(label, 2.0)
        if label == "person" and any(in_list(marked[each[0]], *each[1:]) for each in places):
            least = LISTED
        if likely[best] < least or not _can_be(label, words, marked, places):
            continue
        guessed += [Guess(*place, label, likely[best]) for place in places]
    return guessed


def _worth_weighing(tokens: Tokens, start: int, end: int) -> bool:
    if end - start > _MOST_WORDS or tokens.headline[start]:
        return False
    word = tokens.keys[start]
    return end - start > 1 or (len(word) >= _SHORTEST and word not in vocabulary().never)


def _free(marks: Marks) -> list[bool]:
    """For each token whether no rule has taken it."""
    known = zip(marks.office, marks.name, strict=True)
    return [not (office or name or marks.taken(at)) for at, (office, name) in enumerate(known)]


def _can_be(
    label: str, words: tuple[str, ...], marked: Sequence[Marks], places: list[tuple[int, int, int]]
) -> bool:
    if label == "person":
        number, start, end = places[0]
        return (
            name_end(marked[number], start) == end
            and not no_person(marked[number], start, end)
            and not any(of_thing(marked[each[0]], each[1]) for each in places)
        )
    return all(is_name_word(word) for word in words)
