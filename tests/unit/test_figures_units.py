"""What a number counts: printed behind it, in front of it, left out, or implied."""

from __future__ import annotations

import pytest

from index.article import Figure
from index.figures import find_figures


def _read(body: str, title: str | None = None) -> tuple[Figure, ...]:
    return find_figures(
        title, body, published="2025-06-20", people=(), agencies=(), places=(), quotes=()
    )


def _counted(body: str) -> list[tuple[float | None, str | None]]:
    return [(figure.low, figure.unit) for figure in _read(body)]


def test_seorang_alone_is_an_article() -> None:
    assert _read("Seorang warga melapor ke polisi.") == ()


def test_a_list_of_counts_prints_its_unit_once() -> None:
    figures = _read("Yang dipulangkan 5.800 orang, Lampung 1.800, dan Bali 500.")
    assert [(figure.low, figure.unit) for figure in figures] == [
        (5800, "orang"), (1800, "orang"), (500, "orang"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "text", "unit", "what"),
    [
        ("Ada lebih dari 5.000 orang calon pekerja migran yang ditunda.",
         "lebih dari 5.000 orang", "orang", "calon pekerja migran"),
        ("Terdapat 303 kasus penundaan penerbitan paspor pada bulan ini.",
         "303 kasus penundaan penerbitan paspor", "kasus", "kasus penundaan penerbitan paspor"),
        ("Di sana ada 58.307 orang WNI yang terdaftar.", "58.307 orang WNI", "orang", "WNI"),
        ("Petugas menyita 40 unit ponsel pintar.",
         "40 unit ponsel pintar", "unit", "ponsel pintar"),
    ],
)  # fmt: skip
def test_text_unit_and_what(body: str, text: str, unit: str, what: str) -> None:
    (figure,) = _read(body)
    assert (figure.text, figure.unit, figure.what) == (text, unit, what)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Small counts in words, of any countable noun.
        ("WNI menyebar ke sembilan negara.", [(9, "negara")]),
        ("Listrik ke lima wilayah diputus.", [(5, "wilayah")]),
        ("Acara itu menghadirkan tiga narasumber.", [(3, "narasumber")]),
        ("Mereka keliling ke empat minimarket.", [(4, "minimarket")]),
        ("Panitia menanam ratusan terumbu karang.", [(100, "terumbu")]),
        ("Satu orang tewas dan satu mobil rusak.", [(1, "orang"), (1, "mobil")]),
        # Times and quantities.
        ("Ia sudah dua kali ditangkap.", [(2, "kali")]),
        ("Biayanya naik tiga kali lipat.", [(3, "kali lipat")]),
        ("Pelabuhan itu berjarak 3,6 kilometer dari kota.", [(3.6, "kilometer")]),
        ("Mesinnya bertenaga 600hp.", [(600, "hp")]),
        # Before the number: the head of the phrase.
        ("Jumlah korban perdagangan orang mencapai 34.", [(34, "korban")]),
        # Left out in a row.
        ("Ada tiga tersangka, dua dari Aceh dan satu dari Medan.",
         [(3, "tersangka"), (2, "tersangka"), (1, "tersangka")]),
        ("Ada 34 ribu PMI pulang. Ke Aceh sebanyak 8.900. Kemudian Jawa Tengah 7.400, Bali 500.",
         [(34_000, "PMI"), (8900, "PMI"), (7400, "PMI"), (500, "PMI")]),
        # The count that is large enough has the part.
        ("Ada 6.000 korban dari 21 negara. Sekitar 3.900 di antaranya anak.",
         [(6000, "korban"), (21, "negara"), (3900, "korban")]),
        # Implied by what befell them.
        ("Dua tewas dalam insiden itu.", [(2, "orang")]),
        # Shares.
        ("Dua pertiga penduduk mengungsi.", [(2 / 3, "penduduk")]),
        ("Setengah dari korban adalah anak.", [(0.5, "korban")]),
        ("Bahan bakunya 3/4 impor dari luar.", [(0.75, "impor")]),
        # Years with the months that belong to them.
        ("Terdakwa divonis 2 tahun dan 6 bulan penjara.", [(2.5, "tahun")]),
    ],
)  # fmt: skip
def test_units(body: str, expected: list[tuple[float, str]]) -> None:
    assert _counted(body) == expected


def test_others_and_another_sex_are_no_repetition() -> None:
    assert _counted("Dua korban tewas. Dua korban lainnya dirawat.") == [(2, "korban")] * 2
    found = _read("Yang ditangkap satu orang perempuan dan satu orang laki-laki.")
    assert [figure.what for figure in found] == ["perempuan", "laki-laki"]


def test_two_names_of_one_unit_are_one_figure() -> None:
    assert len(_read("Ada 14 Anak Buah Kapal (ABK) di sana. Sebanyak 14 ABK itu pulang.")) == 1
    assert len(_read("Belasan anak balita sakit.", "Belasan Balita Sakit")) == 1
    assert len(_read("Polisi menyita dua wilayah pedesaan.", "2 Desa Disita")) == 1


def test_the_unit_says_where_it_was_read() -> None:
    body = "Jumlah korban mencapai 34, 12 di antaranya anak."
    reasons = {
        body[reason.start : reason.end]
        for figure in _read(body)
        for reason in figure.reasons
        if reason.field == "unit"
    }
    assert reasons == {"korban"}
