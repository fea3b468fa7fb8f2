"""The offences that an article names, in any wording, by their acronyms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from index.article import BODY, TITLE, Mention, Offence, caption_part
from index.entities.cues import CueIndex
from index.rules import RuleError, load_rules, packaged

_FILE = "offences.yaml"
OFFENCES = ("TPPO", "TPPM", "TPPU", "TPKS", "online_scam", "judi_online")


@cache
def _lexicon() -> CueIndex[str]:
    rules = load_rules(packaged("index.entities", f"lexicon/{_FILE}"))
    phrases: list[tuple[str, str]] = []
    for offence, forms in rules.items():
        if offence not in OFFENCES:
            raise RuleError(_FILE, rules.line, f"{offence!r} is none of {', '.join(OFFENCES)}")
        if not isinstance(forms, list) or not all(isinstance(form, str) for form in forms):
            raise RuleError(_FILE, rules.line, f"the forms of {offence!r} must be a list of texts")
        phrases += [(form, offence) for form in forms]
    return CueIndex(phrases)


def find_offences(title: str | None, body: str, captions: Sequence[str]) -> tuple[Offence, ...]:
    """The offences named in an article, in the order in which they are first named.

    Acronyms and wordings: lexicon/offences.yaml. A name inside a longer one (*perdagangan orang*
    in *tindak pidana perdagangan orang*) is one mention. Never raises.
    """
    mentions: dict[str, list[Mention]] = {}
    parts = [(TITLE, title or ""), (BODY, body)]
    parts += [(caption_part(number), caption) for number, caption in enumerate(captions)]
    for part, text in parts:
        end = 0
        for cue in _lexicon().find(text):
            if cue.start < end:
                continue
            end = cue.end
            form = text[cue.start : cue.end]
            mentions.setdefault(cue.payload, []).append(Mention(part, cue.start, cue.end, form))
    return tuple(Offence(name, tuple(found)) for name, found in mentions.items())
