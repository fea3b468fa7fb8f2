"""What the figures of one article say of each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import BODY, Annotations, Article, Figure
from index.check import KINDS, SEVERITIES, VERDICTS, Check
from index.checks.cues import cues
from index.checks.inside import inside
from index.checks.values import around, percent_around, step
from index.figures import find_figures
from tests.watch import comes_to_an_end


def _article(body: str, title: str | None = None, *captions: str) -> Article:
    figures = find_figures(
        title, body, published="2024-07-16", people=(), agencies=(), places=(), quotes=()
    )
    figures = tuple(
        replace(figure, approximate=figure.approximate or figure.text.startswith("sekitar"))
        for figure in figures
    )
    return Article(
        "a1", "a", None, None, title, "Contoh", "2024-07-16", None, None, body, captions,
        annotations=Annotations(figures=figures),
    )  # fmt: skip


def _checks(body: str, title: str | None = None, *captions: str) -> list[Check]:
    return list(inside(_article(body, title, *captions)))


def _told(checks: list[Check]) -> list[tuple[str, str]]:
    return [(check.kind, check.verdict) for check in checks]


def _figure(text: str, value: float, unit: str | None = "orang") -> Figure:
    return Figure(text, value, value, unit, None, "persons", None, None, None, BODY, 0, len(text))


# Parts and wholes. The numbers are those that a study of the press verified; the sentences are not.


@pytest.mark.parametrize(
    "body",
    [
        "Ada 824 orang yang ditolong, terdiri dari 370 perempuan dewasa, 42 anak perempuan, "
        "389 pria dewasa, dan 23 anak laki-laki.",
        "Petugas mencatat 1.572 korban, yakni 711 perempuan, 86 anak perempuan, 731 laki-laki "
        "dan 44 anak laki-laki.",
        "Sebanyak 6.941 orang dicegah, yaitu 6.142 orang di bandara dan 799 orang di pelabuhan.",
        "Mereka menahan 20 orang. Dari 20 orang itu, 12 pria dan 8 wanita.",
        "Di sana ada 12 orang (7 pria dan 5 wanita).",
        "Lembaga itu menerima 203 permohonan, lalu 147 permohonan, lalu 150 permohonan, lalu 1.297 "
        "permohonan dan 576 permohonan, sehingga total 2.373 permohonan.",
    ],
)
def test_parts_that_add_up_agree(body: str) -> None:
    (check,) = _checks(body)
    assert (check.kind, check.verdict, check.severity) == ("parts", "agrees", "none")
    assert check.difference == 0


def test_parts_that_do_not_make_the_whole_are_told() -> None:
    (check,) = _checks("Petugas menolong 100 orang, terdiri dari 60 pria dan 38 wanita.")
    assert (check.kind, check.verdict, check.severity) == ("parts", "incomplete", "mild")
    assert (check.expected, check.printed, check.difference) == (98, 100, 2)
    assert [other.figure.text for other in check.others] == ["60 pria", "38 wanita"]


def test_parts_may_overlap_and_are_told_mildly() -> None:
    (check,) = _checks(
        "Dari 752 kasus itu dirinci modusnya, yakni 752 kasus terdiri dari 514 kasus, 219 kasus, "
        "59 kasus dan 9 kasus."
    )
    assert (check.verdict, check.severity, check.expected) == ("exceeds", "mild", 801)


@pytest.mark.parametrize(
    "body",
    [
        # Some of them, not all.
        "Petugas menolong 100 orang, di antaranya 60 pria dan 30 wanita.",
        "Petugas menolong 100 orang, terdiri dari 60 pria, 30 wanita, dan sisanya anak-anak.",
        # A list goes on in the sentence behind it.
        "Ada 90 orang di sana. Rinciannya 40 pria dan 30 wanita. Selain itu 20 anak-anak.",
        # Things of another kind.
        "Petugas menyita 100 paspor dari 40 pria dan 30 wanita.",
        # A breakdown of a part.
        "Ada 20 orang, terdiri dari 12 pria (7 dewasa dan 5 anak) dan 8 wanita.",
        "Ada sekitar 100 orang, terdiri dari 60 pria dan 30 wanita.",
        "Ada 100 orang, terdiri dari sekitar 60 pria dan 30 wanita.",
        # Items without a number of their own.
        "Ada empat WNI, terdiri dari satu warga Riau dan Jambi dan dua dari Aceh.",
        "Ada 100 orang, terdiri dari 60 pria, 30 wanita dan anak-anak.",
        # The other side of a comparison, and lists of something else.
        "Anggarannya Rp94 miliar, naik dari semula Rp91 miliar. Rinciannya meliputi pendapatan "
        "Rp85 miliar, belanja Rp87 miliar dan pembiayaan Rp9 miliar.",
        "Mereka mendapat Rp46 miliar. Rinciannya Rp5 miliar, Rp1 miliar dan Rp3 miliar.",
        # Cut off, not rounded.
        "Anggarannya Rp100,16 miliar, terdiri dari Rp38,9 miliar, Rp32,9 miliar dan Rp28,2 miliar.",
        # Two breakdowns of one whole.
        "Ada 50 orang, terdiri dari 20 pria dan 30 wanita, 10 anak dan 40 dewasa.",
    ],
)
def test_lists_that_need_not_be_whole_are_no_warning(body: str) -> None:
    assert [check for check in _checks(body) if check.warns] == []


def test_rounded_parts_are_allowed_for() -> None:
    (check,) = _checks(
        "Anggaran Rp351,83 miliar itu terdiri dari Rp300,0 miliar dan Rp51,8 miliar."
    )
    assert check.verdict == "agrees"


def test_a_marked_part_is_summed_wherever_it_stands() -> None:
    body = "90 orang".ljust(50) + "30 orang".ljust(70) + "60 orang".ljust(80)
    whole = Figure("90 orang", 90, 90, "orang", None, "victims", None, None, None, BODY, 0, 8)
    parts = [
        Figure(f"{n} orang", n, n, "orang", None, "victims", None, None, None, BODY, at, at + 8,
               breakdown="sex", whole=(0, 8))
        for at, n in ((50, 30), (120, 60))
    ]  # fmt: skip
    article = Article("a", "a", None, None, None, None, None, None, None, body,
                      annotations=Annotations(figures=(whole, *parts)))  # fmt: skip
    (check,) = inside(article)
    assert (check.kind, check.verdict) == ("parts", "agrees")


@given(st.lists(st.integers(1, 5000), min_size=2, max_size=6))
def test_parts_that_add_up_never_warn(parts: list[int]) -> None:
    words = ", ".join(f"{part} orang" for part in parts)
    checks = _checks(f"Jumlahnya {sum(parts)} orang, terdiri dari {words}.")
    assert not any(check.warns for check in checks if check.kind == "parts")


@given(st.lists(st.integers(2, 400), min_size=2, max_size=5), st.sampled_from([2, 10, 1000]))
def test_scaling_a_list_changes_no_verdict(parts: list[int], factor: int) -> None:
    whole = sum(parts) + 3

    def told(times: int) -> list[tuple[str, str]]:
        words = ", ".join(f"{part * times} orang" for part in parts)
        return _told(_checks(f"Jumlahnya {whole * times} orang, terdiri dari {words}."))

    assert told(1) == told(factor)


# Percentages


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Dari 2.041 orang asing, 1.503 orang atau 73,64 persen dideportasi.", "share"),
        ("Sebanyak 1.503 orang (73,64 persen) dari 2.041 orang asing dideportasi.", "share"),
        ("Tindakan itu naik 75,19 persen dari 1.165 kasus menjadi 2.041 kasus.", "change"),
        ("Kasusnya naik dari 1.165 kasus menjadi 2.041 kasus atau 75,19 persen.", "change"),
        ("Ada 1.503 kasus, meningkat 135,21 persen dibandingkan 639 kasus pada 2022.", "change"),
        ("Kasusnya turun dari 200 kasus menjadi 150 kasus atau turun 25 persen.", "change"),
        ("Kursnya Rp16.278 atau melemah 0,07 persen dibanding Rp16.266,5.", "change"),
        ("Kasusnya naik lebih dari 70 persen dari 1.165 kasus menjadi 2.041 kasus.", "change"),
    ],
)
def test_a_percentage_that_its_counts_make_agrees(body: str, kind: str) -> None:
    assert (kind, "agrees") in _told(_checks(body))
    assert not any(check.warns for check in _checks(body))


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        ("Dari 2.041 orang asing, 1.503 orang atau 83,64 persen dideportasi.", "share", 73.64),
        ("Kasusnya naik dari 1.165 kasus menjadi 2.041 kasus atau 57,19 persen.", "change", 75.19),
        (
            "Ada 1.503 kasus, meningkat 35 persen dibandingkan 639 kasus pada 2022.",
            "change",
            135.21,
        ),
        (
            "Kasusnya naik lebih dari 80 persen dari 1.165 kasus menjadi 2.041 kasus.",
            "change",
            75.19,
        ),
    ],
)
def test_a_percentage_that_its_counts_do_not_make_differs(
    body: str, kind: str, expected: float
) -> None:
    (check,) = [each for each in _checks(body) if each.warns]
    assert (check.kind, check.verdict, check.severity) == (kind, "differs", "strong")
    assert check.expected == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    "body",
    [
        # The percentage is of something else.
        "Dari 2.041 orang, 1.503 orang dideportasi, sementara anggaran naik 12 persen.",
        "Harganya naik dari Rp2.000 menjadi Rp3.000. Inflasi 5 persen.",
        "Bagiannya naik dari 20 persen menjadi 30 persen.",
        "Jumlahnya naik dari 100 kasus menjadi 30 orang atau 10 persen.",
        "Nilainya Rp7,95 miliar, naik 10 persen dibanding lalu, dengan surplus Rp2,19 miliar.",
        "Diskon 20 persen membuat harganya turun dari Rp5.149.000 menjadi Rp4.359.000.",
        "Modalnya Rp201 miliar, turun 14 persen, asetnya tumbuh 43 persen dari kas Rp8 miliar.",
    ],
)
def test_a_percentage_without_its_counts_is_left_alone(body: str) -> None:
    assert not any(check.warns for check in _checks(body))


@given(st.integers(10, 9000), st.integers(10, 9000), st.integers(0, 3))
def test_a_rounded_change_never_warns(before: int, after: int, decimals: int) -> None:
    percent = abs(after - before) / before * 100
    if round(percent, decimals) == 0:
        return
    verb = "naik" if after >= before else "turun"
    printed = f"{percent:.{decimals}f}".replace(".", ",")
    body = f"Kasusnya {verb} dari {before} kasus menjadi {after} kasus atau {printed} persen."
    assert not any(check.warns for check in _checks(body))


# Headlines


def test_a_headline_that_says_another_number() -> None:
    body = "Polisi menetapkan delapan tersangka dalam perkara itu."
    (check,) = _checks(body, "Polisi Tetapkan 9 Tersangka")
    assert (check.kind, check.verdict, check.severity) == ("headline", "differs", "strong")
    assert check.figure.figure.part == "title"
    assert [other.figure.text for other in check.others] == ["delapan tersangka"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Polisi Tetapkan 9 Tersangka", "Polisi menetapkan sembilan tersangka."),
        ("5 Ribu Orang Gagal Berangkat", "Petugas mencegah keberangkatan 5.127 orang."),
        ("100 Orang Ditolong", "Petugas menolong sedikitnya 100 orang."),
        ("120 Orang Ditolong", "Petugas menolong lebih dari 100 orang."),
        ("13 Orang Ditolong", "Petugas menolong tujuh pria, lima wanita dan satu bayi."),
        ("Puluhan Orang Ditolong", "Petugas menolong 34 orang."),
        ("7 Cara Mengurus Paspor", "Paspor dapat diurus dengan mudah."),
        ("Empat Pilot Muda Terbang", "Para pilot itu Ani, Budi, Cici dan Dedi."),
        ("Nol Korban Jiwa", "Tidak ada korban jiwa."),
        ("Kerugian Rp1,3 Miliar", "Ada yang rugi Rp 1,3 atau 1,4 (miliar)."),
        ("Rupiah ke Rp17.600", "Rupiah berada di Rp17.651."),
    ],
)
def test_a_headline_that_the_body_bears_out(title: str, body: str) -> None:
    assert not any(check.warns for check in _checks(body, title))


def test_a_caption_bears_out_a_headline() -> None:
    body = "Petugas menolong banyak orang."
    assert _told(_checks(body, "41 Orang Ditolong")) == [("headline", "absent")]
    assert _checks(body, "41 Orang Ditolong", "Sebanyak 41 orang di pelabuhan.") == []


# One number, two things


def test_an_outcome_of_all_that_only_a_part_had() -> None:
    body = (
        "Sebanyak 525 WNI berhasil dipulangkan ke Tanah Air.\n"
        "Perwakilan mendata mereka sejak awal tahun.\n"
        "Menurut juru bicara, 130 WNI sudah dipulangkan dari 525 WNI yang terdata."
    )
    (check,) = _checks(body)
    assert (check.kind, check.verdict) == ("same_number", "differs")
    assert (check.printed, check.expected) == (525, 130)


def test_a_number_of_two_kinds_of_units() -> None:
    body = (
        "Kantor itu menunda penerbitan paspor terhadap 3.541 permohonan.\n"
        "Penundaan penerbitan paspor terhadap 3.541 pemohon itu mencegah perdagangan orang."
    )
    figures = tuple(
        Figure(text, 3541, 3541, unit, None, "passport_deferred", None, None, None, BODY, at,
               at + len(text))
        for text, unit in (("3.541 permohonan", "permohonan"), ("3.541 pemohon", "pemohon"))
        for at in (body.index(text),)
    )  # fmt: skip
    article = Article("a", "a", None, None, None, None, None, None, None, body,
                      annotations=Annotations(figures=figures))  # fmt: skip
    (check,) = inside(article)
    assert (check.kind, check.severity) == ("same_number", "strong")


# Printed precision


def test_the_step_of_a_printed_number() -> None:
    assert step(_figure("18,6 persen", 18.6, "persen")) == pytest.approx(0.1)
    assert step(_figure("73,64 persen", 73.64, "persen")) == pytest.approx(0.01)
    assert step(_figure("2,7 juta orang", 2.7e6)) == pytest.approx(1e5)
    assert step(_figure("Rp 244 miliar", 244e9, "rupiah")) == pytest.approx(1e9)
    assert step(_figure("350.000 orang", 350_000)) == 1
    assert step(_figure("1.006,5 kg", 1006.5, "kg")) == pytest.approx(0.1)
    assert step(_figure("sembilan orang", 9)) == 1


def test_a_number_with_many_zeros_may_be_rounded() -> None:
    assert 1180 not in around(_figure("1.165 orang", 1165))
    assert 5127 in around(_figure("5.000 orang", 5000))
    assert 73.9 in percent_around(_figure("73 persen", 73, "persen"))
    assert 75 not in percent_around(_figure("73 persen", 73, "persen"))


# All of it


def test_the_words_are_read_and_every_check_is_of_a_known_kind() -> None:
    assert cues().partition.search("yang terdiri  atas".replace("  ", " "))
    for check in _checks("Ada 12 orang (7 pria dan 5 wanita).", "13 Orang Ditolong"):
        assert check.kind in KINDS
        assert check.verdict in VERDICTS
        assert check.severity in SEVERITIES


def test_an_article_without_figures_has_no_checks() -> None:
    assert _checks("Tidak ada angka di sini.", "Judul") == []
    assert inside(_article("")) == ()


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=30))
def test_whatever_the_numbers_it_tells_and_never_raises(numbers: list[int]) -> None:
    sums = list(accumulate(numbers))
    words = ", ".join(f"{n} orang" for n in numbers)
    inside(_article(f"Ada {sums[-1]} orang, yakni {words}. Total {sums[0]} persen dari {words}."))


def test_long_lists_take_no_long_time() -> None:
    words = ", ".join(f"{n} orang" for n in range(3, 3000))
    with comes_to_an_end():
        inside(_article(f"Ada 99.999 orang, terdiri dari {words}."))
