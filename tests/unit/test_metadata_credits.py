"""Who worked on an article: by-lines, sign-off boxes, fields of records, captions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Credit
from index.reading.credits import author_name, credits_in, credits_said, names_of, photographers_in
from tests.watch import comes_to_an_end


def told(credits: list[Credit]) -> list[str]:
    return [f"{credit.role}: {credit.name}" for credit in credits]


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Penulis: Siti Aminah", ["author: Siti Aminah"]),
        ("Penulis : Redaksi", ["author: Redaksi"]),
        (
            "(Penulis: Siti Aminah, Budi Santoso | Editor: Joko Anwar, Rini)",
            ["author: Siti Aminah", "author: Budi Santoso", "editor: Joko Anwar", "editor: Rini"],
        ),
        (
            "Pewarta: Siti AminahEditor: Budi Santoso COPYRIGHT © ANTARA 2023",
            ["reporter: Siti Aminah", "editor: Budi Santoso"],
        ),
        (
            "Penulis : Kontributor Manado, Siti Aminah | Editor : Budi",
            ["contributor: Siti Aminah", "editor: Budi"],
        ),
        ("Kontributor Batam, Siti Aminah", ["contributor: Siti Aminah"]),
        ("Reporter: Siti Aminah | Sumber: Kontan", ["reporter: Siti Aminah"]),
        ("Laporan Wartawan Tribun Jakarta, Siti Aminah", ["reporter: Siti Aminah"]),
        (
            "Laporan Wartawan Tribunnews.com, Siti Aminah TRIBUNNEWS.COM, JAKARTA -",
            ["reporter: Siti Aminah"],
        ),
        (
            "Laporan Reporter Tribun Lampung Siti Aminah TRIBUNNEWS.COM, BANDAR LAMPUNG -",
            ["reporter: Siti Aminah"],
        ),
        ("Laporan Siti Aminah | Banda Aceh", ["reporter: Siti Aminah"]),
        ("Oleh: Siti Aminah dan Budi Santoso", ["author: Siti Aminah", "author: Budi Santoso"]),
        ("OLEH SITI AMINAH", ["author: Siti Aminah"]),
        (
            "Oleh: Siti Aminah, S.H., M.Si dan Dr. Budi Santoso, M.Hum., Psikolog",
            ["author: Siti Aminah", "author: Budi Santoso"],
        ),
        (
            "Oleh : Siti Aminah, Mahasiswa Perbankan Syariah, Universitas Anu",
            ["author: Siti Aminah"],
        ),
        ("Penulis: Siti Aminah/BBC Indonesia", ["author: Siti Aminah"]),
        ("Editor: Siti Aminah PT Badan Penerbit Anu", ["editor: Siti Aminah"]),
        ("Penulis: Siti Aminah. Artikel ini telah tayang di X", ["author: Siti Aminah"]),
        ("Penerjemah: Siti Aminah", ["translator: Siti Aminah"]),
        ("Foto: ANTARA FOTO/Siti Aminah", ["photographer: Siti Aminah"]),
        ("Penulis: Tim Kompas.com", []),
        ("Reporter: CNN Indonesia", []),
        ("Reporter: Banda Aceh", []),
        ("Editor: Bagaimana Harga Emas Hari Ini?", []),
        ("Petugas menunda dua orang.", []),
        ("Foto: petugas memeriksa paspor di pelabuhan", []),
        ("Foto: petugas, dibantu Budi Santoso, memeriksa paspor", []),
        ("Foto: Petugas", []),
        ("Foto: Petugas Imigrasi/detikcom", []),
        ("", []),
    ],
)
def test_by_lines(line: str, credits: list[str]) -> None:
    assert told(credits_in(line)) == credits


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Siti Aminah", "Siti Aminah"),
        ("siti aminah binti ali", "Siti Aminah binti Ali"),
        ("M. RIF'AN AL FARISI", "M. Rif'an Al Farisi"),
        ("['Siti Aminah', 'Budi']", "Siti Aminah, Budi"),
        ("Siti Aminah (siti@a.id)", "Siti Aminah"),
        ("siti@a.id", None),
        ("Siti Aminah - detikNews", "Siti Aminah"),
        ("Tim detikcom - detikNews", None),
        ("CNN Indonesia", None),
        ("https://www.facebook.com/siti", None),
        ("rizky123", "rizky123"),
        ("ant", None),
        ("Jakarta", None),
        (None, None),
    ],
)
def test_fields_of_records(said: str | None, names: str | None) -> None:
    assert author_name(said) == names


def test_roles_of_a_record_and_joined_names() -> None:
    credits = credits_said("Penulis: Siti Aminah | Editor: Budi")
    assert told(credits) == ["author: Siti Aminah", "editor: Budi"]
    assert names_of(credits) == "Siti Aminah"
    assert told(credits_said("Budi", "editor")) == ["editor: Budi"]
    assert names_of([]) is None


@pytest.mark.parametrize(
    ("caption", "names"),
    [
        ("Petugas memeriksa paspor. ANTARA FOTO/Siti Aminah/abc", ["Siti Aminah"]),
        ("Petugas memeriksa paspor. (Foto: Siti Aminah/detikcom)", ["Siti Aminah"]),
        ("KOMPAS.com/SITI AMINAH Petugas memeriksa paspor", ["Siti Aminah"]),
        ("AFP/SITI AMINAHPetugas memeriksa paspor", ["Siti Aminah"]),
        ("Petugas memeriksa paspor. (Foto: Shutterstock)", []),
        ("Foto: Petugas Imigrasi Batam.", []),
        ("Foto: petugas memeriksa paspor.", []),
        ("Petugas memeriksa paspor pada 5/6.", []),
    ],
)
def test_photographers(caption: str, names: list[str]) -> None:
    assert [credit.name for credit in photographers_in(caption)] == names


PIECES = st.sampled_from(
    [
        *("Penulis:", "Editor:", "Oleh ", "Laporan Wartawan ", "Siti", " Aminah", ",", "|", "/"),
        *("(", ")", " dan ", "Kompas.com", "S.H.", "©", "JAKARTA", " - ", "Foto:", "\n", "@", "."),
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=15).map("".join)))
def test_nothing_raises_and_names_are_names(text: str) -> None:
    for credit in (*credits_in(text), *credits_said(text), *photographers_in(text)):
        assert credit.name == " ".join(credit.name.split())
        assert any(map(str.isalpha, credit.name))
        assert not set("@|<>") & set(credit.name)


@pytest.mark.parametrize("piece", ["Penulis: ", "a", "A ", "(", "Oleh ", ", ", "Editor:A ", "/A"])
def test_long_repetitions_come_to_an_end(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    with comes_to_an_end():
        credits_in(text)
        credits_said(text)
        photographers_in(text)
