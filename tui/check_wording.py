"""Checks in words: one sentence for each, that says what was reckoned and judges nobody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from index.check import Check
from index.text import clean_line
from tui.i18n import language, text
from tui.wording import period

# Kinds whose numbers are per cent.
_PERCENT = ("share", "change")
_MOST_DECIMALS = 2


def number(value: float | None) -> str:
    """A number as the language of the interface prints it: 195,221 or 195.221."""
    if value is None:
        return "?"
    printed = f"{value:,.{_MOST_DECIMALS}f}".rstrip("0").rstrip(".")
    if language() == "id":
        printed = printed.translate(str.maketrans(",.", ".,"))
    return printed


def check_words(check: Check) -> str:
    """What a check shows, as one sentence."""
    first = check.others[0].figure if check.others else None
    return text(
        f"check.{check.kind}.{check.verdict}",
        **_values(
            check.kind,
            check.printed,
            check.expected,
            len(check.others),
            first.text if first else "",
            first.period if first else None,
        ),
    )


def record_words(record: Mapping[str, Any]) -> str:
    """What a check in a record of the pipe shows, as one sentence."""
    others = record["with"]
    first: Mapping[str, Any] = others[0] if others else {"text": "", "period": None}
    return text(
        f"check.{record['kind']}.{record['verdict']}",
        **_values(
            record["kind"],
            record["printed"],
            record["expected"],
            len(others),
            first["text"],
            first["period"],
        ),
    )


def _values(
    kind: str,
    printed: float | None,
    expected: float | None,
    others: int,
    first: str,
    days: str | None,
) -> dict[str, object]:
    """What the words of a check are filled with."""
    sign = "%" if kind in _PERCENT else ""
    return {
        "printed": number(printed) + sign,
        "expected": number(expected) + sign,
        "others": others,
        "first": clean_line(first),
        "period": period(days or ""),
    }
