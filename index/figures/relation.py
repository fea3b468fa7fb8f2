"""How surely a cue word tells of a count: by its place and its role towards the noun phrase.

The rules are those of voice and order in Indonesian (clauses.yaml names the grammars): the object
of a verb in *meN-* follows it, whoever undergoes a verb in *di-* stands at it on either side, and
a noun for somebody's part tells of a number only within its phrase, linked to it or as predicate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Span
from index.figures.clauses import Anatomy, clause_words

# How strongly a cue tells of a count, by where it stands; a cue multiplies it by its own weight.
STRONGEST = 2.4
_OVERLAPPING = 2.0
_LINKED = 1.9
_OBJECT = 1.8
_SUBJECT = 1.7
_PREDICATE = 1.7
_BESIDE = 1.3
_FAR = 0.35
_AGENT = 0.3
# A cue in the noun phrase of another count tells of that one.
_ANOTHERS = 0.9
# A cue so near behind another count is its predicate (*3 tewas dan 5 luka-luka*).
_TAIL = 25
_PARTED = 1.2
_BETWEEN = 0.35
_PER_CHARACTER = 0.004
_PER_VERB = 0.45
_PER_VERB_AFTER = 0.2
_LEAST = 0.1
# So far a noun may stand behind the words it qualifies (*dua pria terduga pelaku*).
_QUALIFIES = 30


@dataclass(frozen=True, slots=True)
class Phrase:
    """The noun phrase of a count: where it begins, where its noun begins and where it ends."""

    start: int
    noun: int
    end: int


def strength(
    lower: str, phrase: Phrase, cue: Span, form: str, anatomy: Anatomy, others: Sequence[Span]
) -> tuple[float, bool]:
    """How strongly the cue at ``cue`` tells of ``phrase``, and whether that is who does the deed.

    ``form`` is the cue's (``clauses.form_of``), ``lower`` the text in lower case, ``others`` the
    spans of the other counts of the sentence. 0.1 at least.
    """
    if phrase.start <= cue[0] < phrase.end:
        if form != "active" or cue[0] <= phrase.noun:
            return _inside(lower, phrase, cue, form), False
        # A headline runs on from the noun to its verb.
        phrase = Phrase(phrase.start, phrase.noun, cue[0])
    if cue[0] < phrase.start <= cue[1]:
        return _OVERLAPPING, False
    before = cue[0] < phrase.start
    gap = (cue[1], phrase.start) if before else (phrase.end, cue[0])
    gap = (gap[0], max(gap))
    verbs = anatomy.verbs_in(*gap) if form != "role" or before else 0
    if before:
        near, agent = _before(lower, phrase, gap, form, verbs)
    else:
        near, agent = _after(lower, phrase, gap, form)
    parted = anatomy.parted(*gap)
    near -= parted + _PER_CHARACTER * (gap[1] - gap[0])
    near -= (_PER_VERB if before else _PER_VERB_AFTER) * min(verbs, 3)
    near -= _BETWEEN * sum(1 for other in others if gap[0] <= other[0] and other[1] <= gap[1])
    near -= _anothers(phrase, cue, form, others, parted=parted > 0, before=before)
    return max(near, _LEAST), agent


def _anothers(
    phrase: Phrase, cue: Span, form: str, others: Sequence[Span], *, parted: bool, before: bool
) -> float:
    """What it takes from a cue that it stands in or right behind another count."""
    if any(other[0] <= cue[0] < other[1] for other in others):
        return _ANOTHERS
    if not before:
        behind = any(phrase.end <= o[0] and 0 <= cue[0] - o[1] <= _TAIL for o in others)
        return _PARTED if behind else 0.0
    reach = _TAIL if parted else (1 if form in ("state", "passive") else -1)
    return _PARTED if any(0 <= cue[0] - other[1] <= reach for other in others) else 0.0


def _inside(lower: str, phrase: Phrase, cue: Span, form: str) -> float:
    """A noun in the phrase names what is counted, but for that of somebody related to it."""
    if form == "role" and cue[0] > phrase.noun:
        head = lower[phrase.noun : cue[0]].split()
        if head and head[0] in clause_words().related:
            return _LEAST
    return STRONGEST


def _before(lower: str, phrase: Phrase, gap: Span, form: str, verbs: int) -> tuple[float, bool]:
    words = clause_words()
    between = lower[gap[0] : gap[1]]
    tokens = between.split()
    linked = bool(tokens) and (tokens[-1].strip("(") in words.links or between.rstrip()[-1:] == ":")
    direct = linked or not tokens
    if form == "role":
        # "korban bersama temannya yang berjumlah enam orang": the companions are counted.
        return (_LINKED if direct and "bersama" not in tokens else _FAR), False
    if form == "shift":
        # "turun dari 12 persen menjadi 10 persen": levels, not the fall.
        level = bool(tokens) and tokens[-1] in words.levels
        return (_LEAST if level else _LINKED if direct else _BESIDE), False
    if form in ("passive", "state"):
        if any(token in words.agents for token in tokens[:2]):
            return _AGENT, True
        if direct:
            return _LINKED, False
        return (_FAR if verbs or "," in between else _BESIDE), False
    if form == "deed":
        direct = direct or not words.concerning.isdisjoint((tokens[0], tokens[-1]))
        return (_OBJECT if direct else _BESIDE), False
    # The object of a nearer verb is that one's.
    return (_BESIDE if verbs else _OBJECT), False


def _after(lower: str, phrase: Phrase, gap: Span, form: str) -> tuple[float, bool]:
    words = clause_words()
    tokens = lower[gap[0] : gap[1]].replace(",", " ").replace("(", " ").split()
    if form == "role":
        if any(token in words.copulas for token in tokens[-2:]):
            return _PREDICATE, False
        qualifies = gap[1] - gap[0] < _QUALIFIES and len(tokens) < 4
        governed = any(token in words.prepositions for token in tokens)
        return (_BESIDE if qualifies and not governed else _FAR), False
    if form == "active":
        return _AGENT, True
    if form == "shift":
        return (_SUBJECT if not tokens else _FAR), False
    if form == "deed":
        # It is another part of the clause, but for what the count undergoes.
        return (_PREDICATE if tokens and tokens[-1] in words.undergoing else _FAR), False
    return _SUBJECT, False
