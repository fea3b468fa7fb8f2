"""The names in the five seeds against what a careful reader finds there."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.entities.who import Names, find_names

GOLD: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "seeds.yaml").read_text(encoding="utf-8")
)


def _body(text: str, gold: dict[str, Any]) -> str:
    """The body cut by hand: from its first to its last words, without lines of other articles."""
    start = text.index(gold["body_starts"])
    end = text.index(gold["body_ends"]) + len(gold["body_ends"])
    lines = [line.strip() for line in text[start:end].split("\n")]
    junk = tuple(gold["boilerplate"])
    return "\n".join(line for line in lines if line and not line.startswith(junk))


@pytest.fixture(scope="module")
def found() -> list[Names]:
    texts = [files("seeds").joinpath(gold["file"]).read_text(encoding="utf-8") for gold in GOLD]
    return [
        find_names(
            gold["title"],
            _body(text, gold),
            [gold["caption"]] if gold["caption"] else [],
            place=gold["place"],
        )
        for gold, text in zip(GOLD, texts, strict=True)
    ]


@pytest.mark.parametrize(
    ("kind", "least"), [("agencies", 0.95), ("people", 0.95), ("places", 0.85)]
)
def test_names_by_article(found: list[Names], kind: str, least: float) -> None:
    right = wrong = missed = 0
    for gold, names in zip(GOLD, found, strict=True):
        wanted = {entry["name"] if isinstance(entry, dict) else entry for entry in gold[kind]}
        given = {entity.name for entity in getattr(names, kind)}
        right += len(wanted & given)
        wrong += len(given - wanted)
        missed += len(wanted - given)
    assert 2 * right / (2 * right + wrong + missed) >= least


def test_roles_and_forms_of_people(found: list[Names]) -> None:
    for gold, names in zip(GOLD, found, strict=True):
        people = {person.name: person for person in names.people}
        for entry in gold["people"]:
            assert people[entry["name"]].role == entry["role"]
            assert set(people[entry["name"]].forms) == set(entry.get("forms", [entry["name"]]))


def test_forms_of_agencies(found: list[Names]) -> None:
    for gold, names in zip(GOLD, found, strict=True):
        agencies = {agency.name: agency for agency in names.agencies}
        for entry in gold["agencies"]:
            printed = agencies[entry["name"]].forms
            assert all(any(form in other for other in printed) for form in entry["forms"])
