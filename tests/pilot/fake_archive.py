"""An archive in memory with the door of ``index.Archive``: small, and slow when a test says so."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from index.across import profile
from index.archive import ArchiveError, Cancelled
from index.article import (
    Agency,
    Annotations,
    Article,
    Diagnostic,
    Figure,
    Hit,
    Law,
    Mention,
    Offence,
    Person,
    Place,
    Progress,
    Removed,
    Results,
    Snippet,
)
from index.check import Check
from index.checks.inside import inside
from index.correction import Correction, CorrectionReport, Corrections
from index.corrections.applying import corrected, entities_of, text_parts
from index.corrections.routes import Routes
from index.reported import Reported
from index.summaries import EntitySummary

BODIES = [
    "Kementerian Luar Negeri memulangkan 42 WNI dari Phnom Penh, kata Rina Wijaya.\n"
    "Para korban perdagangan orang itu bekerja di Kamboja. Rina menyebut Kementerian Luar Negeri "
    "terus menangani korban lain.\n"
    "Jaksa menjerat pelaku dengan UU 21/2007 tentang TPPO.",
    "Imigrasi Batam menunda keberangkatan 17 calon pekerja migran.\n"
    "Menurut Budi Santoso, korban dijanjikan gaji besar di Malaysia.",
    "Polda Riau menetapkan 3 tersangka kasus perdagangan orang di Dumai.\n"
    "Polda Riau menyita dua mobil. Korban dibawa lewat pelabuhan tikus.",
]
TITLES = [
    "Kementerian Luar Negeri Pulangkan Korban dari Kamboja",
    "Imigrasi Batam Tunda Keberangkatan Calon Pekerja",
    None,
]


def mentions(body: str, form: str, part: str = "body") -> tuple[Mention, ...]:
    """Every place where ``form`` stands in ``body``."""
    return tuple(
        Mention(part, found.start(), found.end(), form)
        for found in re.finditer(re.escape(form), body)
    )


def figure(body: str, form: str, low: float, measure: str, **more: str) -> Figure:
    """A figure that is printed as ``form``."""
    start = body.index(form)
    return Figure(
        text=form,
        low=low,
        high=low,
        unit="orang",
        what=None,
        measure=measure,
        period=more.get("period"),
        place=None,
        speaker=more.get("speaker"),
        part="body",
        start=start,
        end=start + len(form),
    )


def annotations(number: int, body: str) -> Annotations:
    """What stands in the three bodies."""
    if number == 0:
        return Annotations(
            agencies=(
                Agency("Kementerian Luar Negeri", mentions(body, "Kementerian Luar Negeri")),
            ),
            people=(
                Person(
                    "Rina Wijaya",
                    mentions(body, "Rina Wijaya") + mentions(body, "Rina menyebut"),
                    role="Direktur Perlindungan WNI",
                ),
            ),
            places=(
                Place("Phnom Penh", mentions(body, "Phnom Penh")),
                Place("Kamboja", mentions(body, "Kamboja")),
            ),
            offences=(Offence("TPPO", mentions(body, "TPPO")),),
            laws=(Law("UU 21/2007", mentions(body, "UU 21/2007"), articles=("2", "10")),),
            figures=(
                figure(body, "42 WNI", 42, "repatriation", period="2025-05", speaker="Rina Wijaya"),
            ),
        )
    if number == 1:
        return Annotations(
            agencies=(Agency("Imigrasi Batam", mentions(body, "Imigrasi Batam")),),
            people=(Person("Budi Santoso", mentions(body, "Budi Santoso")),),
            figures=(figure(body, "17 calon pekerja migran", 17, "departure_deferred"),),
        )
    return Annotations(
        agencies=(Agency("Polda Riau", mentions(body, "Polda Riau")),),
        figures=(figure(body, "3 tersangka", 3, "suspects"),),
    )


def three_articles() -> list[Article]:
    """Three articles written for these tests, the newest first."""
    return [
        Article(
            id=f"article-{number}",
            path=f"articles/{number}.txt",
            source_id=None,
            url=None,
            title=title,
            outlet=("Contoh.id", "Kabar Batam", "Riau Kini")[number],
            published=("2025-05-20T13:31:00+07:00", "2024-11-02", "2023-06")[number],
            place=("Jakarta", "Batam", None)[number],
            author=("Sari Dewi", None, "Redaksi")[number],
            body=body,
            captions=("Para korban tiba di bandara.",) if number == 0 else (),
            tags=("penting",) if number == 1 else (),
            annotations=annotations(number, body),
        )
        for number, (title, body) in enumerate(zip(TITLES, BODIES, strict=True))
    ]


class FakeArchive:
    """Searches by substring: every word must stand in the article; ``!`` makes a query wrong.

    Articles with the same body are copies of each other. ``gates`` hold back a query, or
    ``copies ID`` and ``removed ID``, until they are set.
    """

    def __init__(self, articles: Iterable[Article] | None = None) -> None:
        self.path = Path("archive")
        self.sample = False
        self.articles = list(three_articles() if articles is None else articles)
        self.as_found = list(self.articles)
        self.corrected_by: tuple[Correction, ...] = ()
        self.taken_out: dict[str, tuple[Removed, ...]] = {}
        self.sources: dict[str, str] = {}
        self.rules: dict[str, str] = {}
        self.searched: list[str] = []
        self.gates: dict[str, threading.Event] = {}
        self.building: list[Progress] = []
        self.build_gate: threading.Event | None = None
        self.failure: Exception | None = None
        self.across: tuple[Check, ...] = ()

    def prepare(
        self, progress: Callable[[Progress], None] | None = None, *, warm: bool = False
    ) -> None:
        for step in self.building:
            if progress is not None:
                progress(step)
        if self.build_gate is not None:
            self.build_gate.wait(5)

    def search(
        self,
        query: str,
        *,
        limit: int | None = None,
        offset: int = 0,
        sort: str = "relevance",
        any_words: bool = False,
        cancelled: Callable[[], bool] | None = None,
        among: Sequence[str] | None = None,
        snippets: bool = True,
        typing: bool = False,
        voices: bool = False,
    ) -> Results:
        self.searched.append(query)
        self._wait_for(query)
        if cancelled is not None and cancelled():
            raise Cancelled
        if "!" in query:
            wrong = Diagnostic(f"cannot read {query}", fatal=True)
            return Results(query, query, 0, (), diagnostics=(wrong,), searched=query)
        if query.count('"') % 2:
            return Results(query, query, 0, (), complete=False, searched=query)
        found = [
            article
            for article in self.articles
            if (among is None or article.id in among) and all(self._spans(query, article))
        ]
        if sort == "oldest":
            found.reverse()
        prints = Counter(article.body for article in found)
        first = {article.body: article.id for article in reversed(found)}
        rows = [each for each in found if not voices or first[each.body] == each.id]
        end = len(rows) if limit is None else offset + limit
        hits = tuple(
            self._hit(article, query, prints[article.body] - 1) for article in rows[offset:end]
        )
        return Results(
            query, query.strip(), len(found), hits, offset, searched=query, voices=len(prints)
        )

    def copies(self, identifier: str) -> tuple[Hit, ...]:
        self._wait_for(f"copies {identifier}")
        text = self.article(identifier).body
        same = [each for each in self.articles if each.body == text and each.id != identifier]
        same.sort(key=lambda article: article.published or "")
        return tuple(self._hit(article, "", len(same)) for article in same)

    def removed(self, identifier: str) -> tuple[Removed, ...]:
        self._wait_for(f"removed {identifier}")
        return self.taken_out.get(identifier, ())

    def original(self, identifier: str) -> str:
        return self.sources.get(identifier, "")

    def describe_rule(self, rule: str, language: str = "en") -> str:
        return self.rules.get(rule, "")

    def _wait_for(self, name: str) -> None:
        if self.failure is not None:
            raise self.failure
        gate = self.gates.get(name)
        if gate is not None:
            gate.wait(5)

    def article(self, identifier: str) -> Article:
        for article in self.articles:
            if article.id == identifier:
                return article
        raise ArchiveError(f"there is no article {identifier}")

    def checks(self, article: Article) -> tuple[Check, ...]:
        return inside(article)

    def matches(self, query: str, article: Article) -> tuple[Mention, ...]:
        return tuple(
            sorted(
                Mention(part, start, end, article.part(part)[start:end])
                for part in ("title", "body")
                for word in _words(query)
                for start, end in _found(word, article.part(part))
            )
        )

    def ledger(
        self,
        query: str = "",
        *,
        sort: str = "relevance",
        among: Sequence[str] | None = None,
        voices: bool = False,
        asked: bool = False,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> list[Reported]:
        self._wait_for("ledger")
        hits = self.search(query, sort=sort, among=among, voices=voices, cancelled=cancelled).hits
        rows = [
            Reported(figure, each.id, each.title, each.outlet, each.published, each.url)
            for each in map(self.article, (hit.id for hit in hits))
            for figure in each.annotations.figures
        ]
        return rows[:1] if asked else rows

    def compared(self, rows: Sequence[Reported]) -> tuple[Check, ...]:
        return self.across

    def sentences(self, rows: Iterable[Reported]) -> dict[tuple[str, str, int], str]:
        return {
            (row.article, row.figure.part, row.figure.start): self.sentence(
                self.article(row.article).part(row.figure.part), row.figure.start
            )
            for row in rows
        }

    def unit_kind(self, unit: str | None) -> str:
        return "person" if unit == "orang" else unit or ""

    def sentence(self, text: str, offset: int) -> str:
        before = [0, *(found.end() for found in re.finditer(r"\. |\n", text[:offset]))]
        return text[before[-1] :].partition("\n")[0]

    def narrow(self, query: str, field: str, value: str) -> str:
        return f'{query} {field}:"{value}"'.strip()

    def profile(
        self,
        kind: str,
        name: str,
        *,
        among: Sequence[str] | None = None,
        figures: int | None = None,
        cancelled: Callable[[], bool] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> EntitySummary | None:
        self._wait_for(f"profile {name}")
        if cancelled is not None and cancelled():
            raise Cancelled
        articles = [each for each in self.articles if among is None or each.id in among]
        return profile(kind, name, articles, figures=figures)

    def corrections(self) -> Corrections:
        return Corrections(self.corrected_by)

    def correct(
        self,
        correction: Correction,
        *,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> CorrectionReport:
        self._wait_for("count" if dry_run else "correct")
        changed = self._come_out((*self.corrected_by, correction), dry_run, progress)
        number = len(self.corrected_by) if changed and not dry_run else 0
        return CorrectionReport(changed, number, correction)

    def undo(
        self,
        number: int | None = None,
        *,
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> CorrectionReport:
        *rest, last = self.corrected_by
        return CorrectionReport(self._come_out(tuple(rest), dry_run, progress), 1, last)

    def _come_out(
        self,
        rules: tuple[Correction, ...],
        dry_run: bool,
        progress: Callable[[Progress], None] | None,
    ) -> int:
        """Corrects all articles anew; gives how many come out otherwise."""
        other = [
            replace(
                each,
                annotations=corrected(
                    each.annotations,
                    text_parts(each.title, each.body, each.captions),
                    each.id,
                    Routes(rules),
                ),
            )
            for each in self.as_found
        ]
        changed = sum(one != two for one, two in zip(other, self.articles, strict=True))
        if changed and not dry_run:
            self.articles, self.corrected_by = other, rules
            if progress is not None:
                progress(Progress("index", changed, changed))
        return changed

    def names(self, kind: str, beginning: str, limit: int = 10) -> tuple[tuple[str, int], ...]:
        found = Counter(
            entity.name
            for article in self.as_found
            for each, entity in entities_of(article.annotations)
            if each == kind and entity.name.startswith(beginning)
        )
        return tuple(found.most_common(limit))

    def close(self) -> None:
        pass

    def _spans(self, query: str, article: Article) -> list[list[tuple[int, int]]]:
        whole = f"{article.title or ''}\n{article.body}"
        return [_found(word, whole) for word in _words(query)]

    def _hit(self, article: Article, query: str, copies: int = 0) -> Hit:
        spans = [span for word in _words(query) for span in _found(word, article.body)]
        start = max(0, min(spans)[0] - 30) if spans else 0
        text = article.body[start : start + 200].replace("\n", " ")
        marks = tuple(
            (left - start, right - start)
            for left, right in sorted(spans)
            if left >= start and right <= start + len(text)
        )
        return Hit(
            article.id,
            article.title,
            article.outlet,
            article.published,
            Snippet(text, marks),
            tags=article.tags,
            copies=copies,
        )


def _words(query: str) -> list[str]:
    """The words of a query; of ``field:"a value"`` the value."""
    pairs = re.findall(r'(?:\w+:)?"([^"]*)"|(\S+)', query)
    return [quoted or bare for quoted, bare in pairs if quoted or bare]


def _found(word: str, text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(re.escape(word), text, re.IGNORECASE)]
