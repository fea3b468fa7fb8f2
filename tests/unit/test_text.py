"""The gate: nothing that passes it can act on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text import clean, clean_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("biasa", "biasa"),
        ("\x1b]0;judul\x07", "␛]0;judul␇"),
        ("\x1b[31mmerah", "␛[31mmerah"),
        ("a\x00b\x08c", "a␀b␈c"),
        ("del\x7f", "del␡"),
        ("c1\x9b31m", "c1\ufffd31m"),
        ("kiri\u202ekanan\u2066", "kirikanan"),
        ("nol\u200blebar\ufeff", "nollebar"),
        ("tag\U000e0041", "tag"),
        ("lunak\u00adhubung", "lunakhubung"),
        ("sur\ud800rogat", "sur\ufffdrogat"),
        ("satu\r\ndua\rtiga\u2028empat\x0clima", "satu\ndua\ntiga\nempat\nlima"),
        ("tab\tdan\xa0spasi", "tab dan spasi"),
        ("e" + "\u0301" * 500, "é" + "\u0301" * 3),
        ("cafe\u0301", "café"),
    ],
)
def test_payloads_become_inert(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text())
def test_no_control_or_format_character_is_left(text: str) -> None:
    cleaned = clean(text)
    for character in cleaned:
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
        assert not 0x202A <= ord(character) <= 0x202E
    assert "\x1b" not in cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_a_line_stays_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1
