"""The bounds of a figure in its article: open, closed by the title, about, beside its currency."""

from __future__ import annotations

import pytest

from index.article import BODY, Figure
from index.figures import find_figures


def _read(body: str, title: str | None = None) -> tuple[Figure, ...]:
    return find_figures(
        title, body, published="2025-06-20", people=(), agencies=(), places=(), quotes=()
    )


def test_the_title_leaves_an_upper_bound_open() -> None:
    (figure,) = _read("Kerugian hingga Rp4,6 triliun.", "Rugi Rp 4,6 Triliun")
    assert (figure.low, figure.high) == (None, 4.6e12)


@pytest.mark.parametrize("amount", ["Rp5 juta", "30 persen", "40 orang"])
def test_an_upper_bound_has_no_lower_one(amount: str) -> None:
    (figure,) = _read(f"Disiapkan maksimal {amount}.")
    assert figure.low is None
    assert figure.high is not None


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("Biaya 30 dolar Singapura. Ada biaya 20 dolar lain.", "SGD"),
        ("Ada biaya 20 dolar lain.", "USD"),
    ],
)
def test_a_bare_dollar_is_the_one_that_is_named(body: str, unit: str) -> None:
    assert {figure.unit for figure in _read(body)} == {unit}


@pytest.mark.parametrize(
    ("body", "low", "high"),
    [
        ("Setidaknya ada 11 balita yang sakit.", 11, None),
        ("Ada 960.000 orang lebih di sana.", 960_000, None),
        ("Sapi itu terjual 100 ekor lebih mahal.", 100, 100),
        ("Harga melonjak hingga 150 persen.", None, 150),
    ],
)
def test_bounds(body: str, low: float | None, high: float | None) -> None:
    (figure,) = _read(body)
    assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(
    ("printed", "approximate"),
    [
        ("sekitar 20 orang", True),
        ("hampir mencapai 20 orang", True),
        ("kurang lebih 20 orang", True),
        ("20-an orang", True),
        ("seratusan orang", True),
        ("puluhan orang", True),
        ("dua-tiga orang", True),
        ("dua atau tiga orang", True),
        ("20 orang", False),
        ("lebih dari 20 orang", False),
        ("antara 20 dan 30 orang", False),
    ],
)
def test_what_is_not_printed_as_exact_is_approximate(printed: str, approximate: bool) -> None:
    (figure,) = _read(f"Di sana ditangkap {printed}.")
    assert figure.approximate is approximate


def test_a_title_with_the_bound_alone_is_the_same_figure() -> None:
    (figure,) = _read("Lebih dari 5.000 orang pulang.", "5.000 Orang Pulang")
    assert (figure.low, figure.high, figure.part) == (5000, None, BODY)
