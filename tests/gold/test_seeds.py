"""The five seed articles, through the whole program, against what a careful reader lists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.archive import Archive
from index.article import Article
from tests.gold.scoring import Score, compare

GOLD = yaml.safe_load((Path(__file__).parent / "seeds.yaml").read_text(encoding="utf-8"))
ENOUGH = 0.95


@pytest.fixture
def articles(sample_archive: Archive) -> Mapping[str, Article]:
    """The seed articles by file name."""
    found = sample_archive.articles(sample_archive.newest())
    return {Path(article.path).name: article for article in found}


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"][:3])
@pytest.mark.parametrize("key", ["title", "outlet", "place", "author"])
def test_metadata(articles: Mapping[str, Article], gold: dict[str, Any], key: str) -> None:
    assert getattr(articles[gold["file"]], key) == gold[key]


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"][:3])
def test_published(articles: Mapping[str, Article], gold: dict[str, Any]) -> None:
    expected = gold["published"]
    # YAML reads a timestamp as a date; the record keeps the words of ISO 8601.
    printed = expected if isinstance(expected, str) else expected.isoformat()
    assert articles[gold["file"]].published == printed


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"][:3])
def test_body_and_caption(articles: Mapping[str, Article], gold: dict[str, Any]) -> None:
    article = articles[gold["file"]]
    assert article.body.startswith(gold["body_starts"])
    assert article.body.endswith(gold["body_ends"])
    assert list(article.captions) == ([gold["caption"]] if gold["caption"] else [])


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"][:3])
def test_no_boilerplate_survives(articles: Mapping[str, Article], gold: dict[str, Any]) -> None:
    article = articles[gold["file"]]
    whole = "\n".join([article.title or "", article.body, *article.captions])
    assert [words for words in gold["boilerplate"] if words in whole] == []


def test_agencies(articles: Mapping[str, Article]) -> None:
    score = sum(
        (
            compare(
                (agency.name for agency in articles[gold["file"]].annotations.agencies),
                (agency["name"] for agency in gold["agencies"]),
            )
            for gold in GOLD
        ),
        Score(),
    )
    assert score.f1 >= ENOUGH, str(score)


def test_people(articles: Mapping[str, Article]) -> None:
    score = sum(
        (
            compare(
                (person.name for person in articles[gold["file"]].annotations.people),
                (person["name"] for person in gold["people"]),
            )
            for gold in GOLD
        ),
        Score(),
    )
    assert score.f1 >= ENOUGH, str(score)


def test_figures(articles: Mapping[str, Article]) -> None:
    score = sum(
        (
            compare(
                (
                    (figure.low, figure.high, figure.measure, figure.period)
                    for figure in articles[gold["file"]].annotations.figures
                ),
                (
                    (number["low"], number["high"], number["measure"], number.get("period"))
                    for number in gold["numbers"]
                ),
            )
            for gold in GOLD
        ),
        Score(),
    )
    assert score.f1 >= ENOUGH, str(score)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"][:3])
def test_every_form_can_be_highlighted(
    articles: Mapping[str, Article], gold: dict[str, Any]
) -> None:
    article = articles[gold["file"]]
    entities = (*article.annotations.agencies, *article.annotations.people)
    marked = {mention.form for entity in entities for mention in entity.mentions}
    for entity in entities:
        for mention in entity.mentions:
            assert article.part(mention.part)[mention.start : mention.end] == mention.form
    for person in gold["people"]:
        for form in person.get("forms", []):
            assert form in marked
