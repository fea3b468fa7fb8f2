"""Attention over time: hits of each month beside all its articles."""

from __future__ import annotations

from pathlib import Path

from index.archive import Archive
from index.series import MonthCount, series


def test_months_without_a_hit_stand_between_those_with_one() -> None:
    whole = {"2024-01": 5, "2024-02": 4, "2024-03": 3, "2024-05": 2, None: 7}
    assert list(series({"2024-02": 1, "2024-05": 2}, whole)) == [
        MonthCount("2024-02", 1, 4), MonthCount("2024-03", 0, 3), MonthCount("2024-05", 2, 2),
    ]  # fmt: skip


def test_undated_articles_come_last() -> None:
    assert list(series({None: 2}, {"2024-01": 5, None: 4})) == [MonthCount(None, 2, 4)]
    assert MonthCount(None, 2, 4).share == 0.5


def test_nothing_hit_gives_nothing() -> None:
    assert list(series({}, {"2024-01": 5})) == []


def article(folder: Path, name: str, day: str, text: str) -> None:
    (folder / f"{name}.md").write_text(
        f"---\ntitle: Judul {name}\ndate: {day}\n---\n{text}\n", encoding="utf-8"
    )


def test_copies_of_one_text_count_once(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    text = "Petugas imigrasi menunda keberangkatan tujuh calon pekerja migran di pelabuhan. " * 6
    article(source, "satu", "2024-01-05", text)
    article(source, "dua", "2024-01-06", text)
    article(source, "tiga", "2024-01-07", "Pasar malam dibuka kembali di kota itu kemarin sore.")
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([source])
        every = archive.search("imigrasi", voices=False)
        once = archive.search("imigrasi", voices=True)
        assert archive.series([hit.id for hit in every.hits]) == (MonthCount("2024-01", 2, 3),)
        assert archive.series([hit.id for hit in once.hits], voices=True) == (
            MonthCount("2024-01", 1, 2),
        )
