"""Numbers that differ as a slip of copying makes them differ."""

from __future__ import annotations

# Shorter numbers are alike by chance.
_LEAST_DIGITS = 4
# So many digits in a row, the same in both, are no chance.
_ALIKE = 3
_SIGNIFICANT = 3


def miscopied(one: float, other: float, *, same_days: bool) -> bool:
    """Whether one number is the other with a slip: a digit, two digits changed about, a separator.

    2.373 and 3.373; 19.370 and 1.937. Unless both count the ``same_days``, a slip is told
    only by the first digit, because a count that grows changes its last ones.
    """
    if one == other or one != int(one) or other != int(other) or min(one, other) <= 0:
        return False
    first, second = str(int(one)), str(int(other))
    if max(len(first), len(second)) < _LEAST_DIGITS:
        return False
    if len(first) != len(second):
        return _shifted(first, second)
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) == 1:
        rest = first[apart[0] + 1 :]
        told = apart[0] == 0 and len(rest) >= _ALIKE and set(rest) != {"0"}
        return told or (same_days and _telling(first))
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return (
        same_days
        and swapped
        and first[apart[0]] == second[apart[1]]
        and first[apart[1]] == second[apart[0]]
    )


def _shifted(first: str, second: str) -> bool:
    """Whether one is the other with a separator more or less (1.937 and 19.370 or 1.937.000)."""
    short, long = sorted((first, second), key=len)
    return long == short + "0" * (len(long) - len(short)) and len(short.rstrip("0")) >= _SIGNIFICANT


def _telling(digits: str) -> bool:
    return len(digits.rstrip("0")) >= _SIGNIFICANT
