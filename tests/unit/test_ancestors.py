"""The line of bodies above a body."""

from __future__ import annotations

import pytest

from index.entities.ancestors import ancestors, filed_name
from index.entities.bodies import lexicon


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Ditreskrimum Polda Nusa Tenggara Timur", ("Polda Nusa Tenggara Timur", "Polri")),
        ("Satreskrim Polres Sambas", ("Polres Sambas", "Polda Kalimantan Barat", "Polri")),
        ("Polres Metro Bekasi", ("Polda Metro Jaya", "Polri")),
        ("Direktorat Tindak Pidana Umum Bareskrim Polri", ("Bareskrim Polri", "Polri")),
        ("Kantor Imigrasi Kelas II TPI Batulicin",
         ("Direktorat Jenderal Imigrasi", "Kementerian Imigrasi dan Pemasyarakatan")),
        ("Kejaksaan Negeri Cilacap", ("Kejaksaan Tinggi Jawa Tengah", "Kejaksaan Agung")),
        ("KBRI Kuwait", ("Kementerian Luar Negeri",)),
        ("UNICEF", ("Perserikatan Bangsa-Bangsa",)),
        ("Polri", ()),
        ("PT Sinar Bahari", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_the_line_of_a_name(name: str, line: tuple[str, ...]) -> None:
    assert ancestors(name) == line


def test_a_known_parent_comes_first() -> None:
    assert ancestors("Biro Hukum", "Polda Bali") == ("Polda Bali", "Polri")


def test_no_line_of_the_lexicon_is_a_circle() -> None:
    for name in lexicon().parents:
        line = ancestors(name)
        assert name not in line
        assert len(line) == len(set(line)) < 8


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("polda ntt", "Polda Nusa Tenggara Timur"),
        ("kemlu", "Kementerian Luar Negeri"),
        ("bareskrim polri", "Bareskrim Polri"),
        ("KPK", "Komisi Pemberantasan Korupsi"),
        ("kpk", "Komisi Pemberantasan Korupsi"),
        ("sebuah kata", None),
        ("", None),
    ],
)
def test_what_is_typed_leads_to_the_filed_name(typed: str, name: str | None) -> None:
    assert filed_name(typed) == name
