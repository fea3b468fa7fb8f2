"""An agency as it was found in a part: its tokens and the name to file it under."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """An agency in tokens ``start:end`` under the name to file it under.

    ``known``: the lexicon or a pattern with a known place gave it. ``weak``: it counts only if
    the article names it otherwise. ``bare``: a unit's head alone (*Polres*), which ``unit`` and
    the rest of the article resolve. ``hidden``: it is recognised but is never listed (media).
    ``holder``: words of an office that stand for the body itself. ``plain``: the name without its
    class (*Kantor Imigrasi Batam*), where the class is printed.
    """

    start: int
    end: int
    name: str
    parent: str | None = None
    known: bool = True
    weak: bool = False
    bare: bool = False
    hidden: bool = False
    misprint: bool = False
    holder: bool = False
    unit: str | None = None
    place: str | None = None
    plain: str | None = None
