"""How names are found in labelled sentences of other projects, whose conventions are not ours.

    python -m tests.bench.labelled --sentences DEV.txt...

DEV.txt: a token and its label a line (IDNer-News-2k, NERGrit). Overlap F1: a labelled name is found
when a mention of its kind touches it, a mention is right when it touches such a name. Reported to
see a change for the worse, never tuned for: those sentences stand alone, and label as agencies or
places much that our conventions do not, and the other way round.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from index.entities.who import find_names
from tests.bench.guessing import GROUPS, sentences_of
from tests.gold.scoring import Score


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--sentences", type=Path, nargs="+", required=True)
    for file in parser.parse_args().sentences:
        scores: defaultdict[str, Score] = defaultdict(Score)
        for text, labelled in sentences_of(file):
            names = find_names(None, text, [])
            for group, kind in GROUPS.items():
                wanted = [(start, end) for start, end, label in labelled if label == kind]
                found = [span for entity in getattr(names, group) for span in entity.spans]
                scores[kind] += overlap(found, wanted)
        for kind, score in scores.items():
            print(f"{file.name:<16} {kind:<7} {score}")


def overlap(found: list[tuple[int, int]], wanted: list[tuple[int, int]]) -> Score:
    """Spans against spans: those that touch are right."""
    hit = sum(any(left < end and start < right for left, right in found) for start, end in wanted)
    wrong = sum(
        not any(left < end and start < right for start, end in wanted) for left, right in found
    )
    return Score(hit, wrong, len(wanted) - hit)


if __name__ == "__main__":
    main()
