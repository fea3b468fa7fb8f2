"""The plain records of correcting: what the analyst says is otherwise, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

ENTITY_KINDS = ("agency", "person", "place", "offence", "law")
"""The kinds of entity, as ``--emit entities`` names them."""
NAMED_KINDS = ("agency", "person", "place")
"""The kinds between which an entity can be retyped; no two of their mentions overlap."""
KINDS = (*ENTITY_KINDS, "figure", "quote")
OPERATIONS = ("reject", "retype", "rename", "merge", "split", "alias", "role")


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the analyst says is otherwise than it was found.

    ========  =======================================================================
    reject    the entity ``name`` of ``kind`` is none; with ``form``, only that printed form
              of it; of the kinds figure and quote, ``name`` is the text as printed
    retype    the entity ``name`` of ``kind`` is of the kind ``to``
    rename    the entity ``name`` is called ``to``
    merge     the entities ``name`` and ``to`` are one, called ``to``
    split     the printed form ``form`` of ``name`` is an entity of its own, called ``to``;
              without ``form``, ``name`` is somebody else in ``articles``, called ``to``
    alias     ``form``, wherever it is printed, is the entity ``name``
    role      the person ``name`` holds the role ``to``
    ========  =======================================================================

    ``articles`` are the ids of the articles that it holds for; with none, it holds for all.
    """

    operation: str
    kind: str
    name: str
    form: str | None = None
    to: str | None = None
    articles: tuple[str, ...] = ()
    note: str | None = None

    def holds_in(self, identifier: str) -> bool:
        """Whether it holds for the article ``identifier``."""
        return not self.articles or identifier in self.articles


@dataclass(frozen=True, slots=True)
class CorrectionReport:
    """What a correction did, or would do: the number of articles that come out otherwise.

    ``number`` is the correction's place in the list (from 1), ``correction`` itself.
    """

    changed: int
    number: int
    correction: Correction


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of an archive in the order of its file.

    ``problem`` says why the file as it stands cannot be used (then those hold that were last
    good), ``changed`` how many articles came out otherwise when the file, edited by hand, was
    taken in by this process.
    """

    rules: tuple[Correction, ...] = ()
    problem: str | None = None
    changed: int = 0
