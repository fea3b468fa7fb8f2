"""Lines that were broken at a column become paragraphs; lines that are paragraphs stay."""

from __future__ import annotations

import textwrap

import pytest

from index.article import Removed, SourceRecord
from index.reading import read_article
from index.reading.boilerplate import boilerplate
from index.reading.contents import without_contents
from index.reading.tail import cut_tail
from index.reading.wrapping import relinked, undashed, unwrapped
from tests.watch import comes_to_an_end

PARAGRAPHS = (
    "Petugas imigrasi di pelabuhan itu menunda keberangkatan dua belas orang yang diduga akan "
    "bekerja di luar negeri tanpa dokumen yang sah. Mereka berasal dari tiga kabupaten dan "
    "mengaku tidak saling mengenal sebelum bertemu di pelabuhan.",
    "Kepala kantor itu berkata, “Kami akan memeriksa perekrut itu dalam waktu dekat. Kami juga "
    "akan memanggil pemilik rumah penampungan yang mereka tinggali selama dua pekan.” Ia "
    "menambahkan bahwa orang-orang itu akan segera dipulangkan ke rumah mereka.",
    "Menurut catatan kantor itu, sepanjang tahun ini sudah ratusan orang yang batal berangkat "
    "karena alasan yang sama, dan kebanyakan di antaranya adalah perempuan muda dari desa.",
)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_paragraphs_become_whole(width: int) -> None:
    text = "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in PARAGRAPHS)
    assert unwrapped(text).split("\n\n") == list(PARAGRAPHS)


def test_wrapped_text_is_read_as_paragraphs() -> None:
    text = "\n\n".join(textwrap.fill(each, 72) for each in PARAGRAPHS)
    article = read_article(SourceRecord(path="a", text=text, title="Judul"))
    assert article is not None
    assert article.body.split("\n") == list(PARAGRAPHS)


def test_without_blank_lines_a_paragraph_ends_with_its_sentence() -> None:
    text = "\n".join(textwrap.fill(each, 72, break_on_hyphens=False) for each in PARAGRAPHS)
    joined = unwrapped(text)
    assert " ".join(joined.split()) == " ".join(PARAGRAPHS)
    assert all(line.endswith((".", "”")) for line in joined.split("\n"))


def test_a_word_broken_by_a_hyphen_is_joined_and_a_doubled_one_keeps_it() -> None:
    text = (
        "Petugas di pelabuhan itu menunda keberang-\n"
        "katan dua belas orang yang diduga menjadi\n"
        "korban perekrut, dan mereka adalah orang-\n"
        "orang dari desa yang hidup tolong-meno-\n"
        "long dan belum pernah bekerja di negeri\n"
        "yang jauh dari rumah mereka itu."
    )
    assert unwrapped(text) == (
        "Petugas di pelabuhan itu menunda keberangkatan dua belas orang yang diduga menjadi "
        "korban perekrut, dan mereka adalah orang-orang dari desa yang hidup tolong-menolong "
        "dan belum pernah bekerja di negeri yang jauh dari rumah mereka itu."
    )


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n".join(sentence + "." for each in PARAGRAPHS for sentence in each.split(". ")),
        "Syaratnya:\n- paspor yang masih berlaku\n- visa kerja\n- kontrak kerja\n- asuransi",
        "bawang putih\ngaram\ngula\nair\nsantan\ncabai merah\nkunyit\nlengkuas",
        "1. paspor\n2. visa\n3. kontrak\n4. asuransi\n5. izin",
        "",
    ],
)
def test_lines_that_were_not_broken_at_a_column_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_a_dash_on_its_own_line_goes_back_between_its_sides() -> None:
    assert (
        undashed("Tanjung Pinang\n - \nTiga orang pulang.") == "Tanjung Pinang - Tiga orang pulang."
    )
    assert (
        undashed("bagian dari hutan\n---\nsebuah kawasan") == "bagian dari hutan --- sebuah kawasan"
    )
    for text in ("Ia pulang.\n---\nnull", "Ia pulang.\n---\nsementara itu", "satu\ndua"):
        assert undashed(text) == text


def test_a_dateline_on_three_lines_is_read() -> None:
    article = read_article(SourceRecord("a", f"Pringsewu\n - \n{PARAGRAPHS[0]}", title="Judul"))
    assert article is not None
    assert (article.place, article.body) == ("Pringsewu", PARAGRAPHS[0])


@pytest.mark.parametrize(
    "piece", ["a\n", "aaaa bbbb-\n", "A \n-\n", "a b c d e f g h i j k l\n", "\n"]
)
def test_hostile_lines_come_to_an_end(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    with comes_to_an_end():
        unwrapped(undashed(text))


def test_line_ends_that_links_have_left_are_taken_back() -> None:
    assert relinked("Badan Perlindungan (\nBP2MI\n), kata Rini\n, berangkat.\nIa pulang.") == (
        "Badan Perlindungan (BP2MI), kata Rini, berangkat.\nIa pulang."
    )
    listed = "Syaratnya (lihat bawah):\n(a) paspor\n(b) visa"
    assert relinked(listed) == listed


def test_a_dateline_that_ends_its_line_is_put_before_the_sentence() -> None:
    assert undashed("Kota Baru (Kabar.co)—\n Polisi menahan dua orang.") == (
        "Kota Baru (Kabar.co) — Polisi menahan dua orang."
    )
    assert (
        undashed("Dua orang ditahan\nPolisi - kata dia") == "Dua orang ditahan\nPolisi - kata dia"
    )


BODY = "Pembuka berita ini pendek.\n1. Asal Korban\nKorban dari Riau.\n2. Motif Pelaku\nUang.\n"


@pytest.mark.parametrize(
    "table",
    [
        "Daftar Isi\n1. Asal Korban\n2. Motif Pelaku\n",
        "Daftar Isi 1. Asal Korban 2. Motif Pelaku ",
        "DAFTAR ISI:\nAsal Korban\nMotif Pelaku\n",
    ],
)
def test_a_table_of_contents_goes_and_its_headings_stay(table: str) -> None:
    removed: list[Removed] = []
    assert without_contents(table + BODY, removed).strip() == BODY.strip()
    assert [each.rule for each in removed] == ["contents"]


@pytest.mark.parametrize("text", ["Daftar Isi", "Daftar Isi\nPolisi menahan dua orang.", BODY])
def test_what_does_not_stand_below_is_no_table_of_contents(text: str) -> None:
    removed: list[Removed] = []
    assert without_contents(text, removed) == text
    assert removed == []


def test_a_summary_that_says_it_is_one_goes() -> None:
    removed: list[Removed] = []
    own = ["Polisi menahan dua orang di Batam.", "Mereka diperiksa hari ini."]
    lines = [*own, "Berikut adalah ringkasan berita tersebut: dua orang ditahan.", "Selesai."]
    assert cut_tail(lines, boilerplate(), removed)[0] == own
    assert {each.rule for each in removed} == {"summary"}
    asked = ["Berikut ini ringkasan berita: dua hal.", *own]
    assert cut_tail(asked, boilerplate(), [])[0] == asked
