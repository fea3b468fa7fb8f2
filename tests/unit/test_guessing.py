"""Guesses about names that no rule explains."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.guessing.guess import guesses
from index.entities.guessing.listing import in_list
from index.entities.guessing.runs import properties, runs
from index.entities.guessing.weights import (
    LABELS,
    SCALE,
    odds,
    packed,
    probabilities,
    scores,
    weights,
)
from index.entities.marks import Marks
from index.entities.tokens import tokenize
from index.entities.who import find_names


def printed(text: str) -> list[str]:
    tokens = tokenize("body", text)
    return [tokens.form(start, end) for start, end in runs(tokens)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kata Ali bin Amir kepada Sari", ["Ali bin Amir", "Sari"]),
        ("di Bank of Tonga, of", ["Bank of Tonga"]),
        ("oleh M. Fadil. Kemarin", ["M. Fadil", "Kemarin"]),
        ("antara Al-Farabi dan -", ["Al-Farabi"]),
        ("tanpa nama bin siapa pun", []),
    ],
)
def test_links_stand_inside_a_run_and_never_at_its_ends(text: str, found: list[str]) -> None:
    assert printed(text) == found


def test_a_run_ends_where_a_rule_has_taken_a_word() -> None:
    tokens = tokenize("body", "Sari Dewi Lestari")
    assert list(runs(tokens, lambda at: at != 1)) == [(0, 1), (2, 3)]


@given(st.text(max_size=200))
def test_properties_of_any_text(text: str) -> None:
    tokens = tokenize("body", text)
    for start, end in runs(tokens):
        assert 0 <= start < end <= len(tokens)
        assert tokens.capital[start]
        assert tokens.capital[end - 1]
        assert "any" in properties(tokens, start, end)


ROWS = st.tuples(*[st.integers(-900, 900).map(lambda value: value / SCALE)] * len(LABELS))
NAMES = st.text(
    st.characters(exclude_characters="\t\n\r\x85", exclude_categories=["C", "Z"]), min_size=1
)


@given(st.dictionaries(NAMES, ROWS, min_size=1, max_size=5))
def test_weights_are_read_as_they_were_written(learned: dict[str, tuple[float, ...]]) -> None:
    lines = gzip.decompress(packed(learned)).decode("utf-8").split("\n")
    read = {name: [int(value) / SCALE for value in values]
            for name, *values in (line.split("\t") for line in lines)}  # fmt: skip
    assert read == {name: list(values) for name, values in learned.items()}


@given(st.lists(st.floats(-50, 50), min_size=len(LABELS), max_size=len(LABELS)))
def test_probabilities_add_up(sums: list[float]) -> None:
    likely = probabilities(sums)
    assert sum(likely) == pytest.approx(1)
    assert likely[max(range(len(sums)), key=sums.__getitem__)] == max(likely)


def test_the_weights_that_are_packed_are_whole() -> None:
    known = weights()
    assert len(known) > 10_000
    assert all(len(values) == len(LABELS) for values in known.values())
    assert scores(known, ["zzz-unknown"]) == [0.0] * len(LABELS)


def test_a_name_without_a_cue_is_guessed() -> None:
    text = "Gol kedua dicetak oleh Wiratmoko Adisuryo setelah menerima umpan Wiratmoko Adisuryo."
    names = find_names(None, text, [])
    assert [person.name for person in names.people] == ["Wiratmoko Adisuryo"]


def test_what_a_rule_explains_is_never_weighed() -> None:
    text = "Polda Riau menangkap Budi Santoso, kata Kapolda Riau Irjen Anwar di Pekanbaru."
    tokens = tokenize("body", text)
    marks = Marks(tokens, [], [])
    marks.mark_name(0, len(tokens))
    assert guesses([marks]) == []


def test_a_name_in_a_list_of_names_needs_less() -> None:
    text = "Penghargaan diterima Andi Wijaya, Ruslan Hakim, dan Toni Prakoso."
    tokens = tokenize("body", text)
    marks = Marks(tokens, [], [])
    start = tokens.words.index("Ruslan")
    assert not in_list(marks, start, start + 2)
    marks.mark_name(2, 4)
    assert in_list(marks, start, start + 2)


def test_things_are_nobody_however_they_look() -> None:
    text = "Petugas menumpang kapal Raditya Kusuma, lalu pindah ke kapal Raditya Kusuma lain."
    assert find_names(None, text, []).people == ()


def test_odds_are_even_where_nothing_is_known() -> None:
    even = odds([0.0] * len(LABELS), "person")
    assert odds([0.0, 9.0, 0.0, 0.0, 0.0], "person") > 0 > even
