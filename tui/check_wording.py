"""Checks in words: one sentence for each, that says what was reckoned and judges nobody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from index.check import Check
from index.text import clean_line
from tui.i18n import language, text

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
    first = check.others[0].figure.text if check.others else ""
    return _sentence(
        check.kind, check.verdict, check.printed, check.expected, len(check.others), first
    )


def record_words(record: Mapping[str, Any]) -> str:
    """What a check in a record of the pipe shows, as one sentence."""
    others = record["with"]
    first = others[0]["text"] if others else ""
    return _sentence(
        record["kind"], record["verdict"], record["printed"], record["expected"], len(others), first
    )


def _sentence(
    kind: str,
    verdict: str,
    printed: float | None,
    expected: float | None,
    others: int,
    first: str,
) -> str:
    sign = "%" if kind in _PERCENT else ""
    return text(
        f"check.{kind}.{verdict}",
        printed=number(printed) + sign,
        expected=number(expected) + sign,
        others=others,
        first=clean_line(first),
    )
