"""Numbers that are no figures: labels, times, scores, idioms, what the text only announces."""

from __future__ import annotations

import pytest

from index.article import Figure
from index.figures import find_figures


def _read(body: str, title: str | None = None) -> tuple[Figure, ...]:
    return find_figures(
        title, body, published="2025-06-20", people=(), agencies=(), places=(), quotes=()
    )


@pytest.mark.parametrize(
    "body",
    [
        "Rapat itu digelar Selasa (16/7/2024) pukul 16.46 WIB.",
        "Korban, SR (37), ditemukan di rumah.",
        "Perempuan berusia 37 tahun itu pulang.",
        "Pelaku dijerat Pasal 4 dan Pasal 10 UU Nomor 21 Tahun 2007.",
        "Kantor Imigrasi Kelas II dan Subdit 4 hadir di Lantai 9.",
        "Ancaman maksimal 15 tahun penjara dan denda Rp600 juta menanti.",
        "Indonesia menang 2-1 atas lawannya.",
        "Hubungi 0812-3456-7890 atau SAPA 129.",
        "Mereka terbang dari Terminal 3 dengan nomor penerbangan AK 336.",
        "Batam salah satu jalur yang rawan bagi kedua negara.",
        "Korban diperiksa satu per satu.",
        "Pandemi Covid-19 dan berkas P-21 disebut.",
        "Ini pertemuan dua negara di satu titik.",
        "Sejak 2020 ia bekerja selama 18 jam sehari.",
        "Kapal berlayar ke Kepulauan Seribu.",
        "Alamatnya Jalan Melati 12, RT 07 RW 02.",
        "1. Pendahuluan\n2. Isi",
        "Pada 2023 WNI itu pergi.",
    ],
)
def test_traps_are_no_figures(body: str) -> None:
    assert _read(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        # What the text itself goes on to list.
        "Ada tiga hal yang perlu diingat, dan lima alasan di baliknya.",
        "Rapat membahas tujuh poin dan empat faktor.",
        "Berikut 10 cara melapor.",
        # Idioms.
        "Ini satu-satunya jalan bagi mereka.",
        "Tak satu orang pun melapor.",
        "Di satu sisi mereka takut.",
        "Ia memulai usahanya dari nol.",
        "Mereka berboncengan tiga di atas sepeda motor roda dua.",
        # One that is each, or the same.
        "Pemeriksaan perlu beberapa menit untuk satu orang.",
        "Mereka satu keluarga.",
        "Nama itu berarti satu tujuan.",
        # Two that deal with each other.
        "Hubungan dua negara membaik.",
        "Pertemuan dua pemimpin batal.",
        # What has been named is taken up.
        "Tiga perusahaan kapal itu membantah.",
        # Scores, coordinates, lists, ordinals, names.
        "Timnas menang 2 - 1 di kandang.",
        "Titiknya di 113.19 BT.",
        "Para hakim: 1. Andi 2. Budi 3. Citra",
        "Ini kali ke 40 acara digelar.",
        "Jemaah kembali ke Dua Masjid Suci.",
        "Ia duduk di posisi dua.",
        "Sudah setengah hari ia menunggu dengan setengah hati.",
        "Ia mendarat di garis 12 WIB.",
        # What a law threatens with.
        "Pelaku dapat dijatuhi hingga 12 kali cambuk.",
    ],
)
def test_these_count_nothing(body: str) -> None:
    assert _read(body) == ()
