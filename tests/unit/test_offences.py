"""Offences named in any wording."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.offences import find_offences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Mereka memperdagangkan ratusan ribu orang dan dijadikan penipu online.",
            ["TPPO", "online_scam"],
        ),
        ("Ia menyelundupkan puluhan imigran.", ["TPPM"]),
        ("kasus TPPO di perbatasan", ["TPPO"]),
        ("Tindak Pidana Perdagangan Orang (TPPO)", ["TPPO"]),
        ("korban perdagangan manusia", ["TPPO"]),
        ("jaringan human trafficking", ["TPPO"]),
        ("penyelundupan manusia lewat laut", ["TPPM"]),
        ("tindak pidana pencucian uang", ["TPPU"]),
        ("UU TPKS", ["TPKS"]),
        ("bekerja sebagai scammer", ["online_scam"]),
        ("penipuan daring dan judi online", ["online_scam", "judi_online"]),
        ("sindikat judol", ["judi_online"]),
        ("perdagangan saham orang kaya", []),
        ("perdagangan luar negeri", []),
        ("tppo", []),
        ("scampi goreng", []),
    ],
)
def test_wordings(text: str, names: list[str]) -> None:
    assert [offence.name for offence in find_offences(None, text, ())] == names


def test_a_longer_name_is_one_mention() -> None:
    (offence,) = find_offences(None, "tindak pidana perdagangan orang", ())
    assert offence.forms == ("tindak pidana perdagangan orang",)


def test_title_and_captions_count() -> None:
    (offence,) = find_offences("Cegah TPPO", "Isi.", ("Sosialisasi TPPO",))
    assert {mention.part for mention in offence.mentions} == {"title", "caption:0"}


@given(st.text(alphabet="TPOMUperdaganorscmjuilI\u0130 -()\n", max_size=120))
def test_offsets(text: str) -> None:
    for offence in find_offences(text, text, ()):
        for mention in offence.mentions:
            assert text[mention.start : mention.end] == mention.form
