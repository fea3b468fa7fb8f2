"""How well reported figures are found and understood, and how fast, on annotated articles.

    python -m tests.bench.figures --articles FILE.jsonl FILE.jsonl.gz [--half unseen]

FILE holds records with ``id``, ``title`` and ``body``; tests/gold/names.yaml and figures.yaml say
by id what an expert reads. *value*: bounds (``low``, ``high``), each figure once an article.
Measure, unit, period and speaker are scored on the figures found, agency, cumulative and place on
those of them for which an annotator wrote them down; where one wrote places, others that are given
count as *places too many*. *whole* is scored where the figure is a part for us or for the
annotator, in figures.yaml alone. *traps taken* are figures found where the annotators wrote down a
number that is none. The rate is of finding the figures alone, names and speakers being known. The
errors of the unseen and the sealed half are not printed, so that they stay so.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from index.article import Agency, Annotations, Figure, ReadArticle
from index.entities.speech import Speakers
from index.figures.find import find_figures
from index.figures.units import same_unit
from index.ingest.annotating import annotate
from tests.bench.cleaning import records
from tests.bench.names import KINDS, filed, read_record, same_speaker
from tests.gold.scoring import Score

GOLD = Path(__file__).resolve().parent.parent / "gold"
HALVES = ("development", "second", "third", "fresh", "unseen", "sealed")
# The halves that are only measured on.
CLOSED = ("unseen", "sealed")
PARTS = ("measure", "unit", "period", "speaker")
# Scored only where an annotator wrote them down.
SOMETIMES = ("agency", "cumulative", "place")


@dataclass(slots=True)
class Tally:
    """What was counted over the articles."""

    articles: int = 0
    value: Score = field(default_factory=Score)
    parts: dict[str, list[int]] = field(
        default_factory=lambda: {part: [0, 0] for part in (*PARTS, *SOMETIMES, "whole")}
    )
    traps: int = 0
    places_too_many: int = 0
    seconds: float = 0.0
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument("--half", choices=HALVES, default="development")
    parser.add_argument("--errors", nargs="*", metavar="KIND", help="print errors (of these kinds)")
    options = parser.parse_args()
    if options.errors is not None and options.half in CLOSED:
        parser.error(f"the errors of the half {options.half!r} are not to be looked at")
    gold = {
        entry["id"]: {**entry, "wholes": file == "figures.yaml"}
        for file in ("names.yaml", "figures.yaml")
        for entry in yaml.safe_load((GOLD / file).read_text(encoding="utf-8"))["articles"]
        if entry["half"] == options.half and "figures" in entry
    }
    tally = Tally()
    for file in options.articles:
        for record in records(file):
            entry = gold.pop(record["id"], None)
            if entry is not None:
                score_article(entry, record, tally)
    for kind, lines in tally.errors.items():
        if options.errors is not None and (not options.errors or kind in options.errors):
            print(*(f"{kind} {line}" for line in lines), sep="\n")
    value = tally.value
    precision = value.right / max(1, value.right + value.wrong)
    recall = value.right / max(1, value.right + value.missed)
    rate = tally.articles / tally.seconds
    print(f"{tally.articles} articles ({options.half}), {rate:.0f} a second of one core")
    print(f"value    P {precision:.3f}  R {recall:.3f}  {value}")
    for part, (right, whole) in tally.parts.items():
        print(f"{part:<8} {right / max(1, whole):.3f}  ({right} of {whole} found)")
    print(f"places too many: {tally.places_too_many}")
    print(f"traps taken for figures: {tally.traps / max(1, tally.articles):.3f} an article")


def score_article(gold: dict[str, Any], record: dict[str, Any], tally: Tally) -> None:
    """Adds one article to ``tally``."""
    read = read_record(record)
    found = annotate(read)
    tally.seconds += seconds_of(read, found)
    names = {filed(entry["name"]): set(entry["forms"]) for k in KINDS for entry in gold.get(k, ())}
    matched, missed, wrong = paired(gold["figures"], found.figures)
    where = gold["id"]
    tally.articles += 1
    tally.value += Score(len(matched), len(wrong), len(missed))
    tally.errors["value"] += [
        f"{where} missed {each['text']!r} {each['low']} {each['high']}" for each in missed
    ]
    tally.errors["value"] += [
        f"{where} wrong  {each.text!r} {each.low} {each.high} {each.unit}" for each in wrong
    ]
    traps = [trap.casefold() for trap in gold.get("traps") or ()]
    taken = [each for each in wrong if is_trap(each, traps)]
    tally.traps += len(taken)
    tally.errors["traps"] += [f"{where} {each.text!r}" for each in taken]
    if gold["wholes"]:
        score_wholes(where, gold["figures"], matched, found.figures, tally)
    for entity in (*found.people, *found.agencies, *found.places):
        names.setdefault(filed(entity.name), set()).update(entity.forms)
    placed = any("place" in entry for entry in gold["figures"])
    for entry, figure in matched:
        if placed and "place" not in entry and figure.place is not None:
            tally.places_too_many += 1
            tally.errors["place"].append(f"{where} {figure.text!r}: {figure.place!r}, not given")
        for part in (*PARTS, *SOMETIMES):
            if part in SOMETIMES and entry.get(part) is None:
                continue
            given, wanted = getattr(figure, part), entry[part]
            right = {
                "unit": same_counted(entry, figure),
                "period": part == "period" and same_period(wanted, given),
                "speaker": part == "speaker" and same_named(wanted, given, names),
                "place": part == "place" and same_named(wanted, given, names),
                "agency": part == "agency" and same_agency(wanted, given, found.agencies),
            }.get(part, given == wanted)
            tally.parts[part][0] += right
            tally.parts[part][1] += 1
            if not right:
                tally.errors[part].append(f"{where} {figure.text!r}: {given!r}, not {wanted!r}")


def score_wholes(
    where: str,
    wanted: Sequence[dict[str, Any]],
    matched: Sequence[tuple[dict[str, Any], Figure]],
    ours: Sequence[Figure],
    tally: Tally,
) -> None:
    """Adds what the figures found are said to be parts of, by us or by the annotator."""
    starts = {entry["start"]: (entry["low"], entry["high"]) for entry in wanted}
    spans = {(each.start, each.end): (each.low, each.high) for each in ours if each.part == "body"}
    for entry, figure in matched:
        whole = starts.get(entry["whole"]) if entry.get("whole") is not None else None
        given = spans.get(figure.whole) if figure.whole is not None else None
        if whole is None and given is None:
            continue
        tally.parts["whole"][0] += whole == given
        tally.parts["whole"][1] += 1
        if whole != given:
            tally.errors["whole"].append(f"{where} {figure.text!r}: {given}, not {whole}")


def paired(
    wanted: Sequence[dict[str, Any]], ours: Sequence[Figure]
) -> tuple[list[tuple[dict[str, Any], Figure]], list[dict[str, Any]], list[Figure]]:
    """Figures with the same bounds, one for one, the likest first; the missed; the others."""
    left, rest = list(ours), list(wanted)
    matched: list[tuple[dict[str, Any], Figure]] = []
    for least in (2, 1, 0):
        for entry in list(rest):
            best = max(
                (each for each in left if (each.low, each.high) == (entry["low"], entry["high"])),
                key=lambda each: likeness(entry, each),
                default=None,
            )
            if best is not None and likeness(entry, best) >= least:
                matched.append((entry, best))
                rest.remove(entry)
                left.remove(best)
    return matched, rest, left


def likeness(entry: dict[str, Any], figure: Figure) -> int:
    """In how much besides the value two readings agree: unit, measure."""
    return int(same_counted(entry, figure)) + int(entry["measure"] == figure.measure)


def same_counted(entry: dict[str, Any], figure: Figure) -> bool:
    """Whether the unit is the annotator's: the same word, or the head of the same noun phrase."""
    wanted = " ".join(str(entry["unit"] or "").casefold().split())
    given = " ".join(str(figure.unit or "").casefold().split())
    phrase = " ".join(str(figure.what or "").casefold().split())
    if same_unit(wanted) == same_unit(given):
        return True
    return bool(wanted and given) and (phrase.startswith(wanted) or wanted.startswith(given))


def same_agency(wanted: str, given: str | None, agencies: Sequence[Agency]) -> bool:
    """Whether a body is the annotator's, who wrote a form of its name as printed."""
    if given is None or filed(given) == filed(wanted):
        return given is not None
    forms = {filed(form) for agency in agencies if agency.name == given for form in agency.forms}
    return filed(wanted) in forms or any(filed(wanted).startswith(f"{form} (") for form in forms)


def same_period(wanted: str | None, given: str | None) -> bool:
    """Whether two periods are one: an open end may be told by two dots or by nothing.

    ``../B`` is what has been counted up to B, as B is where the count is cumulative.
    """
    return _closed(wanted) == _closed(given)


def _closed(period: str | None) -> str | None:
    return period.removeprefix("../").replace("..", "") if period else None


def same_named(wanted: str | None, given: str | None, names: dict[str, set[str]]) -> bool:
    """Whether two names are one entity's, be it as the article prints it or as it is filed.

    ``names`` are the printed forms of the article's entities, by the name they are filed under.
    """
    if same_speaker(wanted, given, names):
        return True
    if wanted is None or given is None:
        return False
    bare = wanted.partition(" (")[0]
    return {filed(bare), filed(wanted)} & {
        filed(form) for form in names.get(filed(given), ())
    } != set()


def is_trap(figure: Figure, traps: Sequence[str]) -> bool:
    """Whether a figure's number stands in what an annotator noted as no figure."""
    number = re.search(r"\d[\d.,/]*\d|\d", figure.text)
    core = number.group() if number else figure.text.casefold()
    return any(
        re.search(rf"(?<![\d.,]){re.escape(core)}(?![\d]|[.,]\d)", trap) is not None
        for trap in traps
    )


def seconds_of(read: ReadArticle, found: Annotations) -> float:
    """How long finding the figures takes, names, quotations and words of speech being known."""
    speakers = Speakers(read.body, found.people, found.agencies)
    begun = time.process_time()
    find_figures(
        read.title, read.body, published=read.published, people=found.people,
        agencies=found.agencies, places=found.places, quotes=found.quotes, speakers=speakers,
    )  # fmt: skip
    return time.process_time() - begun


if __name__ == "__main__":
    main()
