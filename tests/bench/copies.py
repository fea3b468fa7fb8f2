"""How articles are grouped that carry the same text: cost, groups, and the judged pairs.

    python -m tests.bench.copies --articles FILE.jsonl[.gz] [FILE...]

Prints what a signature and an ``add`` cost for each article, the bytes that the tables take, the
groups that come out, and precision and recall on the pairs of ``tests/gold/copies.yaml``, as far as
their articles are in the files. A pair in a group that nobody has judged is printed by its ids.
Absolute times are of this machine and this moment; compare within one run.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import yaml

from index.article import Problem, ReadArticle
from index.reading import read_article
from index.sources import read_sources
from index.store.copies import CopyTable
from index.store.database import Database
from index.voices.likeness import are_copies
from index.voices.signature import keys, scheme
from index.voices.texts import read_text

GOLD = Path(__file__).resolve().parent.parent / "gold" / "copies.yaml"
BATCH = 200
SERIES = 1000


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    articles = list(read(options.articles))
    line("articles", f"{len(articles):,}")
    line("scheme", scheme())
    signatures([article.body for _, article in articles[:2000]])
    with tempfile.TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / "archive.sqlite")
        table = add(database, [article for _, article in articles])
        groups = describe(database, table, len(articles))
        database.close()
    judged(articles, groups)
    with tempfile.TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / "archive.sqlite")
        print(f"\na series of {SERIES:,} articles that differ in a date and three numbers")
        add(database, [daily(number) for number in range(SERIES)])
        database.close()


def read(paths: Iterable[Path]) -> Iterable[tuple[str, ReadArticle]]:
    """The cleaned articles of ``paths`` with the ids that their source gives them."""
    for record in read_sources(paths):
        article = None if isinstance(record, Problem) else read_article(record)
        if article is not None and not isinstance(record, Problem):
            yield record.source_id or record.path, article


def signatures(bodies: Sequence[str]) -> None:
    """What comparing and filing one body takes, apart from the database."""
    texts = [read_text(body) for body in bodies[:100]]  # loads the library
    _ = [keys(text) for text in texts]
    begun = time.perf_counter()
    texts = [read_text(body) for body in bodies]
    between = time.perf_counter()
    _ = [keys(text) for text in texts]
    line("reading a body for comparison", milliseconds(between - begun, len(bodies)))
    line("its keys", milliseconds(time.perf_counter() - between, len(bodies)))


def add(database: Database, articles: Sequence[ReadArticle]) -> CopyTable:
    """Files ``articles`` as ``add`` does, in batches; prints what each took."""
    table = CopyTable(database)
    with database.transaction():
        table.rebuild()
    filing: list[float] = []
    grouping = 0.0
    for start in range(0, len(articles), BATCH):
        with database.transaction() as connection:
            for number, article in enumerate(articles[start : start + BATCH], start + 1):
                connection.execute(
                    "INSERT INTO articles (number, id, fingerprint, path, published, body,"
                    " captions, change) VALUES (?, ?, ?, '', ?, ?, '[]', 0)",
                    (number, f"{number:016x}", str(number), article.published, article.body),
                )
                filing.append(timed(partial(table.put, number, article.body)))
            grouping += timed(table.regroup)
    line("filing an article, mean", milliseconds(sum(filing), len(filing)))
    last = filing[-BATCH * 10 :]
    line("of the last ones: median, slowest", f"{1000 * statistics.median(last):.2f} ms, "
         f"{1000 * max(last):.1f} ms")  # fmt: skip
    line("grouping", milliseconds(grouping, len(articles)))
    return table


def describe(database: Database, table: CopyTable, articles: int) -> dict[int, list[int]]:
    """Prints sizes; gives the numbers of the articles of each group."""
    pages = database.connection.execute(
        "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%copy\\_%' ESCAPE '\\'"
    ).fetchone()[0]
    line("bytes in the database", f"{pages / articles:,.0f} for each article")
    line("loading all groups", milliseconds(timed(table.all_groups), 1))
    groups: dict[int, list[int]] = defaultdict(list)
    for number, first in table.voices(range(1, articles + 1)).items():
        groups[first].append(number)
    groups = {first: numbers for first, numbers in groups.items() if len(numbers) > 1}
    sizes = Counter(map(len, groups.values()))
    line("groups", f"{len(groups):,} of {sum(map(len, groups.values())):,} articles")
    line("groups by size", ", ".join(f"{sizes[size]} of {size}" for size in sorted(sizes)))
    return groups


def judged(articles: Sequence[tuple[str, ReadArticle]], groups: dict[int, list[int]]) -> None:
    """Prints what the judged pairs say of the groups."""
    gold = yaml.safe_load(GOLD.read_text(encoding="utf-8"))
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, (identifier, _) in enumerate(articles, 1):
        numbers[identifier].append(number)
    verdicts: dict[frozenset[int], bool] = {}
    for verdict, pairs in ((True, gold["copies"]), (False, gold["different"])):
        for one, other in pairs:
            for both in itertools.product(numbers[one], numbers[other]):
                verdicts[frozenset(both)] = verdict
    for identifier in gold["both_files"]:
        verdicts.update(
            (frozenset(p), True) for p in itertools.combinations(numbers[identifier], 2)
        )
    found = {
        frozenset(pair)
        for members in groups.values()
        for pair in itertools.combinations(members, 2)
    }
    right = sum(verdicts.get(pair, False) for pair in found)
    known = sum(pair in verdicts for pair in found)
    copies = sum(verdicts.values())
    line("judged pairs", f"{len(verdicts)}, of which {copies} copies")
    line("pairs in groups", f"{len(found)}, of which {known} judged")
    if known and copies:
        line("precision", f"{right / known:.3f} ({known - right} wrong)")
        line("recall of the judged copies", f"{right / copies:.3f} ({copies - right} missed)")
    missed_by_keys = 0
    for missed in (pair for pair, verdict in verdicts.items() if verdict and pair not in found):
        one, other = (read_text(articles[number - 1][1].body) for number in sorted(missed))
        missed_by_keys += are_copies(one, other)
    line("copies that only the keys or the grouping missed", str(missed_by_keys))
    wrong = {pair for pair in found if verdicts.get(pair) is False}
    for what, pairs in (("wrong", wrong), ("not judged", found - verdicts.keys())):
        for members in sorted(map(sorted, pairs)):
            print(f"    {what}:", *(articles[number - 1][0] for number in members))


def daily(number: int) -> ReadArticle:
    """An article of a series: the same words every day, about another day and other prices."""
    day, month = number % 28 + 1, number // 28 % 12 + 1
    prices = [1_000_000 + 1_000 * ((number * step) % 997) for step in (7, 11, 13)]
    body = (
        f"Harga emas batangan hari ini, {day}/{month}, tercatat Rp {prices[0]} per gram di butik. "
        f"Harga beli kembali atau buyback berada pada Rp {prices[1]} per gram, sedangkan harga "
        f"emas setengah gram dipatok Rp {prices[2]} dan belum termasuk pajak. Pembeli yang "
        "memiliki nomor pokok wajib pajak mendapat potongan tarif sesuai aturan yang berlaku, "
        "dan setiap pembelian disertai bukti potong yang dapat diminta di kasir butik terdekat."
    )
    return ReadArticle(None, body, published=f"2024-{month:02}-{day:02}")


def timed(action: Callable[[], object]) -> float:
    """How long ``action`` takes, in seconds."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def milliseconds(seconds: float, parts: int) -> str:
    """The share of one part."""
    return f"{1000 * seconds / parts:.2f} ms"


def line(what: str, value: str) -> None:
    """A line of the report."""
    print(f"{what:<50}{value:>24}")


if __name__ == "__main__":
    main()
