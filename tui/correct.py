"""The verb that corrects: reject, retype, rename, merge, split, alias, role; list and undo."""

from __future__ import annotations

import argparse
import json

from index.archive import Archive
from index.correction import Correction, CorrectionReport
from index.text import clean_line
from tui.correct_arguments import correction_of
from tui.location import open_archive
from tui.output.exit_codes import Exit
from tui.output.writer import Shape, Writer, say
from tui.progress import shown_progress
from tui.upkeep import is_sample, number_of


def correct(options: argparse.Namespace) -> int:
    """``tppo-tui correct ACTION ...``"""
    with open_archive(options.archive) as archive:
        if options.action == "list":
            return _list(archive, options.format)
        if is_sample(archive):
            return Exit.WRONG
        with shown_progress() as progress:
            if options.action == "undo":
                report = archive.undo(options.number, dry_run=options.dry_run, progress=progress)
            else:
                report = archive.correct(
                    correction_of(options), dry_run=options.dry_run, progress=progress
                )
        if options.dry_run:
            with Writer(Shape(format="text")) as writer:
                writer.write_text(f"{report.changed}\n")
        _tell(archive, report, undone=options.action == "undo", dry_run=options.dry_run)
    if report.changed or (options.action == "undo" and not options.dry_run):
        return Exit.DONE
    return Exit.NO_MATCH


def _list(archive: Archive, layout: str | None) -> int:
    known = archive.corrections()
    if known.problem is not None:
        say(known.problem)
        return Exit.WRONG
    if not known.rules:
        return Exit.NO_MATCH
    with Writer(Shape(format="text")) as writer:
        rows = [record(number, rule) for number, rule in enumerate(known.rules, 1)]
        if layout == "json":
            writer.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        elif (layout or ("text" if Shape().on_terminal else "jsonl")) == "jsonl":
            for row in rows:
                writer.write_text(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            for number, rule in enumerate(known.rules, 1):
                writer.write_text(f"{number:>4}  {sentence(rule)}\n")
    return Exit.DONE


def record(number: int, rule: Correction) -> dict[str, object]:
    """A correction as a record of the pipe."""
    return {
        "schema": "correction/1",
        "number": number,
        "operation": rule.operation,
        "kind": rule.kind,
        "name": rule.name,
        "form": rule.form,
        "to": rule.to,
        "in": list(rule.articles),
        "note": rule.note,
    }


def sentence(rule: Correction) -> str:
    """A correction on one line, as the command line has it."""
    words = [rule.operation]
    words += [rule.kind] if rule.operation not in ("retype", "role") else []
    words.append(_quoted(rule.name))
    words += [rule.kind] if rule.operation == "retype" else []
    if rule.operation == "alias":
        words.append(_quoted(rule.form or ""))
    elif rule.form is not None:
        words.append(f"--form {_quoted(rule.form)}")
    if rule.to is not None:
        shown = rule.to if rule.operation == "retype" else _quoted(rule.to)
        words.append(f"--to {shown}" if rule.operation == "split" else shown)
    if rule.articles:
        words.append(f"--in {' '.join(rule.articles)}")
    if rule.note:
        words.append(f"# {rule.note}")
    return clean_line(" ".join(words))


def _quoted(text: str) -> str:
    import shlex

    return text if text.isalnum() else shlex.quote(text)


def _tell(archive: Archive, report: CorrectionReport, *, undone: bool, dry_run: bool) -> None:
    """Words on stderr: what has changed; where nothing has, what was perhaps meant."""
    rule = report.correction
    counted = number_of(report.changed, "article", "articles")
    if dry_run:
        say(f"{counted} would change")
    elif undone:
        say(f"undone: {sentence(rule)}; {counted} changed")
    elif report.number:
        say(f"{counted} changed; tppo-tui correct undo {report.number} takes it back")
    else:
        say("no article would change; nothing was written")
    if not report.changed and not undone:
        for hint in _hints(archive, rule):
            say(hint)


def _hints(archive: Archive, rule: Correction) -> list[str]:
    """What was perhaps meant by a correction that changes nothing."""
    if rule.kind in ("figure", "quote"):
        return []
    gone = [
        number
        for number, other in enumerate(archive.corrections().rules, 1)
        if other.operation == "reject"
        and other.form is None
        and (other.kind, other.name) in ((rule.kind, rule.name), (rule.kind, rule.to))
    ]
    if gone:
        return [f"correction {gone[0]} rejects it: tppo-tui correct undo {gone[0]}"]
    if rule.operation == "alias":
        return [f"no article prints {rule.form} where it is not {rule.name} already"]
    if any(name == rule.name for name, _ in archive.names(rule.kind, rule.name)):
        return []
    owners = archive.names_with_form(rule.kind, rule.name)
    if owners:
        # A short form stands for many; to reject it whatever it means would take good ones too.
        return [
            f"no {rule.kind} is called {rule.name}; it is a printed form of {owner}"
            + (f" (reject {rule.kind} ... --form)" if rule.operation == "reject" else "")
            for owner in owners
        ]
    near = [name for name, _ in archive.names(rule.kind, rule.name.split()[0], 3)]
    perhaps = f"; perhaps {', '.join(near)}?" if near else ""
    return [f"no {rule.kind} is called {rule.name}{perhaps}"]
