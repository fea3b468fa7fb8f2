"""Articles as the records of the pipe: one dictionary a line, keys and order fixed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from index.article import (
    Agency,
    Article,
    Figure,
    Law,
    Mention,
    Mentioned,
    Offence,
    Person,
    Place,
    Quote,
    Statement,
)
from index.concordance import Line
from index.results import Explanation
from index.series import MonthCount
from index.summaries import EntitySummary

Record = dict[str, Any]
Sentence = Callable[[str, int], str]

KINDS = ("articles", "ids", "paths", "urls", "text", "entities", "figures", "quotes")
# What is known of a person besides the name and the role.
_FACTS = (
    "office",
    "agency",
    "place",
    "case_role",
    "full_name",
    "from_lexicon",
    "cue",
    "from_memory",
)
LINE_KINDS = ("ids", "paths", "urls")


def records(
    kind: str,
    article: Article,
    sentence: Sentence,
    entity_kinds: Collection[str] = (),
    *,
    rejected: bool = False,
) -> Iterator[Record]:
    """The records of ``kind`` that ``article`` gives, in reading order.

    ``sentence(text, offset)`` gives the sentence of a text that holds an offset. Of ``entities``
    only those of ``entity_kinds`` are given, where some are named; ``rejected`` adds those that
    the analyst has rejected.
    """
    found = _BUILDERS[kind](article, sentence)
    if rejected and kind == "entities":
        found = chain(found, _rejected(article, sentence))
    for record in found:
        if kind != "entities" or not entity_kinds or record["kind"] in entity_kinds:
            yield record


def summary_record(summary: EntitySummary) -> Record:
    """What a set of articles says of one entity, as ``entity-summary/1``."""
    return {
        "schema": "entity-summary/1",
        "kind": summary.kind,
        "name": summary.name,
        "parent": summary.parent,
        "articles": summary.articles,
        "mentions": summary.mentions,
        "first": summary.first,
        "last": summary.last,
        "forms": dict(summary.forms),
        "roles": [
            {"role": held.role, "articles": held.articles, "first": held.first, "last": held.last}
            for held in summary.roles
        ],
        "months": dict(summary.months),
        "with": [
            {"kind": each.kind, "name": each.name, "articles": each.articles}
            for each in summary.companions
        ],
        "figures": dict(summary.measures),
    }


def hit_records(article: Article, lines: Iterable[Line], sentence: Sentence) -> Iterator[Record]:
    """A record ``hit/1`` for each line of a concordance of ``article``."""
    for line in lines:
        mention = line.mention
        inside = mention.part == "body"
        yield {
            "schema": "hit/1",
            "left": line.left,
            "match": line.match,
            "right": line.right,
            "part": mention.part,
            # As of figures: offsets are into the body, and what stands elsewhere has none.
            "start": mention.start if inside else None,
            "end": mention.end if inside else None,
            **_origin(article),
            "sentence": sentence(article.part(mention.part), mention.start) or None,
        }


def explanation_record(explanation: Explanation) -> Record:
    """What a search did, as ``explanation/1``."""
    return {
        "schema": "explanation/1",
        "query": explanation.query,
        "understood": explanation.understood,
        "total": explanation.total,
        "clauses": [
            {
                "clause": clause.text, "kind": clause.kind, "depth": clause.depth,
                "hits": clause.hits, "words": dict(clause.words), "start": clause.start,
                "end": clause.end,
            }
            for clause in explanation.clauses
        ],
        "expansions": [
            {"typed": each.typed, "forms": list(each.forms), "start": each.start, "end": each.end}
            for each in explanation.expansions
        ],
        "diagnostics": [
            {"message": each.message, "start": each.start, "end": each.end, "fatal": each.fatal}
            for each in explanation.diagnostics
        ],
    }  # fmt: skip


def series_record(query: str, month: MonthCount) -> Record:
    """One month of the series of a query, as ``series/1``."""
    return {
        "schema": "series/1",
        "query": query,
        "month": month.month,
        "hits": month.hits,
        "articles": month.articles,
        "share": round(month.share, 6),
    }


def article_record(article: Article) -> Record:
    """The whole article, as ``article/1``."""
    found = article.annotations
    return {
        "schema": "article/1",
        "id": article.id,
        "source_id": article.source_id,
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "place": article.place,
        "author": article.author,
        "body": article.body,
        "captions": list(article.captions),
        "copies": article.copies,
        "tags": list(article.tags),
        "agencies": [_named(agency) for agency in found.agencies],
        "people": [
            {"name": person.name, "role": person.role, **_counted(person)}
            for person in found.people
        ],
        "places": [_named(place) for place in found.places],
        "offences": [offence.name for offence in found.offences],
        "laws": [{"law": law.name, "articles": list(law.articles)} for law in found.laws],
        "figures": [_figure(figure) for figure in found.figures],
        "quotes": [_quote(quote) for quote in found.quotes],
    }


def _counted(entity: Mentioned) -> Record:
    return {
        "forms": list(entity.forms),
        "count": entity.count,
        "spans": [list(span) for span in entity.spans],
    }


def _named(entity: Mentioned) -> Record:
    return {"name": entity.name, **_counted(entity)}


def whole(value: float | None) -> float | int | None:
    """A number as JSON is to print it: without decimals where it has none."""
    return int(value) if value is not None and value == int(value) else value


def _figure(figure: Figure) -> Record:
    inside = figure.part == "body"
    return {
        "text": figure.text,
        "low": whole(figure.low),
        "high": whole(figure.high),
        "unit": figure.unit,
        "what": figure.what,
        "measure": figure.measure,
        "period": figure.period,
        "place": figure.place,
        "speaker": figure.speaker,
        "approximate": figure.approximate,
        "agency": figure.agency,
        "cumulative": figure.cumulative,
        "per": figure.per,
        "breakdown": figure.breakdown,
        "whole": list(figure.whole) if figure.whole and inside else None,
        # Offsets are into the body; a figure that only the title has, has none.
        "start": figure.start if inside else None,
        "end": figure.end if inside else None,
    }


def _quote(quote: Quote | Statement) -> Record:
    return {"speaker": quote.speaker, "text": quote.text, "start": quote.start, "end": quote.end}


def _origin(article: Article) -> Record:
    return {
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
    }


def _articles(article: Article, _: Sentence) -> Iterator[Record]:
    yield article_record(article)


def _ids(article: Article, _: Sentence) -> Iterator[Record]:
    yield {"id": article.id}


def _paths(article: Article, _: Sentence) -> Iterator[Record]:
    yield {"path": article.path}


def _urls(article: Article, _: Sentence) -> Iterator[Record]:
    if article.url:
        yield {"url": article.url}


def _text(article: Article, _: Sentence) -> Iterator[Record]:
    yield {
        "schema": "text/1",
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "text": article.body,
    }


def _entities(article: Article, sentence: Sentence) -> Iterator[Record]:
    found = article.annotations
    for entities in (found.agencies, found.people, found.places, found.offences, found.laws):
        for entity in entities:
            yield _entity(entity, article, sentence)


def _rejected(article: Article, sentence: Sentence) -> Iterator[Record]:
    for entity in article.annotations.rejected:
        yield {**_entity(entity, article, sentence), "layer": "rejected"}


_ENTITY_KINDS: Mapping[type[Mentioned], str] = {
    Agency: "agency",
    Person: "person",
    Place: "place",
    Offence: "offence",
    Law: "law",
}


def _entity(entity: Mentioned, article: Article, sentence: Sentence) -> Record:
    return {
        "schema": "entity/1",
        "kind": _ENTITY_KINDS[type(entity)],
        "name": entity.name,
        "role": getattr(entity, "role", None),
        **{key: getattr(entity, key, None) for key in _FACTS},
        "parent": getattr(entity, "parent", None),
        "curated": getattr(entity, "curated", None),
        "layer": entity.layer,
        "articles": list(entity.articles) if isinstance(entity, Law) else [],
        **_counted(entity),
        **_origin(article),
        "sentence": _first_sentence(article, entity.mentions, sentence),
    }


def _first_sentence(
    article: Article, mentions: tuple[Mention, ...], sentence: Sentence
) -> str | None:
    # The body's sentence says more than the headline, where both name it.
    ranked = sorted(mentions, key=lambda mention: mention.part != "body")
    if not ranked:
        return None
    return sentence(article.part(ranked[0].part), ranked[0].start) or None


def _figures(article: Article, sentence: Sentence) -> Iterator[Record]:
    for figure in article.annotations.figures:
        yield {
            "schema": "figure/1",
            **_figure(figure),
            "because": _because(figure, article),
            **_origin(article),
            "sentence": sentence(article.part(figure.part), figure.start) or None,
        }


def _because(figure: Figure, article: Article) -> Record:
    """From which words each field of a figure was read, as printed."""
    text = article.part(figure.part)
    because: Record = {}
    for reason in figure.reasons:
        because.setdefault(reason.field, []).append(text[reason.start : reason.end])
    return because


def _quotes(article: Article, sentence: Sentence) -> Iterator[Record]:
    for quote in article.annotations.quotes:
        yield {
            "schema": "quote/1",
            **_quote(quote),
            **_origin(article),
            "sentence": sentence(article.body, quote.start) or None,
        }


def _speech(article: Article, sentence: Sentence) -> Iterator[Record]:
    """Quotations and statements, in the order of the text."""
    found = article.annotations
    said: list[Quote | Statement] = [*found.quotes, *found.statements]
    for one in sorted(said, key=lambda each: each.start):
        yield {
            "schema": "quote/1",
            **_quote(one),
            "cue": one.cue,
            "indirect": isinstance(one, Statement),
            **_origin(article),
            "sentence": sentence(article.body, one.start) or None,
        }


_BUILDERS: Mapping[str, Callable[[Article, Sentence], Iterator[Record]]] = {
    "articles": _articles,
    "ids": _ids,
    "paths": _paths,
    "urls": _urls,
    "text": _text,
    "entities": _entities,
    "figures": _figures,
    "quotes": _quotes,
    "speech": _speech,
}
