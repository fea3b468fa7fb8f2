"""Whose figures a ledger shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose figures are wanted: of all hits of a query, as ``librarian.Question`` has it.

    With ``asked`` only those that the query itself asks for. ``article`` tells that it is the one
    article of ``among``.
    """

    query: str
    sort: str = "relevance"
    among: Sequence[str] | None = None
    voices: bool = False
    asked: bool = False
    article: bool = False
