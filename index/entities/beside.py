"""What stands after a personal name: an office, another name, an age, a verb."""

from __future__ import annotations

from index.entities.marks import Marks
from index.entities.naming import name_end, skip_titles
from index.entities.offices import Office, office_at
from index.entities.vocabulary import vocabulary


def numbered(marks: Marks, end: int) -> bool:
    """Whether a number follows, as it does after the name of a ship (*Long Xing 629*)."""
    tokens = marks.tokens
    return tokens.key(end).isdigit() and tokens.key(end + 1) not in ("tahun", "th", "thn")


def closes(marks: Marks, at: int) -> bool:
    """Whether after a name of one word the clause goes on as it does after a name."""
    tokens, words = marks.tokens, vocabulary()
    key = tokens.key(at)
    return (
        key in (",", ".", "(", "dan", "saat", "yang", "\n", "", "di", "dalam")
        or key in words.saying
    )


def apposition_after(marks: Marks, end: int) -> Office | None:
    """The office after ``Name,`` or ``Name selaku``, or None."""
    tokens = marks.tokens
    at = end
    if (tokens.key(at) in (",", "(") and tokens.key(at + 1) not in ("yang", "saat")) or tokens.key(
        at
    ) in ("selaku", "sebagai"):
        at += 1
    else:
        return None
    if at >= len(tokens):
        return None
    if tokens.key(at) == "seorang":
        return _somebody(marks, at + 1)
    office = office_at(marks, at)
    if office is None or office.part:
        return None
    following = skip_titles(marks, office.end)
    # `A, Ketua B C, dan`: the office has a name of its own.
    if tokens.is_capital(following) and name_end(marks, following) > following:
        return None
    lower = not tokens.capital[at]
    return None if lower and office.end - office.start < 2 else office


def _somebody(marks: Marks, at: int) -> Office | None:
    """What follows *Name, seorang*: a part in the case or a standing (*pekerja migran*)."""
    office = office_at(marks, at) if at < len(marks.tokens) else None
    return office if office is not None and office.part and office.role is not None else None


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
