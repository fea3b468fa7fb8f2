"""Trains the judge of capitalised runs (index/entities/name_model.py) and writes its file.

    python -m tests.bench.train_names --articles FILE.jsonl... --tagged FILE.txt...

``--articles`` are unannotated: what the rules find there by a cue teaches what names look like,
where they find it again without one, what stands beside them; a doubtful run that the rules find
by a cue in two other articles is a name, any other counts as none. Articles of tests/gold are left
out. ``--tagged`` are files with a word and its tag (``B-PER``) a line, sentences parted by blank
lines: IDNer-News-2k (MIT) and NERGrit (Apache 2.0), their training parts.
"""

from __future__ import annotations

import argparse
import math
import random
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from index.entities import name_model
from index.entities.agencies import find_agencies
from index.entities.marks import Marks
from index.entities.memory import remember
from index.entities.naming import no_person
from index.entities.people import find_people
from index.entities.places import find_sites
from index.entities.repeated import believe
from index.entities.tokens import tokenize
from tests.bench.cleaning import records
from tests.bench.names import GOLD

MODEL = Path(name_model.__file__).parent / "lexicon" / name_model.FILE
LONGEST = 12_000
SENTENCES = 8
EPOCHS = 4
RATE = 0.15
# How much an example counts, by where it comes from.
CUED, AGAIN, DOUBTFUL, TAGGED = "cued", "again", "doubtful", "tagged"
Words = tuple[str, ...]


@dataclass(slots=True)
class Example:
    """A run: whether a name, where from, the hashed features of its words and of its place."""

    name: bool
    origin: str
    words: list[int]
    context: list[int]
    key: Words


def main() -> None:
    """Trains and writes the model."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument("--tagged", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--most", type=int, default=15_000, help="articles read at most")
    options = parser.parse_args()
    annotated = {
        entry["id"] for entry in yaml.safe_load(GOLD.read_text(encoding="utf-8"))["articles"]
    }
    bodies = [
        record["body"]
        for file in options.articles
        for record in records(file)
        if record["id"] not in annotated
    ]
    random.Random(1).shuffle(bodies)
    examples = [each for body in bodies[: options.most] for each in from_article(body)]
    known = Counter(each.key for each in examples if each.origin == CUED)
    for each in examples:
        if each.origin == DOUBTFUL and known[each.key] > 1:
            each.name, each.origin = True, AGAIN
    for file in options.tagged:
        examples.extend(from_tagged(file))
    first = fitted(weighed(examples, None), EPOCHS - 1)
    model = fitted(weighed(examples, first), EPOCHS)
    rounded = array("b", [max(-127, min(127, round(x * name_model.SCALE))) for x in model])
    MODEL.write_bytes(zlib.compress(rounded.tobytes(), 9))
    names = sum(each.name for each in examples)
    print(f"{len(examples)} runs, {names} of them names; {MODEL.stat().st_size} bytes")


def from_article(body: str) -> Iterator[Example]:
    """The names that rules find in an article, and the runs that they doubt."""
    marks, cued, again = _read(body[:LONGEST])
    for start, end in cued | again:
        if end - start > 1 and not _shouted(marks, start, end):
            yield _example(marks, start, end, True, CUED if (start, end) in cued else AGAIN)
    seen: Counter[Words] = Counter()
    for start, end in marks.doubtful:
        key = tuple(marks.tokens.keys[start:end])
        seen[key] += 1
        if seen[key] <= 2 and not any(marks.name[start:end]) and not no_person(marks, start, end):
            yield _example(marks, start, end, False, DOUBTFUL)


def from_tagged(file: Path) -> Iterator[Example]:
    """The doubtful runs of a tagged text, and all its names of two words and more."""
    sentences = [
        [line.split() for line in block.split("\n") if line.strip()]
        for block in file.read_text(encoding="utf-8").split("\n\n")
    ]
    for at in range(0, len(sentences), SENTENCES):
        text, spans = _plain(sentences[at : at + SENTENCES])
        marks, _, _ = _read(text)
        tokens = marks.tokens
        for start, end in marks.doubtful:
            first, last = tokens.starts[start], tokens.ends[end - 1]
            if (first, last) in spans:
                yield _example(marks, start, end, True, TAGGED)
            elif not any(a < last and first < b for a, b in spans):
                yield _example(marks, start, end, False, TAGGED)
        begins = {offset: number for number, offset in enumerate(tokens.starts)}
        ends = {offset: number + 1 for number, offset in enumerate(tokens.ends)}
        for a, b in spans:
            if a in begins and b in ends and ends[b] - begins[a] > 1:
                yield _example(marks, begins[a], ends[b], True, AGAIN)


def weighed(
    examples: list[Example], model: list[float] | None
) -> list[tuple[bool, float, list[int]]]:
    """Label, weight and features of each example; what ``model`` takes for a name is no counter."""
    chance = random.Random(2)
    made: list[tuple[bool, float, list[int]]] = []
    for each in examples:
        whole = each.words + each.context
        if each.origin == CUED:
            # The cue beside it must teach nothing: no doubtful run has one.
            made.append((True, 0.7, each.words))
        elif each.origin == AGAIN:
            made.append((True, 1.0, whole))
            if chance.random() < 0.3:
                made.append((True, 0.5, each.words))
        elif each.origin == TAGGED:
            made.append((each.name, 4.0, whole))
        elif model is None or sum(model[feature] for feature in whole) <= -0.5:
            made.append((False, 0.6 if model is None else 1.0, whole))
            if chance.random() < 0.5:
                made.append((False, 0.5, each.words))
    return made


def fitted(examples: list[tuple[bool, float, list[int]]], epochs: int) -> list[float]:
    """The weights of a logistic regression, by gradient steps that shrink with use (AdaGrad)."""
    model = [0.0] * name_model.BUCKETS
    spent = [0.0] * name_model.BUCKETS
    chance = random.Random(3)
    for _ in range(epochs):
        chance.shuffle(examples)
        for name, weight, features in examples:
            total = max(-30.0, min(30.0, sum(model[feature] for feature in features)))
            slope = (1 / (1 + math.exp(-total)) - name) * weight
            if abs(slope) < 1e-4:
                continue
            for feature in features:
                spent[feature] += slope * slope
                model[feature] -= RATE * slope / math.sqrt(spent[feature] + 0.5)
    return model


def _read(text: str) -> tuple[Marks, set[tuple[int, int]], set[tuple[int, int]]]:
    """A text read by the rules alone, the runs found by cues and those found again (tokens)."""
    tokens = tokenize("body", text)
    marks = Marks(tokens, find_agencies(tokens), find_sites(tokens))
    believed = believe([(marks, find_people(marks))], learned=False)
    people = remember([(marks, believed[0])])
    cued = {(each.start, each.end) for each in believed[0]}
    begins = {offset: number for number, offset in enumerate(tokens.starts)}
    ends = {offset: number + 1 for number, offset in enumerate(tokens.ends)}
    spans = {
        (begins[mention.start], ends[mention.end])
        for person in people
        for mention in person.mentions
        if mention.start in begins and mention.end in ends
    }
    return marks, cued & spans, spans - cued


def _example(marks: Marks, start: int, end: int, name: bool, origin: str) -> Example:
    hashed = name_model.bucket
    return Example(
        name,
        origin,
        [hashed(each) for each in name_model.word_features(marks, start, end)],
        [hashed(each) for each in name_model.context_features(marks, start, end)],
        tuple(marks.tokens.keys[start:end]),
    )


def _shouted(marks: Marks, start: int, end: int) -> bool:
    return any(len(word) > 1 and word.isupper() for word in marks.tokens.words[start:end])


def _plain(sentences: list[list[list[str]]]) -> tuple[str, set[tuple[int, int]]]:
    """Tagged sentences as a text, with the spans of its people."""
    text = ""
    spans: list[tuple[int, int]] = []
    for sentence in sentences:
        inside = False
        for word, *_, tag in sentence:
            if text and not text.endswith("\n") and word not in ".,)?!:;":
                text += " "
            start = len(text)
            text += word
            person = tag[2:] in ("PER", "PERSON")
            if person and inside and tag.startswith("I"):
                spans[-1] = spans[-1][0], len(text)
            elif person:
                spans.append((start, len(text)))
            inside = person
        text += "\n"
    return text, set(spans)


if __name__ == "__main__":
    main()
