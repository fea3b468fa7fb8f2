"""The one door: adding, finding, narrowing, and an index that keeps in step."""

from __future__ import annotations

import fcntl
import json
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive, ArchiveError, Cancelled
from index.article import Progress

NEWS = [
    {"id": "a", "title": "Imigrasi menunda paspor", "date": "2024-01-01",
     "body": "Imigrasi Batam menunda penerbitan 12 paspor, kata Budi Santoso."},
    {"id": "b", "title": "Polisi menangkap tersangka", "date": "2024-02-01",
     "body": "Polda Bali menangkap tujuh tersangka perdagangan orang di Denpasar."},
    {"id": "c", "title": "Korban dipulangkan", "date": "2024-03-01",
     "body": "Sebanyak 150 korban perdagangan orang dipulangkan dari Kamboja."},
]  # fmt: skip


def put(folder: Path, records: list[dict[str, str]], name: str = "news.jsonl") -> Path:
    path = folder / name
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    return folder


@pytest.fixture
def archive(tmp_path: Path, source: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "archive") as made:
        made.add([put(source, NEWS)])
        yield made


def titles(archive: Archive, query: str, **options: object) -> list[str | None]:
    return [hit.title for hit in archive.search(query, **options).hits]  # type: ignore[arg-type]


def test_an_empty_query_lists_the_newest_first(archive: Archive) -> None:
    results = archive.search("")
    assert [hit.published for hit in results.hits] == ["2024-03-01", "2024-02-01", "2024-01-01"]
    assert results.total == 3


def test_words_are_found_in_any_form(archive: Archive) -> None:
    assert titles(archive, "penundaan") == ["Imigrasi menunda paspor"]
    assert titles(archive, "=penundaan") == []


def test_a_word_under_way_counts_as_a_beginning_only_while_one_types(archive: Archive) -> None:
    assert archive.search("korb").total == 0
    results = archive.search("korb", typing=True)
    assert (results.query, results.searched, results.total) == ("korb", "korb*", 1)
    assert archive.search("korban", typing=True).searched == "korban"
    assert archive.search('"korb', typing=True).total == 0
    assert archive.search("zzzz", typing=True).searched == "zzzz"


def test_what_matched_is_marked(archive: Archive) -> None:
    article = archive.article(archive.search("penundaan").hits[0].id)
    marked = {mention.form for mention in archive.matches("penundaan", article)}
    assert marked == {"menunda"}


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("angka:korban>100", "150 korban perdagangan orang"),
        ("lembaga:polda", "Polda Bali"),
        ("lembaga:polri+", "Polda Bali"),
        ("tempat:denpasar", "Denpasar"),
        ("tempat:bali+", "Denpasar"),
        ('tokoh:"Budi Santoso"', "Budi Santoso"),
        ("tindak:tppo", "perdagangan orang"),
    ],
)
def test_the_names_and_numbers_that_were_asked_for_are_marked(
    archive: Archive, query: str, marked: str
) -> None:
    (first, *_) = archive.search(query).hits
    article = archive.article(first.id)
    mentions = archive.matches(query, article)
    assert mentions
    assert any(mention.form in marked or marked in mention.form for mention in mentions)
    for mention in mentions:
        assert article.part(mention.part)[mention.start : mention.end] == mention.form


def test_snippets_mark_their_hits(archive: Archive) -> None:
    snippet = archive.search("dipulangkan").hits[0].snippet
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["dipulangkan"]


@pytest.mark.parametrize(
    ("field", "value", "query"),
    [
        ("agency", "Polda Bali", 'lembaga:"Polda Bali"'),
        ("person", "Budi Santoso", 'tokoh:"Budi Santoso"'),
        ("place", "Kamboja", "tempat:Kamboja"),
        ("law", "UU 21/2007", 'uu:"UU 21/2007"'),
        ("offence", "TPPO", "tindak:TPPO"),
        ("figure", "victims=150", "angka:victims=150"),
    ],
)
def test_narrowing_adds_one_condition(archive: Archive, field: str, value: str, query: str) -> None:
    assert archive.narrow("", field, value) == query
    assert archive.narrow("orang", field, value) == f"orang {query}"
    assert archive.narrow(query, field, value) == query


def test_narrowing_holds_for_all_of_an_or(archive: Archive) -> None:
    narrowed = archive.narrow("korban OR tersangka", "place", "Kamboja")
    assert titles(archive, narrowed) == ["Korban dipulangkan"]


def test_narrowing_finds_the_article_that_has_the_entity(archive: Archive) -> None:
    for article in archive.articles(archive.newest()):
        found = article.annotations
        named = [("agency", each.name) for each in found.agencies]
        named += [("person", each.name) for each in found.people]
        named += [("place", each.name) for each in found.places]
        named += [("offence", each.name) for each in found.offences]
        for field, name in named:
            ids = [hit.id for hit in archive.search(archive.narrow("", field, name)).hits]
            assert article.id in ids, (field, name)


def test_figures_are_found_by_their_value(archive: Archive) -> None:
    assert titles(archive, "angka:korban>100") == ["Korban dipulangkan"]
    assert titles(archive, "angka:korban>150") == []


def test_a_search_can_be_kept_to_some_articles(archive: Archive) -> None:
    newest = archive.newest()
    kept = [newest[2], newest[0]]
    assert [hit.id for hit in archive.search("", among=kept).hits] == kept
    assert [hit.id for hit in archive.search("orang", among=kept).hits] == [newest[0]]
    assert archive.search("orang", among=kept, limit=0).total == 1


def test_a_page_is_a_part_of_the_whole(archive: Archive) -> None:
    every = [hit.id for hit in archive.search("orang", sort="title").hits]
    assert [hit.id for hit in archive.search("orang", sort="title", limit=1, offset=1).hits] == (
        every[1:2]
    )


def test_a_search_that_is_taken_back_raises(archive: Archive) -> None:
    with pytest.raises(Cancelled):
        archive.search("orang", cancelled=lambda: True)


def test_a_bad_query_finds_nothing_and_says_why(archive: Archive) -> None:
    results = archive.search("nosuchfield:x")
    assert results.failed
    assert results.total == 0
    assert results.diagnostics[0].fatal


def test_adding_again_adds_nothing(archive: Archive, source: Path) -> None:
    report = archive.add([source])
    assert (report.added, report.changed, report.unchanged) == (0, 0, 3)


def test_a_changed_record_is_changed_in_place_and_keeps_its_tags(
    archive: Archive, source: Path
) -> None:
    (identifier,) = [hit.id for hit in archive.search("dipulangkan").hits]
    archive.tag([identifier], add=["penting"])
    changed = {**NEWS[2], "body": "Sebanyak 151 korban sudah kembali dari Kamboja."}
    # Another record before it moves its number, not its name.
    put(source, [{"id": "new", "body": "Berita lain sama sekali."}, *NEWS[:2], changed])
    report = archive.add([source])
    assert (report.added, report.changed, report.unchanged) == (1, 1, 2)
    assert archive.search("dipulangkan").hits[0].title == "Korban dipulangkan"
    article = archive.article(identifier)
    assert "151" in article.body
    assert article.tags == ("penting",)


def test_another_article_never_takes_the_place_of_one(archive: Archive, source: Path) -> None:
    archive.tag([archive.search("dipulangkan").hits[0].id], add=["penting"])
    other = {**NEWS[2], "title": "Cuaca", "body": "Hujan lebat turun di Bogor sepanjang sore."}
    put(source, [*NEWS[:2], other])
    report = archive.add([source])
    assert (report.added, report.changed, report.unchanged) == (1, 0, 2)
    assert titles(archive, "tag:penting") == ["Korban dipulangkan"]
    assert archive.search("").total == 4


def test_records_without_an_id_are_never_changed_in_place(archive: Archive, source: Path) -> None:
    records = [{"body": "Satu berita tentang imigrasi."}, {"body": "Dua berita tentang paspor."}]
    path = put(source, records, "plain.jsonl")
    archive.add([path])
    archive.tag([hit.id for hit in archive.search("berita tentang").hits], add=["lama"])
    put(source, [{"body": "Nol berita tentang kapal."}, *records], "plain.jsonl")
    report = archive.add([path])
    assert (report.added, report.changed, report.unchanged) == (1, 0, 2)
    assert archive.search("tag:lama").total == 2
    assert archive.search("kapal tag:lama").total == 0


def test_records_with_one_id_are_two_articles(archive: Archive, source: Path) -> None:
    twins = [{"id": "7", "body": "Satu berita."}, {"id": "7", "body": "Lain sama sekali."}]
    path = put(source, twins, "twins.jsonl")
    assert archive.add([path]).added == 2
    report = archive.add([path])
    assert (report.added, report.changed, report.unchanged) == (0, 0, 2)


def test_an_archive_that_cannot_be_written_can_be_read(archive: Archive, tmp_path: Path) -> None:
    archive.close()
    folder = tmp_path / "archive"
    # As on a read-only disk: the log cannot be opened, whoever asks.
    (folder / "archive.sqlite-shm").unlink(missing_ok=True)
    (folder / "archive.sqlite-wal").unlink(missing_ok=True)
    (folder / "archive.sqlite-wal").mkdir()
    with Archive.open(folder) as again:
        assert again.search("menunda").total == 1
        assert again.status().articles == 3


def test_a_long_text_goes_in_and_is_told(archive: Archive, source: Path) -> None:
    body = " ".join(f"Petugas {n} menunda penerbitan paspor sebelas orang." for n in range(3_000))
    report = archive.add([put(source, [{"body": body}], "long.jsonl")])
    assert report.added == 1
    assert "longer than 100,000 characters" in report.problems[0].reason
    assert archive.search("sebelas").total == 1


def test_the_same_text_under_two_paths_is_one_article(archive: Archive, source: Path) -> None:
    put(source, NEWS[:1], "copy.jsonl")
    report = archive.add([source / "copy.jsonl"])
    assert (report.added, report.unchanged, report.copies) == (0, 0, 1)
    again = archive.add([source / "copy.jsonl"])
    assert (again.added, again.unchanged, again.copies) == (0, 1, 0)
    assert archive.search("").total == 3


def test_ids_are_the_same_in_another_archive(archive: Archive, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with Archive.create(tmp_path / "second") as second:
        second.add([put(elsewhere, list(reversed(NEWS)))])
        assert second.newest() == archive.newest()


def test_a_removed_article_is_found_no_more(archive: Archive) -> None:
    ids = [hit.id for hit in archive.search("tersangka").hits]
    assert archive.remove(ids) == 1
    assert archive.search("tersangka").total == 0
    assert archive.check() == ()


def test_an_interrupted_add_goes_on_with_the_next(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.ingest.running.BATCH", 2)
    path = put(source, NEWS)
    seen: list[Progress] = []

    def interrupt(progress: Progress) -> None:
        seen.append(progress)
        if progress.stage == "read" and len(seen) == 3:
            raise KeyboardInterrupt

    with Archive.create(tmp_path / "archive") as archive:
        with pytest.raises(KeyboardInterrupt):
            archive.add([path], progress=interrupt)
        # The whole batch before the interruption is there, and found.
        assert archive.search("").total == 2
        assert archive.search("menunda").total == 1
        report = archive.add([path])
        assert (report.added, report.unchanged) == (1, 2)


def test_a_folder_with_other_files_does_not_become_an_archive(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("x")
    with pytest.raises(ArchiveError, match="other files"):
        Archive.create(tmp_path)


def test_what_a_killed_create_left_becomes_an_archive(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(b"")
    with Archive.create(tmp_path) as archive:
        assert archive.newest() == []


def test_two_archives_on_one_folder_keep_in_step(archive: Archive, source: Path) -> None:
    with Archive.open(archive.path) as other:
        assert other.search("menunda").total == 1
        archive.add([put(source, [{"id": "d", "body": "Imigrasi menunda lagi."}], "d.jsonl")])
        assert other.search("menunda").total == 2
        archive.prepare(rebuild=True)
        assert other.search("menunda").total == 2
        shutil.rmtree(archive.path / "index")
        assert other.search("tersangka").total == 1
        assert archive.search("menunda").total == 2


def test_writers_of_the_index_wait_for_each_other(archive: Archive) -> None:
    stages: list[str] = []
    with (archive.path / "index.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        waiting = threading.Thread(
            target=archive.prepare,
            args=(lambda progress: stages.append(progress.stage),),
            kwargs={"rebuild": True},
        )
        waiting.start()
        while "wait" not in stages:
            time.sleep(0.01)
        assert waiting.is_alive()
    waiting.join(20)
    assert stages[-1] == "rebuild"
    assert archive.search("menunda").total == 1


def test_a_folder_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="not an archive"):
        Archive.open(tmp_path)


def test_an_index_of_another_archive_is_rebuilt(archive: Archive, tmp_path: Path) -> None:
    archive.close()
    state = tmp_path / "archive" / "index" / "state.json"
    kept = json.loads(state.read_text())
    state.write_text(json.dumps({**kept, "archive": "another"}))
    stages: list[str] = []
    with Archive.open(tmp_path / "archive") as again:
        again.prepare(lambda progress: stages.append(progress.stage))
        assert "rebuild" in stages
        assert again.search("menunda").total == 1


def test_the_sentence_of_an_offset(archive: Archive) -> None:
    text = "Satu kalimat. Dua kalimat."
    assert archive.sentence(text, 15) == "Dua kalimat."
    assert archive.sentence(text, 13) == ""
