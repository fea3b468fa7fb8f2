"""Where a query matches in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.highlight import highlight, matches
from index.search.query import parse
from tests.watch import comes_to_an_end


def marked(query: str, text: str, part: str = "body") -> list[str]:
    return [text[start:end] for start, end in matches(parse(query), text, part)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("penundaan", "Petugas menunda dan Ditunda.", ["menunda", "Ditunda"]),
        ("=penundaan", "Petugas menunda penundaan.", ["penundaan"]),
        ("pelaku", "Pelakunya melakukan itu", ["Pelakunya"]),
        ("tund*", "Tunda, tundaan, menunda", ["Tunda", "tundaan", "menunda"]),
        ("tu*", "Tunda, tundaan, menunda", ["Tunda", "tundaan"]),
        ('"tund* paspor"', "menunda paspor, tunda paspor", ["tunda paspor"]),
        ("paspr~1", "paspor lama", ["paspor"]),
        ('"a b"', "a b, lalu a lagi b", ["a b"]),
        ('"a b"~1', "a lagi b", ["a lagi b"]),
        (
            "korban NEAR/2 saksi",
            "saksi dan korban; jauh sekali dari itu korban",
            ["saksi", "korban"],
        ),
        ("korban -saksi", "korban saksi", ["korban"]),
        ("korban OR saksi", "korban saksi", ["korban", "saksi"]),
        ("title:korban", "korban", []),
        ("non-prosedural", "nonprosedural dan non prosedural", ["nonprosedural", "non prosedural"]),
        ("kamboja", "perbatasan Thailand-Kamboja", ["Kamboja"]),
        ("3541", "sebanyak 3.541 orang", ["3.541"]),
        ("outlet:detik", "detik", []),
        ("jumat", "Jum’at ini", ["Jum’at"]),
    ],
)
def test_matches(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text) == expected


def test_parts_of_an_article() -> None:
    found = highlight(parse("korban judul:paspor"), "Paspor korban", "paspor korban", ("Korban",))
    assert [(mention.part, mention.form) for mention in found] == [
        ("title", "Paspor"),
        ("title", "korban"),
        ("body", "korban"),
        ("caption:0", "Korban"),
    ]


@given(
    st.lists(st.sampled_from(["a", '"a b"', "b*", "c~1", "NEAR/3", "-d", "x-y", "OR", "title:a"])),
    st.text("abcd -'.\n"),
)
def test_spans_lie_in_the_text_and_do_not_overlap(pieces: list[str], text: str) -> None:
    last = 0
    for start, end in matches(parse(" ".join(pieces)), text):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize("query", ["a NEAR/5 b", '"a b"~50', "a NEAR/900 a", "a*"])
def test_a_long_text_is_marked_quickly(query: str) -> None:
    with comes_to_an_end():
        matches(parse(query), "a b " * 25_000)


WORDS = st.sampled_from(
    ["menunda", "Ditunda,", "tund", "(tunda)", "Jum'at", "jumat", "orang-orang", "3.541", "Café",
     "cafe", "Rp", "Rp5", "5.000", "non-prosedural", "U.S.", "penunda/an", "“tunda”", "korban.Dia",
     "\u0130stanbul", "T", "di", "e\u0301"]
)  # fmt: skip


@given(
    st.lists(st.tuples(WORDS, st.sampled_from([" ", "\n", ", ", "-", " - "])), max_size=12),
    st.sampled_from(["tunda", "=ditunda", "tund*", "jumat", "cafe", "3541", "orang", "5000", "di"]),
)
def test_the_short_way_marks_what_the_long_way_marks(
    pieces: list[tuple[str, str]], query: str
) -> None:
    text = "".join(word + gap for word, gap in pieces)
    # A word that cannot match, in a NEAR, makes the text be read as a whole.
    whole = f"{query} OR (zzqx NEAR zzqy)"
    assert matches(parse(query), text) == matches(parse(whole), text)
