"""What the program says to the shell when it ends."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes as fzf has them; a signal n gives 128 + n."""

    DONE = 0
    NO_MATCH = 1
    WRONG = 2
    LEFT = 130
