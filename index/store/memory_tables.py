"""The tables of ``index.store.memory``: what articles say of names, and what follows from it."""

from __future__ import annotations

MEMORY_TABLES = """
-- What each article says of names, read without the memory: all that the memory is made of.
CREATE TABLE name_evidence (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    way  TEXT NOT NULL,                 -- cued weak case thing bare called short
    name TEXT NOT NULL,                 -- in lower case
    form TEXT NOT NULL,                 -- of called: the full name; of cued: the cue
    office TEXT NOT NULL, agency TEXT NOT NULL, place TEXT NOT NULL -- of called and short
);
CREATE INDEX name_evidence_article ON name_evidence (article);
CREATE INDEX name_evidence_name ON name_evidence (name, way);

-- What the memory decided: a bare name is a person (full is NULL), or a single name with its
-- office stands for the full one.
CREATE TABLE recalled (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    name TEXT NOT NULL, office TEXT NOT NULL, agency TEXT NOT NULL, place TEXT NOT NULL,
    full TEXT
);
CREATE INDEX recalled_article ON recalled (article);
CREATE INDEX recalled_name ON recalled (name);

-- Articles for which the memory has decided otherwise, until they are annotated anew.
CREATE TABLE articles_to_settle (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE
);

-- Names of which an article came, went or changed, until the memory has looked at them.
CREATE TABLE names_to_settle (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TRIGGER name_came AFTER INSERT ON name_evidence BEGIN
    INSERT OR IGNORE INTO names_to_settle VALUES (NEW.name); END;
CREATE TRIGGER name_went AFTER DELETE ON name_evidence BEGIN
    INSERT OR IGNORE INTO names_to_settle VALUES (OLD.name); END;
-- Copies of one text count once.
CREATE TRIGGER copy_regrouped AFTER UPDATE OF representative ON copy_articles BEGIN
    INSERT OR IGNORE INTO names_to_settle
    SELECT name FROM name_evidence WHERE article = NEW.article; END;
CREATE TRIGGER copy_came AFTER INSERT ON copy_articles WHEN NEW.representative IS NOT NULL BEGIN
    INSERT OR IGNORE INTO names_to_settle
    SELECT name FROM name_evidence WHERE article = NEW.article; END;
CREATE TRIGGER copy_went AFTER DELETE ON copy_articles WHEN OLD.representative IS NOT NULL BEGIN
    INSERT OR IGNORE INTO names_to_settle
    SELECT name FROM name_evidence WHERE article = OLD.article; END;
-- An article that is dated otherwise lies in the time of others.
CREATE TRIGGER article_dated AFTER UPDATE OF published ON articles
WHEN OLD.published IS NOT NEW.published BEGIN
    INSERT OR IGNORE INTO names_to_settle
    SELECT name FROM name_evidence WHERE article = NEW.number AND way IN ('called', 'short'); END;
"""
