"""Lines that were broken at a column become paragraphs; lines that are paragraphs stay."""

from __future__ import annotations

import textwrap

import pytest

from index.article import SourceRecord
from index.reading import read_article
from index.reading.wrapping import undashed, unwrapped
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
