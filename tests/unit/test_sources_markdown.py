"""Markdown: heads of metadata, and text without its marks."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Origin, Problem, SourceRecord
from index.sources import read_sources
from index.sources.markdown import read_markdown, without_markdown


def read(text: str) -> list[SourceRecord | Problem]:
    return list(read_markdown(text.encode(), "a.md"))


YAML = """---
title: "Judul: baru"
date: 2025-05-20 13:31:00 +0700
authors: [Sinta Maharani, {name: Yusuf Wibisana}]
penyunting: Rahmat
kategori:
  - Hukum
  - Kriminal
sumber: Suara Pesisir
link: https://suara.example/a
draft: false
id: 0123
description: ~
---

# Kepala lain

Isi berita.
"""
TOML = """+++
title = "Judul"
date = 2025-05-20T13:31:00+07:00
author = "Sinta Maharani"
+++
Isi berita.
"""


def test_a_head_in_yaml(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(YAML.replace("\n", "\r\n").encode("utf-8-sig"))
    (found,) = read_sources([path])
    assert isinstance(found, SourceRecord)
    assert found == SourceRecord(
        str(path), found.text, "0123", "Judul: baru", "2025-05-20 13:31:00 +0700", "Suara Pesisir",
        "https://suara.example/a", "Sinta Maharani, Yusuf Wibisana", "Rahmat", "Hukum, Kriminal",
        found.origins,
    )  # fmt: skip
    assert found.text.split() == ["Kepala", "lain", "Isi", "berita."]
    assert Origin("title", "front matter") in found.origins
    assert {origin.where for origin in found.origins} == {"front matter"}


def test_a_head_in_toml() -> None:
    (found,) = read(TOML)
    assert isinstance(found, SourceRecord)
    assert (found.title, found.published, found.author, found.text) == (
        "Judul", "2025-05-20T13:31:00+07:00", "Sinta Maharani", "Isi berita.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\ndate: 2025-05-20\ntitle: Judul: dua: tiga\n---\nIsi.\n", 3, "is no YAML: mapping"),
        ("\n+++\ntitle = Judul: dua: tiga\n+++\nIsi.\n", 3, "is no TOML: Invalid value"),
        (
            "---\n" + "title: Judul: dua: tiga\n" + "a: " + "[" * 9000 + "\n---\nIsi.\n",
            2,
            "is no YAML",
        ),
    ],
)
def test_a_broken_head_is_a_problem_and_the_text_is_read(text: str, line: int, words: str) -> None:
    problem, found = read(text)
    assert isinstance(problem, Problem)
    assert problem.path == f"a.md:{line}"
    assert words in problem.reason
    assert isinstance(found, SourceRecord)
    assert found.text == "Isi."
    assert found.title == "Judul: dua: tiga"


def test_lines_that_are_no_head() -> None:
    (found,) = read("---\nKalimat pertama.\n---\nKalimat kedua.\n")
    assert isinstance(found, SourceRecord)
    assert "Kalimat pertama." in found.text
    (open_head,) = read("---\ntitle: x\n\nIsi.")
    assert isinstance(open_head, SourceRecord)
    assert open_head.title is None


def test_a_head_of_aliases_stays_small() -> None:
    text = "---\na: &a [" + "x," * 3000 + "]\nauthor: [" + "*a," * 2000 + "]\n---\nIsi."
    (found,) = read(text)
    assert isinstance(found, SourceRecord)
    assert found.author is None


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## Sub *judul* ##", "Sub judul"),
        ("**Jakarta** - __Dua__ *orang* _WNI_ ~~lama~~ `x`", "Jakarta - Dua orang WNI lama x"),
        ("Hasil 2 * 3, korban* dan snake_case_name", "Hasil 2 * 3, korban* dan snake_case_name"),
        ("[Baca ini](https://a.example/x_(y)_z \"t\") dan [itu][1]", "Baca ini dan itu"),
        ("Lihat <https://a.example/x>.", "Lihat https://a.example/x."),
        ("![Petugas di *Batam*](a.jpg)", "Foto: Petugas di Batam"),
        ("Awal ![Foto: Petugas](a.jpg) akhir", "Foto: Petugas\nAwal  akhir"),
        ("[![Kapal](a.jpg)](b.html)", "Foto: Kapal"),
        ("![](a.jpg)", ""),
        ("> Kutipan\n> > dalam", "Kutipan\ndalam"),
        ("```python\n# bukan *judul*\n```\nIsi", "# bukan *judul*\nIsi"),
        ("Satu <!-- rahasia\ndua --> tiga", "Satu  tiga"),
        ("Satu <!-- tetap", "Satu <!-- tetap"),
        ("<p>Satu <b>dua</b></p><br>Tiga 1 < 2", "Satu dua\nTiga 1 < 2"),
        ("Satu\n\n* * *\n\n[1]: https://a.example\n\nDua", "Satu\n\nDua"),
        ("| A | B |\n|---|:-:|\n| 1 | 2 |", "| A | B |\n| 1 | 2 |"),
        (r"5\. Pasal \*dua\*", "5. Pasal *dua*"),
        ("Bab\n---\nIsi", "Bab\nIsi"),
        ("- satu\n- dua", "- satu\n- dua"),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert without_markdown(marked) == (plain, None)


@pytest.mark.parametrize("text", ["# Judul *besar*\n\nIsi", "Judul besar\n====\n\nIsi"])
def test_the_first_heading_is_the_title(text: str) -> None:
    (found,) = read(text)
    assert isinstance(found, SourceRecord)
    assert (found.title, found.text.strip()) == ("Judul besar", "Isi")
    assert found.origins == (Origin("title", "heading"),)
    (second,) = read(text + "\n\n# Bukan judul\n")
    assert isinstance(second, SourceRecord)
    assert second.text.endswith("Bukan judul")


def test_paragraphs_broken_to_a_width_are_joined() -> None:
    whole = "Petugas menunda keberangkatan sembilan orang yang akan bekerja di luar negeri. " * 3
    for width in (50, 72, 100):
        broken = textwrap.fill(whole, width)
        assert "\n" in broken
        assert without_markdown(f"{broken}\n\nDua.\n")[0] == f"{whole.strip()}\n\nDua."
    apart = (
        "Kalimat pertama yang agak panjang berdiri di sini.\nKalimat kedua, lebih pendek.\nTiga."
    )
    assert without_markdown(apart)[0] == apart


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("---\ntitle: x\n---\n", "holds no text of an article"),
        ("<!-- x -->", "is empty"),
    ],
)
def test_nothing_is_one_problem(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(text)
    assert list(read_sources([path])) == [Problem(str(path), reason)]


@given(st.text(alphabet='a#*_`[]()!<>-=+~|:\\\n \t"1', max_size=120))
def test_any_text_is_read(text: str) -> None:
    read(text)
    read("---\n" + text + "\n---\nIsi")
    read("+++\n" + text + "\n+++\nIsi")
