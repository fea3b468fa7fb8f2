"""Parts and their whole, what the parts differ in, and for each of what a number is."""

from __future__ import annotations

import pytest

from index.article import Figure
from index.figures import find_figures


def _read(body: str, title: str | None = None) -> tuple[Figure, ...]:
    return find_figures(
        title, body, published="2025-06-20", people=(), agencies=(), places=(), quotes=()
    )


def _parts(body: str) -> list[tuple[float | None, str | None, str | None]]:
    """Value, text of the whole, and breakdown of every figure that is a part."""
    return [
        (figure.low, body[slice(*figure.whole)], figure.breakdown)
        for figure in _read(body)
        if figure.whole is not None
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ada 111 tersangka, terdiri dari 106 WNI---36 di antaranya perempuan---dan lima WNA.",
         [(106, "111 tersangka", "nationality"), (36, "106 WNI", "sex"),
          (5, "111 tersangka", "nationality")]),
        ("Korbannya 824 orang: 370 perempuan dewasa, 42 anak perempuan, 389 pria dewasa, dan 23 "
         "anak laki-laki.", [(n, "824 orang", "sex") for n in (370, 42, 389, 23)]),
        ("Polisi menangkap 44 orang. Dari jumlah itu, 12 orang ditahan.",
         [(12, "44 orang", "other")]),
        ("Dari 44 orang tersangka itu, 10 orang ditahan.", [(10, "44 orang tersangka", "other")]),
        ("Sebanyak 3 dari 40 WNA ditahan.", [(3, "40 WNA", "other")]),
        ("Ditahan 20 orang asing, yakni 12 warga Bangladesh dan 8 warga Nepal.",
         [(12, "20 orang asing", "nationality"), (8, "20 orang asing", "nationality")]),
        ("Ada tiga tersangka dalam kasus ini. Dua tersangka lainnya sudah ditahan.",
         [(2, "tiga tersangka", "other")]),
        # They add up, though no word says so.
        ("Ada tujuh kasus, dua kasus berat dan lima kasus ringan.",
         [(2, "tujuh kasus", "other"), (5, "tujuh kasus", "other")]),
        ("Bantuan untuk 30 penerima, yakni 10 anak, 15 remaja dan 5 lansia.",
         [(n, "30 penerima", "age") for n in (10, 15, 5)]),
        # Numbers that are set against each other, and unlike things, are no parts.
        ("Jumlah korban naik dari 12 orang menjadi 30 orang.", []),
        ("Harganya turun menjadi Rp3 juta dari Rp5 juta.", []),
        ("Polisi menangkap 40 orang dan menyita 14 paspor.", []),
    ],
)  # fmt: skip
def test_parts(body: str, expected: list[tuple[float, str, str]]) -> None:
    assert _parts(body) == expected


def test_the_words_that_tell_of_a_whole_are_kept() -> None:
    body = "Ada 111 tersangka, terdiri dari 106 WNI dan lima WNA."
    part = _read(body)[1]
    assert {body[r.start : r.end] for r in part.reasons if r.field == "whole"} == {"terdiri dari"}


def test_a_whole_that_was_listed_before_is_that_figure() -> None:
    body = "Polisi menangkap 44 orang. Ada 44 orang itu, yakni 40 pria dan 4 wanita."
    assert [text for _, text, _ in _parts(body)] == ["44 orang"] * 2
    assert {figure.whole for figure in _read(body) if figure.whole} == {(17, 25)}


@pytest.mark.parametrize(
    ("body", "per"),
    [
        ("Korban membayar Rp5 juta per orang.", "orang"),
        ("Korban digaji Rp5 juta sebulan.", "bulan"),
        ("Harganya Rp5.000/kg.", "kg"),
        ("Setiap korban membayar Rp10 juta.", "korban"),
        ("Dua agen menerima masing-masing Rp5 juta.", "agen"),
        ("Mereka mendapat masing-masing Rp5 juta.", "orang"),
        ("Ia berbelanja dua kali dalam sebulan.", "bulan"),
        ("Ada 370 perempuan di sana.", None),
        ("Disiapkan Rp5 juta per Maret.", None),
    ],
)
def test_for_each_of_what(body: str, per: str | None) -> None:
    assert _read(body)[-1].per == per
