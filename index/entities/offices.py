"""Offices and parts before and after a name: where they begin, how far they reach."""

from __future__ import annotations

from dataclasses import dataclass

from index.entities.marks import Marks
from index.entities.tokens import key_of, tokenize
from index.entities.unlisted import abbreviation, past_unlisted
from index.entities.vocabulary import vocabulary

_LONGEST = 26
_PREFIXES = 6
_ACRONYM = 6
_MATTERS = frozenset(["kasus", "perkara", "dugaan", "mati"])
_LONGEST_MATTER = 6
_ROMAN = frozenset(
    ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"]
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office in tokens ``start:end``; ``part`` tells a part in a case (*korban*) from it.

    ``role`` is the office as printed, misprinted bodies put right; None for a word that only
    says that a name follows (*istri*, *anak*).
    """

    start: int
    end: int
    role: str | None
    part: bool = False


def office_at(marks: Marks, at: int) -> Office | None:
    """The office or part that begins at token ``at``, or None.

    Its complement goes on over bodies, places and the words of offices: *Kepala Bidang
    Ketenagakerjaan Disnakertrans Kabupaten Tanah Bumbu*.
    """
    tokens, words = marks.tokens, vocabulary()
    key = tokens.key(at)
    if key not in words.titles and not words.before.starts(key):
        return None
    head = at
    while head - at < _PREFIXES and (before := words.before.longest(tokens, head)) is not None:
        head = before[0]
        if tokens.key(head) == ".":
            head += 1
        elif tokens.key(head) == "(":
            head = abbreviation(marks, head) or head
    found = words.offices.longest(tokens, head)
    part = words.parts.longest(tokens, head)
    if part is not None and (found is None or part[0] > found[0]):
        return _part(marks, at, part[0])
    if found is None:
        return None
    end = past_unlisted(marks, _complement(marks, found[0]))
    return Office(at, end, _role(marks, at, end))


def _part(marks: Marks, at: int, end: int) -> Office:
    role = part_role(marks, at, end)
    cases = vocabulary().case_parts
    keep = key_of(role) in cases or any(key_of(word) in cases for word in role.split())
    if not keep:
        # His friend, named: *temannya, X*. Without the clitic the name may be whose friend it is.
        kin = role.removesuffix("nya")
        related = kin != role and vocabulary().relations.longest(tokenize("", kin), 0) is not None
        return Office(at, end, kin if related else None, part=True)
    stop = _matter(marks, end)
    if stop > end:
        role += " " + " ".join(marks.tokens.form(end, stop).split())
    return Office(at, stop, role, part=True)


def _matter(marks: Marks, end: int) -> int:
    """The end of the body or case that a part is of, right before a name (*tersangka KPK X*)."""
    tokens = marks.tokens
    at = end
    if tokens.key(at) in _MATTERS:
        at += 1
        while at - end < _LONGEST_MATTER and not tokens.capital[min(at, len(tokens) - 1)]:
            if tokens.key(at) not in vocabulary().common:
                return end
            at += 1
    if (body := marks.agency(at)) is not None and body.start == at and not body.weak:
        at = body.end
    elif at > end and tokens.is_capital(at) and tokens.words[at].isupper():
        at += 1
    return at if at > end and tokens.is_capital(at) and not marks.taken(at) else end


def _without_clitic(word: str) -> str:
    """*pelakunya* is pelaku: the clitic says whose, not what."""
    bare = word[:-3] if word.endswith("nya") else word
    return bare if key_of(bare) in vocabulary().case_parts else word


def part_role(marks: Marks, start: int, end: int) -> str:
    """A part in a case as a role: lower case, but acronyms (TKW) as they are printed."""
    printed = [_without_clitic(word) for word in marks.tokens.words[start:end]]
    return " ".join(word if word.isupper() else word.lower() for word in printed)


def _complement(marks: Marks, start: int) -> int:
    tokens, words = marks.tokens, vocabulary()
    end = start
    while end < len(tokens) and end - start < _LONGEST:
        covered = marks.reach(end)
        if covered > end:
            end = covered
            continue
        key = tokens.keys[end]
        if (
            tokens.capital[end]
            and key in words.given
            and tokens.is_capital(end + 1)
            and tokens.keys[end + 1] not in words.complement
        ):
            break
        if key == "i" and tokens.key(end + 1) in words.given:
            break
        if key in words.complement and (tokens.capital[end] or end > start or len(key) > 2):
            if not tokens.capital[end] and not _goes_on(marks, end + 1):
                break
            end += 1
        elif (
            _acronym(marks, end)
            or key in _ROMAN
            or (tokens.words[end].isdigit() and len(key) <= 3)
            or (key in words.joiners and not tokens.capital[end] and _goes_on(marks, end + 1))
            or (key in ("/", ",", "-") and _listed(marks, end))
        ):
            end += 1
        elif key == "(" and (close := abbreviation(marks, end)):
            end = close
        else:
            further = words.offices.longest(tokens, end) if tokens.capital[end] else None
            if further is None or key in words.given or words.ranks.starts(key):
                break
            end = further[0]
    while end > start and not tokens.words[end - 1][0].isalnum() and tokens.words[end - 1] != ")":
        end -= 1
    return end


def _acronym(marks: Marks, at: int) -> bool:
    """Whether an acronym with a name after it belongs to the office (*Direktur Utama BRI X*)."""
    tokens = marks.tokens
    word = tokens.words[at]
    following = tokens.words[at + 1] if tokens.is_capital(at + 1) else ""
    return (
        1 < len(word) <= _ACRONYM
        and word.isupper()
        and not vocabulary().ranks.starts(tokens.keys[at])
        and tokens.keys[at] not in vocabulary().honorifics
        and (
            (bool(following) and not following.isupper())
            or (
                tokens.key(at + 1) == ","
                and tokens.is_capital(at + 2)
                and tokens.is_capital(at + 3)
            )
        )
    )


def _goes_on(marks: Marks, at: int) -> bool:
    """Whether the words of an office go on at token ``at``."""
    tokens, words = marks.tokens, vocabulary()
    if at >= len(tokens):
        return False
    if marks.reach(at) > at:
        return True
    key = tokens.keys[at]
    return key in words.complement or (
        tokens.capital[at] and key not in words.given and words.offices.starts(key)
    )


def _listed(marks: Marks, at: int) -> bool:
    """Whether a comma, slash or hyphen stands inside an office (*Hukum, HAM, Imigrasi, dan*)."""
    tokens, words = marks.tokens, vocabulary()
    mark = tokens.words[at]
    if mark in "/-":
        return tokens.touches(at + 1) and _goes_on(marks, at + 1)
    following, after, last = (tokens.key(at + ahead) for ahead in (1, 2, 3))
    if following in words.joiners and following == "dan":
        return after in words.complement and tokens.is_capital(at + 2)
    return (
        following in words.complement
        and tokens.is_capital(at + 1)
        and not words.offices.starts(following)
        and (after == "," or after == "dan")
        and (last == "dan" or last in words.complement)
    )


def office_before(marks: Marks, start: int) -> Office | None:
    """The office that ends where a name begins, with words in it that no list has, or None.

    *Pelatih Kota Baru FC X*, and with a comma *Ketua Panitia Y, X*.
    """
    tokens, words = marks.tokens, vocabulary()
    stop = start - 1 if tokens.key(start - 1) == "," else start
    heads: list[int] = []
    at = stop - 1
    while at >= 0 and stop - at <= _LONGEST and not marks.name[at]:
        key = tokens.keys[at]
        head = words.offices.starts(key) or words.before.starts(key)
        if head:
            heads.append(at)
        inside = key in words.joiners or key in words.complement or key.isdigit() or key in "()-/"
        if not tokens.capital[at] and (head or not inside):
            break
        if tokens.initial[at]:
            break
        at -= 1
    for head_at in reversed(heads):
        ranks = (i for i in range(head_at + 1, stop) if words.ranks.longest(tokens, i) is not None)
        stop = next((i for i in ranks if tokens.capital[i]), stop) if stop == start else stop
        office = office_at(marks, head_at)
        if office is None or office.part or office.end > stop:
            continue
        # Whose counsel or kin somebody is, a name may say as well (*Pengacara X*).
        relation = words.relations.longest(tokens, head_at)
        if relation is not None and relation[0] == stop:
            continue
        between = range(office.end, stop)
        if (stop < start and between) or not all(
            tokens.capital[i] or tokens.keys[i] in words.joiners or tokens.words[i].isdigit()
            for i in between
        ):
            continue
        if tokens.capital[head_at] or tokens.key(start - 1) != ",":
            return Office(head_at, stop, _role(marks, head_at, stop))
    return None


def _role(marks: Marks, start: int, end: int) -> str:
    tokens = marks.tokens
    role = ""
    at = start
    while at < end:
        glue = " " if role and not tokens.touches(at) else ""
        found = marks.agency(at)
        if found is not None and found.misprint and at == found.start and found.end <= end:
            role += glue + found.name
            at = found.end
        elif tokens.words[at] == "(" and (close := abbreviation(marks, at)):
            at = close
        else:
            role += glue + tokens.words[at]
            at += 1
    return role
