"""Copies of one report are told from follow-ups and from templates; groups do not chain."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.voices.groups import Member, connected, groups, representative
from index.voices.likeness import are_copies, likeness
from index.voices.signature import keys, scheme
from index.voices.texts import COMPARED, LONGEST_BODY, read_text

REPORT = (
    "Petugas imigrasi di bandara menggagalkan keberangkatan 23 calon pekerja migran yang hendak "
    "terbang ke Kamboja lewat Malaysia pada Selasa (14/1/2025). Mereka mengaku akan berwisata, "
    "tetapi tidak dapat menunjukkan tiket pulang maupun pesanan hotel. Kepala kantor mengatakan "
    "para calon pekerja itu dijanjikan gaji Rp 12.000.000 sebulan sebagai operator layanan "
    "pelanggan. Sebagian besar berasal dari dua kabupaten dan baru mengenal perekrut lewat media "
    "sosial. Dua orang yang diduga mengantar mereka diserahkan kepada polisi untuk diperiksa "
    "lebih lanjut. Keluarga yang dihubungi mengira anak mereka bekerja di pabrik di dalam negeri."
)
FOLLOW_UP = (
    " Sehari kemudian penyidik menetapkan seorang pemilik biro perjalanan sebagai tersangka utama "
    "setelah menemukan puluhan paspor dan buku rekening di rumahnya yang berada di pinggir kota."
)
GOLD_PRICE = (
    "Harga emas batangan hari ini, {day}, tercatat Rp {price} per gram di butik. Harga beli "
    "kembali berada pada Rp {back} per gram, sedangkan harga emas setengah gram dipatok lebih "
    "tinggi dan belum termasuk pajak. Pembeli yang memiliki nomor pokok wajib pajak mendapat "
    "potongan tarif sesuai aturan yang berlaku, dan setiap pembelian disertai bukti potong yang "
    "dapat diminta di kasir butik terdekat pada jam kerja."
)


def copies(one: str, other: str) -> bool:
    first, second = read_text(one), read_text(other)
    assert are_copies(first, second) == are_copies(second, first)
    return are_copies(first, second)


# Copies


def test_case_punctuation_and_the_way_of_printing_numbers_are_nothing() -> None:
    printed = REPORT.replace("(14/1/2025)", "14 Januari 2025").replace("12.000.000", "12000000")
    assert read_text(printed.upper()).digest == read_text(REPORT).digest


def test_an_agency_copy_with_another_dateline_and_sign_off_is_a_copy() -> None:
    assert copies(REPORT, f"BATAM, HARIAN KOTA - {REPORT} (abc/def)")


def test_a_light_rewrite_is_a_copy() -> None:
    rewritten = (
        REPORT.replace("menggagalkan", "mencegah")
        .replace("mengatakan", "menyebut")
        .replace("Mereka mengaku", "Rombongan itu mengaku")
        .replace("Sebagian besar", "Kebanyakan")
    )
    assert copies(REPORT, rewritten)


def test_the_first_page_of_a_longer_article_is_a_copy() -> None:
    longer = REPORT + " " + " ".join(f"kalimat lain nomor kata{number}" for number in range(300))
    assert likeness(read_text(REPORT), read_text(longer)).jaccard < 0.2
    assert copies(REPORT, longer)


def test_a_live_report_with_one_changed_number_is_a_copy() -> None:
    before = REPORT + " Tercatat 4 perempuan, 19 laki-laki, 7 anak dan 3 petugas di lokasi."
    assert copies(before, before.replace("7 anak", "8 anak"))


# No copies


def test_a_follow_up_with_the_old_report_as_background_is_none() -> None:
    assert not copies(REPORT, FOLLOW_UP.strip() + " " + REPORT)
    opening = REPORT.split(". ", 2)
    assert not copies(REPORT, FOLLOW_UP * 2 + opening[0] + "." + FOLLOW_UP)


def test_a_series_is_told_apart_by_its_dates() -> None:
    monday = GOLD_PRICE.format(day="Senin (3/2/2025)", price="1.640.000", back="1.490.000")
    tuesday = GOLD_PRICE.format(day="Selasa (4/2/2025)", price="1.640.000", back="1.490.000")
    assert likeness(read_text(monday), read_text(tuesday)).jaccard > 0.8
    assert not copies(monday, tuesday)


def test_a_series_without_dates_is_told_apart_by_its_numbers() -> None:
    one = GOLD_PRICE.format(day="pagi", price="1.640.000", back="1.490.000")
    assert not copies(one, GOLD_PRICE.format(day="pagi", price="1.655.000", back="1.502.000"))


def test_a_series_without_numbers_is_told_apart_by_its_subject() -> None:
    text = (
        "Daftar kampus dengan jurusan {0} terbaik tahun ini disusun lembaga pemeringkat dunia. "
        "Lulusan {0} banyak dicari perusahaan dan kantor pemerintah di berbagai daerah. Calon "
        "mahasiswa dapat memilih {0} lewat jalur prestasi maupun jalur ujian tertulis bersama. "
        "Biaya kuliah berbeda menurut kampus dan kemampuan orang tua masing-masing mahasiswa."
    )
    assert not copies(text.format("Manajemen"), text.format("Informatika"))
    assert copies(text.format("Manajemen"), text.format("Manajemen") + " Selamat memilih.")


def test_short_flashes_are_copies_only_when_they_are_the_same() -> None:
    flash = "Gempa terasa di kota pagi ini dan warga keluar rumah menunggu kabar dari petugas"
    assert len(flash.split()) < COMPARED
    assert copies(flash, flash.upper())
    assert not copies(flash, flash.replace("pagi", "sore"))


# Signatures


def test_keys_are_the_same_everywhere_and_name_their_scheme() -> None:
    # Taken with rensa 0.5.0; archives with keys of another scheme are filed anew.
    assert scheme() == "rensa 0.5 r-minhash 6ebd9a92b2bca385"
    assert keys(read_text(REPORT)) == keys(read_text(REPORT.upper()))


def test_copies_share_keys_and_different_reports_do_not() -> None:
    report = set(keys(read_text(REPORT)))
    assert report & set(keys(read_text(f"BATAM - {REPORT}{FOLLOW_UP}")))
    longer = REPORT + " " + " ".join(f"kata{number}" for number in range(3000))
    assert report & set(keys(read_text(longer)))
    other = GOLD_PRICE.format(day="pagi", price="1", back="2")
    assert not report & set(keys(read_text(other)))


def test_a_short_text_has_no_keys() -> None:
    assert not keys(read_text("Halaman tidak ditemukan"))


@pytest.mark.parametrize(
    "body",
    ["", " ", "A " * 50_000, "7" * 200_000, '"' * 200_000, "x" * 200_000, "1." * 100_000,
     "1/1 " * 50_000, "12 Mei " * 30_000, "\ud800 \U000e0041 \u0130stanbul " * 5_000],
    ids=range(10),
)  # fmt: skip
def test_any_string_can_be_compared(body: str) -> None:
    text = read_text(body)
    assert text.length <= LONGEST_BODY
    assert are_copies(text, read_text(body))
    keys(text)
    likeness(text, read_text(REPORT))


# Groups


def linked(*pairs: tuple[str, str]) -> dict[str, set[str]]:
    links: dict[str, set[str]] = {}
    for one, other in pairs:
        links.setdefault(one, set()).add(other)
        links.setdefault(other, set()).add(one)
    return links


def grouped(links: dict[str, set[str]]) -> list[set[str]]:
    return groups(links, {name: (name,) for name in links})


def test_texts_that_are_copies_of_each_other_are_one_group() -> None:
    assert grouped(linked(("a", "b"), ("b", "c"), ("a", "c"))) == [{"a", "b", "c"}]


def test_a_chain_is_no_group() -> None:
    found = grouped(linked(("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")))
    assert all(len(group) <= 3 for group in found)
    assert {"a", "e"} not in [group & {"a", "e"} for group in found]


def test_no_two_groups_share_a_text() -> None:
    random.seed(1)
    names = "abcdefghijkl"
    pairs = [(one, other) for one in names for other in names if one < other]
    for _ in range(50):
        found = grouped(linked(*random.sample(pairs, 20)))
        assert sum(map(len, found)) == len(set().union(*found))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_groups_do_not_depend_on_the_order_of_links(data: st.DataObject) -> None:
    names = [f"t{number}" for number in range(9)]
    pairs = [(one, other) for one in names for other in names if one < other]
    chosen = data.draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    again = data.draw(st.permutations(chosen))
    one, other = grouped(linked(*chosen)), grouped(linked(*again))
    assert sorted(map(sorted, one)) == sorted(map(sorted, other))
    for group in one:  # every text is a copy of the centre of its group
        assert any(group <= linked(*chosen)[centre] | {centre} for centre in group)


def test_what_is_connected_is_found_from_any_end() -> None:
    links = linked(("a", "b"), ("b", "c")) | {"z": set()}
    assert connected(links, ["c"]) == {"a", "b", "c"}
    assert connected(links, ["z"]) == {"z"}


# Who stands for a group


def member(identifier: str, published: str | None, length: int = 10) -> Member:
    return Member(1, identifier, published, length)


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("2025-01-30", "2025-01-31"),
        ("2025-01-31T09:00:00+07:00", "2025-01-31T09:30:00+07:00"),
        ("2025-01-31T10:00:00+09:00", "2025-01-31T09:00:00+07:00"),
        ("2025-01-31T23:00:00+07:00", "2025-01-31"),
        ("2025-01-31", "2025-01"),
        ("2025-12-31", "2025"),
        ("2025", None),
        ("2025-01-31", "2025-02-01Tnonsense"),
    ],
)
def test_the_first_published_stands_for_a_group(first: str, later: str | None) -> None:
    early, late = member("z", first), member("a", later, 99)
    assert representative([late, early]) == early
    assert representative([early, late]) == early


def test_then_the_longest_and_then_the_id_decide() -> None:
    short, long, same = member("a", None, 5), member("c", None, 9), member("b", None, 9)
    assert representative([short, long]) == long
    assert representative([long, same]) == same
