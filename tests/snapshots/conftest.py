"""The fixtures of the interface's tests, for its pictures."""

from __future__ import annotations

from tests.pilot.conftest import app, archive, english, settle

__all__ = ["app", "archive", "english", "settle"]
