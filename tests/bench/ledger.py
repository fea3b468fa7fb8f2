"""How fast the ledger is read, and how fast its table answers, on an archive of invented figures.

    python -m tests.bench.ledger [--figures 300000]

Absolute times are of this machine and this moment.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from index.archive import Archive
from index.article import BODY, Annotations, Figure, ReadArticle, Reason, SourceRecord
from index.reported import Reported
from index.store.database import Database
from index.store.writing import ArticleWriter, NewArticle
from tui.ledger.columns import COLUMNS, haystacks
from tui.ledger.frequency import frequency
from tui.ledger.layout import naturals
from tui.ledger.sheet import Sheet

PER_ARTICLE = 5
MEASURES = ("victims", "suspects", "deportation", "passport_deferred", "money", "other")
AGENCIES = [None, *(f"Polda Contoh {number}" for number in range(40))]
SPEAKERS = [None, None, *(f"Pembicara Contoh {number}" for number in range(2000))]
PLACES = [None, *(f"Kota Contoh {number}" for number in range(500))]


def main() -> None:
    """Makes the archive, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=int, default=300_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive"
        Archive.create(path).close()
        database = Database.open(path / "archive.sqlite")
        fill(database, options.figures // PER_ARTICLE)
        database.close()
        with Archive.open(path) as archive:
            ids = archive.newest()
            archive.search("", among=ids[:1])  # which texts are copies is found out once
            begun = time.perf_counter()
            rows = archive.ledger(among=ids)
            took = time.perf_counter() - begun
            print(f"{len(rows)} figures of {len(ids)} articles read in {took:.2f} s: "
                  f"{len(rows) / took:,.0f} figures/s")  # fmt: skip
            table(rows)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            print(f"peak memory of the process: {peak / 1024:.0f} MB")


def table(rows: list[Reported]) -> None:
    """What the table of the interface does with so many rows, each timed."""

    def timed(what: str, action: Callable[[], object]) -> None:
        begun = time.perf_counter()
        action()
        print(f"{what:<34}{(time.perf_counter() - begun) * 1000:>8.0f} ms")

    sheet = Sheet(COLUMNS, rows, haystacks(rows))
    timed("words of all rows", lambda: haystacks(rows))
    timed("widths of the columns", lambda: naturals(sheet))
    for name in ("value", "period", "agency"):
        timed(f"sort by {name}", partial(sheet.sort, name))
    timed("filter by two words", lambda: sheet.search("polda victims"))
    sheet.take_back()
    column = sheet.column("speaker")
    timed("count the speakers", lambda: frequency(sheet.shown, column, lambda row: "person"))


def fill(database: Database, articles: int) -> None:
    """Writes ``articles`` invented articles with ``PER_ARTICLE`` figures each."""
    chance = random.Random(7)
    with database.transaction():
        writer = ArticleWriter(database)
        for number in range(articles):
            fingerprint = f"{number * 2654435761 % 2**64:016x}".ljust(64, "0")
            record = SourceRecord(path=f"/invented/{number}", text="isi")
            published = f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
            read = ReadArticle(f"Judul contoh {number}", "isi " * 500, (), "Contoh", published)
            found = Annotations(figures=tuple(figure(chance) for _ in range(PER_ARTICLE)))
            writer.write(NewArticle(fingerprint, record.path, None, record, read, found))


def figure(chance: random.Random) -> Figure:
    """An invented figure with all that a real one may carry."""
    value = float(chance.randrange(1, 5000))
    start = chance.randrange(1500)
    measure = chance.choice(MEASURES)
    period = f"{chance.randrange(2015, 2025)}-{chance.randrange(1, 13):02}"
    reasons = tuple(
        Reason(field, start + at, start + at + 6)
        for at, field in enumerate(("measure", "period", "place", "agency", "speaker"))
    )
    return Figure(
        f"{value:.0f} orang", value, value, "orang", "orang", measure, period,
        chance.choice(PLACES), chance.choice(SPEAKERS), BODY, start, start + 10,
        agency=chance.choice(AGENCIES), reasons=reasons,
    )  # fmt: skip


if __name__ == "__main__":
    main()
