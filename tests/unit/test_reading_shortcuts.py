"""What is told cheaply about a text is what the whole rule would tell."""

from __future__ import annotations

import itertools
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Removed
from index.reading import believed, dateline, lines, related, wrapping
from index.reading.boilerplate import Rule, boilerplate
from index.reading.cleaning import _GLUED_ITEM, _item_numbers, _number_before, folded
from index.reading.necessary import AnyOf, Cues, may_hold, needs
from index.reading.title_features import Known
from index.text import _MARKS, _SUSPECT, _inert, clean

LINES = st.text(st.sampled_from("ab Z.,:()[]*/-–\n \t\u2003\xa0“é1"), max_size=40)
MARKS = st.characters(codec="ascii") | st.sampled_from("“”‘’–—…©→»•")
LETTERS = st.text(st.sampled_from("aBb,. İß"), max_size=8)


@given(LINES)
def test_a_line_is_folded_as_if_it_were_split(line: str) -> None:
    assert folded(line) == " ".join(line.split())


@given(LETTERS, LETTERS)
def test_two_lines_are_the_same_as_all_their_letters_tell(first: str, second: str) -> None:
    compared = (list(filter(str.isalnum, line.lower())) for line in (first, second))
    assert lines.same_words(first, second) == (first == second or next(compared) == next(compared))


@given(st.text(st.sampled_from("ab.,(/)[]* 1\n"), max_size=20))
def test_whoever_has_a_sign_off_may_have_one(end: str) -> None:
    paragraph = f"Ia pulang.{end}"
    if lines._SIGN_OFF.search(paragraph):
        assert lines._MAY_SIGN_OFF.search(paragraph)


@given(LINES)
def test_a_dash_is_put_back_wherever_one_ends_a_line(text: str) -> None:
    patterns = (wrapping._DASH_AT_TOP, wrapping._DASH_ENDS, wrapping._DASH_INSIDE)
    if all(pattern.search(text) is None for pattern in patterns):
        assert wrapping.undashed(text) == text
    elif wrapping._DASH_INSIDE.search(text):
        assert wrapping.undashed(text) != text


@given(st.text(st.sampled_from("a \n(),"), max_size=12))
def test_line_ends_of_links_go_where_a_line_end_stands_beside_a_mark(text: str) -> None:
    expected = text
    if any(cue in text for cue in ("(\n", "( \n", "\n)", "\n )", "\n,", "\n ,")):
        expected = wrapping._LINK_ENDS.sub("", wrapping._LINK_OPENS.sub("(", text))
    assert wrapping.relinked(text) == expected


@given(st.dates())
def test_a_day_is_believed_with_and_without_a_look_at_the_clock(day: date) -> None:
    latest = believed._latest(date.today())
    expected = day.isoformat() if "1945" <= day.isoformat() <= latest else None
    assert believed.believed(day.isoformat()) == expected


@given(st.lists(st.sampled_from(["Baca juga: ", "Simak Video ", "pilihan editor: ", "Ia Pulang "])))
def test_markers_are_found_by_the_cues_of_the_text_alone(pieces: list[str]) -> None:
    text = "".join(pieces)
    found: tuple[list[Removed], list[Removed]] = ([], [])
    cues = [cue for cue in related.CUES if cue in text.lower()]
    assert related.without_related(text, found[0], cues) == related.without_related(text, found[1])
    assert found[0] == found[1]


@given(
    st.text(
        st.sampled_from(
            "aé\u0301\u0300e \u2019\u201c\n\t\r\xa0\xad\u200b\u212a\u2126\u1100\u1161€\x7f"
        )
    )
)
def test_common_letters_and_marks_need_no_further_look(text: str) -> None:
    mended = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").replace("\xa0", " ")
    mended = _SUSPECT.sub(_inert, unicodedata.normalize("NFC", mended))
    assert clean(text) == _MARKS.sub(r"\1", mended)


@pytest.mark.parametrize("rule", boilerplate()._inline, ids=lambda rule: rule.pattern.pattern[:40])
@settings(max_examples=20)
@given(data=st.data())
def test_what_a_rule_takes_has_what_it_needs(rule: Rule, data: st.DataObject) -> None:
    # Long s and dotless i are letters of no cue, though they match s and i.
    text = data.draw(st.from_regex(rule.pattern, alphabet=MARKS))
    assert may_hold(rule.needs, text, text.lower())


@pytest.mark.parametrize("part", ["_lines", "_endings"])
@settings(max_examples=20)
@given(data=st.data())
def test_a_line_that_a_rule_takes_passes_the_first_look(part: str, data: st.DataObject) -> None:
    rules = [rule for rule in getattr(boilerplate(), part) if not rule.cue]
    either = AnyOf(rule.pattern for rule in rules)
    line = data.draw(st.from_regex(data.draw(st.sampled_from(rules)).pattern, fullmatch=True))
    assert either.may_hold(line, line.lower())


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("baca|simak", [(False, ("baca", "simak"))]),
        ("(?-i:Baca|BACA) ini", [(False, (" ini",)), (True, ("aca", "ACA"))]),
        ("(?:juga )?https?://", [(False, ("http",)), (False, ("://",))]),
        ("a|juga", []),
        (r"\w+(?=juga)", []),
        (r"(?:berita){2}", [(False, ("berita",))]),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, expected: list[object]) -> None:
    assert list(needs(pattern, "")) == expected


@given(
    st.lists(st.sampled_from(["baca juga", "baca", "[", "lihat juga", "jugaan", "://"])),
    st.lists(st.sampled_from(["baca", " ", "juga", "lihat", "[", ":", "/", "an"])).map("".join),
)
def test_cues_are_found_as_if_each_were_looked_for(cues: list[str], text: str) -> None:
    assert Cues(cues).standing_in(text) == {cue for cue in cues if cue in text}


@given(st.lists(st.sampled_from(["baca", "juga,", "Polisi", ","])))
def test_pairs_of_words_stand_side_by_side(said: list[str]) -> None:
    known = Known.of(" ".join(said), "")
    bare = [word.rstrip(",") for word in [*said, "|"]]
    for first, second in itertools.product(["baca", "juga", "Polisi", ""], repeat=2):
        assert known.has_pair(first, second) == ((first, second) in itertools.pairwise(bare))


@given(
    st.lists(
        st.sampled_from(
            [
                *("JAKARTA", "Jakarta", "Kota", "di", "Kompas", "KOMPAS.com", "ANTARA", "detikcom"),
                *(
                    "Liputan6 .com",
                    "Selasa",
                    "1/2/2024",
                    ", ",
                    " ",
                    " - ",
                    "(",
                    ")",
                    "| ",
                    "/",
                    ".",
                ),
            ]
        ),
        max_size=8,
    ).map("".join)
)
def test_a_dateline_with_an_outlet_begins_as_the_first_look_wants(line: str) -> None:
    if dateline._with_outlet().match(line):
        assert dateline._may_begin(line, 0)


@given(st.lists(st.sampled_from(["Ia", "1", "2", ". ", "di Riau", " ", "\n"])).map("".join))
def test_a_row_of_items_has_a_first_and_a_second(text: str) -> None:
    glued = {_number_before(text, stop.start())[1] for stop in _GLUED_ITEM.finditer(text)}
    if {1, 2} <= glued | set(_item_numbers(text)):
        assert "1. " in text
        assert "2. " in text
