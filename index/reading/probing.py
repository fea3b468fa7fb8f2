"""Patterns of an archive's own rules, tried out before they are used.

No look at a pattern tells for certain whether it may take without end, so each is tried on texts
that such patterns stumble on, in a process of its own that can be stopped.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache

# Wall seconds for all patterns of a file; those of people who know what they do take none.
SECONDS = 5
_FILLERS = ("a", "a ", "Aa ", "0", "1 2.", "Aa 1-2, b.c (d): ", '"', "ab")
# A sign that hardly any pattern takes: only what is tried in vain is tried in every way.
_MISMATCH = "§"
_TRY = """
import json, re, sys
for number, (way, pattern, texts) in enumerate(json.load(sys.stdin)):
    tried = re.compile(pattern, re.IGNORECASE)
    for text in texts:
        tried.sub("", text) if way == "sub" else getattr(tried, way)(text)
    print(number, flush=True)
"""


@dataclass(frozen=True, slots=True)
class Probe:
    """A pattern, the way it is tried (``fullmatch``, ``match``, ``sub``), and on how long texts.

    ``starts`` are the words with which what it is meant for may begin.
    """

    pattern: str
    way: str
    length: int
    starts: tuple[str, ...] = ()

    def texts(self) -> list[str]:
        """The texts to try, each of ``length`` characters."""
        found: dict[str, None] = {}
        for start in ("", *self.starts):
            for filler in (*_FILLERS, *filter(None, (start,))):
                times = self.length // len(filler) + 1
                text = (start + filler * times)[: self.length]
                found[text] = None
                found[text[:-1] + _MISMATCH] = None
        return list(found)


@lru_cache(maxsize=8)
def first_unending(probes: tuple[Probe, ...]) -> int | None:
    """The number of the first of ``probes`` that does not come to its end in time, or None.

    Raises:
        OSError: no process can be started to try them.
    """
    tried = json.dumps([(probe.way, probe.pattern, probe.texts()) for probe in probes])
    try:
        done = subprocess.run(
            [sys.executable or "", "-I", "-c", _TRY],
            input=tried.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as expired:
        done = expired.stdout or b""
    # One that brings the process down has not come to its end either.
    finished = len(done.split())
    return finished if finished < len(probes) else None
