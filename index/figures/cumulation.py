"""Whether a figure runs up to a point in time or covers a closed period or a single event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from index.article import Reason, Span
from index.figures.clauses import Anatomy
from index.figures.resources import listed, rules
from index.language.dates import FoundDate
from index.language.patterns import alternatives

_FILE = "cumulation.yaml"
_KEYS = (
    "until",
    "state_at",
    "now",
    "running",
    "since",
    "closed",
    "same",
    "event",
    "total",
    "idioms",
)
# So near, in characters, the date stands behind its preposition.
_TO_DATE = 14
# A period may print a range behind its own word: "selama Januari hingga Mei 2025".
_RANGE = 40
_LENGTH = re.compile(r"\s(?:\w+\s){0,2}?(?:tahun|bulan|pekan|minggu|hari|semester|triwulan)(?!\w)")
# "dalam periode itu" is no period of its own.
_LEADS = {"same": r"(?:(?:dalam|selama|pada|sepanjang)\s)?"}
_RELATIVE = re.compile(r"\syang\s(?:\w+\s){1,2}$")
_RELATIVE_REACH = 40
# A total tells of the count right behind it.
_TOTAL_REACH = 30
# "jumlah kasus menjadi 48": what is counted has grown up to now.
_GROWN = re.compile(r"(?<!\w)(?:jumlah|total|angka)(?:nya)?(?!\w)[^.;\d]{0,60}\smenjadi\s$")
_GROWN_REACH = 90
_DAY = len("2025-01-31")


@dataclass(frozen=True, slots=True)
class Said:
    """Words that say whether what is counted goes on."""

    start: int
    end: int
    cumulative: bool

    @property
    def reason(self) -> Reason:
        """Why the figure is cumulative or is not."""
        return Reason("cumulative", self.start, self.end)


@cache
def _cues() -> re.Pattern[str]:
    entry = rules(_FILE, _KEYS)
    groups = "|".join(
        f"(?P<{key}>{_LEADS.get(key, '')}{alternatives(sorted(listed(_FILE, entry, key)))})"
        for key in (
            "idioms",
            "running",
            "same",
            "event",
            "until",
            "state_at",
            "since",
            "closed",
            "total",
        )
    )
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)")


@cache
def _now() -> re.Pattern[str]:
    entry = rules(_FILE, _KEYS)
    return re.compile(rf"\s{alternatives(sorted(listed(_FILE, entry, 'now')))}(?!\w)")


def _before(match: re.Match[str]) -> Span:
    return max(0, match.start() - _RELATIVE_REACH), match.start()


class Cumulation:
    """Reads the sentences of one part of an article, asked for its figures in their order."""

    def __init__(self, lower: str, dates: Sequence[FoundDate]) -> None:
        self._lower = lower
        self._dates = dates
        self._starts = [date.start for date in dates]
        self._read: dict[Span, list[Said]] = {}
        self._last: bool | None = None

    def of(self, sentence: Span, figure: Span, anatomy: Anatomy, period: str | None) -> Said | None:
        """What the sentence says of the figure at ``figure``, or None where it says nothing.

        The nearest words count, in the figure's own clause before those of another one. What
        happened on one day (``period``) is a single event where no words say otherwise.
        """
        said = self._read.get(sentence)
        if said is None:
            said = self._read[sentence] = self._sentence(sentence)
        grown = _GROWN.search(self._lower, max(sentence[0], figure[0] - _GROWN_REACH), figure[0])
        if grown:
            return Said(grown.start(), grown.end(), True)
        if not said:
            return self._on_a_day(sentence, period)
        said = [one for one in said if self._is_of(one, figure)]
        if not said:
            return None
        best = min(said, key=lambda one: self._distance(one, figure, anatomy))
        heads = best.start - sentence[0] <= _TO_DATE
        if self._distance(best, figure, anatomy)[0] and not heads:
            # Only words of another clause; those at the head of the sentence would still hold.
            return None
        self._last = best.cumulative
        return best

    def _is_of(self, said: Said, figure: Span) -> bool:
        """Whether words tell of any figure of their sentence, or, as a total does, of this one."""
        if not self._lower.startswith("total", said.start):
            return True
        return 0 <= figure[0] - said.end <= _TOTAL_REACH

    def _on_a_day(self, sentence: Span, period: str | None) -> Said | None:
        if period is None or len(period) != _DAY or "/" in period:
            return None
        first = bisect_left(self._starts, sentence[0])
        for date in self._dates[first : bisect_left(self._starts, sentence[1])]:
            if date.value.startswith(period):
                return Said(date.start, date.end, False)
        return None

    def _distance(self, said: Said, figure: Span, anatomy: Anatomy) -> tuple[bool, int]:
        first, second = sorted(((said.start, said.end), figure))
        apart = max(0, second[0] - first[1])
        return anatomy.broken(first[1], second[0]), apart

    def _sentence(self, sentence: Span) -> list[Said]:
        found: list[Said] = []
        weaker: list[Said] = []
        for match in _cues().finditer(self._lower, *sentence):
            kind, end = match.lastgroup or "", match.end()
            if found and match.start() < found[-1].end:
                # "sampai saat ini sudah": read with the preposition.
                continue
            date = self._date_after(end)
            now = _now().match(self._lower, end)
            value: bool | None = None
            if kind == "running":
                value = True
            elif kind == "since":
                # "kebakaran yang melanda sejak Mei": that is of another noun.
                value = None if _RELATIVE.search(self._lower, *_before(match)) else True
            elif kind == "same":
                value = self._last if self._last is not None else False
            elif kind == "until":
                if (date or now) and not self._in_range(found, match.start()):
                    value = True
                    end = date.end if date else now.end() if now else end
            elif kind == "state_at":
                value = True if date else None
                end = date.end if date else end
            elif kind == "closed" and (date or _LENGTH.match(self._lower, end)):
                value = False
                end = date.end if date else end
            if value is not None:
                found.append(Said(match.start(), end, value))
            if kind in ("total", "event"):
                weaker.append(Said(match.start(), end, kind == "total"))
        # A sum may be of a closed period: words that tell of time are preferred.
        return found or weaker

    def _in_range(self, found: Sequence[Said], start: int) -> bool:
        """Whether a range goes on that a closed period has begun (*selama Januari hingga Mei*)."""
        return any(not one.cumulative and 0 <= start - one.end <= _RANGE for one in found)

    def _date_after(self, end: int) -> FoundDate | None:
        position = bisect_left(self._starts, end)
        if position < len(self._dates) and self._starts[position] - end <= _TO_DATE:
            between = self._lower[end : self._starts[position]]
            return self._dates[position] if between.count(" ") <= 2 else None
        if position and self._dates[position - 1].end > end:
            # The preposition is part of what was read as the date.
            return self._dates[position - 1]
        return None
