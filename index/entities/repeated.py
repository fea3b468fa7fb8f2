"""Names that no cue gives away but the rest of the article does: its short forms and its deeds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.entities.marks import Marks
from index.entities.naming import no_person
from index.entities.sighting import Sighting
from index.entities.vocabulary import vocabulary

_SHORTEST = 3
_LONGEST_RUN = 4
_NEAR = 4
_OFTEN = 3
_VERB_LENGTH = 6
_VERB_PREFIXES = ("me", "ber", "ter", "di")


Words = tuple[str, ...]


def believe(parts: Sequence[tuple[Marks, Sequence[Sighting]]]) -> list[list[Sighting]]:
    """For each part its sightings with the doubtful runs that the article shows to be people.

    A run of two to four capitalised words is a person when a word of it is one by a cue
    elsewhere (*kata Preciado*), or when its family name stands alone and acts, or when the run
    stands thrice and acts. A name with a ship, film or place word before it, or with a number
    after it, is none. Runs that are believed are marked as names.
    """
    inside = capitalised_inside([marks for marks, _ in parts])
    runs = [
        (number, start, end)
        for number, (marks, _) in enumerate(parts)
        for first, end in marks.doubtful
        for start in [true_start(marks, first, inside)]
        if 2 <= len(_words(marks, start, end)) <= _LONGEST_RUN
        if not title_around(marks, start, end) and not no_person(marks, start, end)
    ]
    things = {
        words
        for number, start, end in runs
        if thing_beside(parts[number][0], start, end)
        for words in [_words(parts[number][0], start, end)]
    }
    singles = _single_names(parts)
    counts: dict[Words, int] = {}
    acting: set[Words] = set()
    for number, start, end in runs:
        words = _words(parts[number][0], start, end)
        counts[words] = counts.get(words, 0) + 1
        if _acts(parts[number][0], end):
            acting.add(words)
    often: dict[str, int] = {}
    for words, count in counts.items():
        often[words[-1]] = max(count, often.get(words[-1], 0))
    alone = _acting_alone(parts, {words[-1] for words in counts})
    people = {
        words
        for words, count in counts.items()
        if words not in things
        and not (count == 1 and often[words[-1]] > 1)
        and (
            words[-1] in singles
            or words[0] in singles
            or words[-1] in alone
            or (count >= _OFTEN and words in acting)
        )
    }
    believed = [
        [one for one in sightings if _words(marks, one.start, one.end) not in things]
        for marks, sightings in parts
    ]
    for number, start, end in runs:
        marks = parts[number][0]
        words = _words(marks, start, end)
        if words in people and not any(marks.name[start:end]):
            marks.mark_name(start, end)
            believed[number].append(Sighting(start, end, cue="article"))
    return believed


def _words(marks: Marks, start: int, end: int) -> Words:
    tokens = marks.tokens
    return tuple(tokens.keys[i] for i in range(start, end) if tokens.words[i][0].isalnum())


def capitalised_inside(marked: Sequence[Marks]) -> set[str]:
    """The keys of the words that stand capitalised inside a sentence."""
    return set().union(*(marks.capitalised for marks in marked))


def true_start(marks: Marks, start: int, inside: set[str]) -> int:
    """The start of a run without the common word that only opens the sentence.

    *Kemenangan Mamdani*: the word is one of the name if it is capitalised elsewhere, too.
    """
    tokens = marks.tokens
    common = tokens.initial[start] and tokens.keys[start] not in inside
    return start + 1 if common and tokens.keys[start] not in vocabulary().given else start


def title_around(marks: Marks, start: int, end: int) -> bool:
    """Whether the words around the run are capitalised, as in the title of another article."""
    before = _beside(marks, range(start - 1, max(-1, start - 1 - _NEAR), -1))
    after = _beside(marks, range(end, min(len(marks.tokens), end + _NEAR)))
    return max(before, after) >= _NEAR - 1


def _beside(marks: Marks, near: range) -> int:
    """How many capitalised words stand at these tokens, up to the end of the sentence or line."""
    count = 0
    for at in near:
        if marks.tokens.words[at] in ".!?\n":
            break
        count += marks.tokens.capital[at]
    return count


def thing_beside(marks: Marks, start: int, end: int) -> bool:
    """Whether what stands beside a run makes it a thing's name: *kapal X*, *di X*, *X 2024*."""
    tokens = marks.tokens
    if tokens.key(end) == "(" and tokens.key(end + 2) == ")":
        short = tokens.words[end + 1]
        if len(short) > 1 and short.isupper():
            return True
    return (
        tokens.key(start - 1) in vocabulary().things
        or tokens.key(start - 1) in ("di", "ke")
        or tokens.key(end).isdigit()
    )


def _single_names(parts: Sequence[tuple[Marks, Sequence[Sighting]]]) -> set[str]:
    """The names of one word that cues give, of which no longer name is known."""
    singles: set[str] = set()
    longer: set[str] = set()
    for marks, sightings in parts:
        for sighting in sightings:
            words = _words(marks, sighting.start, sighting.end)
            if len(words) == 1 and not sighting.initials and len(words[0]) >= _SHORTEST:
                singles.add(words[0])
            elif len(words) > 1:
                longer.update(words)
    return singles - longer


def _acts(marks: Marks, end: int) -> bool:
    """Whether a verb follows, or *, seorang*: then what stands before may well be somebody."""
    tokens = marks.tokens
    key = tokens.key(end)
    return _speaks(marks, end) or (
        len(key) >= _VERB_LENGTH
        and key.startswith(_VERB_PREFIXES)
        and not tokens.is_capital(end)
        and key.isalpha()
        and key not in ("merupakan", "terletak", "berada", "menjadi", "memiliki", "dengan")
    )


def _speaks(marks: Marks, end: int) -> bool:
    tokens = marks.tokens
    key = tokens.key(end)
    return key in vocabulary().strong or (key == "," and tokens.key(end + 1) == "seorang")


def _acting_alone(
    parts: Sequence[tuple[Marks, Sequence[Sighting]]], family: Iterable[str]
) -> set[str]:
    """The family names that stand alone and act, and never where a thing's name would stand."""
    wanted = frozenset(word for word in family if len(word) >= _SHORTEST)
    if not wanted:
        return set()
    acting: set[str] = set()
    things: set[str] = set()
    never = vocabulary().never
    for marks, _ in parts:
        tokens = marks.tokens
        for at, key in enumerate(tokens.keys):
            if key not in wanted or not tokens.capital[at] or marks.taken(at):
                continue
            opens = at > 0 and tokens.initial[at - 1] and tokens.keys[at - 1] in never
            if tokens.is_capital(at - 1) and not tokens.initial[at] and not opens:
                continue
            if tokens.is_capital(at + 1):
                continue
            if thing_beside(marks, at, at + 1):
                things.add(key)
            elif _acts(marks, at + 1):
                acting.add(key)
    return acting - things
