"""The words by which a figure takes a period from elsewhere: periods.yaml, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.figures.resources import listed, rules, worded
from index.language.patterns import alternatives

_FILE = "periods.yaml"
_KEYS = (
    "goes_on", "goes_on_phrases", "refers", "compared", "events", "incidents", "any_event",
    "befalls", "then", "of_count", "breaks", "of_now", "results", "to_come", "wanted",
)  # fmt: skip
# Between an opening mark or the number of a list and the first word of a sentence.
_LEAD = r"[\s\"“'‘(•*-]{0,3}(?:\d{1,2}\.\s)?"


@dataclass(frozen=True, slots=True)
class Words:
    """periods.yaml: patterns, those of beginnings to be matched at the start of a sentence."""

    goes_on: re.Pattern[str]
    refers: re.Pattern[str]
    compared: re.Pattern[str]
    incidents: re.Pattern[str]
    any_event: re.Pattern[str]
    befalls: re.Pattern[str]
    # An event, or a time, that is the one told before: "penangkapan itu", "saat itu".
    again: re.Pattern[str]
    # The beginning of a sentence about a count or an event told right before it.
    of_before: re.Pattern[str]
    breaks: re.Pattern[str]
    of_now: re.Pattern[str]
    results: re.Pattern[str]
    to_come: re.Pattern[str]
    wanted: re.Pattern[str]


@cache
def words() -> Words:
    """periods.yaml, read once.

    Raises:
        RuleError: the file cannot be read, lacks a key or has one more.
    """
    entry = rules(_FILE, _KEYS)
    either = {key: alternatives(listed(_FILE, entry, key)) for key in _KEYS if key != "goes_on"}
    starts = worded(_FILE, entry, "goes_on") + listed(_FILE, entry, "goes_on_phrases")
    this = r"(?:tersebut|itu|ini)(?!\w)"
    return Words(
        goes_on=_any(rf"{_LEAD}(?:{alternatives(starts)}|dari \w+ (?:itu|tersebut))(?!\w)"),
        refers=_any(rf"(?<!\w){either['refers']}\s(?:\w+\s)?{this}"),
        compared=_word(either["compared"]),
        incidents=_word(either["incidents"]),
        any_event=_any(rf"(?<!\w){either['any_event']}\s{this}"),
        befalls=_word(either["befalls"]),
        again=_any(rf"(?<!\w)(?:{either['events']}\s(?:[\w-]+\s){{0,3}}?{this}|{either['then']}(?!\w))"),
        of_before=_any(
            rf"{_LEAD}(?:(?:ke-\d+|{either['of_count']})(?!\w)(?:\s[\w()-]+){{0,5}}?\s{this}"
            r"|(?:mereka|keduanya|ketiganya|keempatnya|semuanya|seluruhnya|jumlahnya)(?!\w)"
            rf"|(?:{either['events']}|pe\w{{3,}}an)\s(?:[\w-]+\s){{0,3}}?"
            rf"(?:{this}|(?:dilakukan|berlangsung|dilaksanakan|digelar|terjadi)(?!\w)))"
        ),
        breaks=_any(rf"{_LEAD}{either['breaks']}(?!\w)"),
        of_now=_word(either["of_now"]),
        results=_word(either["results"]),
        to_come=_word(either["to_come"]),
        wanted=_word(either["wanted"]),
    )  # fmt: skip


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


def _word(either: str) -> re.Pattern[str]:
    return _any(rf"(?<!\w){either}(?!\w)")
