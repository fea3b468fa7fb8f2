"""The tables of the database of record, readable by any SQLite tool."""

from __future__ import annotations

FORMAT = 5

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE articles (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL UNIQUE,   -- of what the source held; the id is its start, when new
    path        TEXT NOT NULL,
    source_id   TEXT,
    url         TEXT,
    title       TEXT,
    outlet      TEXT,
    published   TEXT,                   -- ISO, at the precision that was printed
    place       TEXT,
    author      TEXT,
    body        TEXT NOT NULL,
    captions    TEXT NOT NULL,          -- JSON list
    copies      INTEGER NOT NULL DEFAULT 0, -- other articles that carry the same text
    change      INTEGER NOT NULL,       -- the number of the last change to this article
    section     TEXT,                   -- of the outlet
    credits     TEXT NOT NULL DEFAULT '[]', -- JSON list of [role, name]
    origins     TEXT NOT NULL DEFAULT '[]'  -- JSON list of [field, where it was found]
);
CREATE INDEX articles_published ON articles (published DESC, id);
CREATE INDEX articles_change ON articles (change);

-- What cleaning took out of an article, so that it can be shown and trusted.
CREATE TABLE removed (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    rule TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX removed_article ON removed (article);

-- What the source held: its text, compressed with zlib, and what it said besides.
CREATE TABLE originals (
    article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    text BLOB NOT NULL,
    fields TEXT NOT NULL DEFAULT '{}'   -- JSON: title, published, outlet, url, author and more
);

-- Which article each place in a source became.
CREATE TABLE sources (
    key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    file TEXT                           -- the file that holds the place; of a pipe, none
);
CREATE INDEX sources_article ON sources (article);
CREATE INDEX sources_file ON sources (file);

-- The files that were read whole, as they looked then: one that looks the same is not read again.
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, -- nanoseconds
    reading TEXT NOT NULL,              -- the way it was read: the mapping of its columns
    articles INTEGER NOT NULL           -- how many articles it held
) WITHOUT ROWID;

CREATE TABLE entities (
    number   INTEGER PRIMARY KEY,
    article  INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    kind     TEXT NOT NULL,             -- agency person place offence law
    name     TEXT NOT NULL,
    role     TEXT,                      -- of a person
    curated  INTEGER NOT NULL DEFAULT 0,-- an agency that the lexicon knows
    parent   TEXT,                      -- of an agency or a place
    pasal    TEXT,                      -- of a law: JSON list
    facts    TEXT NOT NULL DEFAULT '{}' -- of a person: JSON: office, agency, case_role...
);
CREATE INDEX entities_article ON entities (article);
CREATE INDEX entities_name ON entities (kind, name);

CREATE TABLE mentions (
    entity INTEGER NOT NULL REFERENCES entities (number) ON DELETE CASCADE,
    part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, form TEXT NOT NULL
);
CREATE INDEX mentions_entity ON mentions (entity);

CREATE TABLE figures (
    article      INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    text         TEXT NOT NULL, low REAL, high REAL, unit TEXT, what TEXT, measure TEXT NOT NULL,
    period       TEXT, period_first TEXT, period_last TEXT, -- the days that the period spans
    place TEXT, speaker TEXT,
    part TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    agency       TEXT,                  -- whose count or act it is
    facts        TEXT NOT NULL DEFAULT '{}' -- JSON: approximate, cumulative, per, whole, reasons...
);
CREATE INDEX figures_article ON figures (article);
CREATE INDEX figures_measure ON figures (measure, low, high);

CREATE TABLE quotes (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    speaker TEXT, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    cue TEXT                            -- the word of speech, as printed
);
CREATE INDEX quotes_article ON quotes (article);

-- Indirect speech: a sentence that tells what somebody says.
CREATE TABLE statements (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    speaker TEXT, cue TEXT NOT NULL, text TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX statements_article ON statements (article);

-- The analyst's own data.
CREATE TABLE tags (
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    name TEXT NOT NULL, PRIMARY KEY (article, name)
) WITHOUT ROWID;
CREATE INDEX tags_name ON tags (name);
CREATE TABLE saved_searches (name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID;

-- Sources that could not be read, kept until they can.
CREATE TABLE problems (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;

-- Articles that were taken out, until every index has forgotten them.
CREATE TABLE forgotten (id TEXT PRIMARY KEY, change INTEGER NOT NULL) WITHOUT ROWID;
"""
