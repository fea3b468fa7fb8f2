"""People and their roles in sentences written for these tests: one class of print a case."""

from __future__ import annotations

import pytest

from index.article import Person
from index.entities.who import find_names


def people(body: str, title: str | None = None) -> list[Person]:
    return list(find_names(title, body, []).people)


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        # The office before the name, with words that no list has.
        ("Direktur Treasury and Trade Banking BXI Farida Tamsir hadir.", "Farida Tamsir",
         "Direktur Treasury and Trade Banking BXI"),
        ("Kepala Pengawas Bursa Karbon Inar Wijaya mengatakan itu.", "Inar Wijaya",
         "Kepala Pengawas Bursa Karbon"),
        ("Ketua Panitia Pelepasan Siswa Kelas 6, Esi Wulandari mengatakan itu.", "Esi Wulandari",
         "Ketua Panitia Pelepasan Siswa Kelas 6"),
        ("Direktur Penilaian BXI I Gede Nyoman Sutarja menjelaskan itu.", "I Gede Nyoman Sutarja",
         "Direktur Penilaian BXI"),
        ("Pelatih Kota Baru United Pepen Guandi memuji mereka. Kata Pepen Guandi, ya.",
         "Pepen Guandi", "Pelatih Kota Baru United"),
        ("Presiden Ke-9 RI Bram Susilo Raharja hadir.", "Bram Susilo Raharja", "Presiden Ke-9 RI"),
        ("Kepala Bagian Penerangan Umum Polri ketika itu, Kombes Nurul Wiranti, hadir.",
         "Nurul Wiranti", "Kepala Bagian Penerangan Umum Polri"),
        ("Ketua Umum DPP XYZ Jenderal (purn) Sapardi Kambo hadir.", "Sapardi Kambo",
         "Ketua Umum DPP XYZ"),
        ("Ketua Migrant CARE saat ini dijabat oleh Maman Durahman.", "Maman Durahman",
         "Ketua Migrant CARE"),
        # After the name.
        ("Kata Sudarya, Wasekjen Partai Maju, mereka pulang.", "Sudarya", "Wasekjen Partai Maju"),
        ("Kata Cika Hutabarat, Senior Human Resources Director, Argil Indonesia, ya.",
         "Cika Hutabarat", "Senior Human Resources Director"),
        ("Ronny Sompak yang saat itu masih menjabat sebagai Dirjen Imigrasi diam.",
         "Ronny Sompak", "Dirjen Imigrasi"),
        ("Benny Randani (saat itu sebagai Kepala BP2MI) hadir.", "Benny Randani", "Kepala BP2MI"),
        ("Kasat Reskrim Polres Tegal, AKP Budi Santosa, S.H., M.H., hadir.", "Budi Santosa",
         "Kasat Reskrim Polres Tegal"),
        # Parts in a case.
        ("Polisi mencari tersangka KPK Harun Masaku.", "Harun Masaku", "tersangka KPK"),
        ("Hal itu disampaikan oleh Firman Sah, PMI asal Salatiga.", "Firman Sah",
         "PMI asal Salatiga"),
        ("Pelapor dalam hal ini bernama Rina Trining.", "Rina Trining", "pelapor"),
        ("Seorang anak berinisial I (15) menjadi korban.", "I", "korban"),
        ("Kini NE sudah ditetapkan jadi tersangka.", "NE", "tersangka"),
        ("Polisi memeriksa terpidana mati kasus narkoba, Mery Jani Velas, di Cilacap.",
         "Mery Jani Velas", "terpidana mati kasus narkoba"),
        ("Salah satu nasabah BXI Taipei Branch, Novitawati, yang bekerja di sana, senang.",
         "Novitawati", "nasabah BXI Taipei Branch"),
        ("Itu kata pengacara Wilda, Tan Sri Syafik.", "Syafik", "pengacara Wilda"),
    ],
)  # fmt: skip
def test_roles_before_and_after_the_name(body: str, name: str, role: str) -> None:
    found = {person.name: person.role for person in people(body)}
    assert found.get(name) == role


@pytest.mark.parametrize(
    "body",
    [
        "Rumah itu di Jalan Jenderal Gatot Sugondo, Medan.",
        "Mereka dibawa ke RS Siti Fatimah Palembang.",
        "Panitia Turun Tangan Turut hadir.",
        "Koleksi Museum Anjuk Lading dipamerkan. Museum Anjuk Lading berharap ramai.",
        "Warga mengatakan hal itu. Keluarga menjelaskan semuanya.",
        "Bos Dukati soal motor itu diam.",
        "Menurut Bupati Pati, harga naik.",
        "Final Liga Champions ramai. Liga Champions mengubah segalanya. Liga Champions usai.",
    ],
)
def test_streets_houses_and_common_words_are_nobody(body: str) -> None:
    assert people(body) == []


def test_a_name_at_the_start_of_a_sentence_needs_no_more_than_its_verb() -> None:
    assert [person.name for person in people("Donni mengatakan pelaku ditangkap.")] == ["Donni"]


def test_a_name_printed_twice_is_one_name() -> None:
    assert [person.name for person in people("Menurut Benny Benny Randani, ya.")] == [
        "Benny Randani"
    ]


def test_two_spellings_of_a_long_name_are_one_person() -> None:
    found = people("Korban bernama Dini Sera Afrianti. Anak bernama Dini Sera Afriyanti.")
    assert [person.name for person in found] == ["Dini Sera Afrianti"]


def test_a_counted_list_gives_everybody_in_it_the_role() -> None:
    found = people("Sidang dua prajurit TNI, Serka Darmin Hutabara dan Serda Hendri Manulu, usai.")
    assert [(person.name, person.role) for person in found] == [
        ("Darmin Hutabara", "prajurit TNI"),
        ("Hendri Manulu", "prajurit TNI"),
    ]
    found = people(
        "Mereka dibantu empat warga sipil: Agung Pratami, M Abdil Akbari, dan Paul Sitomp."
    )
    assert {person.role for person in found} == {"warga sipil"}
    assert len(found) == 3


def test_somebodys_friend_is_told_by_the_clitic() -> None:
    found = people("Ia diajak temannya, Riski untuk bekerja di Thailand.")
    assert [(person.name, person.role) for person in found] == [("Riski", "teman")]


def test_initials_of_whom_something_was_done_to_are_a_victims() -> None:
    found = people("Seorang wanita berinisial SA (27) diduga disekap di sana.")
    assert [(person.name, person.case_role) for person in found] == [("SA", "korban")]


def test_a_syllable_after_a_hyphen_is_of_the_name() -> None:
    assert [person.name for person in people("Kata Shin Tae-yong, mereka menang.")] == [
        "Shin Tae-yong"
    ]


def test_a_nickname_that_everybody_knows_is_a_person() -> None:
    assert [person.name for person in people("Mereka didukung kekuatan Jokowi.")] == ["Jokowi"]


def test_degrees_are_no_part_of_a_name() -> None:
    found = people("Kepala Sekolah itu, Agung Rahmanta SH MPd menyampaikan hal itu.")
    assert [person.name for person in found] == ["Agung Rahmanta"]
