"""How many warnings of checks inside articles are right, kind by kind, as judged by hand.

    python -m tests.bench.checks --articles FILE.jsonl FILE.jsonl.gz

tests/gold/checks.yaml says by article, kind and place of the figure whether a warning is right. A
warning that nobody has judged is counted apart, and so is a judged one that no longer comes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from index.article import Article, SourceRecord
from index.checks.inside import inside
from index.ingest.annotating import annotate
from index.reading import read_article
from tests.bench.cleaning import records

GOLD = Path(__file__).resolve().parent.parent / "gold" / "checks.yaml"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=Path, nargs="+", required=True, metavar="FILE")
    options = parser.parse_args()
    judged: dict[tuple[Any, ...], bool] = {
        (entry["article"], entry["kind"], *entry["figure"]): entry["right"]
        for entry in yaml.safe_load(GOLD.read_text(encoding="utf-8"))["warnings"]
    }
    articles = {key[0] for key in judged}
    counts: Counter[tuple[str, str]] = Counter()
    for file in options.articles:
        for record in records(file):
            if record["id"] not in articles:
                continue
            for key in warnings_of(record):
                verdict = {True: "right", False: "wrong", None: "not judged"}[judged.get(key)]
                counts[key[1], verdict] += 1
    for (kind, verdict), count in sorted(counts.items()):
        print(f"{kind:<12} {verdict:<10} {count}")
    print(f"judged {len(judged)}, met {sum(counts.values())}")


def warnings_of(record: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Article, kind, part, start and end of each warning."""
    source = SourceRecord(
        path="a.jsonl#1", text=record["body"], title=record.get("title"),
        published=record.get("date"), outlet=record.get("outlet"),
    )  # fmt: skip
    read = read_article(source)
    if read is None:
        return []
    article = Article(
        record["id"], "a.jsonl#1", None, None, read.title, read.outlet, read.published, read.place,
        read.author, read.body, read.captions, annotations=annotate(read),
    )  # fmt: skip
    return [
        (article.id, check.kind, figure.part, figure.start, figure.end)
        for check in inside(article)
        if check.warns
        for figure in (check.figure.figure,)
    ]


if __name__ == "__main__":
    main()
