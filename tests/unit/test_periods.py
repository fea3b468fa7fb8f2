"""The days that a date or an interval spans."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.periods import days


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-06-05/2023-06-13", ("2023-06-05", "2023-06-13")),
        ("2025-01/2025-04", ("2025-01-01", "2025-04-30")),
        ("2023/", ("2023-01-01", None)),
        ("2023/..", ("2023-01-01", None)),
        ("2025-05-20T13:31:00+07:00", ("2025-05-20", "2025-05-20")),
        (None, (None, None)),
        ("", (None, None)),
        ("tahun lalu", (None, None)),
        ("2024-13", (None, None)),
    ],
)
def test_days(period: str | None, expected: tuple[str | None, str | None]) -> None:
    assert days(period) == expected


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_day_spans_itself(day: date) -> None:
    assert days(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(st.text(max_size=30))
def test_any_text_gives_two_bounds(text: str) -> None:
    assert len(days(text)) == 2
