"""How well articles are cleaned, and how fast, on a collection that is not part of the project.

    python -m tests.bench.cleaning --articles FILE.jsonl FILE.jsonl.gz [--half unseen] [--errors]

FILE holds records with ``id`` and ``body``; tests/gold/cleaning.yaml says by id what a careful
reader keeps. Prints boilerplate lines left per article, the share of the body's characters that
were wrongly cut, the metadata that the text alone gives, then, on all records of the last file,
the share of bodies that still hold a line which looks like boilerplate at a fresh look, the rate
of reading and cleaning on one core, and the memory that it took.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import re
import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from index.article import ReadArticle, SourceRecord
from index.reading import read_article
from index.reading.outlets import outlet_named

GOLD = Path(__file__).resolve().parent.parent / "gold" / "cleaning.yaml"
# The half that is only measured on.
SEALED = "fifth"
FIELDS = ("outlet", "published", "place", "author")
# What somebody who knows none of the rules would look for; kept apart from them on purpose.
SUSPECT = re.compile(
    r"^\W*(?:baca (?:juga|selengkapnya|artikel|berita)|lihat juga|simak (?:juga|video)|tonton"
    r"|advertisement|scroll to|berita (?:terkait|lainnya|terpopuler)|artikel terkait|terpopuler"
    r"|share|bagikan|komentar|tags?\s?:|copyright|©|hak cipta|dilarang (?:keras|meng)"
    r"|ikuti .{0,40}(?:google news|whatsapp|telegram)|dapatkan .{0,40}(?:whatsapp|telegram)"
    r"|editor\s?:|reporter\s?:|penulis\s?:|pewarta\s?:|\[gambas|halaman (?:selanjutnya|berikut))"
    r"|(?:saluran|channel|kanal) (?:whatsapp|telegram)|google news\W*$|^\W*\(\w{2,4}/\w{2,4}\)\W*$",
    re.IGNORECASE,
)


@dataclass
class Tally:
    """Sums over the annotated articles."""

    articles: int = 0
    boilerplate: int = 0
    left: int = 0
    characters: int = 0
    cut: int = 0
    right: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument(
        "--half", choices=("development", "unseen", "fresh", "last", "fourth", "fifth")
    )
    parser.add_argument("--errors", action="store_true", help="print each error")
    options = parser.parse_args()
    if options.errors and options.half == SEALED:
        parser.error(f"the errors of the half {SEALED!r} are not to be looked at")
    bodies = {record["id"]: record["body"] for file in options.articles for record in records(file)}
    tally = Tally()
    for gold in yaml.safe_load(GOLD.read_text(encoding="utf-8"))["articles"]:
        if options.errors and gold["half"] == SEALED:
            continue
        if options.half in (None, gold["half"]) and gold["id"] in bodies:
            compare(gold, bodies[gold["id"]], tally)
    if options.errors:
        print(*tally.errors, sep="\n")
    print(f"articles                    {tally.articles}")
    print(f"boilerplate left an article {tally.left / tally.articles:.3f}"
          f" ({tally.left} of {tally.boilerplate})")  # fmt: skip
    print(f"body wrongly cut            {tally.cut / tally.characters:.3%}")
    for name in FIELDS:
        print(f"{name:<10} right of said    {tally.right[name]}/{tally.said[name]}")
    bodies.clear()
    whole(options.articles[-1])


def records(file: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSONL file, packed or not."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def compare(gold: dict[str, Any], body: str, tally: Tally) -> None:
    """Counts what is right and wrong in one article, read from its text alone."""
    read = read_article(SourceRecord(path="a.txt", text=body))
    if read is None:
        read = ReadArticle(None, "")
    kept = sorted([*gold["body"], *gold["captions"]])
    wanted = [word for start, end in kept for word in words(body[start:end])]
    missing, extra = compared(wanted, words(read.body))
    # Captions stand apart, in whatever order they stood on the page.
    captions = [words(caption) for caption in read.captions]
    cut = [run for run in missing if not any(within(run, caption) for caption in captions)]
    extra += [caption for caption in captions if not within(caption, wanted)]
    tally.articles += 1
    tally.characters += sum(map(len, wanted))
    lost = sum(len(word) for run in cut for word in run)
    tally.cut += lost
    if lost:
        tally.errors.append(f"{gold['id']}: {lost} characters cut, in {len(cut)} places")
    for start, end, kind in gold["boilerplate"]:
        piece = words(body[start:end])
        tally.boilerplate += 1
        if piece and any(stands_in(piece, block) for block in extra):
            tally.left += 1
            tally.errors.append(f"{gold['id']}: {kind} left at {start}-{end}")
    for name in FIELDS:
        count_field(name, gold, read, tally)


def count_field(name: str, gold: dict[str, Any], read: ReadArticle, tally: Tally) -> None:
    """Counts one field of the metadata, where the text has it or the program says that it has."""
    wanted, found = gold[name], getattr(read, name)
    if name == "outlet":
        wanted = outlet_named(wanted) if wanted else None
    if name == "published":
        wanted, found = wanted and str(wanted)[:10], found and found[:10]
    if wanted is None and found is None:
        return
    tally.said[name] += 1
    if str(wanted).casefold() == str(found).casefold():
        tally.right[name] += 1
    else:
        tally.errors.append(f"{gold['id']}: {name} {found!r}, not {wanted!r}")


def words(text: str) -> list[str]:
    """The words of a text, without what stands between them."""
    return re.findall(r"\w+", text)


def within(run: list[str], text: list[str]) -> bool:
    """Whether ``run`` stands in ``text``, one word after the other."""
    return f" {' '.join(run)} " in f" {' '.join(text)} "


def compared(wanted: list[str], printed: list[str]) -> tuple[list[list[str]], list[list[str]]]:
    """The runs of words that only ``wanted`` has, and those that only ``printed`` has."""
    matcher = difflib.SequenceMatcher(None, wanted, printed, autojunk=False)
    missing: list[list[str]] = []
    extra: list[list[str]] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        # A word that was parted or joined is not lost.
        if kind != "equal" and "".join(wanted[first:last]) != "".join(printed[start:end]):
            missing.append(wanted[first:last])
            extra.append(printed[start:end])
    return [run for run in missing if run], [run for run in extra if run]


def stands_in(piece: list[str], block: list[str]) -> bool:
    """Whether half of ``piece`` stands in one run of ``block``."""
    matcher = difflib.SequenceMatcher(None, piece, block, autojunk=False)
    return matcher.find_longest_match().size * 2 >= len(piece)


def whole(file: Path) -> None:
    """Reads and cleans every record of a file; prints suspects, rate and memory."""
    count = suspects = 0
    seconds = 0.0
    for record in records(file):
        source = SourceRecord(
            path="a.jsonl#1",
            text=record["body"],
            title=record.get("title"),
            published=record.get("date"),
            outlet=record.get("outlet"),
            url=record.get("url"),
            author=record.get("author"),
        )
        begun = time.process_time()
        read = read_article(source)
        seconds += time.process_time() - begun
        count += 1
        if read is not None and any(map(SUSPECT.search, read.body.split("\n"))):
            suspects += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{file.name}: {count} articles, {suspects / count:.3%} with a suspect line")
    print(f"{count / seconds:.0f} articles a second of one core, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
