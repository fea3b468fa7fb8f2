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


@pytest.mark.parametrize(
    "end", ["di Kota Bandung.", "kepada KKP.", "di Gaza.", 'sudah aman," katanya.']
)
@pytest.mark.parametrize("gap", ["", " "])
def test_a_title_with_words_that_sentences_write_small_goes(end: str, gap: str) -> None:
    title = "Daftar Negara yang Larang Warga Rayakan Pergantian Tahun"
    first = f'"Mereka dijanjikan upah tinggi dan {end}' if "," in end else f"Itu terjadi {end}"
    article = read(f"{FIRST} {first}{gap}{title}Pada bulan lalu korban dipulangkan. {SECOND}")
    assert article.body == f"{FIRST} {first} Pada bulan lalu korban dipulangkan. {SECOND}"
    assert ("related-title", title) in [(piece.rule, piece.text) for piece in article.removed]


def test_titles_right_behind_a_title_go_as_well() -> None:
    row = f"{OTHER} Heboh Mahasiswa Gelar Lomba Perahu Hias di Sungai Kotor"
    assert read(f"{FIRST} {row}Pada bulan lalu korban dipulangkan. {SECOND}").body == (
        f"{FIRST} Pada bulan lalu korban dipulangkan. {SECOND}"
    )


@pytest.mark.parametrize(
    "kept",
    [
        'Buku berjudul "Cara Aman Bekerja di Luar Negeri Tanpa Terjebak Utang" itu dibagikan.',
        "Komisi untuk Orang Hilang dan Korban Tindak Kekerasan Sedunia (Komsedu) mencatatnya.",
        "Aturan itu tertuang dalam UU No. 5/2022 tentang Tata Cara Penempatan Pekerja Rumahan.",
    ],
)
def test_names_of_books_bodies_and_laws_stay(kept: str) -> None:
    assert read(f"{FIRST} {kept} {SECOND}").body == f"{FIRST} {kept} {SECOND}"


def test_no_title_ends_between_a_number_and_its_measure() -> None:
    call = "Baca juga: Pekerja Migran Sumbang Devisa Rp 159 Triliun Tahun Ini"
    assert read(f"{FIRST} {call} Kepala kantor itu menambahkan, korban sudah pulang.").body == (
        f"{FIRST} Kepala kantor itu menambahkan, korban sudah pulang."
    )


@pytest.mark.parametrize(
    "call",
    [
        "Tonton juga 'Warga Desa Sebelah Tolak Pabrik Semen':",
        "Video: Warga Desa Sebelah Tolak Pabrik Semen",
        "Simak tanggapan warga di halaman selanjutnya.",
        "(rzr, diw/kid)",
        "(abs/abs/rhr)",
        "(*/ant)",
        "hp/vlz (dpa, afp)",
        "(ant/jpnn)Kamu Sudah Menonton Video Terbaru Berikut ini?",
        "Siti Aminah/Palu",
        "Siti Aminah berkontribusi dalam penulisan artikel ini.",
        "Artikel ini pertama kali terbit dalam bahasa Inggris Diadaptasi oleh Siti Aminah",
        "Penulis: Siti Aminah. Artikel ini telah tayang di Contoh.com dengan judul Contoh",
        "ARTIKEL SELENGKAPNYA DI SINI >>>",
    ],
)
def test_what_portals_set_behind_the_last_sentence_goes(call: str) -> None:
    assert read(f"{FIRST} {SECOND} {call}").body == f"{FIRST} {SECOND}"


def test_a_line_that_is_a_link_goes_with_its_attribute() -> None:
    links = f'- {OTHER}{{target="self"}}\n- Judul Lain yang Cukup Panjang{{target="self"}}'
    assert read(f"{FIRST}\n{links}\n{SECOND}").body == f"{FIRST}\n{SECOND}"


def test_the_line_behind_a_bare_call_may_be_written_as_a_sentence() -> None:
    link = "Gubernur minta gerai izin usaha buka dua pekan lagi"
    assert read(f"{FIRST}\nBaca juga:\n{link}\n{SECOND}").body == f"{FIRST}\n{SECOND}"


def test_summaries_and_comments_of_a_machine_go_from_the_first_on() -> None:
    summary = "Berikut ringkasan berita dalam satu paragraf: Petugas menunda keberangkatan."
    comment = "Sekarang, mari kita bahas sisi positif dari berita ini dengan sedikit satire."
    text = f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}\n{summary}\n{comment}\n{SECOND}"
    assert read(text).body == f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}"


def test_days_with_their_minute_below_the_article_go_but_a_timetable_stays() -> None:
    days = "Selasa, 22 Juli 2025 21:21 Wib\nSelasa, 22 Juli 2025 20:43 Wib"
    assert read(f"{FIRST}\n{SECOND}\n{days}").body == f"{FIRST}\n{SECOND}"
    table = "Sabtu, 11 Mei 2024\n- Batam vs Medan\nMinggu, 12 Mei 2024\n- Palu vs Bitung"
    assert table in read(f"{FIRST}\nBerikut jadwalnya:\n{table}").body


def test_the_title_of_a_video_goes_from_any_paragraph_but_no_heading_of_a_list() -> None:
    video = "Kasus Perekrut Tembus Ratusan, Warga Diminta Waspada:"
    assert read(f"{FIRST} {video}\n{SECOND}").body == f"{FIRST}\n{SECOND}"
    listed = "Berikut Daftar Lengkap Pemain Cadangan Sepanjang Musim Lalu:"
    assert listed in read(f"{FIRST} {listed}\n- Budi\n- Siti\n{SECOND}").body


def test_a_paragraph_glued_to_a_caption_stays() -> None:
    caption = (
        "CONTOH.com/SITI AMINAH Petugas memeriksa dokumen calon pekerja migran di ruang tunggu"
        " pelabuhan, Selasa (22/7/2025)."
    )
    article = read(f"{FIRST}\n{caption} {SECOND} {FIRST} {SECOND}")
    assert article.captions == (caption,)
    assert article.body == f"{FIRST}\n{SECOND} {FIRST} {SECOND}"


def test_a_link_inside_a_sentence_breaks_no_line() -> None:
    text = f"Petugas mengungkap motif \npenipuan\n dan perekrutan dua belas orang.\n{SECOND}"
    assert read(text).body == (
        f"Petugas mengungkap motif penipuan dan perekrutan dua belas orang.\n{SECOND}"
    )


def test_the_editor_on_a_line_below_goes_and_a_heading_stays() -> None:
    assert read(f"{FIRST}\n{SECOND}\n{FIRST}\nSiti Aminah").body == f"{FIRST}\n{SECOND}\n{FIRST}"


def test_a_title_in_single_marks_inside_a_sentence_stays() -> None:
    text = (
        f"{FIRST} Hal itu dimuat dalam artikel 'Ingat Perekrut Itu? Dulu Bakal Dilantik Jadi Ketua,"
        f' Kini Ditangkap Gegara Korupsi\'."Itu benar," ujarnya. {SECOND}'
    )
    assert "Dulu Bakal Dilantik Jadi Ketua, Kini Ditangkap Gegara Korupsi'" in read(text).body


def test_a_title_printed_twice_below_the_article_goes() -> None:
    title = "Petugas Soroti Perilaku Perekrut di Pelabuhan"
    body = f"{FIRST}\n{SECOND}\n{FIRST} {SECOND}"
    assert read(f"{body}\n {title} \n {title} \n(abc/def)").body == body


def test_the_heading_of_the_next_page_goes_with_the_link_to_it() -> None:
    text = f"{FIRST} {SECOND} Pusat Perekrutan di Pelabuhan BACA HALAMAN BERIKUTNYA HALAMAN: 1 2"
    assert read(text).body == f"{FIRST} {SECOND}"


def test_a_notice_to_the_members_of_a_group_goes() -> None:
    notice = "akan ada sanksi bagi anggota yang berkomentar lalu melanggar peraturan."
    assert read(f"{FIRST} {SECOND} PERHATIAN UNTUK SEMUA, {notice}").body == (f"{FIRST} {SECOND}")


def test_a_dateline_goes_on_behind_a_line_end() -> None:
    article = read(f"Bandar Lampung (Lampost.co)\n–{FIRST}\n{SECOND}")
    assert (article.place, article.outlet) == ("Bandar Lampung", "Lampost.co")
    assert article.body == f"{FIRST}\n{SECOND}"


def test_the_own_outlet_glued_to_the_word_before_it_is_parted() -> None:
    article = read(f"{FIRST} Surat itu sudah dilihatdetikcom, Senin. {SECOND}")
    assert article.outlet == "detikcom"
    assert "dilihat detikcom" in article.body


@pytest.mark.parametrize(
    "following", ["Di kota itu korban dipulangkan.", "Ia lalu pulang.", '"Benar," kata dia.']
)
def test_a_sentence_glued_to_a_title_begins_with_two_letters_or_a_quotation(following: str) -> None:
    assert read(f"{FIRST}{OTHER}{following} {SECOND}").body == f"{FIRST} {following} {SECOND}"


@pytest.mark.parametrize("label", ["ANALISIS", "BREAKING NEWS", "KILAS INTERNASIONAL"])
@pytest.mark.parametrize("gap", ["", " "])
def test_a_label_goes_with_the_title_behind_it(label: str, gap: str) -> None:
    text = f"{FIRST}{label}{gap}{OTHER}Menurut dia, korban dijanjikan gaji tinggi."
    assert read(text).body == f"{FIRST} Menurut dia, korban dijanjikan gaji tinggi."


def test_a_page_that_prints_titles_prints_those_that_say_less_as_well() -> None:
    less = "Gelombang Kedua Pekerja Migran Tertipu Iklan di Kota Pelabuhan Utara"
    sentence = "Menurut dia, upah mereka tidak dibayar."
    assert less in read(f"{FIRST} {less} {sentence} {SECOND}").body
    text = f"{FIRST} {OTHER}Korban itu pulang. {SECOND} {less} {sentence} {SECOND}"
    assert read(text).body == f"{FIRST} Korban itu pulang. {SECOND} {sentence} {SECOND}"


@pytest.mark.parametrize(
    "heading",
    [
        "Apa Saja Tanda Tawaran Kerja Palsu yang Harus Diwaspadai?",
        "Pilihan Jalur yang Aman dan Murah untuk Bekerja di Luar Negeri",
        "Jatuh Tempo pada 12 Agustus",
    ],
)
def test_headings_between_sentences_stay(heading: str) -> None:
    text = f"{FIRST} {heading} Para korban mengaku tidak tahu. {SECOND}"
    assert read(text).body == text


def test_no_title_ends_between_a_number_and_its_month() -> None:
    title = "Kantor Imigrasi Batam Buka Layanan Paspor Sabtu Mulai 12 Juli"
    assert read(f"{FIRST} Baca juga: {title} Petugas menjelaskan hal itu. {SECOND}").body == (
        f"{FIRST} Petugas menjelaskan hal itu. {SECOND}"
    )


def test_a_second_title_behind_an_announced_one_needs_no_glue() -> None:
    row = f"Baca juga: Sepuluh Kapal Nelayan Kembali ke Pelabuhan {OTHER}"
    sentence = "Menurut dia, korban dijanjikan gaji tinggi."
    assert read(f"{FIRST} {row} {sentence} {SECOND}").body == f"{FIRST} {sentence} {SECOND}"


def test_the_name_of_an_outlet_glued_to_a_title_stays_whole() -> None:
    said = "CNNIndonesia.com sudah meminta izin perekrut itu untuk mengutip tulisannya."
    text = f'{FIRST} "Saya belum tahu," kata kepala kantor itu.{OTHER}?{said} {SECOND}'
    assert said in read(text).body


def test_a_dateline_before_a_title_or_a_sentence_without_a_stop_is_read() -> None:
    for title in (OTHER, "Kepala kantor itu meyakini dua belas korban dapat pulang pekan depan"):
        article = read(f"jpnn.com, BATAM - {title}\n{FIRST}\n{SECOND}")
        assert (article.place, article.outlet) == ("Batam", "JPNN.com")
        assert article.body.startswith("jpnn.com") is False
        assert article.body.endswith(f"{FIRST}\n{SECOND}")
