"""Numbers that differ as a slip of copying makes them differ."""

from __future__ import annotations

from collections.abc import Iterator

# Smaller numbers are alike by chance.
_LEAST = 1000
# So many digits in a row, the same in both, are no chance.
_ALIKE = 3


def miscopied(one: float, other: float) -> bool:
    """Whether, of two counts of the same days, one is the other with a slip.

    A slip is one digit (2.373 and 2.393), two neighbours changed about (2.733), or a separator
    (19.370, 2.373.000). Round numbers and those below a thousand tell nothing.
    """
    if one == other or max(one, other) < _LEAST or not _whole(one) or not _whole(other):
        return False
    first, second = str(int(one)), str(int(other))
    if len(first) != len(second):
        return not set(_shifts(first)).isdisjoint(_shifts(second))
    if len(first.rstrip("0")) < _ALIKE:
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) == 1:
        return True
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and first[apart[0]] == second[apart[1]]
        and first[apart[1]] == second[apart[0]]
    )


def signs_of_slip(value: float) -> Iterator[str]:
    """What a number shares with those that a slip may have made of it, whatever its days.

    A count that grows changes its last digits: only the first digit and a separator tell then.
    """
    if value < _LEAST or not _whole(value):
        return
    digits = str(int(value))
    if len(digits[1:].strip("0")) >= _ALIKE:
        yield f"{len(digits)} {digits[1:]}"
    yield from _shifts(digits)


def _whole(value: float) -> bool:
    return value > 0 and value == int(value)


def _shifts(digits: str) -> Iterator[str]:
    """The significant digits, where they are enough to tell."""
    significant = digits.rstrip("0")
    if len(significant) >= _ALIKE:
        yield significant
