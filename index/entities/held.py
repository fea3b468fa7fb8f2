"""Bodies inside offices: which of them are mentions, and do not count through the role alone."""

from __future__ import annotations

from index.entities.bodies import lexicon
from index.entities.found import Found
from index.entities.marks import Marks
from index.entities.vocabulary import vocabulary


def in_office(marks: Marks, found: Found) -> bool:
    """Whether a body stands inside an office; what begins in a body's own name is no office."""
    start = found.start
    if not all(marks.office[start : found.end]):
        return False
    while start > 0 and marks.office[start - 1]:
        start -= 1
    opened = marks.agency(start)
    return opened is None or opened.start == start or opened.hidden or opened.weak


def named_besides(marks: Marks, found: Found) -> bool:
    """Whether a body in an office is a mention of its own (conventions of annotation)."""
    return found.holder or _beyond(marks, found) or _member_of(marks, found)


def _beyond(marks: Marks, found: Found) -> bool:
    """Whether an office of a part of the body is printed with the whole name of the body.

    *Kepala Bidang Ketenagakerjaan Disnakertrans Kabupaten X* names the body besides the office;
    *Kepala Disnakertrans*, *Kadiv Humas Polri* do not.
    """
    tokens = marks.tokens
    before = found.start - 1
    return (
        found.end - found.start >= _WHOLE_NAME
        and before >= 0
        and marks.office[before]
        and marks.agency(before) is None
        and tokens.keys[before] in vocabulary().complement
        and tokens.keys[before] not in _OF_OFFICES
        and not vocabulary().offices.starts(tokens.keys[before])
    )


def _member_of(marks: Marks, found: Found) -> bool:
    """Whether the words before the body say who belongs to it, and not who heads it.

    *Anggota DPR dari Fraksi X* names X besides the office; an unnamed *hakim PN Surabaya* or *juru
    bicara Kemlu* is the body's own act.
    """
    tokens, office = marks.tokens, marks.office
    before = found.start - 1
    if tokens.key(before) == "fraksi":
        before -= 1
    if tokens.key(before) == "dari":
        return True
    if tokens.key(before) in _SEATS and tokens.key(before - 1) in _WHERE:
        return True
    start, end = found.start, found.end
    while start > 0 and office[start - 1]:
        start -= 1
    while end < len(tokens) and office[end]:
        end += 1
    beside = (start - 1, start - 2 if tokens.key(start - 1) == "," else start - 1)
    after = (end, end + 1 if tokens.key(end) in (",", "(") else end)
    return tokens.keys[start] in lexicon().members and not any(
        0 <= at < len(tokens) and marks.name[at] for at in (*beside, *after)
    )


_WHOLE_NAME = 3
# Where somebody is: at the seat of a body (*ditemui di Kantor Kemenko Polhukam*).
_SEATS = frozenset(["kantor", "markas"])
_WHERE = frozenset(["di", "ke", "dari"])
_OF_OFFICES = frozenset(
    ["umum", "utama", "harian", "jenderal", "eksekutif", "besar", "tinggi", "negara", "muda",
     "madya", "khusus", "nasional", "tim", "kepala", "ketua", "presiden", "wilayah",
     "kantor"]
)  # fmt: skip
