"""Direct quotations and their speakers."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import BODY, Agency, Mention, Person
from index.entities.quotes import find_quotes
from tests.watch import comes_to_an_end


def _mentions(form: str, body: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(BODY, match.start(), match.end(), form)
        for match in re.finditer(re.escape(form), body)
    )


def _read(
    body: str, people: dict[str, str] | None = None, agencies: tuple[str, ...] = ()
) -> list[tuple[str | None, str]]:
    named = [Person(name, _mentions(form, body)) for form, name in (people or {}).items()]
    bodies = [Agency(name, _mentions(name, body)) for name in agencies]
    quotes = find_quotes(body, named, bodies)
    assert all(body[quote.start : quote.end] == quote.text for quote in quotes)
    return [(quote.speaker, quote.text) for quote in quotes]


@pytest.mark.parametrize(
    ("opening", "closing"), [('"', '"'), ("“", "”"), ("”", "”"), ("„", "“"), ("«", "»")]
)
def test_marks_of_any_shape(opening: str, closing: str) -> None:
    body = f"{opening}Kami akan menindak tegas para pelaku,{closing} kata Rina."
    assert _read(body, {"Rina": "Rina Hartono"}) == [
        ("Rina Hartono", "Kami akan menindak tegas para pelaku,")
    ]


def test_a_closing_mark_that_leans_the_wrong_way() -> None:
    body = "“Mereka dipaksa bekerja setiap hari, ”ujar Rina."
    assert _read(body, {"Rina": "Rina"}) == [("Rina", "Mereka dipaksa bekerja setiap hari,")]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    body = '"Kami akan terus menyelidiki kasus ini sampai tuntas.\nPolisi pergi.'
    assert _read(body) == [(None, "Kami akan terus menyelidiki kasus ini sampai tuntas.")]


def test_quoted_names_and_scare_quotes_are_none() -> None:
    assert _read('Ia disebut "agen" dan ikut program "Desa Binaan Imigrasi" di sana.') == []


def test_a_name_in_quotes_inside_a_quotation() -> None:
    body = '"Grup itu bernama "Kerja Luar" di ponsel korban," kata Rina.'
    assert _read(body, {"Rina": "Rina"}) == [
        ("Rina", 'Grup itu bernama "Kerja Luar" di ponsel korban,')
    ]


def test_two_names_in_quotes_inside_a_quotation() -> None:
    body = '"Ada di grup "Kerja Luar" dan di grup "Kerja Enak" milik pelaku," kata Rina.'
    assert [speaker for speaker, _ in _read(body, {"Rina": "Rina"})] == ["Rina"]


def test_a_name_of_the_next_paragraph_is_not_the_speaker() -> None:
    body = '"Para korban akan dipulangkan segera," kata WHO.\nBudi menolak.'
    assert _read(body, {"Budi": "Budi"})[0][0] is None


def test_a_long_office_between_verb_and_name() -> None:
    body = '"Ada dua korban di sana," kata Kepala Kantor Imigrasi Kelas II Kota Anu, Budi Wibowo.'
    assert _read(body, {"Budi Wibowo": "Budi Wibowo"})[0][0] == "Budi Wibowo"


def test_the_speaker_before_the_quotation() -> None:
    body = 'Budi Wibowo mengatakan, "Ada dua korban di sana."'
    assert _read(body, {"Budi Wibowo": "Budi Wibowo"})[0][0] == "Budi Wibowo"


def test_forms_in_nya_are_the_last_speaker() -> None:
    body = (
        'Budi menjelaskan kasus itu bermula di desa.\n"Ada dua korban di sana," ujarnya.\n'
        '"Keduanya sudah pulang ke rumah," tambahnya.'
    )
    assert [speaker for speaker, _ in _read(body, {"Budi": "Budi Wibowo"})] == ["Budi Wibowo"] * 2


def test_an_agency_speaks_where_no_person_does() -> None:
    body = '"Para korban akan segera dipulangkan," tulis KBRI Phnom Penh.'
    assert _read(body, {}, ("KBRI Phnom Penh",))[0][0] == "KBRI Phnom Penh"


def test_nobody_named_is_nobody() -> None:
    assert _read('"Para korban akan segera dipulangkan," katanya.')[0][0] is None


def test_two_quotations_in_one_paragraph_share_the_speaker() -> None:
    body = '"Ada dua korban di sana," kata Budi. "Mereka akan dipulangkan besok pagi."'
    assert [speaker for speaker, _ in _read(body, {"Budi": "Budi"})] == ["Budi", "Budi"]


PEOPLE = {"Budi": "Budi Wibowo", "Siti": "Siti Aminah"}
SAID = '"Ada dua korban di sana," '


@pytest.mark.parametrize(
    ("body", "speakers"),
    [
        # Who goes on is the last speaker, not the last name.
        (
            f"{SAID}kata Budi. Selanjutnya, Siti meminta data. "
            '"Kami akan kirim besok," sambungnya.',
            ["Budi Wibowo", "Budi Wibowo"],
        ),
        # Nobody is better than somebody else.
        (f"{SAID}kata Kiki. Ia bertemu Siti. {SAID}ujarnya.", [None, None]),
        (f"Siti hilang. {SAID}ungkap keponakan Siti, Rani.", [None]),
        (f"{SAID}kata keponakan Siti, Budi, di rumahnya.", ["Budi Wibowo"]),
        (f"{SAID}kata juru bicara Siti, Budi.", ["Budi Wibowo"]),
        (f"{SAID}sebut Corporate Secretary WHO Kiki dalam keterangan.", [None]),
        (f"{SAID}kata Kepala Dinas Anu, didampingi Budi.", [None]),
        # A subject inside somebody's quotation does not speak.
        ('Budi menjelaskan. "Tadi Siti mengatakan ia mau pulang," ujarnya.', ["Budi Wibowo"]),
        (f"Lama sekali. {SAID}(Budi, Kepala Dinas).", ["Budi Wibowo"]),
        (f"{SAID}posting akun Facebook WHO.", ["WHO"]),
        (f"{SAID}tulis WHO.", ["WHO"]),
        (f"Budi datang bersama Siti ke sana. {SAID}ujarnya.", [None]),
    ],
)
def test_who_speaks(body: str, speakers: list[str | None]) -> None:
    assert [speaker for speaker, _ in _read(body, PEOPLE, ("WHO",))] == speakers


@pytest.mark.parametrize(
    "body",
    [
        "Ia hadir di acara “Menjadi Pemilih yang cerdas dan baik di Tanah Rantau” kemarin.",
        "Video itu lama: “Police step in to find man in the city” https://anu.example/x lain.",
        "Ia menulis buku “Jalan Panjang Menuju Pulang Kampung Halaman Tercinta Saya” tahun lalu.",
        'Mereka menjawab "Setuju," serentak.',
    ],
)
def test_names_of_things_are_none(body: str) -> None:
    assert _read(body) == []


def test_a_lost_opening_mark_does_not_swap_the_others() -> None:
    body = (
        'Budi datang ke sana. Kami akan menindak para pelaku," kata Budi di kantor. Ia pergi. '
        '"Mereka akan dipulangkan besok," katanya.'
    )
    assert [text for _, text in _read(body, PEOPLE)] == [
        "Kami akan menindak para pelaku,",
        "Mereka akan dipulangkan besok,",
    ]


def test_a_lost_closing_mark_ends_at_the_word_of_speech() -> None:
    body = '" Kami menerima surat dari sana, kata Budi. Ia pergi. " Mereka akan pulang besok.'
    assert [text for _, text in _read(body, PEOPLE)] == [
        "Kami menerima surat dari sana,",
        "Mereka akan pulang besok.",
    ]


@given(st.text(alphabet='"“”„« ,.kataujrnyBdi\n', max_size=150))
def test_offsets(body: str) -> None:
    named = [Person("Budi", _mentions("Bdi", body))]
    end = 0
    for quote in find_quotes(body, named, ()):
        assert body[quote.start : quote.end] == quote.text == quote.text.strip()
        assert quote.start >= end
        end = quote.end


@pytest.mark.parametrize("piece", ['"', '" a b c ', "“a ", ", kata ", '",katanya ', '\n"'])
def test_linear_on_hostile_text(piece: str) -> None:
    body = piece * (30_000 // len(piece))
    with comes_to_an_end():
        find_quotes(body, (), ())
