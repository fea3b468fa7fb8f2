"""The passage that shows why an article was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.query import parse
from index.search.snippets import snippet
from tests.watch import comes_to_an_end

_TEXT = (
    "Pembukaan ini tidak menyebut apa pun yang dicari orang. " * 8
    + "Petugas menunda penerbitan paspor seorang korban di Batam. "
    + "Sesudah itu rapat ditutup dengan doa dan makan siang bersama. " * 8
)


def test_the_best_sentence_is_shown() -> None:
    found = snippet(parse("penundaan paspor korban"), _TEXT)
    assert found.text.startswith("…Petugas menunda penerbitan paspor seorang korban di Batam.")
    assert found.text.endswith("…")
    assert [found.text[start:end] for start, end in found.marks] == ["menunda", "paspor", "korban"]


def test_without_a_match_the_beginning_is_shown() -> None:
    found = snippet(parse("outlet:detik"), _TEXT, 60)
    assert found.text.startswith("Pembukaan ini")
    assert found.text.endswith("…")
    assert found.marks == ()
    assert len(found.text) <= 61


def test_a_short_text_is_shown_whole() -> None:
    assert snippet(parse("b"), "a b\nc").text == "a b c"
    assert snippet(parse("b"), "").text == ""


def test_a_match_deep_in_a_long_sentence_is_shown() -> None:
    text = "kata " * 400 + "korban " + "kata " * 400
    found = snippet(parse("korban"), text, 200)
    assert [found.text[start:end] for start, end in found.marks] == ["korban"]
    assert found.text.startswith("…kata ")
    assert len(found.text) <= 202


@given(
    st.text("ab c.\n", max_size=300),
    st.sampled_from(["a", "ab", '"a b"', "a*", "zz", "", "a NEAR/3 b"]),
    st.integers(20, 120),
)
def test_marks_lie_in_the_passage(text: str, query: str, width: int) -> None:
    found = snippet(parse(query), text, width)
    assert "\n" not in found.text
    last = 0
    for start, end in found.marks:
        assert last <= start < end <= len(found.text)
        last = end
    body = found.text.strip("…")
    assert body in " ".join([text.replace("\n", " ")])


@pytest.mark.parametrize("piece", ["a", "a ", "a. ", '"', "\n", "a-"])
def test_long_texts_are_cut_quickly(piece: str) -> None:
    with comes_to_an_end():
        snippet(parse('a b* "a a"'), piece * 100_000)
