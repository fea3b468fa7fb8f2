"""Figures for the pipe, with what checks show of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from index.archive import Archive
from index.article import Article, Figure
from index.check import Check
from tui.output.checked import Place, by_place, figure_records
from tui.output.records import Record

# So many articles are read before the first of them is printed.
_BATCH = 50


def figures(
    archive: Archive,
    ids: Sequence[str],
    *,
    checked: bool = False,
    asked: Callable[[Figure], bool] | None = None,
    compared: Iterable[Check] = (),
) -> Iterator[Record]:
    """The figures of the articles ``ids`` as records, in that order and in the order of each text.

    With ``checked`` only those that a check warns of, with ``asked`` only those that it lets pass.
    ``compared`` is what the figures of several articles have shown beside each other.
    """
    across = by_place(compared)
    articles = archive.articles(ids)
    while batch := list(islice(articles, _BATCH)):
        yield from _batch(archive, batch, across, checked, asked)


def _batch(
    archive: Archive,
    articles: Sequence[Article],
    across: Mapping[Place, Sequence[Check]],
    checked: bool,
    asked: Callable[[Figure], bool] | None,
) -> Iterator[Record]:
    placed = by_place(check for article in articles for check in archive.checks(article))
    for article in articles:
        for figure in article.annotations.figures:
            place = article.id, figure.part, figure.start
            if place in across:
                placed.setdefault(place, []).extend(across[place])
    sentences = archive.sentences(
        other
        for checks in placed.values()
        for check in checks
        if check.warns or not checked
        for other in check.others
    )
    for article in articles:
        found = figure_records(article, archive.sentence, placed, sentences)
        for figure, record in zip(article.annotations.figures, found, strict=True):
            if asked is not None and not asked(figure):
                continue
            if not checked or any(check["severity"] != "none" for check in record["checks"]):
                yield record
