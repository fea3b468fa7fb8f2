"""All that the figures of one article say of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.article import BODY, TITLE, Article, Figure
from index.check import Check
from index.checks.headline import unsupported
from index.checks.parts import sums
from index.checks.percentages import ratios
from index.checks.printed import Numbers
from index.checks.twice import twice
from index.checks.values import value
from index.reported import Reported

_SEVERITIES = {"agrees": "none", "incomplete": "mild", "absent": "mild", "exceeds": "mild"}


def inside(article: Article) -> tuple[Check, ...]:
    """What the figures of ``article`` show beside each other, in the order of the text.

    What agrees is told as well, with the severity ``none``. Never raises.
    """
    if len(article.annotations.figures) == 0:
        return ()
    body = Numbers(article, BODY)
    checks = [*_sums(article, body), *_ratios(article, body), *_headline(article, body)]
    if len(body.figures) > 1:
        checks += _twice(article, body)
    return tuple(sorted(checks, key=lambda check: (check.figure.figure.part, _start(check))))


def reported(article: Article, figure: Figure) -> Reported:
    """A figure with what an article is known by."""
    return Reported(
        figure, article.id, article.title, article.outlet, article.published, article.url
    )


def _start(check: Check) -> tuple[int, str]:
    return check.figure.figure.start, check.kind


def _checked(
    article: Article,
    kind: str,
    verdict: str,
    figure: Figure,
    others: Sequence[Figure],
    expected: float | None,
) -> Check:
    return Check(
        kind,
        verdict,
        reported(article, figure),
        tuple(reported(article, other) for other in others),
        expected,
        value(figure) if figure.low is not None else figure.high,
        _SEVERITIES.get(verdict, "strong"),
    )


def _sums(article: Article, body: Numbers) -> Iterator[Check]:
    if len(body.figures) < 3:
        return
    for found in sums(body):
        yield _checked(article, "parts", found.verdict, found.whole, found.parts, found.expected)


def _ratios(article: Article, body: Numbers) -> Iterator[Check]:
    if len(body.figures) < 3 or all(figure.unit != "persen" for figure in body.figures):
        return
    for found in ratios(body):
        yield _checked(
            article, found.kind, found.verdict, found.percent, found.counts, found.expected
        )


def _headline(article: Article, body: Numbers) -> Iterator[Check]:
    if all(figure.part != TITLE for figure in article.annotations.figures):
        return
    for found in unsupported(article, body):
        other = found.other
        verdict = "absent" if other is None else "differs"
        others = () if other is None else (other,)
        expected = None if other is None else value(other)
        yield _checked(article, "headline", verdict, found.headline, others, expected)


def _twice(article: Article, body: Numbers) -> Iterator[Check]:
    for found in twice(body):
        yield _checked(
            article, "same_number", "differs", found.figure, (found.other,), found.expected
        )
