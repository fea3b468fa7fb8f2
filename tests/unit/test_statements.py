"""Indirect speech, and speakers who are named by their office or by what they are called."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import BODY, Agency, Mention, Person, Statement
from index.entities.quotes import quotes_with
from index.entities.speech import Speakers
from index.entities.statements import find_statements
from tests.watch import comes_to_an_end

PEOPLE = {
    "Budi": ("Budi Wibowo", "Menteri Luar Negeri"),
    "Siti": ("Siti Aminah", "Kepala Kantor Imigrasi Anu"),
    "Joko": ("Joko Susanto", "korban"),
}
BODIES = ("WHO", "Kementerian Anu")


def _mentions(form: str, body: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(BODY, match.start(), match.end(), form)
        for match in re.finditer(re.escape(form), body)
    )


def _speakers(body: str) -> Speakers:
    people = [Person(name, _mentions(form, body), role) for form, (name, role) in PEOPLE.items()]
    return Speakers(body, people, [Agency(name, _mentions(name, body)) for name in BODIES])


def _statements(body: str) -> list[Statement]:
    speakers = _speakers(body)
    found = find_statements(speakers, quotes_with(speakers))
    assert all(body[one.start : one.end] == one.text for one in found)
    return list(found)


def _told(body: str) -> list[tuple[str | None, str]]:
    return [(one.speaker, one.cue) for one in _statements(body)]


def _quoted(body: str) -> list[str | None]:
    return [quote.speaker for quote in quotes_with(_speakers(body))]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue"),
    [
        ("Budi mengatakan bahwa dua korban sudah pulang.", "Budi Wibowo", "mengatakan"),
        ("Budi juga menyebut dua korban sudah pulang.", "Budi Wibowo", "menyebut"),
        ("Menurut Budi, dua korban sudah pulang.", "Budi Wibowo", "Menurut"),
        ("Kini, kata Budi, dua korban sudah pulang.", "Budi Wibowo", "kata"),
        ("Berdasarkan data WHO, dua korban sudah pulang.", "WHO", "Berdasarkan data"),
        ("WHO mencatat dua korban sudah pulang ke rumah.", "WHO", "mencatat"),
        ("Dikatakan Budi, dua korban sudah pulang.", "Budi Wibowo", "Dikatakan"),
        ("Budi, pejabat tinggi, Kementerian Anu mengatakan korban sudah pulang.", "Budi Wibowo",
         "mengatakan"),
        ("Pejabat senior mengatakan dua korban sudah pulang.", None, "mengatakan"),
        ("Tim yang memeriksa berkas milik Budi menyebut dua korban sudah pulang.", None,
         "menyebut"),
        ("Menlu mengatakan dua korban sudah pulang.", "Budi Wibowo", "mengatakan"),
        ("Kepala kantor itu mengatakan dua korban sudah pulang.", "Siti Aminah", "mengatakan"),
        ("Kata Budi, dua korban sudah pulang.", "Budi Wibowo", "Kata"),
        ("Semua korban kata dia sudah pulang ke rumah.", None, "kata dia"),
        ("Menurut Rangga, dua korban sudah pulang.", None, "Menurut"),
        ("Rangga sempat menyatakan dua korban sudah pulang.", None, "menyatakan"),
        ("Budi berterima kasih kepada warga dan berharap mereka semua pulang.", "Budi Wibowo",
         "berharap"),
        ("Budi pulang ketika Rangga mengatakan dua korban sudah pulang.", None, "mengatakan"),
        ("Relawan Budi menyatakan dua korban sudah pulang.", None, "menyatakan"),
        ("Dirinya mengatakan dua korban sudah pulang.", None, "mengatakan"),
        ("Budi yang lama bertugas di sana ini menyebut korban sudah pulang.", "Budi Wibowo",
         "menyebut"),
    ],
)  # fmt: skip
def test_a_sentence_with_a_word_of_speech(sentence: str, speaker: str | None, cue: str) -> None:
    body = f"Budi dan Siti datang bersama Joko.\n{sentence}\nMereka pergi."
    assert [(one.speaker, one.cue, one.text) for one in _statements(body)] == [
        (speaker, cue, sentence)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Polisi mengungkap kasus itu di sebuah rumah.",
        "Siti menerima penghargaan dari negara.",
        "Budi perlu meminta keterangan dari korban.",
        "Siti akan menyampaikan laporan itu besok pagi.",
        "Ceritanya panjang dan tidak pernah selesai.",
        "Hal itu disampaikan Budi di kantornya kemarin.",
        "Budi menyebut-nyebut nama orang lain di sana.",
        "Budi mengatakan itu.",
        "Menurut Pasal 2 undang-undang itu, hukumannya berat.",
        "Pelaku meminta tebusan kepada keluarga korban itu.",
        "Budi memastikan diri tampil di putaran kedua itu.",
        "Untuk lebih jelasnya, simak daftar harga berikut ini.",
        "Di pasar kemarin, nilai tukar rupiah menguat sedikit.",
        "Walau mengaku punya banyak lawan, ia tetap tenang saja.",
    ],
)
def test_deeds_and_wishes_are_no_statements(sentence: str) -> None:
    assert _told(f"Budi datang.\n{sentence}") == []


def test_two_who_say_it_together() -> None:
    body = "Budi dan Kepala Kantor Siti mengatakan dua korban sudah pulang."
    assert _told(body) == [("Budi Wibowo", "mengatakan"), ("Siti Aminah", "mengatakan")]
    assert _told("WHO dan Siti mengatakan dua korban sudah pulang.") == [
        ("Siti Aminah", "mengatakan")
    ]


def test_what_introduces_a_quotation_is_none() -> None:
    assert _told('Budi mengatakan di kantornya kemarin, "Dua korban sudah pulang ke rumah."') == []
    assert _told('"Dua korban sudah pulang," kata Budi saat mengatakan itu kepada wartawan.') == []
    assert _told("“Setuju,” jawab Budi dan semua yang hadir di sana.") == []


def test_statements_before_and_after_a_quotation() -> None:
    body = (
        'Budi menyebut ada dua korban di sana. "Keduanya sudah pulang ke rumah," katanya. '
        "Ia menambahkan, keluarganya sudah tahu."
    )
    assert _told(body) == [("Budi Wibowo", "menyebut"), ("Budi Wibowo", "menambahkan")]


def test_a_sentence_that_has_lost_its_full_stop() -> None:
    body = 'Budi menyebut ada dua korban di sana\n"Keduanya sudah pulang ke rumah," katanya.'
    assert _told(body) == [("Budi Wibowo", "menyebut")]


def test_a_pronoun_is_the_subject_of_the_sentence_before() -> None:
    body = (
        "Siti mengatakan semua sudah pulang.\nBudi berkunjung ke Kupang. "
        "Menurut dia, kota itu ramah kepada semua."
    )
    assert _told(body)[-1] == ("Budi Wibowo", "Menurut dia")


def test_an_unknown_speaker_is_not_the_one_before() -> None:
    body = (
        "Budi mengatakan dua korban pulang. Rangga mengaku tidak tahu soal itu. "
        "Ia menyebut semua itu rahasia negara."
    )
    assert _told(body)[1:] == [(None, "mengaku"), (None, "menyebut")]


def test_a_letter_that_is_no_initial_ends_a_sentence() -> None:
    body = "Budi mengatakan hotel itu kini tipe B. Siti pulang ke rumahnya."
    assert [one.text for one in _statements(body)] == [body[:38]]


def test_a_full_stop_without_a_space_ends_a_sentence() -> None:
    body = "Rapat selesai kemarin sore.Budi mengatakan dua korban sudah pulang."
    assert [one.text for one in _statements(body)] == [body[27:]]


SAID = '"Ada dua korban di sana," '


@pytest.mark.parametrize(
    ("tail", "speaker"),
    [
        ("kata Menlu saat ditemui di kantornya.", "Budi Wibowo"),
        ("ujar Kepala Kantor Imigrasi itu.", "Siti Aminah"),
        ("terang dia.", "Siti Aminah"),
        ("kata pria itu.", "Siti Aminah"),
        ("kata pejabat yang akrab disapa Anu itu.", "Siti Aminah"),
        ("ucap seorang juru bicara WHO.", "WHO"),
        ("kata lembaga itu.", "WHO"),
        ("ujar suami Budi tersebut.", "Siti Aminah"),
        ("demikian isi surat terbuka itu.", None),
        ("jelasi Budi.", "Budi Wibowo"),
        ("kata Direktur Utama Perusahaan Lain.", None),
        ("ujar Kepala Kantor Imigrasi di Kupang kemarin.", "Siti Aminah"),
        ("ujar juru bicara tim terkait penanganan wabah, Joko, kemarin.", "Joko Susanto"),
        ("kata pejabat yang akrab disapa Joko, kemarin.", "Joko Susanto"),
        ("Kata Budi di kantornya.", "Budi Wibowo"),
    ],
)
def test_who_is_meant_by_an_office(tail: str, speaker: str | None) -> None:
    body = f"Budi hadir bersama WHO. Siti mengatakan ada korban di sana. {SAID}{tail}"
    assert _quoted(body) == [speaker]


def test_short_and_misprinted_forms_of_a_name() -> None:
    assert _quoted(f"Siti Aminah hadir. {SAID}kata Amin.") == ["Siti Aminah"]
    assert _quoted(f"Budi hadir. {SAID}kata Rangga.") == [None]
    assert _quoted(f"Budi hadir. {SAID}kata BW.") == ["Budi Wibowo"]


def test_kin_of_somebody_named_does_not_speak() -> None:
    assert _quoted(f"Pelaku adalah anak mantan anggota dewan Budi. {SAID}ujarnya.") == [None]


def test_who_answers_speaks_next() -> None:
    body = f"{SAID}kata Siti. Sementara itu Budi menanggapi pernyataan Siti. {SAID}katanya."
    assert _quoted(body) == ["Siti Aminah", "Budi Wibowo"]


def test_quotations_side_by_side_have_one_speaker() -> None:
    body = (
        f'{SAID}kata Siti.\n"Mereka semua sudah pulang." "Keluarganya tahu semua itu," kata Budi.'
    )
    assert _quoted(body) == ["Siti Aminah", "Budi Wibowo", "Budi Wibowo"]


def test_words_that_lead_up_to_a_quotation() -> None:
    assert _quoted('Budi mengatakan:\n"Dua korban sudah pulang ke rumah."') == ["Budi Wibowo"]
    assert _quoted('Budi menyebut kota itu "sangat ramah kepada semua orang di sana".') == [
        "Budi Wibowo"
    ]


def test_a_mark_behind_a_full_stop_may_open() -> None:
    body = 'Budi pergi ke sana." Dua korban sudah pulang ke rumah," kata Budi.'
    assert [quote.text for quote in quotes_with(_speakers(body))] == [
        "Dua korban sudah pulang ke rumah,"
    ]


@given(st.text(alphabet='"“” ,.kataujrnyBdimegbhw\n', max_size=150))
def test_offsets(body: str) -> None:
    end = 0
    for start, stop in dict.fromkeys((one.start, one.end) for one in _statements(body)):
        assert start >= end
        end = stop


@pytest.mark.parametrize(
    "piece", ["mengatakan ", "Budi mengatakan ", "menurut dia ", "kata itu, ", "Menlu menyebut, "]
)
def test_linear_on_hostile_text(piece: str) -> None:
    body = piece * (30_000 // len(piece))
    with comes_to_an_end():
        _statements(body)
