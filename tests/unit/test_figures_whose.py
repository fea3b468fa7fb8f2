"""Whose count or act a figure is, and whether it is cumulative, each with the words that say so."""

from __future__ import annotations

import re

import pytest

from index.article import BODY, TITLE, Agency, Figure, Mention, Person
from index.entities.quotes import find_quotes
from index.figures import find_figures


def _agency(name: str, forms: tuple[str, ...], body: str, title: str = "") -> Agency:
    return Agency(
        name,
        tuple(
            Mention(part, match.start(), match.end(), form)
            for part, text in ((TITLE, title), (BODY, body))
            for form in forms
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
        ),
    )


def _figures(
    body: str, title: str = "", *, published: str = "2025-06-20", chief: str | None = None
) -> tuple[Figure, ...]:
    agencies = [
        _agency("Polda Jawa Timur", ("Polda Jatim",), body, title),
        _agency("Komisi Pemberantasan Korupsi", ("KPK",), body, title),
        _agency("LPSK", ("LPSK",), body, title),
    ]
    people = []
    if chief:
        at = body.index(chief)
        people.append(
            Person(chief, (Mention(BODY, at, at + len(chief), chief),), agency="Polda Jawa Timur")
        )
    return find_figures(
        title or None, body, published=published, people=people, agencies=agencies, places=(),
        quotes=find_quotes(body, people, agencies),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        # The subject of an active verb.
        ("Polda Jatim menetapkan 12 orang sebagai tersangka.", "Polda Jawa Timur"),
        ("KPK telah menyita dua mobil.", "Komisi Pemberantasan Korupsi"),
        ("KPK (lembaga antirasuah) kembali menahan 12 orang.", "Komisi Pemberantasan Korupsi"),
        ("LPSK, yang berkantor di Jakarta, menerima 398 permohonan perlindungan.", "LPSK"),
        # The agent of a passive one, with and without a preposition.
        ("Sebanyak 12 orang ditetapkan sebagai tersangka oleh Polda Jatim.", "Polda Jawa Timur"),
        ("Sebanyak 30 orang ditangkap petugas Polda Jatim kemarin.", "Polda Jawa Timur"),
        # The keeper of a record.
        ("Berdasarkan data LPSK, ada 398 permohonan perlindungan.", "LPSK"),
        ("Kini hanya 100 orang yang tersisa menurut catatan Polda Jatim.", "Polda Jawa Timur"),
        # Who only says something has done nothing; nor has who acts in another clause.
        ("KPK mengatakan 12 orang hadir.", None),
        ("LPSK dan KPK menerima 398 permohonan.", None),
        ("KPK mengirim kapal yang membawa 12 orang.", None),
        ("Polda Jatim menutup kasus itu, sementara 12 orang masih dirawat.", None),
        ("Sebanyak 12 orang hadir di rumah itu.", None),
    ],
)
def test_agency(body: str, agency: str | None) -> None:
    (figure,) = _figures(body)
    assert figure.agency == agency
    assert any(reason.field == "agency" for reason in figure.reasons) == (agency is not None)


def test_one_subject_for_two_verbs() -> None:
    figures = _figures("Polda Jatim mengungkap 25 kasus dan menangkap 34 tersangka.")
    assert [figure.agency for figure in figures] == ["Polda Jawa Timur"] * 2


def test_the_subject_of_a_headline() -> None:
    (figure,) = _figures("Isi berita tanpa angka.", "KPK Periksa 3 Hakim")
    assert (figure.part, figure.agency) == (TITLE, "Komisi Pemberantasan Korupsi")


def test_we_are_the_body_of_who_speaks() -> None:
    body = '"Kami telah menangkap 34 orang," kata Budi Wibowo.'
    (figure,) = _figures(body, chief="Budi Wibowo")
    assert (figure.speaker, figure.agency) == ("Budi Wibowo", "Polda Jawa Timur")


def test_what_only_an_authority_does_is_the_act_of_who_tells_of_it() -> None:
    (figure,) = _figures('"Sudah ada 12 tersangka," kata Budi Wibowo.', chief="Budi Wibowo")
    assert figure.agency == "Polda Jawa Timur"
    (figure,) = _figures('"Sudah ada 12 peserta," kata Budi Wibowo.', chief="Budi Wibowo")
    assert figure.agency is None


def test_the_words_of_an_agency_are_its_name() -> None:
    body = "Sebanyak 12 orang ditetapkan sebagai tersangka oleh Polda Jatim."
    (figure,) = _figures(body)
    words = {reason.field: body[reason.start : reason.end] for reason in figure.reasons}
    assert words["agency"] == "Polda Jatim"


@pytest.mark.parametrize(
    ("body", "cumulative", "words"),
    [
        ("Hingga 4 Mei 2025, tercatat 26 kasus.", True, "Hingga 4 Mei 2025"),
        ("Hingga kini, sebanyak 12 orang ditahan.", True, "Hingga kini"),
        ("Sampai saat ini sudah 12 orang ditahan.", True, "Sampai saat ini"),
        ("Per 22 Juni 2023 sudah 212 tersangka ditangkap.", True, "Per 22 Juni 2023"),
        ("Sejak Januari 2025 ada 89 orang ditangkap.", True, None),
        ("Secara kumulatif ada 400 korban.", True, "Secara kumulatif"),
        ("Jumlah korban di kota itu menjadi 48 orang.", True, None),
        ("Total 12 orang ditangkap.", True, "Total"),
        ("Sepanjang 2024 polisi menangkap 34 orang.", False, "Sepanjang 2024"),
        ("Selama Januari hingga Mei 2025 polisi menangkap 34 orang.", False, None),
        ("Dalam kurun waktu tiga bulan polisi menangkap 34 orang.", False, None),
        ("Dalam operasi itu polisi menangkap 34 orang.", False, "Dalam operasi"),
        ("Polisi menangkap 34 orang pada Selasa, 3 Juni 2025.", False, None),
        ("Polisi menangkap 34 orang.", None, None),
        ("Hingga kini tercatat 12 korban dalam peristiwa itu.", True, "Hingga kini"),
        ("Sebanyak 97 WNI terdampak kebakaran yang melanda sejak 7 Januari 2025.", None, None),
        ("Dua saksi menguatkan dalil mereka sejak awal sidang itu.", None, None),
        ("Denda itu bisa mencapai hingga 150 persen.", None, None),
        ("Polisi menangkap 34 orang, mulai dari sopir hingga kernet.", None, None),
    ],
)
def test_cumulative(body: str, cumulative: bool | None, words: str | None) -> None:
    (figure,) = _figures(body)
    assert figure.cumulative is cumulative
    given = [body[one.start : one.end] for one in figure.reasons if one.field == "cumulative"]
    assert len(given) == (cumulative is not None)
    if words:
        assert given == [words]


def test_the_same_period_is_that_of_the_sentence_before() -> None:
    figures = _figures("Sejak 2020 polisi menangani 190 kasus. Dalam periode itu 40 orang ditahan.")
    assert [figure.cumulative for figure in figures] == [True, True]
