"""What a word is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.tokens import LONGEST, fold, tokens, word_positions, words
from tests.watch import comes_to_an_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebanyak 3.541 orang", ["sebanyak", "3541", "orang"]),
        ("naik 75,19 persen", ["naik", "75,19", "persen"]),
        ("Rp1.234,5 dan Rp 5.000", ["rp", "1234,5", "dan", "rp", "5000"]),
        ("Jum'at Jum’at Jumat", ["jumat", "jumat", "jumat"]),
        ("non-prosedural", ["nonprosedural"]),
        ("orang-orang", ["orang-orang"]),
        ("UU 21/2007", ["uu", "21/2007"]),
        ("S.H. dan a.n. M. Fadil", ["sh", "dan", "an", "m", "fadil"]),
        ("Kemlu AS, tersangka A", ["kemlu", "as", "tersangka", "a"]),
        ("detik.com", ["detik", "com"]),
        ("2023-2024", ["2023-2024"]),
        ("COVID-19 P-21 KP2MI", ["covid19", "p21", "kp2mi"]),
        ("Café", ["cafe"]),
        ("pukul 13.31", ["pukul", "13", "31"]),
        ("", []),
        ("!?… —", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_compound_is_found_by_its_parts() -> None:
    found = {token.text: token for token in tokens("perbatasan Thailand-Kamboja")}
    assert found["thailand"].part
    assert found["kamboja"].part
    assert found["thailand"].position == found["thailandkamboja"].position == 1
    assert (found["kamboja"].start, found["kamboja"].end) == (20, 27)


def test_a_doubled_word_is_one_word() -> None:
    assert [token.text for token in tokens("kota-kotanya")] == ["kota-kotanya"]
    assert [token.text for token in tokens("tolong-menolong")] == [
        "tolong-menolong",
        "tolong",
        "menolong",
    ]


def test_accents_are_folded_and_kept() -> None:
    assert [(token.text, token.accented) for token in tokens("Café")] == [
        ("cafe", False),
        ("café", True),
    ]


@given(st.text())
def test_tokens_lie_in_the_text_and_rise(text: str) -> None:
    last = (-1, -1)
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.text
        assert len(token.text) <= LONGEST
        assert not any(character.isspace() for character in token.text)
        if not token.part and not token.accented:
            assert token.position == last[1] + 1
            assert token.start >= last[0]
            last = (token.end, token.position)


@given(st.one_of(st.text(), st.text("abAB é.,'-/12 \u0301", max_size=30)))
def test_positions_are_those_of_the_tokens(text: str) -> None:
    expected: dict[str, list[int]] = {}
    count = 0
    for token in tokens(text):
        places = expected.setdefault(token.text, [])
        if not places or places[-1] != token.position:
            places.append(token.position)
        count = token.position + 1
    assert word_positions(text) == (expected, count)


@given(st.text("abcABCéñ-'1.,", min_size=1, max_size=12))
def test_normal_words_are_normal(text: str) -> None:
    for word in words(text):
        assert words(word) == [word]


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "piece", ["a", "1", "1.", "a.", "a-", "1/", '"', "A ", "a'", "1,", "123.", "\u0301", "Rp.1"]
)
def test_long_runs_are_read_quickly(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    with comes_to_an_end():
        sum(1 for _ in tokens(text))
