"""Figures for the pipe, with what checks show of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from index.archive import Archive
from index.article import Article, Figure
from tui.output.checked import by_place, figure_records
from tui.output.records import Record

# So many articles are read before the first of them is printed.
_BATCH = 50


def figures(
    archive: Archive,
    ids: Sequence[str],
    *,
    checked: bool = False,
    asked: Callable[[Figure], bool] | None = None,
) -> Iterator[Record]:
    """The figures of the articles ``ids`` as records, in that order and in the order of each text.

    With ``checked`` only those that a check warns of, with ``asked`` only those that it lets pass.
    """
    articles = archive.articles(ids)
    while batch := list(islice(articles, _BATCH)):
        yield from _batch(archive, batch, checked, asked)


def _batch(
    archive: Archive,
    articles: Sequence[Article],
    checked: bool,
    asked: Callable[[Figure], bool] | None,
) -> Iterator[Record]:
    checks = [check for article in articles for check in archive.checks(article)]
    others = (other for check in checks for other in check.others)
    sentences = archive.sentences(others)
    placed = by_place(checks)
    for article in articles:
        found = figure_records(article, archive.sentence, placed, sentences)
        for figure, record in zip(article.annotations.figures, found, strict=True):
            if asked is not None and not asked(figure):
                continue
            if not checked or any(check["severity"] != "none" for check in record["checks"]):
                yield record
