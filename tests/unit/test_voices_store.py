"""The archive's groups follow every article that comes, changes or goes, in whatever order."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.store.copies import CopyTable
from index.store.database import Database

WORDS = [f"kata{number}" for number in range(400)]


def report(seed: int, *, length: int = 120) -> str:
    """A text of its own for every ``seed``."""
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(length))


def rewritten(text: str, seed: int, *, share: float = 0.04) -> str:
    """``text`` with some of its words changed."""
    chosen = random.Random(seed)
    return " ".join(
        chosen.choice(WORDS) if chosen.random() < share else word for word in text.split()
    )


# Three families of copies, a shortened copy, a text of its own, and what is too short to be filed.
BODIES = [
    report(1), rewritten(report(1), 11), rewritten(report(1), 12), report(1).upper(),
    report(2), rewritten(report(2), 21, share=0.02), " ".join(report(2).split()[:60]),
    report(3), rewritten(report(3), 31, share=0.1), rewritten(report(3), 32, share=0.1),
    rewritten(rewritten(report(3), 31, share=0.1), 33, share=0.1),
    report(4), "terlalu pendek", "terlalu pendek",
]  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.create(tmp_path / "archive.sqlite")
    with database.transaction():
        CopyTable(database).rebuild()
    yield database
    database.close()


def insert(database: Database, number: int, body: str, published: str | None = None) -> None:
    database.connection.execute(
        "INSERT INTO articles (number, id, fingerprint, path, published, body, captions, change)"
        " VALUES (?, ?, ?, '', ?, ?, '[]', 0)",
        (number, f"id{number}", str(number), published, body),
    )


def add(database: Database, table: CopyTable, *articles: tuple[int, str]) -> set[int]:
    with database.transaction():
        for number, body in articles:
            insert(database, number, body)
            table.put(number, body)
        return table.regroup()


def state(database: Database) -> dict[str, tuple[str | None, int]]:
    """For each article its representative's id and its number of copies, by id."""
    rows = database.connection.execute(
        "SELECT articles.id, first.id, articles.copies FROM articles"
        " LEFT JOIN copy_articles ON article = articles.number"
        " LEFT JOIN articles AS first ON first.number = representative"
    )
    return {identifier: (first, copies) for identifier, first, copies in rows}


def test_an_agency_copy_is_counted_and_shown(database: Database) -> None:
    table = CopyTable(database)
    assert add(database, table, (1, report(1)), (2, report(2))) == set()
    shorter = rewritten(report(1), 5).rsplit(" ", 5)[0]
    assert add(database, table, (3, shorter)) == {1, 3}
    assert table.copies(1) == [3]
    assert table.copies(2) == []
    assert table.of("id3") == ["id1"]
    assert table.of("id9") == []
    assert table.voices([1, 2, 3]) == {1: 1, 2: 2, 3: 1}
    assert table.all_groups() == {"id1": 1, "id3": 1}
    assert {identifier: copies for identifier, (_, copies) in state(database).items()} == {
        "id1": 1, "id2": 0, "id3": 1,
    }  # fmt: skip


def test_many_of_the_same_text_are_one_group(database: Database) -> None:
    table = CopyTable(database)
    add(database, table, *((number, report(1)) for number in range(1, 41)))
    assert len(table.copies(7)) == 39
    assert database.number("SELECT count(*) FROM copy_texts") == 1


def test_a_short_page_is_filed_nowhere(database: Database) -> None:
    table = CopyTable(database)
    add(database, table, (1, "Halaman tidak ditemukan"), (2, "Halaman tidak ditemukan"))
    assert table.all_groups() == {}
    with database.transaction():
        table.remove(1)


def test_the_first_published_stands_for_the_group(database: Database) -> None:
    table = CopyTable(database)
    with database.transaction():
        for number, published in ((1, None), (2, "2024-05-02"), (3, "2024-05-01")):
            insert(database, number, rewritten(report(1), number, share=0.02), published)
            table.put(number, rewritten(report(1), number, share=0.02))
        table.regroup()
    assert table.voices([1, 2, 3]) == {1: 3, 2: 3, 3: 3}
    assert table.copies(1) == [3, 2]
    with database.transaction():
        database.connection.execute("UPDATE articles SET published = NULL WHERE number = 3")
        assert table.regroup([3]) == {1, 2, 3}
    assert table.voices([1]) == {1: 2}


def test_a_group_shrinks_and_vanishes_with_its_articles(database: Database) -> None:
    table = CopyTable(database)
    add(database, table, *((n, rewritten(report(1), n, share=0.02)) for n in (1, 2, 3)))
    for number, left in ((1, {2, 3}), (2, {3})):
        with database.transaction():
            table.remove(number)
            database.connection.execute("DELETE FROM articles WHERE number = ?", (number,))
            assert table.regroup() == left
    assert state(database) == {"id3": (None, 0)}
    assert database.number("SELECT count(*) FROM copy_links") == 0
    assert database.number("SELECT count(*) FROM copy_texts") == 1


def test_a_changed_article_leaves_its_group_and_finds_another(database: Database) -> None:
    table = CopyTable(database)
    add(database, table, (1, report(1)), (2, report(1)), (3, report(2)))
    with database.transaction():
        body = rewritten(report(2), 7)
        database.connection.execute("UPDATE articles SET body = ? WHERE number = 2", (body,))
        table.put(2, body)
        assert table.regroup() == {1, 2, 3}
    assert table.all_groups() == {"id2": 2, "id3": 2}


def test_a_bridge_that_goes_parts_its_banks(database: Database) -> None:
    middle = report(1, length=200)
    first = rewritten(middle, 1, share=0.07)
    last = rewritten(middle, 2, share=0.07)
    table = CopyTable(database)
    add(database, table, (1, first), (2, middle), (3, last))
    together = state(database)
    with database.transaction():
        table.remove(2)
        database.connection.execute("DELETE FROM articles WHERE number = 2")
        table.regroup()
    alone = state(database)
    with database.transaction():
        table.rebuild()
    assert state(database) == alone
    assert together["id1"][1] > alone["id1"][1]


def test_an_interrupted_batch_leaves_nothing(database: Database) -> None:
    table = CopyTable(database)
    add(database, table, (1, report(1)))

    def killed() -> None:
        with database.transaction():
            insert(database, 2, report(1))
            table.put(2, report(1))
            table.regroup()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        killed()
    assert state(database) == {"id1": (None, 0)}
    assert add(database, table, (2, rewritten(report(1), 1))) == {1, 2}


def test_keys_of_another_scheme_are_made_anew(database: Database) -> None:
    table = CopyTable(database)
    assert not table.stale()
    add(database, table, (1, report(1)), (2, report(1)))
    before = state(database)
    with database.transaction():
        database.connection.execute("UPDATE meta SET value = 'older' WHERE key = 'copies'")
    assert table.stale()
    heard: list[tuple[int, int]] = []
    with database.transaction():
        table.rebuild(lambda done, total: heard.append((done, total)))
    assert not table.stale()
    assert state(database) == before
    assert heard == [(1, 2), (2, 2)]


def test_articles_that_are_gone_without_notice_take_their_rows_along(database: Database) -> None:
    table = CopyTable(database)
    add(database, table, (1, report(1)), (2, report(1)))
    with database.transaction():
        database.connection.execute("DELETE FROM articles WHERE number = 1")
        assert table.regroup([2]) == {2}
    assert state(database) == {"id2": (None, 0)}


@contextmanager
def fresh() -> Iterator[Database]:
    with TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / "archive.sqlite")
        database.connection.execute("PRAGMA synchronous = OFF")
        yield database
        database.close()


def batched(numbers: Sequence[int], cuts: Iterable[int]) -> list[Sequence[int]]:
    edges = [0, *sorted(cuts), len(numbers)]
    return [numbers[start:end] for start, end in itertools.pairwise(edges)]


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_any_order_and_any_batches_give_the_same_groups(data: st.DataObject) -> None:
    numbers = list(range(1, len(BODIES) + 1))
    with fresh() as database:
        add(database, CopyTable(database), *zip(numbers, BODIES, strict=True))
        expected = state(database)
    assert sum(copies > 0 for _, copies in expected.values()) >= 9
    order = data.draw(st.permutations(numbers))
    cuts = data.draw(st.sets(st.integers(1, len(numbers) - 1), max_size=4))
    # Some articles come with another text first, some come, go and come again.
    detours = data.draw(st.sets(st.sampled_from(numbers), max_size=4))
    with fresh() as database:
        table = CopyTable(database)
        for batch in batched(order, cuts):
            add(database, table, *((number, BODIES[number - 1]) for number in batch))
            with database.transaction():
                for number in detours.intersection(batch):
                    _detour(database, table, number)
                    table.regroup()
        assert state(database) == expected


def _detour(database: Database, table: CopyTable, number: int) -> None:
    body = BODIES[number - 1]
    if number % 2:
        table.remove(number)
        database.connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        insert(database, number, body)
    else:
        other = BODIES[(number + 4) % len(BODIES)]
        for text in (other, body):
            database.connection.execute(
                "UPDATE articles SET body = ? WHERE number = ?", (text, number)
            )
            table.put(number, text)
            table.regroup()
    table.put(number, body)
