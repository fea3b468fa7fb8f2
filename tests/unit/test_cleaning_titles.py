"""Titles of other articles inside an article: they go, and never a sentence with them."""

from __future__ import annotations

import pytest

from index.article import ReadArticle, SourceRecord
from index.reading import read_article
from tests.watch import comes_to_an_end

FIRST = "Petugas menunda keberangkatan dua belas orang yang diduga akan bekerja tanpa dokumen."
SECOND = "Mereka mengaku dijanjikan upah tinggi oleh seorang perekrut, kata kepala kantor itu."
OTHER = "Warga Desa Sebelah Tolak Pembangunan Pabrik Semen di Lereng Gunung"


def read(text: str) -> ReadArticle:
    article = read_article(SourceRecord(path="a.txt", text=text, title="Judul"))
    assert article is not None
    return article


@pytest.mark.parametrize(
    "following",
    [
        "Kepala kantor itu menambahkan, korban sudah pulang.",
        "Petugas kemudian memeriksa dokumen perjalanan mereka.",
        '"Kami masih mencari perekrutnya," ujarnya kepada wartawan.',
        "Menurut dia, korban dijanjikan gaji tinggi.",
    ],
)
@pytest.mark.parametrize("gap", [" ", ""])
def test_the_sentence_behind_a_title_stays_even_if_it_is_glued(following: str, gap: str) -> None:
    article = read(f"{FIRST} Baca juga: {OTHER}{gap}{following} {SECOND}")
    assert article.body == f"{FIRST} {following} {SECOND}"
    assert [piece.rule for piece in article.removed] == ["related-inline"]


def test_a_row_of_announced_titles_goes() -> None:
    row = f"Baca juga: {OTHER} Baca juga: Mahasiswa Gelar Lomba Perahu Hias Sambut Hari Jadi Kota"
    assert read(f"{FIRST} {row}").body == FIRST


def test_glued_titles_behind_a_choice_of_the_editors_go() -> None:
    row = (
        f"Pilihan Redaksi{OTHER}Mahasiswa Gelar Lomba Perahu Hias Sambut Hari Jadi Kota"
        "Bupati Resmikan Jembatan Gantung Terpanjang di Pulau Itu"
    )
    assert read(f"{FIRST} {row}Pertanyaan itu dijawab petugas dengan tenang. {SECOND}").body == (
        f"{FIRST} Pertanyaan itu dijawab petugas dengan tenang. {SECOND}"
    )


@pytest.mark.parametrize(
    "glued",
    [
        f"{FIRST}{OTHER}Keterangan itu disampaikan pada Senin. {SECOND}",
        f"{FIRST} {OTHER}Keterangan itu disampaikan pada Senin. {SECOND}",
    ],
)
def test_a_title_that_nothing_announces_goes_by_its_shape(glued: str) -> None:
    article = read(glued)
    assert article.body == f"{FIRST} Keterangan itu disampaikan pada Senin. {SECOND}"
    assert [(piece.rule, piece.text) for piece in article.removed] == [("related-title", OTHER)]


def test_a_title_before_a_quotation_goes() -> None:
    quotation = '"Kami masih mencari perekrutnya sampai hari ini," ujar kepala kantor itu.'
    assert read(f"{FIRST} {OTHER} {quotation}").body == f"{FIRST} {quotation}"


def test_a_title_before_the_sign_off_goes_with_it() -> None:
    assert read(f"{FIRST} {SECOND} {OTHER} (ant/kid)").body == f"{FIRST} {SECOND}"


def test_a_heading_whose_words_the_text_takes_up_stays() -> None:
    heading = "Perekrut Akan Diperiksa di Kantor Polisi Kota Pekan Depan"
    text = f"{FIRST} {heading}Perekrut itu akan diperiksa di kantor polisi kota pada pekan depan."
    assert heading in read(text).body


@pytest.mark.parametrize(
    "sentence",
    [
        "Kepala Kantor Imigrasi Kelas II Batam Budi Santoso mengatakan hal itu pada Senin.",
        "Direktur Jenderal Pelindungan Warga Negara Indonesia Budi Santoso membenarkannya.",
        'Kepala Bidang Hubungan Masyarakat Polda Kepulauan Riau Budi Santoso: "Benar begitu."',
        "Presiden Indonesia dan Perdana Menteri Malaysia Bertemu di Kuala Lumpur, kata dia.",
    ],
)
def test_sentences_in_many_capitals_stay(sentence: str) -> None:
    assert read(f"{FIRST} {sentence} {SECOND}").body == f"{FIRST} {sentence} {SECOND}"


def test_the_line_behind_a_bare_call_is_a_link() -> None:
    assert read(f"{FIRST}\nBaca juga:\n{OTHER}\n{SECOND}").body == f"{FIRST}\n{SECOND}"
    assert read(f"{FIRST}\nBaca juga:\n{SECOND}").body == f"{FIRST}\n{SECOND}"


def test_headings_of_an_article_are_no_titles_of_others() -> None:
    headings = ("Pemerintah Siapkan Tiga Langkah Baru", "Perekrut Lama Kembali Beraksi di Desa")
    text = "\n".join((FIRST, headings[0], SECOND, headings[1], FIRST))
    assert read(text).body == text


@pytest.mark.parametrize(
    "call",
    [
        "Simak Video 'Warga Desa Sebelah Tolak Pabrik Semen':",
        'Simak juga Video: "Warga Desa Sebelah Tolak Pabrik Semen":',
        "Halaman 2 dari 3",
        "Bersambung ke halaman berikutnya...",
        "BACA SELENGKAPNYA >>>",
        "Isi komentar sepenuhnya adalah tanggung jawab pengguna dan diatur dalam UU ITE.",
        "(Reporter: Siti Aminah | Editor: Budi Santoso)",
    ],
)
def test_calls_inside_the_last_paragraph_go(call: str) -> None:
    assert read(f"{FIRST} {SECOND} {call}").body == f"{FIRST} {SECOND}"


def test_what_stands_below_a_word_in_brackets_stays_if_it_is_prose() -> None:
    last = "Jadi, siapa yang mau bekerja di luar negeri harus mengurus dokumen!"
    text = f"{FIRST}\nGajinya 'tinggi' (katanya).\n{last}"
    assert read(text).body == text


def test_the_address_of_the_publisher_goes() -> None:
    foot = "Jl. Anggrek Raya No. 4 Batam\nBatam 29432\n(0778) 123456\nredaksi@contoh.co.id"
    assert read(f"{FIRST}\n{SECOND} (nt)\n{foot}").body == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "piece",
    ["Baca juga: Aa Bb ", "Aa Bb Cc Dd. ", "aaaA", 'Aa Bb "', "Pilihan RedaksiAa ", "ab. A Bb C "],
)
def test_hostile_titles_come_to_an_end(piece: str) -> None:
    with comes_to_an_end():
        read_article(SourceRecord(path="a", text=piece * (200_000 // len(piece))))
