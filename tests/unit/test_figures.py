"""Figures: what is one, what it counts, what happened to it, and what is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import BODY, TITLE, Agency, Figure, Mention, Person, Place
from index.entities.quotes import find_quotes
from index.figures import find_figures
from index.figures.measures import measures
from tests.watch import comes_to_an_end


def _mentions(form: str, body: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(BODY, match.start(), match.end(), form)
        for match in re.finditer(re.escape(form), body)
    )


def _read(
    body: str,
    title: str | None = None,
    *,
    published: str | None = "2025-06-20",
    people: tuple[str, ...] = (),
    agencies: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
) -> tuple[Figure, ...]:
    named = [Person(name, _mentions(name, body)) for name in people]
    bodies = [Agency(name, _mentions(name, body)) for name in agencies]
    where = [Place(name, _mentions(name, body)) for name in places]
    quotes = find_quotes(body, named, bodies)
    return find_figures(
        title, body, published=published, people=named, agencies=bodies, places=where,
        quotes=quotes,
    )  # fmt: skip


def _measured(body: str) -> list[tuple[float | None, str]]:
    return [(figure.low, figure.measure) for figure in _read(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Imigrasi menunda keberangkatan 141 orang.", [(141, "departure_deferred")]),
        ("Ada 799 orang yang ditunda keberangkatannya.", [(799, "departure_deferred")]),
        ("Sebanyak 2.433 penundaan penerbitan paspor dilakukan.", [(2433, "passport_deferred")]),
        ("Sebanyak 371 permohonan paspor telah ditolak.", [(371, "passport_rejected")]),
        ("Penolakan masuk terhadap WNA sebanyak 1.822 orang.", [(1822, "entry_refused")]),
        ("Imigrasi mendeportasi 1.503 orang asing.", [(1503, "deportation")]),
        ("Tercatat 5.047 Tindakan Administratif Keimigrasian.", [(5047, "admin_sanction")]),
        ("Polri menerima 494 laporan polisi.", [(494, "reports_received")]),
        ("Polda mengungkap 25 kasus.", [(25, "cases_uncovered")]),
        ("Satgas menetapkan 212 tersangka.", [(212, "suspects")]),
        ("Petugas menyelamatkan 127 orang.", [(127, "victims")]),
        ("Sebanyak 130 WNI sudah dipulangkan.", [(130, "repatriation")]),
        ("Sedikitnya 40 pekerja migran meninggal dunia.", [(40, "deaths")]),
        ("Polisi menyita 14 paspor dan 13 unit ponsel.", [(14, "seized"), (13, "seized")]),
        ("Kasus itu naik dan meningkat 75,19 persen.", [(75.19, "change")]),
        ("Terdapat 17.212 WNI yang menetap di sana.", [(17212, "population")]),
        ("Korban membayar Rp4,5 juta.", [(4_500_000, "money")]),
        ("Terdakwa divonis lima tahun penjara.", [(5, "sentence")]),
        ("Polisi menangkap 30 orang di rumah itu.", [(30, "persons")]),
        ("Kami punya 185 desa binaan.", [(185, "other")]),
        ("Kasus TPPO di sini masih nihil.", [(0, "cases_uncovered")]),
    ],
)
def test_measures(body: str, expected: list[tuple[float, str]]) -> None:
    assert _measured(body) == expected


def test_every_part_of_a_sum_is_a_figure() -> None:
    figures = _read("Polisi menyelamatkan 13 korban: 7 pria, lima wanita dan seorang bayi.")
    assert [(figure.low, figure.unit) for figure in figures] == [
        (13, "korban"), (7, "pria"), (5, "wanita"), (1, "bayi"),
    ]  # fmt: skip
    assert {figure.measure for figure in figures} == {"victims"}


def test_things_in_a_row_share_their_measure() -> None:
    figures = _read("Petugas menyita 76 unit ponsel, tujuh unit iPad, dan tiga unit laptop.")
    assert [(figure.low, figure.measure) for figure in figures] == [
        (76, "seized"), (7, "seized"), (3, "seized"),
    ]  # fmt: skip


def test_a_figure_is_listed_once_and_the_body_is_preferred() -> None:
    figures = _read("Polisi menangkap sembilan WNA. Sembilan WNA itu ditahan.", "9 WNA Ditangkap")
    assert [(figure.low, figure.part) for figure in figures] == [(9, BODY)]


def test_a_figure_of_the_title_alone() -> None:
    (figure,) = _read("Polisi bekerja keras.", "34 TKI Dipulangkan")
    assert (figure.low, figure.part, figure.measure) == (34, TITLE, "repatriation")


@pytest.mark.parametrize(("title", "high"), [("40 Orang Tewas", 40), ("Banyak yang Tewas", None)])
def test_at_least_is_closed_by_the_title(title: str, high: float | None) -> None:
    (figure,) = _read("Sedikitnya 40 orang tewas.", title)
    assert (figure.low, figure.high) == (40, high)


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("Selama Januari hingga April 2025 ada 303 kasus.", "2025-01/2025-04"),
        ("Dari 5 hingga 13 Juni 2023 terungkap 242 kasus.", "2023-06-05/2023-06-13"),
        ("Sepanjang 2024 tercatat 12 kasus.", "2024"),
        ("Sejak 2020 tercatat 12 kasus.", "2020/.."),
        ("Sejak berdirinya pusat itu pada Mei 2024 tercatat 12 kasus.", "2024-05/.."),
        ("Pada Q1-2022 tercatat 12 kasus.", "2022-01/2022-03"),
        ("Pada kuartal II 2022 tercatat 12 kasus.", "2022-04/2022-06"),
        ("Pada tahun 2021 dan 2022 tercatat 12 kasus.", "2021/2022"),
        ("Ada 12 kasus, naik dibanding tahun 2023.", None),
        ("Polisi bekerja pada 2024. Dari jumlah itu, ada 12 kasus berat.", "2024"),
        ("Polisi bekerja pada 2024. Di tempat lain ada 12 kasus berat.", None),
        ("Sejak 2020 hingga November 2024 tercatat 12 kasus.", "2020/2024-11"),
        ("Ada 12 kasus di daerah itu.", None),
        ('"Ada 12 kasus di daerah itu," kata Budi, Senin (20/1/2025).', None),
    ],
)
def test_periods(body: str, period: str | None) -> None:
    (figure,) = _read(body, people=("Budi",))
    assert figure.period == period


def test_the_same_period_is_that_of_the_figure_before() -> None:
    figures = _read(
        "Selama Januari hingga April 2025 ada 303 kasus. "
        "Dalam periode yang sama ditangkap 45 tersangka."
    )
    assert [figure.period for figure in figures] == ["2025-01/2025-04"] * 2


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ('"Ada 12 kasus di daerah itu," kata Budi.', "Budi"),
        ("Budi mengatakan ada 12 kasus di daerah itu.", "Budi"),
        ("Menurut Budi, ada 12 kasus di daerah itu.", "Budi"),
        ("KBRI Manila mencatat 12 kasus di daerah itu.", "KBRI Manila"),
        ("Ada 12 kasus di daerah itu. Budi pulang.", None),
    ],
)
def test_speakers(body: str, speaker: str | None) -> None:
    (figure,) = _read(body, people=("Budi",), agencies=("KBRI Manila",))
    assert figure.speaker == speaker


def test_place() -> None:
    (figure,) = _read("Ada 12 kasus TPPO di Kupang.", places=("Kupang",))
    assert figure.place == "Kupang"


def test_every_measure_of_the_contract_is_known() -> None:
    keys = (
        "passport_deferred passport_rejected departure_deferred entry_refused passports_issued "
        "admin_sanction deportation detention travel_ban pro_justitia border_crossings "
        "reports_received cases_uncovered suspects victims case_stage repatriation scam_cases "
        "protection_requests restitution deaths money seized sentence change share population "
        "persons other"
    )
    assert measures().keys == frozenset(keys.split())


@given(
    st.lists(
        st.sampled_from(
            [
                "orang",
                "5",
                "3.541",
                "dua",
                "puluh",
                "ribu",
                "Rp",
                "%",
                "lebih dari",
                "hingga",
                "-",
                "antara",
                "dan",
                "kasus",
                ",",
                ".",
                '"',
                "(",
                ")",
                "\n",
                "tahun",
                "Pasal",
                "2024",
                "juta",
                "seorang",
                "lainnya",
                "di antaranya",
                "nihil",
                "sebanyak",
                "kata",
                "WNI",
                "penjara",
                "/",
            ]
        ),
        max_size=40,
    )
)
def test_offsets(words: list[str]) -> None:
    body = " ".join(words)
    for figure in _read(body, body):
        text = body
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is not None or figure.high is not None


@given(st.text(max_size=200))
def test_never_raises(body: str) -> None:
    _read(body, body)


@pytest.mark.parametrize(
    "piece",
    ["a", "7", "A ", "5 orang ", "5 orang dan ", "\n5 ", "(5) ", "kasus ", "2024 ", '"5 WNI" '],
)
def test_linear_on_hostile_text(piece: str) -> None:
    body = piece * (20_000 // len(piece))
    with comes_to_an_end():
        _read(body)


def test_without_a_day_of_publication_since_stays_open() -> None:
    (figure,) = _read("Sejak 2020 tercatat 12 kasus.", published=None)
    assert figure.period == "2020/.."


def test_a_breakdown_shares_measure_and_period_of_its_whole() -> None:
    figures = _read(
        "Polisi menangkap 111 tersangka pada Jumat (31/1/2025). Total ada 111 tersangka, terdiri "
        "dari 106 WNI---36 di antaranya perempuan---dan lima pria."
    )
    assert [(figure.low, figure.measure, figure.period) for figure in figures] == [
        (low, "suspects", "2025-01-31") for low in (111, 106, 36, 5)
    ]


def test_a_later_mention_tells_what_the_first_does_not() -> None:
    (figure,) = _read("Berita 106 WNI ditangkap dibaca. Budi menyebut 106 WNI ditangkap pada 2024.",
                      people=("Budi",))  # fmt: skip
    assert (figure.period, figure.speaker) == ("2024", None)


def test_the_turns_of_an_interview() -> None:
    body = "KORAN: Berapa korban? WIBOWO: Ada 40 korban di sana. KORAN: Benar 50 korban?"
    figures = _read(body, people=("WIBOWO",))
    assert [(figure.low, figure.speaker) for figure in figures] == [(40, "WIBOWO"), (50, None)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Empat orang yang diduga terlibat dicari.", [(4, "suspects")]),
        ("Peristiwa meninggalnya empat ABK itu diusut bersama korban lain.", [(4, "deaths")]),
        ("Petugas menemukan WNA yang memesan empat kamar hotel.", [(4, "other")]),
        ("Konsumsi sebesar 5,51persen (yoy).", [(5.51, "change")]),
        ("Satu orang meninggal dunia, enam orang luka-luka.", [(1, "deaths"), (6, "victims")]),
        ("Razia di dua lokasi kebun.", [(2, "other")]),
        ("Dua lokasi itu dekat.", []),
        ("Target UMKM sebanyak 30 juta tahun ini.", [(30_000_000, "other")]),
        ("Ia tiba tahun itu, setelah 3 tahun. Sebelas di antara 40 WNA adalah buron.",
         [(11, "suspects"), (40, "suspects")]),
    ],
)  # fmt: skip
def test_what_was_missed_or_named_wrongly(body: str, expected: list[tuple[float, str]]) -> None:
    assert _measured(body) == expected
