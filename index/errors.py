"""What can go wrong, in words for people."""

from __future__ import annotations


class ArchiveError(Exception):
    """The archive cannot do what was asked; the message says why."""


class Cancelled(Exception):  # noqa: N818 - it is no error: the caller took back its search
    """The caller took back its search."""
