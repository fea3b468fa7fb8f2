"""Adding again: what is read again, what is updated, what is forgotten, what is lost on a kill."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive, ArchiveError
from index.article import AddReport, Progress
from tests.watch import PATIENCE

# An hour ago: a file that changed within the last moments is read again in any case.
BEFORE = time.time() - 3600


def story(number: int, more: str = "") -> str:
    places = ["Batam", "Dumai", "Nunukan", "Entikong", "Kupang", "Medan", "Malang", "Indramayu"]
    place = places[number % len(places)]
    return (
        f"Polisi di {place} memeriksa {number + 3} saksi pada hari ke-{number + 1}.\n"
        f"Berkas nomor {number} diserahkan kepada jaksa di {place} pekan ini. {more}\n"
    )


def write(folder: Path, name: str, text: str, changed: float = BEFORE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (changed, changed))
    return path


def done(report: AddReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.unchanged, report.forgotten


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(4):
        write(tmp_path / "in", f"{number}.txt", story(number))
    return tmp_path / "in"


@pytest.fixture
def archive(tmp_path: Path, folder: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as opened:
        assert done(opened.add([folder])) == (4, 0, 0, 0)
        yield opened


def test_files_that_look_the_same_are_not_opened(archive: Archive, folder: Path) -> None:
    path = folder / "1.txt"
    os.utime(path, (BEFORE, BEFORE))
    path.chmod(0)
    seen: list[Progress] = []
    report = archive.add([folder], progress=seen.append)
    assert done(report) == (0, 0, 4, 0)
    assert report.problems == ()
    assert not [step for step in seen if step.stage == "read"]


def test_a_changed_file_is_updated_in_place(archive: Archive, folder: Path) -> None:
    (identifier,) = [hit.id for hit in archive.search("dumai").hits]
    archive.tag([identifier], add=["penting"])
    write(folder, "1.txt", story(1, "Tiga orang ditahan."), BEFORE + 10)
    assert done(archive.add([folder])) == (0, 1, 3, 0)
    (hit,) = archive.search("ditahan").hits
    assert (hit.id, hit.tags) == (identifier, ("penting",))


def test_a_file_of_the_same_size_and_time_that_was_just_written_is_read(
    archive: Archive, folder: Path
) -> None:
    now = time.time()
    write(folder, "9.txt", story(9), now)
    archive.add([folder])
    write(folder, "9.txt", story(9).replace("saksi", "warga"), now)
    assert archive.add([folder]).changed == 1


def test_an_article_that_was_removed_comes_back_with_its_file(
    archive: Archive, folder: Path
) -> None:
    archive.remove([hit.id for hit in archive.search("dumai").hits])
    assert done(archive.add([folder])) == (1, 0, 3, 0)


def test_another_mapping_reads_a_file_again(tmp_path: Path) -> None:
    text = json.dumps({"kepala": "Judul Pertama", "body": story(1)}) + "\n"
    path = write(tmp_path, "a.jsonl", text)
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([path])
        assert archive.article(archive.newest()[0]).title is None
        report = archive.add([path], selection=Archive.selection("title=kepala"))
        assert report.added + report.changed == 1
        assert archive.search("judul:pertama").total == 1


def test_vanished_files_stay_until_they_are_pruned(archive: Archive, folder: Path) -> None:
    (folder / "2.txt").unlink()
    assert done(archive.add([folder])) == (0, 0, 3, 0)
    assert archive.search("").total == 4
    assert done(archive.add([folder], prune=True)) == (0, 0, 3, 1)
    assert archive.search("nunukan").total == 0
    assert archive.check() == ()


def test_a_tagged_article_outlives_its_file(archive: Archive, folder: Path) -> None:
    archive.tag([hit.id for hit in archive.search("nunukan").hits], add=["bukti"])
    (folder / "2.txt").unlink()
    report = archive.add([folder], prune=True)
    assert (report.forgotten, report.kept) == (0, 1)
    assert archive.search("tag:bukti").total == 1


def test_a_moved_file_is_the_same_article(archive: Archive, folder: Path) -> None:
    (identifier,) = [hit.id for hit in archive.search("nunukan").hits]
    (folder / "2.txt").rename(folder / "lain.txt")
    report = archive.add([folder], prune=True)
    assert (*done(report), report.copies) == (0, 0, 4, 0, 0)
    assert archive.article(identifier).path.endswith("lain.txt")


def test_pruning_a_folder_leaves_others_alone(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    other = write(tmp_path / "in-other", "a.txt", story(5))
    archive.add([other.parent])
    other.unlink()
    assert archive.add([folder], prune=True).forgotten == 0
    assert archive.search("medan").total == 1


def test_an_empty_folder_may_be_one_that_is_not_mounted(archive: Archive, folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    assert archive.add([folder], prune=True).forgotten == 0
    assert archive.search("").total == 4


def test_a_missing_folder_may_be_on_a_disk_that_is_not_there(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    other = write(tmp_path / "usb", "a.txt", story(5)).parent
    archive.add([other])
    other.rename(tmp_path / "away")
    report = archive.add([other, folder], prune=True)
    assert report.forgotten == 0
    assert any("not there" in problem.reason for problem in report.problems)
    assert archive.search("medan").total == 1


@pytest.mark.parametrize(
    "name", ["cafe\u0301.txt", "a\nb.txt", "dua  spasi.txt", "akhir .txt", "laporan #3"]
)
def test_a_file_with_an_odd_name_is_there(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "in", name, story(1)).parent
    write(folder, "b.txt", story(2))
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([folder])
        assert done(archive.add([folder], prune=True)) == (0, 0, 2, 0)
        assert done(
            archive.add([folder], prune=True, selection=Archive.selection(exclude=["[!b]*"]))
        ) == (0, 0, 1, 0)
        write(folder, name, story(1, "Tiga orang ditahan."), BEFORE + 10)
        assert done(archive.add([folder], prune=True)) == (0, 1, 1, 0)
        (folder / name).unlink()
        assert done(archive.add([folder], prune=True)) == (0, 0, 1, 1)


def test_the_archive_does_not_read_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", story(1))
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    for path in (Path("arsip"), tmp_path / "link" / "arsip"):
        with Archive.create(path) as archive:
            for _ in range(2):
                report = archive.add([tmp_path])
                assert not [each for each in report.problems if "arsip" in each.path]
            assert archive.search("").total == 1


def test_tags_follow_an_article_that_moved_and_then_changed(archive: Archive, folder: Path) -> None:
    (identifier,) = [hit.id for hit in archive.search("dumai").hits]
    archive.tag([identifier], add=["penting"])
    (folder / "1.txt").rename(folder / "neu.txt")
    archive.add([folder])
    write(folder, "neu.txt", story(1, "Tiga orang ditahan."), BEFORE + 10)
    assert done(archive.add([folder])) == (0, 1, 3, 0)
    assert [hit.id for hit in archive.search("tag:penting").hits] == [identifier]


def test_tags_follow_an_article_that_changed_in_two_places(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt"):
        write(tmp_path / "in", name, story(1))
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([tmp_path / "in"])
        archive.tag(archive.newest(), add=["penting"])
        for name in ("x/a.txt", "y/a.txt"):
            write(tmp_path / "in", name, story(1, "Tiga orang ditahan."), BEFORE + 10)
        archive.add([tmp_path / "in"])
        assert archive.search("").total == 1
        assert archive.search("tag:penting ditahan").total == 1


LONG = "".join(story(number) for number in range(8))


def test_a_record_without_an_id_is_mended_in_place(tmp_path: Path) -> None:
    rows = [f'"Berita {number}","{LONG}Nomor {number * 7919}."' for number in range(3)]
    path = write(tmp_path, "a.csv", "\n".join(["judul,isi", *rows]))
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([path])
        (identifier,) = [hit.id for hit in archive.search("judul:1").hits]
        archive.tag([identifier], add=["penting"])
        rows[1] = rows[1].replace("Berita", "Kabar")
        write(tmp_path, "a.csv", "\n".join(["judul,isi", *rows]), BEFORE + 10)
        assert done(archive.add([path])) == (0, 1, 2, 0)
        assert archive.search("").total == 3
        assert archive.search("tag:penting judul:kabar").total == 1


def test_other_articles_in_a_file_that_is_written_anew_take_nobodys_place(tmp_path: Path) -> None:
    for day in range(2):
        lines = [json.dumps({"body": story(number + 4 * day)}) for number in range(4)]
        path = write(tmp_path, "feed.jsonl", "\n".join(lines), BEFORE + day)
        with Archive.create(tmp_path / "archive") as archive:
            assert archive.add([path]).added == 4
    with Archive.open(tmp_path / "archive") as archive:
        assert archive.search("").total == 8


def test_articles_say_where_they_stand_now(tmp_path: Path) -> None:
    lines = [json.dumps({"body": story(number)}) for number in range(3)]
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([path])
        write(tmp_path, "a.jsonl", "\n".join(reversed(lines)), BEFORE + 10)
        assert done(archive.add([path])) == (0, 0, 3, 0)
        paths = sorted(article.path for article in archive.articles(archive.newest()))
        assert paths == [f"{path}#{number}" for number in (1, 2, 3)]
        (article,) = archive.articles([archive.search("nunukan").hits[0].id])
        assert article.path == f"{path}#1"


def test_a_vanished_place_leaves_the_path_of_the_other(tmp_path: Path) -> None:
    for name in ("x/a.txt", "y/a.txt", "x/b.txt"):
        write(tmp_path / name.partition("/")[0], name[2:], story(2 if "b" in name else 1))
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([tmp_path / "x", tmp_path / "y"])
        (tmp_path / "x" / "a.txt").unlink()
        assert archive.add([tmp_path / "x"], prune=True).forgotten == 0
        (hit,) = archive.search("dumai").hits
        assert archive.article(hit.id).path == str(tmp_path / "y" / "a.txt")


def test_records_that_went_before_are_pruned_later(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "body": story(number)}) for number in range(3)]
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([path])
        write(tmp_path, "a.jsonl", "\n".join(lines[1:]), BEFORE + 10)
        assert done(archive.add([path])) == (0, 0, 2, 0)
        assert done(archive.add([path])) == (0, 0, 2, 0)
        assert done(archive.add([path], prune=True)) == (0, 0, 2, 1)


def test_a_problem_of_an_article_that_is_known_is_told_again(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "".join(story(number) for number in range(1_200)))
    with Archive.create(tmp_path / "archive") as archive:
        for _ in range(2):
            (problem,) = archive.add([path]).problems
            assert "100,000" in problem.reason
            assert archive.status().problems == (problem,)


def test_records_that_left_a_file_are_pruned(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "body": story(number)}) for number in range(4)]
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    with Archive.create(tmp_path / "archive") as archive:
        archive.add([path])
        write(tmp_path, "a.jsonl", "\n".join(lines[1:]), BEFORE + 10)
        assert done(archive.add([path], prune=True)) == (0, 0, 3, 1)
        # What a faulty file does not tell is not forgotten.
        write(tmp_path, "a.jsonl", "\n".join([lines[1], "{"]), BEFORE + 20)
        report = archive.add([path], prune=True)
        assert (report.forgotten, len(report.problems)) == (0, 1)


def test_an_excluded_file_is_not_a_vanished_one(archive: Archive, folder: Path) -> None:
    assert (
        archive.add([folder], selection=Archive.selection(exclude=["2.txt"]), prune=True).forgotten
        == 0
    )


def test_problems_are_told_each_time_and_leave_with_their_cause(
    archive: Archive, folder: Path
) -> None:
    path = write(folder, "x.json", "{kaputt")
    for _ in range(2):
        assert len(archive.add([folder]).problems) == 1
    write(folder, "x.json", json.dumps({"body": story(7)}), BEFORE + 10)
    assert archive.add([folder]).problems == ()
    assert archive.status().problems == ()
    path.write_text("{kaputt", encoding="utf-8")
    archive.add([folder])
    path.unlink()
    archive.add([folder])
    assert archive.status().problems == ()


@pytest.mark.parametrize("name", ["boilerplate.yaml", "boilerplate.yml"])
def test_rules_of_the_archive_are_obeyed_and_applied_anew(archive: Archive, name: str) -> None:
    rules = archive.path / "rules"
    rules.mkdir()
    (rules / name).write_text(
        "lines:\n  # our own scraper's mark\n  - {id: own-mark, pattern: 'Berkas nomor 2 .*'}\n",
        encoding="utf-8",
    )
    (identifier,) = [hit.id for hit in archive.search("nunukan").hits]
    archive.tag([identifier], add=["bukti"])
    assert archive.reread() == 1
    article = archive.article(identifier)
    assert "Berkas" not in article.body
    assert article.tags == ("bukti",)
    assert archive.removed(identifier)[0].rule == "own-mark"
    assert archive.search("berkas").total == 3
    assert archive.reread() == 0


def test_a_wrong_rule_names_its_line(archive: Archive, folder: Path) -> None:
    assert archive.check() == ()
    rules = archive.path / "rules"
    rules.mkdir()
    (rules / "boilerplate.yaml").write_text("lines:\n  - {id: x, pattern: '('}\n")
    with pytest.raises(ArchiveError, match=r"boilerplate\.yaml:2"):
        archive.add([folder])
    assert "boilerplate.yaml:2" in archive.check()[0]


def test_watching_adds_what_arrives_and_forgets_what_goes(archive: Archive, folder: Path) -> None:
    stop = threading.Event()
    reports: list[AddReport] = []

    def watch() -> None:
        for report in archive.watch([folder], stop, prune=True):
            reports.append(report)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        write(folder, "neu.txt", story(6), time.time())
        wait_for(lambda: archive.search("malang").total == 1)
        (folder / "0.txt").unlink()
        wait_for(lambda: archive.search("batam").total == 0)
    finally:
        stop.set()
        watching.join(PATIENCE)
    assert not watching.is_alive()


def test_a_watched_file_may_be_put_in_place_again_and_again(archive: Archive, folder: Path) -> None:
    stop = threading.Event()
    watching = threading.Thread(
        target=lambda: [None for _ in archive.watch([folder / "1.txt"], stop)]
    )
    watching.start()
    try:
        for number, word in enumerate(("pertama", "kedua", "ketiga")):
            fresh = write(folder.parent, "fresh", story(1, f"Kali {word}."), BEFORE + number + 1)
            fresh.rename(folder / "1.txt")
            wait_for(lambda word=word: archive.search(word).total == 1)
    finally:
        stop.set()
        watching.join(PATIENCE)


def wait_for(condition: object) -> None:
    deadline = time.monotonic() + PATIENCE
    assert callable(condition)
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


KILLED = """
import sys, os, signal
from pathlib import Path
from index.archive import Archive
from index.store.writing import ArticleWriter

writes, end = 0, int(sys.argv[3])
original = ArticleWriter.write

def write(self, *arguments, **options):
    global writes
    writes += 1
    if writes == end:
        os.kill(os.getpid(), signal.SIGKILL)
    return original(self, *arguments, **options)

ArticleWriter.write = write
import index.ingest.running
index.ingest.running.BATCH = 3
with Archive.create(Path(sys.argv[1])) as archive:
    archive.add([Path(sys.argv[2])])
"""


@pytest.mark.parametrize("end", [1, 4, 8])
def test_a_killed_add_leaves_whole_batches_and_the_next_goes_on(tmp_path: Path, end: int) -> None:
    for number in range(8):
        write(tmp_path / "in", f"{number}.txt", story(number))
    command = [sys.executable, "-c", KILLED, str(tmp_path / "a"), str(tmp_path / "in"), str(end)]
    assert subprocess.run(command, check=False).returncode == -9
    with Archive.create(tmp_path / "a") as archive:
        there = len(archive.newest())
        assert there == (end - 1) // 3 * 3
        assert archive.check() == ()
        assert done(archive.add([tmp_path / "in"]))[0] == 8 - there
        assert archive.search("saksi").total == 8
