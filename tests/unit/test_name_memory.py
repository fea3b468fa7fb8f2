"""The archive's memory of names: what it recalls and files, and that no order of adding matters."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.archive import Archive, ArchiveError
from index.article import Article, Person
from index.correction import Correction

OFFICE = "Kepala Kantor Imigrasi Palu Surinto Walgeman membuka acara itu pada Senin pagi."
OFFICE_TOO = "Rapat dipimpin Kepala Kantor Imigrasi Palu Surinto Walgeman sampai sore."
SPEECH = "Aturan itu sudah lama ditunggu warga, kata Surinto Walgeman di ruang kerjanya."
BARE = "Warga menilai Surinto Walgeman cakap. Mereka menunggu lama, lalu Walgeman datang."
SHORT = (
    'Kantor itu dibuka lagi. "Semua berkas warga sudah kami periksa satu per satu," '
    "kata Kepala Kantor Imigrasi Palu Walgeman."
)
CASE = "Tersangka Surinto Walgeman ditahan polisi pada Senin malam."
FIRM = "Direktur Utama Lintang Persada menolak menjawab pertanyaan itu kemarin."
FIRM_BARE = "Pembeli menilai Lintang Persada mahal. Mereka memilih yang lain."
OTHER = "Rapat kerja ditutup Kepala Kantor Imigrasi Palu Damar Walgeman malam itu."

Text = tuple[str, str]


def add(archive: Archive, texts: Iterable[Text]) -> None:
    """Adds articles of a date and a body each; the same text is the same article."""
    folder = archive.path.parent / "sources"
    folder.mkdir(exist_ok=True)
    for day, body in texts:
        file = folder / f"{abs(hash((day, body)))}.jsonl"
        record = {"id": f"{day} {body}", "title": "Kabar hari ini", "date": day, "body": body}
        file.write_text(json.dumps(record) + "\n", encoding="utf-8")
        archive.add([file])


def made(folder: Path, *texts: Text) -> Archive:
    archive = Archive.create(folder / "archive")
    add(archive, texts)
    return archive


def holding(archive: Archive, body: str) -> Article:
    found = [each for each in archive.articles(archive.newest()) if each.body == body]
    assert len(found) == 1
    return found[0]


def people(archive: Archive, body: str) -> dict[str, Person]:
    return {person.name: person for person in holding(archive, body).annotations.people}


GIVEN = (("2025-03-01", OFFICE), ("2025-03-05", SPEECH))


def test_a_name_that_other_articles_give_away_is_a_person_without_a_cue(tmp_path: Path) -> None:
    archive = made(tmp_path, ("2025-03-02", BARE))
    assert people(archive, BARE) == {}
    add(archive, GIVEN[:1])
    assert people(archive, BARE) == {}
    add(archive, GIVEN[1:])
    found = people(archive, BARE)["Surinto Walgeman"]
    assert (found.cue, found.from_memory, found.role) == ("memory", True, None)
    assert found.forms == ("Surinto Walgeman", "Walgeman")
    assert [hit.published for hit in archive.search('tokoh:"surinto walgeman"').hits] == [
        "2025-03-05", "2025-03-02", "2025-03-01",
    ]  # fmt: skip


def test_one_kind_of_cue_gives_no_firm_away(tmp_path: Path) -> None:
    archive = made(
        tmp_path,
        ("2025-03-01", FIRM),
        ("2025-03-03", FIRM.replace("kemarin", "lagi")),
        ("2025-03-02", FIRM_BARE),
    )
    assert people(archive, FIRM_BARE) == {}


def test_copies_of_one_text_count_once(tmp_path: Path) -> None:
    rest = (f"Petugas nomor {number} melayani warga dengan ramah." for number in range(40))
    long = " ".join([OFFICE, *rest])
    copies = [(f"2025-03-0{day}", long) for day in (3, 4, 5, 6)]
    archive = made(tmp_path, ("2025-03-02", BARE), *copies)
    assert {each.copies for each in archive.articles(archive.newest()) if each.body == long} == {3}
    assert people(archive, BARE) == {}


def test_who_is_known_for_a_part_in_a_case_is_recalled_nowhere(tmp_path: Path) -> None:
    archive = made(tmp_path, *GIVEN, ("2025-03-02", BARE))
    assert people(archive, BARE)
    add(archive, [("2025-04-01", CASE)])
    assert people(archive, BARE) == {}
    archive.remove([holding(archive, CASE).id])
    assert people(archive, BARE)


def test_one_part_in_a_case_weighs_little_against_an_office_in_many_texts(tmp_path: Path) -> None:
    many = [
        (f"2025-03-{day}", OFFICE.replace("acara itu", f"pertemuan warga yang ke-{day}"))
        for day in range(10, 21)
    ]
    archive = made(tmp_path, *GIVEN, ("2025-03-02", BARE), ("2025-04-01", CASE))
    assert people(archive, BARE) == {}
    add(archive, many)
    assert people(archive, BARE)


def test_a_single_name_with_its_office_is_filed_under_the_full_one(tmp_path: Path) -> None:
    archive = made(tmp_path, ("2025-03-09", SHORT), *GIVEN)
    assert list(people(archive, SHORT)) == ["Walgeman"]
    add(archive, [("2025-03-06", OFFICE_TOO)])
    found = people(archive, SHORT)["Surinto Walgeman"]
    assert (found.full_name, found.from_memory, found.cue) == ("Surinto Walgeman", True, "office")
    assert found.forms == ("Walgeman",)
    assert holding(archive, SHORT).annotations.quotes[0].speaker == "Surinto Walgeman"
    archive.remove([holding(archive, OFFICE_TOO).id])
    assert list(people(archive, SHORT)) == ["Walgeman"]


def test_an_article_that_is_revised_keeps_what_the_memory_knows(tmp_path: Path) -> None:
    archive = made(tmp_path, *GIVEN)
    file = tmp_path / "one.jsonl"
    for body in (BARE, f"{BARE} Antrean itu mengular sampai ke jalan raya."):
        record = {"id": "one", "title": "Kabar hari ini", "date": "2025-03-02", "body": body}
        file.write_text(json.dumps(record) + "\n", encoding="utf-8")
        archive.add([file])
        assert list(people(archive, body)) == ["Surinto Walgeman"]
    assert len(archive.newest()) == 3


@pytest.mark.parametrize(
    ("day", "body"),
    [
        ("2023-01-09", SHORT),  # long before
        ("2025-03-09", SHORT.replace("Palu", "Kendari")),  # another place
        ("2025-03-09", SHORT.replace("Kepala Kantor", "Sekretaris Kantor")),  # another office
        ("2025-03-09", "Kantor dibuka lagi, kata Walgeman kepada para wartawan di sana."),  # none
    ],
)
def test_a_single_name_of_another_time_place_or_office_is_not(
    tmp_path: Path, day: str, body: str
) -> None:
    archive = made(tmp_path, *GIVEN, ("2025-03-06", OFFICE_TOO), (day, body))
    assert "Surinto Walgeman" not in people(archive, body)


def test_two_holders_of_the_name_are_never_joined(tmp_path: Path) -> None:
    archive = made(tmp_path, *GIVEN, ("2025-03-06", OFFICE_TOO), ("2025-03-09", SHORT))
    assert list(people(archive, SHORT)) == ["Surinto Walgeman"]
    add(archive, [("2025-03-10", OTHER)])
    assert list(people(archive, SHORT)) == ["Walgeman"]


def test_a_decision_can_be_rejected(tmp_path: Path) -> None:
    archive = made(tmp_path, *GIVEN, ("2025-03-02", BARE))
    own = holding(archive, BARE).id
    correction = Correction("reject", "person", "Surinto Walgeman", articles=(own,))
    assert archive.correct(correction).changed == 1
    assert people(archive, BARE) == {}
    assert people(archive, SPEECH)
    archive.undo()
    assert people(archive, BARE)


def test_an_archive_can_do_without_it(tmp_path: Path) -> None:
    archive = made(tmp_path, *GIVEN, ("2025-03-02", BARE))
    rules = archive.path / "rules" / "memory.yaml"
    rules.parent.mkdir()
    rules.write_text("recall: off\n", encoding="utf-8")
    assert archive.reread() == 1
    assert people(archive, BARE) == {}
    assert archive.reread() == 0
    rules.write_text("recall: {texts: 2}\n", encoding="utf-8")
    assert any("memory.yaml:1" in fault for fault in archive.check())
    with pytest.raises(ArchiveError, match="'case' is missing"):
        archive.reread()
    rules.unlink()
    assert archive.reread() == 1
    assert people(archive, BARE)


TEXTS = [
    *GIVEN, ("2025-03-02", BARE), ("2025-03-06", OFFICE_TOO), ("2025-03-09", SHORT),
    ("2025-03-10", OTHER), ("2025-04-01", CASE), ("2025-03-11", FIRM), ("2025-03-12", FIRM_BARE),
]  # fmt: skip


def everything(archive: Archive) -> dict[str, Article]:
    found = archive.articles(archive.newest())
    return {each.body: replace(each, path="") for each in found}


@settings(max_examples=8, deadline=None)
@given(st.permutations(TEXTS), st.integers(0, len(TEXTS)), st.integers(0, len(TEXTS) - 1))
def test_what_comes_out_is_the_same_in_any_order_and_read_anew(
    order: list[Text], first: int, gone: int
) -> None:
    """Added in any order, with one taken out again, and all of it read anew."""
    kept = [text for text in TEXTS if text != order[gone]]
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as other,
        made(Path(one), *kept) as straight,
        made(Path(other), *order[:first]) as archive,
    ):
        add(archive, order[first:])
        archive.remove([holding(archive, order[gone][1]).id])
        assert everything(archive) == everything(straight)
        assert archive.reread() == 0
        assert straight.reread() == 0
        assert everything(archive) == everything(straight)
