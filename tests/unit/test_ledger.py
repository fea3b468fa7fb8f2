"""The ledger of an archive: figures with their articles, as corrections have them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive, Cancelled
from index.article import Progress
from index.correction import Correction
from index.reported import Reported

NEWS = [
    {"id": "a", "title": "Polri merilis data", "date": "2024-02-01", "outlet": "Contoh",
     "body": "Polri menangkap 12 tersangka sepanjang Maret 2023. Sebanyak 150 korban "
             "perdagangan orang diselamatkan sepanjang Juni 2022, kata Budi Santoso."},
    {"id": "b", "title": "Korban dipulangkan", "date": "2024-03-01", "outlet": "Berita",
     "body": "Sebanyak 200 korban perdagangan orang dipulangkan dari Kamboja sepanjang 2023, "
             "kata Kepala Polda Bali Budi Santoso. Kasus serupa terus ditangani petugas di sana "
             "sejak lama, dan keluarga menunggu di bandara."},
    {"id": "c", "title": "Rapat", "date": "2024-01-01", "outlet": "Contoh",
     "body": "Rapat kerja membahas perdagangan orang tanpa satu pun angka yang baru."},
]  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    source = tmp_path / "news.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in NEWS), encoding="utf-8")
    with Archive.create(tmp_path / "archive") as made:
        made.add([source])
        yield made


def texts(rows: list[Reported]) -> list[str]:
    return [row.figure.text for row in rows]


def test_the_figures_of_all_hits_with_their_articles(archive: Archive) -> None:
    rows = archive.ledger("korban")
    articles = list(archive.articles(hit.id for hit in archive.search("korban").hits))
    # The reasons are not read: everything else is as the article has it.
    assert [(row.article, row.figure.text, row.figure.measure) for row in rows] == [
        (article.id, figure.text, figure.measure)
        for article in articles
        for figure in article.annotations.figures
    ]
    assert {row.outlet for row in rows} == {"Contoh", "Berita"}
    assert {row.published for row in rows} == {"2024-02-01", "2024-03-01"}
    assert {row.title for row in rows} == {"Polri merilis data", "Korban dipulangkan"}


def test_only_among_these_and_in_their_order(archive: Archive) -> None:
    ids = [hit.id for hit in archive.search("", sort="oldest").hits]
    rows = archive.ledger(among=ids)
    assert list(dict.fromkeys(row.article for row in rows)) == ids[1:]
    assert archive.ledger(among=ids[:1]) == []
    assert archive.ledger("tersangka", among=ids[2:]) == []


def test_only_those_that_the_query_asks_for(archive: Archive) -> None:
    asked = archive.ledger("angka:korban>100", asked=True)
    assert {row.figure.measure for row in asked} == {"victims"}
    assert len(archive.ledger("angka:korban>100")) > len(asked)
    # Without a condition on figures, all are asked for.
    assert archive.ledger("korban", asked=True) == archive.ledger("korban")


def test_one_figure_must_meet_what_stands_together(archive: Archive) -> None:
    # The one article has 150 victims of 2022, and suspects of 2023.
    assert archive.count("angka:korban periode:2022").total == 1
    assert archive.count("angka:korban>100 angka:tersangka").total == 1
    assert archive.count("angka:korban periode:2023 tersangka").total == 0
    found = archive.count("angka:korban:100..180 periode:2023")
    assert found.total == 0
    assert any("different ones" in each.message for each in found.diagnostics)
    assert archive.count("angka:korban:100..180 (periode:2022 OR periode:2023)").total == 1
    rows = archive.ledger("angka:tersangka,korban periode:2022", asked=True)
    assert {row.figure.period for row in rows} == {"2022-06"}


def test_where_the_figures_that_are_asked_for_stand(archive: Archive) -> None:
    article = archive.article(archive.search("angka:korban periode:2022").hits[0].id)
    forms = [each.form for each in archive.matches("angka:korban periode:2022", article)]
    assert forms == [f.text for f in article.annotations.figures if f.period == "2022-06"]


@pytest.mark.parametrize(
    "correction",
    [
        Correction("rename", "person", "Budi Santoso", to="Budi Santosa"),
        Correction("merge", "agency", "Polri", to="Kepolisian Negara"),
        Correction("rename", "place", "Kamboja", to="Kerajaan Kamboja"),
        Correction("reject", "person", "Budi Santoso"),
        Correction("reject", "figure", "12 tersangka"),
        Correction("alias", "agency", "Polda Bali", form="Kepala Polda Bali Budi Santoso"),
    ],
    ids=lambda correction: f"{correction.operation} {correction.kind}",
)
def test_corrections_hold_as_in_the_articles(archive: Archive, correction: Correction) -> None:
    before = archive.ledger()
    archive.correct(correction)
    rows = archive.ledger()
    read = [
        (article.id, figure.text, figure.speaker, figure.place, figure.agency)
        for article in archive.articles(archive.newest())
        for figure in article.annotations.figures
    ]
    assert read == [
        (row.article, row.figure.text, row.figure.speaker, row.figure.place, row.figure.agency)
        for row in rows
    ]
    if correction.kind == "figure":
        assert correction.name in texts(before)
        assert correction.name not in texts(rows)


def test_a_text_that_was_printed_twice_is_read_once_for_voices(tmp_path: Path) -> None:
    words = " ".join(f"kata{number}" for number in range(80))
    body = f"Polri menangkap 12 tersangka di Batam. {words}."
    twice = [{"id": name, "title": "Penangkapan", "body": body, "outlet": name} for name in "xy"]
    source = tmp_path / "twice.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in twice), encoding="utf-8")
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([source])
        assert len(archive.ledger("tersangka")) == 2 * len(archive.ledger("tersangka", voices=True))


def test_it_says_how_far_it_is_and_can_be_stopped(archive: Archive) -> None:
    steps: list[Progress] = []
    archive.ledger(progress=steps.append)
    assert steps[-1] == Progress("ledger", 3, 3)
    with pytest.raises(Cancelled):
        archive.ledger(cancelled=lambda: True)


def test_a_query_that_cannot_be_run_has_no_figures(archive: Archive) -> None:
    assert archive.ledger("foo:bar") == []
