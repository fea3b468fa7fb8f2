"""Dates of Indonesian news, found in a text and parsed from a field."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.dates import find_dates, parse_date
from index.language.periods import days

PUBLISHED = "2025-08-26"
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
SHORT = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def values(text: str, published: str | None = None) -> list[str]:
    return [found.value for found in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rabu (21/6/2023)", "2023-06-21"),
        ("Selasa 20-05-2025,13:31 WIB", "2025-05-20T13:31:00+07:00"),
        ("Selasa, 26 Agustus 2025", "2025-08-26"),
        ("26 Agt 2025", "2025-08-26"),
        ("26 Ags. 2025", "2025-08-26"),
        ("Jum'at, 3 Mei 2024", "2024-05-03"),
        ("Jum’at (3/5/2024)", "2024-05-03"),
        ("17 Des 2024 10:15 WIB", "2024-12-17T10:15:00+07:00"),
        ("17 Desember 2024 | 10.15 WITA", "2024-12-17T10:15:00+08:00"),
        ("17 Desember 2024 pukul 10.15 WIT", "2024-12-17T10:15:00+09:00"),
        ("(13/03/2024)", "2024-03-13"),
        ("2024-03-13", "2024-03-13"),
        ("May 3, 2024", "2024-05-03"),
        ("5 hingga 13 Juni 2023", "2023-06-05/2023-06-13"),
        ("5-13 Juni 2023", "2023-06-05/2023-06-13"),
        ("5 s.d. 13 Juni 2023", "2023-06-05/2023-06-13"),
        ("30 Desember - 2 Januari 2024", "2023-12-30/2024-01-02"),
        ("5 Juni 2023 sampai 13 Juli 2024", "2023-06-05/2024-07-13"),
        ("(5-7/6/2023)", "2023-06-05/2023-06-07"),
        ("Januari hingga April tahun 2025", "2025-01/2025-04"),
        ("Januari–Juni 2025", "2025-01/2025-06"),
        ("November 2024 sampai Januari 2025", "2024-11/2025-01"),
        ("November sampai Januari 2025", "2024-11/2025-01"),
        ("Juni 2023", "2023-06"),
        ("sepanjang 2024", "2024"),
        ("pada akhir tahun 2024", "2024"),
        ("tahun 2021 hingga 2024", "2021/2024"),
        ("2021-2024", "2021/2024"),
        ("semester I 2024", "2024-01/2024-06"),
        ("triwulan III tahun 2024", "2024-07/2024-09"),
        ("kuartal keempat 2024", "2024-10/2024-12"),
    ],
)
def test_absolute_dates(text: str, value: str) -> None:
    assert values(text) == [value]
    assert values(f"Sebanyak 17 orang, {text}, ditunda.") == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sabtu (23/8)", "2025-08-23"),
        ("Selasa (30/12)", "2025-12-30"),
        ("Senin (30/12)", "2024-12-30"),
        ("5 Juni", "2025-06-05"),
        ("20-25 Agustus", "2025-08-20/2025-08-25"),
        ("kemarin", "2025-08-25"),
        ("hari ini", "2025-08-26"),
        ("dua hari lalu", "2025-08-24"),
        ("3 hari yang lalu", "2025-08-23"),
        ("Senin lalu", "2025-08-25"),
        ("Selasa lalu", "2025-08-19"),
        ("minggu lalu", "2025-08-18/2025-08-24"),
        ("pekan lalu", "2025-08-18/2025-08-24"),
        ("pekan ini", "2025-08-25/2025-08-31"),
        ("bulan lalu", "2025-07"),
        ("bulan ini", "2025-08"),
        ("awal tahun ini", "2025"),
        ("tahun lalu", "2024"),
        ("setahun lalu", "2024"),
        ("Juni lalu", "2025-06"),
        ("Oktober lalu", "2024-10"),
        ("sejak Maret", "2025-03"),
        ("pada Maret dan April", "2025-03/2025-04"),
        ("pada Sabtu malam", "2025-08-23"),
        ("pada hari Selasa", "2025-08-26"),
        ("Januari hingga Juli", "2025-01/2025-07"),
    ],
)
def test_relative_dates_need_the_day_of_publication(text: str, value: str) -> None:
    found = find_dates(f"Mereka pergi {text}, katanya.", PUBLISHED)
    assert [(item.value, item.relative) for item in found] == [(value, True)]
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "58.307 orang",
        "1006 orang",
        "UU Nomor 21 Tahun 2007",
        "UU No. 21/2007",
        "31 Februari 2024",
        "Rp 2.024 juta",
        "nomor 2024",
        "1/2 bagian",
        "30/2/2024",
        "Mei bertemu kakaknya",
        "beberapa waktu lalu",
        "pukul 10.15 WIB",
        "satu lalu lintas",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert values(text, PUBLISHED) == []


def test_a_clock_without_a_zone_is_left_out() -> None:
    (found,) = find_dates("26 Agustus 2025, 10:15")
    assert (found.text, found.value) == ("26 Agustus 2025", "2025-08-26")


def test_the_sunday_that_is_called_like_a_week() -> None:
    assert values("pada Minggu lalu", PUBLISHED) == ["2025-08-24"]
    assert values("Minggu lalu ia pergi", PUBLISHED) == ["2025-08-18/2025-08-24"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-01-31", "2025-01-31"),
        ("2025-01", "2025-01"),
        ("2025", "2025"),
        ("20250131", "2025-01-31"),
        ("2025/1/31", "2025-01-31"),
        ("2025-01-31T10:00:59+07:00", "2025-01-31T10:00:00+07:00"),
        ("2025-01-31T20:00:00Z", "2025-02-01T03:00:00+07:00"),
        ("2025-01-31 10:00:00", "2025-01-31"),
        ("2025-01-31 10:00 WIB", "2025-01-31T10:00:00+07:00"),
        ("Fri, 31 Jan 2025 10:00:00 +0800", "2025-01-31T10:00:00+08:00"),
        ("Fri, 31 Jan 2025 23:00:00 GMT", "2025-02-01T06:00:00+07:00"),
        ("1738281600", "2025-01-31T07:00:00+07:00"),
        ("1738281600.5", "2025-01-31T07:00:00+07:00"),
        ("1738281600000", "2025-01-31T07:00:00+07:00"),
        ("03/04/2025", "2025-04-03"),
        ("Diterbitkan: Selasa, 20 Mei 2025 13:31 WIB", "2025-05-20T13:31:00+07:00"),
        ("31 Januari 2025", "2025-01-31"),
    ],
)
def test_fields(text: str, value: str) -> None:
    assert parse_date(text) == value


@pytest.mark.parametrize(
    "text", ["", " ", "kemarin", "12", "1/31/2025", "0000-00-00", "٣", "9" * 300]
)
def test_fields_that_are_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(
    st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    st.sampled_from(
        [
            "{day} {month} {year}",
            "{day} {short} {year}",
            "{weekday}, {day} {month} {year}",
            "{weekday} ({day}/{number}/{year})",
            "{day:02d}/{number:02d}/{year}",
            "{day:02d}-{number:02d}-{year}",
            "{year}-{number:02d}-{day:02d}",
        ]
    ),
)
def test_a_day_reads_back_in_every_form(day: date, form: str) -> None:
    text = form.format(
        day=day.day,
        number=day.month,
        year=day.year,
        month=MONTHS[day.month - 1],
        short=SHORT[day.month - 1],
        weekday=WEEKDAYS[day.weekday()],
    )
    assert values(f"Pada {text} petugas datang") == [day.isoformat()]
    assert parse_date(text) == day.isoformat()


@given(
    st.dates(date(1950, 1, 1), date(2099, 10, 1)),
    st.integers(1, 60),
    st.sampled_from([" hingga ", "-", " – ", " sampai dengan "]),
)
def test_an_interval_reads_back(start: date, length: int, to: str) -> None:
    end = start + timedelta(days=length)
    text = f"{start.day} {MONTHS[start.month - 1]} {start.year}{to}{end.day} "
    text += f"{MONTHS[end.month - 1]} {end.year}"
    (value,) = values(text)
    assert value == f"{start}/{end}"
    assert days(value) == (start.isoformat(), end.isoformat())


@given(st.dates(date(1950, 1, 1), date(2099, 1, 1)), st.integers(-60, 200))
def test_a_day_without_a_year_is_resolved_by_its_weekday(day: date, later: int) -> None:
    published = (day + timedelta(days=later)).isoformat()
    assert values(f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month})", published) == [
        day.isoformat()
    ]


pieces = st.sampled_from(
    [
        *("1", "31", "2024", "/", "-", "(", ")", ",", ".", ":", "WIB", "Januari", "Mei", "Senin"),
        *("hingga", "tahun", "lalu", "kemarin", "pekan", "dua", "No", "5/6", "ini", "pada"),
    ]
)


@given(
    st.one_of(
        st.text(), st.lists(pieces, max_size=12).map(" ".join), st.lists(pieces).map("".join)
    ),
    st.one_of(
        st.none(), st.just(PUBLISHED), st.just("0001-01-01"), st.just("9999-12-31"), st.text()
    ),
)
def test_spans_lie_in_the_text_in_order(text: str, published: str | None) -> None:
    end = 0
    for found in find_dates(text, published):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        first, last = days(found.value)
        assert first is not None
        assert last is not None
        assert first <= last
        end = found.end
    parse_date(text)


@pytest.mark.parametrize("piece", ["a", "1", "1/", "A ", "senin ", "5 hingga ", "tahun ", "2024-"])
def test_long_repetitions_take_no_time(piece: str) -> None:
    find_dates(piece * (50_000 // len(piece)), PUBLISHED)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("pada Q2-2022", "2022-04/2022-06"),
        ("pada Q4 2021", "2021-10/2021-12"),
        ("triwulan III/2023", "2023-07/2023-09"),
        ("paruh kedua 2023", "2023-07/2023-12"),
        ("tahun 2021 dan 2022", "2021/2022"),
        ("tahun 2015 dan 2022", "2015"),
    ],
)
def test_parts_of_years_and_two_years(text: str, value: str) -> None:
    assert values(text, PUBLISHED)[0] == value


def test_a_half_year_told_from_the_day_of_publication() -> None:
    assert values("semester I tahun lalu", "2025-06-20") == ["2024-01/2024-06"]
    assert "2024-01/2024-06" not in values("semester I tahun lalu", None)


@pytest.mark.parametrize(
    "text",
    ["setiap Senin", "pada Senin depan", "di Pasar Minggu", "pada Jumat Agung", "hari Senin-Jumat"],
)
def test_a_weekday_that_is_no_day_of_its_own(text: str) -> None:
    assert find_dates(f"Mereka pergi {text}.", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        # The weekday tells that the year is misprinted.
        ("Sabtu (14/6/2026)", "2025-06-20", "2025-06-14"),
        # It fits, or no day before does: as printed.
        ("Senin (1/9/2025)", "2025-08-25", "2025-09-01"),
        ("Rabu (1/9/2025)", "2025-08-25", "2025-09-01"),
    ],
)
def test_a_misprinted_year(text: str, published: str, value: str) -> None:
    (found,) = find_dates(f"Mereka pergi {text}.", published)
    assert found.value == value
