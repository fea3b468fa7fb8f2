"""The tables of ``index.store.copies``, apart from it: a new database needs nothing but these."""

from __future__ import annotations

COPY_TABLES = """
-- The different texts of the articles, under the keys by which likely copies are found.
CREATE TABLE copy_texts (
    number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, words INTEGER NOT NULL,
    days TEXT NOT NULL,                 -- the dates that it names: "21/11 30/11"
    keys BLOB NOT NULL                  -- of 32 bits each, little end first
);
CREATE TABLE copy_keys (
    key INTEGER NOT NULL, text INTEGER NOT NULL, PRIMARY KEY (key, text)
) WITHOUT ROWID;

-- Pairs of texts that were compared and are copies; each pair stands in both orders.
CREATE TABLE copy_links (
    text INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (text, other)
) WITHOUT ROWID;

-- The text of each article, and the article that stands for its group (NULL where it is alone).
CREATE TABLE copy_articles (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    id TEXT NOT NULL, text INTEGER NOT NULL, representative INTEGER
);
CREATE INDEX copy_articles_text ON copy_articles (text);
CREATE INDEX copy_articles_representative ON copy_articles (representative, id)
    WHERE representative IS NOT NULL;
"""
