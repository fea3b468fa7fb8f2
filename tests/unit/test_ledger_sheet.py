"""Tables of figures in memory: values, periods, order, narrowing, counting, room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Figure
from index.figures.kinds import unit_kind
from index.reported import Reported
from tui import i18n
from tui.ledger.amounts import amount, number, span, unit_words
from tui.ledger.columns import COLUMNS, haystacks
from tui.ledger.command import command
from tui.ledger.frequency import frequency
from tui.ledger.layout import GAP, fit, naturals
from tui.ledger.sheet import Narrowing, Sheet


def row(
    low: float | None = 1,
    high: float | None = 1,
    measure: str = "victims",
    unit: str | None = "orang",
    article: str = "a",
    **more: str | None,
) -> Reported:
    figure = Figure(
        "teks", low, high, unit, None, measure, more.get("period"), more.get("place"),
        more.get("speaker"), "body", 0, 4, agency=more.get("agency"),
    )  # fmt: skip
    return Reported(figure, article, more.get("title"), more.get("outlet"), more.get("published"))


def unit_of(one: Reported) -> str:
    return unit_kind(one.figure.unit)


@pytest.mark.parametrize(
    ("low", "high", "approximate", "shown"),
    [
        (5000, 5000, False, "5,000"),
        (5000, 5000, True, "~ 5,000"),
        (5000, None, False, "≥ 5,000"),
        (None, 20, False, "≤ 20"),
        (100, 999, False, "100–999"),
        (0, 0, False, "0"),
        (75.19, 75.19, False, "75.19"),
        (1.5e9, 1.5e9, False, "1,500,000,000"),
        (None, None, False, ""),
    ],
)
def test_a_value_with_its_bounds(
    low: float | None, high: float | None, approximate: bool, shown: str
) -> None:
    assert amount(replace(row(low, high).figure, approximate=approximate)) == shown


@given(st.integers(0, 10**15))
def test_no_whole_number_is_rounded(value: int) -> None:
    assert number(value).replace(",", "") == str(value)


def test_numbers_have_the_separators_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TPPO_LANG", "id")
    i18n.reload()
    assert number(12345.5) == "12.345,5"
    monkeypatch.delenv("TPPO_LANG")
    i18n.reload()


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (None, ""),
        ("2023", "2023"),
        ("2023-06-05/2023-06-13", "2023-06-05..13"),
        ("2023-06-05/2023-08-13", "2023-06-05..08-13"),
        ("2023-01/2023-05", "2023-01..05"),
        ("2020/2024", "2020..2024"),
        ("2023-06/2024-02-01", "2023-06..2024-02-01"),
        ("2023/", "2023.."),
        ("2023/2023", "2023"),
    ],
)
def test_a_period(period: str | None, shown: str) -> None:
    assert span(period) == shown


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("orang", "person"), ("WNI", "person"), ("korban", "person"), ("kasus", "kasus"),
        ("laporan", "laporan"), ("permohonan", "permohonan"), ("USD", "USD"), ("rupiah", "rupiah"),
        (None, ""),
    ],
)  # fmt: skip
def test_only_people_are_of_one_kind_under_any_name(unit: str | None, kind: str) -> None:
    assert unit_kind(unit) == kind


def test_a_kind_of_unit_in_words() -> None:
    assert unit_words("person") == "people"
    assert unit_words("rupiah/orang") == "rupiah/orang"


def test_order_narrowing_and_the_way_back() -> None:
    rows = [row(3, 3), row(None, None), row(9, None, agency="Polri"), row(1, 1, agency="Polri")]
    sheet = Sheet(COLUMNS, rows, haystacks(rows))
    sheet.sort("value")
    assert sheet.order == [3, 0, 2, 1]
    sheet.sort("value")
    assert sheet.order == [2, 0, 3, 1]  # what is not known is last both ways
    sheet.keep(Narrowing("agency", lambda _, each: each.figure.agency == "Polri"))
    assert sheet.order == [2, 3]
    sheet.search("POLRI victims")
    assert sheet.order == [2, 3]
    sheet.search("korban")
    assert sheet.order == []
    assert sheet.narrowings == ("agency", "/korban")
    assert sheet.take_back()
    assert sheet.take_back()
    assert not sheet.take_back()
    assert sheet.order == [2, 0, 3, 1]


@given(
    st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 5)), st.integers(0, 3)), max_size=30),
    st.lists(st.sampled_from(["value", "agency", "period", "title"]), max_size=6),
)
def test_no_row_is_lost_or_doubled(given_rows: list[tuple[int | None, int]], by: list[str]) -> None:
    rows = [row(low, low, agency=f"Badan {name}") for low, name in given_rows]
    sheet = Sheet(COLUMNS, rows, haystacks(rows))
    for name in by:
        sheet.sort(name)
        keys = [sheet.column(name).key(each) for each in sheet.shown]
        known = [key for key in keys if key is not None]
        assert known == sorted(known, reverse=sheet.descending)
        assert keys[: len(known)] == known
    assert sorted(sheet.order) == list(range(len(rows)))


def test_how_often_each_value_stands_there() -> None:
    rows = [
        row(5, 5, unit="orang", article="a"),
        row(2, 2, unit="WNI", article="b"),
        row(7, None, unit="korban", article="b"),
        row(4, 4, measure="suspects", unit="orang"),
        row(9, 9, measure="suspects", unit="kasus"),
    ]
    found = frequency(rows, next(c for c in COLUMNS if c.id == "measure"), unit_of)
    cells = [[column.text(group) for column in found.columns[:4]] for group in found.shown]
    assert cells == [
        ["victims", "3", "2", "2–7 people"],
        ["suspects", "2", "1", "2 units"],  # people are not compared with cases
    ]


@given(st.integers(1, 200), st.integers(0, len(COLUMNS) - 1))
def test_columns_fit_and_the_one_under_the_cursor_is_there(room: int, cursor: int) -> None:
    wanted = [column.most for column in COLUMNS]
    widths = fit(COLUMNS, wanted, room, cursor)
    assert cursor in widths
    assert sum(widths.values()) + GAP * (len(widths) - 1) <= room
    assert all(cells > 0 for cells in widths.values())
    assert list(widths) == sorted(widths)


def test_columns_are_as_wide_as_what_they_show() -> None:
    sheet = Sheet(COLUMNS, [row(agency="Badan Contoh yang Namanya Panjang")])
    wanted = dict(zip([column.id for column in COLUMNS], naturals(sheet), strict=True))
    assert wanted["agency"] == 33
    assert wanted["value"] == len("value") + 2


def test_the_command_that_prints_the_same() -> None:
    assert command("a 'b'") == "tppo-tui search 'a '\"'\"'b'\"'\"'' --emit figures --format csv"
    asked = command("angka:korban", voices=True, asked=True, sort="newest", archive=Path("/x y"))
    assert asked == (
        "tppo-tui search angka:korban --emit figures --sort newest --voices --matching"
        " --format csv --archive '/x y'"
    )
    assert command("", among=["a", "b"]) == "tppo-tui show a b --emit figures --format csv"
    assert command("", among=["a"] * 9) == "tppo-tui show - --emit figures --format csv"
