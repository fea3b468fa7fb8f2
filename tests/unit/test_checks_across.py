"""What the figures of several articles show beside each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import BODY, Figure
from index.check import Check
from index.checks.across import MOST_OTHERS, across
from index.checks.miscopied import miscopied, signs_of_slip
from index.checks.scope import counted_days, days_of, key_of
from index.checks.totals import totals
from index.reported import Reported
from tests.watch import comes_to_an_end


def row(
    value: float,
    period: str | None = "2023",
    *,
    article: str = "a",
    published: str | None = "2024-02-01",
    outlet: str | None = "Contoh",
    measure: str = "victims",
    unit: str = "orang",
    agency: str | None = "LPSK",
    place: str | None = None,
    **more: object,
) -> Reported:
    figure = Figure(f"{value:.0f} {unit}", value, value, unit, None, measure, period, place, None,
                    BODY, 0, 9, agency=agency)  # fmt: skip
    return Reported(replace(figure, **more), article, None, outlet, published)  # type: ignore[arg-type]


def told(checks: tuple[Check, ...]) -> list[tuple[str, str, list[str]]]:
    return [
        (check.figure.article, check.verdict, [other.article for other in check.others])
        for check in checks
    ]


def test_the_same_count_for_the_same_days_is_a_contradiction() -> None:
    rows = [row(1500, article="a"), row(1620, article="b", outlet="Warta")]
    checks = across(rows)
    assert told(checks) == [("a", "differs", ["b"]), ("b", "differs", ["a"])]
    assert checks[0].kind == "reports"
    assert (checks[0].printed, checks[0].expected, checks[0].difference) == (1500, 1620, -120)
    assert checks[0].severity == "strong"


def test_a_slip_of_the_first_digit_is_told_from_a_contradiction() -> None:
    rows = [
        row(2373, article="a"),
        row(3373, article="b", outlet="Warta"),
        row(2373, article="c", outlet="Harian"),
    ]
    assert told(across(rows)) == [
        ("a", "agrees", ["c"]),
        ("a", "miscopied", ["b"]),
        ("b", "miscopied", ["a"]),
        ("c", "agrees", ["a"]),
        ("c", "miscopied", ["b"]),
    ]


def test_a_running_count_grows() -> None:
    rows = [
        row(1500, "2024", article="a", published="2024-03-01"),
        row(1620, "2024", article="b", published="2024-06-01", outlet="Warta"),
        row(1100, "2024", article="c", published="2024-09-01", outlet="Harian"),
    ]
    assert ("a", "grows", ["b"]) in told(across(rows))
    assert ("c", "differs", ["a", "b"]) in told(across(rows))


def test_a_source_may_give_another_value_later() -> None:
    rows = [
        row(1500, article="a", published="2024-02-01"),
        row(1510, article="b", published="2024-05-01"),
    ]
    checks = across(rows)
    assert [(check.verdict, check.severity) for check in checks] == [("revised", "mild")] * 2


@pytest.mark.parametrize(
    "other",
    [
        row(1620, article="b", measure="suspects"),
        row(1620, article="b", unit="kasus"),
        row(1620, article="b", agency="Polri"),
        row(1620, article="b", place="Batam"),
        row(1620, "2022", article="b"),
        row(1620, None, article="b"),
        row(1620, article="b", approximate=True),
        row(1620, article="b", high=None),
        row(1620, article="b", breakdown="sex"),
        row(1620, article="b", whole=(1, 2)),
        row(1620, article="b", per="provinsi"),
        row(1620, article="b", measure="money", unit="rupiah"),
        # Of something wider.
        row(9000, article="b"),
    ],
)
def test_what_cannot_be_compared_is_not(other: Reported) -> None:
    assert across([row(1500, article="a"), other]) == ()


def test_rounded_values_agree() -> None:
    rows = [row(1500, article="a"), row(2000, article="b", text="2 ribu orang")]
    assert [check.verdict for check in across(rows)] == ["agrees", "agrees"]


def test_copies_of_one_text_are_one_witness() -> None:
    rows = [row(1500, article=name) for name in "abc"]
    assert across(rows, {"a": 1, "b": 1, "c": 1}) == ()
    checks = across(rows, {"a": 1, "b": 1})
    assert told(checks) == [
        ("a", "agrees", ["c"]), ("b", "agrees", ["c"]), ("c", "agrees", ["a"]),
    ]  # fmt: skip


def test_events_of_one_day_are_compared_only_in_one_place() -> None:
    day = "2024-01-05"
    assert across([row(20, day, article="a"), row(25, day, article="b")]) == ()
    rows = [row(20, day, article=name, place="Batam", unit="WNI") for name in "a"]
    rows.append(row(25, day, article="b", place="Batam", unit="WNI", outlet="Warta"))
    assert [check.verdict for check in across(rows)] == ["differs", "differs"]


def test_one_article_is_not_set_against_itself() -> None:
    assert across([row(1500, article="a"), row(1620, article="a")]) == ()


@given(
    st.lists(
        st.tuples(
            st.sampled_from([900, 1500, 1510, 2373, 3373]), st.sampled_from(["2022", "2023"])
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_articles_does_not_matter(
    counts: list[tuple[int, str]], random: Random
) -> None:
    rows = [row(value, days, article=f"a{n}") for n, (value, days) in enumerate(counts)]
    shuffled = rows[:]
    random.shuffle(shuffled)

    def said(given: list[Reported]) -> set[tuple[str, str, tuple[str, ...]]]:
        return {
            (check.figure.article, check.verdict, tuple(sorted(o.article for o in check.others)))
            for check in across(given)
        }

    assert said(rows) == said(shuffled)


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=8))
def test_equal_values_are_never_a_warning(values: list[int]) -> None:
    rows = [row(values[0], article=f"a{n}") for n in range(len(values))]
    assert not any(check.warns for check in across(rows))


def test_one_number_for_another_period_is_told() -> None:
    rows = [
        row(3541, "2023-06", article="a", measure="passport_deferred", unit="permohonan"),
        row(3541, "2023/2024-06", article="b", measure="passport_deferred", unit="permohonan",
            published="2024-07-01"),
        row(3541, "2023-06", article="c", measure="passport_deferred", unit="permohonan"),
    ]  # fmt: skip
    assert told(across(rows)) == [
        ("a", "agrees", ["c"]),
        ("a", "redated", ["b"]),
        ("b", "redated", ["a"]),
        ("c", "agrees", ["a"]),
    ]
    rounds = [replace(each, figure=replace(each.figure, low=3500, high=3500)) for each in rows]
    assert all(check.verdict == "agrees" for check in across(rounds))


@pytest.mark.parametrize("unit", ["paspor", "pemohon"])
def test_one_number_of_other_things_is_told(unit: str) -> None:
    rows = [
        row(3541, "2023-06", article="a", measure="passport_deferred", unit="permohonan"),
        row(3541, "2023-06", article="b", measure="passport_deferred", unit=unit),
    ]
    assert [check.verdict for check in across(rows)] == ["renamed", "renamed"]
    other = [replace(each, figure=replace(each.figure, measure="victims")) for each in rows]
    assert across(other) == ()


def test_many_figures_are_compared_in_a_window() -> None:
    random = Random(7)
    rows = [
        row(random.randrange(100, 90_000), "2023", article=f"a{n}", outlet=f"o{n % 90}")
        for n in range(20_000)
    ]
    with comes_to_an_end():
        checks = across(rows)
    assert all(len(check.others) <= MOST_OTHERS for check in checks)


# Slips of copying


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        (2373, 3373, True),
        (2373, 2393, True),
        (2373, 2733, True),
        (1937, 19370, True),
        (1937, 1937000, True),
        (2000, 3000, False),
        (1000, 10000, False),
        (373, 473, False),
        (1500, 1620, False),
        (2373, 2373, False),
        (2373.5, 3373.5, False),
        (0, 2373, False),
    ],
)
def test_a_slip(one: float, other: float, slip: bool) -> None:
    assert miscopied(one, other) is slip
    assert miscopied(other, one) is slip


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [(2373, 3373, True), (2373, 23730, True), (2373, 2393, False), (2373, 2733, False)],
)
def test_what_tells_a_slip_of_a_count_that_may_have_grown(
    one: float, other: float, told: bool
) -> None:
    assert set(signs_of_slip(one)).isdisjoint(signs_of_slip(other)) is not told


def test_a_slip_is_found_where_no_period_is_known() -> None:
    rows = [row(2373, None, article="a"), row(3373, None, article="b", outlet="Warta")]
    assert [check.verdict for check in across(rows)] == ["miscopied", "miscopied"]
    assert across([replace_agency(each) for each in rows]) == ()


def replace_agency(each: Reported) -> Reported:
    return replace(each, figure=replace(each.figure, agency=None))


# Scopes


def test_the_days_of_a_period() -> None:
    def length(period: str) -> int:
        first, last = days_of(period)
        assert first is not None
        assert last is not None
        return last - first + 1

    assert [length(each) for each in ("2024", "2023-02", "2024-02-29")] == [366, 28, 1]
    assert length("2024-01/2024-03") == 91
    assert days_of("2024/")[1] is None
    assert days_of("kemarin") == days_of(None) == days_of("2024-13") == (None, None)


def test_a_period_counts_as_far_as_it_had_gone() -> None:
    days = counted_days(row(5, "2024", published="2024-03-01T10:00:00+07:00"))
    assert days == (days_of("2024-01-01")[0], days_of("2024-03-01")[0])
    assert counted_days(row(5, "2025", published="2024-03-01")) is None
    assert counted_days(row(5, "2024/", published=None)) is None


def test_generic_units_part_nothing_and_the_country_is_no_place() -> None:
    one = key_of(row(5, unit="orang", place="Indonesia").figure)
    assert one == key_of(row(5, unit="korban").figure)
    assert one != key_of(row(5, unit="WNI").figure)
    assert key_of(row(5, measure="persons").figure) is None


# Totals


def test_a_total_is_over_disjoint_periods() -> None:
    rows = [row(203, "2020"), row(147, "2021"), row(150, "2022"), row(1297, "2023")]
    (total,) = totals(rows)
    assert (total.value, total.unit, total.source, total.measure) == (
        1797, "orang", "LPSK", "victims",
    )  # fmt: skip
    assert [each.figure.period for each in total.counted] == ["2020", "2021", "2022", "2023"]
    assert total.left_out == ()


def test_a_total_says_what_it_leaves_out() -> None:
    rows = [
        row(203, "2020"),
        row(147, "2021"),
        row(147, "2021", article="b"),
        row(80, "2021-05", article="c"),
        row(350, None, article="d"),
        row(60, "2022", article="e", breakdown="sex"),
        row(99, "2023", article="f", approximate=True),
        row(70, "2024", article="g"),
        row(71, "2024", article="h"),
    ]
    (total,) = totals(rows)
    assert total.value == 350
    assert {(each.row.article, each.reason) for each in total.left_out} == {
        ("c", "overlaps"), ("d", "no period"), ("e", "part"), ("f", "inexact"),
        ("g", "disputed"), ("h", "disputed"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        row(9, "2021", unit="kasus"),
        row(9, "2021", measure="suspects"),
        row(9, "2021", agency="Polri"),
        row(9, "2021", place="Batam"),
        row(9, "2020"),
        row(9, "2020-03"),
        row(9, "2021", agency=None),
        row(9, "2021", measure="population"),
    ],
)
def test_nothing_is_added_across_kinds(other: Reported) -> None:
    assert totals([row(203, "2020"), other]) == ()


def test_a_total_of_months_is_kept_where_the_year_is_not_wider() -> None:
    months = [row(n, f"2024-{n:02}") for n in range(1, 7)]
    (total,) = totals([*months, row(500, "2025", published="2026-01-01")])
    assert total.value == 21 + 500
    (total,) = totals([*months, row(21, "2024"), row(500, "2025")])
    assert total.value == 521
    assert [each.figure.period for each in total.counted] == ["2024", "2025"]


@given(st.lists(st.tuples(st.integers(1, 900), st.integers(2000, 2030)), max_size=15))
def test_a_total_never_counts_a_day_twice(counts: list[tuple[int, int]]) -> None:
    rows = [row(value, f"{year}/{year + value % 3}") for value, year in counts]
    for total in totals(rows):
        spans = sorted(days_of(each.figure.period) for each in total.counted)
        assert all(one[1] < two[0] for one, two in pairwise(spans))  # type: ignore[operator]
        assert total.value == sum(each.figure.low or 0 for each in total.counted)
        assert len(total.counted) + len(total.left_out) <= len(rows)
