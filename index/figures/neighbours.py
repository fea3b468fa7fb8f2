"""How a count stands to the counts before it: in a list, as a part, compared, taken up again."""

from __future__ import annotations

import re

from index.figures.counted import Counted
from index.figures.measures import Reading, Told, measures
from index.figures.relation import Phrase
from index.figures.units import lexicon

_JOINT = re.compile(
    r"(?:,|;|\s(?:dan|serta|hingga|maupun|plus|atau)|,\s(?:dan|serta|hingga|maupun|lalu|kemudian))"
    r"\s(?:juga\s|ada\s|masing-masing\s)?$|^\s?[,;]?\s?$"
)
# A count per place: "Jawa Barat 5.800, Lampung 1.800".
_PER_PLACE = re.compile(
    r"\s?[,;]\s(?:dan\s|serta\s)?(?:(?:di|dari|ke)\s)?(?:[A-Z][\w.-]*\s){1,5}(?:sebanyak\s|ada\s)?\(?"
)
# A sentence that goes on with the list of the one before it.
_GOES_ON = re.compile(r"(?:kemudian|lalu|selanjutnya|berikutnya|disusul|diikuti)(?!\w)")
_THINGS = frozenset({"thing", "document", "other"})
# The parts of a whole follow ("111 tersangka, terdiri dari 106 WNI dan lima pria").
_PARTS = re.compile(
    r"(?<!\w)(?:terdiri|rincian\w*|di ?antaranya|di ?mana|yakni|yaitu|meliputi|mencakup|termasuk|"
    r"masing-masing|dengan komposisi|terbagi)(?!\w)|:\s?$",
    re.I,
)
_AMONG = re.compile(r"\s(?:orang\s)?(?:di ?antara(?:nya)?|dari mereka|dari total)(?!\w)", re.I)
_OTHERS = re.compile(r"\s(?:orang\s)?lain(?:nya)?(?!\w)", re.I)
# "11 di antara 40 WNA": the whole follows its part.
_PARTITIVE = re.compile(r"\s(?:orang\s)?(?:di ?antara|dari)\s(?:total\s)?", re.I)
# "Dari 44 orang itu, 10 ditahan".
_OUT_OF = re.compile(r"(?<!\w)dari\s(?:total\s|jumlah\s|ke-?)?$", re.I)
_COMPARED = re.compile(
    r"(?<!\w)(?:menjadi|kini|dibanding\w*|dari|sebelumnya|semula|turun|naik|bertambah|berkurang|"
    r"ketimbang|daripada)(?!\w)"
)
# What takes up the sentence before: "Jumlahnya 12 orang", "Mereka berjumlah 12 orang".
_TAKES_UP = re.compile(
    r"(?<!\w)(?:jumlahnya|totalnya|mereka|semuanya|seluruhnya|keseluruhan|jumlah tersebut|"
    r"jumlah itu)(?!\w)"
)
_BESIDE = 40
_COMPARED_WITHIN = 60
# A part keeps a measure of its own from this certainty on, by how it is joined to the whole.
_LISTED, _TAKEN_OUT, _NEAR_BY = 2.2, 1.2, 0.55
# The bounds inside one list weigh less than this.
_ONE_LIST = 1.5
_BARE = frozenset({"orang", "jiwa", "nyawa"})
# So far back the sentence before is looked for.
_SENTENCE_BEFORE = 400


def coordinated(text: str, told: Told, last: Counted, counted: Counted) -> bool:
    """Whether a count stands in one list with the one before it, of like things, in a sentence.

    Between the two are only the words of the first one's noun phrase, no verb of a clause.
    """
    if last.sentence != counted.sentence:
        return False
    kinds = {last.unit.kind, counted.unit.kind}
    if len(kinds) > 1 and not kinds <= _THINGS:
        return False
    gap = (last.span[1], counted.span[0])
    if gap[1] - gap[0] > 160 or gap[1] <= gap[0]:
        return False
    between = text[gap[0] : gap[1]]
    return (
        (_JOINT.search(between) is not None or _PER_PLACE.fullmatch(between) is not None)
        and told.anatomy.verbs_in(*gap) == 0
        and told.anatomy.parted(*gap) < _ONE_LIST
    )


def is_part(text: str, whole: Counted, counted: Counted, told_between: bool) -> float | None:
    """From which certainty on a part of ``whole`` keeps its own measure; None: it is no part.

    ``told_between`` tells that a cue for persons stands between the two.
    """
    near = whole.sentence == counted.sentence
    among = _AMONG.match(text, counted.amount.end) is not None
    if not near:
        follows = 0 <= counted.sentence[0] - whole.sentence[1] <= 2
        return _TAKEN_OUT if among and follows else None
    gap = (whole.span[1], counted.span[0])
    if among or _PARTS.search(text, *gap):
        return _LISTED if not among else _TAKEN_OUT
    if _OUT_OF.search(text, max(whole.sentence[0], whole.span[0] - 14), whole.span[0]):
        return _TAKEN_OUT
    breaks_down = counted.unit.name.lower() in lexicon().parts or (
        counted.unit.end == counted.amount.end
    )
    others = _OTHERS.match(text, counted.amount.end) is not None
    if breaks_down and not others and gap[1] - gap[0] < _BESIDE and not told_between:
        return _NEAR_BY
    return None


def is_out_of(text: str, part: Counted, whole: Counted) -> bool:
    """Whether a part stands right before its whole (*11 di antara 40 WNA*)."""
    like = part.unit.kind == whole.unit.kind
    return like and _PARTITIVE.fullmatch(text, part.amount.end, whole.span[0]) is not None


def compared(told: Told, last: Counted, counted: Counted) -> bool:
    """Whether a count is set against the one before it (*dari 12 orang menjadi 30 orang*)."""
    gap = (last.span[1], counted.span[0])
    return (
        last.unit.kind == counted.unit.kind
        and 0 < gap[1] - gap[0] <= _COMPARED_WITHIN
        and _COMPARED.search(told.lower, *gap) is not None
    )


def goes_on(told: Told, last: Counted, counted: Counted) -> bool:
    """Whether a count's sentence goes on with the counts of the one before (*Kemudian ...*)."""
    return (
        0 <= counted.sentence[0] - last.sentence[1] <= 2
        and last.unit.kind == counted.unit.kind
        and _GOES_ON.match(told.lower, counted.sentence[0]) is not None
        and told.anatomy.verbs_in(*counted.sentence) == 0
    )


def taken_up(text: str, told: Told, phrase: Phrase) -> Reading | None:
    """The measure of the people of the sentence before, where a count says only how many they are.

    *Korban dibawa ke sana. Jumlahnya 12 orang.*
    """
    noun = told.lower[phrase.noun : phrase.end].split()
    if noun and noun[0] not in _BARE:
        return None
    start = told.span[0]
    if not _TAKES_UP.search(told.lower, start, phrase.start):
        return None
    floor = max(text.rfind("\n", 0, start) + 1, start - _SENTENCE_BEFORE, 0)
    for cue in reversed(measures().cues.find(text, floor, start, lower=told.lower)):
        for entry in cue.payload:
            if entry.form in ("role", "deed") and "person" in entry.units and not entry.needs:
                return Reading(entry.measure, 1.0, (cue.start, cue.end))
    return None
