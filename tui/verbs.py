"""The verbs that need no screen."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

from index.archive import Archive, ArchiveError
from index.article import AddReport, Article, Results, Status
from index.text import clean_line
from tui.location import create_archive, open_archive
from tui.output.exit_codes import Exit
from tui.output.records import records
from tui.output.writer import Shape, Writer, say
from tui.progress import shown_progress


def run(options: argparse.Namespace) -> int:
    """Runs the verb of ``options``; gives the exit code."""
    verbs = {
        "add": add,
        "search": search,
        "show": show,
        "count": count,
        "tag": tag,
        "remove": remove,
        "status": status,
        "check": check,
    }
    return verbs[options.verb](options)


def shape_of(options: argparse.Namespace, *, whole: bool = False) -> Shape:
    """How the options want records printed."""
    return Shape(options.emit, options.format, options.print0, options.output, whole)


def add(options: argparse.Namespace) -> int:
    """``tppo-tui add PATH...``"""
    paths = [Path(path) if path == "-" else Path(path).absolute() for path in options.paths]
    with create_archive(options.archive) as archive:
        try:
            with shown_progress() as progress:
                report = archive.add(paths, stdin=_stdin(), progress=progress)
        except KeyboardInterrupt:
            say("interrupted; what was added before stays, and the next add goes on")
            raise
    for problem in report.problems:
        say(f"{problem.path}: {problem.reason}")
    say(_summary(report))
    return Exit.DONE if report.added or report.changed or report.unchanged else Exit.WRONG


def _summary(report: AddReport) -> str:
    words = f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged"
    if report.problems:
        words += f", {len(report.problems)} problem{'s' if len(report.problems) > 1 else ''}"
    return words


def search(options: argparse.Namespace) -> int:
    """``tppo-tui search QUERY``"""
    with open_archive(options.archive) as archive:
        if options.batch:
            return _search_batch(archive, options)
        results = _found(archive, " ".join(options.words), options)
        if results.failed:
            return Exit.WRONG
        with Writer(shape_of(options)) as writer:
            print_results(archive, results, writer, options.emit)
        return Exit.DONE if writer.count else Exit.NO_MATCH


def _search_batch(archive: Archive, options: argparse.Namespace) -> int:
    failed = False
    with Writer(shape_of(options)) as writer:
        for query in _lines():
            results = _found(archive, query, options)
            failed = failed or results.failed
            lead = clean_line(query)
            print_results(archive, results, writer, options.emit, lead=lead)
    if failed:
        return Exit.WRONG
    return Exit.DONE if writer.count else Exit.NO_MATCH


def _found(archive: Archive, query: str, options: argparse.Namespace) -> Results:
    listed = options.emit == "articles" and shape_of(options).layout == "text"
    with shown_progress() as progress:
        results = archive.search(
            query,
            limit=options.limit,
            offset=options.offset,
            sort=options.sort or "relevance",
            any_words=options.any,
            snippets=listed,
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
    kind: str,
    *,
    lead: str | None = None,
) -> None:
    """Writes the records of ``kind`` for all hits of ``results``, in their order."""
    snippets = {hit.id: hit.snippet.text for hit in results.hits if hit.snippet.text}
    ids = [hit.id for hit in results.hits]
    print_articles(archive, ids, writer, kind, lead=lead, snippets=snippets)


def print_articles(
    archive: Archive,
    ids: Iterable[str],
    writer: Writer,
    kind: str,
    *,
    lead: str | None = None,
    snippets: Mapping[str, str] | None = None,
) -> None:
    """Writes the records of ``kind`` for the articles ``ids``, led by ``lead`` where given.

    ``snippets`` (by id) take the place of the first words where articles are listed for people.
    """
    if kind == "ids":
        for identifier in ids:
            _write(writer, {"id": identifier}, kind, lead)
        return
    for article in archive.articles(ids):
        for record in records(kind, article, archive.sentence):
            if snippets and article.id in snippets and writer.layout == "text":
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
    wanted = list(_lines()) if options.ids == ["-"] else options.ids
    with open_archive(options.archive) as archive:
        ids = list(known_ids(archive, wanted))
        with Writer(shape_of(options, whole=True)) as writer:
            print_articles(archive, ids, writer, options.emit)
    return Exit.DONE if writer.count else Exit.NO_MATCH


def known_ids(archive: Archive, wanted: Iterable[str]) -> Iterator[str]:
    """The full ids of the articles that are named; a word on stderr for each that is not known."""
    seen: set[str] = set()
    for name in wanted:
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
                results = archive.count(query, any_words=options.any, progress=progress)
            say_diagnostics(results)
            failed = failed or results.failed
            if options.batch:
                writer.write_text(f"{results.total}\t{clean_line(query)}\n")
            elif not results.failed:
                writer.write_text(f"{results.total}\n")
    return Exit.WRONG if failed else Exit.DONE


def tag(options: argparse.Namespace) -> int:
    """``tppo-tui tag +NAME -NAME -- QUERY``"""
    names = [clean_line(name) for name in (*options.add, *options.drop)]
    for name in names:
        if not name or any(character in name for character in ' ,:"()'):
            say(f"{name!r} is no name of a tag: no spaces, commas, colons, quotes or brackets")
            return Exit.WRONG
    with open_archive(options.archive) as archive:
        if archive.sample:
            say("the sample archive cannot be tagged; tppo-tui add PATH makes yours")
            return Exit.WRONG
        with shown_progress() as progress:
            results = archive.search(" ".join(options.words), snippets=False, progress=progress)
        say_diagnostics(results)
        if results.failed:
            return Exit.WRONG
        ids = [hit.id for hit in results.hits]
        changed = archive.tag(ids, add=options.add, remove=options.drop)
    say(f"{changed} of {len(ids)} articles changed")
    return Exit.DONE if ids else Exit.NO_MATCH


def remove(options: argparse.Namespace) -> int:
    """``tppo-tui remove QUERY``"""
    with open_archive(options.archive) as archive:
        if archive.sample:
            say("the sample archive cannot be changed; tppo-tui add PATH makes yours")
            return Exit.WRONG
        with shown_progress() as progress:
            results = archive.search(" ".join(options.words), snippets=False, progress=progress)
        say_diagnostics(results)
        if results.failed:
            return Exit.WRONG
        if not results.hits:
            return Exit.NO_MATCH
        if not options.yes and not _agreed(f"take {results.total} articles out of the archive?"):
            say("nothing was removed (answer y, or give --yes)")
            return Exit.WRONG
        removed = archive.remove([hit.id for hit in results.hits])
        archive.prepare()
    say(f"{removed} removed")
    return Exit.DONE


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        return False
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "ya")


def status(options: argparse.Namespace) -> int:
    """``tppo-tui status``"""
    with open_archive(options.archive) as archive:
        found = archive.status()
    with Writer(Shape(format="text")) as writer:
        if options.format == "json":
            writer.write_text(json.dumps(_status_record(found), ensure_ascii=False) + "\n")
        else:
            writer.write_text(_status_text(found))
    return Exit.DONE


def _status_record(found: Status) -> dict[str, object]:
    return {
        "schema": "status/1",
        "path": clean_line(found.path),
        "articles": found.articles,
        "first": found.first,
        "last": found.last,
        "outlets": dict(found.outlets),
        "problems": [asdict(problem) for problem in found.problems],
        "database_bytes": found.database_bytes,
        "index_bytes": found.index_bytes,
        "versions": dict(found.versions),
    }


def _status_text(found: Status) -> str:
    lines = [
        f"archive   {clean_line(found.path)}",
        f"articles  {found.articles}",
        f"dates     {found.first or '-'} to {found.last or '-'}",
        f"size      {found.database_bytes / 1e6:.1f} MB database, "
        f"{found.index_bytes / 1e6:.1f} MB index",
        "versions  " + ", ".join(f"{name} {number}" for name, number in found.versions),
        f"outlets   {len(found.outlets)}",
        *(f"  {number:>7}  {name}" for name, number in found.outlets[:20]),
        f"problems  {len(found.problems)}",
        *(f"  {problem.path}: {problem.reason}" for problem in found.problems),
    ]
    return "\n".join(lines) + "\n"


def check(options: argparse.Namespace) -> int:
    """``tppo-tui check``"""
    with open_archive(options.archive) as archive:
        with shown_progress() as progress:
            if options.rebuild:
                archive.prepare(progress, rebuild=True)
            faults = archive.check()
        articles = archive.status().articles
    for fault in faults:
        say(fault)
    if not faults:
        say(f"all is well: {articles} articles")
    return Exit.WRONG if faults else Exit.DONE


def _lines() -> Iterator[str]:
    """The lines of stdin, or its NUL-ended items, without the empty ones."""
    text = _stdin().read().decode("utf-8", "replace")
    for line in text.split("\0") if "\0" in text else text.splitlines():
        if line.strip():
            yield line.strip()


def _stdin() -> BinaryIO:
    return sys.stdin.buffer
