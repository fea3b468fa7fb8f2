"""Laws and the articles that are cited of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.laws import citations, find_laws
from tests.watch import comes_to_an_end


def _read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(law.name, law.articles) for law in find_laws(None, text, ())]


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("Pasal 81 jo Pasal 69 UU No. 18 Tahun 2017", [("UU 18/2017", ("81", "69"))]),
        ("Pasal 4 jo Pasal 10 jo Pasal 48 UU RI Nomor 21 Tahun 2007",
         [("UU 21/2007", ("4", "10", "48"))]),
        ("Pasal 120 ayat 2 UU No.6/2011", [("UU 6/2011", ("120",))]),
        ("Pasal 120 ayat (1) dan (2) UU Keimigrasian", [("UU 6/2011", ("120",))]),
        ("UU 21 tahun 2007", [("UU 21/2007", ())]),
        ("UU TPPO", [("UU 21/2007", ())]),
        ("Undang-Undang Nomor 6 Tahun 2011 tentang Keimigrasian", [("UU 6/2011", ())]),
        ("Undang-Undang Republik Indonesia Nomor 18 Tahun 2017", [("UU 18/2017", ())]),
        ("Pasal 378 KUHP dan/atau Pasal 55 ayat (1) ke-1 KUHP", [("KUHP", ("378", "55"))]),
        ("pasal 304 jo 306 ayat (2) KUHP", [("KUHP", ("304", "306"))]),
        ("UU TPPO Pasal 2, 3 dan 10.", [("UU 21/2007", ("2", "3", "10"))]),
        ("Pasal 76I juncto Pasal 88 UU Perlindungan Anak", [("UU 35/2014", ("76I", "88"))]),
        ("Perpres 49/2023 dan Peraturan Presiden Nomor 22 Tahun 2021",
         [("Perpres 49/2023", ()), ("Perpres 22/2021", ())]),
        ("Peraturan Pemerintah (PP) Nomor 59 Tahun 2021", [("PP 59/2021", ())]),
        ("Pasal 10 UU 21/2007 dengan ancaman 15 tahun penjara", [("UU 21/2007", ("10",))]),
    ],
)  # fmt: skip
def test_written_forms(text: str, laws: list[tuple[str, tuple[str, ...]]]) -> None:
    assert _read(f"Mereka dijerat {text}") == laws


def test_articles_go_to_the_law_that_follows_them() -> None:
    text = (
        "Tersangka dijerat Pasal 2 UU Nomor 21 Tahun 2007 tentang TPPO dan Pasal 81 "
        "Undang-Undang Nomor 18 Tahun 2017."
    )
    assert _read(text) == [("UU 21/2007", ("2",)), ("UU 18/2017", ("81",))]


def test_one_law_is_one_entity_over_all_parts() -> None:
    (law,) = find_laws("UU TPPO", "Lihat UU 21/2007.", ("UU No. 21 Tahun 2007",))
    assert (law.name, law.count) == ("UU 21/2007", 3)
    assert {mention.part for mention in law.mentions} == {"title", "body", "caption:0"}


def test_an_article_without_a_law_makes_none() -> None:
    assert _read("Pasal 10 mengatur hal itu.") == []


@given(st.text(alphabet="PasalUKHjo /().,0123456789TahunNor-\n", max_size=120))
def test_offsets(text: str) -> None:
    for law in find_laws(text, text, (text,)):
        for mention in law.mentions:
            assert text[mention.start : mention.end] == mention.form
    assert all(0 <= start < end <= len(text) for start, end in citations(text))


@pytest.mark.parametrize(
    "piece", ["Pasal 1, ", "UU A ", "Pasal ", "UU ", "Pasal 1 ayat (1) ", "1/"]
)
def test_linear_on_hostile_text(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    with comes_to_an_end():
        find_laws(None, text, ())


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("DPR mengubah UU Nomor 6 Tahun 2011.\nSubstansi baru Pasal 24A ditambah. Lalu Pasal 72.",
         ("24A", "72")),
        ("DPR mengubah UU Nomor 6 Tahun 2011.\nPasal 3 Peraturan Menteri itu tetap.", ()),
        ("Pasal 24A ditambah.\nDPR mengubah UU Nomor 6 Tahun 2011.", ()),
    ],
)  # fmt: skip
def test_an_article_far_behind_the_only_law(text: str, articles: tuple[str, ...]) -> None:
    assert _read(text) == [("UU 6/2011", articles)]


def test_an_article_far_behind_two_laws_is_nobodys() -> None:
    text = "DPR membahas UU TPPO dan UU ITE lama sekali.\nSubstansi baru Pasal 24A ditambah."
    assert _read(text) == [("UU 21/2007", ()), ("UU 11/2008", ())]
