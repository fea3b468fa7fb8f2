"""Forms of dates that fields and headers of the press carry, and days told from another."""

from __future__ import annotations

import pytest

from index.language.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-05-20T13:31:00+0700", "2025-05-20T13:31:00+07:00"),
        ("2025-05-20 13:31:00 +0800", "2025-05-20T13:31:00+08:00"),
        ("2025-05-20T13:31:00.000+07:00", "2025-05-20T13:31:00+07:00"),
        ("2025-05-20 23:31:00 UTC", "2025-05-21T06:31:00+07:00"),
        ("2025/05/20 13:31 WIB", "2025-05-20T13:31:00+07:00"),
        ("2025.05.20", "2025-05-20"),
        ("20.05.2025", "2025-05-20"),
        ("20/5/25", "2025-05-20"),
        ("21/6/98", "1998-06-21"),
        ("20-Mei-25", "2025-05-20"),
        ("20 Mei '25", "2025-05-20"),
        ("May 20th, 2025", "2025-05-20"),
        ("20th May 2025", "2025-05-20"),
        ("May 20 2025", "2025-05-20"),
        ("Tuesday, May 20, 2025 13:31 WITA", "2025-05-20T13:31:00+08:00"),
        ("Tue May 20 2025 13:31:00 GMT+0700 (Waktu)", "2025-05-20T13:31:00+07:00"),
        ("Rabu (8 / 6 / 2022)", "2022-06-08"),
        ("Mei 2025", "2025-05"),
        ("31/02/2025", None),
        ("2025/02/31", None),
        ("5/20/2025", None),
        ("20 Mei 25 orang", None),
    ],
)
def test_forms_of_fields(text: str, value: str | None) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # The article is of Friday, 29 August 2025.
        ("Rabu lalu", "2025-08-27"),
        ("Rabu pekan lalu", "2025-08-20"),
        ("Sabtu pekan lalu", "2025-08-23"),
        ("Jumat lalu", "2025-08-22"),
        ("kemarin", "2025-08-28"),
        ("dua pekan lalu", "2025-08-11/2025-08-17"),
        ("bulan lalu", "2025-07"),
        ("Jumat (29/8)", "2025-08-29"),
    ],
)
def test_days_told_from_the_article_s_own(text: str, value: str) -> None:
    (found,) = find_dates(f"Mereka pergi {text}, katanya.", "2025-08-29T10:00:00+07:00")
    assert (found.value, found.relative) == (value, True)


def test_a_month_is_no_day_to_tell_others_from() -> None:
    assert find_dates("Mereka pergi kemarin.", "2025-08") == []
