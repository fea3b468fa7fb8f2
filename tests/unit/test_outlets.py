"""Outlets and their sections by name and address, and the file that lists them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Removed
from index.reading.footers import outlet_below, outlet_reported_for, outlet_speaking
from index.reading.outlet_lines import is_outlet_line
from index.reading.outlets import (
    is_publisher,
    known_outlet,
    load_outlets,
    outlet_named,
    outlet_of_url,
    outlets,
)
from index.reading.sections import section_of_url, section_said
from index.rules import RuleError


@pytest.mark.parametrize(
    ("name", "outlet", "section"),
    [
        ("detikNews", "detikcom", "news"),
        ("detik.com", "detikcom", None),
        ("detikcom", "detikcom", None),
        ("detikJatim", "detikcom", "jatim"),
        ("Antara Kalbar", "ANTARA", "kalbar"),
        ("ANTARA News Lampung", "ANTARA", "lampung"),
        ("Kompas.com Regional", "KOMPAS.com", "regional"),
        ("tribun batam", "TribunBatam.id", None),
        ("TRIBUNNEWS.COM", "Tribunnews.com", None),
        ("turnbackhoax", "TurnBackHoax", None),
        ("BP2MI", "KP2MI", None),
    ],
)
def test_names_of_one_outlet(name: str, outlet: str, section: str | None) -> None:
    assert known_outlet(name) == (outlet, section)
    assert outlet_named(name) == outlet


@pytest.mark.parametrize(
    ("url", "outlet", "section"),
    [
        ("https://news.detik.com/berita/d-1/judul", "detikcom", "news"),
        ("https://www.detik.com/jatim/berita/d-1/judul", "detikcom", "jatim"),
        ("https://finance.detik.com/moneter/d-1/judul", "detikcom", "finance"),
        ("http://www.kompas.com/global/read/2025/11/04/202600870/j", "KOMPAS.com", "global"),
        ("https://money.kompas.com/read/2025/11/04/202600870/j", "KOMPAS.com", "money"),
        (
            "https://www.cnnindonesia.com/nasional/20250808164341-25-1/j",
            "CNN Indonesia",
            "nasional",
        ),
        ("https://kalbar.antaranews.com/berita/1/judul", "ANTARA", "kalbar"),
        ("https://m.antaranews.com/berita/1/judul", "ANTARA", None),
        ("https://www.liputan6.com/news/read/5446754/judul", "Liputan6.com", "news"),
        ("https://nasional.okezone.com/read/2020/05/11/337/1/j", "Okezone.com", "nasional"),
        ("https://nasional.republika.co.id/berita/x/y", "REPUBLIKA.CO.ID", "nasional"),
        ("https://pontianak.tribunnews.com/2025/08/26/judul", "TribunPontianak.co.id", None),
        ("https://kemlu.go.id/portal/id/read/1/judul", "Kementerian Luar Negeri", None),
        ("https://www.uncak.com/2025/01/judul.html", "uncak.com", None),
        ("https://www.iom.int/news/judul-2", "IOM", "news"),
    ],
)
def test_addresses_of_one_outlet(url: str, outlet: str, section: str | None) -> None:
    assert outlet_of_url(url) == outlet
    assert section_of_url(url) == section


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ("Nasional", "nasional"),
        ("Home > Nasional > Hukum", "nasional"),
        ("detikNews", "news"),
        ("KOMPAS.com", None),
        ("['Regional']", "regional"),
        ("", None),
        ("12 / 3", None),
        (None, None),
    ],
)
def test_sections_of_records(said: str | None, section: str | None) -> None:
    assert section_said(said) == section


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Copyright © ANTARA 2024", "ANTARA"),
        ("Copyright 2008 - 2026 PT. Kompas Cyber Media (Kompas Gramedia Group)", "KOMPAS.com"),
        ("Artikel ini telah tayang di Kompas.com dengan judul Satu Hari", "KOMPAS.com"),
        ("Berita ini sudah tayang di TribunKampung.com dengan judul X", "TribunKampung.com"),
        ("Sumber: detikNews", "detikcom"),
        ("Editor: Budi | Sumber: Kontan", "KONTAN.CO.ID"),
        ("© 2025 KabarPulau.com. All Rights Reserved", "KabarPulau.com"),
        ("©2025 Perusahaan Anu", None),
        ("Sumber: Reuters", None),
        ("Sumber: warga setempat", None),
    ],
)
def test_outlets_of_footers(line: str, outlet: str | None) -> None:
    assert outlet_below([Removed("copyright", line)]) == outlet


def test_a_copyright_line_counts_before_a_reprint() -> None:
    lines = ["Artikel ini telah tayang di Kontan.co.id dengan judul X", "Copyright © ANTARA 2024"]
    assert outlet_below([Removed("copyright", line) for line in lines]) == "ANTARA"


def test_outlets_of_by_lines_and_of_the_text() -> None:
    by_line = Removed("byline", "Laporan Wartawan Tribun Jakarta, Siti Aminah")
    assert outlet_reported_for([by_line]) == "TribunJakarta.com"
    assert outlet_speaking("Itu benar, ujarnya kepada detikFinance, Senin.") == "detikFinance"
    assert outlet_speaking("Itu benar, ujarnya kepada Reuters, Senin.") is None
    assert outlet_speaking("Itu benar, ujarnya kepada suara rakyat.") is None
    assert outlet_speaking("Tim Pemeriksa Fakta Mafindo (TurnBackHoax) mencari.") == "Mafindo"
    assert outlet_speaking("Surat yang dilihat Kompas.com itu asli.") == "Kompas.com"
    assert outlet_speaking("Katanya, dikutip detikcom, Minggu.") == "detikcom"
    assert outlet_speaking("Katanya, dikutip dari detikcom, Minggu.") is None
    assert outlet_speaking("Katanya, dikutip Kompas.com, Minggu.") is None
    adapted = "Disadur dari artikel Cek Fakta kompas.com. Tim Kompas.com menghubungi dia."
    assert outlet_speaking(adapted) is None
    assert (
        outlet_speaking("Disadur dari Mayo Clinic, kata dia kepada detikHealth.") == "detikHealth"
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("CNN Indonesia", True),
        ("Tim detikcom - detikNews", True),
        ("Siti Aminah - detikFinance", True),
        ("Siti Aminah", False),
        ("Reuters", False),
        ("Kalianda - Lampost.co", False),
        ("Imigrasi Tunda Keberangkatan Dua Belas - Kompas.com", False),
        ("Warga melapor kepada detikcom.", False),
        ("", False),
    ],
)
def test_lines_that_name_the_outlet(line: str, told: bool) -> None:
    assert is_outlet_line(line) is told


def test_foreign_and_public_bodies_are_no_outlets_of_a_dateline() -> None:
    assert is_publisher("Reuters")
    assert is_publisher("IOM")
    assert not is_publisher("ANTARA")
    assert len(outlets().printed) > 300


HEAD = "publishers: []\nno_sections: [read]\noutlets:\n"


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        (
            "  - {name: A, domains: [a.id], names: []}\n  - {name: B, domains: [a.id], names: []}",
            "domain 'a.id' stands twice",
        ),
        (
            "  - {name: A, domains: [a.id], names: [x]}\n"
            "  - {name: B, domains: [b.id], names: [X]}",
            "name 'X' stands twice",
        ),
        (
            "  - {name: A, domains: [a.id], names: [], sections: [news]}\n"
            "  - {name: A News, domains: [b.id], names: []}",
            "name 'A News' stands twice",
        ),
        ("  - {name: A, domains: [], names: []}", "'A' has no domain"),
        ("  - {name: A, domains: [a.id]}", "'names' is missing"),
        ("  - {name: A, domains: a.id, names: []}", "'domains' must be a list"),
        ("  - {name: A, domains: [a.id], names: [], colour: red}", "unknown key 'colour'"),
        ("  - {name: A, domains: [a.id], names: [], url_time: moon}", "'url_time' must be one of"),
        ("  - just a word", "must be a list of mappings"),
    ],
)
def test_a_broken_list_of_outlets_is_refused(tmp_path: Path, entries: str, reason: str) -> None:
    file = tmp_path / "outlets.yaml"
    file.write_text(HEAD + entries, encoding="utf-8")
    with pytest.raises(RuleError, match=reason):
        load_outlets(file)


@given(st.text(max_size=60))
def test_nothing_raises(text: str) -> None:
    outlet_named(text)
    outlet_of_url(text)
    section_of_url(text)
    section_of_url(f"https://news.detik.com/{text}")
    section_said(text)
    is_outlet_line(text)
    outlet_below([Removed("copyright", f"© {text}")])
    outlet_speaking(f"kepada {text}")
