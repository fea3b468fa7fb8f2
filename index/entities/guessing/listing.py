"""Whether a run stands in a list of people, where less has to speak for it."""

from __future__ import annotations

from index.entities.marks import Marks

_NAMELY = frozenset(["yakni", "yaitu", "seperti", "antaranya"])
_BETWEEN = frozenset([",", "dan", "serta", "/", "&"])


def in_list(marks: Marks, start: int, end: int) -> bool:
    """Whether tokens ``start:end`` stand in a list beside a name (*Kiki N, Ona L, dan Siti F*)."""
    tokens = marks.tokens
    if tokens.key(start - 1) in _NAMELY or (
        tokens.key(start - 1) in ("dari", "atas") and tokens.key(start - 2) == "terdiri"
    ):
        return True
    before, after = start - 1, end
    while before >= 0 and tokens.keys[before] in _BETWEEN:
        before -= 1
    while after < len(tokens) and tokens.keys[after] in _BETWEEN:
        after += 1
    return (before < start - 1 and before >= 0 and marks.name[before]) or (
        end < after < len(tokens) and marks.name[after]
    )
