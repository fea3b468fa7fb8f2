"""The verbs that keep an archive: add, tag, remove, status, check."""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from index.archive import Archive
from index.article import AddReport, Problem, Status
from index.text import clean_line
from tui.location import create_archive, open_archive
from tui.output.exit_codes import Exit
from tui.output.writer import Shape, Writer, say
from tui.progress import shown_progress
from tui.verbs import say_diagnostics


def add(options: argparse.Namespace) -> int:
    """``tppo-tui add PATH...``"""
    if not all(options.paths):
        say("a path is empty; nothing was added")
        return Exit.WRONG
    paths = [Path(path) if path == "-" else Path(path).absolute() for path in options.paths]
    if not any(path == Path("-") or os.path.lexists(path) for path in paths):
        # A slip of the finger makes no archive.
        for path in paths:
            say(f"{clean_line(str(path))}: does not exist")
        return Exit.WRONG
    if options.watch and Path("-") in paths:
        say("--watch looks at files and folders; standard input ends by itself")
        return Exit.WRONG
    try:
        selection = Archive.selection(options.map, options.include, options.exclude)
    except ValueError as error:
        say(str(error))
        return Exit.WRONG
    with create_archive(options.archive) as archive:
        try:
            with shown_progress() as progress:
                report = archive.add(
                    paths,
                    stdin=sys.stdin.buffer,
                    selection=selection,
                    prune=options.prune,
                    progress=progress,
                )
        except KeyboardInterrupt:
            say("interrupted; what was added before stays, and the next add goes on")
            raise
        _tell(report, report.problems)
        if options.watch:
            reports = archive.watch(
                paths, threading.Event(), selection=selection, prune=options.prune
            )
            _watch(reports, told=set(report.problems))
        elif not _did_anything(report) and (options.include or options.exclude):
            say("no file of these folders is chosen by --include and --exclude")
    return Exit.DONE if _did_anything(report) else Exit.WRONG


def _watch(reports: Iterable[AddReport], told: set[Problem]) -> None:
    """Stays until it is interrupted; tells what has changed, and each problem once."""
    say("watching; Ctrl-C ends it")
    for report in reports:
        news = [problem for problem in report.problems if problem not in told]
        told = set(report.problems)
        if report.added or report.changed or report.forgotten or news:
            _tell(report, news)


def _did_anything(report: AddReport) -> bool:
    return bool(
        report.added or report.changed or report.unchanged or report.copies or report.forgotten
    )


def _tell(report: AddReport, problems: Iterable[Problem]) -> None:
    for problem in problems:
        say(f"{problem.path}: {problem.reason}")
    say(_summary(report))


def _summary(report: AddReport) -> str:
    near = f" ({report.near_copies} with the text of another)" if report.near_copies else ""
    words = [
        f"{report.added} added{near}",
        f"{report.changed} updated",
        f"{report.unchanged} unchanged",
    ]
    if report.copies:
        words.append(number_of(report.copies, "copy", "copies"))
    if report.forgotten:
        words.append(f"{report.forgotten} forgotten")
    if report.kept:
        words.append(f"{report.kept} kept for their tags though their files have gone")
    if report.problems:
        words.append(number_of(len(report.problems), "problem", "problems"))
    return ", ".join(words)


def number_of(number: int, one: str, many: str) -> str:
    """A number with its noun: ``1 article``, ``2 articles``."""
    return f"{number} {one if number == 1 else many}"


def tag(options: argparse.Namespace) -> int:
    """``tppo-tui tag +NAME -NAME -- QUERY``"""
    names = [clean_line(name) for name in (*options.add, *options.drop)]
    for name in names:
        if not name or any(character in name for character in ' ,:"()'):
            say(f"{name!r} is no name of a tag: no spaces, commas, colons, quotes or brackets")
            return Exit.WRONG
    with open_archive(options.archive) as archive:
        if is_sample(archive):
            return Exit.WRONG
        ids = _hits_of(archive, options.words)
        if ids is None:
            return Exit.WRONG
        changed = archive.tag(ids, add=options.add, remove=options.drop)
    say(f"{changed} of {len(ids)} articles changed")
    return Exit.DONE if ids else Exit.NO_MATCH


def remove(options: argparse.Namespace) -> int:
    """``tppo-tui remove QUERY``"""
    with open_archive(options.archive) as archive:
        if is_sample(archive):
            return Exit.WRONG
        ids = _hits_of(archive, options.words)
        if not ids:
            return Exit.WRONG if ids is None else Exit.NO_MATCH
        if not options.yes and not _agreed(f"take {len(ids)} articles out of the archive?"):
            say("nothing was removed (answer y, or give --yes)")
            return Exit.WRONG
        removed = archive.remove(ids)
        archive.prepare()
    say(f"{removed} removed")
    return Exit.DONE


def is_sample(archive: Archive) -> bool:
    """Whether the archive is the sample, with a word that it cannot be changed."""
    if archive.sample:
        say("the sample archive cannot be changed; tppo-tui add PATH makes yours")
    return archive.sample


def _hits_of(archive: Archive, words: list[str]) -> list[str] | None:
    """The ids of all hits of a query; None, with a word on stderr, for a wrong query.

    What changes articles does not guess: a query that is not complete is a wrong one here, and
    all articles have to be asked for.
    """
    if not " ".join(words).strip():
        say("the query is empty; '*' means every article")
        return None
    with shown_progress() as progress:
        results = archive.search(" ".join(words), snippets=False, progress=progress)
    say_diagnostics(results)
    if not results.complete and not results.failed:
        say("the query is not complete; nothing was changed")
        return None
    return None if results.failed else [hit.id for hit in results.hits]


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
        elif options.problems:
            writer.write_text("".join(f"{each.path}: {each.reason}\n" for each in found.problems))
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


# Problems that `status` lists when nobody asked for all.
_FEW = 5


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
        *(f"  {problem.path}: {problem.reason}" for problem in found.problems[:_FEW]),
    ]
    if len(found.problems) > _FEW:
        lines.append(f"  and {len(found.problems) - _FEW} more: tppo-tui status --problems")
    return "\n".join(lines) + "\n"


def check(options: argparse.Namespace) -> int:
    """``tppo-tui check``"""
    with open_archive(options.archive) as archive:
        with shown_progress() as progress:
            if options.reread:
                if is_sample(archive):
                    return Exit.WRONG
                say(f"{number_of(archive.reread(progress), 'article', 'articles')} changed")
            if options.rebuild:
                archive.prepare(progress, rebuild=True)
            faults = archive.check()
        articles = 0 if faults else archive.status().articles
    for fault in faults:
        say(fault)
    if not faults:
        say(f"all is well: {articles} articles")
    return Exit.WRONG if faults else Exit.DONE
