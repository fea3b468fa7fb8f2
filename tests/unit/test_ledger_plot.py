"""Figures as a picture: of one measure and unit, a line a source, at the end of their periods."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from index.reported import Reported
from tests.unit.test_ledger_sheet import row, unit_of
from tui.ledger.canvas import Canvas, ticks
from tui.ledger.plot import legend, plot, told
from tui.ledger.series import MOST_SERIES, kinds, picture
from tui.theme import COLOURED

VICTIMS = ("victims", "person")


def reports(*facts: tuple[float, str | None, str | None]) -> list[Reported]:
    return [row(value, value, period=period, outlet=outlet) for value, period, outlet in facts]


def test_only_one_measure_and_one_kind_of_unit() -> None:
    rows = [
        *reports((5, "2023", "A"), (7, "2024", "A"), (9, None, "A")),
        row(100, 100, unit="kasus", period="2023"),
        row(3, 3, measure="suspects", period="2023"),
        row(8, 8, unit="WNI", period="2022", outlet="B"),
    ]
    assert kinds(rows, unit_of)[0] == VICTIMS
    shown = picture(rows, VICTIMS, "outlet", unit_of)
    assert [(each.name, len(each.points)) for each in shown.series] == [("A", 2), ("B", 1)]
    assert (shown.other_kinds, shown.undated) == (2, 1)


def test_an_interval_stands_at_its_end_and_its_beginning_is_told() -> None:
    (one,) = picture(reports((5, "2023-03/2023-05", "A")), VICTIMS, "outlet", unit_of).series
    point = one.points[0]
    assert (point.day - point.begin) == 31 + 30 + 30  # 1 March to 31 May
    assert "Mar 2023 – May 2023" in str(told(point))


def test_what_a_source_repeats_is_one_point() -> None:
    rows = reports((5, "2023", "A"), (5, "2023", "A"), (5, "2023", "B"), (6, "2023", "A"))
    shown = picture(rows, VICTIMS, "outlet", unit_of)
    assert [len(each.points) for each in shown.series] == [2, 1]


def test_many_sources_and_none() -> None:
    rows = reports(*((n, "2023", f"Media {n}") for n in range(9)), (3, "2022", None))
    shown = picture(rows, VICTIMS, "outlet", unit_of)
    assert len(shown.series) == MOST_SERIES + 1
    assert shown.series[-1].others
    assert sum(len(each.points) for each in shown.series) == 10
    assert "other sources" in " ".join(map(str, legend(shown, 60, COLOURED)))


def test_points_go_by_time_and_what_is_no_date_is_left_out() -> None:
    rows = reports((1, "2024-02", "A"), (2, "2023", "A"), (3, "2023-02-29", "A"), (4, "x", "A"))
    shown = picture(rows, VICTIMS, "outlet", unit_of)
    assert [point.value for _, point in shown.points] == [2, 1]
    assert shown.undated == 2


@given(
    st.lists(
        st.tuples(
            st.floats(0, 1e12, allow_nan=False),
            st.sampled_from(["2019", "2023-05", "2023-01/2023-06", "2024-02-29"]),
            st.sampled_from(["A", "B", None]),
        ),
        min_size=1,
    ),
    st.integers(20, 160),
    st.integers(6, 50),
    st.booleans(),
)
def test_it_fits_whatever_it_shows(
    facts: list[tuple[float, str, str | None]], width: int, height: int, logarithmic: bool
) -> None:
    shown = picture(reports(*facts), VICTIMS, "outlet", unit_of)
    lines = str(plot(shown, width, height, COLOURED, logarithmic=logarithmic)).split("\n")
    assert len(lines) == height
    longest = max(cell_len(line) for line in lines)
    # The labels of the values are never cut; only beside very long ones the picture is wider.
    assert longest <= max(width, 34)


def test_the_higher_value_stands_higher() -> None:
    shown = picture(reports((1, "2022", "A"), (9, "2023", "B")), VICTIMS, "outlet", unit_of)
    lines = str(plot(shown, 60, 16, COLOURED)).split("\n")
    at = {sign: next(y for y, line in enumerate(lines) if sign in line) for sign in "●▲"}
    assert at["▲"] < at["●"]
    assert lines[-1].split()[0] == "1"  # 1 Jan 2022, where the first period begins
    assert "31 Dec 2023" in lines[-1]


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 400, 5, [0, 100, 200, 300, 400]),
        (0, 9, 4, [0, 5]),
        (0, 1006, 6, [0, 200, 400, 600, 800, 1000]),
        (0, 0, 5, [0]),
        (0, 1, 3, [0, 0.5, 1.0]),
    ],
)
def test_round_numbers_on_the_axis(
    low: float, high: float, most: int, expected: list[float]
) -> None:
    assert ticks(low, high, most) == expected


def test_a_line_of_dots() -> None:
    canvas = Canvas(4, 1)
    canvas.line((0, 0), (3.9, 0), "bold")
    assert str(canvas.lines()[0]) == "⠉⠉⠉⠉"
    canvas.sign(1, 0, "●", "bold")
    assert str(canvas.lines()[0])[1] == "●"
