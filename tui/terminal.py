"""The terminal behind the streams: found, or refused, before anything heavy is imported."""

from __future__ import annotations

import os
import sys

UNABLE = ("", "dumb", "unknown")
"""Values of TERM that name a terminal which cannot move its cursor."""


class NoTerminal(Exception):  # noqa: N818 - it names a state, as in the contract
    """There is no terminal to draw on; the message says why, for people."""


def open_terminal() -> int:
    """A file descriptor of ``/dev/tty`` for reading and writing, whatever the streams are tied to.

    Raises:
        NoTerminal: the process has no controlling terminal, or TERM names one that cannot draw.
    """
    name = os.environ.get("TERM", "")
    if name in UNABLE:
        raise NoTerminal(f"no terminal to draw on: TERM is {name or 'not set'}")
    try:
        return os.open("/dev/tty", os.O_RDWR | os.O_CLOEXEC | os.O_NOCTTY)
    except OSError as error:
        raise NoTerminal(f"no terminal to draw on (/dev/tty: {error.strerror})") from error


def reopen_missing_streams() -> None:
    """Ties the descriptors 0, 1 and 2 to ``/dev/null`` where the caller closed them (``<&-``).

    Python has no stream object for a descriptor that was closed when it started: that is made up
    for too, because libraries ask ``sys.__stdin__`` for its number.
    """
    for descriptor, name in enumerate(("stdin", "stdout", "stderr")):
        reading = descriptor == 0
        try:
            os.fstat(descriptor)
        except OSError:
            opened = os.open(os.devnull, os.O_RDONLY if reading else os.O_WRONLY)
            if opened != descriptor:
                os.dup2(opened, descriptor)
                os.close(opened)
        if getattr(sys, name) is None:
            stream = open(descriptor, "r" if reading else "w", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
