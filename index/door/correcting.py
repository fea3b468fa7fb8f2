"""What the analyst says is otherwise: corrections of an archive."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from index.article import Progress
from index.correction import Correction, CorrectionReport, Corrections
from index.door.opened import told
from index.door.searching import SearchingArchive


class CorrectingArchive(SearchingArchive):
    """An archive that can be corrected, once for all its articles."""

    @told
    def corrections(self, progress: Callable[[Progress], None] | None = None) -> Corrections:
        """What the analyst says is otherwise, in the order of ``corrections.yaml``.

        Takes in what was changed there by hand; a file that is wrong is told, and changes nothing.
        """
        self._corrections.refresh(progress)
        return self._corrections.known

    @told
    def correct(
        self,
        correction: Correction,
        *,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> CorrectionReport:
        """Lays a correction over all articles, and brings the index up to date.

        It is written only if an article comes out otherwise by it (``CorrectionReport.changed``);
        a ``dry_run`` only counts. Its articles may be named by the beginnings of their ids.

        Raises:
            ArchiveError: it is not valid, contradicts another, names an unknown article, or the
                file is wrong; or something cannot be written.
        """
        articles = tuple(self._full_id(each) for each in correction.articles)
        correction = replace(correction, articles=articles)
        report = self._corrections.add(correction, dry_run=dry_run, progress=progress)
        if report.number:
            self.prepare(progress)
        return report

    @told
    def undo(
        self,
        number: int | None = None,
        *,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> CorrectionReport:
        """Takes back the correction ``number`` (from 1), or the last; as ``correct``.

        Raises:
            ArchiveError: there is no such correction, or the file is wrong; or something cannot
                be written.
        """
        report = self._corrections.undo(number, dry_run=dry_run, progress=progress)
        if not dry_run:
            self.prepare(progress)
        return report

    @told
    def names(self, kind: str, beginning: str, limit: int = 10) -> tuple[tuple[str, int], ...]:
        """Names of ``kind`` that were found in the archive and begin so, with their articles."""
        from index.store.concerned import names_like

        return tuple(names_like(self._database, kind, beginning, limit))

    @told
    def names_with_form(self, kind: str, form: str, limit: int = 3) -> tuple[str, ...]:
        """Names of ``kind`` under which something printed as ``form`` was found."""
        from index.store.concerned import names_with_form

        return tuple(names_with_form(self._database, kind, form, limit))
