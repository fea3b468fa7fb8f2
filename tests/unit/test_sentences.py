"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.sentences import sentence_at, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Satu kalimat. Dua kalimat.", ["Satu kalimat.", "Dua kalimat."]),
        ("UU No. 21 Tahun 2007 berlaku.", ["UU No. 21 Tahun 2007 berlaku."]),
        ("Menurut Dr. Sari, korban pulih.", ["Menurut Dr. Sari, korban pulih."]),
        ("M. Ali dan A. Budi ditahan.", ["M. Ali dan A. Budi ditahan."]),
        ('"Sudah!" ujar dia. Selesai.', ['"Sudah!" ujar dia.', "Selesai."]),
        ("Ia berkata: “Cukup.” Lalu pergi.", ["Ia berkata: “Cukup.”", "Lalu pergi."]),
        ("Baris satu\nBaris dua", ["Baris satu", "Baris dua"]),
        ("Sebanyak 5.000 orang, Rp1.500.000.", ["Sebanyak 5.000 orang, Rp1.500.000."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet="aB1 .!?\n\"”'", max_size=120))
def test_sentences_cover_all_that_is_not_white_space(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(st.text(alphabet="aB. \n", max_size=80), st.integers(0, 80))
def test_sentence_at_agrees_with_a_scan(text: str, offset: int) -> None:
    spans = sentences(text)
    expected = next((span for span in spans if span[0] <= offset < span[1]), None)
    assert sentence_at(spans, offset) == expected
