"""Colours: two calm themes, one colour for each kind of entity, and the look of a hit."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="tppo-dark",
    primary="#6ea8fe",
    secondary="#8b95a7",
    accent="#ffcb47",
    warning="#f0a45d",
    error="#ff7b72",
    success="#7ccf8a",
    foreground="#d7dce5",
    background="#12151b",
    surface="#181c24",
    panel="#222834",
    dark=True,
    variables={
        "agency": "#79b8ff",
        "person": "#85d996",
        "speaker": "#6fd3d0",
        "figure": "#ffab70",
        "place": "#c9a6ff",
        "law": "#ff938a",
        "faint": "#a0aabb",
        "edge": "#3a4252",
        "hit-ink": "#fff0b8",
        "hit-ground": "#5c4a10",
        "current-ink": "#14120a",
        "current-ground": "#ffcb47",
        "row": "#242c3b",
        "row-focus": "#2c3b57",
    },
)

LIGHT: Final = Theme(
    name="tppo-light",
    primary="#1f5fbf",
    secondary="#5a6473",
    accent="#8a5a00",
    warning="#9a4b00",
    error="#b3261e",
    success="#1d6b32",
    foreground="#1d222b",
    background="#f7f8fa",
    surface="#ffffff",
    panel="#e6e9ef",
    dark=False,
    variables={
        "agency": "#0b57b0",
        "person": "#1a6b2f",
        "speaker": "#0b6470",
        "figure": "#9a4b00",
        "place": "#6b3fb5",
        "law": "#b02a22",
        "faint": "#525b69",
        "edge": "#b5bcc8",
        "hit-ink": "#1d1a08",
        "hit-ground": "#ffe58a",
        "current-ink": "#1d1a08",
        "current-ground": "#ffb300",
        "row": "#e9edf4",
        "row-focus": "#d3e1f7",
    },
)

# Styles of Content, by what the text is. The reverse and underline of the second table carry
# what colour cannot under NO_COLOR (https://no-color.org).
COLOURED: Final = {
    "hit": "bold $hit-ink on $hit-ground",
    "current": "bold $current-ink on $current-ground",
    "chosen": "underline",
    "faint": "$faint",
    "marked": "bold $accent",
    "problem": "$warning",
}
PLAIN: Final = {
    "hit": "reverse",
    "current": "reverse bold underline",
    "chosen": "bold underline",
    "faint": "dim",
    "marked": "bold",
    "problem": "bold",
}


def looks(*, no_color: bool) -> dict[str, str]:
    """The styles of Content for this terminal: ``hit current chosen faint marked problem``."""
    return PLAIN if no_color else COLOURED
