"""How well questions find the passage that answers them, beside other engines.

    python -m tests.bench.relevance --passages FILE.jsonl.gz --queries FILE.tsv [--limit N]

Passages are records with ``id`` and ``body``, queries lines of id, question and relevant ids. Every
engine gets the words of the question, joined by OR, and gives its first 20. MRR@10 is the mean
of 1/rank of the first relevant passage, recall@20 the share of relevant passages among the 20.
tantivy and bm25s are measured where they are installed (``pip install tantivy bm25s``).
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from index.article import Article
from index.language.stems import stem
from index.language.tokens import tokens
from index.search.query import parse
from index.search.searcher import Searcher
from index.search.writing import create_index, write_articles

DEPTH = 20
MRR_DEPTH = 10
_WORD = re.compile(r"\w+")

Ask = Callable[[str], Sequence[str]]
Passages = dict[str, str]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--passages", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="ask only the first so many questions")
    options = parser.parse_args()
    passages = dict(read_passages(options.passages))
    queries = list(read_queries(options.queries))[: options.limit]
    print(f"{len(passages)} passages, {len(queries)} questions")
    print(f"{'engine':<34}{'MRR@10':>8}{'recall@20':>11}{'ms a question':>15}")
    for name, build in ENGINES.items():
        needed = {"tantivy": "tantivy", "bm25s": "bm25s"}.get(name.split()[0])
        if needed and importlib.util.find_spec(needed) is None:
            print(f"{name:<34}{'not installed':>19}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            report(name, build(passages, Path(folder)), queries)


def report(name: str, ask: Ask, queries: Sequence[tuple[str, set[str]]]) -> None:
    """Asks an engine all questions and prints its line."""
    reciprocal = recall = 0.0
    begun = time.perf_counter()
    for question, relevant in queries:
        found = list(ask(question))[:DEPTH]
        ranks = [rank for rank, each in enumerate(found, 1) if each in relevant]
        if ranks and ranks[0] <= MRR_DEPTH:
            reciprocal += 1 / ranks[0]
        recall += len(ranks) / len(relevant)
    each = (time.perf_counter() - begun) / len(queries) * 1000
    print(f"{name:<34}{reciprocal / len(queries):>8.4f}{recall / len(queries):>11.4f}{each:>15.2f}")


def read_passages(file: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each passage."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["id"], record["body"]


def read_queries(file: Path) -> Iterator[tuple[str, set[str]]]:
    """Each question with the ids of the passages that answer it; the first line is a header."""
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        _, question, relevant = line.split("\t")
        yield question, set(re.split(r"[ ,]+", relevant.strip()))


def plain_words(text: str) -> list[str]:
    """The words of ``text`` in lower case, with nothing that an engine could take for syntax."""
    return _WORD.findall(text.lower())


def our_stems(text: str) -> list[str]:
    """The stems of the words of ``text``, as our index files them."""
    return [stem(token.text) for token in tokens(text) if not token.part]


def ours(passages: Passages, folder: Path) -> Ask:
    """This program's index and ranking, asked with ``--any``."""
    create_index(folder)
    articles = (
        Article(name, name, None, None, None, None, None, None, None, body)
        for name, body in passages.items()
    )
    write_articles(folder, articles)
    searcher = Searcher(folder)

    def ask(question: str) -> Sequence[str]:
        parsed = parse(" ".join(plain_words(question)), any_words=True)
        return searcher.search(parsed, limit=DEPTH, advise=False).ids

    return ask


def stock_whoosh(passages: Passages, folder: Path) -> Ask:
    """Whoosh as it comes: its default analyser, parser group and scoring."""
    from whoosh import fields, index, qparser

    whoosh_index: Any = index
    made = whoosh_index.create_in(
        str(folder), fields.Schema(id=fields.ID(stored=True), body=fields.TEXT())
    )
    writer = made.writer(limitmb=256)
    for name, body in passages.items():
        writer.add_document(id=name, body=body)
    writer.commit()
    searcher: Any = made.searcher()
    parser: Any = qparser.QueryParser("body", made.schema, group=qparser.OrGroup)

    def ask(question: str) -> Sequence[str]:
        # limit=None: its own top-k loses hits in some queries.
        found = searcher.search(parser.parse(" ".join(plain_words(question))), limit=None)
        return [found[rank]["id"] for rank in range(min(DEPTH, found.scored_length()))]

    return ask


def sqlite_fts(passages: Passages, _: Path) -> Ask:
    """SQLite FTS5 with its unicode61 words and bm25()."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(id UNINDEXED, body)")
    connection.executemany("INSERT INTO found VALUES (?, ?)", passages.items())

    def ask(question: str) -> Sequence[str]:
        words = " OR ".join(f'"{word}"' for word in plain_words(question))
        rows = connection.execute(
            "SELECT id FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?", (words, DEPTH)
        )
        return [row[0] for row in rows]

    return ask


def tantivy_with(prepared: Callable[[str], str]) -> Callable[[Passages, Path], Ask]:
    """Tantivy over what ``prepared`` makes of passages and questions."""

    def build(passages: Passages, folder: Path) -> Ask:
        import tantivy

        engine: Any = tantivy
        builder = engine.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("body")
        made = engine.Index(builder.build(), path=str(folder))
        writer = made.writer()
        for name, body in passages.items():
            writer.add_document(engine.Document(id=name, body=prepared(body)))
        writer.commit()
        made.reload()
        searcher = made.searcher()

        def ask(question: str) -> Sequence[str]:
            words = " ".join(plain_words(prepared(question)))
            found = searcher.search(made.parse_query(words, ["body"]), DEPTH)
            return [searcher.doc(address)["id"][0] for _, address in found.hits]

        return ask

    return build


def bm25s_stemmed(passages: Passages, _: Path) -> Ask:
    """bm25s with plain PySastrawi stems."""
    import bm25s
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    plain: Any = StemmerFactory().create_stemmer()
    known: dict[str, str] = {}

    def stems(text: str) -> list[str]:
        for word in plain_words(text):
            if word not in known:
                known[word] = plain.stem(word) if word.isascii() and word.isalpha() else word
        return [known[word] for word in plain_words(text)]

    engine: Any = bm25s.BM25()
    names = list(passages)
    engine.index([stems(body) for body in passages.values()], show_progress=False)

    def ask(question: str) -> Sequence[str]:
        words = [word for word in stems(question) if word in engine.vocab_dict]
        if not words:
            return []
        found, _scores = engine.retrieve([words], k=DEPTH, show_progress=False)
        return [names[number] for number in found[0]]

    return ask


ENGINES: dict[str, Callable[[Passages, Path], Ask]] = {
    "tppo-tui": ours,
    "Whoosh, stock": stock_whoosh,
    "SQLite FTS5 (unicode61)": sqlite_fts,
    "tantivy, default": tantivy_with(lambda text: text),
    "tantivy, with our stems": tantivy_with(lambda text: " ".join(our_stems(text))),
    "bm25s, PySastrawi": bm25s_stemmed,
}


if __name__ == "__main__":
    main()
