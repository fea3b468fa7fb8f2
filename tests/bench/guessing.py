"""Learns the weights by which unexplained names are guessed, and measures the guesses.

    python -m tests.bench.guessing --sentences TRAIN.txt... [--articles FILE.jsonl...] \
        [--held-out DEV.txt...] [--write]

TRAIN.txt and DEV.txt hold a token and its label a line (the last column: B-PER, I-ORGANISATION,
O ...) and an empty line between sentences: IDNer-News-2k (MIT) and NERGrit of IndoNLU (Apache-2.0).
FILE holds the articles of tests/gold/names.yaml, of which the unseen half is not learned from.
Multinomial logistic regression, AdaGrad, one thread, the same weights from the same files.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from index.article import SourceRecord
from index.entities.guessing.runs import properties, runs
from index.entities.guessing.weights import LABELS, Weights, packed, probabilities, scores
from index.entities.tokens import tokenize
from index.reading import read_article
from tests.bench.cleaning import records
from tests.bench.names import GOLD

TARGET = Path(__file__).resolve().parents[2] / "index/entities/guessing/weights.tsv.gz"
KINDS = {
    "PER": "person", "PERSON": "person", "ORG": "agency", "ORGANISATION": "agency",
    "LOC": "place", "PLACE": "place",
}  # fmt: skip
GROUPS = {"agencies": "agency", "people": "person", "places": "place"}
EPOCHS, RATE, SHRINK = 8, 0.15, 1e-3
FEWEST = 2  # examples that a property must have
LEAST = 0.05  # of a weight that is kept

Labelled = tuple[int, int, str]
Example = tuple[list[str], str]


def main() -> None:
    """Learns, measures, and writes where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--sentences", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--held-out", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    learned_from = [each for file in options.sentences for each in of_sentences(file)]
    learned_from += list(of_articles(options.articles))
    print(f"{len(learned_from)} runs:", dict(Counter(label for _, label in learned_from)))
    learned = learn(learned_from)
    content = packed(learned)
    print(f"{len(learned)} properties, {len(content) / 1000:.0f} kB")
    for file in options.held_out:
        for least in (0.5, 0.7, 0.8, 0.9):
            print(file.name, least, measured(learned, of_sentences(file), least))
    if options.write:
        TARGET.write_bytes(content)


def of_sentences(file: Path) -> Iterator[Example]:
    """The runs of labelled sentences."""
    for text, spans in sentences_of(file):
        yield from of_text(text, spans)


def sentences_of(file: Path) -> Iterator[tuple[str, list[Labelled]]]:
    """The sentences of a file of tokens, and what its labels say of them."""
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") if "\t" in line else line.split() for line in block.splitlines()]
        rows = [row for row in rows if row]
        text, spans, open_label = "", list[Labelled](), ""
        for word, *_, tag in rows:
            start = len(text) + 1 if text else 0
            text = f"{text} {word}" if text else word
            if tag.startswith("I-") and open_label == tag[2:] and spans:
                spans[-1] = spans[-1][0], len(text), spans[-1][2]
                continue
            open_label = tag[2:]
            if tag.startswith("B-") and open_label in KINDS:
                spans.append((start, len(text), KINDS[open_label]))
        yield text, spans


def of_articles(files: Iterable[Path]) -> Iterator[Example]:
    """The runs of the annotated articles, without the unseen half."""
    gold = {
        entry["id"]: entry
        for entry in yaml.safe_load(GOLD.read_text(encoding="utf-8"))["articles"]
        if entry["half"] != "unseen"
    }
    for file in files:
        for record in records(file):
            entry = gold.pop(record["id"], None)
            if entry is None:
                continue
            read = read_article(SourceRecord(path="a", text=record["body"]))
            body = read.body if read else ""
            spans = [
                (at, at + len(form), kind)
                for group, kind in GROUPS.items()
                for each in entry[group]
                for form in each["forms"]
                for at in places_of(form, body)
            ]
            yield from of_text(body, spans)


def places_of(form: str, text: str) -> Iterator[int]:
    """Where ``form`` stands in ``text`` as whole words."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield at
        at = text.find(form, at + 1)


def of_text(text: str, spans: list[Labelled]) -> Iterator[Example]:
    """The runs of ``text``, each with the label of the span that it is."""
    tokens = tokenize("body", text)
    for start, end in runs(tokens):
        left, right = tokens.starts[start], tokens.ends[end - 1]
        # The longest of the spans that touch it is what an annotator meant.
        touching = [each for each in spans if each[0] < right and left < each[1]]
        exact = [each[2] for each in touching if each[:2] == (left, right)]
        label = exact[0] if exact else "mixed" if touching else "none"
        yield properties(tokens, start, end), label


def learn(examples: list[Example]) -> Weights:
    """The weights that tell the labels of ``examples`` best."""
    counts = Counter(name for names, _ in examples for name in set(names))
    ready = [
        ([name for name in dict.fromkeys(names) if counts[name] >= FEWEST], LABELS.index(label))
        for names, label in examples
    ]
    values: dict[str, list[float]] = {}
    squares: dict[str, list[float]] = {}
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(ready)
        for names, right in ready:
            likely = probabilities(
                scores({n: tuple(values[n]) for n in names if n in values}, names)
            )
            for name in names:
                value = values.setdefault(name, [0.0] * len(LABELS))
                square = squares.setdefault(name, [1e-3] * len(LABELS))
                for at, chance in enumerate(likely):
                    slope = chance - (at == right)
                    if abs(slope) >= 1e-3:
                        slope += SHRINK * value[at]
                        square[at] += slope * slope
                        value[at] -= RATE * slope / math.sqrt(square[at])
    return {name: tuple(value) for name, value in values.items() if max(map(abs, value)) >= LEAST}


def measured(learned: Weights, examples: Iterable[Example], least: float) -> str:
    """Precision and recall of each kind, where a guess must be as likely as ``least``."""
    tally: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for names, label in examples:
        likely = probabilities(scores(learned, names))
        best = max(range(len(LABELS)), key=likely.__getitem__)
        guess = LABELS[best] if likely[best] >= least else "none"
        if guess in GROUPS.values():
            tally[guess][0 if guess == label else 1] += 1
        if label in GROUPS.values() and guess != label:
            tally[label][2] += 1
    return "  ".join(
        f"{kind} P {right / max(1, right + wrong):.3f} R {right / max(1, right + missed):.3f}"
        for kind, (right, wrong, missed) in sorted(tally.items())
    )


if __name__ == "__main__":
    main()
