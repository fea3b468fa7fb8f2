"""Every word of the interface, by key, in the language of the user."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module

CATALOGUES = {"en": "tui.i18n.english", "id": "tui.i18n.indonesian"}
"""Language code -> module that holds the dictionary ``WORDS``."""


def language() -> str:
    """The language of the interface: ``TPPO_LANG``, else the locale, else English.

    The variables are read in the order of POSIX (LC_ALL, LC_MESSAGES, LANG); the first that is
    set decides, and a language without a catalogue falls back to English.
    """
    for variable in ("TPPO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            code = value.replace("-", "_").partition("_")[0].partition(".")[0].lower()
            return code if code in CATALOGUES else "en"
    return "en"


@cache
def catalogue(code: str) -> Mapping[str, str]:
    """The words of one language.

    Raises:
        KeyError: there is no catalogue of that language.
    """
    words: Mapping[str, str] = import_module(CATALOGUES[code]).WORDS
    return words


@cache
def _current() -> Mapping[str, str]:
    return catalogue(language())


def text(key: str, **values: object) -> str:
    """The words of ``key`` with ``{name}`` replaced by ``values[name]``.

    Raises:
        KeyError: the catalogue lacks the key, or a value is missing.
    """
    words = _current()[key]
    return words.format(**values) if values else words


def reload() -> None:
    """Chooses the language anew, after the environment has changed."""
    _current.cache_clear()
