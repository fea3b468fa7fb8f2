"""Whose full name a single name with an office stands for, by what other articles print then."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.entities.memory_rules import Filing, memory_words
from index.entities.recalled import Office
from index.entities.recalling import name_key


@dataclass(frozen=True, slots=True)
class Held:
    """An office with a name in one article: its row, its text, its date, the full name if any."""

    article: int
    text: int
    published: str | None
    form: str
    held: Office


def full_names(
    short: Sequence[Held], called: Sequence[Held], rule: Filing
) -> Iterator[tuple[Held, str]]:
    """Those of ``short`` for which ``called`` print one full name, each with that name.

    Both are of the same single name. The office must be the same, and body and place as far as
    the single name has them.
    """
    groups: dict[Office, list[tuple[int, Held]]] = defaultdict(list)
    for one in short:
        day = _day(one.published)
        if day is not None:
            groups[one.held].append((day, one))
    for held, asking in groups.items():
        answering = sorted(
            (day, other.form, other.text)
            for other in called
            if _agree(held, other.held) and (day := _day(other.published)) is not None
        )  # fmt: skip
        yield from _around(sorted(asking, key=lambda entry: entry[0]), answering, rule)


def _around(
    asking: Sequence[tuple[int, Held]], answering: Sequence[tuple[int, str, int]], rule: Filing
) -> Iterator[tuple[Held, str]]:
    """Moves a window of days over ``answering``; both are in the order of days."""
    texts: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    first = after = 0
    for day, one in asking:
        while after < len(answering) and answering[after][0] <= day + rule.days:
            _, form, text = answering[after]
            texts[form][text] += 1
            after += 1
        while first < after and answering[first][0] < day - rule.days:
            _, form, text = answering[first]
            texts[form][text] -= 1
            if not texts[form][text]:
                del texts[form][text]
            first += 1
        name = _agreed({form: set(held) for form, held in texts.items() if held}, rule)
        if name is not None:
            yield one, name


def _agreed(texts: Mapping[str, set[int]], rule: Filing) -> str | None:
    """The one name that the forms print, by most texts; shorter forms of it are of it."""
    if not texts:
        return None
    best = max(texts, key=lambda form: (len(texts[form]), len(form), form))
    own = set(name_key(best).split())
    of_it, all_texts = set[int](), set[int]()
    for form, held in texts.items():
        words = set(name_key(form).split())
        all_texts |= held
        if words <= own or own <= words:
            of_it |= held
    if len(of_it) < rule.texts or len(of_it) < rule.share * len(all_texts):
        return None
    return best


def _agree(asked: Office, known: Office) -> bool:
    if asked.office != known.office:
        return False
    alone = asked.office.lower().split()[0] in memory_words().known_alone
    for own, other in ((asked.agency, known.agency), (asked.place, known.place)):
        if own != other and (own or not alone):
            return False
    return True


def _day(published: str | None) -> int | None:
    try:
        return datetime.date.fromisoformat(published or "").toordinal()
    except ValueError:
        return None
