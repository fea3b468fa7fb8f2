"""The verbs that need no screen."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from index.archive import Archive, ArchiveError
from index.article import Article, Results
from index.text import clean, clean_line
from tui.figures import figures
from tui.location import open_archive
from tui.output.checked import total_record
from tui.output.exit_codes import Exit
from tui.output.records import (
    explanation_record,
    hit_records,
    records,
    series_record,
    summary_record,
)
from tui.output.writer import Shape, Writer, say
from tui.progress import shown_progress

# In these a list of articles has their first words, or the passage that was hit.
SHORT_LAYOUTS = ("text", "md")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be printed of articles.

    ``kind`` is one of ``records.KINDS``; of entities, only those of ``entity_kinds`` where some are
    named, and with ``summary`` each once over all articles; ``rejected`` adds those that the
    analyst has rejected. ``query`` is what the articles were found by, ``voices`` tells that of
    the copies of a text there is one, ``any_words`` that its words were joined by OR, ``exact``
    that they were taken as printed. Of figures, with ``checked`` only those that a check warns
    of, with ``totals`` their sums over disjoint periods, with ``matching`` only those that the
    query asks for.
    """

    kind: str
    entity_kinds: tuple[str, ...] = ()
    summary: bool = False
    rejected: bool = False
    query: str = ""
    voices: bool = False
    checked: bool = False
    totals: bool = False
    matching: bool = False
    any_words: bool = False
    exact: bool = False


def wanted(options: argparse.Namespace, query: str = "") -> Wanted:
    """What the options want printed of the articles that ``query`` found."""
    return Wanted(
        options.emit,
        options.kind,
        options.summary,
        options.rejected,
        query,
        getattr(options, "voices", False),
        options.checked,
        options.totals,
        options.matching,
        getattr(options, "any", False),
        getattr(options, "exact", False),
    )


def shape_of(options: argparse.Namespace, *, whole: bool = False) -> Shape:
    """How the options want records printed."""
    kind = "summaries" if options.summary else "totals" if options.totals else options.emit
    if getattr(options, "explain", False):
        kind = "explanation"
    return Shape(kind, options.format, options.print0, options.output, whole)


def search(options: argparse.Namespace) -> int:
    """``tppo-tui search QUERY``"""
    with open_archive(options.archive) as archive:
        if options.explain:
            return _explain(archive, options)
        if options.batch:
            return _search_batch(archive, options)
        results = _found(archive, " ".join(options.words), options)
        if results.failed:
            return Exit.WRONG
        with Writer(shape_of(options)) as writer:
            print_results(archive, results, writer, wanted(options, results.searched))
        return Exit.DONE if writer.count else Exit.NO_MATCH


def _explain(archive: Archive, options: argparse.Namespace) -> int:
    failed = False
    with Writer(shape_of(options)) as writer:
        for query in _lines() if options.batch else [" ".join(options.words)]:
            found = archive.explain(query, any_words=options.any, exact=options.exact)
            failed = failed or found.failed
            writer.write(explanation_record(found))
    return Exit.WRONG if failed else Exit.DONE


def _search_batch(archive: Archive, options: argparse.Namespace) -> int:
    failed = False
    with Writer(shape_of(options)) as writer:
        for query in _lines():
            results = _found(archive, query, options)
            failed = failed or results.failed
            lead = clean_line(query)
            what = wanted(options, results.searched)
            print_results(archive, results, writer, what, lead=lead)
    if failed:
        return Exit.WRONG
    return Exit.DONE if writer.count else Exit.NO_MATCH


def _found(archive: Archive, query: str, options: argparse.Namespace) -> Results:
    listed = options.emit == "articles" and shape_of(options).layout in SHORT_LAYOUTS
    with shown_progress() as progress:
        results = archive.search(
            query,
            limit=options.limit,
            offset=options.offset,
            sort=options.sort or "relevance",
            any_words=options.any,
            exact=options.exact,
            snippets=listed,
            voices=options.voices,
            progress=progress,
        )
    say_diagnostics(results)
    return results


def say_diagnostics(results: Results) -> None:
    """The diagnostics of a search, a line each, on stderr."""
    for diagnostic in results.diagnostics:
        where = clean_line(results.query[diagnostic.start : diagnostic.end])
        say(f"{where}: {diagnostic.message}" if where else diagnostic.message)


def print_results(
    archive: Archive,
    results: Results,
    writer: Writer,
    what: Wanted,
    *,
    lead: str | None = None,
) -> None:
    """Writes the records that are wanted of all hits of ``results``, in their order."""
    snippets = {hit.id: hit.snippet.text for hit in results.hits if hit.snippet.text}
    ids = [hit.id for hit in results.hits]
    print_articles(archive, ids, writer, what, lead=lead, snippets=snippets)


def print_articles(
    archive: Archive,
    ids: Iterable[str],
    writer: Writer,
    what: Wanted,
    *,
    lead: str | None = None,
    snippets: Mapping[str, str] | None = None,
) -> None:
    """Writes the records that are wanted of the articles ``ids``, led by ``lead`` where given.

    ``snippets`` (by id) take the place of the first words where articles are listed for people.
    """
    kind = what.kind
    if kind == "ids":
        for identifier in ids:
            _write(writer, {"id": identifier}, kind, lead)
        return
    if what.summary:
        with shown_progress() as progress:
            found = archive.summaries(list(ids), what.entity_kinds, progress)
        for summary in found:
            _write(writer, summary_record(summary), kind, lead)
        return
    if what.totals:
        with shown_progress() as progress:
            sums = archive.totals(list(ids), progress)
        for total in sums:
            _write(writer, total_record(total), kind, lead)
        return
    if kind == "series":
        for month in archive.series(list(ids), voices=what.voices):
            _write(writer, series_record(clean_line(what.query), month), kind, lead)
        return
    if kind == "figures":
        asked = None
        if what.matching:
            asked = archive.wanted_figures(what.query, any_words=what.any_words)
        ids = list(ids)
        with shown_progress() as progress:
            compared = archive.compared_among(ids, progress)
        for record in figures(archive, ids, checked=what.checked, asked=asked, compared=compared):
            _write(writer, record, kind, lead)
        return
    for article in archive.articles(ids):
        if kind == "hits":
            lines = archive.concordance(what.query, article, exact=what.exact)
            for record in hit_records(article, lines, archive.sentence):
                _write(writer, record, kind, lead)
            continue
        for record in records(
            kind, article, archive.sentence, what.entity_kinds, rejected=what.rejected
        ):
            if snippets and article.id in snippets and writer.layout in SHORT_LAYOUTS:
                record["snippet"] = snippets[article.id]
            _write(writer, record, kind, lead)


def _write(writer: Writer, record: dict[str, object], kind: str, lead: str | None) -> None:
    if lead is None:
        writer.write(record)
    elif writer.layout == "lines":
        writer.write({kind: f"{lead}\t{next(iter(record.values()))}"})
    else:
        writer.write({"query": lead, **record})


def show(options: argparse.Namespace) -> int:
    """``tppo-tui show ID...``"""
    named = list(_lines()) if options.ids == ["-"] else options.ids
    if options.raw and options.emit != "text":
        say("--raw goes with --emit text")
        return Exit.WRONG
    with open_archive(options.archive) as archive:
        ids = list(known_ids(archive, named))
        with Writer(shape_of(options, whole=True)) as writer:
            if options.raw:
                for identifier in ids:
                    text = clean(archive.original(identifier))
                    writer.write_text(text if text.endswith("\n") else text + "\n")
                return Exit.DONE if ids else Exit.NO_MATCH
            print_articles(archive, ids, writer, wanted(options))
    return Exit.DONE if writer.count else Exit.NO_MATCH


def known_ids(archive: Archive, names: Iterable[str]) -> Iterator[str]:
    """The full ids of the articles that are named; a word on stderr for each that is not known."""
    seen: set[str] = set()
    for name in names:
        try:
            article: Article = archive.article(name.strip())
        except ArchiveError as error:
            say(str(error))
            continue
        if article.id not in seen:
            seen.add(article.id)
            yield article.id


def count(options: argparse.Namespace) -> int:
    """``tppo-tui count [QUERY...]``"""
    failed = False
    with open_archive(options.archive) as archive, Writer(Shape(format="text")) as writer:
        for query in _lines() if options.batch else options.queries or [""]:
            with shown_progress() as progress:
                results = archive.count(
                    query, any_words=options.any, exact=options.exact, progress=progress
                )
            say_diagnostics(results)
            failed = failed or results.failed
            if not results.failed:
                tail = f"\t{clean_line(query)}" if options.batch else ""
                number = results.voices if options.voices else results.total
                writer.write_text(f"{number}{tail}\n")
    return Exit.WRONG if failed else Exit.DONE


def _lines() -> Iterator[str]:
    """The lines of stdin, or its NUL-ended items, without the empty ones."""
    text = _stdin().read().decode("utf-8", "replace")
    for line in text.split("\0") if "\0" in text else text.splitlines():
        if line.strip():
            yield line.strip()


def _stdin() -> BinaryIO:
    return sys.stdin.buffer
