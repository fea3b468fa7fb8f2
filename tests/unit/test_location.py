"""Which archive is opened: the sample is that of the program as it is now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import location


def test_the_sample_is_built_anew_when_the_program_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with location.open_sample() as first:
        before = first.path
    with location.open_sample() as again:
        assert again.path == before
    monkeypatch.setattr(location, "_program_parts", lambda: iter([b"another state"]))
    with location.open_sample() as other:
        assert other.path != before
        assert other.search("").total == 5
