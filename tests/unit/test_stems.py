"""Which words are forms of one word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import stems
from index.language.stems import stem
from index.language.tokens import words
from index.rules import RuleError


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("dagang", "perdagangan diperdagangkan memperdagangkan pedagang"),
        ("tunda", "menunda ditunda penundaan tertunda tunda"),
        ("selundup", "penyelundupan penyelundup menyelundupkan diselundupkan"),
        ("berangkat", "keberangkatan memberangkatkan diberangkatkan"),
        ("tangkap", "penangkapan ditangkap menangkap"),
        ("pulang", "pemulangan dipulangkan memulangkan"),
        ("korban", "korban korbannya korban-korban"),
        ("orang", "orang orang-orang orangnya"),
        ("sidik", "penyidikan penyidik"),
        ("selidik", "penyelidikan menyelidiki"),
        ("tolong", "tolong-menolong menolong"),
    ],
)
def test_forms_of_a_word(root: str, forms: str) -> None:
    assert {stem(form) for form in forms.split()} == {root}


@pytest.mark.parametrize(
    "word",
    [
        "pelaku",
        "pendapat",
        "kementerian",
        "penahanan",
        "tahanan",
        "pertahanan",
        "penduduk",
        "petugas",
    ],
)
def test_words_kept_apart(word: str) -> None:
    assert stem(word) == word
    assert stem(word + "nya") == word


@pytest.mark.parametrize(
    "word", ["bekasi", "maluku", "tarakan", "oman", "kediri", "berau", "batulicin"]
)
def test_places_stay(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize("word", ["3541", "di(x", "di*", "café", "", "kp2mi", "a-", "-"])
def test_what_is_no_word_stays(word: str) -> None:
    assert stem(word) == word


@given(st.text())
def test_no_text_raises(text: str) -> None:
    for word in words(text):
        assert stem(word)


@given(st.from_regex(r"[a-z]{4,12}", fullmatch=True))
def test_the_affix_filter_loses_no_stem(word: str) -> None:
    if not stems._AFFIXED.fullmatch(word):
        assert stems._stemmer().stem_word(word) == word


def test_a_broken_rule_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stems.yaml").write_text("keep: [a]\nroots: {}\ndropped: ''\nplaces: ''\n")
    monkeypatch.setattr(stems, "packaged", lambda package, name: tmp_path / name)
    stems._rules.cache_clear()
    try:
        with pytest.raises(RuleError, match="keep"):
            stem("ketidakpastian")
    finally:
        stems._rules.cache_clear()


@pytest.mark.parametrize(
    "word",
    ["menunda", "penundaan", "menyapu", "mengirim", "pemukulan", "belajar", "memenangi", "menikah",
     "penyidikan", "penyelidikan", "penarikan", "perbankan", "orang-orangnya", "dikuasai"],
)  # fmt: skip
def test_a_word_holds_its_stem_but_for_the_first_letter(word: str) -> None:
    # Highlighting and searching look at no other words than these.
    assert stem(word) != word
    assert stem(word)[1:] in word
