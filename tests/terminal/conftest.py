"""Archives and files for the terminal tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.terminal import PROGRAM


@contextmanager
def writing(path: Path) -> Iterator[int]:
    """A descriptor that writes to ``path``."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def holding(content: bytes) -> Iterator[int]:
    """A descriptor of a pipe from which ``content`` can be read, and then its end."""
    reading, writing_end = os.pipe()
    os.write(writing_end, content)
    os.close(writing_end)
    try:
        yield reading
    finally:
        os.close(reading)


@pytest.fixture
def program(sample_folder: Path) -> list[str]:
    """The program on an archive of the seeds."""
    return [*PROGRAM, "--archive", str(sample_folder)]
