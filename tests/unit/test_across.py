"""What a set of articles says of an entity."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from index.across import entities_of, profile, summaries
from index.article import Agency, Annotations, Article, Figure, Mention, Person, Place
from index.summaries import Companion, HeldRole

BODY = "Polri menahan 5 tersangka. Kata Ani, ada 9 korban di Batam. Total 12 kasus."


def mention(form: str) -> Mention:
    start = BODY.index(form)
    return Mention("body", start, start + len(form), form)


def figure(text: str, low: float, measure: str, **more: str) -> Figure:
    start = BODY.index(text)
    facts = {"period": None, "place": None, "speaker": None, **more}
    return Figure(
        text, low, low, "orang", None, measure, facts["period"], facts["place"],
        facts["speaker"], "body", start, start + len(text),
    )  # fmt: skip


def article(identifier: str, published: str | None, **named: object) -> Article:
    notes = Annotations(
        agencies=(Agency("Polri", (mention("Polri"),), parent=None),),
        people=(Person("Ani Yudhoyono", (mention("Ani"),), role="Juru Bicara"),),
        places=(Place("Batam", (mention("Batam"),)),),
        figures=(
            figure("5 tersangka", 5, "suspects"),
            figure("9 korban", 9, "victims", speaker="Ani Yudhoyono"),
            figure("12 kasus", 12, "cases_uncovered", speaker="Polri"),
        ),
    )
    return Article(
        identifier, "a.txt", None, None, None, "Contoh", published, None, None, BODY, (), 0, (),
        replace(notes, **named),
    )  # fmt: skip


ARTICLES = [
    article("a", "2024-01-05"),
    article("b", "2024-03-02T10:00:00+07:00", places=()),
    article("c", None, people=(Person("Ani Yudhoyono", (), role="Kepala Biro"),)),
]


def test_counts_dates_and_months() -> None:
    found = profile("agency", "Polri", ARTICLES)
    assert found is not None
    assert (found.articles, found.mentions) == (3, 3)
    assert (found.first, found.last) == ("2024-01-05", "2024-03-02")
    assert found.months == (("2024-01", 1), ("2024-03", 1))
    assert found.forms == (("Polri", 3),)


def test_roles_with_the_time_in_which_they_were_printed() -> None:
    found = profile("person", "Ani Yudhoyono", ARTICLES)
    assert found is not None
    assert found.roles == (
        HeldRole("Juru Bicara", 2, "2024-01-05", "2024-03-02"),
        HeldRole("Kepala Biro", 1, None, None),
    )


def test_companions_are_counted_by_article_and_never_the_entity_itself() -> None:
    found = profile("agency", "Polri", ARTICLES)
    assert found is not None
    assert found.companions == (
        Companion("person", "Ani Yudhoyono", 3),
        Companion("place", "Batam", 2),
    )


def test_figures_of_the_sentence_and_those_that_it_says_itself() -> None:
    found = profile("agency", "Polri", ARTICLES)
    assert found is not None
    assert {each.figure.text for each in found.figures} == {"5 tersangka", "12 kasus"}
    assert [each.article for each in found.figures] == ["b", "b", "a", "a", "c", "c"]
    assert found.figures[0].sentence == "Polri menahan 5 tersangka."
    assert dict(found.measures) == {"suspects": 3, "cases_uncovered": 3}


def test_as_many_figures_as_are_asked_for() -> None:
    found = profile("agency", "Polri", ARTICLES, figures=1)
    assert found is not None
    assert len(found.figures) == 1
    assert sum(count for _, count in found.measures) == 6


def test_what_no_article_names_has_no_profile() -> None:
    assert profile("agency", "Polda Riau", ARTICLES) is None
    assert profile("person", "Polri", ARTICLES) is None


def test_the_kinds_that_are_asked_for_with_companions_of_any_kind() -> None:
    found = summaries(ARTICLES, ("place",))
    assert [each.name for each in found] == ["Batam"]
    assert {each.kind for each in found[0].companions} == {"agency", "person"}


NAMES = st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=6)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8))
def test_summaries_say_of_each_entity_what_its_profile_says(
    named: list[tuple[list[str], list[str]]],
) -> None:
    articles = [
        article(
            str(number), "2024-01-05" if number % 2 else None, people=(),
            agencies=tuple(Agency(name, (mention("Polri"),)) for name in agencies),
            places=tuple(Place(name, ()) for name in places),
        )
        for number, (agencies, places) in enumerate(named)
    ]  # fmt: skip
    every = {(kind, each.name) for one in articles for kind, each in entities_of(one)}
    found = summaries(articles)
    assert {(each.kind, each.name) for each in found} == every
    for each in found:
        alone = profile(each.kind, each.name, articles)
        assert alone is not None
        assert replace(alone, figures=()) == each
