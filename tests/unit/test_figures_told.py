"""What an article has told holds on: periods, speakers and places of figures, and their words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import BODY, Agency, Figure, Mention, Person, Place
from index.entities.quotes import find_quotes
from index.figures.find import find_figures
from tests.watch import comes_to_an_end

PUBLISHED = "2025-06-20"
_PEOPLE = ("Budi Wibowo", "Sari Dewi")
_AGENCIES = ("Polda Anu",)
_PLACES = ("Kupang", "Ende", "Pelabuhan Merak", "Jepang")


def _mentions(form: str, body: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(BODY, match.start(), match.end(), form)
        for match in re.finditer(re.escape(form), body)
    )


def read(body: str, title: str | None = None) -> tuple[Figure, ...]:
    people = [Person(name, _mentions(name, body)) for name in _PEOPLE if name in body]
    bodies = [Agency(name, _mentions(name, body)) for name in _AGENCIES if name in body]
    places = [Place(name, _mentions(name, body)) for name in _PLACES if name in body]
    return find_figures(
        title, body, published=PUBLISHED, people=people, agencies=bodies, places=places,
        quotes=find_quotes(body, people, bodies),
    )  # fmt: skip


_RAID = "Polisi menggerebek sebuah rumah pada Sabtu (14/6/2025). "


@pytest.mark.parametrize(
    ("body", "period"),
    [
        # What is told right behind is of the same time.
        (_RAID + "Petugas menangkap 12 orang.", "2025-06-14"),
        (_RAID + "Rumah itu kosong. Petugas menangkap 12 orang.", "2025-06-14"),
        # So is what names the event again, however far behind.
        (_RAID + "Warga kaget. Hujan turun. Jalan ramai. Dalam operasi itu ditangkap 12 orang.",
         "2025-06-14"),
        (_RAID + "Warga kaget. Hujan turun. Jalan ramai. Toko menjual 12 paspor.", None),
        # Not what leads back or aside, what is so now, what is to come, what is at all times.
        (_RAID + "Sebelumnya, petugas menangkap 12 orang.", None),
        (_RAID + "Sebagai informasi, petugas menangkap 12 orang.", None),
        (_RAID + "Saat ini ada 12 orang di sana.", None),
        (_RAID + "Polisi akan memeriksa 12 orang.", None),
        (_RAID + "Upah mereka Rp 5 juta.", None),
        (_RAID + "Desa itu dihuni 12 keluarga setiap tahun.", None),
        # A later time takes its place.
        (_RAID + "Pada Minggu (15/6/2025) rumah dibuka. Petugas menangkap 12 orang.", "2025-06-15"),
        # The sentence behind dates the count that it takes up.
        ("Petugas menangkap 12 orang. Mereka ditemukan pada Sabtu (14/6/2025).", "2025-06-14"),
        ("Petugas menangkap 12 orang. Penangkapan itu terjadi Sabtu (14/6/2025).", "2025-06-14"),
        ("Petugas menangkap 12 orang. Cuaca buruk sejak Sabtu (14/6/2025).", None),
        # A day on which somebody spoke is not told.
        ("Budi Wibowo dihubungi pada Sabtu (14/6/2025). Petugas menangkap 12 orang.", None),
        # A report's span goes on with its counts; a state of one day does not.
        ("Sepanjang 2024 polisi bekerja keras. Polisi menangkap 12 orang.", "2024"),
        ("Hingga Mei 2025 kantor itu tutup. Polisi menangkap 12 orang.", None),
        ("Hingga kuartal I 2025 ditangkap 12 orang.", "2025-03"),
        ("Sejak 2020 hingga paruh pertama tahun 2024 ada 12 kasus.", "2020/2024-06"),
        ("Dari 2020 hingga Mei 2024 ada 12 kasus.", "2020/2024-05"),
        # A date in front of a later clause, a term of office, a target.
        ("Mesin itu punya 12 paspor dan pada 2020 didaulat terbaik.", None),
        ("Bupati Anu periode 2018-2023 menangkap 12 orang.", None),
        ("Anggota DPR 2014-2019 menangkap 12 orang.", None),
        ("Pada tahun 2024 unit itu menangkap 12 orang.", "2024"),
        ("Sesuai Keputusan Nomor M.HH-19 Tahun 2020 ada 12 orang.", None),
        ("Tahun ini, target kami 12 kasus.", "2025"),
        (_RAID + "Warga kaget. Tercatat 12 pos terbakar.", "2025-06-14"),
        ("Jaksa menahan 12 orang dalam kasus tahun anggaran 2018-2020.", None),
        (_RAID + "Polisi juga telah memeriksa 12 orang.", None),
        ("Dalam konferensi pers yang digelar di halaman depan kantor polisi di kota itu, Sabtu "
         "(14/6/2025), kepala kantor hadir. Petugas menangkap 12 orang.", None),
        ("Hingga Mei 2025 tercapai 30 persen dari target sebanyak 12 kasus.", None),
    ],
)  # fmt: skip
def test_the_period_that_is_told(body: str, period: str | None) -> None:
    assert read(body)[-1].period == period


def test_a_title_tells_what_the_lead_dates() -> None:
    (figure,) = read(_RAID + "Warga kaget.", "12 Orang Ditangkap Polisi")
    assert (figure.part, figure.period) == ("title", "2025-06-14")
    assert "period" not in {one.field for one in figure.reasons}


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        # Between two statements of one person the account is his.
        ("Budi Wibowo mengatakan rumah itu kosong. Petugas menangkap 12 orang. "
         '"Kami kaget," kata Budi Wibowo.', "Budi Wibowo"),
        ("Budi Wibowo mengatakan rumah itu kosong. Petugas menangkap 12 orang. "
         '"Kami kaget," kata Sari Dewi.', None),
        ("Budi Wibowo mengatakan rumah itu kosong. Petugas menangkap 12 orang.", None),
        ("Budi Wibowo mengatakan rumah itu kosong. Pihaknya menangkap 12 orang.", "Budi Wibowo"),
        # The sentence behind says who said it.
        ("Petugas menangkap 12 orang. Hal itu disampaikan Budi Wibowo di kantornya.",
         "Budi Wibowo"),
        # What goes before a verb is no part of its statement.
        ("Sebanyak 12 orang ditangkap karena Budi Wibowo menuduh tetangga.", None),
        ("Dilansir dari Kabar Pagi, 12 orang ditangkap.", "Kabar Pagi"),
        ("Budi Wibowo menyoroti jumlah itu, 12 orang berdasarkan data Polda Anu.", "Budi Wibowo"),
    ],
)  # fmt: skip
def test_whose_account_it_is(body: str, speaker: str | None) -> None:
    assert read(body)[-1].speaker == speaker


def test_a_part_is_told_by_who_told_the_whole() -> None:
    figures = read("Polda Anu mencatat 40 kasus. Dari jumlah itu, 12 kasus berat.")
    assert [figure.speaker for figure in figures] == ["Polda Anu", "Polda Anu"]


def test_the_paper_says_itself_what_somebody_repeats() -> None:
    (figure,) = read("Petugas menangkap 12 orang. Budi Wibowo mengatakan 12 orang ditangkap.")
    assert figure.speaker is None


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Ada 12 orang di Kupang dan 30 orang di Ende.", ["Kupang", "Ende"]),
        ("Di Kupang, petugas menangkap 12 orang.", ["Kupang"]),
        ("Pekerja akan kembali ke Kupang sebanyak 120 orang.", ["Kupang"]),
        ("Kupang telah kehilangan 120 orang.", ["Kupang"]),
        ("Sebanyak 12 orang berangkat melalui Pelabuhan Merak.", ["Pelabuhan Merak"]),
        ("Sebanyak 12 orang berangkat ke Jepang.", [None]),
        ("Lembaga yang berbasis di Kupang, menangkap 12 orang.", [None]),
        ("Rumah di Kupang digerebek pada Sabtu (14/6/2025). Petugas menangkap 12 orang.",
         ["Kupang"]),
    ],
)  # fmt: skip
def test_where_it_is(body: str, places: list[str | None]) -> None:
    assert [figure.place for figure in read(body)] == places


def test_the_words_from_which_it_was_read() -> None:
    body = _RAID + '"Kami menangkap 12 orang di Kupang," kata Budi Wibowo.'
    (figure,) = read(body)
    words = {one.field: body[one.start : one.end] for one in figure.reasons}
    assert {field: words[field] for field in ("period", "place", "speaker")} == {
        "period": "Sabtu (14/6/2025)",
        "place": "Kupang",
        "speaker": "kata",
    }


@given(
    st.lists(
        st.sampled_from(
            ["12 orang", "Sabtu (14/6/2025)", "pada", "itu", "Mereka", "penangkapan", ".", "\n",
             '"', "kata Budi Wibowo", "pihaknya", "di Kupang", "Hal itu disampaikan", "sejak 2020",
             "hingga", "Sebelumnya", "saat itu", ",", "Dari jumlah itu", "Dilansir dari Anu"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_words_stand_in_the_body(words: list[str]) -> None:
    body = " ".join(words)
    for figure in read(body):
        for one in figure.reasons:
            assert 0 <= one.start < one.end <= len(body)


@pytest.mark.parametrize(
    "piece",
    ["Pihaknya menangkap 12 orang. ", "Operasi itu 12 orang. ", "12 orang di Kupang, ",
     "Mereka 12 orang Sabtu (14/6). ", "Hal itu disampaikan 12 orang. "],
)  # fmt: skip
def test_long_bodies_come_to_an_end(piece: str) -> None:
    with comes_to_an_end():
        read(piece * (20_000 // len(piece)))
