"""Laws and the articles that are cited of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.law_lexicon import law_lexicon
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
        ("UU TPPO Pasal 2 dan UU PPMI Pasal 81", [("UU 21/2007", ("2",)), ("UU 18/2017", ("81",))]),
        ("Pasal 340 KUHP dan atau 339 KUHP", [("KUHP", ("340", "339"))]),
        ("Pasal 156.A KUHP", [("KUHP", ("156A",))]),
        ("Pasal 76 c juncto Pasal 80 UU 35/2014", [("UU 35/2014", ("76C", "80"))]),
        ("Pasal 2 dan 10 tersangka", []),
        ("KUHP baru", [("UU 1/2023", ())]),
        ("UU Nomor 1 Tahun 2023 tentang KUHP", [("UU 1/2023", ())]),
        ("UU 5 Tahun 2030 tentang Ikan Hias (UU IH), dan Pasal 3 UU IH", [("UU 5/2030", ("3",))]),
        ("Undang-Undang Ikan Hias Nasional (UU IHN)", [("UU IHN", ())]),
        ("UU Ikan Hias", [("UU Ikan Hias", ())]),
        ("Rancangan Undang-Undang Keimigrasian", []),
        ("Pergub DKI Jakarta Nomor 3 Tahun 2031", [("Pergub DKI Jakarta 3/2031", ())]),
        ("Gubernur Bali Wayan Mawar lewat Peraturan Gubernur Nomor 3 Tahun 2031",
         [("Pergub Bali 3/2031", ())]),
        ("Surat Edaran Nomor 8 Tahun 2031 Satuan Tugas Ikan", [("SE Satgas Ikan 8/2031", ())]),
        ("Peraturan Menteri Hukum dan HAM RI No 10 Tahun 2030", [("Permenkumham 10/2030", ())]),
        ("POJK Nomor 31/POJK.05/2016", [("POJK 31/2016", ())]),
        ("Pasal 28H ayat (1) UUD NRI 1945", [("UUD 1945", ("28H",))]),
        ("Pasal 302 Penal Code Malaysia", [("Penal Code Malaysia", ("302",))]),
        ("Permen Kelautan dan Perikanan 5/2030, atau peraturan menteri nomor 5 tahun 2030",
         [("Permen Kelautan dan Perikanan 5/2030", ())]),
    ],
)  # fmt: skip
def test_written_forms(text: str, laws: list[tuple[str, tuple[str, ...]]]) -> None:
    assert _read(f"Mereka dijerat {text}") == laws


_ARTICLES = st.lists(
    st.tuples(st.integers(1, 499), st.sampled_from(["", "", "A", "I"])), min_size=1, max_size=5
).map(lambda numbers: [f"{number}{letter}" for number, letter in numbers])
_CLAUSES = st.sampled_from(["", " ayat (1)", " ayat 2", " ayat (1) huruf a", " ayat (1) ke-1"])
_ACTS = st.sampled_from(["UU No. {} Tahun {}",
                         "UU {}/{}", "UU RI Nomor {} Tahun {}", "UU {} tahun {}",
                         "Undang-Undang Nomor {} Tahun {}",
                         "Undang-undang RI No.{} Tahun {}"])  # fmt: skip
_LINKS = st.sampled_from([" jo ", " juncto ", " jo. ", " dan ", ", ", " dan/atau ", " subsider "])


@given(
    articles=_ARTICLES,
    clause=_CLAUSES,
    act=_ACTS,
    link=_LINKS,
    again=st.booleans(),
    number=st.integers(1, 99),
    year=st.integers(1945, 2030),
    first=st.booleans(),
)
def test_a_citation_in_any_form_is_read_back(
    articles: list[str], clause: str, act: str, link: str, again: bool, number: int, year: int,
    first: bool,
) -> None:  # fmt: skip
    """However a law and its articles are printed, the law and every article come back."""
    law = act.format(number, year)
    following = f"{link}Pasal " if again else link
    cited = "Pasal " + following.join(f"{article}{clause}" for article in articles)
    text = f"{law} {cited}." if first else f"{cited} {law}."
    ((name, found),) = _read(f"Mereka dijerat {text}")
    assert name == f"UU {number}/{year}"
    assert found == tuple(dict.fromkeys(articles))


def test_listed_names_lead_to_their_law() -> None:
    for words, law in law_lexicon().named.items():
        name = " ".join(words).title()
        assert _read(f"Mereka dijerat UU {name}.")[0][0] == law


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
