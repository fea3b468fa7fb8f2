"""What stands after a personal name: an office, another name, an age, a verb."""

from __future__ import annotations

from index.entities.marks import Marks
from index.entities.naming import name_end, skip_degrees, skip_titles
from index.entities.offices import Office, office_at
from index.entities.tokens import key_of
from index.entities.vocabulary import vocabulary

_LONGEST_FILLER = 8
_CLOSING = frozenset(
    [",", ".", "(", "dan", "saat", "yang", "\n", "", "di", "dalam", "kepada", "bersama", "seusai",
     "usai", "ketika", "untuk", "atau", "pada", "serta", "mewakili", "lewat", "melalui"]
)  # fmt: skip
_VERB_LENGTH = 6
_VERB_PREFIXES = ("me", "di", "ber", "ter")
_NO_VERBS = frozenset(
    [
        "merupakan",
        "berada",
        "terletak",
        "menteri",
        "terkait",
        "tersebut",
        "terhadap",
        "tersangka",
        "terdakwa",
        "terpidana",
        "bersama",
        "berbagai",
        "beserta",
        "berupa",
        "menurut",
        "terlapor",
        "terduga",
        "merek",
        "dinas",
        "berikut",
        "direktur",
        "meskipun",
        "terutama",
        "termasuk",
        "berdasarkan",
        "mengenai",
    ]
)
_LONGEST_ENGLISH = 6
# The words between a name and the office that is told of it, and those that do tell one.
_TELLING = frozenset(
    ["menjabat", "merupakan", "adalah", "sebagai", "selaku", "ialah", "dijabat", "berstatus",
     "menjadi", "bertugas"]
)  # fmt: skip
_FILLERS = _TELLING | frozenset(
    ["yang", "saat", "itu", "ini", "kini", "masih", "juga", "pernah", "sebelumnya", "sekarang",
     "dulu", "dahulu", "sempat", "baru", "saja", "jabatan", "posisi", "notabene", "kala", "tak",
     "lain", "telah", "ditetapkan", "resmi", "dilantik"]
)  # fmt: skip
# What stands after a trade of one word that follows a name (*X, sopir dari Y*).
_AFTER_TRADE = frozenset([",", ".", "dari", "asal", "di", "yang", "pada", "untuk"])
# What may stand after a part in the case that follows a name (*X, tersangka kasus Y*).
_AFTER_PART = frozenset(
    [
        "sekaligus",
        ",",
        ".",
        ")",
        "kasus",
        "dalam",
        "yang",
        "dari",
        "perkara",
        "dugaan",
        "tppo",
        "di",
        "\n",
        "",
        "dan",
        "pada",
        "oleh",
        "utama",
    ]
)


def numbered(marks: Marks, end: int) -> bool:
    """Whether a number follows, as it does after the name of a ship (*Long Xing 629*)."""
    tokens = marks.tokens
    return tokens.key(end).isdigit() and tokens.key(end + 1) not in ("tahun", "th", "thn")


def closes(marks: Marks, at: int) -> bool:
    """Whether after a name of one word the clause goes on as it does after a name."""
    tokens, words = marks.tokens, vocabulary()
    key = tokens.key(at)
    return key in _CLOSING or key in words.saying or verb_at(marks, at)


def verb_at(marks: Marks, at: int) -> bool:
    """Whether a verb stands at ``at``, as far as its prefix tells (*membacakan*, *ditemui*)."""
    key = marks.tokens.key(at)
    return (
        len(key) >= _VERB_LENGTH
        and key.isalpha()
        and not marks.tokens.capital[at]
        and key.startswith(_VERB_PREFIXES)
        and key in vocabulary().common
        and key not in _NO_VERBS
    )


def apposition_after(marks: Marks, end: int, *, alone: bool = False) -> Office | None:
    """The office after ``Name,``, ``Name selaku`` or ``Name yang saat itu menjabat``, or None.

    ``alone`` tells that the name before is the one the clause is about, so that capitalised words
    after the office are of it and no second name.
    """
    tokens = marks.tokens
    start = skip_degrees(marks, end)
    at = start + 1 if tokens.key(start) in (",", "(") else start
    filled, told = _fillers(marks, at)
    if filled > at and told:
        at = filled
    elif at == start or filled > at:
        return None
    if at >= len(tokens):
        return None
    if tokens.key(at) == "seorang":
        return _somebody(marks, at + 1)
    office = office_at(marks, at) or _english_office(marks, at)
    if office is None:
        return None
    if office.part:
        return (
            _part_of(marks, office)
            if not tokens.capital[at] or tokens.words[at].isupper()
            else None
        )
    following = skip_titles(marks, office.end)
    # `A, Ketua B C, dan`: the office has a name of its own.
    if tokens.is_capital(following) and name_end(marks, following) > following:
        if not alone or following > office.end:
            return None
        stop = _run_end(marks, following)
        if tokens.key(stop) == "," and tokens.key(stop + 1) in ("dan", "serta"):
            return None
        return Office(office.start, stop, tokens.form(office.start, stop))
    short = not tokens.capital[at] and office.end - office.start < 2 and not told
    return None if short and tokens.key(office.end) not in _AFTER_TRADE else office


def _fillers(marks: Marks, at: int) -> tuple[int, bool]:
    """The end of *yang saat itu menjabat sebagai* at ``at``, and whether it tells an office."""
    told = False
    end = at
    while end - at < _LONGEST_FILLER and (key := marks.tokens.key(end)) in _FILLERS:
        told = told or key in _TELLING
        end += 1
    return end, told


def _part_of(marks: Marks, office: Office) -> Office | None:
    """A part in the case after a name, where nothing else's name follows it."""
    tokens = marks.tokens
    if office.role is None or key_of(office.role) not in vocabulary().case_parts:
        return None
    if tokens.key(office.end) == "asal" and (site := marks.site(office.end + 1)) is not None:
        role = f"{office.role} {tokens.form(office.end, site.end)}"
        return Office(office.start, site.end, role, part=True)
    return office if tokens.key(office.end) in _AFTER_PART else None


def _run_end(marks: Marks, at: int) -> int:
    """The end of the capitalised run at ``at``, joined by the words that offices are joined by."""
    tokens, joiners = marks.tokens, vocabulary().joiners
    while tokens.is_capital(at) or (tokens.key(at) in joiners and tokens.is_capital(at + 1)):
        at += 1
    return at


def _english_office(marks: Marks, at: int) -> Office | None:
    """An English title that its last word gives away: *Senior Human Resources Director*."""
    tokens, heads = marks.tokens, vocabulary().english_heads
    for end in range(at, min(at + _LONGEST_ENGLISH, len(tokens))):
        if not tokens.capital[end] and tokens.keys[end] not in ("&", "and", "dan", "of"):
            return None
        if tokens.capital[end] and tokens.keys[end] in heads:
            stop = _run_end(marks, end + 1)
            return Office(at, stop, tokens.form(at, stop))
    return None


def _somebody(marks: Marks, at: int) -> Office | None:
    """What follows *Name, seorang*: a part in the case or a standing (*pekerja migran*)."""
    office = office_at(marks, at) if at < len(marks.tokens) else None
    return office if office is not None and office.role is not None else None


def other_name_after(marks: Marks, end: int) -> tuple[int, int] | None:
    """The span of another name: *alias X*, *(Jokowi)*."""
    tokens = marks.tokens
    if (
        tokens.key(end) == "("
        and tokens.key(end + 2) == ")"
        and not tokens.words[end + 1].isupper()
    ):
        inner = end + 1
        if len(tokens.words[inner]) > 3 and name_end(marks, inner) == inner + 1:
            return inner, inner + 1
    if tokens.key(end) == "(" and (inner := skip_titles(marks, end + 1)) > end + 1:
        stop = name_end(marks, inner)
        return (inner, stop) if stop > inner and tokens.key(stop) == ")" else None
    found = vocabulary().aliases.longest(marks.tokens, end)
    if found is None:
        return None
    start = found[0]
    titles = skip_titles(marks, start)
    stop = name_end(marks, titles)
    return (start, stop) if stop > titles else None


def speaks_for(marks: Marks, at: int) -> bool:
    """Whether a body and a verb of speech follow: *X dari Migrant CARE mengatakan*."""
    found = marks.agency(at)
    return found is not None and marks.tokens.key(found.end) in vocabulary().strong


def role_after_age(marks: Marks, end: int) -> str | None:
    """The office after an age in brackets (*X (45), Ketua Y*), marked as one, or None."""
    for at in range(end, min(end + 5, len(marks.tokens))):
        if marks.tokens.words[at] == ")":
            office = apposition_after(marks, at + 1)
            if office is not None:
                marks.mark_office(office.start, office.end)
                return office.role
            return None
    return None


def age_after(marks: Marks, end: int) -> bool:
    """Whether ``(37)``, ``(37 tahun)`` or ``, 37 tahun`` follows."""
    tokens = marks.tokens
    if tokens.key(end) == "(" and tokens.key(end + 1).isdigit() and len(tokens.key(end + 1)) <= 2:
        return tokens.key(end + 2) in (")", "tahun", ",", "th", "thn")
    return (
        tokens.key(end) in (",", "(")
        and tokens.key(end + 1).isdigit()
        and tokens.key(end + 2) in ("tahun", "th", "thn")
    )
