"""What is told cheaply about a text is what the whole rule would tell."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.article import Removed
from index.reading import lines, published, related, wrapping
from index.reading.cleaning import folded

LINES = st.text(st.sampled_from("ab Z.,:()[]*/-–\n \t\u2003\xa0“é1"), max_size=40)
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
    latest = published._latest(date.today())
    expected = day.isoformat() if "1945" <= day.isoformat() <= latest else None
    assert published.believed(day.isoformat()) == expected


@given(st.lists(st.sampled_from(["Baca juga: ", "Simak Video ", "pilihan editor: ", "Ia Pulang "])))
def test_markers_are_found_by_the_cues_of_the_text_alone(pieces: list[str]) -> None:
    text = "".join(pieces)
    found: tuple[list[Removed], list[Removed]] = ([], [])
    cues = related.announcing(text.lower())
    assert related.without_related(text, found[0], cues) == related.without_related(text, found[1])
    assert found[0] == found[1]
