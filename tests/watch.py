"""A watch on hostile input: it has to come to an end, however loaded the machine is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

# Processor seconds: linear work on the texts of these tests takes four at most, on a slow machine.
PLENTY = 30.0

# Seconds after which a test stops waiting for what ought to come at once; only a fault meets it.
PATIENCE = 60.0


@contextmanager
def comes_to_an_end() -> Iterator[None]:
    """Fails when the block used more processor time than any linear work on it could."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < PLENTY
