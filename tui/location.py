"""Which archive: the one that was named, the user's own, or the sample."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import index
from index.archive import Archive, ArchiveError
from tui.output.writer import say
from tui.progress import shown_progress


def named_folder(option: str | None) -> Path | None:
    """The folder that the option or the environment names, or None."""
    named = option or os.environ.get("TPPO_ARCHIVE")
    return Path(named).expanduser() if named else None


def own_folder() -> Path:
    """The folder of the user's archive where none is named."""
    from platformdirs import user_data_path

    return user_data_path("tppo-tui", appauthor=False) / "archive"


def open_archive(option: str | None) -> Archive:
    """The archive to read from; the sample archive, with a word on stderr, where there is none.

    Raises:
        ArchiveError: a folder was named that is no archive, or the archive cannot be read.
    """
    named = named_folder(option)
    if named is not None:
        return _in_step(Archive.open(named))
    own = own_folder()
    if Archive.exists(own):
        return _in_step(Archive.open(own))
    say("no archive yet: this is the sample of five articles (tppo-tui add PATH makes yours)")
    return open_sample()


def create_archive(option: str | None) -> Archive:
    """The archive to add to, made where there is none.

    Raises:
        ArchiveError: the folder cannot become an archive.
    """
    return _in_step(Archive.create(named_folder(option) or own_folder()))


def _in_step(archive: Archive) -> Archive:
    """``archive``, with a word on stderr on what was changed by hand in its corrections."""
    with shown_progress() as progress:
        known = archive.corrections(progress)
    if known.problem is not None:
        say(f"{known.problem}; the corrections hold as they were before")
    elif known.changed:
        say(f"corrections.yaml has changed; articles that come out otherwise: {known.changed}")
    return archive


def _program_parts() -> Iterator[bytes]:
    """What tells one state of the index package from another, as a checkout may have within one
    version: names, sizes and times of its files. What it finds in the seeds depends on them."""
    folder = Path(index.__file__).parent
    for path, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            seen = os.stat(os.path.join(path, name))
            where = os.path.join(os.path.relpath(path, folder), name)
            yield f"{where} {seen.st_size} {seen.st_mtime_ns}".encode()


def open_sample() -> Archive:
    """The archive of the five seed articles, built on first use and kept in the cache folder.

    It is built anew when the program has changed.

    Raises:
        ArchiveError: it can be built neither there nor in a temporary folder.
    """
    from platformdirs import user_cache_path

    seeds = sorted(
        (Path(str(seed)) for seed in files("seeds").iterdir() if seed.name.endswith(".txt")),
        key=lambda path: path.name,
    )
    digest = hashlib.sha256(version("tppo-tui").encode())
    for part in _program_parts():
        digest.update(part)
    for seed in seeds:
        digest.update(str(seed).encode() + b"\0" + seed.read_bytes())
    kept = user_cache_path("tppo-tui", appauthor=False) / f"sample-{digest.hexdigest()[:12]}"
    if Archive.exists(kept):
        return Archive.open(kept, sample=True)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".sample-", dir=kept.parent))
    except OSError:
        kept = folder = Path(tempfile.mkdtemp(prefix="tppo-tui-sample-"))
    with Archive.create(folder) as archive, shown_progress() as progress:
        archive.add(seeds, progress=progress)
    if folder != kept:
        try:
            folder.rename(kept)
        except OSError:
            # Another process was first; its archive is as good as ours.
            shutil.rmtree(folder, ignore_errors=True)
    return Archive.open(kept, sample=True)


__all__ = ["ArchiveError", "create_archive", "named_folder", "open_archive", "open_sample"]
