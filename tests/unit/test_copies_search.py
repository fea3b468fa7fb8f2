"""Copies of one text in searches: one row that stands for all, exact numbers of both kinds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive

RELEASE = (
    "Kepala Kantor Imigrasi {place} menyampaikan bahwa petugas menggagalkan keberangkatan tujuh "
    "calon pekerja migran yang hendak berangkat tanpa dokumen. Mereka dijanjikan pekerjaan di "
    "sebuah restoran dengan gaji besar, tetapi tidak satu pun memegang visa kerja.\n"
    "Petugas curiga ketika para penumpang memberi jawaban yang berbeda saat ditanya tentang "
    "tujuan perjalanan. Setelah diperiksa lebih jauh, dua di antaranya mengaku telah membayar "
    "seorang perekrut yang kini dicari polisi.\n"
    "Seluruh penumpang dipulangkan ke daerah asal setelah membuat pernyataan, dan berkas perkara "
    "perekrut itu diserahkan kepada penyidik untuk ditindaklanjuti lebih lanjut.\n"
)
OTHER = (
    "Pengadilan menjatuhkan hukuman kepada dua terdakwa perkara perdagangan orang. Jaksa menuntut "
    "hukuman yang lebih berat dan menyatakan banding pada hari yang sama. Petugas pengadilan "
    "menutup sidang tanpa keterangan lain.\n"
)
NEWS = [
    {"id": "1", "outlet": "Satu", "published": "2024-03-02", "body": RELEASE.format(place="Batam")},
    {"id": "2", "outlet": "Dua", "published": "2024-03-03", "body": RELEASE.format(place="Batam")},
    {
        "id": "3",
        "outlet": "Tiga",
        "published": "2024-03-04",
        "body": RELEASE.format(place="Batam").replace("sebuah", "satu"),
    },
    {"id": "4", "outlet": "Empat", "published": "2024-03-05", "body": OTHER},
]


def add(archive: Archive, folder: Path, news: list[dict[str, str]], name: str = "a.jsonl") -> None:
    path = folder / name
    path.write_text("\n".join(map(json.dumps, news)), encoding="utf-8")
    archive.add([path])


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as opened:
        add(opened, tmp_path, NEWS)
        yield opened


def outlets(archive: Archive, query: str, **options: object) -> list[str | None]:
    return [hit.outlet for hit in archive.search(query, **options).hits]  # type: ignore[arg-type]


def test_the_summary_tells_near_copies(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        path = tmp_path / "a.jsonl"
        path.write_text("\n".join(map(json.dumps, NEWS)), encoding="utf-8")
        report = archive.add([path])
    assert (report.added, report.near_copies) == (4, 3)


@pytest.mark.parametrize("query", ["petugas", ""])
def test_voices_are_counted_beside_articles(archive: Archive, query: str) -> None:
    results = archive.search(query)
    assert (results.total, results.voices, len(results.hits)) == (4, 2, 4)
    assert sorted(hit.copies for hit in results.hits) == [0, 2, 2, 2]


@pytest.mark.parametrize("query", ["petugas", ""])
@pytest.mark.parametrize(
    ("sort", "expected"), [("newest", ["Empat", "Tiga"]), ("oldest", ["Satu", "Empat"])]
)
def test_the_first_in_the_order_stands_for_its_copies(
    archive: Archive, query: str, sort: str, expected: list[str]
) -> None:
    assert outlets(archive, query, sort=sort, voices=True) == expected


def test_limit_and_offset_count_voices(archive: Archive) -> None:
    every = outlets(archive, "petugas", sort="newest", voices=True)
    paged = [
        outlets(archive, "petugas", sort="newest", voices=True, limit=1, offset=at)[0]
        for at in range(2)
    ]
    assert paged == every


def test_only_copies_among_the_hits_count(archive: Archive) -> None:
    (hit,) = archive.search("sumber:satu").hits
    assert hit.copies == 0
    assert [hit.copies for hit in archive.search("sumber:satu,dua").hits] == [1, 1]


def test_voices_among_named_articles(archive: Archive) -> None:
    ids = archive.newest()
    results = archive.search("petugas", among=ids[:3], voices=True, sort="newest")
    assert (results.total, results.voices) == (3, 2)
    assert [hit.outlet for hit in results.hits] == ["Empat", "Tiga"]


def test_the_copies_of_an_article_are_listed_earliest_first(archive: Archive) -> None:
    (hit,) = archive.search("sumber:dua").hits
    assert [copy.outlet for copy in archive.copies(hit.id)] == ["Satu", "Tiga"]
    assert archive.article(hit.id).copies == 2
    (alone,) = archive.search("sumber:empat").hits
    assert archive.copies(alone.id) == ()


def test_groups_follow_what_is_removed_and_added(archive: Archive, tmp_path: Path) -> None:
    archive.remove([hit.id for hit in archive.search("sumber:satu").hits])
    assert archive.search("petugas").voices == 2
    assert [hit.copies for hit in archive.search("sumber:dua,tiga").hits] == [1, 1]
    archive.remove([hit.id for hit in archive.search("sumber:dua").hits])
    assert [hit.copies for hit in archive.search("sumber:tiga").hits] == [0]
    add(archive, tmp_path, NEWS, "b.jsonl")
    assert archive.search("petugas").total == 4
    assert archive.search("petugas").voices == 2
