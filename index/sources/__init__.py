"""Readers of what analysts keep articles in, a module a format."""
