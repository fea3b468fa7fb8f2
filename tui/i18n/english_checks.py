"""What checks of figures show, in English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
    "check.parts.agrees": "Its parts add up to {expected}.",
    "check.parts.incomplete": "Its parts add up to {expected} only, printed is {printed}.",
    "check.parts.exceeds": "Its parts add up to {expected}, above {printed}: they may overlap.",
    "check.share.agrees": "The counts make {expected}.",
    "check.share.differs": "The counts make {expected}, printed is {printed}.",
    "check.change.agrees": "The two values make {expected}.",
    "check.change.differs": "The two values make {expected}, printed is {printed}.",
    "check.headline.absent": "The headline has {printed}, the text has not.",
    "check.headline.differs": "The headline has {printed}, the text has {first}.",
    "check.same_number.differs": (
        "{printed} counts one thing here and another elsewhere in the text: {first}."
    ),
    "check.reports.agrees": "{others} other texts report it as well.",
    "check.reports.grows": "At another time {first} was reported: the count was running.",
    "check.reports.differs": "Elsewhere {first} is reported for the same days.",
    "check.reports.miscopied": "Elsewhere {first} is reported: one of the two may be a slip.",
    "check.reports.redated": "The same number is reported elsewhere for another period: {period}.",
    "check.reports.renamed": "The same number is reported elsewhere of other things: {first}.",
    "check.reports.revised": "The same source has reported {first} as well, on another day.",
}
