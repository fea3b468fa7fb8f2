"""An agency with the units below it: what ``lembaga:polri+`` asks for."""

from __future__ import annotations

from dataclasses import replace

from index.article import Agency
from index.entities.ancestors import ancestors, filed_name
from index.search.names import name_words
from index.search.nodes import Name


def above(node: Name) -> Name:
    """The condition on the bodies above those of an article: one of them is the agency of ``node``.

    The agency is looked up by its filed name where the lexicon knows what was typed (*polda ntt*).
    """
    filed = None if node.prefix else filed_name(" ".join(node.words))
    words = name_words("agency", filed) if filed is not None else node.words
    return replace(
        node, field="above", words=words, quoted=node.quoted or filed is not None, below=False
    )


def bodies_above(agency: Agency) -> tuple[str, ...]:
    """The filed names of the bodies above ``agency``, the nearest first."""
    return ancestors(agency.name, agency.parent)
