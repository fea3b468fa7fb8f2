"""Which units may stand beside each other: people by any name, and else only the same unit."""

from __future__ import annotations

from index.figures.units import lexicon

PERSON = "person"


def unit_kind(unit: str | None) -> str:
    """``person`` for a unit that names people (*orang*, *WNI*, *korban*); else the unit itself.

    Cases, reports and applications are not of one kind, because one case may make many reports;
    nor are two currencies. Empty where there is no unit.
    """
    if not unit:
        return ""
    words, name = lexicon(), unit.lower()
    return PERSON if words.classes.get(name) == PERSON else words.same.get(name, unit)
