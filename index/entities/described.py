"""Whom a description means: an office without a name (*kata Menlu*), *politisi itu*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Person
from index.entities.attribution import words
from index.entities.vocabulary import vocabulary

_WORD = re.compile(r"[\w'’-]+")
# Where an office may have ended.
_CUT = re.compile(r"\s(?:yang|di|ke|pada|kepada)\s")
_DEFINITE = frozenset(["itu", "ini", "tersebut"])
# Words of an office that tell nothing of which one it is.
_IDLE = frozenset(["itu", "ini", "tersebut", "ri", "republik", "indonesia", "dan", "bidang",
                   "pak", "bu", "bapak", "sang", "yang", "juga"])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Referent:
    """Who is meant: a name, nobody known (None), or ``again`` the one who spoke last."""

    name: str | None
    again: bool = False


NOBODY = Referent(None)
AGAIN = Referent(None, again=True)


class Descriptions:
    """The offices of an article's people, ready to be looked up."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._offices = [
            (person.name, spelled)
            for person in people
            if person.role and (spelled := _spelled(person.role))
        ]

    def meant(self, text: str, last: str | None) -> Referent | None:
        """Whom ``text`` describes; None where it is no description of a person.

        An office (*Kepala Kantor itu*) means the one person whose office has all its words and
        begins as it does; where several have, the last speaker if among them. A definite person
        (*pria itu*, *politikus yang kerap disapa X itu*) without such an office is the last
        speaker.
        """
        spoken = _WORD.findall(text.lower())
        if not spoken:
            return None
        for wanted in dict.fromkeys((_spelled(text), _spelled(_CUT.split(text, maxsplit=1)[0]))):
            if not wanted:
                continue
            sought = set(wanted)
            fitting = {
                name for name, office in self._offices
                if wanted[0] in office[:2] and sought <= set(office)
            }  # fmt: skip
            if last in fitting:
                return Referent(last)
            if len(fitting) == 1:
                return Referent(fitting.pop())
        if spoken[-1] in _DEFINITE and of_person(spoken):
            return AGAIN
        return None


def of_person(spoken: Sequence[str]) -> bool:
    """Whether a phrase (in lower case) begins with an office or a word for a person."""
    first = next((word for word in spoken if word not in ("seorang", "sang", "para")), "")
    return first in words().person_nouns or vocabulary().offices.starts(first)


def _spelled(office: str) -> tuple[str, ...]:
    """The words of an office in lower case, short offices written out (*Menlu*)."""
    short = words().short_offices
    lower = office.lower()
    for epithet, meant in words().epithets.items():
        lower = lower.replace(epithet, meant)
    spelled: list[str] = []
    for word in _WORD.findall(lower):
        spelled += short.get(word, (word,))
    return tuple(word for word in spelled if word not in _IDLE)
