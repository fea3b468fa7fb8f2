"""What is known of a person or a figure besides its columns, as the JSON column that holds it."""

from __future__ import annotations

import json
from typing import Any

from index.article import Figure, Mentioned, Person, Reason

KEYS = ("office", "agency", "place", "case_role", "full_name", "from_lexicon", "cue", "from_memory")
FIGURE_KEYS = ("approximate", "per", "breakdown", "whole")


def packed_facts(entity: Mentioned) -> str:
    """The facts of a person that are known, as JSON; ``{}`` of any other entity."""
    if not isinstance(entity, Person):
        return "{}"
    known = {key: value for key in KEYS if (value := getattr(entity, key))}
    return json.dumps(known, ensure_ascii=False)


def unpacked_facts(text: str) -> dict[str, Any]:
    """The fields of a person that ``text`` holds; a key that this version does not know is left."""
    return {key: value for key, value in json.loads(text).items() if key in KEYS}


def packed_figure(figure: Figure) -> str:
    """The facts of a figure that are known, as JSON."""
    known: dict[str, Any] = {
        key: value for key in FIGURE_KEYS if (value := getattr(figure, key)) not in (None, False)
    }
    if figure.cumulative is not None:
        known["cumulative"] = figure.cumulative
    if figure.reasons:
        known["reasons"] = [(reason.field, reason.start, reason.end) for reason in figure.reasons]
    return json.dumps(known, ensure_ascii=False)


def unpacked_figure(text: str) -> dict[str, Any]:
    """The fields of a figure that ``text`` holds; a key that this version does not know is left."""
    held = json.loads(text)
    known = {key: held[key] for key in (*FIGURE_KEYS, "cumulative") if key in held}
    if "whole" in known:
        known["whole"] = tuple(known["whole"])
    known["reasons"] = tuple(Reason(*reason) for reason in held.get("reasons", ()))
    return known
