"""What is known of a person besides name and role, as the one JSON column that holds it."""

from __future__ import annotations

import json
from typing import Any

from index.article import Mentioned, Person

KEYS = ("office", "agency", "place", "case_role", "full_name", "from_lexicon", "cue")


def packed_facts(entity: Mentioned) -> str:
    """The facts of a person that are known, as JSON; ``{}`` of any other entity."""
    if not isinstance(entity, Person):
        return "{}"
    known = {key: value for key in KEYS if (value := getattr(entity, key))}
    return json.dumps(known, ensure_ascii=False)


def unpacked_facts(text: str) -> dict[str, Any]:
    """The fields of a person that ``text`` holds; a key that this version does not know is left."""
    return {key: value for key, value in json.loads(text).items() if key in KEYS}
