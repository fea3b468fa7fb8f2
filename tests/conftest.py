"""What all tests share: no test sees the user's archive, cache or locale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from index.archive import Archive

# The same examples in every run, so that no change is held up by what another one broke;
# `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("repeatable")

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


@pytest.fixture(autouse=True)
def _away_from_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    for name in ("TPPO_ARCHIVE", "TPPO_LANG", "NO_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture(scope="session")
def seed_files() -> list[Path]:
    """The five seed articles."""
    return sorted(SEEDS.glob("*.txt"))


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory, seed_files: list[Path]) -> Path:
    """The folder of an archive of the seeds; not to be written to."""
    folder = tmp_path_factory.mktemp("sample") / "archive"
    with Archive.create(folder) as archive:
        archive.add(seed_files)
    return folder


@pytest.fixture
def sample_archive(sample_folder: Path) -> Iterator[Archive]:
    """An archive of the seeds; not to be written to."""
    with Archive.open(sample_folder) as archive:
        yield archive
