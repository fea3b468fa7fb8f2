"""Whose full name a single name with an office stands for."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from index.entities.memory_rules import Filing
from index.entities.recalled import Office
from index.store.office_memory import Held, full_names

RULE = Filing(texts=2, share=0.8, days=30)
HEAD = Office("Kepala", "Kantor Imigrasi Palu", "Palu")
FIRST = datetime.date(2025, 1, 1)


def held(
    article: int, day: int, form: str = "", office: Office = HEAD, text: int | None = None
) -> Held:
    published = (FIRST + datetime.timedelta(days=day)).isoformat()
    return Held(article, article if text is None else text, published, form, office)


def named(called: list[Held], short: Held) -> str | None:
    return dict(full_names([short], called, RULE)).get(short)


def test_two_texts_of_that_time_with_that_office_are_needed() -> None:
    asked = held(9, 40)
    both = [held(1, 20, "Surinto Walgeman"), held(2, 60, "Surinto Walgeman")]
    assert named(both, asked) == "Surinto Walgeman"
    assert named(both[:1], asked) is None
    assert named([*both[:1], held(2, 71, "Surinto Walgeman")], asked) is None
    assert named([*both[:1], held(2, 60, "Surinto Walgeman", text=1)], asked) is None
    elsewhere = Office("Kepala", "Kantor Imigrasi Kendari", "Kendari")
    assert named([*both[:1], held(2, 60, "Surinto Walgeman", elsewhere)], asked) is None


def test_shorter_forms_are_of_the_name_and_others_are_not() -> None:
    called = [held(1, 1, "Surinto Walgeman"), held(2, 2, "Surinto Hadi Walgeman")]
    assert named(called, held(9, 3)) == "Surinto Hadi Walgeman"
    assert named([*called, held(3, 3, "Damar Walgeman")], held(9, 3)) is None


def test_a_body_may_be_left_out_only_where_the_office_says_enough() -> None:
    minister = Office("Menteri", "Kementerian Hukum")
    called = [held(number, 1, "Surinto Walgeman", minister) for number in (1, 2)]
    assert named(called, held(9, 3, office=Office("Menteri"))) == "Surinto Walgeman"
    assert named(called, held(9, 3, office=Office("Menteri", "Kementerian Agama"))) is None
    heads = [held(number, 1, "Surinto Walgeman") for number in (1, 2)]
    assert named(heads, held(9, 3, office=Office("Kepala"))) is None


def test_without_a_day_nothing_is_filed() -> None:
    called = [held(number, 1, "Surinto Walgeman") for number in (1, 2)]
    for published in (None, "2025", "2025-01"):
        assert named(called, Held(9, 9, published, "", HEAD)) is None


FORMS = st.sampled_from(["Surinto Walgeman", "Surinto Hadi Walgeman", "Damar Walgeman"])
CALLED = st.lists(st.tuples(st.integers(0, 120), FORMS, st.integers(0, 4)), max_size=12)


@given(CALLED, st.lists(st.integers(0, 120), max_size=6))
def test_all_asked_at_once_is_each_asked_alone(
    called: list[tuple[int, str, int]], days: list[int]
) -> None:
    known = [held(number, day, form, text=text) for number, (day, form, text) in enumerate(called)]
    short = [held(100 + number, day) for number, day in enumerate(days)]
    together = dict(full_names(short, known, RULE))
    assert together == {one: name for one in short if (name := named(known, one)) is not None}
    assert together == dict(full_names(short[::-1], known[::-1], RULE))
