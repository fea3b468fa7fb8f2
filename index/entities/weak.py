"""Words that are a name or a common noun (*Imigrasi*): which body an article means by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.entities.bodies import lexicon
from index.entities.defined import Listed
from index.entities.found import Found


def meant_by_weak(listed: Sequence[Listed]) -> dict[str, Found]:
    """For each body with a weak form, by its name: the body that this form stands for.

    It is the body itself where the article names it in full; else the one office of a place, or
    the one foreign body of that kind, which the article names (*Kantor Imigrasi Batam* is meant by
    *Imigrasi*); else the body itself, if the word is capitalised inside a sentence.
    """
    weak = [(marks, found) for _, marks, found in listed if found.weak]
    meant: dict[str, Found] = {}
    if not weak:
        return meant
    strong = [found for _, _, found in listed if not found.weak and not found.bare]
    for marks, found in weak:
        if found.name in meant:
            continue
        own = next((other for other in strong if other.name == found.name), None)
        below = [other for other in strong if _of_kind(other, marks.tokens.keys[found.start])]
        places = {other.place or other.name for other in below}
        if own is not None:
            meant[found.name] = own
        elif len(places) == 1:
            meant[found.name] = below[0]
        elif not below and not (marks.tokens.initial[found.start]):
            meant[found.name] = replace(found, weak=False)
    return meant


def _of_kind(found: Found, word: str) -> bool:
    """Whether a unit or a foreign body is one of the kind that ``word`` (*imigrasi*) names."""
    if found.unit is not None:
        return word in found.unit.lower().split() and found.place is not None
    return found.name in lexicon().abroad and word in found.name.lower().split()
