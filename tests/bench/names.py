"""How well names, roles, places, law and voices are found, and how fast, on annotated articles.

    python -m tests.bench.names --articles FILE.jsonl FILE.jsonl.gz [--half unseen] [--errors KIND]

FILE holds records with ``id``, ``title`` and ``body``; tests/gold/names.yaml says by id what an
expert finds. Scores are by unique name in an article. *by name*: the filed name is the same (case
and Pelindungan/Perlindungan apart). *by form*: the same, or one printed form in common, so that
it measures finding apart from filing. Roles are scored on the people found by form. The errors of
the unseen half are not printed, so that it stays unseen.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from index.article import ReadArticle, SourceRecord
from index.ingest.annotating import annotate
from index.reading import read_article
from tests.bench.cleaning import records
from tests.gold.scoring import Score, compare

GOLD = Path(__file__).resolve().parent.parent / "gold" / "names.yaml"
KINDS = ("agencies", "people", "places")
# The share of a quotation's words that two readers must have in common to mean the same one.
SAME_QUOTE = 0.6
SAME_ROLE = 0.5

Errors = dict[str, list[str]]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--articles", type=Path, nargs="+", required=True, metavar="FILE")
    parser.add_argument(
        "--half", choices=("development", "second", "third", "unseen"), default="development"
    )
    parser.add_argument("--errors", nargs="*", metavar="KIND", help="print errors (of these kinds)")
    options = parser.parse_args()
    if options.errors is not None and options.half == "unseen":
        parser.error("the errors of the unseen half are not to be looked at")
    gold = {
        entry["id"]: entry
        for entry in yaml.safe_load(GOLD.read_text(encoding="utf-8"))["articles"]
        if entry["half"] == options.half
    }
    texts = {
        record["id"]: record
        for file in options.articles
        for record in records(file)
        if record["id"] in gold
    }
    scores: defaultdict[str, Score] = defaultdict(Score)
    errors: Errors = defaultdict(list)
    seconds = 0.0
    for identifier, record in texts.items():
        seconds += score_article(gold[identifier], record, scores, errors)
    for kind, lines in errors.items():
        if options.errors is not None and (not options.errors or kind in options.errors):
            print(*(f"{kind} {line}" for line in lines), sep="\n")
    print(
        f"{len(texts)} articles ({options.half}), {len(texts) / seconds:.0f} a second of one core"
    )
    for name, score in scores.items():
        precision = score.right / max(1, score.right + score.wrong)
        recall = score.right / max(1, score.right + score.missed)
        print(f"{name:<28} P {precision:.3f}  R {recall:.3f}  {score}")


def score_article(
    gold: dict[str, Any], record: dict[str, Any], scores: dict[str, Score], errors: Errors
) -> float:
    """Adds one article to ``scores`` and ``errors``; gives the seconds that reading it took."""
    begun = time.process_time()
    found = annotate(read_record(record))
    seconds = time.process_time() - begun
    where = gold["id"]
    pairs: dict[str, list[tuple[dict[str, Any], Any]]] = {}
    for kind in KINDS:
        ours = list(getattr(found, kind))
        scores[f"{kind} by name"] += compare(
            (filed(entity.name) for entity in ours), (filed(entry["name"]) for entry in gold[kind])
        )
        matched, missed, wrong = paired(gold[kind], ours)
        pairs[kind] = matched
        scores[f"{kind} by form"] += Score(len(matched), len(wrong), len(missed))
        errors[kind] += [f"{where} missed {entry['name']!r} {entry['forms']}" for entry in missed]
        errors[kind] += [f"{where} wrong  {entity.name!r} {list(entity.forms)}" for entity in wrong]
        errors[f"{kind}-filed"] += [
            f"{where} {entity.name!r}, not {entry['name']!r}"
            for entry, entity in matched
            if filed(entry["name"]) != filed(entity.name)
        ]
    for entry, person in pairs["people"]:
        wanted, given = entry["role"], person.role
        if wanted is None and given is None:
            continue
        right = same_role(wanted, given)
        scores["role right"] += Score(int(right), int(not right), 0)
        if not right:
            errors["roles"].append(f"{where} {person.name}: {given!r}, not {wanted!r}")
    ours_law = {(law.name, article) for law in found.laws for article in law.articles or ("",)}
    wanted_law = {
        (entry["law"], str(article))
        for entry in gold["laws"]
        for article in entry["articles"] or ("",)
    }
    scores["law and article"] += compare(ours_law, wanted_law)
    errors["laws"] += [f"{where} {pair} wrong" for pair in ours_law - wanted_law]
    errors["laws"] += [f"{where} {pair} missed" for pair in wanted_law - ours_law]
    scores["offences"] += compare((each.name for each in found.offences), gold["offences"])
    names = {filed(entry["name"]): set(entry["forms"]) for k in KINDS for entry in gold[k]}
    voices = [("quotes", found.quotes), ("indirect", getattr(found, "statements", ()))]
    for kind, said in voices:
        scores[f"{kind} by speaker"] += score_voices(
            where, kind, [(each.speaker, each.text) for each in said],
            [(each["speaker"], record["body"][each["start"] : each["end"]]) for each in gold[kind]],
            names, errors,
        )  # fmt: skip
    return seconds


def read_record(record: dict[str, Any]) -> ReadArticle:
    """A record of the collection, cleaned."""
    source = SourceRecord(
        path="a.jsonl#1", text=record["body"], title=record.get("title"),
        published=record.get("date"), outlet=record.get("outlet"),
    )  # fmt: skip
    read = read_article(source)
    assert read is not None, record["id"]
    return read


def filed(name: str) -> str:
    """A name as it is compared: without case, without an acronym in brackets, one spelling."""
    name = re.sub(r"\s*\([^)]*\)$", "", name).casefold()
    return " ".join(name.replace("perlindungan", "pelindungan").split())


def paired(
    wanted: Sequence[dict[str, Any]], ours: Sequence[Any]
) -> tuple[list[tuple[dict[str, Any], Any]], list[dict[str, Any]], list[Any]]:
    """What is the same entity, what was missed, and what was found besides; one for one."""
    left = list(ours)
    matched: list[tuple[dict[str, Any], Any]] = []
    rest = list(wanted)
    for by_name in (True, False):
        for entry in list(rest):
            for entity in left:
                same = filed(entry["name"]) == filed(entity.name)
                if (
                    same
                    if by_name
                    else not printed(entry["forms"]).isdisjoint(printed(entity.forms))
                ):
                    matched.append((entry, entity))
                    rest.remove(entry)
                    left.remove(entity)
                    break
    return matched, rest, left


def printed(forms: Iterable[str]) -> set[str]:
    """Forms as they are compared."""
    return {" ".join(form.split()).casefold() for form in forms}


def same_role(wanted: str | None, given: str | None) -> bool:
    """Whether two readers mean one office: one says what the other says, or half of it and more."""
    if wanted is None or given is None:
        return wanted is given
    ours, theirs = set(re.findall(r"\w+", given.lower())), set(re.findall(r"\w+", wanted.lower()))
    common = len(ours & theirs)
    return common == min(len(ours), len(theirs)) or common >= SAME_ROLE * len(ours | theirs)


def score_voices(
    where: str,
    kind: str,
    ours: Sequence[tuple[str | None, str]],
    wanted: Sequence[tuple[str | None, str]],
    names: dict[str, set[str]],
    errors: Errors,
) -> Score:
    """The score of statements with their speakers: both must be right."""
    left = list(ours)
    right = missed = 0
    for speaker, text in wanted:
        best = max(left, key=lambda each: likeness(each[1], text), default=None)
        if best is None or likeness(best[1], text) < SAME_QUOTE:
            missed += 1
            errors[kind].append(f"{where} missed {speaker!r}: {text[:80]!r}")
            continue
        left.remove(best)
        if same_speaker(speaker, best[0], names):
            right += 1
        else:
            missed += 1
            left.append((best[0], ""))
            errors[kind].append(f"{where} speaker {best[0]!r}, not {speaker!r}: {text[:60]!r}")
    errors[kind] += [f"{where} wrong {who!r}: {text[:80]!r}" for who, text in left if text]
    return Score(right, len(left), missed)


def likeness(one: str, other: str) -> float:
    """The share of words that two stretches of text have in common."""
    ours, theirs = re.findall(r"\w+", one.lower()), re.findall(r"\w+", other.lower())
    return len(set(ours) & set(theirs)) / max(1, len(set(ours) | set(theirs)))


def same_speaker(wanted: str | None, given: str | None, names: dict[str, set[str]]) -> bool:
    """Whether two names of a speaker are one entity's."""
    if wanted is None or given is None:
        return wanted is given
    return filed(wanted) == filed(given) or given in names.get(filed(wanted), ())


if __name__ == "__main__":
    main()
