"""One article's memory of its people: short forms, other spellings, later mentions, roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from index.article import Mention, Person
from index.entities.beside import apposition_after
from index.entities.marks import Marks
from index.entities.offices import office_before
from index.entities.recalling import MEMORY
from index.entities.roles import case_role
from index.entities.sighting import Sighting
from index.entities.tokens import key_of
from index.entities.vocabulary import vocabulary

_SHORTEST = 3
_LONGEST_ROLE = 18
_LONGEST_WORD = 30
_SHORT = 4
# Offsets of the parts of an article are counted in one line, each part this far from the next.
_PART = 10_000_000
_NEAR_BEFORE = 400
_ALIKE = 0.8


@dataclass(slots=True)
class _Known:
    """A person while the article is read: the words of the names, the roles, the mentions."""

    name: str
    words: tuple[str, ...]
    order: tuple[int, int]
    initials: bool = False
    cue: str | None = None
    others: set[str] = field(default_factory=set)
    roles: list[tuple[bool, str]] = field(default_factory=list)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)


def remember(parts: Sequence[tuple[Marks, Sequence[Sighting]]]) -> list[Person]:
    """The people of an article from the cued sightings in its parts, each with all mentions.

    A shorter name joins the longer one that holds its words (*Silmy*, *Silmy Karim*); names in
    headlines and bare family names are found again by the words of names already known.
    """
    known = _gather(parts)
    _find_again(parts, known)
    people = [person for person in known if person.mentions]
    people.sort(key=lambda person: min(entry[0] for entry in person.mentions))
    return [
        Person(
            person.name,
            tuple(mention for _, mention in sorted(person.mentions, key=lambda entry: entry[0])),
            _role(person),
            case_role=case_role(tuple(key_of(role) for part, role in person.roles if part)),
            cue=person.cue,
            from_memory=person.cue == MEMORY,
        )
        for person in people
    ]


def _gather(parts: Sequence[tuple[Marks, Sequence[Sighting]]]) -> list[_Known]:
    """The distinct people, longest names first, with the mentions that cues gave."""
    sightings = [
        (number, marks, sighting)
        for number, (marks, found) in enumerate(parts)
        for sighting in found
    ]
    sightings.sort(key=lambda entry: -_length(entry[2], entry[1]))
    known: list[_Known] = []
    for number, marks, sighting in sightings:
        tokens = marks.tokens
        words = _words(marks, sighting.start, sighting.end)
        here = (number, tokens.starts[sighting.start])
        person = _same(known, words, sighting.initials, here)
        if person is None and sighting.cue == "called":
            person = _named_before(known, number * _PART + here[1])
            if person is not None:
                person.others.update(words)
        if person is None:
            name = tokens.form(sighting.start, sighting.end)
            name = name if sighting.initials else tidy_name(name)
            person = _Known(name, words, here, sighting.initials, sighting.cue or None)
            person.others.update(vocabulary().known_as.get(words, ()))
            known.append(person)
        if sighting.role is not None and len(sighting.role.split()) <= _LONGEST_ROLE:
            person.roles.append((sighting.part, sighting.role))
        elif sighting.role is None:
            _learn_role(person, marks, sighting.start, sighting.end)
        _mention(person, number, marks, sighting.start, sighting.end)
        if sighting.other is not None:
            person.others.update(_words(marks, *sighting.other))
            _mention(person, number, marks, *sighting.other)
    return known


def _named_before(known: list[_Known], at: int) -> _Known | None:
    """Who was named last before ``at``, by more than one word: a nickname given there is theirs."""
    before = [
        (place, person)
        for person in known
        if len(person.words) > 1 and not person.initials
        for place, _ in person.mentions
        if at - _NEAR_BEFORE < place < at
    ]
    return max(before, key=lambda entry: entry[0])[1] if before else None


def _length(sighting: Sighting, marks: Marks) -> int:
    words = _words(marks, sighting.start, sighting.end)
    # A name in capitals is the poorer print of the same name.
    shouted = marks.tokens.form(sighting.start, sighting.end).isupper()
    return 0 if sighting.initials else 2 * len(words) - shouted


def _words(marks: Marks, start: int, end: int) -> tuple[str, ...]:
    tokens = marks.tokens
    return tuple(tokens.keys[i] for i in range(start, end) if tokens.words[i][0].isalnum())


def _same(
    known: list[_Known], words: tuple[str, ...], initials: bool, here: tuple[int, int]
) -> _Known | None:
    fitting = _fitting(known, words, initials)
    if not fitting and not initials and len(words) == 1:
        fitting = [
            person for person in known if not person.initials and _nickname(words[0], person)
        ]
        if len(fitting) > 1:
            return None
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    equal = [person for person in fitting if person.words == words]
    if equal:
        return equal[0]
    before = [person for person in fitting if person.order <= here]
    return max(before, key=lambda person: person.order) if before else fitting[0]


def _nickname(word: str, person: _Known) -> bool:
    """Whether a word is a cut or misspelt form of a name's word (*Argo*, *Friderica*)."""
    return any(
        (other.startswith(word) and len(word) >= 4)
        or (len(word) >= 6 and SequenceMatcher(None, word, other, autojunk=False).ratio() >= 0.85)
        for other in person.words
        if len(other) <= _LONGEST_WORD >= len(word)
    )


def _fitting(known: list[_Known], words: tuple[str, ...], initials: bool) -> list[_Known]:
    return [
        person
        for person in known
        if person.initials == initials
        and (
            person.words == words
            if initials
            else _within(words, person.words)
            or set(words) <= person.others
            or _misprint(words, person.words)
        )
    ]


def _misprint(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several words differ in a few letters of one (*Afrianti, Afriyanti*)."""
    if len(one) != len(other) or len(one) < 2:
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1 or not _SHORT <= len(differing[0][0]) <= _LONGEST_WORD:
        return False
    return SequenceMatcher(None, *differing[0], autojunk=False).ratio() >= _ALIKE


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of ``short`` stand in ``long`` in the same order; initials match."""
    rest = iter(long)
    return all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest)
        for word in short
    ) and any(len(word) > 1 for word in short)


def _mention(person: _Known, number: int, marks: Marks, start: int, end: int) -> None:
    tokens = marks.tokens
    span = tokens.starts[start], tokens.ends[end - 1]
    mention = Mention(tokens.part, *span, tokens.form(start, end))
    person.mentions.append((number * _PART + span[0], mention))


def _find_again(parts: Sequence[tuple[Marks, Sequence[Sighting]]], known: list[_Known]) -> None:
    by_word: dict[str, list[_Known]] = {}
    for person in known:
        for word in {*person.words, *person.others}:
            by_word.setdefault(word, []).append(person)
    if not by_word:
        return
    for number, (marks, _) in enumerate(parts):
        capital = marks.tokens.capital
        reached = 0
        for at, key in enumerate(marks.tokens.keys):
            if key in by_word and at >= reached and capital[at] and not marks.name[at]:
                reached = _again(number, marks, at, by_word)


def _again(number: int, marks: Marks, at: int, by_word: dict[str, list[_Known]]) -> int:
    """Records the mention of a known person at token ``at``; returns where to go on."""
    tokens = marks.tokens
    end = at
    fitting = by_word[tokens.keys[at]]
    last = at
    while end < len(tokens):
        if tokens.words[end] in ".-" and end > at:
            end += 1
            continue
        here = by_word.get(tokens.keys[end], ()) if tokens.capital[end] else ()
        both = [person for person in fitting if person in here]
        if not both or marks.name[end] or marks.taken(end):
            break
        fitting = both
        end += 1
        last = end
    if last == at:
        return at + 1
    words = _words(marks, at, last)
    here_at = (number, tokens.starts[at])
    initials = fitting[0].initials
    person = _same(fitting, words, initials, here_at)
    if person is None or not _believed(marks, at, last, person):
        return max(last, at + 1)
    marks.mark_name(at, last)
    _learn_role(person, marks, at, last)
    _mention(person, number, marks, at, last)
    return last


def _learn_role(person: _Known, marks: Marks, start: int, end: int) -> None:
    """Notes the office printed right before or after a mention, for who has none yet."""
    if person.initials or marks.tokens.headline[start]:
        return
    if any(not part for part, _ in person.roles):
        return
    office = office_before(marks, start) or apposition_after(
        marks, end, alone=marks.tokens.initial[start]
    )
    if office is not None and office.role and len(office.role.split()) <= _LONGEST_ROLE:
        marks.mark_office(office.start, office.end)
        person.roles.append((office.part, office.role))


def _believed(marks: Marks, start: int, end: int, person: _Known) -> bool:
    """Whether a known word is the person here, not another word or somebody else's name."""
    tokens, words = marks.tokens, vocabulary()
    printed = [tokens.words[i] for i in range(start, end)]
    if person.initials:
        return printed == person.name.split(".") or "".join(printed) == person.name
    if len(printed) == 1:
        key = tokens.keys[start]
        if len(printed[0]) < _SHORTEST or key in words.never or marks.office[start]:
            return False
        if printed[0].isupper() and not tokens.headline[start]:
            return False
        if key in words.complement or (words.offices.starts(key) and key not in words.given):
            return False
    if tokens.headline[start]:
        return True
    for beside in (start - 1, end):
        if not tokens.is_capital(beside) or marks.taken(beside) or marks.office[beside]:
            continue
        key = tokens.keys[beside]
        if beside < start and (tokens.initial[beside] or key in words.honorifics):
            continue
        if key in words.never or words.ranks.starts(key) or words.offices.starts(key):
            continue
        return False
    return True


def tidy_name(printed: str) -> str:
    """The name to file under: white space folded, words in capitals as names are written.

    ``SOK Veasna`` is Sok Veasna; a name of initials stays.
    """
    words = printed.split()
    shout = [word for word in words if word.isupper() and len(word.strip(".'’")) > 2]
    if not shout:
        return " ".join(words)
    return " ".join(word.capitalize() if word in shout else word for word in words)


def _tidy_role(role: str) -> str:
    """The role without a word printed twice (*Presiden Presiden*), a rank or joiner at its end."""
    words = role.split()
    loose = vocabulary().joiners
    while len(words) > 1 and (
        key_of(words[-1]) in loose or vocabulary().ranks.starts(key_of(words[-1]))
    ):
        words.pop()
    return " ".join(
        word for at, word in enumerate(words) if at == 0 or word.lower() != words[at - 1].lower()
    )


def _role(person: _Known) -> str | None:
    """The longest printed office; a part in the case only where there is no office."""
    offices = [role for part, role in person.roles if not part]
    if offices:
        return _tidy_role(max(offices, key=len))
    parts = [role for _, role in person.roles]
    return parts[0] if parts else None
