"""Whoosh: schema, query language, evaluation, snippets."""
