"""The grammar of Indonesian numbers: whatever is written reads back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.figures.amounts import find_amounts
from index.figures.counted import counted_in
from index.figures.numbers import find_numbers, read_digits, read_words
from index.language.sentences import sentences
from tests.watch import comes_to_an_end

_DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"))
_FUSED = {"satu puluh": "sepuluh", "satu belas": "sebelas", "satu ratus": "seratus"}


def _below_thousand(value: int) -> list[str]:
    words: list[str] = []
    if value >= 100:
        hundreds = f"{_DIGITS[value // 100]} ratus"
        words.append(_FUSED.get(hundreds, hundreds))
        value %= 100
    if value >= 20 or value == 10:
        tens = f"{_DIGITS[value // 10]} puluh"
        words.append(_FUSED.get(tens, tens))
        value %= 10
    elif value > 10:
        teen = f"{_DIGITS[value - 10]} belas"
        words.append(_FUSED.get(teen, teen))
        value = 0
    if value:
        words.append(_DIGITS[value])
    return words


def _in_words(value: int) -> str:
    """The number words of a value, as a school teaches them."""
    if value == 0:
        return "nol"
    words: list[str] = []
    for size, name in _SCALES:
        count, value = divmod(value, size)
        if count == 1 and name == "ribu":
            words.append("seribu")
        elif count:
            words += [*_below_thousand(count), name]
    return " ".join(words + _below_thousand(value))


@given(st.integers(0, 10**12))
def test_number_words_read_back(value: int) -> None:
    assert read_words(_in_words(value)) == value


@given(st.integers(0, 10**12))
def test_thousands_dots_read_back(value: int) -> None:
    assert read_digits(f"{value:,}".replace(",", ".")) == value
    assert read_digits(str(value)) == value


@given(st.integers(1, 999_999), st.integers(0, 99))
def test_decimal_commas_read_back(whole: int, part: int) -> None:
    printed = f"{whole:,}".replace(",", ".") + f",{part:02d}"
    assert read_digits(printed) == pytest.approx(whole + part / 100)


@given(st.integers(1, 999), st.integers(0, 99), st.sampled_from(_SCALES))
def test_digits_with_a_magnitude_read_back(whole: int, part: int, scale: tuple[int, str]) -> None:
    (number,) = find_numbers(f"ada {whole},{part:02d} {scale[1]} rupiah")
    assert number.low == number.high == (whole * 100 + part) * scale[0] // 100


@given(st.integers(0, 10**12))
def test_a_number_is_found_where_it_stands(value: int) -> None:
    words = _in_words(value)
    text = f"Tercatat {words} orang."
    (number,) = find_numbers(text)
    assert (text[number.start : number.end], number.low) == (words, value)


def _forms(value: int) -> Iterator[str]:
    """Every written form of a whole number that the grammar knows."""
    words, plain, dotted = _in_words(value), str(value), f"{value:,}".replace(",", ".")
    yield from (words, plain, dotted)
    yield from (words.capitalize(), words.upper())
    yield from (f"{dotted} ({words})", f"{words} ({dotted})", f"{plain} ({words})")
    if value % 12 == 0 and 0 < value < 10**6:
        yield f"{value // 12} lusin"
    for size, name in _SCALES:
        if value < size:
            continue
        whole, part = divmod(value, size)
        grouped = f"{whole:,}".replace(",", ".")
        decimals = f"{part:0{len(str(size)) - 1}d}".rstrip("0")
        number = f"{grouped},{decimals}" if decimals else grouped
        if len(grouped + decimals) < 16:
            yield from (f"{number} {name}", f"{number}{name}", f"{number} {name.upper()}")
            yield f"{number} {name} ({words})"
        if decimals and whole < 1000:
            digits = " ".join(_DIGITS[int(digit)] for digit in decimals)
            yield f"{_in_words(whole)} koma {digits} {name}"
        if part * 2 == size and whole < 1000:
            yield f"{_in_words(whole)} setengah {name}"
        below = {10**12: "miliar", 10**9: "juta", 10**6: "ribu"}.get(size)
        if below and part and part % (size // 1000) == 0:
            yield f"{whole} {name} {part // (size // 1000)} {below}"


_VALUES = st.integers(0, 10**12) | st.builds(
    lambda digits, zeros: min(digits * 10**zeros, 10**12), st.integers(0, 9999), st.integers(0, 12)
)


@given(_VALUES)
@example(10**12)
@example(1006)
@example(1_500_000)
@example(2_000_500)
@settings(max_examples=300)
def test_any_number_reads_back_in_every_form(value: int) -> None:
    for printed in _forms(value):
        found = [(one.low, one.high) for one in find_amounts(f"Ada {printed} orang di sana.")]
        assert found == [(value, value)], printed


@given(
    st.lists(
        st.sampled_from(
            ["sekitar", "lebih dari", "20", "dua", "puluh", "ribu", "-", "hingga", "Rp", "juta",
             ".", "antara", "dan", "(", ")", "persen", "orang", "3.541", ". Ada", "!\n", "\n", ";5"]
        ),
        max_size=14,
    )
)  # fmt: skip
@settings(max_examples=300)
def test_a_figure_never_crosses_a_sentence(words: list[str]) -> None:
    text = " ".join(words)
    bounds = sentences(text)
    for one in counted_in(text, find_amounts(text), bounds, [], titled=False):
        assert any(start <= one.span[0] and one.span[1] <= end for start, end in bounds)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("belasan", 11, 19),
        ("puluhan", 10, 99),
        ("ratusan", 100, 999),
        ("ribuan", 1000, 9999),
        ("puluhan ribu", 10_000, 99_999),
        ("ratusan juta", 10**8, 10**9 - 1),
        ("jutaan", 10**6, 10**7 - 1),
        ("nihil", 0, 0),
        ("3.000-an", 3000, 3000),
        ("20 ribuan", 20_000, 20_000),
        ("2 juta 500 ribu", 2_500_000, 2_500_000),
        ("1,234,567", 1_234_567, 1_234_567),
        ("4,5 jt", 4_500_000, 4_500_000),
        ("15 rb", 15_000, 15_000),
        ("satu setengah juta", 1_500_000, 1_500_000),
        ("setengah juta", 500_000, 500_000),
        ("dua koma lima juta", 2_500_000, 2_500_000),
        ("dua koma tujuh puluh lima", 2.75, 2.75),
        ("1 miliar 250 juta 300 ribu", 1_250_300_000, 1_250_300_000),
        ("dua ratusan", 200, 200),
        ("lima ratusan ribu", 500_000, 500_000),
        ("seratusan", 100, 100),
        ("90an", 90, 90),
        ("dua lusin", 24, 24),
        ("3 kodi", 60, 60),
        ("selusin", 12, 12),
        ("dua pertiga", 2 / 3, 2 / 3),
        ("seperempat", 0.25, 0.25),
        ("tiga per empat", 0.75, 0.75),
        ("3/4", 0.75, 0.75),
        ("separuh", 0.5, 0.5),
    ],
)
def test_written_forms(printed: str, low: float, high: float) -> None:
    (number,) = find_numbers(f"kira {printed} orang")
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("lebih dari 5.000 orang", 5000, None, None),
        ("sedikitnya 40 orang", 40, None, None),
        ("kurang dari 100 orang", None, 100, None),
        ("hingga 12 orang", None, 12, None),
        ("maksimal 12 orang", None, 12, None),
        ("meningkat hingga 150 persen", None, 150, "persen"),
        ("sekitar 200 orang", 200, 200, None),
        ("hampir seratus orang", 100, 100, None),
        ("200 lebih orang", 200, None, None),
        ("tidak kurang dari dua ribu orang", 2000, None, None),
        ("antara 20 dan 30 orang", 20, 30, None),
        ("10 sampai 11 balita", 10, 11, None),
        ("dua hingga tiga orang", 2, 3, None),
        ("dua-tiga orang", 2, 3, None),
        ("dua atau tiga orang", 2, 3, None),
        ("setidaknya ada 11 orang", 11, None, None),
        ("20 (dua puluh) orang", 20, 20, None),
        ("Rp500.000,- (lima ratus ribu rupiah)", 500_000, 500_000, "rupiah"),
        ("5% (lima persen)", 5, 5, "persen"),
        ("3 hingga 7 juta orang", 3_000_000, 7_000_000, None),
        ("Rp4,5 juta hingga Rp7,5 juta", 4_500_000, 7_500_000, "rupiah"),
        ("Rp4.500.000-7.500.000", 4_500_000, 7_500_000, "rupiah"),
        ("Rp 8,3 T", 8_300_000_000_000, 8_300_000_000_000, "rupiah"),
        ("Rp.600 juta", 600_000_000, 600_000_000, "rupiah"),
        ("Rp64,68 triliun", 64_680_000_000_000, 64_680_000_000_000, "rupiah"),
        ("US$500.000", 500_000, 500_000, "USD"),
        ("2,8 miliar dollar AS", 2_800_000_000, 2_800_000_000, "USD"),
        ("S$300", 300, 300, "SGD"),
        ("RM15", 15, 15, "MYR"),
        ("60.000 RMB", 60_000, 60_000, "CNY"),
        ("75,19%", 75.19, 75.19, "persen"),
        ("dua puluh persen", 20, 20, "persen"),
    ],
)
def test_amounts(text: str, low: float | None, high: float | None, unit: str | None) -> None:
    (amount,) = find_amounts(text)
    assert (amount.low, amount.high, amount.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["P21", "F1QR", "panglima bertempat", "1.2.3", "9" * 40, "Satuan"])
def test_what_is_no_number(text: str) -> None:
    assert find_numbers(text) == []


@given(st.text(alphabet="0123456789.,- RpduatigasembilnjorhT%ı\u0130ſ\n", max_size=80))
@settings(max_examples=200)
def test_never_raises_and_stays_inside(text: str) -> None:
    for amount in find_amounts(text):
        assert 0 <= amount.start <= amount.core < amount.end <= len(text)


@pytest.mark.parametrize("piece", ["1", "1.", "dua ", "1 - ", "lebih dari ", "ratusan ribu ", "Rp"])
def test_linear_on_hostile_text(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    with comes_to_an_end():
        find_amounts(text)
