"""Adding a condition to a query, as text that one could have typed."""

from __future__ import annotations

from index.search.nodes import Or
from index.search.query import parse

# The names under which the interface adds conditions: the Indonesian ones, as analysts write them.
FIELDS = {
    "agency": "lembaga",
    "person": "tokoh",
    "place": "tempat",
    "law": "uu",
    "offence": "tindak",
    "figure": "angka",
    "tag": "tag",
    "outlet": "sumber",
}


def narrow(query: str, field: str, value: str) -> str:
    """``query`` with one more condition; unchanged when the condition is there already.

    A query with an open OR is put in brackets first, so that the condition holds for all of it.
    """
    if field != "figure":
        plain = value.replace('"', " ").strip()
        # A single word of an outlet would also find the outlets that begin with it.
        bare = field != "outlet" and all(letter.isalnum() or letter in "/-_" for letter in plain)
        value = plain if bare else f'"{plain}"'
    condition = f"{FIELDS[field]}:{value}"
    query = query.strip()
    if f" {condition} " in f" {query} ":
        return query
    if not query or query == "*":
        return condition
    parsed = parse(query)
    closed = parsed.understood if not parsed.complete else query
    if isinstance(parsed.node, Or):
        closed = f"({closed})"
    return f"{closed} {condition}"
