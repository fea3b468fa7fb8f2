"""The corrections of an archive: their file, and what of it the database has taken in.

The file is the truth. The database keeps, in its table ``meta``, the corrections as they were
last taken in and the fingerprint of the file they came from; what a change of the file changes
is marked, so that the index is brought up to date by exactly those articles.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

from index.article import Progress
from index.correction import Correction, CorrectionReport, Corrections
from index.corrections.routes import Routes, printed_forms
from index.errors import ArchiveError
from index.store.concerned import articles_concerned
from index.store.database import Database, DatabaseError
from index.store.reading import ArticleReader
from index.store.writing import mark_changed

FILE = "corrections.yaml"
_META = "corrections"

Report = Callable[[Progress], None]


class CorrectionFileError(ArchiveError):
    """The file of corrections cannot be used; the message names file, line and field."""


class CorrectionKeeper:
    """Keeps file, database and ``reader`` in step; safe to call from several threads."""

    def __init__(self, database: Database, reader: ArticleReader, folder: Path) -> None:
        self._database = database
        self._reader = reader
        self._path = folder / FILE
        self._lock = threading.RLock()
        self._rules: tuple[Correction, ...] = ()
        self._fingerprint: str | None = None
        self._seen: object = None
        self.known = Corrections()
        reader.refresh = self.refresh

    def refresh(self, progress: Report | None = None) -> None:
        """Takes in what has changed in the file, or in the database by another process.

        A file that is wrong changes nothing: what it said last holds on, ``known.problem`` says
        what is wrong. Costs next to nothing while nothing has changed.
        """
        with self._lock:
            seen = (_look(self._path), self._database.change)
            if seen == self._seen:
                return
            try:
                self._take_in(progress)
            except (CorrectionFileError, DatabaseError) as error:
                self._show(self._rules, problem=str(error))
            self._seen = (_look(self._path), self._database.change)

    def add(
        self, correction: Correction, *, dry_run: bool = False, progress: Report | None = None
    ) -> CorrectionReport:
        """Adds a correction at the end of the file, unless no article comes out otherwise by it.

        Raises:
            ArchiveError: it is no valid correction, it contradicts another, or the file is wrong
                or cannot be written.
        """
        from index.corrections.checking import ContradictionError, check
        from index.corrections.reading import Field, validated

        with self._lock:
            self._ready(progress)
            try:
                correction = validated(correction)
                rules = (*self._rules, correction)
                check(rules)
            except (Field, ContradictionError) as error:
                raise ArchiveError(str(error)) from error
            if dry_run:
                return CorrectionReport(len(self._changed(rules, progress)), 0, correction)
            with self._writing():
                changed = self._changed(rules, progress)
                if changed:
                    from index.corrections.editing import with_correction

                    self._write(with_correction(self._text(), correction, FILE), rules, changed)
            if changed:
                self._show(rules)
            return CorrectionReport(len(changed), len(rules) if changed else 0, correction)

    def undo(
        self, number: int | None, *, dry_run: bool = False, progress: Report | None = None
    ) -> CorrectionReport:
        """Takes the correction ``number`` (from 1; None is the last) out of the file.

        Raises:
            ArchiveError: there is no such correction, or the file is wrong or cannot be written.
        """
        with self._lock:
            self._ready(progress)
            at = len(self._rules) if number is None else number
            if not self._rules:
                raise ArchiveError("there is no correction to undo")
            if not 1 <= at <= len(self._rules):
                raise ArchiveError(
                    f"there is no correction {at}; they go from 1 to {len(self._rules)}"
                )
            undone = self._rules[at - 1]
            rules = (*self._rules[: at - 1], *self._rules[at:])
            if dry_run:
                return CorrectionReport(len(self._changed(rules, progress)), at, undone)
            with self._writing():
                from index.corrections.editing import without_correction

                changed = self._changed(rules, progress)
                self._write(without_correction(self._text(), at - 1, FILE), rules, changed)
            self._show(rules)
            return CorrectionReport(len(changed), at, undone)

    # In step

    def _ready(self, progress: Report | None) -> None:
        self._seen = None
        self.refresh(progress)
        if self.known.problem is not None:
            raise ArchiveError(self.known.problem)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction for the file and the database."""
        with _told(), self._database.transaction():
            yield

    def _take_in(self, progress: Report | None) -> None:
        self._load()
        content = self._content()
        if _fingerprint(content) == self._fingerprint:
            self._show(self._rules)
            return
        from index.corrections.reading import read_corrections

        with _told():
            entries = read_corrections(_decoded(content), FILE)
        rules = tuple(entry.correction for entry in entries)
        with self._database.transaction():
            self._load()  # another process may have been first
            changed = self._changed(rules, progress)
            self._note(content, rules, changed)
        self._show(rules, changed=self.known.changed + len(changed))

    def _load(self) -> None:
        """Reads what the database has taken in."""
        stored = self._database.value("SELECT value FROM meta WHERE key = ?", _META)
        kept = json.loads(str(stored)) if stored is not None else {"file": None, "rules": []}
        self._fingerprint = kept["file"]
        self._rules = tuple(
            Correction(operation, kind, name, form, to, tuple(articles), note)
            for operation, kind, name, form, to, articles, note in kept["rules"]
        )

    def _show(
        self,
        rules: tuple[Correction, ...],
        *,
        problem: str | None = None,
        changed: int | None = None,
    ) -> None:
        """Lets the reader correct by ``rules`` from now on."""
        self._rules = rules
        if self._reader.routes.rules != rules:
            self._reader.routes = Routes(rules)
        count = self.known.changed if changed is None else changed
        self.known = Corrections(rules, problem, count)

    def _changed(self, rules: Sequence[Correction], progress: Report | None) -> list[str]:
        """Ids of the articles that come out otherwise by ``rules`` than by those that hold."""
        concerned = self._concerned(rules)
        before = self._reader.corrector(Routes(self._rules))
        after = self._reader.corrector(Routes(rules))
        changed: list[str] = []
        for done, found in enumerate(self._reader.as_found(concerned), 1):
            if before(found) != after(found):
                changed.append(found.id)
            if progress is not None:
                progress(Progress("correct", done, len(concerned)))
        return changed

    def _concerned(self, rules: Sequence[Correction]) -> list[str]:
        """Ids of the articles that the difference to ``rules`` may change."""
        other = [*set(rules).symmetric_difference(self._rules)]
        everywhere = [rule for rule in other if not rule.articles]
        ids = {each for rule in other for each in rule.articles}
        names = _leading_to(everywhere, {*rules, *self._rules})
        forms = {
            form
            for rule in {*rules, *self._rules}
            if rule.operation == "alias" and (rule in everywhere or rule.name in names)
            for form in printed_forms(rule)
        }
        if everywhere:
            ids.update(articles_concerned(self._database, names, forms))
        return sorted(ids)

    # The file

    def _content(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            reason = f"{FILE} cannot be read: {error.strerror or error}"
            raise CorrectionFileError(reason) from error

    def _text(self) -> str:
        return _decoded(self._content())

    def _write(self, text: str, rules: Sequence[Correction], changed: Sequence[str]) -> None:
        """Puts the new text in the place of the file, in one step; a link stays a link."""
        content = text.encode("utf-8")
        self._note(content, rules, changed)
        place = Path(os.path.realpath(self._path))
        fresh = place.with_name(f".{place.name}.new")
        try:
            with fresh.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if place.exists():
                fresh.chmod(place.stat().st_mode & 0o777)
            fresh.replace(place)
        except OSError as error:
            raise ArchiveError(f"{FILE} cannot be written: {error.strerror or error}") from error

    def _note(self, content: bytes, rules: Iterable[Correction], changed: Sequence[str]) -> None:
        """Keeps in the database what was taken in, and which articles the index has to renew."""
        self._fingerprint = _fingerprint(content)
        kept = {"file": self._fingerprint, "rules": [astuple(rule) for rule in rules]}
        self._database.connection.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (_META, json.dumps(kept, ensure_ascii=False)),
        )
        mark_changed(self._database, changed)


@contextmanager
def _told() -> Iterator[None]:
    """Tells what is wrong with the file as an error of the archive."""
    from index.rules import RuleError  # with YAML, which most calls have no need of

    try:
        yield
    except RuleError as error:
        raise CorrectionFileError(str(error)) from error


def _leading_to(changed: Iterable[Correction], rules: Iterable[Correction]) -> set[str]:
    """The names that may have been found of what ``changed`` corrects: those that lead to it."""
    names = {rule.name for rule in changed}
    size = -1
    while size != len(names):
        size = len(names)
        names |= {rule.name for rule in rules if rule.operation != "retype" and rule.to in names}
    return names


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _fingerprint(content: bytes) -> str | None:
    """None for a file that is not there, as for a database that has taken in none."""
    return hashlib.sha256(content).hexdigest() if content else None


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise CorrectionFileError(f"{FILE}:{line}: is not UTF-8") from error
