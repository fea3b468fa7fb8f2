"""A name with all that is below it: what ``lembaga:polri+`` and ``tempat:ntt+`` ask for."""

from __future__ import annotations

from dataclasses import replace

from index.article import Agency, Mentioned, Place
from index.entities.ancestors import ancestors, filed_name
from index.entities.places import filed_place
from index.entities.whereabouts import all_above
from index.search.names import name_words
from index.search.nodes import Name

# The field of the index that holds what stands above the names of a field.
ABOVE = {"agency": "above", "place": "around"}


def above(node: Name) -> Name:
    """The condition on what stands above the names of an article: one of that is the ``node``'s.

    It is looked up by its filed name where the lexicon knows what was typed (*polda ntt*, *ntt*).
    """
    typed = " ".join(node.words)
    filed = None
    if not node.prefix:
        filed = filed_name(typed) if node.field == "agency" else filed_place(typed)
    words = name_words(node.field, filed) if filed is not None else node.words
    return replace(
        node,
        field=ABOVE[node.field],
        words=words,
        quoted=node.quoted or filed is not None,
        below=False,
    )


def bodies_above(agency: Agency) -> tuple[str, ...]:
    """The filed names of the bodies above ``agency``, the nearest first."""
    return ancestors(agency.name, agency.parent)


def places_around(place: Place) -> tuple[str, ...]:
    """The filed names of ``place`` and of all that it lies in, islands and continents too."""
    return (place.name, *all_above(place.name, place.parent))


def line_of(entity: Mentioned) -> tuple[str, ...]:
    """The filed names above an agency or around a place; empty for other entities."""
    if isinstance(entity, Agency):
        return bodies_above(entity)
    return places_around(entity) if isinstance(entity, Place) else ()
