"""What stands at the very end of an article, or was broken by the links of its page."""

from __future__ import annotations

import pytest

from index.article import ReadArticle, SourceRecord
from index.reading import read_article
from tests.watch import comes_to_an_end

FIRST = "Petugas menunda keberangkatan dua belas orang yang diduga akan bekerja tanpa dokumen."
SECOND = "Mereka mengaku dijanjikan upah tinggi oleh seorang perekrut, kata kepala kantor itu."
THIRD = "Para korban kini berada di rumah aman milik pemerintah daerah setempat."
ARTICLE = f"{FIRST}\n{SECOND}\n{THIRD}"
VIDEO = "Video: Petugas Gagalkan Keberangkatan Pekerja Tanpa Dokumen"


def read(text: str) -> ReadArticle:
    article = read_article(SourceRecord(path="a.txt", text=text))
    assert article is not None
    return article


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize("before", [" ", "\n", "\nBaca juga: Warga Tolak Pabrik Semen di Lereng\n"])
@pytest.mark.parametrize("behind", ["", " (abc/def)", "\n(abc/def)\nimigrasi perekrut korban"])
def test_a_title_printed_twice_below_the_article_goes(
    before: str, between: str, behind: str
) -> None:
    assert read(f"{ARTICLE}{before}{VIDEO}{between}{VIDEO}{behind}").body == ARTICLE


def test_a_sentence_said_twice_stays() -> None:
    text = f"{ARTICLE}\nIa berkata dua kali bahwa ia pulang. Ia berkata dua kali bahwa ia pulang."
    assert read(text).body == text


def test_the_names_of_a_menu_behind_the_last_sentence_go() -> None:
    menu = "Kabar Wisata Kabar Kabar Niaga Kabar Wisata Kabar"
    assert read(f"{ARTICLE} {menu}").body == ARTICLE
    names = "Ada Batam Dumai Medan Padang Jambi Palembang"
    assert read(f"{ARTICLE} {names}").body == f"{ARTICLE} {names}"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Siti Aminah, Dosen Hukum Universitas Anu", "Siti Aminah"),
        ("Siti Aminah. Peneliti Pusat Kajian Migrasi.", "Siti Aminah"),
        ("Siti Aminah,Sekretaris Badan Anu (1995-1998).", "Siti Aminah"),
    ],
)
def test_the_writer_of_an_opinion_in_the_last_line(line: str, author: str) -> None:
    article = read(f"{ARTICLE}\n{line}")
    assert (article.body, article.author) == (ARTICLE, author)


@pytest.mark.parametrize(
    "line",
    [
        "Siti Aminah, dosen itu, mengatakan hal yang sama kemarin.",
        "Siti Aminah, Batam dan sekitarnya.",
        "Kepala Dinas, Dosen Universitas Anu.",
    ],
)
def test_a_last_line_that_tells_something_stays(line: str) -> None:
    assert read(f"{ARTICLE}\n{line}").body.endswith(line)


def test_an_article_that_is_printed_twice_stays_once() -> None:
    whole = "\n".join(
        f"Keterangan nomor {number} dari kepala kantor itu menyebut jumlah korban yang pulang."
        for number in range(9)
    )
    article = read(f"{FIRST}\n{whole}\nTunda Berangkat, Dua Belas Orang Pulang\n{FIRST}\n{whole}")
    assert article.body == f"{FIRST}\n{whole}"
    assert article.removed[-1].rule == "copy"
    other = whole.replace("jumlah", "nama").replace("kantor", "dinas").replace("pulang", "pergi")
    both = f"{FIRST}\n{whole}\n{FIRST}\n{other.upper()}"
    assert read(both).body == both


@pytest.mark.parametrize(
    "text",
    [
        "Liwa (\nKabaranu.co\n)\n – Warga \nKabupaten Anu\n menerima bantuan dari dinas itu.",
        "Liwa (Kabaranu.co)\n–Warga \nKabupaten Anu\n menerima bantuan dari dinas itu.",
        "Liwa (Kabaranu.co) – Warga\nKabupaten Anu menerima bantuan dari dinas itu.",
    ],
)
def test_a_dateline_whose_lines_links_have_broken(text: str) -> None:
    article = read(f"{text}\n{ARTICLE}")
    assert (article.place, article.outlet, article.title) == ("Liwa", "Kabaranu.co", None)
    body = article.body.replace("Warga\n", "Warga ")
    assert body == f"Warga Kabupaten Anu menerima bantuan dari dinas itu.\n{ARTICLE}"


def test_the_words_of_a_link_inside_a_sentence() -> None:
    text = f"{FIRST}\nKorban didampingi\nCommunity Officer (CO)\n. Mereka pulang.\n{THIRD}"
    assert read(text).body == (
        f"{FIRST}\nKorban didampingi Community Officer (CO). Mereka pulang.\n{THIRD}"
    )


@pytest.mark.parametrize(
    "call",
    [
        "Halaman Selengkapnya >>",
        "(Halaman selengkapnya di sini)",
        "Baca lanjutan berita ini di halaman berikut >>>",
    ],
)
def test_calls_to_the_next_page_go(call: str) -> None:
    assert read(f"{FIRST} {SECOND} {call}").body == f"{FIRST} {SECOND}"


def test_the_by_line_glued_to_the_last_link_names_the_author() -> None:
    line = "Baca juga: Kantor itu buka layanan baruPewarta: Siti AminahEditor: Budi Santoso"
    article = read(f"{ARTICLE}\n{line} COPYRIGHT © KABAR 2023")
    assert (article.body, article.author) == (ARTICLE, "Siti Aminah")


@pytest.mark.parametrize("piece", ["Aa Bb Cc ", "Aa. ", "a\nB\n, c ", "Kabar ", "Aa, Dosen "])
def test_hostile_ends_come_to_an_end(piece: str) -> None:
    with comes_to_an_end():
        read_article(SourceRecord(path="a", text=piece * (200_000 // len(piece))))


def test_a_quotation_that_stands_twice_is_no_copy() -> None:
    claim = "Penangkapan itu tidak ada kaitannya dengan pemungutan suara di kota itu, kata kepala."
    told = [
        f"Unggahan nomor {number} menyebut bahwa {who} dijanjikan pekerjaan di luar negeri."
        for number, who in enumerate(("petani", "nelayan", "guru", "buruh", "sopir", "perawat"))
    ]
    both = "\n".join((claim, *told, claim, *told[:2:-1]))
    assert read(both).body == both
